"""Visits noted on paper while the program could not be used, and typed in later with the time they really had."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.domain.clocks import OfficeNow, office_day
from app.domain.late_errors import LateVisitAhead, LateVisitEndsWrong, LateVisitTooOld
from app.domain.visits import LateReason, NewVisit

_CLOCK = re.compile(r"([01]?\d|2[0-3])\s*[:.시]?\s*([0-5]\d)\s*분?")

LATE_DAYS = 31
"""A paper list is typed in within a month, so that a month's report is not changed long after it was signed."""


@dataclass(frozen=True, slots=True)
class LateVisit:
    """What stands on paper. `at` is when the visit was registered there and `until` when it was served, if that was
    noted; both aware. `checked()` refuses what cannot have been.
    """

    new: NewVisit
    at: datetime
    reason: LateReason
    until: datetime | None = None

    def checked(self, now: OfficeNow, timezone: str) -> LateVisit:
        """The same visit in UTC, its texts tidied.

        It was not after now, on the office's day now or one of the 31 before, and it ended on the day it began.
        Errors: `LateVisitAhead`, `LateVisitTooOld`, `LateVisitEndsWrong`, those of `NewVisit.checked`.
        """
        new, zone = self.new.checked(), ZoneInfo(timezone)
        at = self.at.astimezone(zone)
        if at > now.at:
            raise LateVisitAhead("at", at)
        if at.date() < now.day - timedelta(days=LATE_DAYS):
            raise LateVisitTooOld(at.date(), LATE_DAYS)
        if self.until is None:
            return replace(self, new=new, at=at.astimezone(UTC))
        until = self.until.astimezone(zone)
        if until < at or until.date() != at.date():
            raise LateVisitEndsWrong(at, until)
        if until > now.at:
            raise LateVisitAhead("until", until)
        return replace(self, new=new, at=at.astimezone(UTC), until=until.astimezone(UTC))

    def moment(self, now: OfficeNow, timezone: str) -> OfficeNow:
        """The moment to record instead of `now`: when it really was. The PC's clock stays what it says now."""
        return OfficeNow(self.at, office_day(self.at, timezone), timedelta(0), now.pc_clock)


def paper_time(text: str) -> time | None:
    """The time of day in `text`: 0912, 912, 9:12 or 9시 12분. None for anything else, an hour alone included."""
    found = _CLOCK.fullmatch(unicodedata.normalize("NFKC", text).strip())
    return None if found is None else time(int(found[1]), int(found[2]))
