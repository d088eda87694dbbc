"""Keeping the counts of days that are over, so that a month or a year is read quickly."""

from __future__ import annotations

import secrets
from datetime import date, timedelta

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.periods import Period, Progress, no_progress
from app.services.clock import Clock

_AT_ONCE = 8


class RollupService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def make_missing(self, actor: Actor, days: int = 31) -> int:
        """Keep the counts of the past `days` days that are not kept yet; how many there were.

        For the end of the office day, when a program tidies up by itself: with everything kept already it costs one
        read. Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            today = work.now(self._clock()).day
        yesterday = today - timedelta(days=1)
        return self.make(actor, Period(today - timedelta(days=days), yesterday))

    def make(self, actor: Actor, period: Period, progress: Progress = no_progress) -> int:
        """Keep the counts of the days of `period` that are over and not kept yet; how many there were.

        The write lock is held for a moment before and after every few days, never while counting. What `progress`
        raises leaves the days kept so far. Errors: `NotAllowed`.
        """
        actor.require(Action.SEE_OFFICE)
        missing = self.missing(period)
        for start in range(0, len(missing), _AT_ONCE):
            progress(start, len(missing))
            self._keep(missing[start : start + _AT_ONCE])
        return len(missing)

    def missing(self, period: Period) -> list[date]:
        """The days of `period` that are over, have visits all of which are here, and whose counts are not kept."""
        with self._database.read() as work:
            yesterday = work.now(self._clock()).day - timedelta(days=1)
            last = min(period.last, yesterday)
            kept = work.day_rollups.days(period.first, last, work.offices.settings().timezone)
            held = work.held_days.all()
            days = work.day_counts.days_with_visits(period.first, last)
            return [day for day in days if day not in kept and held.has(day)]

    def _keep(self, days: list[date]) -> None:
        mark = f"counting {secrets.token_hex(8)}"
        with self._database.write() as work:
            work.day_rollups.mark(days, mark, work.now(self._clock()).at)
        with self._database.read() as work:
            timezone = work.offices.settings().timezone
            counted = {day: work.day_counts.of_day(day, timezone).to_json(timezone) for day in days}
        with self._database.write() as work:
            work.day_rollups.keep(counted, mark)
