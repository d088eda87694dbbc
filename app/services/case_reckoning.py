"""Working out where cases stand and when they are due, after a step, an exchange or a change of the calendar.

What is worked out lies beside each case, so that a list of any length is read along an index; a case whose steps,
period or calendar changed is marked by the database itself and counted again before anybody looks.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from zoneinfo import ZoneInfo

from app.db.case_sealing import seal_seconds
from app.db.cases import Reckoned, Reckoning
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.case_course import course_of, running_pauses
from app.domain.case_rules import due_of_case, period_of
from app.domain.case_standing import CaseCourse
from app.domain.case_steps import CaseStep
from app.domain.cases import Case, CaseKind
from app.domain.deadlines import WorkingTime
from app.domain.due import Counting, Due, Period
from app.domain.errors import AppError
from app.services.calendar import CalendarService
from app.services.clock import Clock

_AT_ONCE = 250
"""Cases counted in one transaction; a clerk's save waits for no more."""
_PAUSE = 0.15


@dataclass
class Reckoner:
    """Works cases out by one calendar. What many cases have in common is counted once."""

    working: WorkingTime
    timezone: str
    _dues: dict[str, tuple[date | None, str]] = field(default_factory=dict)
    _periods: dict[tuple[CaseKind, str, str], Period | None] = field(default_factory=dict)

    def reckoning(self, case: Case, steps: Iterable[CaseStep], before: Reckoned, service_period: str) -> Reckoning:
        """What is to be kept of the case; `before` is what was."""
        course = course_of(case, steps, self.working, self.timezone)
        basis = self._basis(case, course, service_period)
        if basis not in self._dues:
            due = self.due(case, course, service_period)
            self._dues[basis] = (None, "") if due is None else (due.day, due.clock)
        day, clock = self._dues[basis]
        return Reckoning(
            case_id=case.id,
            status=course.status,
            result=course.result,
            owner=course.owner,
            due_day=day,
            due_clock=clock,
            moved_from=None if course.ended_on is not None else _moved_from(before, basis, day),
            basis=basis,
            supplements=course.supplements,
            answered_on=course.answered_on,
        )

    def due(self, case: Case, course: CaseCourse, service_period: str) -> Due | None:
        """When it is due; None also for what another program's period cannot be counted by."""
        try:
            return due_of_case(case, course, self.working, service_period, self.timezone, listed=False)
        except (AppError, ValueError, OverflowError):
            return None

    def _basis(self, case: Case, course: CaseCourse, service_period: str) -> str:
        """What the deadline is counted from, but for the calendar: the same for all cases that are due together."""
        if course.objection is not None:
            return f"objection {course.objection.on} {' '.join(map(str, course.objection.extensions))}"
        period = self._period(case, service_period)
        received = case.received_at.astimezone(ZoneInfo(self.timezone))
        began = f"{received:%Y-%m-%d %H:%M}"
        if period is None or period.counting is not Counting.HOUR:
            # Of the time only matters whether the office had closed for the day.
            began = began[:10] + (" late" if received.time() >= self.working.closes else "")
        pauses = [f"{pause.first}..{pause.last}" for pause in course.pauses + running_pauses(course)]
        extensions = [str(each) for each in course.extensions]
        return " ".join([str(period), began, *pauses, *extensions])

    def _period(self, case: Case, service_period: str) -> Period | None:
        said = (case.kind, case.period, service_period)
        if said not in self._periods:
            try:
                self._periods[said] = period_of(case, service_period)
            except AppError:
                self._periods[said] = None
        return self._periods[said]


def reckon_stale(database: Database, calendar: CalendarService, clock: Clock) -> int:
    """Count every marked case again, a few hundred in each transaction; how many there were. Grievances that turn out
    to be second ones go to the audit officer then (영 17조).

    Between two of them it waits for a part of what one took, so that whoever saves something meanwhile gets a turn.
    """
    with database.read() as work:
        if not work.cases.any_stale():
            return 0
    counted = 0
    reckoner: Reckoner | None = None
    while True:
        began = time.monotonic()
        with database.write() as work:
            timezone = work.offices.settings().timezone
            working = calendar.working_time_of(work)
            if reckoner is None or (reckoner.working, reckoner.timezone) != (working, timezone):
                reckoner = Reckoner(working, timezone)
            stale = work.cases.stale(_AT_ONCE)
            periods = work.cases.service_periods()
            steps = work.cases.steps_of(case.id for case, _ in stale)
            work.cases.keep(
                [
                    reckoner.reckoning(case, steps.get(case.id, ()), before, periods.get(case.service_code or "", ""))
                    for case, before in stale
                ]
            )
            grievances = {case.matter_id for case, _ in stale if case.kind is CaseKind.GRIEVANCE}
            seal_seconds(work, grievances, clock())
        counted += len(stale)
        if len(stale) < _AT_ONCE:
            return counted
        time.sleep((time.monotonic() - began) * _PAUSE)


def reckon_case(work: UnitOfWork, calendar: CalendarService, case: Case) -> None:
    """Count one case again, inside the transaction that changed it."""
    reckoner = Reckoner(calendar.working_time_of(work), work.offices.settings().timezone)
    period = work.cases.service_period(case.service_code)
    before = work.cases.reckoned(case.id)
    work.cases.keep([reckoner.reckoning(case, work.cases.steps(case.id), before, period)])


def _moved_from(before: Reckoned, basis: str, day: date | None) -> date | None:
    """The day before the calendar changed, if nothing else did."""
    if not before.basis or before.basis != basis or before.due_day is None:
        return None
    if day == before.due_day:
        return before.moved_from
    first = before.moved_from or before.due_day
    return None if first == day else first
