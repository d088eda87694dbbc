"""Reading visits as lists show them: one query, one record a visit."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Row, ScalarSelect, Select, String, and_, exists, func, or_, select

from app.domain.slips import SlipState
from app.domain.visits import StepKind, VisitorKind, VisitRecord, VisitStatus, late_reason, visit_number
from app.models.tables import department, further_service, person, service, slip, step_word, visit, visit_step

_FURTHER = service.alias("further")
_UNIT, _RECORD = "\x1f", "\x1e"
_HANDED = and_(
    slip.c.visit_id == visit.c.id,
    or_(slip.c.state == SlipState.HANDED.value, slip.c.state == SlipState.CONFIRMED.value),
)


def has_slip() -> ColumnElement[bool]:
    """Whether a slip of the visit was handed over."""
    return exists().where(_HANDED)


def records() -> Select[Any]:
    """Every column that `visit_record` needs, of all visits."""
    started = _steps_of_visit(func.max(visit_step.c.at), StepKind.SERVING_STARTED)
    finished = _steps_of_visit(func.max(visit_step.c.at), StepKind.FINISHED)
    newest_slip = select(func.max(slip.c.id)).where(slip.c.visit_id == visit.c.id).correlate(visit).scalar_subquery()
    handed = select(func.count()).select_from(slip).where(_HANDED).correlate(visit).scalar_subquery()
    # Position, code and name in one text: most visits have one service, and a list must stay one query.
    further = (
        select(
            func.group_concat(
                further_service.c.position.cast(String)
                + _UNIT
                + further_service.c.service_code
                + _UNIT
                + _FURTHER.c.name,
                _RECORD,
            )
        )
        .join(_FURTHER, _FURTHER.c.code == further_service.c.service_code)
        .where(further_service.c.visit_id == visit.c.id)
        .correlate(visit)
        .scalar_subquery()
    )
    word = (
        select(step_word.c.word)
        .where(step_word.c.visit_id == visit.c.id)
        .order_by(step_word.c.step_id.desc())
        .limit(1)
        .correlate(visit)
        .scalar_subquery()
    )
    corrected = exists().where(visit_step.c.visit_id == visit.c.id, visit_step.c.kind == StepKind.CORRECTED.value)
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
            further.label("further"),
            word.label("word"),
            corrected.label("corrected"),
        )
        .join(service, service.c.code == visit.c.service_code)
        .join(department, department.c.code == visit.c.department_code)
        .join(person, person.c.login == visit.c.registered_by)
        .outerjoin(slip, slip.c.id == newest_slip)
    )


def _steps_of_visit(pick: ColumnElement[datetime], kind: StepKind) -> ScalarSelect[datetime]:
    where = (visit_step.c.visit_id == visit.c.id) & (visit_step.c.kind == kind.value)
    return select(pick).where(where).correlate(visit).scalar_subquery()


def visit_record(row: Row[Any]) -> VisitRecord:
    status = VisitStatus(row.status)
    further = sorted((int(position), code, name) for position, code, name in _split(row.further))
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
        now_at=row.now_at,
        further_codes=tuple(code for _, code, _ in further),
        further_services=tuple(name for _, _, name in further),
        slip_withheld=row.slip_withheld,
        word=row.word or "",
        corrected=row.corrected,
        late_reason=late_reason(row.late_reason),
        entered_at=row.entered_at,
    )


def _split(further: str | None) -> list[list[str]]:
    return [record.split(_UNIT) for record in further.split(_RECORD)] if further else []
