"""Visits and their steps."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    delete,
    exists,
    func,
    insert,
    or_,
    select,
    text,
    update,
)

from app.db.prepared import PreparedChange, PreparedSelect
from app.db.visit_records import has_slip, records, visit_record
from app.domain.errors import UnknownVisit
from app.domain.visits import LateReason, NewVisit, OwnDay, StepKind, VisitRecord, VisitStatus, visit_number
from app.models.base import OfficeDay
from app.models.tables import further_service, home, step_word, visit, visit_step

# Written out as in the index: SQLite uses an index with a condition only where it sees the same condition. As text,
# because a column of SQLAlchemy's would become `… = 1`, and every visit ever stored would be read.
_OPEN = text("visit.status IN ('waiting', 'called', 'serving')")

_OTHERS_FIRST = timedelta(days=2)

# Registering a visit runs these, and a clerk waits for it.
_NEWEST_SEQ = PreparedSelect(
    lambda: select(func.max(visit.c.seq)).where(
        visit.c.counter_code == bindparam("counter"), visit.c.day == bindparam("on", type_=OfficeDay)
    )
)
_SERVING = PreparedSelect(
    lambda: select(visit.c.id, visit.c.day, visit.c.counter_code, visit.c.seq).where(
        _OPEN, visit.c.now_at == bindparam("counter"), visit.c.status == VisitStatus.SERVING.value
    )
)
_RECORD = PreparedSelect(lambda: records().where(visit.c.id == bindparam("of")))
_RECORDS_OF_DAY = PreparedSelect(
    lambda: (
        records()
        .where(visit.c.day == bindparam("on", type_=OfficeDay))
        .order_by(visit.c.registered_at.desc(), visit.c.seq.desc())
    )
)
_ADD_VISIT = PreparedChange(lambda: insert(visit))
_ADD_STEP = PreparedChange(lambda: insert(visit_step))
_SET_STATUS = PreparedChange(lambda: update(visit).where(visit.c.id == bindparam("of")).values(status=bindparam("to")))


@dataclass(frozen=True, slots=True)
class NewStep:
    """One step to add. Times in UTC."""

    id: str
    visit_id: str
    kind: StepKind
    at: datetime
    by: str
    counter_code: str
    automatic: bool
    because_of: str | None
    trusted: bool
    pc_clock: datetime
    to_counter: str | None = None
    services_before: str = ""
    services_after: str = ""


@dataclass(frozen=True, slots=True)
class ServedVisit:
    """What is needed to finish a visit that is being served."""

    id: str
    day: date
    number: str


class VisitRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_seq(self, counter_code: str, day: date) -> int:
        """The next number of this counter and day. Only safe inside a write transaction, which is IMMEDIATE."""
        newest: int | None = _NEWEST_SEQ.scalar(self._connection, counter=counter_code, on=day)
        return (newest or 0) + 1

    def add(
        self,
        visit_id: str,
        new: NewVisit,
        *,
        counter_code: str,
        day: date,
        seq: int,
        department_code: str,
        registered_by: str,
        registered_at: datetime,
        status: VisitStatus,
        now_at: str | None,
        late_reason: LateReason | None = None,
        entered_at: datetime | None = None,
    ) -> None:
        """`late_reason` and `entered_at`: see `VisitRecord`."""
        _ADD_VISIT.run(
            self._connection,
            {
                "id": visit_id,
                "counter_code": counter_code,
                "day": day,
                "seq": seq,
                "service_code": new.service_code,
                "department_code": department_code,
                "visitor_kind": new.visitor_kind.value,
                "queue_number": new.queue_number,
                "note": new.note,
                "registered_by": registered_by,
                "registered_at": registered_at,
                "status": status.value,
                "version": 1,
                "now_at": now_at,
                "slip_withheld": new.slip_withheld,
                "elsewhere": False,
                "late_reason": late_reason.value if late_reason is not None else "",
                "entered_at": entered_at,
            },
        )

    def add_step(self, step: NewStep) -> None:
        _ADD_STEP.run(
            self._connection,
            {
                "id": step.id,
                "visit_id": step.visit_id,
                "kind": step.kind.value,
                "at": step.at,
                "by": step.by,
                "counter_code": step.counter_code,
                "automatic": step.automatic,
                "because_of": step.because_of,
                "trusted": step.trusted,
                "pc_clock": step.pc_clock,
                "to_counter": step.to_counter,
                "services_before": step.services_before,
                "services_after": step.services_after,
                "place": None,
                "elsewhere": False,
            },
        )

    def add_word(self, step_id: str, visit_id: str, word: str) -> None:
        """Why the step was taken."""
        self._connection.execute(insert(step_word), {"step_id": step_id, "visit_id": visit_id, "word": word})

    def set_status(self, visit_id: str, status: VisitStatus) -> None:
        _SET_STATUS.run(self._connection, {"of": visit_id, "to": status.value})

    def place(self, visit_id: str, status: VisitStatus, now_at: str | None) -> None:
        """Give the visit another status, and the counter that serves it or is to call it (None: any)."""
        where = visit.c.id == visit_id
        self._connection.execute(update(visit).where(where).values(status=status.value, now_at=now_at))

    def set_services(self, visit_id: str, services: Sequence[tuple[str, str]]) -> None:
        """Give the visit other services, each as its code and its department's."""
        where = visit.c.id == visit_id
        first, *further = services
        changed = {"service_code": first[0], "department_code": first[1], "version": visit.c.version + 1}
        self._connection.execute(update(visit).where(where).values(**changed))
        self._connection.execute(delete(further_service).where(further_service.c.visit_id == visit_id))
        self.add_further(visit_id, further)

    def add_further(self, visit_id: str, services: Sequence[tuple[str, str]]) -> None:
        """The visit's services beyond the first, each as its code and its department's."""
        rows = [
            {"visit_id": visit_id, "position": position, "service_code": code, "department_code": department_code}
            for position, (code, department_code) in enumerate(services, start=2)
        ]
        if rows:
            self._connection.execute(insert(further_service), rows)

    def serving_at(self, counter_code: str) -> tuple[ServedVisit, ...]:
        """The visits now being served at this counter."""
        rows = _SERVING.all(self._connection, counter=counter_code)
        return tuple(ServedVisit(row.id, row.day, visit_number(row.counter_code, row.seq)) for row in rows)

    def next_waiting(self, counter_code: str) -> str | None:
        """The id of the visit this counter is to call next: the longest waiting for it or for any counter."""
        mine = or_(visit.c.now_at == counter_code, visit.c.now_at.is_(None))
        return self._connection.scalar(
            select(visit.c.id)
            .where(_OPEN, visit.c.status == VisitStatus.WAITING.value, mine)
            .order_by(visit.c.registered_at, visit.c.seq)
            .limit(1)
        )

    def queue(self) -> tuple[VisitRecord, ...]:
        """Everybody who waits or has been called, longest first."""
        not_started = visit.c.status.in_((VisitStatus.WAITING.value, VisitStatus.CALLED.value))
        rows = self._connection.execute(
            records().where(_OPEN, not_started).order_by(visit.c.registered_at, visit.c.seq)
        )
        return tuple(visit_record(row) for row in rows)

    def open_before(self, moment: datetime, quiet_since: datetime | None = None) -> tuple[str, ...]:
        """The ids of visits still open that were registered before `moment`, oldest first.

        With `quiet_since` only those to which nothing has happened from then on. Another home tidies up its own; those
        of one that has not done so for two days are among them.
        """
        ours = or_(
            ~visit.c.elsewhere,
            visit.c.now_at == select(home.c.counter_code).scalar_subquery(),
            visit.c.registered_at < moment - _OTHERS_FIRST,
        )
        chosen = select(visit.c.id).where(_OPEN, visit.c.registered_at < moment, ours)
        if quiet_since is not None:
            chosen = chosen.where(~exists().where(visit_step.c.visit_id == visit.c.id, visit_step.c.at >= quiet_since))
        return tuple(self._connection.scalars(chosen.order_by(visit.c.registered_at)))

    def own_counts(self, login: str, day: date) -> OwnDay:
        """What `login` did on `day`; undone visits are left out."""
        counted = and_(visit.c.day == day, visit.c.status != VisitStatus.UNDONE.value)
        registered = and_(counted, visit.c.registered_by == login)
        started = exists().where(
            visit_step.c.visit_id == visit.c.id,
            visit_step.c.kind == StepKind.SERVING_STARTED.value,
            visit_step.c.by == login,
        )
        return OwnDay(
            registered=self._count(registered),
            served=self._count(and_(counted, visit.c.status == VisitStatus.DONE.value, started)),
            slips=self._count(and_(registered, has_slip())),
            withheld=self._count(and_(registered, visit.c.slip_withheld, ~has_slip())),
        )

    def _count(self, where: ColumnElement[bool]) -> int:
        return self._connection.execute(select(func.count()).select_from(visit).where(where)).scalar_one()

    def registration_clock(self, visit_id: str) -> datetime:
        """What the PC's clock said when the visit was registered."""
        where = and_(visit_step.c.visit_id == visit_id, visit_step.c.kind == StepKind.REGISTERED.value)
        said: datetime = self._connection.execute(select(visit_step.c.pc_clock).where(where)).scalar_one()
        return said

    def finished_because_of(self, visit_id: str) -> tuple[str, ...]:
        """The visits that were finished by registering `visit_id` and are still finished."""
        rows = self._connection.scalars(
            select(visit_step.c.visit_id)
            .join(visit, visit.c.id == visit_step.c.visit_id)
            .where(visit_step.c.because_of == visit_id, visit_step.c.kind == StepKind.FINISHED.value)
            .where(visit.c.status == VisitStatus.DONE.value)
        )
        return tuple(rows)

    def get(self, visit_id: str) -> VisitRecord:
        """Errors: `UnknownVisit`."""
        row = _RECORD.first(self._connection, of=visit_id)
        if row is None:
            raise UnknownVisit(visit_id)
        return visit_record(row)

    def of_day(self, day: date) -> tuple[VisitRecord, ...]:
        """Every visit of `day`, newest first, undone ones included."""
        return tuple(visit_record(row) for row in _RECORDS_OF_DAY.all(self._connection, on=day))
