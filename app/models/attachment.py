"""Scans and photos of cases. Their bytes lie locked in the home's folder `attachments`, named by `blob`.

`name` and `key` (hex, opens the bytes) are personal: once erased nobody can open the bytes any more. `parts_sent` is
how many parts the shared side has of what this home attached, None: all, or it was not attached here.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from app.models.base import UtcTime, metadata

attachment = Table(
    "attachment",
    metadata,
    Column("id", String(36), primary_key=True),
    Column("case_id", String(36), nullable=False),
    Column("name", String, nullable=False),
    Column("key", String, nullable=False),
    Column("medium", String, nullable=False),
    Column("size", Integer, nullable=False),
    Column("blob", String(64), nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("by", String, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("version", Integer, nullable=False),
    Column("parts_sent", Integer),
    Index("ix_attachment_case_id", "case_id"),
    Index("ix_attachment_blob", "blob"),
    Index("ix_attachment_unsent", "id", sqlite_where=text("parts_sent IS NOT NULL")),
)
