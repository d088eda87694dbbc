"""Counting, by department, what would show if somebody at the counter answered for citizens."""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, Float, and_, case, func, select, type_coerce

from app.db.visit_records import has_slip
from app.domain.integrity import SHORT_SECONDS, DepartmentSigns
from app.domain.slips import SlipState
from app.domain.visits import StepKind, VisitStatus
from app.models.tables import department, slip, visit, visit_step

_HANDED = slip.c.state.in_((SlipState.HANDED.value, SlipState.CONFIRMED.value))
_NONE = (0, 0)


class IntegrityCounts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_department(self, first: date, last: date) -> tuple[DepartmentSigns, ...]:
        """Departments that had a visit from `first` to `last`, in the office's order."""
        slips = self._slips(first, last)
        times = self._times(first, last)
        counted = visit.c.status != VisitStatus.UNDONE.value
        rows = self._connection.execute(
            select(
                department.c.code,
                department.c.name,
                department.c.number,
                _sum(counted),
                _sum(and_(~counted, has_slip())),
                _sum(and_(counted, visit.c.slip_withheld, ~has_slip())),
                _sum(and_(counted, visit.c.late_reason != "")),
            )
            .select_from(visit)
            .join(department, department.c.code == visit.c.department_code)
            .where(visit.c.day.between(first, last))
            .group_by(department.c.code)
            .order_by(department.c.number)
        )
        return tuple(
            DepartmentSigns(
                code, name, number, visits, *slips.get(code, (0, 0)), undone, withheld, *times.get(code, (0, 0)), late
            )
            for code, name, number, visits, undone, withheld, late in rows
        )

    def _slips(self, first: date, last: date) -> dict[str, tuple[int, int]]:
        rows = self._connection.execute(
            select(visit.c.department_code, func.count(), _sum(slip.c.reissue))
            .select_from(visit)
            .join(slip, slip.c.visit_id == visit.c.id)
            .where(visit.c.day.between(first, last), _HANDED)
            .group_by(visit.c.department_code)
        )
        return {code: (handed, reprints) for code, handed, reprints in rows}

    def _times(self, first: date, last: date) -> dict[str, tuple[int, int]]:
        """Visits with both ends of their serving recorded, and how many of them were short."""
        start, end = visit_step.alias("start"), visit_step.alias("end")
        seconds = (_julian(func.max(end.c.at)) - _julian(func.max(start.c.at))) * 86400
        served = (
            select(visit.c.department_code.label("code"), seconds.label("seconds"))
            .select_from(visit)
            .join(start, and_(start.c.visit_id == visit.c.id, start.c.kind == StepKind.SERVING_STARTED.value))
            .join(end, and_(end.c.visit_id == visit.c.id, end.c.kind == StepKind.FINISHED.value))
            .where(visit.c.day.between(first, last), visit.c.status == VisitStatus.DONE.value)
            .where(start.c.trusted, end.c.trusted)
            .group_by(visit.c.id)
            .subquery()
        )
        # Half a millisecond of tolerance: the calendar's arithmetic is in floating days.
        short = served.c.seconds < SHORT_SECONDS - 0.0005
        rows = self._connection.execute(select(served.c.code, func.count(), _sum(short)).group_by(served.c.code))
        return {code: (timed, shorts) for code, timed, shorts in rows}


def _julian(moment: ColumnElement[object]) -> ColumnElement[float]:
    return type_coerce(func.julianday(moment), Float)


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)
