"""The office's day, and a PC clock that has fallen behind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

SEOUL = "Asia/Seoul"

# A clock may be put right by a few minutes without anybody being told.
BEHIND_TOLERANCE = timedelta(minutes=2)


def office_day(moment: datetime, timezone: str = SEOUL) -> date:
    """The office's calendar day at `moment` (aware), whatever zone the PC is set to."""
    return moment.astimezone(ZoneInfo(timezone)).date()


@dataclass(frozen=True, slots=True)
class OfficeNow:
    """The moment to record: never before the newest record, so that numbers and tokens cannot go back in time.

    `behind` is how far the PC's clock stands behind the newest record, or zero. `trusted` tells whether a duration
    may be measured from it. `pc_clock` is what the PC said.
    """

    at: datetime
    day: date
    behind: timedelta
    pc_clock: datetime

    @property
    def trusted(self) -> bool:
        return self.behind == timedelta(0)

    @property
    def clock_is_wrong(self) -> bool:
        return self.behind > BEHIND_TOLERANCE


def office_now(clock: datetime, newest_record: datetime | None, timezone: str = SEOUL) -> OfficeNow:
    """What time the office goes by when the PC says `clock` and the newest record says `newest_record` (both UTC)."""
    at = clock.astimezone(UTC)
    behind = timedelta(0)
    if newest_record is not None and at < newest_record:
        behind = newest_record - at
        at = newest_record
    return OfficeNow(at, office_day(at, timezone), behind, clock.astimezone(UTC))
