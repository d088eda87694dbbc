"""What can happen to the cases of an office of several counters, as rules for hypothesis to play with."""

from __future__ import annotations

from collections.abc import Collection
from contextlib import suppress
from dataclasses import replace

import hypothesis.strategies as st
from hypothesis.stateful import RuleBasedStateMachine, rule

from app.domain.actors import Actor, Role
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import CaseKind, CaseResult, NewCase
from app.domain.errors import AppError
from tests.support.scans import pdf, written
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_invariants import stored

SUPERVISOR = Actor("supervisor1", "", Role.SUPERVISOR)
STEPS_OF_CASES = {
    CaseStepKind.TAKEN_OVER: NewStep(CaseStepKind.TAKEN_OVER),
    CaseStepKind.NOTED: NewStep(CaseStepKind.NOTED),
    CaseStepKind.ANSWERED: NewStep(CaseStepKind.ANSWERED, result=CaseResult.DONE),
    CaseStepKind.CLOSED: NewStep(CaseStepKind.CLOSED),
    CaseStepKind.WITHDRAWN: NewStep(CaseStepKind.WITHDRAWN),
}

homes = st.integers(0, 2)
picks = st.integers(0, 3)


class OfficeOfCases(RuleBasedStateMachine):
    """`cases` are the ids of all that somebody was told were received."""

    def __init__(self) -> None:
        super().__init__()
        self.homes: list[SharedHome] = []
        self.cases: set[str] = set()

    @rule(at=homes, text=st.sampled_from(["", "꺼져 있습니다"]))
    def open_case(self, at: int, text: str) -> None:
        office = self.homes[at].office
        department = office.offices.departments(CLERK)[0].code
        new = NewCase(CaseKind.OTHER, "가로등", text, name="홍길동" if text else "", department_code=department)
        self.cases.add(office.cases.open(CLERK, new).id)

    @rule(at=homes, which=picks, what=st.sampled_from([*STEPS_OF_CASES]))
    def step_case(self, at: int, which: int, what: CaseStepKind) -> None:
        home = self.homes[at]
        if (case_id := self._case(home, which)) is None:
            return
        with suppress(AppError):
            text = "적어 둠" if what is CaseStepKind.NOTED else ""
            home.office.cases.step(CLERK, case_id, replace(STEPS_OF_CASES[what], kind=what, text=text))

    @rule(at=homes, which=picks, text=st.sampled_from(["다시 씀", "또 씀"]), number=st.sampled_from(["", "2026-1"]))
    def edit_case(self, at: int, which: int, text: str, number: str) -> None:
        home = self.homes[at]
        if (case_id := self._case(home, which)) is not None:
            with suppress(AppError):
                home.office.cases.edit(CLERK, case_id, CaseChange(text=text, external_number=number))

    @rule(at=homes, which=picks)
    def undo_in_case(self, at: int, which: int) -> None:
        home = self.homes[at]
        if (case_id := self._case(home, which)) is not None:
            with suppress(AppError):
                steps = home.office.cases.show(CLERK, case_id).steps
                home.office.cases.step(CLERK, case_id, NewStep(CaseStepKind.UNDONE, of=steps[-1].id if steps else ""))

    @rule(at=homes, which=picks)
    def erase_case(self, at: int, which: int) -> None:
        home = self.homes[at]
        if (case_id := self._case(home, which)) is not None:
            with suppress(AppError):
                home.office.cases.erase(SUPERVISOR, case_id, "본인 요청")

    @rule(at=homes, which=picks, seed=st.integers(0, 2))
    def attach_to_case(self, at: int, which: int, seed: int) -> None:
        home = self.homes[at]
        if (case_id := self._case(home, which)) is not None:
            with suppress(AppError):
                scan = written(home.home.root, "사진.pdf", pdf(300, seed))
                home.office.attachments.attach(CLERK, case_id, scan)

    @rule(at=homes, which=picks)
    def ask_for_case(self, at: int, which: int) -> None:
        if self.cases:
            with suppress(AppError):
                self.homes[at].sharing.fetch_case(CLERK, sorted(self.cases)[which % len(self.cases)])

    def check_cases(self, there: Collection[tuple[str, str]]) -> None:
        """None is lost, and every counter that holds one shows the same of it. `there` is on the shared side."""
        lost = {one for one in self.cases if ("case_file", one) not in there}
        assert not lost, f"lost: {lost}"
        shown: dict[str, object] = {}
        for home in self.homes:
            for (case_id,) in stored(home.database, "SELECT id FROM case_file"):
                view = home.office.cases.show(CLERK, case_id)
                steps = [(step.id, step.kind, step.on, step.text, step.place) for step in view.steps]
                seen = (view.case.title, view.case.text, view.case.name, view.course.status, view.line.due_day, steps)
                assert shown.setdefault(case_id, seen) == seen

    def forget_cases(self, home: SharedHome, there: Collection[tuple[str, str]]) -> None:
        """Those that only a disk knew of which burns just now."""
        made = stored(home.database, "SELECT row_id FROM outbox WHERE entity = 'case_file' AND kind = 'create'")
        self.cases -= {one for (one,) in made if ("case_file", one) not in there}

    def _case(self, home: SharedHome, which: int) -> str | None:
        """One of the cases this home holds."""
        held = stored(home.database, "SELECT id FROM case_file ORDER BY id DESC LIMIT 4")
        return str(held[which % len(held)][0]) if held else None
