"""Counts of days that are over, so that a year is read quickly. Triggers delete a day's row when the day changes."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

day_rollup = Table(
    "day_rollup",
    metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("made_at", UtcTime, nullable=False),
    Column("counts", String, nullable=False),
    sqlite_with_rowid=False,
)
