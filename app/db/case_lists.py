"""Lists of cases, a page at a time along their indexes: whoever reads on begins where the page before ended."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, literal_column, or_, select

from app.db.record_rows import pieces
from app.db.told import told
from app.domain.cases import CaseFilter, CaseKind, CaseLine, CaseOrder, CaseResult, CaseScope, CaseStatus
from app.domain.errors import BadValue
from app.domain.people import masked_name
from app.models.tables import case_file, department, person

# Written out as in their indexes.
_OPEN: ColumnElement[bool] = literal_column("case_file.status != 'closed'")
_ENDED: ColumnElement[bool] = literal_column("case_file.ended_on IS NOT NULL")
_AUDITORS: ColumnElement[bool] = literal_column("case_file.to_auditor = 1")
_CLOCK_RUNS: ColumnElement[bool] = literal_column("case_file.status NOT IN ('supplement', 'answered')")
"""Of open cases those whose clock the office has to keep: neither waiting for the citizen nor answered already."""


@dataclass(frozen=True, slots=True)
class Looker:
    """Whoever looks at a list. `day` and `clock` ("HH:MM") are the office's; moments of days are in `zone`.

    An `auditor` sees the audit officer's cases and no others; everybody else sees of those that they are there.
    """

    login: str
    auditor: bool
    now: datetime

    @property
    def day(self) -> date:
        return self.now.date()

    @property
    def clock(self) -> str:
        return f"{self.now:%H:%M}"


class CaseLists:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(self, wanted: CaseFilter, looker: Looker, after: str, limit: int) -> tuple[tuple[CaseLine, ...], str]:
        """Up to `limit` lines, and what to give as `after` for the next ones, "" when there are none.

        Errors: `BadValue` (`after`) for what no page has given.
        """
        by_due = wanted.order is CaseOrder.DUE and wanted.scope not in (CaseScope.CLOSED, CaseScope.ALL)
        where = [*_scope(wanted, looker), *_filters(wanted, looker)]
        rows = self._by_due(where, after, limit) if by_due else self._newest(where, wanted, after, limit)
        more = ""
        if len(rows) > limit:
            last = rows[limit - 1]
            more = _due_key(last) if by_due else _newest_key(last, wanted)
        return tuple(_line(row, looker) for row in rows[:limit]), more

    def lines(self, ids: Iterable[str], looker: Looker) -> tuple[CaseLine, ...]:
        """The lines of `ids` that are here and may be seen, in the order of `ids`."""
        wanted = list(ids)
        seen = [_AUDITORS] if looker.auditor else []
        found: dict[str, CaseLine] = {}
        for piece in pieces(wanted):
            for row in self._connection.execute(_lines().where(case_file.c.id.in_(piece), *seen)):
                found[row.id] = _line(row, looker)
        return tuple(found[case_id] for case_id in wanted if case_id in found)

    def fitting(
        self, ids: Iterable[str], wanted: CaseFilter, looker: Looker, *, sealed: bool = True
    ) -> tuple[str, ...]:
        """Those of `ids` that the filter lets through, whatever it searches for, in the order of `ids`.

        `sealed` False: without those whose words only the audit officer may know, for others.
        """
        where = [*_scope(wanted, looker), *_filters(wanted, looker)]
        if not sealed and not looker.auditor:
            where.append(~case_file.c.to_auditor)
        asked = list(ids)
        kept: set[str] = set()
        for piece in pieces(asked):
            chosen = select(case_file.c.id).where(case_file.c.id.in_(piece), *where)
            kept.update(self._connection.scalars(chosen))
        return tuple(case_id for case_id in asked if case_id in kept)

    def held(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are here, whoever may see them."""
        found: set[str] = set()
        for piece in pieces(ids):
            found.update(self._connection.scalars(select(case_file.c.id).where(case_file.c.id.in_(piece))))
        return found

    def of_matter(self, matter_id: str, but: str, looker: Looker) -> tuple[CaseLine, ...]:
        """The other cases on a matter, newest first."""
        where = (case_file.c.matter_id == matter_id, case_file.c.id != but)
        rows = self._connection.execute(_lines().where(*where).order_by(case_file.c.received_at.desc()))
        return tuple(_line(row, looker) for row in rows)

    def moved(self, looker: Looker) -> tuple[CaseLine, ...]:
        """Open cases whose day moved with the calendar, the most urgent first."""
        where = (_OPEN, case_file.c.moved_from.is_not(None), *([_AUDITORS] if looker.auditor else []))
        ordered = _lines().where(*where).order_by(case_file.c.due_day, case_file.c.due_clock, case_file.c.id)
        return tuple(_line(row, looker) for row in self._connection.execute(ordered))

    def newest(self, limit: int) -> tuple[Row[Any], ...]:
        """The newest cases with what they are compared by: id, title, text, name, phone."""
        columns = (case_file.c.id, case_file.c.title, case_file.c.text, case_file.c.name, case_file.c.phone)
        found = select(*columns).where(~case_file.c.to_auditor, case_file.c.title != "")
        ordered = found.order_by(case_file.c.received_at.desc(), case_file.c.id.desc()).limit(limit)
        return tuple(self._connection.execute(ordered))

    def counts(self, looker: Looker) -> Mapping[CaseScope, int]:
        """How many cases each scope of open ones has."""
        scopes = (CaseScope.OPEN, CaseScope.OVERDUE, CaseScope.TODAY, CaseScope.WEEK, CaseScope.MINE)
        return {scope: self._count(CaseFilter(scope), looker) for scope in scopes}

    def _count(self, wanted: CaseFilter, looker: Looker) -> int:
        where = [*_scope(wanted, looker), *_filters(wanted, looker)]
        return self._connection.scalar(select(func.count()).select_from(case_file).where(*where)) or 0

    def _by_due(self, where: list[ColumnElement[bool]], after: str, limit: int) -> list[Row[Any]]:
        """The most urgent first, those without a deadline last."""
        due = (case_file.c.due_day, case_file.c.due_clock, case_file.c.id)
        rows: list[Row[Any]] = []
        last = _read_after(after, 3)
        if last is None or last[0]:
            with_due = _lines().where(*where, case_file.c.due_day.is_not(None))
            if last is not None:
                day = date.fromisoformat(last[0])
                later = and_(case_file.c.due_clock == last[1], case_file.c.id > last[2])
                same_day = and_(case_file.c.due_day == day, or_(case_file.c.due_clock > last[1], later))
                with_due = with_due.where(case_file.c.due_day >= day, or_(case_file.c.due_day > day, same_day))
            rows = list(self._connection.execute(with_due.order_by(*due).limit(limit + 1)))
        if len(rows) <= limit:
            without = _lines().where(*where, case_file.c.due_day.is_(None))
            if last is not None and not last[0]:
                without = without.where(case_file.c.id > last[2])
            rows += self._connection.execute(without.order_by(*due).limit(limit + 1 - len(rows)))
        return rows

    def _newest(self, where: list[ColumnElement[bool]], wanted: CaseFilter, after: str, limit: int) -> list[Row[Any]]:
        """The newest first: by the day they ended where only those that did are asked for."""
        ended = wanted.scope is CaseScope.CLOSED
        column = case_file.c.ended_on if ended else case_file.c.received_at
        chosen = _lines().where(*where)
        last = _read_after(after, 2)
        if last is not None:
            mark = date.fromisoformat(last[0]) if ended else datetime.fromisoformat(last[0])
            chosen = chosen.where(column <= mark, or_(column < mark, case_file.c.id < last[1]))
        return list(self._connection.execute(chosen.order_by(column.desc(), case_file.c.id.desc()).limit(limit + 1)))


