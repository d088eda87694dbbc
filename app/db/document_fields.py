"""How a document of the shared side and the rows of this home's tables say the same thing: one map an entity.

A field that a document lacks has its default: yesterday's counters did not know it (design law 14). A field that is
not named here is left to the shared side.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from sqlalchemy import Table

from app.models.tables import (
    counter,
    decisive_question,
    department,
    guidance,
    holiday,
    life_event,
    person,
    phrase_ruling,
    service,
    slip,
    task,
    visit,
    visit_step,
)

Convert = Callable[[Any], Any]


def _same(value: Any) -> Any:
    return value


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _moment_text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _day(text: str | None) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _day_text(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _pairs(pairs: Iterable[Iterable[str]]) -> str:
    """Pairs of texts as JSON. Errors: `TypeError`, `ValueError` for anything else: it could not be read again."""
    read = [(first, second) for first, second in pairs]
    if not all(isinstance(text, str) for pair in read for text in pair):
        raise TypeError(read)
    return json.dumps(read, ensure_ascii=False)


@dataclass(frozen=True, slots=True)
class Field:
    """A field and the column of the same name; `into` and `out` turn the value for the column and back."""

    name: str
    default: Any = None
    into: Convert = _same
    out: Convert = _same


@dataclass(frozen=True, slots=True)
class EntityMap:
    """`key` is the column with the row's id; `personal` fields travel locked; `fixed` columns are this home's own.

    `rank`: an entity refers to entities of lower rank only.
    """

    entity: str
    table: Table
    key: str
    fields: tuple[Field, ...]
    rank: int
    personal: tuple[str, ...] = ()
    fixed: Mapping[str, Any] = field(default_factory=dict)

    def row(self, row_id: str, fields: Mapping[str, Any]) -> dict[str, Any]:
        """The columns of a whole document whose personal fields have been opened."""
        values = {f.name: f.into(fields.get(f.name, f.default)) for f in self.fields}
        return {self.key: row_id, **values, **{name: fields.get(name) or "" for name in self.personal}}

    def document(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """The fields of a row, personal ones left out."""
        return {f.name: f.out(row[f.name]) for f in self.fields}


def _at(name: str) -> Field:
    return Field(name, None, _moment, _moment_text)


def _on(name: str) -> Field:
    return Field(name, None, _day, _day_text)


COUNTER = EntityMap(
    "counter",
    counter,
    "code",
    (
        Field("name", ""),
        Field("public_key", "", bytes.fromhex, bytes.hex),
        Field("home", ""),
        _at("retired_at"),
        _on("key_until"),
    ),
    0,
    fixed={"version": 1},
)
DEPARTMENT = EntityMap(
    "department",
    department,
    "code",
    (
        Field("number", 0),
        Field("name", ""),
        Field("bureau", ""),
        Field("location", ""),
        Field("phone", ""),
        Field("phones", (), " ".join, str.split),
        _at("retired_at"),
    ),
    0,
    fixed={"version": 1},
)
PERSON = EntityMap(
    "person",
    person,
    "login",
    (Field("role", "clerk"), Field("must_change", False), _at("retired_at")),
    0,
    personal=("name", "password_hash"),
    fixed={"version": 1, "failures": 0, "locked_until": None},
)
SERVICE = EntityMap(
    "service",
    service,
    "code",
    (
        Field("name", ""),
        Field("department_code", ""),
        Field("area", ""),
        Field("area_number", 0),
        Field("key"),
        Field("keywords", ""),
        Field("position", 0),
        _at("retired_at"),
    ),
    1,
    fixed={"version": 1},
)
VISIT = EntityMap(
    "visit",
    visit,
    "id",
    (
        Field("counter_code", ""),
        _on("day"),
        Field("seq", 0),
        Field("service_code", ""),
        Field("department_code", ""),
        Field("visitor_kind", "self"),
        Field("registered_by", ""),
        _at("registered_at"),
        Field("slip_withheld", False),
        Field("late_reason", ""),
        _at("entered_at"),
    ),
    2,
    personal=("queue_number", "note"),
    fixed={"version": 1},
)
VISIT_STEP = EntityMap(
    "visit_step",
    visit_step,
    "id",
    (
        Field("visit_id", ""),
        Field("kind", ""),
        _at("at"),
        Field("by", ""),
        Field("counter_code", ""),
        Field("automatic", False),
        Field("because_of"),
        Field("trusted", False),
        _at("pc_clock"),
        Field("to_counter"),
        Field("services_before", ""),
        Field("services_after", ""),
    ),
    3,
)
"""Its word, which is personal, stands in a table of its own."""

SLIP = EntityMap(
    "slip",
    slip,
    "id",
    (
        Field("visit_id", ""),
        Field("paper", ""),
        Field("language", ""),
        Field("reissue", False),
        Field("state", ""),
        Field("reason", ""),
        _at("printed_at"),
        Field("made_by", ""),
        Field("department_code"),
    ),
    3,
    fixed={"version": 1},
)

TASK = EntityMap(
    "task",
    task,
    "id",
    (
        *(Field(name, "") for name in ("bureau", "department", "team", "title", "keywords", "location", "phone")),
        *(Field(name, "") for name in ("words", "papers", "way")),
        Field("position", 0),
        Field("active", True),
    ),
    0,
    fixed={"version": 1},
)
DECISIVE_QUESTION = EntityMap(
    "decisive_question",
    decisive_question,
    "id",
    (Field("text", ""), Field("choices", (), _pairs, json.loads), Field("active", True)),
    1,
    fixed={"version": 1},
)
LIFE_EVENT = EntityMap(
    "life_event",
    life_event,
    "id",
    (
        Field("name", ""),
        Field("words", ""),
        Field("steps", (), _pairs, json.loads),
        Field("position", 0),
        Field("active", True),
    ),
    1,
    fixed={"version": 1},
)
GUIDANCE = EntityMap(
    "guidance",
    guidance,
    "id",
    (
        _on("day"),
        _at("at"),
        Field("login", ""),
        Field("counter_code", ""),
        Field("task_id", ""),
        Field("of_visit"),
        Field("transfer", ""),
        _at("due"),
        _at("taken_at"),
        Field("outcome", ""),
        Field("actual_task_id"),
        Field("reason", ""),
        _at("outcome_at"),
        Field("outcome_by", ""),
    ),
    2,
    personal=("phrase",),
    fixed={"version": 1},
)
"""It belongs to no visit as a step does: what is learned from it every counter learns."""

PHRASE_RULING = EntityMap(
    "phrase_ruling",
    phrase_ruling,
    "key",
    (Field("phrase", ""), Field("task_id"), Field("by", ""), Field("active", True)),
    1,
    fixed={"version": 1},
)
HOLIDAY = EntityMap(
    "holiday",
    holiday,
    "day",
    (Field("name", ""), Field("closed", True)),
    0,
    fixed={"version": 1},
)

MAPS: Mapping[str, EntityMap] = {
    known.entity: known
    for known in (
        *(COUNTER, DEPARTMENT, PERSON, SERVICE, VISIT, VISIT_STEP, SLIP),
        *(TASK, DECISIVE_QUESTION, LIFE_EVENT, GUIDANCE, PHRASE_RULING, HOLIDAY),
    )
}
RANKS: Mapping[str, int] = {
    **{entity: known.rank for entity, known in MAPS.items()},
    "office_setting": 0,
    "audit_key": 1,
    "survey_day": 0,
    "conflict": 4,
}
"""Every entity this program takes into its tables, parents before children."""
