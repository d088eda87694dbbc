"""Rows of services and of people, compared with what the office has."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import count
from typing import Any

from app.domain.actors import Role
from app.domain.administration import (
    NAME_LIMIT,
    DepartmentEntry,
    PersonEntry,
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
        typed = (row.text("area"), _key(row.text("key")), row.text("keywords"), row.text("period"))
        form = ServiceForm(label, "", *typed).checked()
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
        for name in ("key", "keywords", "period"):
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
        """Keys are compared as they would be afterwards, so that two services can change theirs in one file.

        A line that becomes bad keeps its service's present key from every other line, so it is looked at again until
        nothing changes: one round a key at most. Of two lines that want the same free key the first has it.
        """
        lines = self._lines
        while True:
            now = {s.code: s.key for s in self._by_code.values() if s.retired_at is None}
            wanted = {line.code: line.values["key"] for line in lines if "key" in line.values}
            holders: dict[int | None, str] = {key: code for code, key in now.items() if code not in wanted}
            for code, key in wanted.items():
                holders.setdefault(key, code)
            checked = [
                self._key_taken(line) if line.values.get("key") and holders[line.values["key"]] != line.code else line
                for line in lines
            ]
            if checked == lines:
                return checked
            lines = checked

    @staticmethod
    def _key_taken(line: ImportLine) -> ImportLine:
        fault = RowFault("key", FaultReason.KEY_TAKEN, str(line.values["key"]))
        return ImportLine(line.row, line.label, LineState.BAD, (fault,))


def _key(text: str) -> int | None:
    if not text:
        return None
    if not text.isdecimal() or not text.isascii():
        raise BadValue("key", text[:NAME_LIMIT])
    return int(text)


def _plan_people(table: Table, lists: OfficeLists) -> ImportPlan:
    rows, _ = rows_of(ImportKind.PEOPLE, table)
    known = {person.login: person for person in lists.people}
    folded = {login.casefold() for login in known}
    taken: set[str] = set()
    lines: list[ImportLine] = []
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
        if before is None and login.casefold() in folded:
            lines.append(row.bad(label, RowFault("login", FaultReason.LOGIN_TAKEN, login)))
            continue
        folded.add(login.casefold())
        taken.add(login)
        seen = before.version if before is not None else 0
        lines.append(line_for(row, label, login, seen, before, {"name": name, "role": role}))
    return plan_of(ImportKind.PEOPLE, table, _with_an_administrator(lines, known))


def _with_an_administrator(lines: list[ImportLine], known: Mapping[str, PersonEntry]) -> list[ImportLine]:
    """Where nobody would be administrator afterwards, the last line that takes the role away is bad."""
    roles = {person.login: person.role for person in known.values() if person.retired_at is None}
    administrators = {login for login, role in roles.items() if role is Role.ADMIN}
    changes = {line.code: line.values["role"] for line in lines if "role" in line.values}
    if Role.ADMIN in {**roles, **changes}.values():
        return lines
    last = max((at for at, line in enumerate(lines) if line.code in administrators), default=None)
    if last is None:
        return lines
    line = lines[last]
    fault = RowFault("role", FaultReason.LAST_ADMINISTRATOR, line.values["role"].value)
    bad = ImportLine(line.row, line.label, LineState.BAD, (fault,))
    return [*lines[:last], bad, *lines[last + 1 :]]


def _role(text: str) -> Role:
    folded = "".join(text.casefold().split())
    if folded not in _ROLES:
        raise BadValue("role", text[:NAME_LIMIT])
    return _ROLES[folded]
