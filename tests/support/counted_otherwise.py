"""Deadlines counted a second time, in a way of its own: by trying minute after minute and day after day.

Nothing here is shared with `app.domain.due` but the words of the act. It is slow and looks at every minute.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

MINUTE, DAY = timedelta(minutes=1), timedelta(days=1)


@dataclass(frozen=True)
class PlainOffice:
    """Minutes of the day that are worked, and days that are not."""

    worked: frozenset[int]
    holidays: frozenset[date]
    paused: frozenset[date]

    def closed(self, day: date) -> bool:
        return day.isoweekday() in (6, 7) or day in self.holidays or day in self.paused


def due_by_minutes(office: PlainOffice, received: datetime, hours: int) -> datetime:
    """The end of the last of so many worked minutes."""
    left, moment = hours * 60, received
    while True:
        if not office.closed(moment.date()) and moment.hour * 60 + moment.minute in office.worked:
            left -= 1
            if left == 0:
                return moment + MINUTE
        moment += MINUTE


def due_by_days(office: PlainOffice, received: datetime, days: int) -> date:
    """The last of so many open days, the day of receipt among them where the office was not through with it."""
    over = received.hour * 60 + received.minute > max(office.worked)
    span = [received.date() + n * DAY for n in range(1500)]
    return [day for day in span if not office.closed(day) and not (over and day == received.date())][days - 1]


def due_by_calendar(office: PlainOffice, first: date, months: int, weeks: int, days: int = 0) -> date:
    """Whole months, then weeks, then days, of which `first` is the first day; then on to an open day."""
    target = first.year * 12 + first.month + months
    after = first
    while (after.year * 12 + after.month, after.day) < (target, first.day) and months:
        after += DAY
    length = (after - first).days + 7 * weeks + days
    unpaused = [day for n in range(length + 1200) if (day := first + n * DAY) not in office.paused]
    last = unpaused[length - 1]
    while office.closed(last):
        last += DAY
    return last


def all_days(first: date, last: date) -> Sequence[date]:
    return [first + n * DAY for n in range((last - first).days + 1)]
