"""A one-line field that never loses a half-composed Korean syllable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.shared.theme import icon


class TypedLine(QLineEdit):
    """A line edit that can tell its text with the syllable still being composed, and settle it before it is read."""

    live_text_changed = Signal(str)
    """The text as the eye sees it: what is being composed included."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._composing = ""
        self._leading: tuple[QAction, str] | None = None
        self.textChanged.connect(self._announce)

    def lead_with(self, icon_name: str) -> None:
        """Show an icon before the text."""
        action = self.addAction(icon(icon_name), QLineEdit.ActionPosition.LeadingPosition)
        self._leading = (action, icon_name)

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

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.StyleChange and (leading := getattr(self, "_leading", None)) is not None:
            leading[0].setIcon(icon(leading[1]))

    def event(self, event: QEvent) -> bool:
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and self._belongs_to_the_screen(event)
        ):
            event.ignore()
            return False
        return super().event(event)

    def _belongs_to_the_screen(self, event: QKeyEvent) -> bool:
        if event.matches(QKeySequence.StandardKey.Undo):
            return not self.undoes_text()
        # On some desktops a second Delete and End in a line of text; here keys of the screen, the same everywhere.
        control = event.modifiers() == Qt.KeyboardModifier.ControlModifier
        return control and event.key() in (Qt.Key.Key_D, Qt.Key.Key_E)

    def _announce(self) -> None:
        self.live_text_changed.emit(self.live_text())
