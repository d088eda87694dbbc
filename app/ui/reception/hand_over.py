"""Handing somebody over to another counter: a digit, a word why, Enter."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QVBoxLayout, QWidget

from app.domain.offices import CounterRecord
from app.domain.visits import WORD_LIMIT, VisitRecord, VisitStatus
from app.ui.shared import words
from app.ui.shared.dialogs import FittedDialog
from app.ui.shared.flow import Flow
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.widgets import Button, Notice, Text, row

_WIDTH = 560


class HandOverPresenter(QObject):
    """Which counters there are, and handing over to one of them."""

    counters_found = Signal(object)
    """Counters by the digit that picks them."""
    handed = Signal(object)
    refused = Signal(str)

    def __init__(self, session: Session, visit: VisitRecord, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._visit = visit
        self._busy = False
        work = partial(session.parts.offices.counters, session.actor)
        session.runner.run(Lane.DESK, self, work, self._on_counters, self._on_failed)

    def hand_over(self, counter: CounterRecord | None, word: str) -> None:
        """Hand the visit to `counter`; what is missing is said."""
        if counter is None:
            self.refused.emit(self.tr("넘길 창구를 먼저 고르세요. 숫자 하나면 됩니다."))
            return
        if self._busy:
            return
        self._busy = True
        work = partial(self._session.parts.reception.hand_over, self._session.actor, self._visit.id, counter.code, word)
        self._session.runner.run(Lane.DESK, self, work, self._on_handed, self._on_failed)

    def _on_counters(self, counters: Sequence[CounterRecord]) -> None:
        """A digit is the counter's place among all of them, so that it stays the same at every counter."""
        waits = self._visit.status is VisitStatus.WAITING
        here = self._visit.now_at if waits else self._session.signed_in.counter.code
        self.counters_found.emit({n: c for n, c in enumerate(counters, start=1) if c.code != here})

    def _on_handed(self, visit: VisitRecord) -> None:
        self._busy = False
        self.handed.emit(visit)

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(sentence_for(error))


class HandOverDialog(FittedDialog):
    """Digits choose while the word is empty; afterwards they are letters of the word."""

    handed = Signal(object)

    def __init__(self, session: Session, visit: VisitRecord, parent: QWidget | None = None) -> None:
        super().__init__(_WIDTH, parent)
        self.setObjectName("handOver")
        self.setWindowTitle(self.tr("다른 창구로 넘기기"))
        self.setAccessibleName(self.tr("다른 창구로 넘기기"))
        self._counters: dict[int, CounterRecord] = {}
        self.choices = QButtonGroup(self)
        self.flow = Flow(8)
        self.word = _Word()
        self.word.setAccessibleName(self.tr("넘기는 까닭"))
        self.word.setPlaceholderText(self.tr("까닭 한마디 (예: 여권 창구 안내)"))
        self.word.setMaxLength(WORD_LIMIT * 4)
        self.hint = Notice(Tone.DANGER, "circle-alert")
        self.ok = Button(self.tr("넘기기   Enter"), "primary", name=self.tr("넘기기"))
        self.cancel = Button(self.tr("그만두기  Esc"))
        for button in (self.ok, self.cancel):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 20)
        column.setSpacing(14)
        column.addWidget(Text(self.tr("다른 창구로 넘기기"), "heading"))
        about = f"{visit.number}  {words.all_services_of(visit)}"
        column.addWidget(Text(about, "lead", wrap=True))
        column.addWidget(Text(self.tr("창구 · 숫자를 누르세요"), "small", Tone.QUIET))
        column.addWidget(self.flow)
        column.addWidget(self.word)
        column.addWidget(self.hint)
        column.addLayout(row(1, self.cancel, self.ok))
        self.presenter = HandOverPresenter(session, visit, self)
        self.presenter.counters_found.connect(self._on_counters)
        self.presenter.refused.connect(self.hint.say)
        self.presenter.handed.connect(self._on_handed)
        self.word.digit_pressed.connect(self._choose)
        self.ok.clicked.connect(self._on_enter)
        self.cancel.clicked.connect(self.reject)
        self.word.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._on_enter()
            return
        super().keyPressEvent(event)

    def chosen(self) -> CounterRecord | None:
        """The counter that is picked."""
        return self._counters.get(self.choices.checkedId())

    def _on_counters(self, counters: dict[int, CounterRecord]) -> None:
        self._counters = counters
        chips = []
        for place, counter in counters.items():
            name = f"{place}  {counter.name}" if place <= 9 else counter.name
            chip = Button(name, "chip", name=counter.name)
            chip.setCheckable(True)
            chip.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            self.choices.addButton(chip, place)
            chips.append(chip)
        self.flow.put(chips)
        if len(counters) == 1:
            self._choose(next(iter(counters)))
        elif not counters:
            self.hint.say(self.tr("넘길 다른 창구가 없습니다. 바뀐 것은 없습니다."))

    def _choose(self, place: int) -> None:
        button = self.choices.button(place)
        if button is not None:
            button.setChecked(True)
            self.hint.say("")

    def _on_enter(self) -> None:
        self.presenter.hand_over(self.chosen(), self.word.settled_text())

    def _on_handed(self, visit: VisitRecord) -> None:
        self.handed.emit(visit)
        self.accept()


class _Word(TypedLine):
    """While it is empty a digit is a key."""

    digit_pressed = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)
        if plain and not self.live_text() and event.text() in tuple("123456789"):
            self.digit_pressed.emit(int(event.text()))
            return
        super().keyPressEvent(event)
