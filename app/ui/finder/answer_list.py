"""The answers below the line: what was found, what was not, and everything that a life event asks for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.domain.directory import LifeEvent
from app.ui.finder.answer_row import AnswerRow
from app.ui.finder.asking_presenter import ANSWERS, Asked, Stage, departments
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Card, IconLabel, Text, row


class UnsureCard(Card):
    """Nothing fits: said calmly, with what to do instead of a guess."""

    def __init__(self) -> None:
        super().__init__(margins=(18, 12, 18, 12))
        self.column.setSpacing(4)
        self.setObjectName("unsureCard")
        self.heading = Text(self.tr("맞는 부서를 찾지 못했습니다"), "heading")
        self.column.addLayout(row(IconLabel("circle-alert", Tone.WARNING, 24), self.heading, 1, spacing=10))
        hint = self.tr("무엇을 하러 오셨는지 한 번 더 여쭈어 다른 말로 쳐 보세요. 그래도 없으면 120에 물어보세요.")
        self.column.addWidget(Text(hint, "lead", wrap=True))
        self.nearest = Text(self.tr("아래는 가까운 것일 뿐 답이 아닙니다 · 맞으면 ↓ 로 고르세요"), "body", wrap=True)
        self.column.addWidget(self.nearest)


class EventHead(Card):
    """Which life event the list below is of, and the way back."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__(margins=(18, 10, 12, 10))
        self.heading = Text("", "heading")
        self.about = Text("", "body")
        self.back = Button(self.tr("돌아가기  Esc"), "secondary", "arrow-left", self.tr("돌아가기"))
        self.back.setProperty("scale", "tall")
        self.back.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.back.clicked.connect(self.left)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self.heading)
        words.addWidget(self.about)
        line = row(IconLabel("list-checks", Tone.PRIMARY, 24), spacing=12)
        line.addLayout(words, 1)
        line.addWidget(self.back)
        self.column.addLayout(line)

    def show_event(self, event: LifeEvent, asked: Asked) -> None:
        self.heading.say(self.tr("{event} · 할 일을 차례로").format(event=event.name))
        count = len(departments(asked.rows))
        self.about.say(
            self.tr("할 일 {steps}가지 · 부서와 기관 {places}곳").format(steps=len(asked.rows), places=count)
        )


class AnswerList(QScrollArea):
    """Rows are made once and filled again; the keys stay in the line above."""

    row_pressed = Signal(int)
    event_left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.unsure = UnsureCard()
        self.head = EventHead()
        self.head.left.connect(self.event_left)
        self.rows: list[AnswerRow] = []
        inside = QWidget()
        inside.setObjectName("ground")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self.unsure)
        self._column.addWidget(self.head)
        self._column.addStretch(1)
        self.setWidget(inside)
        self._have(ANSWERS)

    def show_asked(self, asked: Asked, given: Callable[[str], str]) -> None:
        """Show the rows of `asked`; `given` says of a task's id what has been done with it for whoever stands here."""
        unsure = asked.stage is Stage.UNSURE
        self.unsure.setVisible(unsure)
        self.unsure.nearest.setVisible(bool(asked.rows))
        self.head.setVisible(asked.event is not None)
        if asked.event is not None:
            self.head.show_event(asked.event, asked)
        self._have(len(asked.rows))
        for place, widget in enumerate(self.rows):
            there = place < len(asked.rows)
            if there:
                each = asked.rows[place]
                widget.show_row(each, chosen=place == asked.chosen, pale=unsure, given=given(each.task.id))
            widget.setVisible(there)
        if not asked.chosen:
            self.verticalScrollBar().setValue(0)
        else:
            self.ensureWidgetVisible(self.rows[asked.chosen], 0, 4)

    def _have(self, count: int) -> None:
        while len(self.rows) < count:
            made = AnswerRow(len(self.rows))
            made.pressed.connect(self.row_pressed)
            made.hide()
            self.rows.append(made)
            self._column.insertWidget(self._column.count() - 1, made)
