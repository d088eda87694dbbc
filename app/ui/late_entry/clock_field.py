"""A field for a time of day as one types it from paper: four digits, or with a colon."""

from __future__ import annotations

from datetime import time

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.late_visits import paper_time
from app.ui.shared.typed_line import TypedLine

_MOST_LETTERS = 9
_WHOLE = 4
"""Digits of a time that needs no more of them."""


class ClockField(TypedLine):
    """Shows the time as 09:12 once the cursor has left it."""

    completed = Signal()
    """Four digits stand here and make a time: the cursor may go on by itself."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setMaxLength(_MOST_LETTERS)
        self.textEdited.connect(self._on_edited)
        self.editingFinished.connect(self._tidy)

    def time(self) -> time | None:
        """What stands here, None for nothing or for what is no time."""
        return paper_time(self.settled_text())

    def _on_edited(self, text: str) -> None:
        digits = sum(letter.isdigit() for letter in text)
        if digits == _WHOLE and self.cursorPosition() == len(text) and paper_time(text) is not None:
            self._tidy()
            self.completed.emit()

    def _tidy(self) -> None:
        found = paper_time(self.text())
        if found is not None and self.text() != f"{found:%H:%M}":
            self.setText(f"{found:%H:%M}")
