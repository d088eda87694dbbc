"""Published tallies: the only figures of a day that leave the store (decision 0005).

The office's tally is published anew at every fifth answer. The departments' tallies of the same answers are kept locked
meanwhile, and come out once, when the day is closed.
"""

from __future__ import annotations

import json
from datetime import date

from sqlalchemy import Connection, bindparam, delete, insert, select

from app.crypto.secrets import CannotUnlock, lock, unlock
from app.db.survey_answers import NewAnswer, tally_answers
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.db.survey_statements import WriteStatement
from app.domain.figures import Tally, is_publishing_moment, publish
from app.models.survey_store import day_tally, department_tally, running_departments

# REPLACE writes the row anew, as removing and adding it would.
_PUBLISH = WriteStatement(insert(day_tally).prefix_with("OR REPLACE"))
_KEEP_RUNNING = WriteStatement(insert(running_departments).prefix_with("OR REPLACE"))
_PUBLISHED = select(day_tally.c.published).where(day_tally.c.day == bindparam("of_day"))


def published_tally(connection: Connection, day: date) -> Tally | None:
    """Errors: `RowDamaged`."""
    with reading_rows():
        found = connection.execute(_PUBLISHED, {"of_day": day}).scalar_one_or_none()
        return None if found is None else Tally.from_json(json.loads(found))


def published_department_tallies(connection: Connection, day: date) -> dict[int, Tally]:
    """None at all before the day is closed. Errors: `RowDamaged`."""
    chosen = select(department_tally.c.department, department_tally.c.published).where(department_tally.c.day == day)
    with reading_rows():
        return {int(number): Tally.from_json(json.loads(text)) for number, text in connection.execute(chosen)}


class DayTallies:
    """All stored answers of a day, counted: the whole office and each department; and what is published of them.

    Errors: `RowDamaged`.
    """

    def __init__(self, connection: Connection, day: date, key: bytes) -> None:
        self._day = day
        self._key = key
        self._office, self._departments = tally_answers(connection, day)
        self._published = published_tally(connection, day)
        # Each department as it was last put into words; a department is taken out when it is counted up.
        self._worded: dict[int, str] = {}
        self._running = b""
        self._changed = False

    @property
    def answers(self) -> int:
        return self._office.answers

    def add(self, answer: NewAnswer) -> None:
        """To be called for each stored answer."""
        self._office.add(answer.answers)
        self._departments.setdefault(answer.department, Tally()).add(answer.answers)
        self._worded.pop(answer.department, None)

    def publish_if_due(self) -> bool:
        """To be called after each stored answer: every fifth one publishes the day anew."""
        if not is_publishing_moment(self.answers):
            return False
        self._published = publish(self._published, self._office)
        for number in self._departments.keys() - self._worded.keys():
            self._worded[number] = json.dumps(self._departments[number].to_json())
        running = ", ".join(f'"{number}": {worded}' for number, worded in sorted(self._worded.items()))
        self._running = f"{{{running}}}".encode()
        self._changed = True
        return True

    def write(self, connection: Connection) -> None:
        """To be called before a transaction is committed in which something was published."""
        if self._changed and self._published is not None:
            published = json.dumps(self._published.to_json())
            _PUBLISH.run(connection, [{"day": self._day, "published": published}])
            _KEEP_RUNNING.run(connection, [{"day": self._day, "locked": lock(self._key, self._running)}])
            self._changed = False


def publish_departments(connection: Connection, key: bytes, day: date) -> dict[int, int]:
    """To be called once, in the transaction that closes `day`. The departments' answers. Errors: `RowDamaged`."""
    with reading_rows():
        chosen = select(running_departments.c.locked).where(running_departments.c.day == day)
        locked = connection.execute(chosen).scalar_one_or_none()
        if locked is None:
            return {}
        try:
            running = json.loads(unlock(key, as_bytes(locked)))
        except CannotUnlock as error:
            raise RowDamaged from error
        tallies = {int(number): Tally.from_json(tally) for number, tally in running.items()}
    rows = [
        {"day": day, "department": number, "published": json.dumps(tally.to_json())}
        for number, tally in tallies.items()
    ]
    connection.execute(delete(department_tally).where(department_tally.c.day == day))
    connection.execute(insert(department_tally), rows)
    connection.execute(delete(running_departments).where(running_departments.c.day == day))
    return {number: tally.answers for number, tally in tallies.items()}
