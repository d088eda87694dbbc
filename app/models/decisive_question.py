"""Questions that decide between tasks that sound alike. `choices` is a JSON list of pairs: text and task id."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

decisive_question = Table(
    "decisive_question",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("text", String, nullable=False),
    Column("choices", String, nullable=False),
    Column("active", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
)
