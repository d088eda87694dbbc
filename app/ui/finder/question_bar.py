"""What stands between the line and the answers: the question that decides, and the life event that was spoken of."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from app.domain.directory import LifeEvent, Question
from app.ui.shared.flow import Flow
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, ElidedText, IconLabel, Text, row, shortcut

_MOST = 5
"""As many choices as a question may have."""


class QuestionBar(QFrame):
    """One question to ask the citizen, and its answers as buttons with their keys."""

    decided = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.PRIMARY.value)
        self.words = Text("", "heading", wrap=True)
        self.choices = Flow(8)
        self._shown: Question | None = None
        self._group = QButtonGroup(self)
        self._group.setExclusive(False)
        self._group.idClicked.connect(self.decided)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 10, 16, 12)
        column.setSpacing(8)
        head = row(IconLabel("users", Tone.PRIMARY, 22), spacing=10)
        head.addWidget(self.words, 1)
        column.addLayout(head)
        column.addWidget(self.choices)
        self.hide()

    def take_keys(self, owner: QWidget) -> None:
        """Alt and a digit answer from anywhere in `owner`."""
        for place in range(_MOST):
            shortcut(owner, f"Alt+{place + 1}", _Answering(self, place).answer)

    def answer(self, place: int) -> None:
        """As if that button was pressed, if there is one."""
        if self._shown is not None and place < len(self._shown.choices):
            self.decided.emit(place)

    def ask(self, question: Question | None) -> None:
        """Show `question`; None hides the bar."""
        if question == self._shown:
            return
        self._shown = question
        self.setVisible(question is not None)
        if question is None:
            return
        for old in self._group.buttons():
            self._group.removeButton(old)
        self.words.say(question.text)
        self.setAccessibleName(question.text)
        buttons: list[QWidget] = []
        for place, choice in enumerate(question.choices):
            button = Button(f"{choice.text}   Alt+{place + 1}", "secondary", name=choice.text)
            button.setProperty("scale", "big")
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self._group.addButton(button, place)
            buttons.append(button)
        self.choices.put(buttons)


class _Answering(QObject):
    """A key's slot: a child of the bar, because a connection to a lambda would outlive it."""

    def __init__(self, bar: QuestionBar, place: int) -> None:
        super().__init__(bar)
        self._bar = bar
        self._place = place

    def answer(self) -> None:
        self._bar.answer(self._place)


class EventBar(QFrame):
    """The life event the citizen spoke of, and the key to everything that is to be done then."""

    wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("notice")
        self.setProperty("tone", Tone.SUCCESS.value)
        self.words = ElidedText("", "lead")
        self.open = Button(self.tr("차례로 보기  Ctrl+E"), "secondary", name=self.tr("할 일을 차례로 보기"))
        self.open.setProperty("scale", "tall")
        self.open.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.open.clicked.connect(self.wanted)
        line = row(IconLabel("list-checks", Tone.SUCCESS, 22), spacing=10)
        line.setContentsMargins(16, 6, 8, 6)
        line.addWidget(self.words, 1)
        line.addWidget(self.open)
        self.setLayout(line)
        self.hide()

    def tell(self, event: LifeEvent | None) -> None:
        """Show that `event` was spoken of; None hides the bar."""
        self.setVisible(event is not None)
        if event is not None:
            self.words.say(
                self.tr("{event} · 하실 일 {count}가지가 있습니다").format(event=event.name, count=len(event.steps))
            )
