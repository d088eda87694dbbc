"""The calm dialog: an icon, a heading, a sentence, and buttons that say what they do."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, IconLabel, Text

_WIDTH = 600


class FittedDialog(QDialog):
    """As wide as it is told, and always exactly as high as its sentences need at that width."""

    def __init__(self, width: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFixedWidth(width)

    def event(self, event: QEvent) -> bool:
        # Asked before handing the event on: after the last event of all there is no dialog left to ask.
        shape_asked = event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Show)
        handled = super().event(event)
        if shape_asked and (layout := self.layout()) is not None:
            self.setFixedHeight(layout.totalHeightForWidth(self.width()))
        return handled

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter presses the button that has the keys; the default button only where none has them."""
        focused = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(focused, QPushButton):
            focused.click()
            return
        super().keyPressEvent(event)

    def done(self, result: int) -> None:
        """Keys go back to the window below at once, also on a screen without a window manager."""
        below = self.parentWidget()
        # Whoever hears the answer may take away what the dialog stood before, but not the window around it.
        window = None if below is None else below.window()
        super().done(result)
        if window is not None and window.isVisible():
            window.activateWindow()


class CalmDialog(FittedDialog):
    """Says something once. `chosen` is the index of the button pressed; Esc is the last one."""

    def __init__(
        self,
        heading: str,
        sentence: str,
        buttons: Sequence[str],
        tone: Tone = Tone.WARNING,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(_WIDTH, parent)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.chosen = len(buttons) - 1
        self.heading = Text(heading, "heading", wrap=True)
        self.sentence = Text(sentence, "body", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        words = QVBoxLayout()
        words.setSpacing(10)
        words.addWidget(self.heading)
        words.addWidget(self.sentence)
        top = QHBoxLayout()
        top.setSpacing(14)
        top.addWidget(IconLabel("circle-alert", tone, 28), 0, Qt.AlignmentFlag.AlignTop)
        top.addLayout(words, 1)
        bottom = QHBoxLayout()
        bottom.setSpacing(8)
        bottom.addStretch(1)
        self.buttons = [Button(text, "primary" if index == 0 else "secondary") for index, text in enumerate(buttons)]
        for button in self.buttons:
            button.clicked.connect(self._on_clicked)
        # The way forward stands at the right, where the eye ends; it is the one Enter presses.
        for button in reversed(self.buttons):
            bottom.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 20)
        column.setSpacing(24)
        column.addLayout(top)
        column.addLayout(bottom)
        self.buttons[0].setDefault(True)
        self.buttons[0].setFocus()

    def _on_clicked(self) -> None:
        pressed = self.sender()
        self.chosen = next(index for index, button in enumerate(self.buttons) if button is pressed)
        self.accept()
