"""Can clerks answer for citizens? What would show if they did, by department (decision 0011).

No figure here accuses anybody; each says where to ask. A department with very few visits is one or two people, so it
is not shown alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.figures import FEW, QuickCounts

SMALLEST_ROW = 5
"""Fewer visits than this are not shown by themselves."""

SHORT_SECONDS = 20
LONGEST_PERIOD_DAYS = 92


@dataclass(frozen=True, slots=True)
class DepartmentSigns:
    """What was counted of one department.

    `slips` were handed over, `reprints` are among them. `undone_with_slip`: taken back although a slip was out.
    `withheld`: no slip because the visitor wanted none. `timed` visits have both ends recorded; `short` of them took
    less than 20 seconds. `late` visits were noted on paper and typed in later: they are in neither, and slips of theirs
    answered at once are not quick, so their number is told.
    """

    key: str
    name: str
    number: int
    visits: int
    slips: int
    reprints: int
    undone_with_slip: int
    withheld: int
    timed: int
    short: int
    late: int = 0


@dataclass(frozen=True, slots=True)
class SignRow:
    """One line of the report; `departments` is 1, or how many small ones stand together.

    `answers` are those of closed days with five or more of the department; None where no day had so many. Of them
    between `quick_least` and `quick_most` came within about a minute of registering.
    """

    key: str
    name: str
    departments: int
    visits: int
    slips: int
    reprints: int
    undone_with_slip: int
    withheld: int
    timed: int
    short: int
    late: int
    answers: int | None
    quick_least: int
    quick_most: int


@dataclass(frozen=True, slots=True)
class IntegrityReport:
    """`first`..`last` inclusive; `total` adds up the rows. `made_at` is in the office's zone."""

    office: str
    first: date
    last: date
    made_at: datetime
    rows: tuple[SignRow, ...]
    total: SignRow


@dataclass(frozen=True, slots=True)
class QuickSpan:
    """Of `answers`, at least `least` and at most `most` came within about a minute."""

    answers: int
    least: int
    most: int


def quick_spans(days: Iterable[tuple[QuickCounts, dict[int, int]]]) -> dict[int, QuickSpan]:
    """By department number, over closed days: each day's counts and its departments' published answers."""
    spans: dict[int, QuickSpan] = {}
    for counts, answers in days:
        for number, count in counts.departments.items():
            before = spans.get(number, QuickSpan(0, 0, 0))
            least, most = (1, 4) if count == FEW else (count, count)
            spans[number] = QuickSpan(before.answers + answers[number], before.least + least, before.most + most)
    return spans


def report_rows(signs: Sequence[DepartmentSigns], spans: dict[int, QuickSpan], together: str) -> tuple[SignRow, ...]:
    """One row a department in the order given; those with few visits in one row named `together`, at the end.

    If even together they are few, the smallest of the others joins them, as otherwise the total would tell of them.
    """
    small = {sign.key for sign in signs if sign.visits < SMALLEST_ROW}
    while small and len(small) < len(signs) and sum(s.visits for s in signs if s.key in small) < SMALLEST_ROW:
        small.add(min((s for s in signs if s.key not in small), key=lambda s: (s.visits, s.key)).key)
    rows = [_row(sign, spans.get(sign.number)) for sign in signs if sign.key not in small]
    if small:
        rows.append(added_up("", together, [_row(sign, None) for sign in signs if sign.key in small]))
    return tuple(rows)


def added_up(key: str, name: str, rows: Sequence[SignRow]) -> SignRow:
    """The sum of `rows`."""
    answered = [row for row in rows if row.answers is not None]
    return SignRow(
        key=key,
        name=name,
        departments=sum(row.departments for row in rows),
        visits=sum(row.visits for row in rows),
        slips=sum(row.slips for row in rows),
        reprints=sum(row.reprints for row in rows),
        undone_with_slip=sum(row.undone_with_slip for row in rows),
        withheld=sum(row.withheld for row in rows),
        timed=sum(row.timed for row in rows),
        short=sum(row.short for row in rows),
        late=sum(row.late for row in rows),
        answers=sum(row.answers or 0 for row in answered) if answered else None,
        quick_least=sum(row.quick_least for row in answered),
        quick_most=sum(row.quick_most for row in answered),
    )


def _row(sign: DepartmentSigns, span: QuickSpan | None) -> SignRow:
    return SignRow(
        key=sign.key,
        name=sign.name,
        departments=1,
        visits=sign.visits,
        slips=sign.slips,
        reprints=sign.reprints,
        undone_with_slip=sign.undone_with_slip,
        withheld=sign.withheld,
        timed=sign.timed,
        short=sign.short,
        late=sign.late,
        answers=span.answers if span else None,
        quick_least=span.least if span else 0,
        quick_most=span.most if span else 0,
    )
