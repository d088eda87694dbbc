"""Published tallies: the only figures of a day that leave the store (decision 0005).

The office's tally is published anew at every fifth answer. The departments' tallies of the same answers are kept locked
meanwhile, and come out once, when the day is closed.
"""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, delete, insert, select

from app.crypto.secrets import CannotUnlock, lock, unlock
from app.db.survey_answers import count_answers, tally_answers
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.domain.figures import Tally, is_publishing_moment, publish
from app.models.survey_store import day_tally, department_tally, running_departments


def published_tally(connection: Connection, day: date) -> Tally | None:
    """Errors: `RowDamaged`."""
    with reading_rows():
        found = connection.execute(select(day_tally.c.published).where(day_tally.c.day == day)).scalar_one_or_none()
        return None if found is None else Tally.from_json(json.loads(found))


def published_department_tallies(connection: Connection, day: date) -> dict[int, Tally]:
    """None at all before the day is closed. Errors: `RowDamaged`."""
    chosen = select(department_tally.c.department, department_tally.c.published).where(department_tally.c.day == day)
    with reading_rows():
        return {int(number): Tally.from_json(json.loads(text)) for number, text in connection.execute(chosen)}


def publish_if_due(connection: Connection, key: bytes, day: date) -> None:
    """To be called after each stored answer, in its transaction: every fifth one publishes the day anew."""
    if not is_publishing_moment(count_answers(connection, day)):
        return
    office, departments = tally_answers(connection, day)
    published = publish(published_tally(connection, day), office)
    connection.execute(delete(day_tally).where(day_tally.c.day == day))
    connection.execute(insert(day_tally).values(day=day, published=json.dumps(published.to_json())))
    running = {str(number): tally.to_json() for number, tally in sorted(departments.items())}
    connection.execute(delete(running_departments).where(running_departments.c.day == day))
    connection.execute(insert(running_departments).values(day=day, locked=lock(key, json.dumps(running).encode())))


def publish_departments(connection: Connection, key: bytes, day: date) -> None:
    """To be called once, in the transaction that closes `day`. Errors: `RowDamaged`."""
    with reading_rows():
        chosen = select(running_departments.c.locked).where(running_departments.c.day == day)
        locked = connection.execute(chosen).scalar_one_or_none()
        if locked is None:
            return
        try:
            running = json.loads(unlock(key, as_bytes(locked)))
        except CannotUnlock as error:
            raise RowDamaged from error
        rows = [
            {"day": day, "department": int(number), "published": json.dumps(Tally.from_json(tally).to_json())}
            for number, tally in running.items()
        ]
    connection.execute(delete(department_tally).where(department_tally.c.day == day))
    connection.execute(insert(department_tally), rows)
    connection.execute(delete(running_departments).where(running_departments.c.day == day))
