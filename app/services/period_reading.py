"""Reading what a period's figures are made of: counts of visits here, published tallies of the survey."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from app.db.figure_names import FigureNames
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.day_counts import Cell, DayCounts
from app.domain.period_scores import DayAnswers, PeriodAnswers
from app.domain.periods import Period, Progress
from app.services.held_days import require_counts
from app.services.survey_reading import survey_days

_TOLD_EVERY = 20


@dataclass(slots=True)
class Counted:
    """A period's visits: all of them, and the cell of each day that has any. `printed`: see `DayCounts`, by day."""

    total: DayCounts = field(default_factory=DayCounts)
    by_day: dict[date, Cell] = field(default_factory=dict)
    printed: dict[date, dict[str, int]] = field(default_factory=dict)

    def add(self, day: date, counts: DayCounts) -> None:
        self.total.add(counts)
        self.by_day[day] = counts.total()
        self.printed[day] = dict(counts.printed)


@dataclass(frozen=True, slots=True)
class Reading:
    """Everything a period's figures are made of."""

    counted: Counted
    answers: PeriodAnswers
    names: FigureNames


def read_counts(work: UnitOfWork, period: Period, progress: Progress) -> Counted:
    """Kept counts where there are any, the others counted now; all of the same moment. Errors: `DayNotHere`."""
    require_counts(work, period)
    timezone = work.offices.settings().timezone
    counted = Counted()
    days = _days_with_visits(work, period, timezone)
    kept = work.day_rollups.between(period.first, period.last, timezone)
    newest = next(kept, None)
    for place, day in enumerate(days):
        if place % _TOLD_EVERY == 0:
            progress(place, len(days))
        while newest is not None and newest[0] < day:
            newest = next(kept, None)
        if newest is not None and newest[0] == day:
            counted.add(day, newest[1])
        else:
            counted.add(day, work.day_counts.of_day(day, timezone))
    return counted


def _days_with_visits(work: UnitOfWork, period: Period, timezone: str) -> list[date]:
    """Of some days the counts are here and the visits are not, or not all."""
    days = set(work.day_counts.days_with_visits(period.first, period.last))
    if work.shared.link() is not None:
        counted = work.held_days.counted(period.first, period.last, timezone)
        days.update(day for day, any_visit in counted.items() if any_visit)
    return sorted(days)


def read_answers(database: Database, survey_folder: Path, period: Period, progress: Progress) -> PeriodAnswers:
    """Each day as it stood at one moment. Errors: `SurveyStoreDamaged`."""
    found = PeriodAnswers()
    with survey_days(database, survey_folder, period.first, period.last) as known:
        for place, day in enumerate(period.days()):
            if place % _TOLD_EVERY == 0:
                progress(place, period.length)
            stored = known.of(day)
            found.add_day(day, DayAnswers(stored.answers, stored.office, stored.departments))
    return found
