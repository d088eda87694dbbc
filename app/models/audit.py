"""The access log (접속기록): who did what to whose data, when. Only ever added to; each row seals the one before."""

from __future__ import annotations

from sqlalchemy import Column, Integer, LargeBinary, String, Table

from app.models.base import UtcTime, metadata

audit = Table(
    "audit",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("at", UtcTime, nullable=False),
    Column("login", String, nullable=False),
    Column("role", String, nullable=False),
    Column("counter_code", String(4), nullable=False),
    Column("action", String, nullable=False),
    Column("entity", String, nullable=False),
    Column("row_id", String, nullable=False),
    Column("detail", String, nullable=False),
    Column("chain", LargeBinary(32), nullable=False),
    sqlite_autoincrement=True,
)
