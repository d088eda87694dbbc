"""Taking other homes' cases out of this home's tables, once they are over or another department's; they stay on the
shared side (design §4).

Kept in any case: this home's own cases, and what it has said of one and the shared side has not acknowledged. Its bytes
go with an attachment, when somebody next sweeps (`app.db.attachments`); what it is found by goes by triggers.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, and_, delete, exists, insert, or_, select, text, update

from app.db.record_rows import pieces
from app.models.tables import attachment, case_file, case_step, conflict, fetched_case, outbox, record_key, replica

# As text, like in the index of what waits.
_WAITING = text("outbox.state = 'waiting'")


class CaseRetentionRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def over(self, before: date, today: date, limit: int, but: Collection[str]) -> tuple[str, ...]:
        """Up to `limit` cases that ended before `before` and may go; those that were asked for stay until their day.

        `but`: see `RetentionRepository.refused`.
        """
        ended = and_(case_file.c.ended_on.is_not(None), case_file.c.ended_on < before)
        asked_for = exists().where(fetched_case.c.case_id == case_file.c.id, fetched_case.c.until >= today)
        chosen = select(case_file.c.id).where(ended, ~asked_for, _may_go(but)).order_by(case_file.c.ended_on)
        return tuple(self._connection.scalars(chosen.limit(limit)))

    def leaving(self, case_ids: Iterable[str], but: Collection[str]) -> tuple[str, ...]:
        """Those of the cases that are here and may go."""
        chosen = select(case_file.c.id).where(_may_go(but))
        return tuple(
            case_id
            for piece in pieces(case_ids)
            for case_id in self._connection.scalars(chosen.where(case_file.c.id.in_(piece)))
        )

    def take_out(self, case_ids: Sequence[str]) -> None:
        """Take the cases out of the tables, with all that belongs to them."""
        for ids in pieces(case_ids):
            about = {"case_file": ids}
            for table in (case_step, attachment):
                of = select(table.c.id).where(table.c.case_id.in_(ids))
                about[table.name] = list(self._connection.scalars(of))
            about["conflict"] = [one for entity, rows in about.items() for one in self._conflicts(entity, rows)]
            for entity, rows in about.items():
                for piece in pieces(rows):
                    self._forget(entity, piece)
            for table in (case_step, attachment, fetched_case):
                self._connection.execute(delete(table).where(table.c.case_id.in_(ids)))
            for piece in pieces(about["conflict"]):
                self._connection.execute(delete(conflict).where(conflict.c.id.in_(piece)))
            self._connection.execute(delete(case_file).where(case_file.c.id.in_(ids)))

    def here(self, case_ids: Iterable[str]) -> set[str]:
        """Those of the cases that are in the tables."""
        found: set[str] = set()
        for piece in pieces(case_ids):
            found.update(self._connection.scalars(select(case_file.c.id).where(case_file.c.id.in_(piece))))
        return found

    def case_of(self, entity: str, row_id: str) -> str | None:
        """The case that a record belongs to; None for one that belongs to none, or is not here."""
        if entity == "case_file":
            return row_id
        table = {"case_step": case_step, "attachment": attachment}.get(entity)
        if table is None:
            return None
        found: str | None = self._connection.scalar(select(table.c.case_id).where(table.c.id == row_id))
        return found

    def fetched(self, case_id: str, until: date) -> None:
        """The case was asked for, and stays until the end of the day `until`."""
        row = {"case_id": case_id, "until": until}
        self._connection.execute(insert(fetched_case).prefix_with("OR REPLACE"), row)

    def _forget(self, entity: str, rows: Sequence[str]) -> None:
        key = and_(record_key.c.entity == entity, record_key.c.row_id.in_(rows))
        self._connection.execute(delete(record_key).where(key))
        known = and_(replica.c.entity == entity, replica.c.row_id.in_(rows))
        # Erased stays erased, whatever an older copy of the shared side brings back.
        self._connection.execute(delete(replica).where(known, ~replica.c.erased))
        self._connection.execute(update(replica).where(known).values(version=0))

    def _conflicts(self, entity: str, rows: Sequence[str]) -> Iterable[str]:
        for piece in pieces(rows):
            of = and_(conflict.c.entity == entity, conflict.c.row_id.in_(piece))
            yield from self._connection.scalars(select(conflict.c.id).where(of))


def _may_go(but: Collection[str]) -> ColumnElement[bool]:
    # An operation that edits or erases what belongs to a case may be about that alone.
    waiting = select(outbox.c.about).where(_WAITING)
    unsaid: ColumnElement[bool] = case_file.c.id.in_(waiting)
    unsent = exists().where(attachment.c.case_id == case_file.c.id, attachment.c.parts_sent.is_not(None))
    for table in (case_step, attachment):
        unsaid = or_(unsaid, exists().where(table.c.case_id == case_file.c.id, table.c.id.in_(waiting)))
    if but:
        refused = list(but)
        unsaid = or_(unsaid, case_file.c.id.in_(refused))
        for table in (case_step, attachment):
            unsaid = or_(unsaid, exists().where(table.c.case_id == case_file.c.id, table.c.id.in_(refused)))
    return and_(case_file.c.elsewhere, ~unsaid, ~unsent)
