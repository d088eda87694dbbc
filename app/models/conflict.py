"""Fields that two people changed at the same time, with both values. `fields` is the conflict document's own JSON."""

from __future__ import annotations

from sqlalchemy import Column, Index, String, Table, text

from app.models.base import UtcTime, metadata

conflict = Table(
    "conflict",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("entity", String, nullable=False),
    Column("row_id", String, nullable=False),
    Column("fields", String, nullable=False),
    Column("settled_at", UtcTime),
    Column("settled_by", String, nullable=False),
    Index("ix_conflict_open", "entity", "row_id", sqlite_where=text("settled_at IS NULL")),
)
