"""What fields for days and moments have in common: a line as people type it, and what was read of it beside it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Text, restyle


class TypedField(QWidget):
    """What cannot be read is said at once. A subclass says what was read (`_say`)."""

    entered = Signal()
    edited = Signal()
    """Something else stands in it."""

    def __init__(self, name: str, width: int) -> None:
        super().__init__()
        self._today = date.min
        self.line = TypedLine()
        self.line.setAccessibleName(name)
        self.line.setFixedWidth(width)
        self.said = Text("", "body", Tone.QUIET)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self.line)
        layout.addWidget(self.said, 1)
        self.setFocusProxy(self.line)
        self.line.live_text_changed.connect(self._on_typed)
        self.line.returnPressed.connect(self.entered)

    def begun(self) -> bool:
        """Whether anything is typed."""
        return bool(self.line.live_text().strip())

    def mark(self, wrong: bool) -> None:
        """Show whether there is something wrong with it."""
        self.line.setProperty("wrong", "true" if wrong else "false")
        restyle(self.line)

    def _say(self) -> None:
        """Say beside the line what was read."""
        raise NotImplementedError

    def _on_typed(self) -> None:
        self._say()
        self.edited.emit()
