"""How the office's cases stand and how a month went, counted along their indexes: a million cases are not read."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from datetime import UTC, date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import ColumnElement, Connection, String, and_, exists, func, literal_column, select, text

from app.models.base import UtcTime
from app.models.tables import case_file, case_step

# Written out as in their indexes.
_OPEN = text("case_file.status != 'closed'")
_ANSWERED = text("case_file.answered_on IS NOT NULL")
_ENDED = text("case_file.ended_on IS NOT NULL")
# The signs keep SQLite to the index of what is asked for: it would rather read a million cases in order.
_RECEIVED: ColumnElement[Any] = literal_column("+case_file.received_at", UtcTime)
_DEPARTMENT: ColumnElement[Any] = literal_column("+case_file.department_code", String)
_KIND: ColumnElement[Any] = literal_column("+case_file.kind", String)
_OBJECTED = text("case_step.kind = 'objected'")

Key = tuple[str, str]
"""Kind and department code of cases that are counted together."""


@dataclass(frozen=True, slots=True)
class OpenCase:
    """What of an open case is counted."""

    id: str
    kind: str
    status: str
    department_code: str
    received_at: datetime
    due_day: date | None
    due_clock: str
    moved_from: date | None
    supplements: int

    def is_overdue(self, day: date, clock: str) -> bool:
        """At `clock` ("HH:MM") of `day`; what waits for the citizen or was answered is not."""
        if self.due_day is None or not self.runs:
            return False
        return self.due_day < day or (self.due_day == day and "" < self.due_clock < clock)

    @property
    def runs(self) -> bool:
        """Whether the office has to keep its deadline."""
        return self.status not in ("supplement", "answered")


class WorkloadRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- today ---

    def open_cases(self) -> list[OpenCase]:
        """All of them, the most urgent first, those without a deadline last."""
        columns = [getattr(case_file.c, field.name) for field in fields(OpenCase)]
        due = (case_file.c.due_day.is_(None), case_file.c.due_day, case_file.c.due_clock, case_file.c.id)
        return [OpenCase(*row) for row in self._connection.execute(select(*columns).where(_OPEN).order_by(*due))]

    def answered_since(self, first: date) -> list[tuple[str, datetime, date, int]]:
        """Cases answered from `first` on: department, receipt, day of the answer, requests for supplements."""
        # Straight from the driver: a large office answers eighty thousand in a month.
        rows = self._connection.exec_driver_sql(
            "SELECT department_code, received_at, answered_on, supplements FROM case_file "
            "WHERE answered_on IS NOT NULL AND answered_on >= ?",
            (first.isoformat(),),
        ).cursor
        assert rows is not None
        return [
            (code, datetime.fromisoformat(received_at), date.fromisoformat(answered_on), asked)
            for code, received_at, answered_on, asked in rows.fetchall()
        ]

    def newest_told(self, ids: Iterable[str], kind: str) -> dict[str, date]:
        """When each of the cases last had a step of `kind` that was not undone."""
        found: dict[str, date] = {}
        undone = select(case_step.c.of_step).where(case_step.c.kind == "undone", case_step.c.of_step.is_not(None))
        everything = list(ids)
        for at in range(0, len(everything), 400):
            of = case_step.c.case_id.in_(everything[at : at + 400])
            counts = and_(of, case_step.c.kind == kind, case_step.c.id.not_in(undone.where(of)))
            newest = select(case_step.c.case_id, func.max(case_step.c.on_day)).where(counts)
            found.update({row[0]: row[1] for row in self._connection.execute(newest.group_by(case_step.c.case_id))})
        return found

    # --- a month ---

    def received(self, first: date, last: date, zone: ZoneInfo) -> dict[Key, tuple[int, int]]:
        """Cases received in these days, and requests for supplements in them."""
        where = (case_file.c.received_at >= _midnight(first, zone), case_file.c.received_at < _after(last, zone))
        found = self._counted((func.count(), func.sum(case_file.c.supplements)), where)
        return {key: (int(counts[0]), int(counts[1] or 0)) for key, counts in found.items()}

    def answered(self, first: date, last: date) -> dict[Key, tuple[int, int]]:
        """Cases answered in these days: in time, and late. One without a deadline is in time."""
        late = func.sum(func.iif(case_file.c.due_day < case_file.c.answered_on, 1, 0))
        where = (_ANSWERED, case_file.c.answered_on.between(first, last))
        found = self._counted((func.count(), late), where)
        return {key: (int(counts[0]) - int(counts[1] or 0), int(counts[1] or 0)) for key, counts in found.items()}

    def open_at_end(self, last: date, zone: ZoneInfo) -> dict[Key, tuple[int, int]]:
        """Cases that were open and unanswered after `last`, and those of them whose deadline was over."""
        before = _after(last, zone) > _RECEIVED
        late = func.sum(func.iif(case_file.c.due_day <= last, 1, 0))
        counts: dict[Key, tuple[int, int]] = {}
        still = (_OPEN, case_file.c.answered_on.is_(None), case_file.c.status != "answered", before)
        since = (_ANSWERED, case_file.c.answered_on > last, before)
        ended = (_ENDED, case_file.c.answered_on.is_(None), case_file.c.ended_on > last, before)
        for where in (still, since, ended):
            for key, found in self._counted((func.count(), late), where).items():
                known = counts.get(key, (0, 0))
                counts[key] = (known[0] + int(found[0]), known[1] + int(found[1] or 0))
        return counts

    def repeated(self, first: date, last: date) -> dict[Key, int]:
        """Cases closed in these days as repeated."""
        where = (_ENDED, case_file.c.ended_on.between(first, last), case_file.c.result == "repeated")
        return {key: int(counts[0]) for key, counts in self._counted((func.count(),), where).items()}

    def objections(self, first: date, last: date) -> dict[Key, int]:
        """Objections of these days."""
        undo = case_step.alias("undo")
        undone = exists().where(undo.c.case_id == case_step.c.case_id, undo.c.of_step == case_step.c.id)
        columns = (case_file.c.kind, case_file.c.department_code, func.count())
        joined = select(*columns).select_from(case_step).join(case_file, case_file.c.id == case_step.c.case_id)
        counted = joined.where(
            _OBJECTED, case_step.c.on_day.between(first, last), ~undone.where(undo.c.kind == "undone")
        )
        grouped = counted.group_by(_KIND, _DEPARTMENT)
        return {(row[0], row[1]): int(row[2]) for row in self._connection.execute(grouped)}

    def _counted(self, columns: tuple[ColumnElement[Any], ...], where: tuple[Any, ...]) -> dict[Key, tuple[Any, ...]]:
        by = (case_file.c.kind, case_file.c.department_code)
        found = select(*by, *columns).where(*where).group_by(_KIND, _DEPARTMENT)
        return {(row[0], row[1]): tuple(row[2:]) for row in self._connection.execute(found)}


def _midnight(day: date, zone: ZoneInfo) -> datetime:
    return datetime.combine(day, time(), zone).astimezone(UTC)


def _after(day: date, zone: ZoneInfo) -> datetime:
    return _midnight(day + timedelta(days=1), zone)
