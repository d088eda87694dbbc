"""The steps of a case as a list: who, when, for which day; what was undone is crossed out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.domain.case_steps import CaseStep
from app.ui.cases.words import TimelineRow
from app.ui.shared.record_model import Index
from app.ui.shared.theme import PALETTE

_SIDE = 10
_GAP = 5
_LINES_AT_MOST = 12
_WRAPPED = int(Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


class TimelineModel(QAbstractListModel):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.rows: tuple[TimelineRow, ...] = ()

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.spoken
        return None


class TimelineDelegate(QStyledItemDelegate):
    """Day at the left; what was done in bold, by whom quietly, and what was written below, as long as it is."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = _row_at(index)
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(PALETTE["primary5"]))
            painter.drawRoundedRect(option.rect.adjusted(2, 1, -2, -1), 6, 6)
        room = option.rect.adjusted(_SIDE, _GAP, -_SIDE, -_GAP)
        plain, bold = option.font, QFont(option.font)
        bold.setBold(True)
        bold.setStrikeOut(row.struck)
        line = QFontMetrics(bold).height()
        day_width = _day_width(option.font, index)
        painter.setFont(plain)
        painter.setPen(QColor(PALETTE["gray60" if row.struck else "gray90"]))
        painter.drawText(QRect(room.x(), room.y(), day_width, line), int(Qt.AlignmentFlag.AlignLeft), row.day)
        words = room.adjusted(day_width, 0, 0, 0)
        heads = QFontMetrics(bold)
        said = row.who if not row.note else f"{row.note} · {row.who}"
        said_width = min(QFontMetrics(plain).horizontalAdvance(said) + 12, words.width() // 2)
        painter.setFont(bold)
        head = heads.elidedText(row.head, Qt.TextElideMode.ElideRight, words.width() - said_width)
        painter.drawText(QRect(words.x(), words.y(), words.width(), line), int(Qt.AlignmentFlag.AlignLeft), head)
        painter.setFont(plain)
        painter.setPen(QColor(PALETTE["warning60" if row.note else "gray60"]))
        who = QFontMetrics(plain).elidedText(said, Qt.TextElideMode.ElideRight, said_width)
        painter.drawText(QRect(words.x(), words.y(), words.width(), line), int(Qt.AlignmentFlag.AlignRight), who)
        if row.text:
            painter.setPen(QColor(PALETTE["gray60" if row.struck else "gray90"]))
            below = QRect(words.x(), words.y() + line + 2, words.width(), words.height() - line - 2)
            painter.drawText(below, _WRAPPED, row.text)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        row = _row_at(index)
        view = option.widget
        width = view.viewport().width() if isinstance(view, QAbstractItemView) else option.rect.width()
        metrics = QFontMetrics(option.font)
        height = metrics.height() + 2 * _GAP
        if row.text:
            room = max(80, width - 2 * _SIDE - _day_width(option.font, index))
            text = metrics.boundingRect(QRect(0, 0, room, 100_000), _WRAPPED, row.text).height()
            height += min(text, _LINES_AT_MOST * metrics.lineSpacing()) + 2
        return QSize(120, height)


class TimelineList(QListView):
    """↑↓ choose a step; what is done to a step is done to the chosen one."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self._model = TimelineModel(self)
        self.setModel(self._model)
        self.setItemDelegate(TimelineDelegate(self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMinimumHeight(self.fontMetrics().height() * 3)

    @property
    def rows(self) -> tuple[TimelineRow, ...]:
        return self._model.rows

    def show_rows(self, rows: Sequence[TimelineRow]) -> None:
        """The steps, the newest first; the chosen one stays chosen."""
        if tuple(rows) == self._model.rows:
            return
        chosen = self.chosen()
        self._model.show_rows(rows)
        place = next(
            (n for n, row in enumerate(rows) if chosen is not None and row.step and row.step.id == chosen.id), -1
        )
        self.setCurrentIndex(self._model.index(place) if place >= 0 else QModelIndex())

    def chosen(self) -> CaseStep | None:
        """The step that is chosen; None for none and for the receipt."""
        index = self.currentIndex()
        return self._model.rows[index.row()].step if index.isValid() else None

    def clear_choice(self) -> None:
        """No step is chosen: what is done is done to the newest."""
        self.setCurrentIndex(QModelIndex())

    def keyboardSearch(self, search: str) -> None:
        """A letter pressed here looks for nothing."""
        return

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()  # what wraps is as high as the new width makes it


def _row_at(index: Index) -> TimelineRow:
    model = index.model()
    assert isinstance(model, TimelineModel)
    return model.rows[index.row()]


def _day_width(font: QFont, index: Index) -> int:
    """As wide as the longest day of the list."""
    model = index.model()
    assert isinstance(model, TimelineModel)
    short = all(len(row.day) <= len("12.30.") for row in model.rows)
    return QFontMetrics(font).horizontalAdvance("12.30.  " if short else "2026.12.30.  ")
