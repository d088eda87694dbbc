"""Citizens who were shown a way, and what became of it.

It refers to nothing, because from other counters it may come before what it names: `of_visit` may not even be held
here. `key` is `phrase` without spaces and signs. `elsewhere`: it was given in another home. `mark` is set by triggers:
what `finder_mark.lessons` was when something was last learned of it.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from app.models.base import OfficeDay, UtcTime, metadata

guidance = Table(
    "guidance",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("day", OfficeDay, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("login", String, nullable=False),
    Column("counter_code", String, nullable=False),
    Column("phrase", String, nullable=False),
    Column("task_id", String(36), nullable=False),
    Column("of_visit", String(36)),
    Column("transfer", String, nullable=False),
    Column("due", UtcTime),
    Column("taken_at", UtcTime),
    Column("outcome", String, nullable=False),
    Column("actual_task_id", String(36)),
    Column("reason", String, nullable=False),
    Column("outcome_at", UtcTime),
    Column("outcome_by", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("key", String, nullable=False),
    Column("elsewhere", Boolean, nullable=False),
    Column("mark", Integer, nullable=False, server_default=text("0")),
    Index("ix_guidance_day", "day", "at"),
    Index("ix_guidance_key", "key", sqlite_where=text("outcome != '' AND phrase != ''")),
    Index("ix_guidance_mark", "mark", "key", sqlite_where=text("mark > 0")),
    Index("ix_guidance_running", "due", sqlite_where=text("transfer != '' AND taken_at IS NULL")),
    Index("ix_guidance_wrong", "day", sqlite_where=text("outcome = 'wrong'")),
    Index("ix_guidance_worded", "day", sqlite_where=text("phrase != ''")),
)
