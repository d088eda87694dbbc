"""Visits noted on paper while the program could not be used, and typed in later with the time they really had."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta

from app.domain.clocks import OfficeNow, office_day
from app.domain.errors import LateVisitAhead, LateVisitEndsWrong, LateVisitTooOld
from app.domain.visits import LateReason, NewVisit

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
        new = self.new.checked()
        at = self.at.astimezone(UTC)
        if at > now.at:
            raise LateVisitAhead("at", at)
        day = office_day(at, timezone)
        if day < now.day - timedelta(days=LATE_DAYS):
            raise LateVisitTooOld(day, LATE_DAYS)
        until = None if self.until is None else self.until.astimezone(UTC)
        if until is not None:
            if until < at or office_day(until, timezone) != day:
                raise LateVisitEndsWrong(at, until)
            if until > now.at:
                raise LateVisitAhead("until", until)
        return replace(self, new=new, at=at, until=until)

    def moment(self, now: OfficeNow, timezone: str) -> OfficeNow:
        """The moment to record instead of `now`: when it really was. The PC's clock stays what it says now."""
        return OfficeNow(self.at, office_day(self.at, timezone), timedelta(0), now.pc_clock)
