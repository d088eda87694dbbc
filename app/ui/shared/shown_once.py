"""What is shown once and stored nowhere: temporary passwords and the recovery code."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, row, shortcut

_WIDTH = 560
_WIDE = 860
_LONG = 24
"""More signs than these need a wider dialog and somewhat smaller letters."""
_MANY_HEIGHT = 260


class ShownOnceDialog(FittedDialog):
    """A calm dialog with the secret in large letters; closing it takes a press of its own button."""

    def __init__(self, heading: str, sentence: str, secret: str, parent: QWidget) -> None:
        long = max(map(len, secret.split("\n"))) > _LONG
        super().__init__(_WIDE if long else _WIDTH, parent)
        self.setWindowTitle(heading)
        self.setAccessibleName(heading)
        self.setAccessibleDescription(sentence)
        self.secret_text = secret
        column = QVBoxLayout(self)
        column.setContentsMargins(28, 24, 28, 22)
        column.setSpacing(14)
        column.addWidget(Text(heading, "title", wrap=True))
        column.addWidget(Text(sentence, "body", wrap=True))
        if "\n" in secret:
            many = QPlainTextEdit(secret)
            many.setReadOnly(True)
            many.setFixedHeight(_MANY_HEIGHT)
            many.setAccessibleName(heading)
            column.addWidget(many)
        else:
            one = Text(secret, "title" if long else "figure")
            one.setObjectName("whole")
            one.setAlignment(Qt.AlignmentFlag.AlignCenter)
            one.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            one.setMinimumHeight(64)
            column.addWidget(one)
        self.copied = Text("", "small", Tone.SUCCESS)
        self.copy = Button(self.tr("복사  Ctrl+C"), "secondary", name=self.tr("복사"))
        self.print = Button(self.tr("인쇄  Ctrl+P"), "secondary", "printer", self.tr("인쇄"))
        self.finish = Button(self.tr("적어 두었습니다"), "primary")
        column.addWidget(self.copied)
        column.addLayout(row(1, self.print, self.copy, self.finish))
        self.print.hide()
        self.copy.clicked.connect(self.copy_secret)
        self.finish.clicked.connect(self.accept)
        shortcut(self, "Ctrl+C", self.copy_secret)
        self.finish.setFocus()

    def copy_secret(self) -> None:
        """Put it on the clipboard."""
        QGuiApplication.clipboard().setText(self.secret_text)
        self.copied.say(self.tr("복사했습니다. 붙여 넣은 뒤에는 클립보드를 비워 주세요."))

    def offer_printing(self) -> None:
        """Show the button; whoever made this dialog connects it."""
        shortcut(self, "Ctrl+P", self.print.click)
        self.print.show()

    def say(self, sentence: str, well: bool) -> None:
        """How printing went."""
        self.copied.say(sentence, Tone.SUCCESS if well else Tone.DANGER)

    def reject(self) -> None:
        """Esc does not throw a secret away."""
