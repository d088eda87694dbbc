"""Counting one day's visits for the daily figures; each method is one query over the day's index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, String, Table, case, exists, func, select, type_coerce

from app.domain.slips import SlipState
from app.domain.visits import StepKind, VisitStatus
from app.models.tables import counter, department, service, slip, visit, visit_step


@dataclass(frozen=True, slots=True)
class Cell:
    """`visits` without the undone ones; `slips` with them, because their slips can be answered."""

    visits: int
    done: int
    slips: int


def _has_slip() -> ColumnElement[bool]:
    return exists().where(
        slip.c.visit_id == visit.c.id, slip.c.state.in_((SlipState.HANDED.value, SlipState.CONFIRMED.value))
    )


def _sum(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


_CELL = (
    _sum(visit.c.status != VisitStatus.UNDONE.value),
    _sum(visit.c.status == VisitStatus.DONE.value),
    _sum(_has_slip()),
)


class DayCountRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_status(self, day: date) -> Mapping[VisitStatus, int]:
        rows = self._connection.execute(
            select(visit.c.status, func.count()).where(visit.c.day == day).group_by(visit.c.status)
        )
        return {VisitStatus(status): count for status, count in rows}

    def with_slip(self, day: date) -> int:
        """Visits of the day with at least one slip handed over, undone ones included."""
        return self._connection.scalar(select(func.count()).where(visit.c.day == day, _has_slip())) or 0

    def by_service(self, day: date) -> list[tuple[str, str, Cell]]:
        return self._by(service, visit.c.service_code, service.c.position, day)

    def by_department(self, day: date) -> list[tuple[str, str, Cell]]:
        return self._by(department, visit.c.department_code, department.c.number, day)

    def by_counter(self, day: date) -> list[tuple[str, str, Cell]]:
        return self._by(counter, visit.c.counter_code, counter.c.code, day)

    def _by(
        self, named: Table, code: ColumnElement[str], order: ColumnElement[Any], day: date
    ) -> list[tuple[str, str, Cell]]:
        """Code, name and counts of everything in `named` that had a visit on `day`, in the office's order."""
        rows = self._connection.execute(
            select(named.c.code, named.c.name, *_CELL)
            .join(named, named.c.code == code)
            .where(visit.c.day == day)
            .group_by(named.c.code)
            .order_by(order)
        )
        return [(code, name, Cell(*counts)) for code, name, *counts in rows]

    def by_hour(self, day: date, timezone: str) -> dict[int, Cell]:
        """By the office's hour of registration, 0..23."""
        # Ten-minute groups, so that a zone that is half an hour off still falls into the right hour.
        ten_minutes = func.substr(type_coerce(visit.c.registered_at, String), 1, 15)
        rows = self._connection.execute(select(ten_minutes, *_CELL).where(visit.c.day == day).group_by(ten_minutes))
        zone = ZoneInfo(timezone)
        hours: dict[int, Cell] = {}
        for text, visits, done, slips in rows:
            hour = datetime.fromisoformat(f"{text}0+00:00").astimezone(zone).hour
            before = hours.get(hour, Cell(0, 0, 0))
            hours[hour] = Cell(before.visits + visits, before.done + done, before.slips + slips)
        return hours

    def waiting_seconds(self, day: date) -> list[float]:
        """From registration to the start of serving, where somebody really pressed for it."""
        return self._between(day, StepKind.REGISTERED, StepKind.SERVING_STARTED, by_hand=True)

    def handling_seconds(self, day: date) -> list[float]:
        """From the start of serving to the end, for visits that are done."""
        return self._between(day, StepKind.SERVING_STARTED, StepKind.FINISHED, by_hand=False)

    def _between(self, day: date, first: StepKind, last: StepKind, *, by_hand: bool) -> list[float]:
        start, end = visit_step.alias("start"), visit_step.alias("end")
        query = (
            select(
                func.min(start.c.at),
                func.max(end.c.at),
            )
            .select_from(visit)
            .join(start, (start.c.visit_id == visit.c.id) & (start.c.kind == first.value))
            .join(end, (end.c.visit_id == visit.c.id) & (end.c.kind == last.value))
            .where(visit.c.day == day, start.c.trusted, end.c.trusted)
            .group_by(visit.c.id)
        )
        if by_hand:
            query = query.where(visit.c.status != VisitStatus.UNDONE.value, ~end.c.automatic)
        else:
            query = query.where(visit.c.status == VisitStatus.DONE.value)
        return [(finished - began).total_seconds() for began, finished in self._connection.execute(query)]
