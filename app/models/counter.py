"""Counters of the office, each with the public half of the key its slips are signed with.

`home` is the home it is, "" for a counter that shares its PC with another; slips of days after `key_until` are not its.
"""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

counter = Table(
    "counter",
    metadata,
    Column("code", String(4), primary_key=True),
    Column("name", String, nullable=False),
    Column("public_key", LargeBinary(32), nullable=False),
    Column("version", Integer, nullable=False),
    Column("retired_at", UtcTime),
    Column("home", String(36), nullable=False),
    Column("key_until", OfficeDay),
)
