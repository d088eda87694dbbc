"""Operations on their way to the shared side: what waits, what was taken, what was refused (design §4)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sqlalchemy import (
    ColumnElement,
    Connection,
    String,
    TextClause,
    and_,
    bindparam,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    type_coerce,
    update,
)

from app.db.outbox_log import new_id
from app.db.record_rows import among
from app.domain.sharing import AuditRow, Operation, OperationKind, Outcome, RecordKey, Refusal, Result
from app.models.tables import audit, outbox, record_key, replica

# Written out as in the indexes: SQLite uses an index with a condition only where it sees the same condition.
WAITING = text("outbox.state = 'waiting'")
REFUSED = text("outbox.state = 'refused'")
# The moment stays the text it is stored as: it is information, and nobody here reckons with it.
_OPERATIONS = select(
    outbox.c.op_id,
    outbox.c.n,
    outbox.c.entity,
    outbox.c.row_id,
    outbox.c.kind,
    outbox.c.base_version,
    outbox.c.fields,
    outbox.c.by,
    type_coerce(outbox.c.made_at, String),
)
_AUDITS = select(
    audit.c.n,
    type_coerce(audit.c.at, String),
    audit.c.login,
    audit.c.role,
    audit.c.counter_code,
    audit.c.action,
    audit.c.entity,
    audit.c.row_id,
    audit.c.detail,
    audit.c.chain,
)
_KINDS = {kind.value: kind for kind in OperationKind}
NO_LIMIT = 2**62
"""A number no operation and no row will ever have."""


_ORPHANS_THERE = and_(
    REFUSED,
    outbox.c.reason == Refusal.ORPHAN.value,
    exists().where(
        replica.c.version > 0,
        or_(
            and_(replica.c.entity == outbox.c.entity, replica.c.row_id == outbox.c.row_id),
            and_(replica.c.entity.in_(("visit", "case_file")), replica.c.row_id == outbox.c.about),
        ),
    ),
)


class OutboxQueue:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, limit: int, last: int = NO_LIMIT) -> tuple[Operation, ...]:
        """The oldest operations that have not been acknowledged, none newer than number `last`."""
        oldest = _OPERATIONS.where(WAITING, outbox.c.n <= last).order_by(outbox.c.n).limit(limit)
        rows = self._connection.execute(oldest).all()
        return tuple(
            Operation(op_id, n, entity, row_id, _KINDS[kind], base, fields, by, at)
            for op_id, n, entity, row_id, kind, base, fields, by, at in rows
        )

    def keys_of(self, operations: Iterable[Operation]) -> tuple[RecordKey, ...]:
        """The keys of the records these operations carry locked text of, as far as they are not erased."""
        rows = {(op.entity, op.row_id) for op in operations if '"locked"' in op.fields}
        return tuple(
            RecordKey(row.entity, row.row_id, row.key)
            for chosen in among(record_key, rows)
            for row in self._connection.execute(select(record_key).where(chosen)).all()
        )

    def settle(self, outcomes: Sequence[Outcome]) -> None:
        """Note what became of operations."""
        if not outcomes:
            return
        # Straight to the driver: hundreds of rows at once, while clerks wait for the lock.
        self._connection.exec_driver_sql(
            "UPDATE outbox SET state = ?, version = ?, place = ?, reason = ? WHERE op_id = ?",
            [
                (
                    "refused" if outcome.result is Result.REFUSED else "sent",
                    outcome.version,
                    outcome.place,
                    outcome.reason,
                    outcome.op_id,
                )
                for outcome in outcomes
            ],
        )

    def next_numbers(self, operations: int, audit_after: int, audits: int) -> tuple[int, int] | None:
        """How far the next push goes: the numbers of its last operation and row of the access log (0: none of these).

        None when nothing waits. `operations` and `audits` are how many it takes at most.
        """
        chosen = select(outbox.c.n).where(WAITING).order_by(outbox.c.n).limit(operations).subquery()
        last = self._connection.scalar(select(func.max(chosen.c.n))) or 0
        newest = self._connection.scalar(select(func.max(audit.c.n))) or 0
        last_audit = min(newest, audit_after + audits) if newest > audit_after else 0
        return (last, last_audit) if last or last_audit else None

    def anything_waits(self) -> bool:
        """Whether there is an operation that has not been acknowledged."""
        return self._connection.execute(select(outbox.c.n).where(WAITING).limit(1)).first() is not None

    def count(self) -> tuple[int, int, int]:
        """How many operations wait, how many records they are about, and how many were refused."""
        waiting, records = self._connection.execute(
            select(func.count(), func.count(outbox.c.about.distinct())).where(WAITING, outbox.c.n > 0)  # by the index
        ).one()
        refused = select(func.count()).select_from(outbox).where(REFUSED)
        return waiting, records, self._connection.scalar(refused) or 0

    def offer_again(self) -> None:
        """Everything this home ever said to a shared side waits again: that one was restored or replaced."""
        self._offer_anew(REFUSED)
        self._connection.execute(update(outbox).where(outbox.c.state == "sent").values(state="waiting"))

    def offer_orphans(self) -> int:
        """What was refused because its record was not there waits again, where the record is there by now; how many.

        After a restore over there the home that has the record may be heard later than one that has changed it.
        """
        return self._offer_anew(_ORPHANS_THERE)

    def orphans_there(self) -> bool:
        """Whether `offer_orphans` would find any."""
        return self._connection.execute(select(outbox.c.n).where(_ORPHANS_THERE).limit(1)).first() is not None

    def _offer_anew(self, which: ColumnElement[bool] | TextClause) -> int:
        # The answer that an operation was given stays its answer; only a new one can be given another.
        numbers = list(self._connection.scalars(select(outbox.c.n).where(which)))
        if numbers:
            again = update(outbox).where(outbox.c.n == bindparam("number"))
            rows = [{"number": n, "anew": new_id()} for n in numbers]
            self._connection.execute(again.values(op_id=bindparam("anew"), state="waiting", reason=""), rows)
        return len(numbers)

    def records_of(self, op_ids: Iterable[str]) -> set[tuple[str, str]]:
        """The records these operations change, and the visits or cases they belong to."""
        chosen = select(outbox.c.entity, outbox.c.row_id, outbox.c.about)
        found: set[tuple[str, str]] = set()
        for op_id in op_ids:
            for row in self._connection.execute(chosen.where(outbox.c.op_id == op_id)):
                found |= {(row.entity, row.row_id), ("visit", row.about), ("case_file", row.about)}
        return found

    def set_aside(self) -> None:
        """What was written before there was a shared side is not sent: that side begins with the records themselves."""
        self._connection.execute(update(outbox).where(outbox.c.state == "waiting").values(state="kept"))

    def add(self, operations: Iterable[dict[str, object]]) -> None:
        """Operations whose rows have been there before: how a shared side is begun from this home."""
        rows = list(operations)
        if rows:
            self._connection.execute(insert(outbox), rows)

    def audits(self, after: int, limit: int, last: int = NO_LIMIT) -> tuple[AuditRow, ...]:
        """Rows of the access log behind number `after` up to number `last`, oldest first."""
        asked = _AUDITS.where(audit.c.n > after, audit.c.n <= last).order_by(audit.c.n).limit(limit)
        return tuple(AuditRow(*row) for row in self._connection.execute(asked).all())

    def audits_waiting(self, after: int) -> int:
        """How many rows of the access log stand behind number `after`."""
        return (self._connection.scalar(select(func.max(audit.c.n))) or 0) - after
