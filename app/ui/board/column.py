"""One side of the board: its heading, its cards, and what stands there while there are none."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QEvent, QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStackedWidget

from app.domain.cards import Card, Side
from app.ui.board import words
from app.ui.board.card_delegate import CardDelegate
from app.ui.board.card_model import CardModel
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Card as WhiteCard
from app.ui.shared.widgets import EmptyState, IconLabel, Text, row


class CardList(QListView):
    """Painted cards below one another; ← → lead to the other side, Enter opens."""

    sideways = Signal()
    opened = Signal()
    focused = Signal()

    def __init__(self, model: CardModel, today: Callable[[], date], name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setObjectName("cards")
        self.setUniformItemSizes(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.delegate = CardDelegate(today, self)
        self.setItemDelegate(self.delegate)
        self.setModel(model)
        self._measure()
        self.doubleClicked.connect(self.opened)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Left | Qt.Key.Key_Right:
                self.sideways.emit()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                self.opened.emit()
            case _:
                super().keyPressEvent(event)

    def keyboardSearch(self, search: str) -> None:
        """Digits are keys of the screen."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.focused.emit()
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "delegate"):
            self._measure()

    def _measure(self) -> None:
        self.ensurePolished()
        self.delegate.measure(self.font())
        self.verticalScrollBar().setSingleStep(max(1, self.delegate.height // 2))
        self.doItemsLayout()


class BoardColumn(WhiteCard):
    """좋아요 or 아쉬워요."""

    chosen = Signal()
    """Another card, or none, is meant by the keys."""
    opened = Signal()
    sideways = Signal()
    focused = Signal(object)
    """Its `Side`: the keys mean this column now."""
    more_wanted = Signal(object)
    """Its `Side`: somebody has scrolled to the end of what was read."""

    def __init__(self, side: Side, today: Callable[[], date]) -> None:
        super().__init__(margins=(8, 10, 6, 6))
        self.column.setSpacing(6)
        self.side = side
        self._all: int | None = None
        self.model = CardModel(today, self)
        self.list = CardList(self.model, today, words.side(side))
        self.title = Text(words.side(side), "heading", words.SIDE_TONES[side])
        self.count = Text("", "body", Tone.QUIET)
        self.empty = EmptyState(words.SIDE_ICONS[side], "", "")
        self._pages = QStackedWidget()
        self._pages.addWidget(self.empty)
        self._pages.addWidget(self.list)
        head = row(IconLabel(words.SIDE_ICONS[side], words.SIDE_TONES[side], 22), self.title, self.count, 1)
        head.setContentsMargins(8, 0, 8, 0)
        self.column.addLayout(head)
        self.column.addWidget(self._pages, 1)
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self.list.opened.connect(self.opened)
        self.list.sideways.connect(self.sideways)
        self.list.focused.connect(self._on_focused)
        self.model.more_wanted.connect(self._on_more_wanted)
        for changed in (self.model.rowsInserted, self.model.rowsRemoved, self.model.modelReset):
            changed.connect(self._show_count)

    @property
    def card(self) -> Card | None:
        """The card the keys mean."""
        index = self.list.currentIndex()
        return self.model.card_at(index) if index.isValid() else None

    def show_cards(self, cards: tuple[Card, ...], count: int | None, *, more: bool) -> None:
        """Show what was read; whoever had chosen a card still has it, or the one that took its place."""
        self._all = count
        index, before = self.list.currentIndex(), self.card
        scrolled, row_before = self.list.verticalScrollBar().value(), index.row()
        self.model.set_cards(cards, more=more)
        if cards and not self.list.currentIndex().isValid():
            place = self.model.row_of(before.id) if before is not None else None
            self.select(min(max(row_before, 0), len(cards) - 1) if place is None else place)
            self.list.verticalScrollBar().setValue(scrolled)
        self._show_count()

    def say(self, heading: str, hint: str) -> None:
        """What to tell while there is no card."""
        self.empty.say(heading, hint)

    def select(self, place: int) -> None:
        """Let the keys mean the card in that row."""
        index = self.model.index(place)
        self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def take(self, card_id: str) -> int | None:
        """A card has gone; the keys mean the one that comes after it."""
        if self._all is not None and self.model.row_of(card_id) is not None:
            self._all -= 1
        return self.model.take(card_id)

    def give_back(self, place: int, card: Card) -> None:
        """A card is back."""
        if self.model.row_of(card.id) is None:
            self._all = None if self._all is None else self._all + 1
            self.model.insert(place, card)
        self.model.put(card)
        self.select(self.model.row_of(card.id) or 0)

    def start(self) -> None:
        """Put the keyboard onto the cards."""
        if self.model.cards:
            if not self.list.currentIndex().isValid():
                self.select(0)
            self.list.setFocus()

    def _show_count(self) -> None:
        there = len(self.model.cards)
        count = there if self._all is None or not self.model.more else self._all
        self.count.say(self.tr("{count}장").format(count=f"{count:,}"))
        self._pages.setCurrentWidget(self.list if there else self.empty)

    def _on_current(self, _now: QModelIndex, _before: QModelIndex) -> None:
        self.chosen.emit()

    def _on_focused(self) -> None:
        self.focused.emit(self.side)

    def _on_more_wanted(self) -> None:
        self.more_wanted.emit(self.side)
