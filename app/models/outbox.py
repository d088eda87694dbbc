"""Operations for the shared side, one row each, in the order they happened here (design section 4).

`about` is the record a person would name: the visit or case of a step. `base_version` is the shared side's version
seen; `version`, `place` and `reason` are what became of it there. States: waiting; sent; refused; kept: from before
this home had a shared side, which was begun with the records as they stood.
"""

from __future__ import annotations

from sqlalchemy import Column, Index, Integer, String, Table, UniqueConstraint, text

from app.models.base import UtcTime, metadata

outbox = Table(
    "outbox",
    metadata,
    Column("n", Integer, primary_key=True, autoincrement=True),
    Column("op_id", String(36), nullable=False),
    Column("entity", String, nullable=False),
    Column("row_id", String, nullable=False),
    Column("kind", String, nullable=False),
    Column("base_version", Integer, nullable=False),
    Column("fields", String, nullable=False),
    Column("made_at", UtcTime, nullable=False),
    Column("state", String, nullable=False),
    Column("by", String, nullable=False),
    Column("about", String, nullable=False),
    Column("version", Integer),
    Column("place", Integer),
    Column("reason", String, nullable=False),
    UniqueConstraint("op_id"),
    Index("ix_outbox_waiting", "n", "about", "state", sqlite_where=text("state = 'waiting'")),
    Index("ix_outbox_waiting_row", "row_id", sqlite_where=text("state = 'waiting'")),
    Index("ix_outbox_refused", "n", sqlite_where=text("state = 'refused'")),
    sqlite_autoincrement=True,
)
