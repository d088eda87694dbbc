"""The nine big keys, and the list of matches that takes their place while something is typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QListView,
    QPushButton,
    QStackedWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.domain.offices import ServiceRecord
from app.ui.shared.theme import PALETTE
from app.ui.shared.widgets import EmptyState

Index = QModelIndex | QPersistentModelIndex


class ServiceTile(QPushButton):
    """One key: its digit and the service's name, on two lines when it is long."""

    def __init__(self, service: ServiceRecord, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.service = service
        self.setObjectName("tile")
        self.kept = False
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        # Not in the Tab order: the digit itself is the way to press it.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAutoDefault(False)  # in a dialog Enter would press it
        self.setAccessibleName(f"{service.key} {service.name}")
        self.setToolTip(f"{service.name} · {service.department_name}")

    def mark_kept(self, kept: bool) -> None:
        """Whether the service stands among the chips already."""
        if kept is not self.kept:
            self.kept = kept
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, QFontMetrics(self.font()).height() * 2 + 14)

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self)
        bold = QFont(self.font())
        bold.setBold(True)
        painter.setFont(bold)
        painter.setPen(QColor(PALETTE["primary60"]))
        digit = "✓" if self.kept else str(self.service.key)
        painter.drawText(QRect(14, 0, 20, self.height()), Qt.AlignmentFlag.AlignVCenter, digit)
        painter.setFont(bold if self.isChecked() else self.font())
        painter.setPen(QColor(PALETTE["primary70"] if self.isChecked() else PALETTE["gray90"]))
        flags = int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)
        painter.drawText(QRect(36, 2, self.width() - 44, self.height() - 4), flags, self.service.name)


class _MatchModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.services: tuple[ServiceRecord, ...] = ()

    def show_services(self, services: Sequence[ServiceRecord]) -> None:
        self.beginResetModel()
        self.services = tuple(services)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.services)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        service = self.services[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return service.name
        if role == Qt.ItemDataRole.UserRole:
            return service.department_name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{service.name} {service.department_name}"
        return None


class _MatchDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if selected:
            painter.setPen(QColor(PALETTE["primary50"]))
            painter.setBrush(QColor(PALETTE["primary5"]))
            painter.drawRoundedRect(option.rect.adjusted(1, 1, -2, -2), 8, 8)
        room = option.rect.adjusted(14, 0, -14, 0)
        department = str(index.data(Qt.ItemDataRole.UserRole))
        metrics = QFontMetrics(option.font)
        aside = metrics.elidedText(department, Qt.TextElideMode.ElideRight, room.width() * 2 // 5)
        painter.setFont(option.font)
        painter.setPen(QColor(PALETTE["gray60"]))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, aside)
        left = room.adjusted(0, 0, -metrics.horizontalAdvance(aside) - 12, 0)
        font = QFont(option.font)
        font.setBold(selected)
        painter.setFont(font)
        painter.setPen(QColor(PALETTE["primary70"] if selected else PALETTE["gray90"]))
        name = QFontMetrics(font).elidedText(index.data(), Qt.TextElideMode.ElideRight, left.width())
        painter.drawText(left, Qt.AlignmentFlag.AlignVCenter, name)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(100, QFontMetrics(option.font).height() + 16)


class ServiceTiles(QStackedWidget):
    """Keys, matches, or a word that nothing fits; always the same height, so nothing jumps."""

    picked = Signal(object)

    def __init__(self, keyed: Sequence[ServiceRecord], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tiles: list[ServiceTile] = []
        keys = QWidget()
        self._grid = QGridLayout(keys)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(8)
        for column in range(3):
            self._grid.setColumnStretch(column, 1)
        self._lay_out(keyed)
        self.list = QListView()
        self.list.setAccessibleName(self.tr("맞는 업무"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setItemDelegate(_MatchDelegate(self.list))
        self._model = _MatchModel(self)
        self.list.setModel(self._model)
        self.list.clicked.connect(self._on_match)
        self.nothing = EmptyState(
            "search", self.tr("맞는 업무가 없습니다"), self.tr("다른 이름이나 초성으로 찾아보세요 · Esc 지우기")
        )
        for page in (keys, self.list, self.nothing):
            self.addWidget(page)
        self._keys = keys
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and hasattr(self, "_keys"):
            self._fit()

    def _fit(self) -> None:
        layout = self._keys.layout()
        assert layout is not None
        layout.invalidate()  # the tiles' text may have changed its size
        self.setFixedHeight(self._keys.sizeHint().height())

    def offer(self, keyed: Sequence[ServiceRecord]) -> None:
        """Show other keys from now on."""
        self._lay_out(keyed)
        self._fit()

    def _lay_out(self, keyed: Sequence[ServiceRecord]) -> None:
        for old in self._tiles:
            self._grid.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._tiles = [ServiceTile(service) for service in keyed[:9]]
        for place, tile in enumerate(self._tiles):
            tile.clicked.connect(self._on_tile)
            self._grid.addWidget(tile, place // 3, place % 3)

    def mark_kept(self, kept: Sequence[ServiceRecord]) -> None:
        """Which services stand among the chips already."""
        codes = {service.code for service in kept}
        for tile in self._tiles:
            tile.mark_kept(tile.service.code in codes)

    @property
    def tiles(self) -> tuple[ServiceTile, ...]:
        return tuple(self._tiles)

    def show_keys(self, picked: ServiceRecord | None) -> None:
        """Show the keys, one of them perhaps picked."""
        for tile in self._tiles:
            tile.setChecked(picked is not None and tile.service.code == picked.code)
        self.setCurrentIndex(0)

    def show_matches(self, services: Sequence[ServiceRecord], highlighted: int) -> None:
        """Show the matches with one highlighted, or that there is none."""
        if services != self._model.services:
            self._model.show_services(services)
        if not services:
            self.setCurrentWidget(self.nothing)
            return
        self.setCurrentWidget(self.list)
        self.list.setCurrentIndex(self._model.index(highlighted, 0))

    def _on_tile(self) -> None:
        tile = self.sender()
        assert isinstance(tile, ServiceTile)
        self.picked.emit(tile.service)

    def _on_match(self, index: QModelIndex) -> None:
        self.picked.emit(self._model.services[index.row()])
