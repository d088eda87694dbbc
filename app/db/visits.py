"""Visits and their steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, ScalarSelect, Select, and_, func, insert, select, update

from app.domain.errors import UnknownVisit
from app.domain.slips import SlipState
from app.domain.visits import NewVisit, StepKind, VisitorKind, VisitRecord, VisitStatus, visit_number
from app.models.tables import department, person, service, slip, visit, visit_step


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
        where = and_(visit.c.counter_code == counter_code, visit.c.day == day)
        newest = self._connection.scalar(select(func.max(visit.c.seq)).where(where))
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
    ) -> None:
        self._connection.execute(
            insert(visit),
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
            },
        )

    def add_step(self, step: NewStep) -> None:
        self._connection.execute(
            insert(visit_step),
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
            },
        )

    def set_status(self, visit_id: str, status: VisitStatus) -> None:
        self._connection.execute(update(visit).where(visit.c.id == visit_id).values(status=status.value))

    def serving_at(self, counter_code: str) -> tuple[ServedVisit, ...]:
        """The visits now being served at this counter."""
        where = and_(visit.c.counter_code == counter_code, visit.c.status == VisitStatus.SERVING.value)
        rows = self._connection.execute(select(visit.c.id, visit.c.day, visit.c.seq).where(where))
        return tuple(ServedVisit(row.id, row.day, visit_number(counter_code, row.seq)) for row in rows)

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
        row = self._connection.execute(_records().where(visit.c.id == visit_id)).one_or_none()
        if row is None:
            raise UnknownVisit(visit_id)
        return _record(row)

    def of_day(self, day: date) -> tuple[VisitRecord, ...]:
        """Every visit of `day`, newest first, undone ones included."""
        rows = self._connection.execute(
            _records().where(visit.c.day == day).order_by(visit.c.registered_at.desc(), visit.c.seq.desc())
        )
        return tuple(_record(row) for row in rows)


def _records() -> Select[Any]:
    started = _steps_of_visit(func.min(visit_step.c.at), StepKind.SERVING_STARTED)
    finished = _steps_of_visit(func.max(visit_step.c.at), StepKind.FINISHED)
    newest_slip = select(func.max(slip.c.id)).where(slip.c.visit_id == visit.c.id).correlate(visit).scalar_subquery()
    handed = (
        select(func.count())
        .where(slip.c.visit_id == visit.c.id, slip.c.state.in_((SlipState.HANDED.value, SlipState.CONFIRMED.value)))
        .correlate(visit)
        .scalar_subquery()
    )
    return (
        select(
            visit,
            service.c.name.label("service_name"),
            department.c.name.label("department_name"),
            person.c.name.label("clerk"),
            slip.c.state.label("slip_state"),
            slip.c.reason.label("slip_reason"),
            handed.label("slips"),
            started.label("since"),
            finished.label("finished"),
        )
        .join(service, service.c.code == visit.c.service_code)
        .join(department, department.c.code == visit.c.department_code)
        .join(person, person.c.login == visit.c.registered_by)
        .outerjoin(slip, slip.c.id == newest_slip)
    )


def _steps_of_visit(pick: ColumnElement[datetime], kind: StepKind) -> ScalarSelect[datetime]:
    where = (visit_step.c.visit_id == visit.c.id) & (visit_step.c.kind == kind.value)
    return select(pick).where(where).correlate(visit).scalar_subquery()


def _record(row: Row[Any]) -> VisitRecord:
    status = VisitStatus(row.status)
    return VisitRecord(
        id=row.id,
        number=visit_number(row.counter_code, row.seq),
        counter_code=row.counter_code,
        day=row.day,
        seq=row.seq,
        service_code=row.service_code,
        service_name=row.service_name,
        department_name=row.department_name,
        status=status,
        visitor_kind=VisitorKind(row.visitor_kind),
        queue_number=row.queue_number,
        note=row.note,
        registered_by=row.clerk,
        registered_at=row.registered_at,
        serving_since=row.since,
        finished_at=row.finished if status is VisitStatus.DONE else None,
        slip_state=SlipState(row.slip_state) if row.slip_state else None,
        slip_reason=row.slip_reason or "",
        slips=row.slips,
    )
