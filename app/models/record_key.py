"""One key per record whose operations carry personal text; destroying it erases the text everywhere.

Design section 4.
"""

from __future__ import annotations

from sqlalchemy import Column, LargeBinary, String, Table

from app.models.base import metadata

record_key = Table(
    "record_key",
    metadata,
    Column("entity", String, primary_key=True),
    Column("row_id", String, primary_key=True),
    Column("key", LargeBinary(32), nullable=False),
    sqlite_with_rowid=False,
)
