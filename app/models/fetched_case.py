"""Cases that somebody asked for and that need not be here: they stay until the end of the day `until`."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.models.base import OfficeDay, metadata

fetched_case = Table(
    "fetched_case",
    metadata,
    Column("case_id", String(36), primary_key=True),
    Column("until", OfficeDay, nullable=False),
    sqlite_with_rowid=False,
)
