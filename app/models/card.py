"""Cards of the board. `text`, `before` and `after` are personal and empty once erased."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

card = Table(
    "card",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("side", String, nullable=False),
    Column("text", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("source", String, nullable=False),
    Column("day", OfficeDay, nullable=False),
    Column("department_code", String, nullable=False),
    Column("about", String, nullable=False),
    Column("state", String, nullable=False),
    Column("case_id", String(36)),
    Column("improvement_id", String(36)),
    Column("by", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("state_by", String, nullable=False),
    Column("state_at", UtcTime),
    Column("thanked_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index("ix_card_side", "side", "state", "day", "id"),
    Index("ix_card_day", "day"),
    Index("ix_card_about", "about", "day"),
)
