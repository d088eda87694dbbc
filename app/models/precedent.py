"""Answers that two officers should give alike. Nothing personal is in them; they are kept for good."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import UtcTime, metadata

precedent = Table(
    "precedent",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("question", String, nullable=False),
    Column("answer", String, nullable=False),
    Column("law", String, nullable=False),
    Column("department_code", String, nullable=False),
    Column("by", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("case_id", String(36)),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
