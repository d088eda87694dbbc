"""Deadlines in working hours, counted as the Civil Petitions Treatment Act has it (민원처리법 19조, 영 19조·20조).

Moments are the office's own clock time. A working day is `opens` to `closes` without lunch; Saturdays, Sundays and
holidays are none. What arrives when the office is closed counts from the next opening, in the lunch hour from its end.
The end of the morning and the end of lunch are the same instant of working time, and are given as the earlier one.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from itertools import pairwise

TRANSFER_TO_HANDLING = timedelta(hours=1)
"""From the reception to the department that handles it (영 6조)."""
TRANSFER_INSIDE = timedelta(hours=3)
"""From a department that it does not belong to, to another one of the office (영 13조)."""
TRANSFER_OUTSIDE = timedelta(hours=8)
"""To another authority; the citizen is told (영 13조)."""
AT_ONCE = timedelta(hours=3)
"""즉시: three working hours (영 19조)."""

_SATURDAY = 5
_LONGEST_CLOSED = 400
"""Days in a row without a working day after which the calendar is taken to be wrong."""


class Closed(StrEnum):
    """Why a day is no working day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"


@dataclass(frozen=True, slots=True)
class SkippedDay:
    """A day that was not counted; `name` is the holiday's."""

    day: date
    why: Closed
    name: str = ""


@dataclass(frozen=True, slots=True)
class CountedTime:
    """Working time that was counted: from `start` to `end` of one day, lunch not among it."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Deadline:
    """The moment something is due, and how it was counted, day by day."""

    due: datetime
    counted: tuple[CountedTime, ...]
    skipped: tuple[SkippedDay, ...]


@dataclass(frozen=True, slots=True)
class WorkingTime:
    """When an office works. `lunch` may be None; `holidays` are named. Errors: `ValueError` for hours out of order."""

    opens: time = time(9)
    closes: time = time(18)
    lunch: tuple[time, time] | None = (time(12), time(13))
    holidays: Mapping[date, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        order = [self.opens, *(self.lunch or ()), self.closes]
        if any(later <= earlier for earlier, later in pairwise(order)):
            raise ValueError(order)

    def closed(self, day: date) -> SkippedDay | None:
        """Why the office does not work on `day`; None when it does."""
        if day in self.holidays:
            return SkippedDay(day, Closed.HOLIDAY, self.holidays[day])
        return SkippedDay(day, Closed.WEEKEND) if day.weekday() >= _SATURDAY else None

    def after(self, received: datetime, period: timedelta) -> Deadline:
        """The moment `period` of working time after `received`.

        Errors: `ValueError` for a period that is not positive, and where the calendar has no working day for a year.
        """
        if period <= timedelta():
            raise ValueError(period)
        counted: list[CountedTime] = []
        skipped: list[SkippedDay] = []
        left = period
        for span in self._spans(received, skipped):
            if span.end - span.start >= left:
                counted.append(CountedTime(span.start, span.start + left))
                return Deadline(span.start + left, tuple(counted), tuple(skipped))
            counted.append(span)
            left -= span.end - span.start
        raise ValueError(received)

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Working time from `start` to `end`; nothing where `end` is earlier."""
        total = timedelta()
        if end <= start:
            return total
        for span in self._spans(start, []):
            if span.start >= end:
                break
            total += min(span.end, end) - span.start
        return total

    def halves(self) -> tuple[tuple[time, time], ...]:
        """Morning and afternoon of a working day; the whole day where nobody stops for lunch."""
        if self.lunch is None:
            return ((self.opens, self.closes),)
        return ((self.opens, self.lunch[0]), (self.lunch[1], self.closes))

    def _spans(self, moment: datetime, skipped: list[SkippedDay]) -> Iterator[CountedTime]:
        """Mornings and afternoons from `moment` on; days without any go to `skipped`."""
        day, closed_in_a_row = moment.date(), 0
        while closed_in_a_row < _LONGEST_CLOSED:
            closed = self.closed(day)
            if closed is not None:
                skipped.append(closed)
                closed_in_a_row += 1
            else:
                closed_in_a_row = 0
                for start, end in self.halves():
                    opened = datetime.combine(day, start, moment.tzinfo)
                    over = datetime.combine(day, end, moment.tzinfo)
                    if over > moment:
                        yield CountedTime(max(opened, moment), over)
            day += timedelta(days=1)
