"""Sheets that were printed, with their totals: the next print says what was corrected since."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Index, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

printed_sheet = Table(
    "printed_sheet",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("first_day", OfficeDay, nullable=False),
    Column("last_day", OfficeDay, nullable=False),
    Column("printed_at", UtcTime, nullable=False),
    Column("printed_by", ForeignKey("person.login"), nullable=False),
    Column("totals", String, nullable=False),
    Index("ix_printed_sheet_days", "first_day", "last_day"),
)
