"""What an import would do: each row of a table compared with what the office has. Nothing is changed here."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from itertools import count
from typing import Any

from app.domain.administration import NAME_LIMIT, DepartmentEntry, DepartmentForm, PersonEntry, ServiceEntry
from app.domain.case_errors import BadPeriod
from app.domain.errors import (
    AppError,
    BadValue,
    ColumnMissing,
    ColumnTwice,
    ControlCharacterInText,
    EmojiInText,
    RightToLeftText,
    TextTooLong,
)
from app.domain.tables import FaultReason, Table, TableRow


class ImportKind(StrEnum):
    SERVICES = "services"
    DEPARTMENTS = "departments"
    PEOPLE = "people"


class LineState(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    UNCHANGED = "unchanged"
    BAD = "bad"


@dataclass(frozen=True, slots=True)
class RowFault:
    """`column` is the field's name, or the column's own title when the field is not known."""

    column: str
    reason: FaultReason
    value: str


@dataclass(frozen=True, slots=True)
class ImportLine:
    """What one row would do. `code` is that of the row in the office, `values` what would be set there.

    `seen` is the version `values` were compared with; 0 for a new row.
    """

    row: int
    label: str
    state: LineState
    faults: tuple[RowFault, ...] = ()
    code: str = ""
    seen: int = 0
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """The whole preview; `table` is what it was made from."""

    kind: ImportKind
    table: Table
    lines: tuple[ImportLine, ...]

    def count(self, state: LineState) -> int:
        return sum(line.state is state for line in self.lines)

    @property
    def bad(self) -> tuple[ImportLine, ...]:
        return tuple(line for line in self.lines if line.state is LineState.BAD)


@dataclass(frozen=True, slots=True)
class OfficeLists:
    """What the office has now."""

    departments: tuple[DepartmentEntry, ...] = ()
    services: tuple[ServiceEntry, ...] = ()
    people: tuple[PersonEntry, ...] = ()


COLUMNS: dict[str, tuple[str, ...]] = {
    "code": ("code", "코드", "업무코드"),
    "name": ("name", "service", "task", "업무", "업무명", "업무이름", "민원", "민원명", "이름"),
    "department": ("department", "부서", "부서명", "담당부서", "과"),
    "bureau": ("bureau", "국", "국소", "국명", "실국"),
    "location": ("location", "위치", "장소"),
    "phone": ("phone", "tel", "전화", "전화번호", "대표전화"),
    "area": ("area", "업무분야", "분야"),
    "key": ("key", "선택키", "키"),
    "keywords": ("keywords", "찾는말", "검색어", "키워드"),
    "period": ("period", "처리기간"),
    "login": ("login", "id", "아이디", "계정"),
    "role": ("role", "역할", "권한"),
}
"""Titles a column may have, by field; capitals, spaces and marks in a title do not count."""

_NAMES = {
    ImportKind.DEPARTMENTS: ("department", "bureau", "location", "phone"),
    ImportKind.SERVICES: ("code", "name", "department", "area", "key", "keywords", "period"),
    ImportKind.PEOPLE: ("login", "name", "role"),
}
_NEEDED = {
    ImportKind.DEPARTMENTS: ("department",),
    ImportKind.SERVICES: ("name", "department"),
    ImportKind.PEOPLE: ("login", "name", "role"),
}
_PERSON_TITLES = ("성명", "직원명", "person")


class Row:
    """One row by field, with the faults its cells came with."""

    def __init__(self, row: TableRow, places: Mapping[str, int]) -> None:
        self.number = row.number
        self._row = row
        self._places = places
        names = {place: name for name, place in places.items()}
        self.faults = tuple(
            RowFault(names[fault.column], fault.reason, fault.value) for fault in row.faults if fault.column in names
        )

    def has(self, name: str) -> bool:
        """Whether the file has this column at all."""
        return name in self._places

    def text(self, name: str) -> str:
        place = self._places.get(name)
        return self._row.cells[place].strip() if place is not None and place < len(self._row.cells) else ""

    def bad(self, label: str, *faults: RowFault) -> ImportLine:
        return ImportLine(self.number, label, LineState.BAD, (*self.faults, *faults))


def rows_of(kind: ImportKind, table: Table) -> tuple[list[Row], bool]:
    """The table's rows by field, and whether it is a directory: one line a task, its department on many lines.

    Errors: `ColumnMissing`, `ColumnTwice`.
    """
    places: dict[str, int] = {}
    titles = [_folded(title) for title in table.head.cells]
    for name in _NAMES[kind]:
        known = set(map(_folded, COLUMNS[name]))
        if kind is ImportKind.PEOPLE and name == "name":
            known |= set(map(_folded, _PERSON_TITLES))
        if kind is ImportKind.DEPARTMENTS and name == "department" and not known & set(titles):
            known = {_folded("name"), _folded("이름")}
        found = [place for place, title in enumerate(titles) if title in known]
        if len(found) > 1:
            raise ColumnTwice(name)
        if found:
            places[name] = found[0]
        elif name in _NEEDED[kind]:
            raise ColumnMissing(name)
    directory = bool({_folded("task"), _folded("team"), _folded("업무"), _folded("팀")} & set(titles))
    return [Row(row, places) for row in table.rows], directory


def fault_of(error: AppError) -> RowFault:
    """What a rule refused, as a row's fault."""
    match error:
        case TextTooLong(field=name, length=length):
            return RowFault(name, FaultReason.TOO_LONG, str(length))
        case ControlCharacterInText(field=name) | EmojiInText(field=name) | RightToLeftText(field=name):
            return RowFault(name, FaultReason.BAD_LETTER, "")
        case BadPeriod(text=text):
            return RowFault("period", FaultReason.BAD_VALUE, text[:NAME_LIMIT])
        case BadValue(field=name, value=value):
            return RowFault(name, FaultReason.BAD_VALUE if value else FaultReason.EMPTY, value)
    raise error


