"""Counters of the office, each with the public half of the key its slips are signed with."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from app.models.base import UtcTime, metadata

counter = Table(
    "counter",
    metadata,
    Column("code", String(4), primary_key=True),
    Column("name", String, nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("retired_at", UtcTime),
)
