"""The shared side in a file, as the survey server sees it.

Nothing tells when an answer came: the rows lie in the order of their random ids, and what is removed is overwritten.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from app.crypto.signing import key_id
from app.domain.clocks import SEOUL
from app.domain.shared_survey import SurveyAnswer, SurveyComment, SurveyKey, SurveyKeys
from app.domain.sharing import OperationKind, SharedAddress
from app.domain.sharing_errors import SharedSideDamaged
from app.sync.file.documents import current, enter_own
from app.sync.file.file_hub import utc_now
from app.sync.file.merge import SURVEY, same
from app.sync.file.shared_file import SharedFile
from app.sync.file.turns import PATIENCE_SECONDS

SURVEY_DAY = "survey_day"
CARD = "card"
_SLIP_DAYS = 7
_COLUMNS = "id, day, department, area, language, body, envelope"


class FileSurvey:
    """See `app.sync.hub.SurveyHub`."""

    def __init__(
        self,
        address: SharedAddress,
        clock: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._file = SharedFile(address, patience)
        self._clock = clock

    def submit_answers(self, answers: Sequence[SurveyAnswer]) -> None:
        # By their ids, which are random: the order they came in is the order of the visits.
        rows = [
            (a.id, a.day.isoformat(), a.department, a.area, a.language, a.body, a.envelope)
            for a in sorted(answers, key=lambda answer: answer.id)
        ]
        with self._file.writing() as (connection, _):
            connection.executemany(
                f"INSERT OR IGNORE INTO survey_answer ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)", rows
            )

    def publish_comments(self, comments: Sequence[SurveyComment]) -> bool:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, _):
            codes = _department_codes(connection)
            for comment in sorted(comments, key=lambda each: each.id):
                name = (CARD, comment.id)
                if current(connection, name) is None and not _is_erased(connection, comment.id):
                    connection.execute("INSERT OR IGNORE INTO record_key VALUES (?, ?, ?)", (*name, comment.key))
                    department = codes.get(comment.department, "")
                    fields = {"side": comment.side, "source": "survey", "day": comment.day.isoformat(), "state": "new"}
                    fields |= {"about": "", "by": "", "at": now, "department_code": department}
                    enter_own(
                        connection,
                        OperationKind.CREATE,
                        name,
                        {**fields, "text": {"locked": comment.text}},
                        now,
                        SURVEY,
                    )
        return True

    def survey_keys(self) -> SurveyKeys:
        with self._file.reading() as (connection, meta):
            settings = next(iter(_fields(connection, "office_setting")), {})
            departments = _fields(connection, "department")
            counters = _fields(connection, "counter")
            audit_keys = _fields(connection, "audit_key")
        try:
            phones = {str(p) for d in departments for p in (d.get("phone", ""), *(d.get("phones") or ())) if p}
            return SurveyKeys(
                office=settings.get("name", meta.name),
                host=settings.get("survey_host", ""),
                phones=tuple(sorted(phones)),
                departments={int(d["number"]): str(d["name"]) for d in departments if "number" in d},
                slip_days=int(settings.get("slip_days", _SLIP_DAYS)),
                timezone=settings.get("timezone", SEOUL),
                counters=tuple(_key(counter) for counter in counters if counter.get("public_key")),
                audit_public=bytes.fromhex(audit_keys[0]["public"]) if audit_keys else None,
            )
        except (KeyError, TypeError, ValueError) as error:
            raise SharedSideDamaged(self._file.address) from error

    def publish_figures(self, day: date, tallies: str) -> None:
        """Errors: also `ValueError` for what is no object."""
        fields = json.loads(tallies)
        if not isinstance(fields, dict):
            raise ValueError("tallies are an object")
        now = self._clock().isoformat()
        name = (SURVEY_DAY, day.isoformat())
        with self._file.writing() as (connection, _):
            there = current(connection, name)
            if there is None or not same({**there.fields, **fields}, there.fields):
                kind = OperationKind.EDIT if there else OperationKind.CREATE
                enter_own(connection, kind, name, fields, now, SURVEY)

    def close(self) -> None:
        """Nothing is held between calls."""


def _fields(connection: sqlite3.Connection, entity: str) -> list[Mapping[str, Any]]:
    """The documents of an entity, oldest first."""
    found = connection.execute(
        "SELECT fields FROM doc WHERE entity = ? AND NOT erased ORDER BY place", (entity,)
    ).fetchall()
    return [json.loads(fields) for (fields,) in found]


def _department_codes(connection: sqlite3.Connection) -> dict[int | None, str]:
    """Codes of departments by their numbers."""
    found = connection.execute(
        "SELECT fields ->> 'number', row_id FROM doc WHERE entity = 'department' AND NOT erased ORDER BY place DESC"
    )
    return {number: code for number, code in found if isinstance(number, int)}


def _is_erased(connection: sqlite3.Connection, card_id: str) -> bool:
    asked = "SELECT 1 FROM erased WHERE entity = 'card' AND row_id = ?"
    return connection.execute(asked, (card_id,)).fetchone() is not None


def _key(counter: Mapping[str, Any]) -> SurveyKey:
    public = bytes.fromhex(counter["public_key"])
    until = counter.get("key_until")
    return SurveyKey(key_id(public), public, None if until is None else date.fromisoformat(until))
