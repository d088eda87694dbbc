"""Cases and steps for tests of their course: short to write, counted by a calendar of their own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.case_course import course_of
from app.domain.case_rules import Standing, check_step
from app.domain.case_steps import CaseStep, CaseStepKind, NewStep
from app.domain.cases import Case, CaseKind, CaseResult, Channel, WrittenBy
from app.domain.deadlines import WorkingTime

SEOUL = ZoneInfo("Asia/Seoul")
RECEIVED = datetime(2026, 11, 2, 10, 0, tzinfo=SEOUL)
"""Monday. November 2026 has no holiday."""
WORKING = WorkingTime(holidays={date(2026, 12, 25): "성탄절"})


def a_case(kind: CaseKind = CaseKind.GRIEVANCE, received: datetime = RECEIVED, **changes: Any) -> Case:
    known: dict[str, Any] = {
        "id": "case",
        "number": "2026-A-0001",
        "kind": kind,
        "title": "골목 소음",
        "text": "밤마다 시끄럽습니다",
        "name": "홍길동",
        "phone": "010-1234-5678",
        "address": "한빛구 1",
        "channel": Channel.COUNTER,
        "written_by": WrittenBy.CITIZEN,
        "received_at": received.astimezone(UTC),
        "received_by": "clerk1",
        "counter_code": "A",
        "department_code": "D001",
        "service_code": None,
        "period": "",
        "flags": frozenset(),
        "visit_id": None,
        "card_id": None,
        "matter_id": "case",
        "external_number": "",
        "to_auditor": False,
        "version": 1,
    }
    return Case(**{**known, **changes})


def a_step(
    number: int, kind: CaseStepKind, on: date, *, by: str = "clerk1", of: int | None = None, **said: Any
) -> CaseStep:
    """The step of the place `number`, taken at three o'clock; `said` is its detail."""
    at = datetime.combine(on, time(15), SEOUL).astimezone(UTC)
    target = None if of is None else f"step{of}"
    return CaseStep(f"step{number}", "case", kind, at, on, by, "A", of=target, detail=said, place=number)


def standing(
    case: Case, steps: Sequence[CaseStep], today: date, working: WorkingTime = WORKING, **more: Any
) -> Standing:
    now = datetime.combine(today, time(15), SEOUL)
    return Standing(case, tuple(steps), course_of(case, steps, working), working, now, **more)


class Casebook:
    """A case that is handled day by day, as one person at one counter does it."""

    def __init__(self, kind: CaseKind = CaseKind.GRIEVANCE, working: WorkingTime = WORKING, **changes: Any) -> None:
        self.case = a_case(kind, **changes)
        self.steps: list[CaseStep] = []
        self.today = RECEIVED.date()
        self.working = working
        self.more: dict[str, Any] = {}

    @property
    def standing(self) -> Standing:
        return standing(self.case, self.steps, self.today, self.working, **self.more)

    def on(self, day: date) -> Casebook:
        self.today = day
        return self

    def after(self, days: int) -> Casebook:
        return self.on(RECEIVED.date() + timedelta(days=days))

    def take(self, kind: CaseStepKind, by: str = "clerk1", **said: Any) -> CaseStep:
        """Errors: those of `check_step`."""
        new = NewStep(kind, **{"text": "글", **said})
        here = self.standing
        on = check_step(here, new, by)
        detail: dict[str, Any] = {
            name: value.isoformat() if isinstance(value, date) else getattr(value, "value", value)
            for name in ("until", "period", "consent", "department_code", "transfer", "result")
            if (value := getattr(new, name)) not in (None, "", False)
        }
        if kind is CaseStepKind.TRANSFERRED:
            detail["from_department"] = here.course.department_code
        number = len(self.steps) + 1
        at = here.now.astimezone(UTC)
        step = CaseStep(
            f"step{number}", "case", kind, at, on, by, "A", new.text, new.remedy, new.of, detail, place=number
        )
        self.steps.append(step)
        return step

    def answer(self, result: CaseResult = CaseResult.DONE, remedy: str = "") -> CaseStep:
        return self.take(CaseStepKind.ANSWERED, result=result, remedy=remedy)
