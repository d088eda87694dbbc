"""Answers written over blanks, so that nothing in the file tells the order they came in (design section 5).

SQLite lays rows out as they arrive, and the order of arrival is the order of the visits. So rows are made ahead, a
batch for each day, department and area, with random ids and one size; an answer overwrites a blank picked by chance.
When a batch is full, more blanks are added and all contents of that group are dealt out anew.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import uuid4

from sqlalchemy import ColumnElement, Connection, and_, delete, func, insert, select, update

from app.crypto.secrets import random_bytes
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.domain.figures import Tally
from app.domain.languages import Language
from app.domain.sealed import ENVELOPE_PLAIN_BYTES
from app.models.survey_store import BODY_BYTES, PAD_BYTES, answer

SEALING_BYTES = 48
ENVELOPE_BYTES = ENVELOPE_PLAIN_BYTES + SEALING_BYTES
BATCH = 16
_FILLED = "y"
_BLANK = "n"
_PAD = bytes(PAD_BYTES)
_CHANCE = secrets.SystemRandom()


@dataclass(frozen=True, slots=True)
class NewAnswer:
    """All that is kept of a citizen's answer. `envelope` is None while the office has no audit key."""

    day: date
    department: int
    area: int
    language: Language
    answers: Mapping[str, tuple[str, ...]]
    comment: str
    envelope: bytes | None

    def body(self) -> bytes:
        """The open answers, always `BODY_BYTES` long."""
        answers = {question: list(values) for question, values in sorted(self.answers.items())}
        content = {"answers": answers, "comment": self.comment, "sealed": self.envelope is not None}
        raw = json.dumps(content, ensure_ascii=False).encode()
        if len(raw) > BODY_BYTES:
            raise ValueError("an answer is longer than its row")
        return raw.ljust(BODY_BYTES, b" ")

    def envelope_or_noise(self) -> bytes:
        """Always `ENVELOPE_BYTES` long."""
        envelope = self.envelope if self.envelope is not None else random_bytes(ENVELOPE_BYTES)
        if len(envelope) != ENVELOPE_BYTES:
            raise ValueError("an envelope of the wrong size")
        return envelope


def _group(day: date, department: int, area: int) -> ColumnElement[bool]:
    return and_(answer.c.day == day, answer.c.department == department, answer.c.area == area)


def _row(day: date, department: int, area: int, row_id: bytes) -> ColumnElement[bool]:
    return and_(_group(day, department, area), answer.c.id == row_id)


def _noise() -> dict[str, Any]:
    language = _CHANCE.choice(list(Language)).value
    return {"filled": _BLANK, "language": language, "body": b" " * BODY_BYTES, "envelope": random_bytes(ENVELOPE_BYTES)}


def store_answer(connection: Connection, new: NewAnswer) -> None:
    """Write `new` over a blank of its group."""
    group = _group(new.day, new.department, new.area)
    free = _blanks(connection, group)
    if not free:
        _deal_anew(connection, new.day, new.department, new.area)
        free = _blanks(connection, group)
    content = {
        "filled": _FILLED,
        "language": new.language.value,
        "body": new.body(),
        "envelope": new.envelope_or_noise(),
    }
    _overwrite(connection, _row(new.day, new.department, new.area, _CHANCE.choice(free)), content)


def _blanks(connection: Connection, group: ColumnElement[bool]) -> list[bytes]:
    return [as_bytes(i) for i in connection.scalars(select(answer.c.id).where(group, answer.c.filled == _BLANK))]


def _overwrite(connection: Connection, where: ColumnElement[bool], content: Mapping[str, Any]) -> None:
    # The key and the pad stay and the size is the same, so SQLite writes over the row where it lies.
    connection.execute(update(answer).where(where).values(**content))


def _deal_anew(connection: Connection, day: date, department: int, area: int) -> None:
    """Add as many blanks as there are rows (at least a batch) and spread the answers over all of them by chance."""
    group = _group(day, department, area)
    with reading_rows():
        kept = [dict(row) for row in connection.execute(select(answer).where(group)).mappings()]
        ids = [as_bytes(row["id"]) for row in kept]
    for row_id in ids:
        # Blank first: adding rows moves row beginnings about, and none of them may be an answer's while it does.
        _overwrite(connection, _row(day, department, area, row_id), _noise())
    fresh = [uuid4().bytes for _ in range(max(BATCH, len(ids)))]
    connection.execute(
        insert(answer),
        [{"day": day, "department": department, "area": area, "id": i, "pad": _PAD, **_noise()} for i in fresh],
    )
    for row_id, row in zip(_CHANCE.sample(ids + fresh, len(kept)), kept, strict=True):
        content = {name: row[name] for name in ("filled", "language", "body", "envelope")}
        _overwrite(connection, _row(day, department, area, row_id), content)


def count_answers(connection: Connection, day: date) -> int:
    counted = select(func.count()).select_from(answer).where(answer.c.day == day, answer.c.filled == _FILLED)
    return int(connection.execute(counted).scalar_one())


def tally_answers(connection: Connection, day: date) -> tuple[Tally, dict[int, Tally]]:
    """All answers of `day` counted: the whole office, and each department. Errors: `RowDamaged`."""
    office = Tally()
    departments: dict[int, Tally] = {}
    chosen = select(answer.c.department, answer.c.body).where(answer.c.day == day, answer.c.filled == _FILLED)
    with reading_rows():
        for department, body in connection.execute(chosen):
            given: Mapping[str, Sequence[str]] = json.loads(body)["answers"]
            office.add(given)
            departments.setdefault(int(department), Tally()).add(given)
    return office, departments


def sealed_envelopes(connection: Connection) -> list[tuple[date, int, bytes]]:
    """Day, department and envelope of every answer that has one, in the order of the random ids.

    What an envelope holds is not looked at. Errors: `RowDamaged`, for a row that is no answer at all.
    """
    found: list[tuple[date, int, bytes]] = []
    chosen = (
        select(answer.c.day, answer.c.department, answer.c.body, answer.c.envelope)
        .where(answer.c.filled == _FILLED)
        .order_by(answer.c.day, answer.c.id)
    )
    with reading_rows():
        for day, department, body, envelope in connection.execute(chosen):
            if len(as_bytes(envelope)) != ENVELOPE_BYTES:
                raise RowDamaged
            if json.loads(body)["sealed"]:
                found.append((day, int(department), envelope))
    return found


def delete_blanks(connection: Connection, day: date) -> None:
    """Delete the blanks of `day`."""
    connection.execute(delete(answer).where(answer.c.day == day, answer.c.filled == _BLANK))