def week_of(day: date) -> tuple[date, date]:
    """Monday and Sunday of the week of `day`."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def overdue(looker: Looker) -> tuple[ColumnElement[bool], ...]:
    """Open cases whose deadline is over; those that wait for the citizen or were answered are none of them."""
    late_today = and_(
        case_file.c.due_day == looker.day, case_file.c.due_clock != "", case_file.c.due_clock < looker.clock
    )
    return _OPEN, _CLOCK_RUNS, case_file.c.due_day <= looker.day, or_(case_file.c.due_day < looker.day, late_today)


def due_within(first: date, last: date) -> tuple[ColumnElement[bool], ...]:
    """Open cases whose deadline is on one of these days."""
    return _OPEN, _CLOCK_RUNS, case_file.c.due_day.between(first, last)


def _scope(wanted: CaseFilter, looker: Looker) -> tuple[ColumnElement[bool], ...]:
    match wanted.scope:
        case CaseScope.OPEN:
            return (_OPEN,)
        case CaseScope.OVERDUE:
            return overdue(looker)
        case CaseScope.TODAY:
            return due_within(looker.day, looker.day)
        case CaseScope.WEEK:
            return due_within(looker.day, week_of(looker.day)[1])
        case CaseScope.MINE:
            return _OPEN, case_file.c.owner == looker.login
        case CaseScope.CLOSED:
            return (_ENDED,)
        case CaseScope.ALL:
            return ()


def _filters(wanted: CaseFilter, looker: Looker) -> list[ColumnElement[bool]]:
    where: list[ColumnElement[bool]] = [_AUDITORS] if looker.auditor else []
    if wanted.kind is not None:
        where.append(case_file.c.kind == wanted.kind.value)
    if wanted.department_code:
        where.append(case_file.c.department_code == wanted.department_code)
    if wanted.first is not None:
        where.append(case_file.c.received_at >= _midnight(wanted.first, looker))
    if wanted.last is not None:
        where.append(case_file.c.received_at < _midnight(wanted.last + timedelta(days=1), looker))
    return where


def _midnight(day: date, looker: Looker) -> datetime:
    return datetime(day.year, day.month, day.day, tzinfo=looker.now.tzinfo).astimezone(UTC)


def _lines() -> Select[Any]:
    columns = [getattr(case_file.c, name) for name in _LINE]
    names = (department.c.name.label("department"), person.c.name.label("owner_name"))
    joined = case_file.outerjoin(department, department.c.code == case_file.c.department_code)
    joined = joined.outerjoin(person, person.c.login == case_file.c.owner)
    return select(*columns, *names).select_from(joined)


_LINE = (
    *("id", "number", "kind", "title", "name", "department_code", "status", "received_at", "due_day", "due_clock"),
    *("moved_from", "owner", "supplements", "ended_on", "result", "to_auditor"),
)


def _line(row: Row[Any], looker: Looker) -> CaseLine:
    """What only a newer program knows reads as something else."""
    sealed = row.to_auditor and not looker.auditor
    return CaseLine(
        id=row.id,
        number=row.number,
        kind=told(CaseKind, row.kind, CaseKind.OTHER),
        title="" if sealed else row.title,
        masked_name="" if sealed else masked_name(row.name),
        department_code=row.department_code,
        department=row.department or "",
        status=told(CaseStatus, row.status, CaseStatus.RECEIVED),
        received_at=row.received_at,
        due_day=row.due_day,
        due_clock=row.due_clock,
        moved_from=row.moved_from,
        owner=row.owner,
        supplements=row.supplements,
        ended_on=row.ended_on,
        result=next((known for known in CaseResult if known.value == row.result), None),
        to_auditor=bool(row.to_auditor),
        owner_name=row.owner_name or "",
    )


def _due_key(row: Row[Any]) -> str:
    return json.dumps([row.due_day.isoformat() if row.due_day else "", row.due_clock, row.id])


def _newest_key(row: Row[Any], wanted: CaseFilter) -> str:
    mark = row.ended_on if wanted.scope is CaseScope.CLOSED else row.received_at
    return json.dumps([mark.isoformat(), row.id])


def _read_after(after: str, length: int) -> list[str] | None:
    """Errors: `BadValue`."""
    if not after:
        return None
    try:
        read = json.loads(after)
        if not isinstance(read, list) or len(read) != length or not all(isinstance(part, str) for part in read):
            raise ValueError(after)
        if read[0]:
            datetime.fromisoformat(read[0])
    except ValueError as error:
        raise BadValue("after", after[:40]) from error
    return read
