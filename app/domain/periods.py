"""Periods that figures are asked for, and the ways to cut them."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from app.domain.errors import BadValue, PeriodBackwards, PeriodTooLong

LONGEST_DAYS = 5 * 366
FIRST_DAY, LAST_DAY = date(2000, 1, 1), date(2100, 12, 31)
"""The days that figures can be asked for. Next to the ends of the calendar there is no day before, or after."""

Progress = Callable[[int, int], None]
"""Told (done, of how many) now and then. What it raises ends the work; `Cancelled` is the one to raise."""


def no_progress(done: int, total: int) -> None:
    """For whoever does not want to know."""


class Span(StrEnum):
    """What a period is on the calendar. Weeks begin on Monday."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    RANGE = "range"


class By(StrEnum):
    """The ways to cut a period into rows."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    HOUR = "hour"
    SERVICE = "service"
    DEPARTMENT = "department"
    BUREAU = "bureau"
    COUNTER = "counter"


OVERLAPPING = frozenset({By.SERVICE, By.DEPARTMENT, By.BUREAU})
"""Cuts in which a visit with several services stands in several rows: only their services add up to the total."""

TIME_CUTS = (By.DAY, By.WEEK, By.MONTH)


@dataclass(frozen=True, slots=True)
class Period:
    """The days from `first` to `last`, both included."""

    first: date
    last: date
    span: Span = Span.RANGE

    @classmethod
    def of(cls, span: Span, day: date) -> Period:
        """The day, week or month that `day` lies in; a range of that day alone for `RANGE`.

        Errors: `BadValue` for a day before `FIRST_DAY` or after `LAST_DAY`.
        """
        _check(day)
        return cls._around(span, day)

    @classmethod
    def _around(cls, span: Span, day: date) -> Period:
        match span:
            case Span.WEEK:
                monday = day - timedelta(days=day.weekday())
                return cls(monday, monday + timedelta(days=6), span)
            case Span.MONTH:
                return cls(day.replace(day=1), _next_month(day) - timedelta(days=1), span)
            case _:
                return cls(day, day, span)

    @classmethod
    def between(cls, first: date, last: date) -> Period:
        """From one day to another: a calendar day, week or month where it is exactly one.

        Errors: `BadValue` as in `of`, `PeriodBackwards`, `PeriodTooLong` (beyond five years).
        """
        _check(first)
        _check(last)
        if last < first:
            raise PeriodBackwards(first, last)
        if (last - first).days + 1 > LONGEST_DAYS:
            raise PeriodTooLong(first, last, LONGEST_DAYS // 366)
        for span in (Span.DAY, Span.WEEK, Span.MONTH):
            if cls.of(span, first) == cls(first, last, span):
                return cls(first, last, span)
        return cls(first, last)

    @property
    def length(self) -> int:
        """How many days it has."""
        return (self.last - self.first).days + 1

    def days(self) -> Iterator[date]:
        """Every day of it, in order."""
        return (self.first + timedelta(days=n) for n in range(self.length))

    def moved(self, steps: int) -> Period:
        """The period `steps` later (or earlier, for fewer than 0) of the same span; a range moves by its own length."""
        if self.span is Span.MONTH:
            months = self.first.year * 12 + self.first.month - 1 + steps
            return Period._around(Span.MONTH, date(months // 12, months % 12 + 1, 1))
        days = timedelta(days=self.length * steps)
        return Period(self.first + days, self.last + days, self.span)

    def text(self) -> str:
        """`2026-11-20`, or `2026-11-16..2026-11-22`."""
        return self.first.isoformat() if self.first == self.last else f"{self.first}..{self.last}"


def row_key(by: By, day: date) -> str:
    """The row of a time cut that `day` belongs to: its first day, 2026-11-16 for a week, or 2026-11 for a month."""
    match by:
        case By.WEEK:
            return (day - timedelta(days=day.weekday())).isoformat()
        case By.MONTH:
            return f"{day:%Y-%m}"
        case _:
            return day.isoformat()


def _check(day: date) -> None:
    if not FIRST_DAY <= day <= LAST_DAY:
        raise BadValue("period", day.isoformat())


def _next_month(day: date) -> date:
    return date(day.year + day.month // 12, day.month % 12 + 1, 1)
