"""The audit officer's key pair; the private half is locked with the officer's passphrase and never leaves this home."""

from __future__ import annotations

from sqlalchemy import Column, ForeignKey, LargeBinary, Table

from app.models.base import UtcTime, metadata

audit_key = Table(
    "audit_key",
    metadata,
    Column("login", ForeignKey("person.login"), primary_key=True),
    Column("public", LargeBinary(32), nullable=False),
    Column("salt", LargeBinary, nullable=False),
    Column("locked_private", LargeBinary, nullable=False),
    Column("made_at", UtcTime, nullable=False),
)
