"""What changes in the tables when a home goes on under another counter, or a visit under another number (design §4)."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date

from sqlalchemy import Connection, func, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.outbox_log import new_id
from app.models.tables import counter, home, outbox, visit


@dataclass(frozen=True, slots=True)
class NumberedVisit:
    """A visit and its number's parts."""

    id: str
    counter_code: str
    day: date
    seq: int
    registered_by: str


class HomeMoves:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def become(self, home_id: str, code: str, name: str, public_key: bytes) -> None:
        """From now on this home is `home_id`, and the counter `code`."""
        row = {"code": code, "name": name, "public_key": public_key, "version": 1, "home": home_id}
        self._connection.execute(upsert(counter).values(row).on_conflict_do_nothing())
        self._connection.execute(update(home).values(home_id=home_id, counter_code=code))

    def unacknowledged(self) -> tuple[NumberedVisit, ...]:
        """Visits whose registration still waits in the outbox, oldest first."""
        waiting = select(outbox.c.row_id).where(
            outbox.c.state == "waiting", outbox.c.entity == "visit", outbox.c.kind == "create"
        )
        rows = self._connection.execute(
            select(visit.c.id, visit.c.counter_code, visit.c.day, visit.c.seq, visit.c.registered_by)
            .where(visit.c.id.in_(waiting))
            .order_by(visit.c.day, visit.c.seq)
        )
        return tuple(NumberedVisit(*row) for row in rows)

    def numbered(self, visit_id: str) -> NumberedVisit:
        row = self._connection.execute(
            select(visit.c.id, visit.c.counter_code, visit.c.day, visit.c.seq, visit.c.registered_by).where(
                visit.c.id == visit_id
            )
        ).one()
        return NumberedVisit(*row)

    def open_at(self, code: str) -> tuple[NumberedVisit, ...]:
        """Visits that the counter `code` serves or has called."""
        rows = self._connection.execute(
            select(visit.c.id, visit.c.counter_code, visit.c.day, visit.c.seq, visit.c.registered_by).where(
                visit.c.now_at == code, visit.c.status.in_(("waiting", "called", "serving")), ~visit.c.elsewhere
            )
        )
        return tuple(NumberedVisit(*row) for row in rows)

    def next_seq(self, code: str, day: date) -> int:
        newest = select(func.max(visit.c.seq)).where(visit.c.counter_code == code, visit.c.day == day)
        return (self._connection.scalar(newest) or 0) + 1

    def number(self, visit_id: str, code: str, seq: int) -> None:
        """Give a visit that the shared side does not have another number; its operations are offered as new ones."""
        changed = {"counter_code": code, "seq": seq, "version": visit.c.version + 1}
        self._connection.execute(update(visit).where(visit.c.id == visit_id).values(**changed))
        about = select(outbox.c.n, outbox.c.kind, outbox.c.entity, outbox.c.fields).where(
            outbox.c.about == visit_id, outbox.c.state.in_(("waiting", "refused"))
        )
        for row in self._connection.execute(about).all():
            fields = json.loads(row.fields)
            if (row.entity, row.kind) == ("visit", "create"):
                fields |= {"counter_code": code, "seq": seq}
            values = {"op_id": new_id(), "fields": json.dumps(fields, ensure_ascii=False, sort_keys=True)}
            again = update(outbox).where(outbox.c.n == row.n)
            self._connection.execute(again.values(**values, state="waiting", reason=""))
