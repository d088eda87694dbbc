"""What was done with cases; only ever added to. `text` and `remedy` are personal: erasing empties them, nothing else
of a step is ever changed but its `place`.

`on_day` is the day a step counts for, `at` when it was recorded. `of_step` is the step it undoes or corrects. `place`
orders the steps of a case on every counter alike, None: not yet acknowledged by the shared side, after all others.
`detail` is JSON: whatever else belongs to its kind.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from app.models.base import OfficeDay, UtcTime, metadata

case_step = Table(
    "case_step",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("case_id", String(36), nullable=False),
    Column("kind", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("on_day", OfficeDay, nullable=False),
    Column("by", String, nullable=False),
    Column("counter_code", String, nullable=False),
    Column("text", String, nullable=False),
    Column("remedy", String, nullable=False),
    Column("of_step", String(36)),
    Column("detail", String, nullable=False),
    Column("place", Integer),
    Column("elsewhere", Boolean, nullable=False),
    Index("ix_case_step_case_id", "case_id"),
    Index("ix_case_step_objected", "on_day", sqlite_where=text("kind = 'objected'")),
)
