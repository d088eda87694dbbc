"""Rows of services and of people, compared with what the office has."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count
from typing import Any

from app.domain.actors import Role
from app.domain.administration import (
    NAME_LIMIT,
    DepartmentEntry,
    ServiceEntry,
    ServiceForm,
    check_login,
    check_service_code,
    required,
)
from app.domain.errors import AppError, BadValue
from app.domain.imports import (
    ImportKind,
    ImportLine,
    ImportPlan,
    LineState,
    OfficeLists,
    Row,
    RowFault,
    fault_of,
    line_for,
    plan_departments,
    plan_of,
    rows_of,
)
from app.domain.tables import FaultReason, Table

_ROLES = {
    "창구직원": Role.CLERK,
    "직원": Role.CLERK,
    "민원상담관": Role.CONSULTANT,
    "상담관": Role.CONSULTANT,
    "팀장": Role.SUPERVISOR,
    "감사담당관": Role.AUDITOR,
    "관리자": Role.ADMIN,
    **{role.value: role for role in Role},
}


def plan_import(kind: ImportKind, table: Table, lists: OfficeLists) -> ImportPlan:
    """What importing `table` would do to `lists`. Errors: `ColumnMissing`, `ColumnTwice`."""
    match kind:
        case ImportKind.DEPARTMENTS:
            return plan_departments(table, lists)
        case ImportKind.SERVICES:
            return _Services(lists).plan(table)
        case ImportKind.PEOPLE:
            return _plan_people(table, lists)


class _Services:
    """Compares services row by row, and keeps in mind what the rows before have taken."""

    def __init__(self, lists: OfficeLists) -> None:
        active = {d.name: d for d in lists.departments if d.retired_at is None}
        self._departments = {d.code: d for d in active.values()} | active
        self._by_code = {service.code: service for service in lists.services}
        self._by_name = {(service.name, service.department_code): service for service in lists.services}
        self._areas = {service.area: service.area_number for service in lists.services}
        self._area_numbers: Iterator[int] = count(max(self._areas.values(), default=0) + 1)
        self._positions: Iterator[int] = count(max((s.position for s in lists.services), default=-1) + 1)
        numbers = [int(code[1:]) for code in self._by_code if code[:1] == "S" and code[1:].isdigit()]
        self._numbers: Iterator[int] = count(max(numbers, default=0) + 1)
        self._taken: set[str] = set()
        self._lines: list[ImportLine] = []

    def plan(self, table: Table) -> ImportPlan:
        rows, _ = rows_of(ImportKind.SERVICES, table)
        wanted_codes = {row.text("code").upper() for row in rows}
        self._numbers = (number for number in self._numbers if f"S{number:03d}" not in wanted_codes)
        for row in rows:
            label = row.text("name")
            try:
                self._lines.append(self._line(row, label))
            except AppError as error:
                self._lines.append(row.bad(label, fault_of(error)))
        return plan_of(ImportKind.SERVICES, table, self._without_key_clashes())

    def _line(self, row: Row, label: str) -> ImportLine:
        department = self._departments.get(row.text("department"))
        form = ServiceForm(label, "", row.text("area"), _key(row.text("key")), row.text("keywords")).checked()
        if department is None:
            reason = FaultReason.UNKNOWN_DEPARTMENT if row.text("department") else FaultReason.EMPTY
            return row.bad(label, RowFault("department", reason, row.text("department")[:NAME_LIMIT]))
        code = check_service_code(row.text("code")) if row.text("code") else ""
        before = self._by_code.get(code) if code else self._by_name.get((form.name, department.code))
        mark = code or (before.code if before is not None else f"{form.name}\n{department.code}")
        if row.faults:
            return row.bad(label)
        if mark in self._taken:
            return row.bad(label, RowFault("code" if code else "name", FaultReason.TWICE, code or form.name))
        if before is not None and before.retired_at is not None:
            return row.bad(label, RowFault("name", FaultReason.RETIRED, before.name))
        self._taken.add(mark)
        wanted = self._values(row, form, department, before)
        if before is None:
            wanted["position"] = next(self._positions)
            return line_for(row, label, code or f"S{next(self._numbers):03d}", 0, None, wanted)
        return line_for(row, label, before.code, before.version, before, wanted)

    def _values(
        self, row: Row, form: ServiceForm, department: DepartmentEntry, before: ServiceEntry | None
    ) -> dict[str, Any]:
        """A column the file does not have leaves what is there."""
        wanted: dict[str, Any] = {"name": form.name, "department_code": department.code}
        for name in ("key", "keywords"):
            if before is None or row.has(name):
                wanted[name] = getattr(form, name)
        if before is None or row.has("area"):
            area = form.area or department.name
            wanted["area"] = area
            if area not in self._areas:
                self._areas[area] = next(self._area_numbers)
            wanted["area_number"] = self._areas[area]
        return wanted

    def _without_key_clashes(self) -> list[ImportLine]:
        """Keys are compared as they would be afterwards, so that two services can change theirs in one file."""
        keys = {s.code: s.key for s in self._by_code.values() if s.key is not None and s.retired_at is None}
        for line in self._lines:
            if line.state in (LineState.NEW, LineState.CHANGED) and "key" in line.values:
                keys[line.code] = line.values["key"]
        holders: dict[int, list[str]] = {}
        for code, key in keys.items():
            if key is not None:
                holders.setdefault(key, []).append(code)
        checked: list[ImportLine] = []
        for line in self._lines:
            wanted: int | None = line.values.get("key")
            if wanted is not None and holders[wanted][0] != line.code:
                fault = RowFault("key", FaultReason.KEY_TAKEN, str(wanted))
                line = ImportLine(line.row, line.label, LineState.BAD, (fault,))
            checked.append(line)
        return checked


def _key(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not text.isascii():
        raise BadValue("key", text[:NAME_LIMIT])
    return int(text)


def _plan_people(table: Table, lists: OfficeLists) -> ImportPlan:
    rows, _ = rows_of(ImportKind.PEOPLE, table)
    known = {person.login: person for person in lists.people}
    taken: set[str] = set()
    lines: list[ImportLine] = []
    roles = {person.login: person.role for person in lists.people if person.retired_at is None}
    for row in rows:
        label = row.text("login")
        try:
            login = check_login(label) if label else required("login", "", 1)
            name = required("name", row.text("name"), NAME_LIMIT)
            role = _role(row.text("role"))
        except AppError as error:
            lines.append(row.bad(label, fault_of(error)))
            continue
        before = known.get(login)
        retired = before is not None and before.retired_at is not None
        if row.faults or login in taken or retired:
            reason = FaultReason.TWICE if login in taken else FaultReason.RETIRED
            lines.append(row.bad(label, *([] if row.faults else [RowFault("login", reason, login)])))
            continue
        remaining = {**roles, login: role}
        if Role.ADMIN not in remaining.values():
            lines.append(row.bad(label, RowFault("role", FaultReason.LAST_ADMINISTRATOR, role.value)))
            continue
        roles = remaining
        taken.add(login)
        seen = before.version if before is not None else 0
        lines.append(line_for(row, label, login, seen, before, {"name": name, "role": role}))
    return plan_of(ImportKind.PEOPLE, table, lines)


def _role(text: str) -> Role:
    folded = "".join(text.casefold().split())
    if folded not in _ROLES:
        raise BadValue("role", text[:NAME_LIMIT])
    return _ROLES[folded]
