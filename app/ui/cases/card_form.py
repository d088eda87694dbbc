"""A form in place beside the case, other than that of a step: Enter saves, Esc leaves."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, Notice, Text, restyle, row, shortcut


class CardForm(Card):
    """A heading, a hint, fields that whoever builds on this puts into `body`, what went wrong, and the buttons."""

    submitted = Signal(object)
    """What stands in the form."""
    left = Signal()

    def __init__(self, heading: str, hint: str, save: str, *, scrolls: bool = False) -> None:
        """`save` is what the button says; `scrolls`: there may be more fields than room."""
        super().__init__(margins=(18, 14, 18, 14))
        self.column.setSpacing(10)
        self.fields: dict[str, QWidget] = {}
        """By the names that errors have for them."""
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 4 if scrolls else 0, 0)
        self.body.setSpacing(4)
        self.told = Notice(Tone.WARNING, "triangle-alert")
        self.trouble = Notice(Tone.DANGER, "circle-alert")
        self.save = Button(save, "primary")
        self.leave = Button(self.tr("그만두기  Esc"), "secondary", name=self.tr("그만두기"))
        self.column.addWidget(Text(heading, "heading", wrap=True))
        if hint:
            self.column.addWidget(Text(hint, "body", Tone.QUIET, wrap=True))
        if scrolls:
            self.column.addWidget(_scrolled(self.body), 1)
        else:
            self.column.addLayout(self.body, 1)
        self.column.addWidget(self.told)
        self.column.addWidget(self.trouble)
        self.column.addLayout(row(1, self.leave, self.save))
        self.save.clicked.connect(self.submit)
        self.leave.clicked.connect(self.left)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            shortcut(self, keys, self.submit)
        shortcut(self, "Esc", self.left.emit)

    def start(self) -> None:
        """The keyboard is in the first field."""
        next(iter(self.fields.values()), self.save).setFocus()

    def submit(self) -> None:
        """Save what stands here."""
        raise NotImplementedError

    def say_overtaken(self, sentence: str) -> None:
        """Somebody else has done something meanwhile."""
        self.told.say(sentence)

    def show_trouble(self, name: str, sentence: str) -> None:
        """Say what is wrong, mark the field and go there."""
        for key, field in self.fields.items():
            field.setProperty("wrong", "true" if key == name else "false")
            restyle(field)
        self.trouble.say(sentence)
        wrong = self.fields.get(name)
        if wrong is not None and sentence and wrong.isVisibleTo(self):
            wrong.setFocus()

    def add(self, label: str, field: QWidget) -> None:
        """Put a field below the others."""
        self.body.addWidget(Text(label, "strong"))
        self.body.addWidget(field)
        self.body.addSpacing(6)


def _scrolled(body: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setObjectName("cardInside")
    inside.setLayout(body)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    return area
