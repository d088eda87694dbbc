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

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from app.crypto.secrets import random_bytes
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.db.survey_statements import ReadStatement, WriteStatement
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
_LANGUAGES = tuple(language.value for language in Language)
_BLANK_BODY = b" " * BODY_BYTES
_WRITTEN = json.JSONEncoder(ensure_ascii=False).encode
_CONTENT = ("filled", "language", "body", "envelope")
Row = dict[str, Any]
_OF_GROUP = (
    answer.c.day == bindparam("of_day"),
    answer.c.department == bindparam("of_department"),
    answer.c.area == bindparam("of_area"),
)
_OVERWRITE = WriteStatement(
    update(answer)
    .where(*_OF_GROUP, answer.c.id == bindparam("of_id"))
    .values({name: bindparam(name) for name in _CONTENT})
)
_ADD = WriteStatement(insert(answer))
_BLANKS = ReadStatement(select(answer.c.id).where(*_OF_GROUP, answer.c.filled == bindparam("of_kind")))
_ALL = ReadStatement(select(answer.c.id, *(answer.c[name] for name in _CONTENT)).where(*_OF_GROUP))


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
        raw = _WRITTEN(content).encode()
        if len(raw) > BODY_BYTES:
            raise ValueError("an answer is longer than its row")
        return raw.ljust(BODY_BYTES, b" ")

    def envelope_or_noise(self) -> bytes:
        """Always `ENVELOPE_BYTES` long."""
        envelope = self.envelope if self.envelope is not None else random_bytes(ENVELOPE_BYTES)
        if len(envelope) != ENVELOPE_BYTES:
            raise ValueError("an envelope of the wrong size")
        return envelope


def _noise() -> dict[str, Any]:
    language = _CHANCE.choice(_LANGUAGES)
    return {"filled": _BLANK, "language": language, "body": _BLANK_BODY, "envelope": random_bytes(ENVELOPE_BYTES)}


def overwrite(connection: Connection, rows: Sequence[Row]) -> None:
    """Each of `rows` names the row it goes into, and brings what is to stand there."""
    # The key and the pad stay and the size is the same, so SQLite writes over the row where it lies.
    _OVERWRITE.run(connection, rows)


class GroupRows:
    """The rows of one day, department and area: where its blanks are, and what is to be written over them.

    Answers are mixed within a group. Errors: `RowDamaged`.
    """

    def __init__(self, connection: Connection, day: date, department: int, area: int) -> None:
        self._names = {"of_day": day, "of_department": department, "of_area": area}
        self._keys = {"day": day, "department": department, "area": area}
        self._free = self._blanks(connection)
        self._waiting: list[Row] = []

    def put(self, connection: Connection, new: NewAnswer) -> None:
        """Have `new` written over a blank."""
        if not self._free:
            overwrite(connection, self.take_waiting())
            self._free = self._deal_anew(connection)
        # Taken out of the list by chance; which one fills the gap does not matter.
        place = _CHANCE.randrange(len(self._free))
        self._free[place], self._free[-1] = self._free[-1], self._free[place]
        row = {"language": new.language.value, "body": new.body(), "envelope": new.envelope_or_noise()}
        self._waiting.append({**self._names, "of_id": self._free.pop(), "filled": _FILLED, **row})

    def take_waiting(self) -> list[Row]:
        """What was put, to be given to `overwrite` before the transaction is committed."""
        waiting, self._waiting = self._waiting, []
        return waiting

    def _blanks(self, connection: Connection) -> list[bytes]:
        return [as_bytes(row_id) for (row_id,) in _BLANKS.rows(connection, {**self._names, "of_kind": _BLANK})]

    def _deal_anew(self, connection: Connection) -> list[bytes]:
        """Add as many blanks as there are rows (at least a batch) and spread the answers over all of them by chance.

        Where there are blanks then.
        """
        ids: list[bytes] = []
        contents: list[Row] = []
        for row_id, filled, language, body, envelope in _ALL.rows(connection, self._names):
            ids.append(as_bytes(row_id))
            kept = {"filled": filled, "language": language, "body": as_bytes(body), "envelope": as_bytes(envelope)}
            contents.append(kept)
        # Blank first: adding rows moves row beginnings about, and none of them may be an answer's while it does.
        overwrite(connection, [{**self._names, "of_id": row_id, **_noise()} for row_id in ids])
        fresh = [uuid4().bytes for _ in range(max(BATCH, len(ids)))]
        _ADD.run(connection, [{**self._keys, "id": i, "pad": _PAD, **_noise()} for i in fresh])
        places = _CHANCE.sample(ids + fresh, len(contents))
        dealt = zip(places, contents, strict=True)
        overwrite(connection, [{**self._names, "of_id": row_id, **content} for row_id, content in dealt])
        # Some of `contents` may have been blanks themselves.
        taken = {place for place, content in zip(places, contents, strict=True) if content["filled"] != _BLANK}
        return [row_id for row_id in ids + fresh if row_id not in taken]


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
