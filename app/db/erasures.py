"""Erasing what is personal in records whose time has passed; the records are counted on (design section 4)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.document_fields import MAPS
from app.db.record_rows import pieces
from app.models.tables import record_key, replica


class ErasureRepository:
    """Works inside the caller's transaction; the caller writes the operations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def erase(self, entity: str, ids: Iterable[str]) -> None:
        """Empty the personal fields of records of `entity` and destroy their keys, so that what was sent elsewhere
        cannot be read any more. Here they stay erased whatever comes back from there."""
        known = MAPS[entity]
        empty = dict.fromkeys(known.personal, "")
        for piece in pieces(ids):
            self._connection.execute(update(known.table).where(known.table.c[known.key].in_(piece)).values(**empty))
            of = and_(record_key.c.entity == entity, record_key.c.row_id.in_(piece))
            self._connection.execute(delete(record_key).where(of))
            gone = [{"entity": entity, "row_id": row_id, "version": 0, "erased": True} for row_id in piece]
            self._connection.execute(upsert(replica).on_conflict_do_update(set_={"erased": True}), gone)

    def is_erased(self, entity: str, row_id: str) -> bool:
        """Whether it was erased, here or elsewhere."""
        of = and_(replica.c.entity == entity, replica.c.row_id == row_id)
        found: bool | None = self._connection.scalar(replica.select().with_only_columns(replica.c.erased).where(of))
        return bool(found)
