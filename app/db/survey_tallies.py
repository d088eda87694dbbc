"""Published tallies: the only figures of a day that leave the store (decision 0005)."""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from app.db.survey_answers import count_answers, tally_answers
from app.domain.figures import Tally, is_publishing_moment, publish
from app.models.survey_store import day_tally, department_tally


def published_tally(connection: Connection, day: date) -> Tally | None:
    found = connection.execute(select(day_tally.c.published).where(day_tally.c.day == day)).scalar_one_or_none()
    return None if found is None else Tally.from_json(json.loads(found))


def published_department_tallies(connection: Connection, day: date) -> dict[int, Tally]:
    chosen = select(department_tally.c.department, department_tally.c.published).where(department_tally.c.day == day)
    return {int(number): Tally.from_json(json.loads(text)) for number, text in connection.execute(chosen)}


def publish_if_due(connection: Connection, day: date) -> None:
    """To be called after each stored answer, in its transaction: every fifth one publishes the day anew."""
    if not is_publishing_moment(count_answers(connection, day)):
        return
    office, departments = tally_answers(connection, day)
    published = publish(published_tally(connection, day), office)
    connection.execute(delete(day_tally).where(day_tally.c.day == day))
    connection.execute(insert(day_tally).values(day=day, published=json.dumps(published.to_json())))
    connection.execute(delete(department_tally).where(department_tally.c.day == day))
    connection.execute(
        insert(department_tally),
        [
            {"day": day, "department": number, "published": json.dumps(tally.to_json())}
            for number, tally in sorted(departments.items())
        ],
    )
