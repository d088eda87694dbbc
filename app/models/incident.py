"""Notes of abuse at the counter. `text` and `witnesses` are personal and empty once erased; no citizen is named."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from app.models.base import UtcTime, metadata

incident = Table(
    "incident",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("begun_at", UtcTime, nullable=False),
    Column("counter_code", String, nullable=False),
    Column("by", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("text", String, nullable=False),
    Column("witnesses", String, nullable=False),
    Column("warned_at", UtcTime),
    Column("ended_at", UtcTime),
    Column("end", String, nullable=False),
    Column("of_visit", String(36)),
    Column("version", Integer, nullable=False),
    Index("ix_incident_begun_at", "begun_at"),
)
