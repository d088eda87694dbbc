"""Departments of the office. `number` stands for one in a token; `phones` are separated by spaces."""

from __future__ import annotations

from sqlalchemy import Column, Integer, String, Table

from app.models.base import UtcTime, metadata

department = Table(
    "department",
    metadata,
    Column("code", String, primary_key=True),
    Column("number", Integer, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("bureau", String, nullable=False),
    Column("location", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("phones", String, nullable=False),
    Column("version", Integer, nullable=False),
    Column("retired_at", UtcTime),
)
