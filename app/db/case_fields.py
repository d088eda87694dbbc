"""The documents of cases, the board and what grows out of them; see `app.db.document_fields`."""

from __future__ import annotations

import json

from app.db.entity_map import EntityMap, Field, day_field, moment_field, object_text, pairs_text
from app.models.tables import (
    attachment,
    card,
    case_file,
    case_step,
    improvement,
    improvement_review,
    incident,
    precedent,
    re_review,
)

CASE_FILE = EntityMap(
    "case_file",
    case_file,
    "id",
    (
        *(Field(name, "") for name in ("number", "kind", "channel", "written_by")),
        moment_field("received_at"),
        *(Field(name, "") for name in ("received_by", "counter_code", "department_code")),
        Field("service_code"),
        Field("period", ""),
        Field("flags", ""),
        Field("of_visit"),
        Field("card_id"),
        Field("matter_id", ""),
        Field("external_number", ""),
        Field("to_auditor", False),
        day_field("ended_on"),
    ),
    2,
    personal=("title", "text", "name", "phone", "address"),
    fixed={"version": 1},
)
"""The shared side gives it to every counter of its department until it has ended, then as long as visits."""

CASE_STEP = EntityMap(
    "case_step",
    case_step,
    "id",
    (
        Field("case_id", ""),
        Field("kind", ""),
        moment_field("at"),
        day_field("on_day"),
        Field("by", ""),
        Field("counter_code", ""),
        Field("of_step"),
        Field("detail", {}, object_text, json.loads),
    ),
    3,
    personal=("text", "remedy"),
)
ATTACHMENT = EntityMap(
    "attachment",
    attachment,
    "id",
    (
        Field("case_id", ""),
        Field("medium", ""),
        Field("size", 0),
        Field("blob", ""),
        moment_field("at"),
        Field("by", ""),
        Field("removed", False),
    ),
    3,
    personal=("name", "key"),
    fixed={"version": 1},
)
CARD = EntityMap(
    "card",
    card,
    "id",
    (
        Field("side", ""),
        Field("source", ""),
        day_field("day"),
        Field("department_code", ""),
        Field("about", ""),
        Field("state", "new"),
        Field("case_id"),
        Field("improvement_id"),
        Field("by", ""),
        moment_field("at"),
        Field("state_by", ""),
        moment_field("state_at"),
        moment_field("thanked_at"),
    ),
    1,
    personal=("text", "before", "after"),
    fixed={"version": 1},
)
IMPROVEMENT = EntityMap(
    "improvement",
    improvement,
    "id",
    (
        *(Field(name, "") for name in ("title", "goal", "department_code", "measure", "before", "after")),
        *(Field(name, "") for name in ("consulted", "learned")),
        day_field("begins"),
        day_field("ends"),
        Field("status", ""),
        Field("links", (), pairs_text, json.loads),
        moment_field("made_at"),
        Field("made_by", ""),
    ),
    0,
    fixed={"version": 1},
)
IMPROVEMENT_REVIEW = EntityMap(
    "improvement_review",
    improvement_review,
    "id",
    (
        *(Field(name, "") for name in ("improvement_id", "quarter", "status", "text", "value")),
        moment_field("at"),
        Field("by", ""),
    ),
    1,
)
INCIDENT = EntityMap(
    "incident",
    incident,
    "id",
    (
        moment_field("begun_at"),
        Field("counter_code", ""),
        Field("by", ""),
        Field("kind", ""),
        moment_field("warned_at"),
        moment_field("ended_at"),
        Field("end", ""),
        Field("of_visit"),
    ),
    2,
    personal=("text", "witnesses"),
    fixed={"version": 1},
)
RE_REVIEW = EntityMap(
    "re_review",
    re_review,
    "id",
    (
        Field("department_code", ""),
        day_field("rejected_on"),
        day_field("look_on"),
        Field("case_id"),
        Field("state", "waiting"),
        Field("by", ""),
        moment_field("at"),
        Field("state_by", ""),
        moment_field("state_at"),
    ),
    2,
    personal=("applied_for", "reason", "name", "phone", "outcome"),
    fixed={"version": 1},
)
PRECEDENT = EntityMap(
    "precedent",
    precedent,
    "id",
    (
        *(Field(name, "") for name in ("question", "answer", "law", "department_code", "by")),
        moment_field("at"),
        Field("case_id"),
        Field("active", True),
    ),
    1,
    fixed={"version": 1},
)
