"""Operations for the shared side, one row each, in the order they happened here (design section 4)."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table, UniqueConstraint

from app.models.base import UtcTime, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("op_id", String(36), nullable=False),
    Column("entity", String, nullable=False),
    Column("row_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("base_version", Integer, nullable=False),
    Column("fields", String, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("state", String, nullable=False),
    UniqueConstraint("op_id"),
    sqlite_autoincrement=True,
)
