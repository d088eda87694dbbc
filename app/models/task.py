"""The office's directory: what is done where. Rows are never deleted; one that is not `active` is found no more."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

task = Table(
    "task",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("bureau", String, nullable=False),
    Column("department", String, nullable=False),
    Column("team", String, nullable=False),
    Column("title", String, nullable=False),
    Column("keywords", String, nullable=False),
    Column("location", String, nullable=False),
    Column("phone", String, nullable=False),
    Column("words", String, nullable=False),
    Column("papers", String, nullable=False),
    Column("way", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
"""`words`, `papers` and `way` are the office's own; an imported directory leaves them alone."""
