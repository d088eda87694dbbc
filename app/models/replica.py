"""What this home knows of the shared side's documents: the version of each that its own tables show (design §4)."""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Integer, String, Table

from app.models.base import metadata

replica = Table(
    "replica",
    metadata,
    Column("entity", String, primary_key=True),
    Column("row_id", String, primary_key=True),
    Column("version", Integer, nullable=False),
    Column("erased", Boolean, nullable=False),
    sqlite_with_rowid=False,
)

parked_document = Table(
    "parked_document",
    metadata,
    Column("entity", String, primary_key=True),
    Column("row_id", String, primary_key=True),
    Column("document", String, nullable=False),
    Column("why", String, nullable=False),
    sqlite_with_rowid=False,
)
"""Documents that could not be taken into the tables; tried again with every page, shown by `doctor`."""
