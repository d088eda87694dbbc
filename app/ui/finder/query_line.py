"""The one large line for what a citizen says, and the keys that work in it without leaving it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.shared.typed_line import TypedLine

_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_PageUp: -5, Qt.Key.Key_PageDown: 5}


class QueryLine(TypedLine):
    """Up and Down choose below it, Enter tells, Esc clears. Ctrl+Z is the text's while the text is newer."""

    stepped = Signal(int)
    entered = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("askLine")
        self.setClearButtonEnabled(True)
        self.lead_with("search")
        self._given = False
        self.textChanged.connect(self._on_text)

    def keep_for_next(self) -> None:
        """What was said has been dealt with: the next letter begins anew, and Ctrl+Z takes back what was done."""
        self.settle()
        self.selectAll()
        self._given = True

    def undoes_text(self) -> bool:
        return super().undoes_text() and not self._given

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.modifiers() in _PLAIN:
            key = Qt.Key(event.key())
            if key in _STEPS:
                self.settle()
                self.stepped.emit(_STEPS[key])
                return
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self.settle()
                self.entered.emit()
                return
            if key is Qt.Key.Key_Escape:
                self.settle()
                self.left.emit()
                return
        super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # On some desktops a second End in a line of text; here it is a key of the screen, the same everywhere.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.modifiers() == Qt.KeyboardModifier.ControlModifier
            and event.key() == Qt.Key.Key_E
        ):
            event.ignore()
            return False
        return super().event(event)

    def _on_text(self) -> None:
        self._given = False
