"""Answers as they leave the survey store for the shared side.

A row's id is no name for what stands in it: contents are dealt out anew whenever a group of rows grows. So an answer is
named by what it says and by its envelope, of which no two are alike; the name tells nothing that the answer does not.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from collections.abc import Iterable
from datetime import date

from sqlalchemy import Connection, select

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.domain.shared_survey import SurveyAnswer
from app.models.survey_store import answer

_NAMED_FOR = b"minwon survey answer\0"
_FILLED = "y"


Row = tuple[int, int, str, bytes, bytes]


def answer_rows(connection: Connection, day: date) -> list[Row]:
    """What is stored of `day`, for `answers_of`: read at once, so that the server hardly has to wait."""
    columns = (answer.c.department, answer.c.area, answer.c.language, answer.c.body, answer.c.envelope)
    chosen = select(*columns).where(answer.c.day == day, answer.c.filled == _FILLED)
    return [(row[0], row[1], row[2], row[3], row[4]) for row in connection.execute(chosen)]


def answers_of(day: date, rows: Iterable[Row]) -> list[SurveyAnswer]:
    """All answers of `day`, in random order. Errors: `RowDamaged`."""
    found: list[SurveyAnswer] = []
    with reading_rows():
        for department, area, language, body, envelope in rows:
            said = json.loads(as_bytes(body))
            if len(as_bytes(envelope)) != ENVELOPE_BYTES or not isinstance(said, dict):
                raise RowDamaged
            text = json.dumps(said, ensure_ascii=False)
            name = _name(day, department, area, language, text, envelope)
            found.append(SurveyAnswer(name, day, department, area, language, text, envelope))
    secrets.SystemRandom().shuffle(found)
    return found


def _name(day: date, department: int, area: int, language: str, body: str, envelope: bytes) -> str:
    said = json.dumps([day.isoformat(), department, area, language, body], ensure_ascii=False).encode()
    return str(uuid.UUID(bytes=hashlib.sha256(_NAMED_FOR + envelope + said).digest()[:16], version=4))
