"""Days of the survey as this home knows them: from its own store, and of other days from the shared side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database
from app.domain.survey_days import StoredDay


class SurveyDays:
    """What is known of each day, told by one side: the two are never mixed within a day."""

    def __init__(self, store: SurveyStore, told: dict[date, StoredDay]) -> None:
        self._store = store
        self._told = told

    def of(self, day: date) -> StoredDay:
        """`day` as it stood at one moment. Errors: `SurveyStoreDamaged`."""
        stored = self._store.figures_of(day)
        return stored or self._told.get(day, stored)


@contextmanager
def survey_days(database: Database, survey_folder: Path, first: date, last: date) -> Iterator[SurveyDays]:
    """The days from `first` to `last`. Errors: `SurveyStoreDamaged`."""
    with database.read() as work:
        told = work.survey_days.between(first, last)
    store = SurveyStore.open(survey_folder, read_only=True)
    try:
        yield SurveyDays(store, told)
    finally:
        store.close()
