"""What leaves the survey store for the shared side: answers of closed days, and which days there are.

A row's id is no name for what stands in it: contents are dealt out anew whenever a group of rows grows. So an answer is
named by what it says and by its envelope, of which no two are alike; the name tells nothing that the answer does not.
"""

from __future__ import annotations

import hashlib
import json
import secrets
import uuid
from datetime import date

from sqlalchemy import Connection, select, union

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_file import RowDamaged, as_bytes, reading_rows
from app.domain.sharing import SurveyAnswer
from app.models.survey_store import answer, closed_day, day_tally

_NAMED_FOR = b"minwon survey answer\0"
_FILLED = "y"


def known_days(connection: Connection) -> list[date]:
    """Every day of which there is an answer, a tally or the mark that it is closed. Errors: `RowDamaged`."""
    answered = select(answer.c.day).where(answer.c.filled == _FILLED)
    with reading_rows():
        return sorted(connection.scalars(union(answered, select(day_tally.c.day), select(closed_day.c.day))))


def closed_days(connection: Connection) -> list[date]:
    """Errors: `RowDamaged`."""
    with reading_rows():
        return sorted(connection.scalars(select(closed_day.c.day)))


def answers_of(connection: Connection, day: date) -> list[SurveyAnswer]:
    """All answers of `day`, in random order. Errors: `RowDamaged`."""
    columns = (answer.c.department, answer.c.area, answer.c.language, answer.c.body, answer.c.envelope)
    chosen = select(*columns).where(answer.c.day == day, answer.c.filled == _FILLED)
    found: list[SurveyAnswer] = []
    with reading_rows():
        for department, area, language, body, envelope in connection.execute(chosen):
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
