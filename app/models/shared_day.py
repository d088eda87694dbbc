"""Days as the shared side tells of them: survey figures that the survey server published, and days not kept here."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

survey_day = Table(
    "survey_day",
    metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("tallies", String, nullable=False),
    sqlite_with_rowid=False,
)

day_elsewhere = Table(
    "day_elsewhere",
    metadata,
    Column("day", OfficeDay, primary_key=True),
    Column("since", UtcTime, nullable=False),
    Column("held_until", OfficeDay),
    sqlite_with_rowid=False,
)
"""Days whose visits of other counters are on the shared side only.

`held_until`: they were asked for and are all here, until the end of that day.
"""
