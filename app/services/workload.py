"""The supervisor's view of all cases: what is due, who has how much, what is to be sent, and how a month went."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, fields
from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.db.case_lists import Looker
from app.db.unit_of_work import Database, UnitOfWork
from app.db.workload import Key, OpenCase
from app.domain.actors import Action, Actor
from app.domain.case_course import course_of
from app.domain.case_overview import (
    CaseCounts,
    CaseOverview,
    CheckCounts,
    MonthlyCheck,
    WorkingDays,
    WorkRow,
    median_days,
    month_before,
    month_days,
    progress_mark,
    summed,
    sunday,
)
from app.domain.case_steps import CaseStepKind
from app.domain.cases import CaseKind, CaseLine, CaseStatus
from app.domain.errors import BadValue
from app.services.calendar import CalendarService
from app.services.case_reckoning import reckon_stale
from app.services.clock import Clock

_LINES = 200


class WorkloadService:
    def __init__(self, database: Database, clock: Clock, calendar: CalendarService) -> None:
        self._database = database
        self._clock = clock
        self._calendar = calendar

    def overview(self, actor: Actor) -> CaseOverview:
        """How the office's cases stand now. Errors: `NotAllowed`."""
        actor.require(Action.SEE_WORKLOAD)
        reckon_stale(self._database, self._calendar, self._clock)
        with self._database.read() as work:
            looker, _ = self._look(work, actor)
            cases = work.workload.open_cases()
            found = _Found(
                overdue=[case for case in cases if case.is_overdue(looker.day, looker.clock)],
                today=[case for case in cases if case.runs and case.due_day == looker.day],
                week=[case for case in cases if case.runs and _within(case.due_day, looker.day, sunday(looker.day))],
                progress=self._progress(work, cases, looker),
                transfers=self._transfers(work, cases, looker),
                moved=[case for case in cases if case.moved_from is not None],
            )
            found.reminders = self._reminders(work, found.overdue)
            work_of = self._work_of(work, cases, looker)
            departments = work.offices.departments()

            def lines(chosen: list[OpenCase]) -> tuple[CaseLine, ...]:
                return work.case_lists.lines((case.id for case in chosen[:_LINES]), looker)

            return CaseOverview(
                day=looker.day,
                counts=CaseCounts(
                    open=len(cases),
                    **{each.name: len(getattr(found, each.name)) for each in fields(_Found)},
                ),
                **{each.name: lines(getattr(found, each.name)) for each in fields(_Found)},
                by_department=_rows(work_of, ((each.code, each.code, each.name) for each in departments)),
                # A department without a bureau stands for itself.
                by_bureau=_rows(work_of, ((each.code, of := each.bureau or each.name, of) for each in departments)),
                check_month=month_before(looker.day),
            )

    def month(self, actor: Actor, year: int, month: int) -> MonthlyCheck:
        """How a month went, for its sheet. Errors: `NotAllowed`, `BadValue` (`month`) for one that has not begun."""
        actor.require(Action.SEE_WORKLOAD)
        reckon_stale(self._database, self._calendar, self._clock)
        with self._database.read() as work:
            looker, zone = self._look(work, actor)
            try:
                first, last = month_days(year, month)
            except ValueError as error:
                raise BadValue("month", f"{year}-{month}") from error
            if first > looker.day:
                raise BadValue("month", f"{year}-{month:02d}")
            counts = _month_counts(work, first, min(last, looker.day), zone)
            names = {each.code: each.name for each in work.offices.departments()}
            by_kind = _added_up(counts, lambda key: key[0])
            by_department = _added_up(counts, lambda key: names.get(key[1], key[1]))
            return MonthlyCheck(
                office=work.offices.settings().name,
                first=first,
                last=last,
                total=summed(by_kind),
                by_kind=tuple((kind, by_kind[kind.value]) for kind in CaseKind if kind.value in by_kind),
                by_department=tuple(
                    (name, by_department[name])
                    for name in dict.fromkeys([*names.values(), *sorted(by_department)])
                    if name in by_department
                ),
                printed_at=looker.now,
                printed_by=actor.name,
            )

    # --- inside a transaction ---

    def _look(self, work: UnitOfWork, actor: Actor) -> tuple[Looker, ZoneInfo]:
        work.people.require_active(actor)
        zone = ZoneInfo(work.offices.settings().timezone)
        return Looker(actor.login, False, work.now(self._clock()).at.astimezone(zone)), zone

    def _reminders(self, work: UnitOfWork, overdue: list[OpenCase]) -> list[OpenCase]:
        """Overdue cases whose department has not been reminded since."""
        told = work.workload.newest_told((case.id for case in overdue), CaseStepKind.REMINDED.value)
        return [case for case in overdue if case.due_day is not None and told.get(case.id, date.min) < case.due_day]

    def _progress(self, work: UnitOfWork, cases: list[OpenCase], looker: Looker) -> list[OpenCase]:
        """Cases whose citizen has not been told how it goes since the last thirty days were over, the oldest first."""
        marks: dict[str, date] = {}
        for case in cases:
            if case.status != CaseStatus.ANSWERED.value and case.kind != CaseKind.PRAISE.value:
                mark = progress_mark(case.received_at.astimezone(looker.now.tzinfo).date(), looker.day)
                if mark is not None:
                    marks[case.id] = mark
        told = work.workload.newest_told(marks, CaseStepKind.PROGRESS_TOLD.value)
        due = [case for case in cases if case.id in marks and told.get(case.id, date.min) < marks[case.id]]
        return sorted(due, key=lambda case: case.received_at)

    def _transfers(self, work: UnitOfWork, cases: list[OpenCase], looker: Looker) -> list[OpenCase]:
        """Cases that should have been taken over by now, the latest first."""
        moving = [case for case in cases if case.status == CaseStatus.TRANSFERRED.value]
        steps = work.cases.steps_of(case.id for case in moving)
        working, timezone = self._calendar.working_time_of(work), work.offices.settings().timezone
        late: list[tuple[datetime, str, OpenCase]] = []
        for case in moving:
            course = course_of(work.cases.get(case.id), steps.get(case.id, ()), working, timezone)
            if course.transfer is not None and course.transfer.due < looker.now:
                late.append((course.transfer.due, case.id, case))
        return [case for _, _, case in sorted(late, key=lambda one: one[:2])]

    def _work_of(self, work: UnitOfWork, cases: list[OpenCase], looker: Looker) -> dict[str, _Work]:
        """What each department has."""
        days = WorkingDays(self._calendar.working_time_of(work))
        found: dict[str, _Work] = defaultdict(_Work)
        for case in cases:
            if case.status != CaseStatus.ANSWERED.value:
                has = found[case.department_code]
                has.open += 1
                has.overdue += case.is_overdue(looker.day, looker.clock)
                has.supplements += case.supplements
        for department, received_at, answered_on, asked in work.workload.answered_since(looker.day.replace(day=1)):
            received = received_at.astimezone(looker.now.tzinfo).date()
            found[department].taken.append(days.taken(received, answered_on))
            found[department].supplements += asked
        return found


