"""Tables over frozen records (design law 7): one view, and one delegate for words on a coloured ground."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from app.ui.shared.record_model import LEFT, RIGHT, STRUCK_ROLE, TONE_ROLE, Column, Index, RecordTableModel
from app.ui.shared.theme import GROUND_OF_TONE, PALETTE, TEXT_OF_TONE, Tone

__all__ = ["Column", "RecordTable", "RecordTableModel", "WordsDelegate"]


class WordsDelegate(QStyledItemDelegate):
    """Draws a cell that has a tone as words on a rounded ground; a struck row in gray, crossed out."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if isinstance(model, RecordTableModel):
            # Straight from the record: the base class asks the model for seven roles of every cell it paints.
            column, record = model.cell(index)
            option.index = index  # type: ignore[assignment]
            option.text = column.text(record)
            option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
            option.displayAlignment = RIGHT if column.right else LEFT
            if model.is_bold(column, record):
                option.font.setBold(True)
                option.fontMetrics = QFontMetrics(option.font)
            struck = model.is_struck(record)
        else:
            super().initStyleOption(option, index)
            struck = bool(index.data(STRUCK_ROLE))
        option.state &= ~QStyle.StateFlag.State_HasFocus
        if struck:
            option.palette.setColor(option.palette.ColorRole.Text, QColor(PALETTE["gray60"]))
            option.palette.setColor(option.palette.ColorRole.HighlightedText, QColor(PALETTE["gray60"]))
            if index.column() == 0:
                option.font.setStrikeOut(True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        model = index.model()
        if isinstance(model, RecordTableModel):
            column, record = model.cell(index)
            tone = column.tone(record).value if column.tone is not None else ""
        else:
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

    def setModel(self, model: QAbstractItemModel | None) -> None:
        super().setModel(model)
        self._kept: tuple[Hashable, int] | None = None
        if isinstance(model, RecordTableModel):
            model.modelAboutToBeReset.connect(self._keep_place)
            model.modelReset.connect(self._take_place)

    def _keep_place(self) -> None:
        """Remember the selected record and how far the list is scrolled."""
        model, index = self.model(), self.currentIndex()
        self._kept = None
        if isinstance(model, RecordTableModel) and index.isValid() and self.selectionModel().isSelected(index):
            self._kept = (model.key_at(index.row()), self.verticalScrollBar().value())

    def _take_place(self) -> None:
        model, kept = self.model(), self._kept
        if kept is None or not isinstance(model, RecordTableModel):
            return
        row = model.row_of(kept[0])
        if row is not None:
            self.selectRow(row)
            self.verticalScrollBar().setValue(kept[1])

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and (columns := getattr(self, "_fitted", ())):
            self.fit_columns(columns)

    def fit_columns(self, columns: Sequence[Column[Any]]) -> None:
        """Give each column its width, wide enough for its title; those of width 0 share what is left."""
        self._fitted = tuple(columns)
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
