"""Any order of steps from two counters gives one standing on both, and undoing gives back what was before."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import datetime, time, timedelta
from typing import Any

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from app.domain.case_course import course_of, in_order
from app.domain.case_rules import Standing, check_step, due_of_case, ends, hindrances
from app.domain.case_standing import CaseCourse
from app.domain.case_steps import CaseStep, CaseStepKind, NewStep
from app.domain.cases import CaseKind, CaseResult, CaseStatus
from app.domain.errors import AppError
from tests.support.cases import RECEIVED, SEOUL, WORKING, a_case

_COUNTERS = ("A", "B")
_LATER = frozenset({CaseStepKind.UNDONE, CaseStepKind.CORRECTED})


class TwoCounters(RuleBasedStateMachine):
    """Each counter acts on what it knows; the shared side gives places in the order in which steps arrive there."""

    @initialize(kind=st.sampled_from([CaseKind.GRIEVANCE, CaseKind.OTHER, CaseKind.PERMIT, CaseKind.PRAISE]))
    def begin(self, kind: CaseKind) -> None:
        self.case = a_case(kind, period="7d" if kind is CaseKind.PERMIT else "")
        self.known: dict[str, dict[str, CaseStep]] = {counter: {} for counter in _COUNTERS}
        self.shared: list[CaseStep] = []
        self.today = RECEIVED.date()
        self.taken = 0

    def standing(self, counter: str) -> Standing:
        steps = in_order(self.known[counter].values())
        now = datetime.combine(self.today, time(17), SEOUL)
        course = course_of(self.case, steps, WORKING)
        return Standing(self.case, steps, course, WORKING, now, submissions=3, notices=2)

    @rule(days=st.integers(1, 12))
    def days_pass(self, days: int) -> None:
        self.today += timedelta(days=days)

    @rule(
        counter=st.sampled_from(_COUNTERS),
        data=st.data(),
        ending=st.integers(0, 4),
        ahead=st.integers(0, 20),
        back=st.integers(0, 5),
        result=st.sampled_from(CaseResult),
        department=st.sampled_from(["D001", "D002", "D003"]),
        consent=st.booleans(),
    )
    def act(
        self,
        counter: str,
        data: st.DataObject,
        ending: int,
        ahead: int,
        back: int,
        result: CaseResult,
        department: str,
        consent: bool,
    ) -> None:
        allowed = set(CaseStepKind) - hindrances(self.standing(counter), counter).keys() - _LATER
        some = [kind for kind in sorted(allowed) if ends(kind) is (ending == 0)]
        kind = data.draw(st.sampled_from(some or [CaseStepKind.NOTED]))
        on = max(RECEIVED.date(), self.today - timedelta(days=back))
        new = NewStep(
            kind,
            text="글",
            on=on,
            until=self.today + timedelta(days=ahead),
            period="3h" if self.case.kind is CaseKind.OTHER else "3d",
            consent=consent,
            department_code=department,
            result=result,
            remedy="이의신청",
        )
        self.take(counter, new)

    @rule(counter=st.sampled_from(_COUNTERS), which=st.integers(0, 30), day=st.integers(0, 40), undo=st.booleans())
    def put_right(self, counter: str, which: int, day: int, undo: bool) -> None:
        standing = self.standing(counter)
        if not standing.steps:
            return
        target = standing.steps[which % len(standing.steps)]
        kind = CaseStepKind.UNDONE if undo else CaseStepKind.CORRECTED
        on = min(self.today, RECEIVED.date() + timedelta(days=day))
        taken = self.take(counter, NewStep(kind, of=target.id, on=None if undo else on))
        if taken is not None and undo and target.kind not in _LATER:
            without = [step for step in standing.steps if step.id != target.id]
            before = course_of(self.case, without, WORKING)
            assert _bare(self.standing(counter).course) == _bare(before)

    def take(self, counter: str, new: NewStep) -> CaseStep | None:
        """The step, if the counter may take it as far as it knows; it then counts there at once."""
        standing = self.standing(counter)
        with suppress(AppError):
            on = check_step(standing, new, counter)
            self.taken += 1
            at = standing.now + timedelta(seconds=self.taken)
            step_id = f"{counter}{self.taken:03d}"
            detail = _detail(new, standing.course)
            step = CaseStep(step_id, "case", new.kind, at, on, counter, counter, of=new.of, detail=detail)
            self.known[counter][step_id] = step
            after = self.standing(counter).course
            assert step_id not in after.unfit
            assert not after.unfit - standing.course.unfit
            return step
        return None

    @rule(counter=st.sampled_from(_COUNTERS))
    def exchange(self, counter: str) -> None:
        """Push what has no place yet, then pull everything."""
        known = self.known[counter]
        for step in in_order(known.values()):
            if step.place is None:
                self.shared.append(replace(step, place=len(self.shared) + 1))
        known.update({step.id: step for step in self.shared})

    @precondition(lambda self: self.shared)
    @rule()
    def both_agree_after_exchanging(self) -> None:
        for counter in (*_COUNTERS, *_COUNTERS):
            self.exchange(counter)
        one, other = (self.standing(counter) for counter in _COUNTERS)
        assert one.course == other.course
        assert hindrances(one, "C") == hindrances(other, "C")

    @invariant()
    def it_stands_somewhere(self) -> None:
        if not hasattr(self, "case"):
            return
        for counter in _COUNTERS:
            standing = self.standing(counter)
            course = standing.course
            assert (course.ended_on is not None) is (course.status is CaseStatus.CLOSED)
            assert (course.status is CaseStatus.CLOSED) <= (course.result is not None)
            assert course.supplement is None or course.survey is None
            assert course.supplements <= 2
            assert len(course.extensions) <= 2
            due_of_case(self.case, course, WORKING)
            # What does not fit changes nothing.
            fitting = [step for step in standing.steps if step.id not in course.unfit]
            assert replace(course_of(self.case, fitting, WORKING), unfit=course.unfit) == course


def _detail(new: NewStep, course: CaseCourse) -> dict[str, Any]:
    said: dict[str, Any] = {"consent": new.consent}
    if new.until is not None:
        said["until"] = new.until.isoformat()
    if new.kind is CaseStepKind.EXTENDED:
        said["period"] = new.period
    if new.kind is CaseStepKind.TRANSFERRED:
        said |= {"department_code": new.department_code, "from_department": course.department_code}
    if new.result is not None:
        said["result"] = new.result.value
    return said


def _bare(course: CaseCourse) -> CaseCourse:
    """Where it stands, whatever was undone or corrected on the way."""
    return replace(course, undone=frozenset(), unfit=frozenset(), corrected={})


TwoCounters.TestCase.settings = settings(max_examples=150, stateful_step_count=30)
TestTwoCounters = TwoCounters.TestCase
