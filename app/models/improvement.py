"""Improvement tasks (중점과제) and their quarterly reviews; reviews are only ever added. Nothing personal is in them.

`links` is JSON: pairs of a kind (card, case) and an id.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table

from app.models.base import OfficeDay, UtcTime, metadata

improvement = Table(
    "improvement",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("title", String, nullable=False),
    Column("goal", String, nullable=False),
    Column("department_code", String, nullable=False),
    Column("measure", String, nullable=False),
    Column("before", String, nullable=False),
    Column("after", String, nullable=False),
    Column("consulted", String, nullable=False),
    Column("learned", String, nullable=False),
    Column("begins", OfficeDay),
    Column("ends", OfficeDay),
    Column("status", String, nullable=False),
    Column("links", String, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("made_by", String, nullable=False),
    Column("version", Integer, nullable=False),
)

improvement_review = Table(
    "improvement_review",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("improvement_id", String(36), nullable=False),
    Column("quarter", String, nullable=False),
    Column("status", String, nullable=False),
    Column("text", String, nullable=False),
    Column("value", String, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", String, nullable=False),
    Index("ix_improvement_review_improvement_id", "improvement_id"),
)
