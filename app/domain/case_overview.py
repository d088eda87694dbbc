"""What a supervisor looks at: how the office's cases stand today, and how a month went (민원처리법 시행령 22조)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median

from app.domain.cases import CaseKind, CaseLine
from app.domain.deadlines import WorkingTime

PROGRESS_EVERY = timedelta(days=30)
"""A case that takes longer is told of every thirty days (영 23조)."""
CHECK_BY = 5
"""The day of a month by which the month before is looked at."""
MEDIAN_FROM = 5
"""Of fewer answers no median is told: it would be one officer's case."""


@dataclass(frozen=True, slots=True)
class WorkRow:
    """The work of a department or bureau; `code` is the department's, or the bureau's name.

    `open` are those not answered yet, `answered` those answered this month; `median_days` are the working days from
    receipt to answer of these, None under five. `supplements` is how often something was asked for in all of them.
    """

    code: str
    name: str
    open: int
    overdue: int
    answered: int
    median_days: float | None
    supplements: int

    @property
    def supplements_per_case(self) -> float | None:
        """None where there is no case."""
        cases = self.open + self.answered
        return self.supplements / cases if cases else None


@dataclass(frozen=True, slots=True)
class CaseCounts:
    """How many there are of each; lists of them may be cut."""

    open: int = 0
    overdue: int = 0
    today: int = 0
    week: int = 0
    progress: int = 0
    reminders: int = 0
    transfers: int = 0
    moved: int = 0


@dataclass(frozen=True, slots=True)
class CaseOverview:
    """How the cases stand on `day`. `week`: due from today to Sunday.

    `progress` are those whose progress notice is to be sent (every thirty days), `reminders` those overdue whose
    department has not been reminded since, `transfers` those whose clock for taking over ran out, `moved` those whose
    day the calendar has moved. Lists hold the most urgent first, 200 at most.
    """

    day: date
    counts: CaseCounts
    overdue: tuple[CaseLine, ...]
    today: tuple[CaseLine, ...]
    week: tuple[CaseLine, ...]
    progress: tuple[CaseLine, ...]
    reminders: tuple[CaseLine, ...]
    transfers: tuple[CaseLine, ...]
    moved: tuple[CaseLine, ...]
    by_department: tuple[WorkRow, ...]
    by_bureau: tuple[WorkRow, ...]
    check_month: date
    """The first day of the month before, which is to be looked at by the fifth of this one."""


@dataclass(frozen=True, slots=True)
class CheckCounts:
    """`received`, answered `in_time` and `late` in the month; `open` and of these `overdue` at its end.

    `supplements` were asked for in cases received in the month; `repeated` were closed as repeated, `objections` came.
    """

    received: int = 0
    in_time: int = 0
    late: int = 0
    open: int = 0
    overdue: int = 0
    supplements: int = 0
    repeated: int = 0
    objections: int = 0

    def __add__(self, other: CheckCounts) -> CheckCounts:
        return CheckCounts(
            self.received + other.received,
            self.in_time + other.in_time,
            self.late + other.late,
            self.open + other.open,
            self.overdue + other.overdue,
            self.supplements + other.supplements,
            self.repeated + other.repeated,
            self.objections + other.objections,
        )


@dataclass(frozen=True, slots=True)
class MonthlyCheck:
    """A month's sheet. `first` and `last` are its days; departments are named, in the office's order.

    `printed_at` is in the office's zone.
    """

    office: str
    first: date
    last: date
    total: CheckCounts
    by_kind: tuple[tuple[CaseKind, CheckCounts], ...]
    by_department: tuple[tuple[str, CheckCounts], ...]
    printed_at: datetime
    printed_by: str


def month_days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of a month. Errors: `ValueError`."""
    first = date(year, month, 1)
    after = date(year + month // 12, month % 12 + 1, 1)
    return first, after - timedelta(days=1)


def month_before(day: date) -> date:
    """The first day of the month before."""
    return (day.replace(day=1) - timedelta(days=1)).replace(day=1)


def sunday(day: date) -> date:
    """The last day of the week of `day`."""
    return day + timedelta(days=6 - day.weekday())


def progress_mark(received: date, day: date) -> date | None:
    """The last day up to `day` on which the citizen was to be told how it goes; None before the first."""
    times = (day - received) // PROGRESS_EVERY
    return received + times * PROGRESS_EVERY if times > 0 else None


class WorkingDays:
    """Counts working days between days; each day of the calendar is looked at once."""

    def __init__(self, working: WorkingTime) -> None:
        self._working = working
        self._before: dict[date, int] = {}

    def taken(self, received: date, answered: date) -> int:
        """Working days after `received` up to `answered`: 0 where it was answered the same day."""
        return max(self._count(answered) - self._count(received), 0)

    def _count(self, day: date) -> int:
        """Working days up to `day`, from some day on that is the same for all."""
        known = self._before
        if day not in known:
            if not known:
                known[day] = 0
            elif day > (newest := max(known)):
                while newest < day:
                    following = newest + timedelta(days=1)
                    known[following] = known[newest] + (self._working.closed(following) is None)
                    newest = following
            else:
                oldest = min(known)
                while oldest > day:
                    known[oldest - timedelta(days=1)] = known[oldest] - (self._working.closed(oldest) is None)
                    oldest -= timedelta(days=1)
        return known[day]


def median_days(taken: Iterable[int]) -> float | None:
    """None for fewer than five."""
    days = list(taken)
    return float(median(days)) if len(days) >= MEDIAN_FROM else None


def summed(rows: Mapping[str, CheckCounts]) -> CheckCounts:
    """All rows together."""
    return sum(rows.values(), CheckCounts())
