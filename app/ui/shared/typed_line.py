"""A one-line field that never loses a half-composed Korean syllable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget


class TypedLine(QLineEdit):
    """A line edit that can tell its text with the syllable still being composed, and settle it before it is read."""

    live_text_changed = Signal(str)
    """The text as the eye sees it: what is being composed included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self.textChanged.connect(self._announce)

    def live_text(self) -> str:
        """The text with what is being composed at the cursor."""
        text, at = self.text(), self.cursorPosition()
        return text[:at] + self._composing + text[at:]

    def settled_text(self) -> str:
        """The text, once what was being composed has become part of it."""
        self.settle()
        return self.text()

    def settle(self) -> None:
        """Commit what is being composed: by the input method, or by hand where it does not answer."""
        method = QGuiApplication.inputMethod()
        if self._composing:
            method.commit()
        if self._composing:
            event = QInputMethodEvent()
            event.setCommitString(self._composing)
            QCoreApplication.sendEvent(self, event)
            method.reset()

    def undoes_text(self) -> bool:
        """Whether Ctrl+Z belongs to the text typed here; if not it belongs to the screen."""
        return bool(self.text())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        self._announce()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settle()
        super().focusOutEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.undoes_text()
        ):
            event.ignore()
            return False
        return super().event(event)

    def _announce(self) -> None:
        self.live_text_changed.emit(self.live_text())
