"""Taking visits of other homes out of this home's tables; they stay on the shared side (design §4).

Kept in any case: this home's own visits, visits it took a step of, and what it has said of one and the shared side has
not acknowledged.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import date

from sqlalchemy import ColumnElement, Connection, Table, and_, delete, exists, insert, or_, select, text, update

from app.models.tables import (
    conflict,
    day_elsewhere,
    day_rollup,
    further_service,
    outbox,
    record_key,
    replica,
    slip,
    slip_token,
    step_word,
    visit,
    visit_step,
)

_AT_ONCE = 400
# As text, like in the index of what waits: the whole outbox must not be read while a clerk waits.
_WAITING = text("outbox.state = 'waiting'")


class RetentionRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def refused(self) -> frozenset[str]:
        """The records that something refused is about."""
        chosen = select(outbox.c.about).distinct().where(outbox.c.state == "refused")
        return frozenset(self._connection.scalars(chosen))

    def next_day(self, after: date, before: date, but: Collection[str]) -> date | None:
        """The first day between the two with visits that may go; days that were fetched are passed over."""
        fetched = exists().where(day_elsewhere.c.day == visit.c.day, day_elsewhere.c.held_until.is_not(None))
        within = and_(visit.c.day > after, visit.c.day < before)
        chosen = select(visit.c.day).where(within, ~fetched, _may_go(but)).order_by(visit.c.day).limit(1)
        found: date | None = self._connection.scalar(chosen)
        return found

    def take_out(self, day: date, limit: int, but: Collection[str]) -> int:
        """Take up to `limit` visits of `day` out of the tables; how many went. `but`: see `refused`.

        Counts kept of the day stay: they were made while all of its visits were here.
        """
        ids = list(self._connection.scalars(select(visit.c.id).where(visit.c.day == day, _may_go(but)).limit(limit)))
        if not ids:
            return 0
        counts = self._connection.execute(select(day_rollup).where(day_rollup.c.day == day)).mappings().one_or_none()
        steps = list(self._connection.scalars(select(visit_step.c.id).where(visit_step.c.visit_id.in_(ids))))
        slips = list(self._connection.scalars(select(slip.c.id).where(slip.c.visit_id.in_(ids))))
        about = {"visit": ids, "visit_step": steps, "slip": slips}
        about["conflict"] = [one for entity, rows in about.items() for one in self._conflicts(entity, rows)]
        because = update(visit_step).where(visit_step.c.because_of.in_(ids)).values(because_of=None)
        self._connection.execute(because)
        for table in (step_word, visit_step, slip, further_service):
            self._connection.execute(delete(table).where(table.c.visit_id.in_(ids)))
        for entity, rows in about.items():
            self._forget(record_key, entity, rows)
            # Erased stays erased, whatever an older copy of the shared side brings back.
            self._forget(replica, entity, rows, ~replica.c.erased)
        erased = and_(replica.c.erased, replica.c.entity == "visit", replica.c.row_id.in_(ids))
        self._connection.execute(update(replica).where(erased).values(version=0))
        erased = and_(replica.c.erased, replica.c.entity == "visit_step", replica.c.row_id.in_(steps))
        self._connection.execute(update(replica).where(erased).values(version=0))
        self._forget_rows(conflict, conflict.c.id, about["conflict"])
        self._connection.execute(delete(visit).where(visit.c.id.in_(ids)))
        if counts is not None:
            self._connection.execute(insert(day_rollup).prefix_with("OR REPLACE"), dict(counts))
        return len(ids)

    def here(self, visit_ids: Collection[str]) -> set[str]:
        """Those of the visits that are in the tables."""
        found: set[str] = set()
        ids = list(visit_ids)
        for at in range(0, len(ids), _AT_ONCE):
            found.update(self._connection.scalars(select(visit.c.id).where(visit.c.id.in_(ids[at : at + _AT_ONCE]))))
        return found

    def visit_of(self, entity: str, row_id: str) -> str | None:
        """The visit that a record belongs to; None for one that belongs to none, or is not here."""
        if entity == "visit":
            return row_id
        table = {"visit_step": visit_step, "slip": slip}.get(entity)
        if table is None:
            return None
        found: str | None = self._connection.scalar(select(table.c.visit_id).where(table.c.id == row_id))
        return found

    def _conflicts(self, entity: str, rows: Sequence[str]) -> Iterable[str]:
        if not rows:
            return ()
        chosen = select(conflict.c.id).where(conflict.c.entity == entity, conflict.c.row_id.in_(rows))
        return list(self._connection.scalars(chosen))

    def _forget(self, table: Table, entity: str, rows: Sequence[str], also: ColumnElement[bool] | None = None) -> None:
        for at in range(0, len(rows), _AT_ONCE):
            where = and_(table.c.entity == entity, table.c.row_id.in_(rows[at : at + _AT_ONCE]))
            self._connection.execute(delete(table).where(where if also is None else and_(where, also)))

    def _forget_rows(self, table: Table, key: ColumnElement[str], rows: Sequence[str]) -> None:
        if rows:
            self._connection.execute(delete(table).where(key.in_(rows)))


def _may_go(but: Collection[str]) -> ColumnElement[bool]:
    worked_on = exists().where(visit_step.c.visit_id == visit.c.id, ~visit_step.c.elsewhere)
    # An operation that edits a slip is about the slip.
    waiting = select(outbox.c.about).where(_WAITING)
    unsaid = or_(visit.c.id.in_(waiting), visit.c.id.in_(select(slip.c.visit_id).where(slip.c.id.in_(waiting))))
    if but:
        unsaid |= visit.c.id.in_(but) | visit.c.id.in_(select(slip.c.visit_id).where(slip.c.id.in_(but)))
    token = exists().where(slip_token.c.visit_id == visit.c.id)
    return and_(visit.c.elsewhere, ~worked_on, ~unsaid, ~token)