def line_for(row: Row, label: str, code: str, seen: int, before: Any, wanted: Mapping[str, Any]) -> ImportLine:
    """The line of a good row: `before` is what the office has, None for nothing."""
    if before is None:
        return ImportLine(row.number, label, LineState.NEW, code=code, values=wanted)
    changed = {name: value for name, value in wanted.items() if value != getattr(before, name)}
    state = LineState.CHANGED if changed else LineState.UNCHANGED
    return ImportLine(row.number, label, state, code=code, seen=seen, values=changed)


def plan_departments(table: Table, lists: OfficeLists) -> ImportPlan:
    """Errors: `ColumnMissing`, `ColumnTwice`."""
    rows, directory = rows_of(ImportKind.DEPARTMENTS, table)
    known = {department.name: department for department in lists.departments}
    groups: dict[str, list[tuple[Row, DepartmentForm]]] = {}
    bad: list[ImportLine] = []
    for row in rows:
        label = row.text("department")
        try:
            form = DepartmentForm(label, row.text("bureau"), row.text("location"), row.text("phone")).checked()
        except AppError as error:
            bad.append(row.bad(label, fault_of(error)))
            continue
        twice = form.name in groups and not directory
        retired = form.name in known and known[form.name].retired_at is not None
        if row.faults or twice or retired:
            reason = FaultReason.TWICE if twice else FaultReason.RETIRED
            bad.append(row.bad(label, *([RowFault("department", reason, label)] if twice or retired else [])))
            continue
        groups.setdefault(form.name, []).append((row, form))
    numbers = count(max((department.number for department in lists.departments), default=0) + 1)
    good: list[ImportLine] = []
    for name, members in groups.items():
        first, form = members[0]
        before = known.get(name)
        wanted: dict[str, Any] = {"name": name}
        for place in ("bureau", "location", "phone"):
            if before is None or first.has(place):
                wanted[place] = getattr(form, place)
        if directory and first.has("phone"):
            wanted["phones"] = tuple(sorted({member.phone for _, member in members if member.phone}))
        elif before is None:
            wanted["phones"] = (form.phone,) if form.phone else ()
        if before is None:
            wanted["number"] = number = next(numbers)
            good.append(line_for(first, name, f"D{number:03d}", 0, None, wanted))
        else:
            good.append(line_for(first, name, before.code, before.version, before, wanted))
    return _plan(ImportKind.DEPARTMENTS, table, good + bad)


def _plan(kind: ImportKind, table: Table, lines: Iterable[ImportLine]) -> ImportPlan:
    return ImportPlan(kind, table, tuple(sorted(lines, key=lambda line: line.row)))


def plan_of(kind: ImportKind, table: Table, lines: Iterable[ImportLine]) -> ImportPlan:
    """The lines in the order of the file."""
    return _plan(kind, table, lines)


def _folded(title: str) -> str:
    plain = unicodedata.normalize("NFKC", title).casefold()
    return "".join(sign for sign in plain if sign.isalnum())
