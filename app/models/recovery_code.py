"""The code on paper that lets an administrator back in. One row, the code itself one-way (Argon2id)."""

from __future__ import annotations

from sqlalchemy import CheckConstraint, Column, Integer, String, Table

from app.models.base import UtcTime, metadata

recovery_code = Table(
    "recovery_code",
    metadata,
    Column("one", Integer, CheckConstraint("one = 1", name="one"), primary_key=True),
    Column("code_hash", String, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)
