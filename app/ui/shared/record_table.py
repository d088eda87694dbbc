"""Tables over frozen records (design law 7): one model, one view, one delegate for words on a coloured ground."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.shared.theme import GROUND_OF_TONE, PALETTE, TEXT_OF_TONE, Tone

R = TypeVar("R")
Index = QModelIndex | QPersistentModelIndex

TONE_ROLE = int(Qt.ItemDataRole.UserRole) + 2
STRUCK_ROLE = int(Qt.ItemDataRole.UserRole) + 3


@dataclass(frozen=True)
class Column(Generic[R]):
    """`width` 0 takes the room that is left. `tone` puts the words on a coloured ground."""

    title: str
    text: Callable[[R], str]
    width: int = 0
    bold: bool = False
    right: bool = False
    tone: Callable[[R], Tone] | None = None
    tip: Callable[[R], str] | None = None


class RecordTableModel(QAbstractTableModel, Generic[R]):
    """Records as rows. Setting new ones moves only what changed, so a view keeps its selection and its place."""

    def __init__(
        self,
        columns: Sequence[Column[R]],
        key: Callable[[R], Hashable],
        struck: Callable[[R], bool] | None = None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self.columns = tuple(columns)
        self._key = key
        self._struck = struck
        self._records: list[R] = []

    @property
    def records(self) -> tuple[R, ...]:
        return tuple(self._records)

    def record_at(self, index: Index) -> R | None:
        """The record of the row of `index`."""
        return self._records[index.row()] if index.isValid() else None

    def set_records(self, records: Sequence[R]) -> None:
        """Show `records` in their order."""
        wanted = [self._key(record) for record in records]
        known = set(wanted)
        if sum(self._key(r) in known for r in self._records) * 2 < len(self._records) or not self._records:
            self._reset(records)
            return
        for row in range(len(self._records) - 1, -1, -1):
            if self._key(self._records[row]) not in known:
                self.beginRemoveRows(QModelIndex(), row, row)
                del self._records[row]
                self.endRemoveRows()
        for row, record in enumerate(records):
            if row < len(self._records) and self._key(self._records[row]) == wanted[row]:
                if self._records[row] != record:
                    self._records[row] = record
                    self.dataChanged.emit(self.index(row, 0), self.index(row, len(self.columns) - 1))
                continue
            if any(self._key(r) == wanted[row] for r in self._records[row:]):
                self._reset(records)  # the order itself changed, which does not happen in a list of one day
                return
            self.beginInsertRows(QModelIndex(), row, row)
            self._records.insert(row, record)
            self.endInsertRows()

    def refresh_words(self) -> None:
        """Ask for every cell's words again: minutes have passed."""
        if self._records:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._records) - 1, len(self.columns) - 1))

    def _reset(self, records: Sequence[R]) -> None:
        self.beginResetModel()
        self._records = list(records)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._records)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._records[index.row()]
        column = self.columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(record)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{column.title} {column.text(record)}"
            case Qt.ItemDataRole.ToolTipRole:
                return (column.tip or column.text)(record)
            case Qt.ItemDataRole.FontRole if column.bold:
                font = QFont()
                font.setBold(True)
                return font
            case Qt.ItemDataRole.TextAlignmentRole:
                side = Qt.AlignmentFlag.AlignRight if column.right else Qt.AlignmentFlag.AlignLeft
                return int(side | Qt.AlignmentFlag.AlignVCenter)
            case _ if role == TONE_ROLE:
                return column.tone(record).value if column.tone is not None else ""
            case _ if role == STRUCK_ROLE:
                return self._struck is not None and self._struck(record)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.columns[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if self.columns[section].right else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None


class WordsDelegate(QStyledItemDelegate):
    """Draws a cell that has a tone as words on a rounded ground; a struck row in gray, crossed out."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if index.data(STRUCK_ROLE):
            option.palette.setColor(option.palette.ColorRole.Text, QColor(PALETTE["gray60"]))
            option.palette.setColor(option.palette.ColorRole.HighlightedText, QColor(PALETTE["gray60"]))
            if index.column() == 0:
                option.font.setStrikeOut(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tone = index.data(TONE_ROLE)
        if not tone:
            super().paint(painter, option, index)
            return
        ground = QStyleOptionViewItem(option)
        self.initStyleOption(ground, index)
        words, ground.text = ground.text, ""
        widget = ground.widget
        widget.style().drawControl(QStyle.ControlElement.CE_ItemViewItem, ground, painter, widget)
        if not words:
            return
        metrics = ground.fontMetrics
        room = option.rect.adjusted(4, 0, -4, 0)
        words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() - 16)
        height = metrics.height() + 6
        pill = QRectF(room.x(), room.center().y() - height / 2 + 0.5, metrics.horizontalAdvance(words) + 16, height)
        painter.save()
        if tone != Tone.QUIET:  # what needs nobody's attention gets no ground
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(GROUND_OF_TONE[Tone(tone)]))
            painter.drawRoundedRect(pill, 6, 6)
        painter.setFont(ground.font)
        painter.setPen(QColor(TEXT_OF_TONE[Tone(tone)]))
        painter.drawText(pill, Qt.AlignmentFlag.AlignCenter, words)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return super().sizeHint(option, index).expandedTo(QSize(0, option.fontMetrics.height() + 22))


class RecordTable(QTableView):
    """A quiet table: whole rows, no grid, nothing to edit."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(WordsDelegate(self))
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)

    def fit_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Give each column its width, wide enough for its title; those of width 0 share what is left."""
        scale = self.fontMetrics().height() / 18
        header = self.horizontalHeader()
        header.setMinimumSectionSize(24)
        for section, column in enumerate(columns):
            if column.width:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Fixed)
                title = header.fontMetrics().horizontalAdvance(column.title) + 24
                self.setColumnWidth(section, max(round(column.width * scale), title))
            else:
                header.setSectionResizeMode(section, QHeaderView.ResizeMode.Stretch)
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 22)
