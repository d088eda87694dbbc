"""Applicants who were rejected and are to be looked at again. The first five texts are personal, empty once erased."""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

re_review = Table(
    "re_review",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("applied_for", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("name", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("outcome", String, nullable=False),
    Column("department_code", String, nullable=False),
    Column("rejected_on", OfficeDay, nullable=False),
    Column("look_on", OfficeDay, nullable=False),
    Column("case_id", String(36)),
    Column("state", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("state_by", String, nullable=False),
    Column("state_at", UtcTime),
    Column("version", Integer, nullable=False),
    Index("ix_re_review_state", "state", "look_on"),
)
