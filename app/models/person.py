"""Accounts. No shared ones; passwords one-way (Argon2id). `must_change`: the password was given by somebody else."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import UtcTime, metadata

person = Table(
    "person",
    metadata,
    Column("login", String, primary_key=True),
    Column("name", String, nullable=False),
    Column("role", String, nullable=False),
    Column("password_hash", String, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("locked_until", UtcTime),
    Column("version", Integer, nullable=False),
    Column("retired_at", UtcTime),
    Column("must_change", Boolean, nullable=False),
)
