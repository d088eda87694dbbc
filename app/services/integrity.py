"""The report on whether clerks could be answering for citizens."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import BadValue
from app.domain.figures import QuickCounts
from app.domain.integrity import LONGEST_PERIOD_DAYS, IntegrityReport, added_up, quick_spans, report_rows
from app.services.clock import Clock
from app.services.held_days import require_visits
from app.services.survey_reading import survey_days
from app.services.trail import Trail


class IntegrityService:
    def __init__(self, database: Database, clock: Clock, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._survey_folder = survey_folder

    def report(self, actor: Actor, first: date, last: date) -> IntegrityReport:
        """The signs of `first`..`last` by department (decision 0011); looking is logged.

        Errors: `NotAllowed`, `BadValue` for a period that ends before it begins or is longer than 92 days,
        `DayNotHere`, `SurveyStoreDamaged`.
        """
        actor.require(Action.SEE_INTEGRITY)
        if not timedelta(0) <= last - first < timedelta(days=LONGEST_PERIOD_DAYS):
            raise BadValue("to", last.isoformat())
        spans = quick_spans(self._closed_days(first, last))
        with self._database.read() as work:
            work.people.require_active(actor)
            require_visits(work, first, last)
            signs = work.integrity_counts.by_department(first, last)
            settings = work.offices.settings()
        with self._database.write() as work:
            now = work.now(self._clock()).at
            period = f"{first.isoformat()}/{last.isoformat()}"
            Trail(work, actor, work.offices.here().code, now).act("see_integrity", "day", period)
        rows = report_rows(signs, spans, "")
        local = now.astimezone(ZoneInfo(settings.timezone))
        return IntegrityReport(settings.name, first, last, local, rows, added_up("", "", rows))

    def _closed_days(self, first: date, last: date) -> Iterator[tuple[QuickCounts, dict[int, int]]]:
        with survey_days(self._database, self._survey_folder, first, last) as known:
            for days in range((last - first).days + 1):
                stored = known.of(first + timedelta(days=days))
                if stored.quick is not None:
                    yield stored.quick, {number: tally.answers for number, tally in stored.departments.items()}
