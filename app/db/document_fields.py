"""How a document of the shared side and the rows of this home's tables say the same thing: one map an entity.

A field that a document lacks has its default: yesterday's counters did not know it (design law 14). A field that is
not named here is left to the shared side.
"""

from __future__ import annotations

import json
from collections.abc import Mapping

from app.db.case_fields import (
    ATTACHMENT,
    CARD,
    CASE_FILE,
    CASE_STEP,
    IMPROVEMENT,
    IMPROVEMENT_REVIEW,
    INCIDENT,
    PRECEDENT,
    RE_REVIEW,
)
from app.db.entity_map import EntityMap, Field, day_field, moment_field, pairs_text
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

COUNTER = EntityMap(
    "counter",
    counter,
    "code",
    (
        Field("name", ""),
        Field("public_key", "", bytes.fromhex, bytes.hex),
        Field("home", ""),
        moment_field("retired_at"),
        day_field("key_until"),
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
        moment_field("retired_at"),
    ),
    0,
    fixed={"version": 1},
)
PERSON = EntityMap(
    "person",
    person,
    "login",
    (Field("role", "clerk"), Field("must_change", False), moment_field("retired_at")),
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
        Field("period", ""),
        moment_field("retired_at"),
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
        day_field("day"),
        Field("seq", 0),
        Field("service_code", ""),
        Field("department_code", ""),
        Field("visitor_kind", "self"),
        Field("registered_by", ""),
        moment_field("registered_at"),
        Field("slip_withheld", False),
        Field("late_reason", ""),
        moment_field("entered_at"),
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
        moment_field("at"),
        Field("by", ""),
        Field("counter_code", ""),
        Field("automatic", False),
        Field("because_of"),
        Field("trusted", False),
        moment_field("pc_clock"),
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
        moment_field("printed_at"),
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
    (Field("text", ""), Field("choices", (), pairs_text, json.loads), Field("active", True)),
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
        Field("steps", (), pairs_text, json.loads),
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
        day_field("day"),
        moment_field("at"),
        Field("login", ""),
        Field("counter_code", ""),
        Field("task_id", ""),
        Field("of_visit"),
        Field("transfer", ""),
        moment_field("due"),
        moment_field("taken_at"),
        Field("outcome", ""),
        Field("actual_task_id"),
        Field("reason", ""),
        moment_field("outcome_at"),
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
        *(CASE_FILE, CASE_STEP, ATTACHMENT, CARD, IMPROVEMENT, IMPROVEMENT_REVIEW),
        *(INCIDENT, RE_REVIEW, PRECEDENT),
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
