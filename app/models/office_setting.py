"""The office's settings, the same on every counter."""

from __future__ import annotations

from sqlalchemy import Column, String, Table

from app.models.base import metadata

office_setting = Table(
    "office_setting",
    metadata,
    Column("name", String, primary_key=True),
    Column("value", String, nullable=False),
    sqlite_with_rowid=False,
)
