"""Slips of visits and how far each has come.

`department_code` is the department that stands on the paper, whatever the visit or its service is given later.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, ForeignKey, Index, Integer, String, Table, UniqueConstraint, text

from app.models.base import UtcTime, metadata

slip = Table(
    "slip",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("visit_id", ForeignKey("visit.id"), nullable=False),
    Column("paper", String, nullable=False),
    Column("language", String, nullable=False),
    Column("reissue", Boolean, nullable=False),
    Column("state", String, nullable=False),
    Column("reason", String, nullable=False),
    Column("printed_at", UtcTime, nullable=False),
    Column("version", Integer, nullable=False),
    Column("made_by", ForeignKey("person.login"), nullable=False),
    Column("department_code", ForeignKey("department.code")),
    UniqueConstraint("visit_id", "paper", "language", "printed_at"),
    Index("ix_slip_waiting", "state", sqlite_where=text("state = 'waiting'")),
)
