"""The office's lists as the administrator sees them: retired rows and versions included."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, Table, func, insert, select, update

from app.db.offices import SERVICES
from app.domain.administration import CounterEntry, DepartmentEntry, ServiceEntry
from app.domain.errors import RecordChanged, UnknownCounter, UnknownDepartment, UnknownService
from app.models.tables import counter, department, service, visit

_OPEN = ("waiting", "called", "serving")


class OfficeListRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- departments ---

    def departments(self) -> tuple[DepartmentEntry, ...]:
        rows = self._connection.execute(select(department).order_by(department.c.number))
        return tuple(_department(row) for row in rows)

    def department(self, code: str) -> DepartmentEntry:
        """Errors: `UnknownDepartment`."""
        row = self._connection.execute(select(department).where(department.c.code == code)).one_or_none()
        if row is None:
            raise UnknownDepartment(code)
        return _department(row)

    def add_department(self, values: Mapping[str, Any]) -> None:
        self._connection.execute(insert(department), {**values, "version": 1})

    def change_department(self, code: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        self._change(department, code, seen, values)

    def services_of(self, department_code: str) -> int:
        """How many services in use belong to the department."""
        found = select(func.count()).where(service.c.department_code == department_code, service.c.retired_at.is_(None))
        return self._connection.scalar(found) or 0

    # --- services ---

    def services(self) -> tuple[ServiceEntry, ...]:
        """In the office's order."""
        return tuple(ServiceEntry(*row) for row in self._connection.execute(_SERVICES.order_by(service.c.position)))

    def service(self, code: str) -> ServiceEntry:
        """Errors: `UnknownService`."""
        row = self._connection.execute(_SERVICES.where(service.c.code == code)).one_or_none()
        if row is None:
            raise UnknownService(code)
        return ServiceEntry(*row)

    def add_service(self, values: Mapping[str, Any]) -> None:
        self._connection.execute(insert(service), {**values, "version": 1})

    def change_service(self, code: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        self._change(service, code, seen, values)

    def areas(self) -> dict[str, int]:
        """Every service area there ever was, and its number."""
        rows = self._connection.execute(select(service.c.area, service.c.area_number).distinct())
        return {row.area: row.area_number for row in rows}

    # --- counters ---

    def counters(self, here: str) -> tuple[CounterEntry, ...]:
        rows = self._connection.execute(select(counter).order_by(counter.c.code))
        return tuple(_counter(row, here) for row in rows)

    def counter(self, code: str, here: str) -> CounterEntry:
        """Errors: `UnknownCounter`."""
        row = self._connection.execute(select(counter).where(counter.c.code == code)).one_or_none()
        if row is None:
            raise UnknownCounter(code)
        return _counter(row, here)

    def change_counter(self, code: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        self._change(counter, code, seen, values)

    def open_visits_at(self, counter_code: str) -> int:
        """How many visits are being served, or wait, at this counter alone."""
        found = select(func.count()).where(visit.c.now_at == counter_code, visit.c.status.in_(_OPEN))
        return self._connection.scalar(found) or 0

    def _change(self, table: Table, code: str, seen: int, values: Mapping[str, Any]) -> None:
        done = self._connection.execute(
            update(table).where(table.c.code == code, table.c.version == seen).values(**values, version=seen + 1)
        )
        if done.rowcount != 1:
            raise RecordChanged(code)


def _department(row: Row[Any]) -> DepartmentEntry:
    return DepartmentEntry(
        row.code,
        row.number,
        row.name,
        row.bureau,
        row.location,
        row.phone,
        tuple(row.phones.split()),
        row.retired_at,
        row.version,
    )


def _counter(row: Row[Any], here: str) -> CounterEntry:
    return CounterEntry(row.code, row.name, row.code == here, row.retired_at, row.version)


_SERVICES = SERVICES.add_columns(service.c.position, service.c.retired_at, service.c.version)
