"""A field in which text wraps, that never loses a half-composed Korean syllable."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QEvent, QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QGuiApplication, QInputMethodEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QPlainTextEdit, QScrollArea, QWidget


class TypedText(QPlainTextEdit):
    """A text that wraps, as high as `lines` lines; Tab goes on to the next field.

    Enter begins a new line only where the text has lines (`breaks`); elsewhere it is the key of the form.
    """

    edited = Signal()
    """Somebody typed; not when the program fills the field."""
    entered = Signal()

    def __init__(self, lines: int, breaks: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._breaks = breaks
        self.setObjectName("field")
        self._lines = lines
        self._composing = ""
        self._filling = False
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.textChanged.connect(self._on_changed)
        self._fit()

    def fill(self, text: str) -> None:
        """Show `text`, which nobody has typed."""
        self._filling = True
        self.setPlainText(text)
        self._filling = False

    def live_text(self) -> str:
        """The text, and what is being composed."""
        return self.toPlainText() + self._composing

    def settled_text(self) -> str:
        """The text, once what was being composed has become part of it."""
        method = QGuiApplication.inputMethod()
        if self._composing:
            method.commit()
        if self._composing:
            event = QInputMethodEvent()
            event.setCommitString(self._composing)
            QCoreApplication.sendEvent(self, event)
            method.reset()
        return self.toPlainText()

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        self._composing = event.preeditString()
        super().inputMethodEvent(event)
        if self._composing:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self._breaks:
            self.entered.emit()
            return
        super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:
        if self._breaks or not source.hasText():
            super().insertFromMimeData(source)
        else:
            self.insertPlainText(" ".join(source.text().split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        # A scroll area brings the cursor into sight by itself, but not the whole field; after it has done so:
        QTimer.singleShot(0, self, self._come_into_sight)

    def _come_into_sight(self) -> None:
        above = self.parentWidget()
        while above is not None and not isinstance(above, QScrollArea):
            above = above.parentWidget()
        page = None if above is None else above.widget()
        if above is None or page is None:
            return
        for corner in (QPoint(0, self.height()), QPoint(0, 0)):
            place = self.mapTo(page, corner)
            above.ensureVisible(place.x(), place.y(), 0, 12)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.settled_text()
        super().focusOutEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.FontChange) and hasattr(self, "_filling"):
            self._fit()

    def event(self, event: QEvent) -> bool:
        # With nothing typed Ctrl+Z belongs to the screen, as in a field of one line.
        if (
            event.type() is QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not self.document().isUndoAvailable()
        ):
            event.ignore()
            return False
        return super().event(event)

    def _on_changed(self) -> None:
        if not self._filling:
            self.edited.emit()

    def _fit(self) -> None:
        self.setFixedHeight(self.fontMetrics().lineSpacing() * self._lines + 24)
