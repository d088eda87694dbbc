"""First pages that wait for their second page, locked with the server's own key (design section 5).

Every accepted first page leaves a row here, most of them blank, all of one size, so that a row says nothing.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from sqlalchemy import Connection, delete, insert, select

from app.crypto.secrets import CannotUnlock, lock, random_bytes, unlock
from app.db.survey_answers import ENVELOPE_BYTES, NewAnswer
from app.db.survey_file import RowDamaged, as_bytes
from app.db.survey_statements import WriteStatement
from app.domain.languages import Language
from app.models.survey_store import BODY_BYTES, ID_BYTES, held

HOLD_TIME = timedelta(minutes=30)
_ROUNDED_TO = timedelta(minutes=10)
LONGEST_HOLD = HOLD_TIME + _ROUNDED_TO
_HEAD_BYTES = 256
_BLANK_BODY = b" " * BODY_BYTES
_PUT = WriteStatement(insert(held))
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


def _rounded_up(moment: datetime) -> datetime:
    """`moment` or the next full ten minutes after it, so that a hold does not keep the minute of the visit."""
    steps = -((_EPOCH - moment) // _ROUNDED_TO)
    return _EPOCH + steps * _ROUNDED_TO


@dataclass(frozen=True, slots=True)
class Hold:
    """A waiting first page; a blank one has no answer. `release_at` is kept as the next full ten minutes."""

    release_at: datetime
    answer: NewAnswer | None

    def locked(self, key: bytes) -> bytes:
        head = {"release_at": f"{_rounded_up(self.release_at):%Y-%m-%dT%H:%M}"}
        body, envelope = _BLANK_BODY, random_bytes(ENVELOPE_BYTES)
        if self.answer is not None:
            head |= {
                "day": self.answer.day.isoformat(),
                "department": str(self.answer.department),
                "area": str(self.answer.area),
                "language": self.answer.language.value,
            }
            body, envelope = self.answer.body(), self.answer.envelope_or_noise()
        return lock(key, json.dumps(head).encode().ljust(_HEAD_BYTES, b" ") + body + envelope)

    @classmethod
    def unlocked(cls, key: bytes, sealed: bytes) -> Hold:
        """Errors: `CannotUnlock`."""
        plain = unlock(key, sealed)
        head = json.loads(plain[:_HEAD_BYTES])
        release_at = datetime.strptime(head["release_at"], "%Y-%m-%dT%H:%M").replace(tzinfo=UTC)
        if "day" not in head:
            return cls(release_at, None)
        body = json.loads(plain[_HEAD_BYTES : _HEAD_BYTES + BODY_BYTES])
        answer = NewAnswer(
            day=date.fromisoformat(head["day"]),
            department=int(head["department"]),
            area=int(head["area"]),
            language=Language(head["language"]),
            answers={question: tuple(values) for question, values in body["answers"].items()},
            comment=body["comment"],
            envelope=plain[_HEAD_BYTES + BODY_BYTES :] if body["sealed"] else None,
        )
        return cls(release_at, answer)


def held_row(key: bytes, row_id: bytes, hold: Hold) -> dict[str, bytes]:
    return {"id": row_id, "sealed": hold.locked(key)}


def blank_row(key: bytes, release_at: datetime) -> dict[str, bytes]:
    """A row as if a first page waited, under a name nobody can look up."""
    return held_row(key, random_bytes(ID_BYTES), Hold(release_at, None))


def put_rows(connection: Connection, rows: Sequence[Mapping[str, bytes]]) -> None:
    _PUT.run(connection, rows)


def is_held(connection: Connection, row_id: bytes) -> bool:
    return connection.execute(select(held.c.id).where(held.c.id == row_id)).first() is not None


def take_hold(connection: Connection, key: bytes, row_id: bytes) -> NewAnswer | None:
    """The answer held under `row_id`, which is then no longer held. Errors: `CannotUnlock`."""
    sealed = connection.execute(select(held.c.sealed).where(held.c.id == row_id)).scalar_one_or_none()
    if sealed is None:
        return None
    connection.execute(delete(held).where(held.c.id == row_id))
    return Hold.unlocked(key, as_bytes(sealed)).answer


def take_due(connection: Connection, key: bytes, now: datetime) -> list[NewAnswer]:
    """The answers whose time has passed; they and the blanks whose time has passed are no longer held."""
    due: list[NewAnswer] = []
    for row_id, sealed in connection.execute(select(held.c.id, held.c.sealed)).all():
        try:
            hold = Hold.unlocked(key, as_bytes(sealed))
        except (CannotUnlock, RowDamaged):
            continue  # altered on disk; nothing can be made of it, and the others must not wait for it
        if hold.release_at <= now:
            connection.execute(delete(held).where(held.c.id == row_id))
            if hold.answer is not None:
                due.append(hold.answer)
    return due
