"""This home: which counter it is. One row."""

from __future__ import annotations

from sqlalchemy import Boolean, CheckConstraint, Column, Integer, String, Table

from app.models.base import metadata

home = Table(
    "home",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1", name="one"), primary_key=True),
    Column("home_id", String(36), nullable=False),
    Column("counter_code", String(4), nullable=False),
    Column("sample", Boolean, nullable=False),
)
