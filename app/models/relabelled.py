"""Visits that got another number because this home had been put back or copied (design §4)."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

relabelled = Table(
    "relabelled",
    metadata,
    Column("visit_id", ForeignKey("visit.id"), primary_key=True),
    Column("day", OfficeDay, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("at", UtcTime, nullable=False),
)
