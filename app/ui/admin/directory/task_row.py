"""One row of a text and a task: a choice of a question, or a step of a life event."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.ui.admin.directory.task_field import TaskField
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from app.ui.shared.widgets import Button, Text, row


class TaskRow(QWidget):
    """`text_first`: the text stands above the task; `text_lines`: how high it is."""

    entered = Signal()
    edited = Signal()

    def __init__(self, text_name: str, task_name: str, text_first: bool, text_lines: int) -> None:
        super().__init__()
        self.number = Text("", "strong", Tone.QUIET)
        self.text: TypedLine | TypedText
        if text_lines > 1:
            self.text = TypedText(text_lines)
            self.text.edited.connect(self.edited)
            self.text.entered.connect(self.entered)
        else:
            self.text = TypedLine()
            self.text.textEdited.connect(self.edited)
            self.text.returnPressed.connect(self.entered)
        self.text.setPlaceholderText(text_name)
        self.task = TaskField(task_name)
        self.task.picked.connect(self.edited)
        self.task.line.textEdited.connect(self.edited)
        self.task.line.returnPressed.connect(self.entered)
        self.trouble = Text("", "small", Tone.DANGER, wrap=True)
        self.trouble.hide()
        self._names = (text_name, task_name)
        self._text_first = text_first
        self.up = Button("↑", "quiet")
        self.down = Button("↓", "quiet")
        self.away = Button("", "quiet", "x")
        for button in (self.up, self.down, self.away):
            button.setFixedSize(36, 40)
            button.setAutoDefault(False)
            button.setFocusPolicy(Qt.FocusPolicy.ClickFocus)  # the keys for it work in the fields
            policy = button.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            button.setSizePolicy(policy)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 4)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnMinimumWidth(0, 16)
        grid.setColumnStretch(1, 1)
        first, second = (self.text, self.task) if text_first else (self.task, self.text)
        grid.addWidget(self.number, 0, 0)
        grid.addWidget(first, 0, 1)
        grid.addLayout(row(self.up, self.down, self.away, spacing=0), 0, 2)
        grid.addWidget(second, 1, 1, 1, 2)
        grid.addWidget(self.trouble, 2, 1, 1, 2)

    @property
    def fields(self) -> tuple[QWidget, QWidget]:
        """The two fields, the upper one first."""
        return (self.text, self.task.line) if self._text_first else (self.task.line, self.text)

    @property
    def empty(self) -> bool:
        return not self.text.live_text().strip() and not self.task.task_id and not self.task.unfinished

    def show_pair(self, text: str, task_id: str) -> None:
        """Show what nobody has typed here."""
        if isinstance(self.text, TypedText):
            self.text.fill(text)
        else:
            self.text.setText(text)
            self.text.setCursorPosition(0)
        self.task.show_task(task_id)

    def say(self, sentence: str) -> None:
        """What is wrong with this row."""
        self.trouble.say(sentence)
        self.trouble.setVisible(bool(sentence))

    def show_place(self, place: int, count: int) -> None:
        """Its number among `count` filled rows, for the eye and for the ear; what can be done with it."""
        self.number.say(str(place + 1))
        self.text.setAccessibleName(f"{self._names[0]} {place + 1}")
        self.task.line.setAccessibleName(f"{self._names[1]} {place + 1}")
        self.up.setVisible(not self.empty and place > 0)
        self.down.setVisible(not self.empty and place < count - 1)
        self.away.setVisible(not self.empty)
