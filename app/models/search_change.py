"""Records whose terms in `search_index` are no longer right. Triggers write it with every change of a case or a card,
and the transaction that changed them puts the index right before it ends.

`before` is what the record was found by, as JSON, so that just those terms are taken out (None: it is not in there).
`later`: it may wait, and is taken up a few at a time. The row ("", "erased") says that what was erased is to be pressed
out of the index's older pieces; its `before` is 'begun' once that has begun.
"""

from __future__ import annotations

from sqlalchemy import Boolean, Column, Index, String, Table, text

from app.models.base import metadata

search_change = Table(
    "search_change",
    metadata,
    Column("entity", String, primary_key=True),
    Column("row_id", String(36), primary_key=True),
    Column("before", String),
    Column("later", Boolean, nullable=False, server_default=text("0")),
    Index("ix_search_change_now", "entity", sqlite_where=text("later = 0")),
)
