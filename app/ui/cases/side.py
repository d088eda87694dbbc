"""What stands beside the case: the form of a step, the way of a deadline, an attachment, a question. One at a time."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget


class Side(QWidget):
    """Holds one card, or nothing and is hidden. A card that is taken away is gone for good."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.card: QWidget | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.hide()

    def put(self, card: QWidget) -> None:
        """Show `card` instead of what was shown."""
        self._drop()
        self.card = card
        self._column.addWidget(card)
        card.show()  # at once, so that it can have the keyboard where another card stood
        self.show()
        self.changed.emit()

    def clear(self) -> None:
        """Show nothing."""
        if self.card is not None:
            self._drop()
            self.hide()
            self.changed.emit()

    def _drop(self) -> None:
        if self.card is not None:
            self.card.hide()
            self._column.removeWidget(self.card)
            self.card.deleteLater()
            self.card = None
