"""What changes in the tables when a home goes on under another counter, or a visit under another number (design §4)."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, TextClause, func, literal_column, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.outbox_log import new_id
from app.db.outbox_queue import REFUSED, WAITING
from app.domain.visits import OPEN_STATUSES
from app.models.tables import case_file, counter, home, outbox, slip, visit, visit_step


@dataclass(frozen=True, slots=True)
class NumberedVisit:
    """A visit and its number's parts."""

    id: str
    counter_code: str
    day: date
    seq: int


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """A visit at a desk: its status, who took the newest step of it, and all of its steps known here."""

    id: str
    day: date
    status: str
    by: str
    steps: frozenset[str]


class HomeMoves:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def become(self, home_id: str, code: str, name: str, public_key: bytes) -> None:
        """From now on this home is `home_id`, and the counter `code`. Visits and cases it has told of are its former
        self's."""
        row = {"code": code, "name": name, "public_key": public_key, "version": 1, "home": home_id}
        self._connection.execute(upsert(counter).values(row).on_conflict_do_nothing())
        self._connection.execute(update(home).values(home_id=home_id, counter_code=code))
        self._connection.execute(update(visit).where(~visit.c.elsewhere).values(elsewhere=True))
        told = ~case_file.c.id.in_(select(outbox.c.row_id).where(WAITING, outbox.c.kind == "create"))
        self._connection.execute(update(case_file).where(~case_file.c.elsewhere, told).values(elsewhere=True))

    def oldest_day(self) -> date | None:
        """The first day of which there is a visit here."""
        oldest: date | None = self._connection.scalar(select(func.min(visit.c.day)))
        return oldest

    def unacknowledged(self) -> tuple[NumberedVisit, ...]:
        """Visits whose registration still waits in the outbox, oldest first."""
        waiting = select(outbox.c.row_id).where(WAITING, outbox.c.entity == "visit", outbox.c.kind == "create")
        rows = self._connection.execute(
            select(visit.c.id, visit.c.counter_code, visit.c.day, visit.c.seq)
            .where(visit.c.id.in_(waiting))
            .order_by(visit.c.day, visit.c.seq)
        )
        return tuple(NumberedVisit(*row) for row in rows)

    def numbered(self, visit_id: str) -> NumberedVisit:
        row = self._connection.execute(
            select(visit.c.id, visit.c.counter_code, visit.c.day, visit.c.seq).where(visit.c.id == visit_id)
        ).one()
        return NumberedVisit(*row)

    def open_at(self, code: str) -> tuple[OpenVisit, ...]:
        """Visits that the counter `code` serves, has called or is to call, oldest first."""
        open_here = visit.c.status.in_([status.value for status in OPEN_STATUSES])
        rows = self._connection.execute(
            select(visit.c.id, visit.c.day, visit.c.status)
            .where(visit.c.now_at == code, open_here)
            .order_by(visit.c.registered_at, visit.c.id)
        ).all()
        return tuple(self._open(*row) for row in rows)

    def _open(self, visit_id: str, day: date, status: str) -> OpenVisit:
        taken = self._connection.execute(
            select(visit_step.c.id, visit_step.c.by)
            .where(visit_step.c.visit_id == visit_id)
            .order_by(visit_step.c.place.is_(None), visit_step.c.place, literal_column("visit_step.rowid"))
        ).all()
        return OpenVisit(visit_id, day, status, taken[-1].by, frozenset(step.id for step in taken))

    def next_seq(self, code: str, day: date) -> int:
        newest = select(func.max(visit.c.seq)).where(visit.c.counter_code == code, visit.c.day == day)
        return (self._connection.scalar(newest) or 0) + 1

    def number(self, visit_id: str, code: str, seq: int) -> None:
        """Give a visit that the shared side does not have another number; its operations are offered as new ones."""
        changed = {"counter_code": code, "seq": seq, "version": visit.c.version + 1, "elsewhere": False}
        self._connection.execute(update(visit).where(visit.c.id == visit_id).values(**changed))
        # What changes a step or a slip later says that it is about that.
        steps = select(visit_step.c.id).where(visit_step.c.visit_id == visit_id)
        slips = select(slip.c.id).where(slip.c.visit_id == visit_id)
        about = [visit_id, *self._connection.scalars(steps), *self._connection.scalars(slips)]
        # One state after the other: each has its index, and the whole outbox must not be read for every visit.
        for state in (WAITING, REFUSED):
            self._offer_anew(state, about, code, seq)

    def _offer_anew(self, state: TextClause, about: Sequence[str], code: str, seq: int) -> None:
        chosen = select(outbox.c.n, outbox.c.kind, outbox.c.entity, outbox.c.fields)
        for row in self._connection.execute(chosen.where(state, outbox.c.about.in_(about))).all():
            fields = json.loads(row.fields)
            if (row.entity, row.kind) == ("visit", "create"):
                fields |= {"counter_code": code, "seq": seq}
            values = {"op_id": new_id(), "fields": json.dumps(fields, ensure_ascii=False, sort_keys=True)}
            again = update(outbox).where(outbox.c.n == row.n)
            self._connection.execute(again.values(**values, state="waiting", reason=""))
