"""What can be searched for: `n` is the row of the full-text index `search_index` (made by a migration) that holds the
terms of a case or a card. It is when the record began, in seconds since 2000, or the next second that is free: newest
first is backwards by it. `unsent`: the shared side does not have these terms yet.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, Integer, String, Table, text

from app.models.base import metadata

search_entry = Table(
    "search_entry",
    metadata,
    Column("n", Integer, primary_key=True),
    Column("entity", String, nullable=False),
    Column("row_id", String(36), nullable=False),
    Column("unsent", Boolean, nullable=False),
    Index("ix_search_entry_row", "entity", "row_id", unique=True),
    Index("ix_search_entry_unsent", "n", sqlite_where=text("unsent = 1")),
)
