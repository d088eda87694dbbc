"""Services of a visit beyond the first one, which stands in the visit itself."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, Integer, Table

from app.models.base import metadata

further_service = Table(
    "further_service",
    metadata,
    Column("visit_id", ForeignKey("visit.id"), primary_key=True),
    Column("position", Integer, primary_key=True, autoincrement=False),
    Column("service_code", ForeignKey("service.code"), nullable=False),
    Column("department_code", ForeignKey("department.code"), nullable=False),
    sqlite_with_rowid=False,
)
"""`position` counts from 2."""
