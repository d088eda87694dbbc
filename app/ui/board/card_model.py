"""The cards of one side as rows, read page by page as somebody scrolls (design law 7)."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from app.domain.cards import Card
from app.ui.board import words

Index = QModelIndex | QPersistentModelIndex


class CardModel(QAbstractListModel):
    """Cards in their order. A row more or less moves the rows below it and nothing else."""

    more_wanted = Signal()
    """Somebody has scrolled to the end of what was read."""

    def __init__(self, today: Callable[[], date], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._today = today
        self._cards: list[Card] = []
        self._more = False

    @property
    def cards(self) -> tuple[Card, ...]:
        return tuple(self._cards)

    @property
    def more(self) -> bool:
        """Whether there are cards that were not read yet."""
        return self._more

    def card_at(self, index: Index) -> Card:
        """The card of a valid `index`."""
        return self._cards[index.row()]

    def row_of(self, card_id: str) -> int | None:
        """Where a card stands, if it is here."""
        return next((row for row, card in enumerate(self._cards) if card.id == card_id), None)

    def set_cards(self, cards: Sequence[Card], *, more: bool) -> None:
        """Show `cards`; where only what is written on them is new, no row moves."""
        self._more = more
        if [card.id for card in cards] == [card.id for card in self._cards]:
            for row, card in enumerate(cards):
                self._put(row, card)
            return
        self.beginResetModel()
        self._cards = list(cards)
        self.endResetModel()

    def append(self, cards: Sequence[Card], *, more: bool) -> None:
        """The next page."""
        self._more = more
        known = {card.id for card in self._cards}
        new = [card for card in cards if card.id not in known]
        if new:
            first = len(self._cards)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._cards += new
            self.endInsertRows()

    def put(self, card: Card) -> None:
        """What is written on a card that is here is new."""
        row = self.row_of(card.id)
        if row is not None:
            self._put(row, card)

    def take(self, card_id: str) -> int | None:
        """Take a card away; the row it had."""
        row = self.row_of(card_id)
        if row is not None:
            self.beginRemoveRows(QModelIndex(), row, row)
            del self._cards[row]
            self.endRemoveRows()
        return row

    def insert(self, row: int, card: Card) -> None:
        """Put a card where it had been, or as near as there are rows."""
        place = min(row, len(self._cards))
        self.beginInsertRows(QModelIndex(), place, place)
        self._cards.insert(place, card)
        self.endInsertRows()

    def _put(self, row: int, card: Card) -> None:
        if self._cards[row] != card:
            self._cards[row] = card
            self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._cards)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._more

    def fetchMore(self, parent: Index) -> None:
        self.more_wanted.emit()

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.AccessibleTextRole:
                return words.spoken(self._cards[index.row()], self._today())
            case Qt.ItemDataRole.ToolTipRole:
                return words.said(self._cards[index.row()])
        return None
