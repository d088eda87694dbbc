"""The form of the reception desk: the same as at a counter, and who is to call the visitor."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLayout, QWidget

from app.domain.offices import CounterRecord
from app.domain.visits import NewVisit
from app.ui.shared.flow import Flow
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.shared.theme import Tone
from app.ui.shared.widgets import Button, Text, shortcut
from app.ui.visit_entry.presenter import VisitEntryPresenter, Work
from app.ui.visit_entry.result_card import ResultCard
from app.ui.visit_entry.view import VisitEntryView


class AdmissionPresenter(VisitEntryPresenter):
    """Registers people as waiting. `called_by` is the counter that is to call, None any."""

    counters_found = Signal(object)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent)
        self.called_by: str | None = None
        work = partial(session.parts.offices.counters, session.actor)
        session.runner.run(Lane.DESK, self, work, self.counters_found.emit)

    def saving(self, checked: NewVisit) -> Work:
        return partial(self._session.parts.visits.admit, self._session.actor, checked, self.called_by)


class AdmissionView(VisitEntryView):
    """Enter registers as waiting and prints the slip."""

    presenter: AdmissionPresenter

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.counters: tuple[CounterRecord, ...] = ()
        self.presenter.counters_found.connect(self._on_counters)
        self.choices.idToggled.connect(self._on_choice)

    def title(self) -> str:
        return self.tr("대기 등록")

    def make_presenter(self, session: Session) -> AdmissionPresenter:
        return AdmissionPresenter(session, self)

    def make_save_button(self) -> Button:
        return Button(self.tr("대기 등록·접수증 출력   Enter"), "primary", name=self.tr("대기 등록하고 접수증 출력"))

    def make_result_card(self) -> ResultCard:
        return ResultCard(serving=False)

    def further_rows(self) -> tuple[QLayout, ...]:
        self.choices = QButtonGroup(self)
        self.flow = Flow()
        self._called = Text(self.tr("호출"), "small", Tone.QUIET)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(self._called)
        row.addWidget(self.flow, 1)
        return (row,)

    def clear(self) -> None:
        super().clear()
        if self.counters:
            self.choices.button(0).setChecked(True)

    def _on_counters(self, counters: Sequence[CounterRecord]) -> None:
        self.counters = tuple(counters)
        chips: list[QWidget] = []
        names = [self.tr("아무 창구"), *(counter.name for counter in self.counters)]
        for place, name in enumerate(names):
            chip = Button(name, "chip", name=f"{self._called.text()} {name}")
            chip.setCheckable(True)
            chip.setChecked(place == 0)
            self.choices.addButton(chip, place)
            for keys in ("Return", "Enter"):
                shortcut(chip, keys, self._on_enter)
            if place <= 9:
                chip.setToolTip(f"Ctrl+{place}")
                shortcut(self, f"Ctrl+{place}", chip.click)
            chips.append(chip)
        self.flow.put(chips)

    def _on_choice(self, place: int, chosen: bool) -> None:
        if chosen:
            self.presenter.called_by = None if place == 0 else self.counters[place - 1].code
