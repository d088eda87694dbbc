"""The field where a visit starts: digits are keys, + adds a service, everything else is a search."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QInputMethodEvent, QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.shared.typed_line import TypedLine

_DIGITS = {str(n): n for n in range(1, 10)} | {chr(0xFF10 + n): n for n in range(1, 10)}  # an IME may send wide ones
# No service's name has them, no input method composes with them, and both are one key on the main keyboard, with
# Shift or without; the number pad has a + of its own.
_PLUS = frozenset("+=＋＝")
_OTHER_MODIFIERS = (
    Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
)


class ServiceField(TypedLine):
    """Shows the picked service's name, selected, so that the next letter replaces it."""

    digit_pressed = Signal(int)
    moved = Signal(int)
    plus_pressed = Signal()
    """One more service is wanted. What was being composed is settled."""
    emptier_wanted = Signal()
    """Backspace in the empty field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("serviceField")
        self._shows_pick = False
        self.textEdited.connect(self._on_edited)

    @property
    def shows_pick(self) -> bool:
        """Whether the text is a picked service's name and nothing typed."""
        return self._shows_pick

    @property
    def free_for_keys(self) -> bool:
        """Whether a digit is a key here and not a letter of a search."""
        return self._shows_pick or not self.live_text()

    def show_pick(self, name: str) -> None:
        """Show the name of a picked service, or nothing, without calling it typed."""
        blocker = QSignalBlocker(self)
        self.setText(name)
        self.selectAll()
        blocker.unblock()
        self._shows_pick = bool(name)

    def undoes_text(self) -> bool:
        return bool(self.text()) and not self._shows_pick

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = not event.modifiers() & _OTHER_MODIFIERS
        if plain and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.settle()
            self.moved.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
            return
        if plain and event.text() in _PLUS:
            self.settle()
            self.plus_pressed.emit()
            return
        if plain and event.key() == Qt.Key.Key_Backspace and not self.live_text():
            self.emptier_wanted.emit()
            return
        if plain and self.free_for_keys and event.text() in _DIGITS:
            self.digit_pressed.emit(_DIGITS[event.text()])
            return
        super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        given = event.commitString()
        if not event.preeditString() and given[-1:] in _PLUS and given:
            # The syllable that was being composed may come in one piece with the key that ended it.
            if given[:-1]:
                rest = QInputMethodEvent()
                rest.setCommitString(given[:-1])
                QCoreApplication.sendEvent(self, rest)
            self.settle()
            self.plus_pressed.emit()
            return
        if not event.preeditString() and given in _DIGITS and self.free_for_keys:
            self.digit_pressed.emit(_DIGITS[given])
            return
        if self._shows_pick and (event.preeditString() or given):
            self.show_pick("")
        super().inputMethodEvent(event)

    def _on_edited(self) -> None:
        self._shows_pick = False