@dataclass
class _Found:
    """The lists of an overview."""

    overdue: list[OpenCase]
    today: list[OpenCase]
    week: list[OpenCase]
    progress: list[OpenCase]
    transfers: list[OpenCase]
    moved: list[OpenCase]
    reminders: list[OpenCase] = field(default_factory=list)


@dataclass
class _Work:
    """Of one department; `taken` are working days to each answer of this month."""

    open: int = 0
    overdue: int = 0
    supplements: int = 0
    taken: list[int] = field(default_factory=list)


def _rows(work_of: Mapping[str, _Work], groups: Iterable[tuple[str, str, str]]) -> tuple[WorkRow, ...]:
    """`groups`: a department's code, and code and name of what it is counted in. Only rows with work."""
    names: dict[str, str] = {}
    within: dict[str, list[_Work]] = defaultdict(list)
    for department, code, name in groups:
        names[code] = name
        within[code].append(work_of.get(department, _Work()))
    rows = [
        WorkRow(
            code=code,
            name=names[code],
            open=sum(each.open for each in parts),
            overdue=sum(each.overdue for each in parts),
            answered=sum(len(each.taken) for each in parts),
            median_days=median_days(taken for each in parts for taken in each.taken),
            supplements=sum(each.supplements for each in parts),
        )
        for code, parts in within.items()
    ]
    return tuple(row for row in rows if row.open or row.answered)


def _within(day: date | None, first: date, last: date) -> bool:
    return day is not None and first <= day <= last


def _month_counts(work: UnitOfWork, first: date, last: date, zone: ZoneInfo) -> dict[Key, CheckCounts]:
    found: dict[Key, CheckCounts] = defaultdict(CheckCounts)
    for key, (received, asked) in work.workload.received(first, last, zone).items():
        found[key] += CheckCounts(received=received, supplements=asked)
    for key, (in_time, late) in work.workload.answered(first, last).items():
        found[key] += CheckCounts(in_time=in_time, late=late)
    for key, (left, over) in work.workload.open_at_end(last, zone).items():
        found[key] += CheckCounts(open=left, overdue=over)
    for key, repeated in work.workload.repeated(first, last).items():
        found[key] += CheckCounts(repeated=repeated)
    for key, objections in work.workload.objections(first, last).items():
        found[key] += CheckCounts(objections=objections)
    return found


def _added_up(counts: Mapping[Key, CheckCounts], of: Callable[[Key], str]) -> dict[str, CheckCounts]:
    found: dict[str, CheckCounts] = defaultdict(CheckCounts)
    for key, one in counts.items():
        found[of(key)] += one
    return dict(found)
