"""The office itself: settings, departments, services, counters, and which counter this home is."""

from __future__ import annotations

import json
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from app.domain.errors import UnknownService
from app.domain.offices import CounterRecord, DepartmentRecord, OfficeSettings, ServiceRecord
from app.models.tables import counter, department, home, office_setting, service


class OfficeRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    # --- settings ---

    def settings(self) -> OfficeSettings:
        """A setting this program does not know is left alone; one that is missing has its default (design law 14)."""
        known = {field.name for field in fields(OfficeSettings)}
        rows = self._connection.execute(select(office_setting))
        stored = {row.name: json.loads(row.value) for row in rows if row.name in known}
        if "approval_boxes" in stored:
            stored["approval_boxes"] = tuple(stored["approval_boxes"])
        return OfficeSettings(**{"name": "", "survey_host": "", **stored})

    def save_settings(self, settings: OfficeSettings) -> None:
        for name, value in asdict(settings).items():
            row = {"name": name, "value": json.dumps(value, ensure_ascii=False)}
            self._connection.execute(insert(office_setting).prefix_with("OR REPLACE"), row)

    # --- this home and its counter ---

    def add_home(self, home_id: str, counter_code: str, *, sample: bool) -> None:
        self._connection.execute(
            insert(home), {"one": 1, "home_id": home_id, "counter_code": counter_code, "sample": sample}
        )

    def add_counter(self, record: CounterRecord, public_key: bytes) -> None:
        self._connection.execute(
            insert(counter), {"code": record.code, "name": record.name, "public_key": public_key, "version": 1}
        )

    def here(self) -> CounterRecord:
        """The counter this home is."""
        row = self._connection.execute(
            select(counter.c.code, counter.c.name).join(home, home.c.counter_code == counter.c.code)
        ).one()
        return CounterRecord(row.code, row.name)

    def counters(self) -> tuple[CounterRecord, ...]:
        rows = self._connection.execute(select(counter.c.code, counter.c.name).order_by(counter.c.code))
        return tuple(CounterRecord(row.code, row.name) for row in rows)

    def public_keys(self) -> tuple[bytes, ...]:
        """The public halves of the keys the office's slips are signed with."""
        return tuple(self._connection.scalars(select(counter.c.public_key).order_by(counter.c.code)))

    # --- departments and services ---

    def add_department(self, record: DepartmentRecord) -> None:
        self._connection.execute(
            insert(department), {**asdict(record), "phones": " ".join(record.phones), "version": 1}
        )

    def departments(self) -> tuple[DepartmentRecord, ...]:
        rows = self._connection.execute(select(department).order_by(department.c.number))
        return tuple(_department(row) for row in rows)

    def department(self, code: str) -> DepartmentRecord:
        return _department(self._connection.execute(select(department).where(department.c.code == code)).one())

    def add_service(self, record: ServiceRecord, position: int) -> None:
        values = asdict(record)
        del values["department_name"]
        self._connection.execute(insert(service), {**values, "position": position, "version": 1})

    def services(self) -> tuple[ServiceRecord, ...]:
        """Those that can be picked, in the office's order."""
        rows = self._connection.execute(_SERVICES.where(service.c.retired_at.is_(None)).order_by(service.c.position))
        return tuple(ServiceRecord(*row) for row in rows)

    def service(self, code: str) -> ServiceRecord:
        """Errors: `UnknownService`, also for a retired one."""
        row = self._connection.execute(
            _SERVICES.where(service.c.code == code, service.c.retired_at.is_(None))
        ).one_or_none()
        if row is None:
            raise UnknownService(code)
        return ServiceRecord(*row)


def _department(row: Row[Any]) -> DepartmentRecord:
    return DepartmentRecord(
        row.code, row.number, row.name, row.bureau, row.location, row.phone, tuple(row.phones.split())
    )


_SERVICES = select(
    service.c.code,
    service.c.name,
    service.c.department_code,
    department.c.name,
    service.c.area,
    service.c.area_number,
    service.c.key,
    service.c.keywords,
).join(department, department.c.code == service.c.department_code)
