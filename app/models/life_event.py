"""What happens in a life and what is to be done then. `steps` is a JSON list of pairs in order: task id and note."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

life_event = Table(
    "life_event",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("name", String, nullable=False),
    Column("words", String, nullable=False),
    Column("steps", String, nullable=False),
    Column("position", Integer, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
