"""Days of the survey as the shared side told of them: what a counter without a survey store makes its figures of."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, select

from app.domain.survey_days import StoredDay
from app.models.tables import survey_day


class SurveyDayRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def between(self, first: date, last: date) -> dict[date, StoredDay]:
        """The days from `first` to `last` that were told of. What cannot be read was not taken when it arrived."""
        chosen = select(survey_day).where(survey_day.c.day.between(first, last))
        return {row.day: StoredDay.from_json(json.loads(row.tallies)) for row in self._connection.execute(chosen)}
