"""The office itself: settings, departments, services, counters, and which counter this home is."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, fields
from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from sqlalchemy import Boolean, Connection, Row, and_, bindparam, insert, or_, select

from app.db.prepared import PreparedSelect
from app.domain.errors import ServiceRetired, UnknownCounter, UnknownService
from app.domain.offices import CounterRecord, DepartmentRecord, OfficeSettings, ServiceRecord
from app.models.tables import counter, department, home, office_setting, service

_LONGEST = 36_500
"""In days: what goes further back than this is no length of time that a calendar has room for."""


def check_usable(stored: Mapping[str, Any]) -> None:
    """That the program can go by settings another counter gave. Errors: `TypeError`, `ValueError`.

    Values this program would not let anybody choose pass: tomorrow's program may.
    """
    for known in fields(OfficeSettings):
        if known.name not in stored:
            continue
        value = stored[known.name]
        if known.name == "approval_boxes":
            fits = isinstance(value, list) and all(isinstance(box, str) for box in value)
        else:
            # Compared by name: a switch is a number, too.
            fits = type(value).__name__ == known.type
        if not fits:
            raise TypeError(known.name)
        if isinstance(value, int) and not 0 <= value <= _LONGEST:
            raise ValueError(known.name)
    for name in ("opens", "closes", "day_end"):
        time.fromisoformat(stored.get(name, "00:00"))
    try:
        ZoneInfo(stored.get("timezone", "Asia/Seoul"))
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError("timezone") from error


class OfficeRepository:
    def __init__(self, connection: Connection, counter_code: str | None = None) -> None:
        self._connection = connection
        self._counter_code = counter_code
        self._settings: OfficeSettings | None = None

    # --- settings ---

    def settings(self) -> OfficeSettings:
        """A setting this program does not know is left alone; one that is missing has its default (design law 14)."""
        if self._settings is None:
            self._settings = self._read_settings()
        return self._settings

    def _read_settings(self) -> OfficeSettings:
        known = {field.name for field in fields(OfficeSettings)}
        rows = _SETTINGS.all(self._connection)
        stored = {row.name: json.loads(row.value) for row in rows if row.name in known}
        if "approval_boxes" in stored:
            stored["approval_boxes"] = tuple(stored["approval_boxes"])
        return OfficeSettings(**{"name": "", "survey_host": "", **stored})

    def save_settings(self, settings: OfficeSettings) -> None:
        self._settings = None
        for name, value in asdict(settings).items():
            row = {"name": name, "value": json.dumps(value, ensure_ascii=False)}
            self._connection.execute(insert(office_setting).prefix_with("OR REPLACE"), row)

    # --- this home and its counter ---

    def add_home(self, home_id: str, counter_code: str, *, sample: bool) -> None:
        self._connection.execute(
            insert(home), {"one": 1, "home_id": home_id, "counter_code": counter_code, "sample": sample}
        )

    def is_sample(self) -> bool:
        """Whether this is the practice office, which holds nothing worth guarding."""
        return bool(self._connection.scalar(select(home.c.sample)))

    def add_counter(self, record: CounterRecord, public_key: bytes, home_id: str = "") -> None:
        """`home_id` is the home that this counter is; "" for one that shares its PC with another."""
        row = {"code": record.code, "name": record.name, "public_key": public_key, "version": 1, "home": home_id}
        self._connection.execute(insert(counter), row)

    def here(self) -> CounterRecord:
        """The counter this desk stands at. Errors: `UnknownCounter`."""
        if self._counter_code is not None:
            return self.counter(self._counter_code)
        (row,) = _HERE.all(self._connection)
        return CounterRecord(row.code, row.name)

    def home_id(self) -> str:
        """What this home is known by on the shared side."""
        found: str = self._connection.execute(select(home.c.home_id)).scalar_one()
        return found

    def home_counter(self) -> str:
        """The code of the counter this home is, whichever one the desk stands at."""
        code: str = self._connection.execute(select(home.c.counter_code)).scalar_one()
        return code

    def signing_key(self) -> bytes:
        """The public half of the key this home signs its slips with."""
        key: bytes = _SIGNING_KEY.scalar(self._connection)
        return key

    def counter(self, code: str) -> CounterRecord:
        """Errors: `UnknownCounter`, also for a retired one."""
        where = and_(counter.c.code == code, counter.c.retired_at.is_(None))
        row = self._connection.execute(select(counter.c.code, counter.c.name).where(where)).one_or_none()
        if row is None:
            raise UnknownCounter(code)
        return CounterRecord(row.code, row.name)

    def counters(self) -> tuple[CounterRecord, ...]:
        """Those that are in use."""
        rows = self._connection.execute(
            select(counter.c.code, counter.c.name).where(counter.c.retired_at.is_(None)).order_by(counter.c.code)
        )
        return tuple(CounterRecord(row.code, row.name) for row in rows)

    def slip_keys(self) -> tuple[tuple[bytes, date | None], ...]:
        """The public key of each counter, and the last day of its slips if it has one."""
        rows = self._connection.execute(select(counter.c.public_key, counter.c.key_until))
        return tuple((row.public_key, row.key_until) for row in rows if row.public_key)

    def public_keys(self) -> tuple[bytes, ...]:
        """The public halves of the keys the office's slips are signed with."""
        return tuple(sorted({key for key in self._connection.scalars(select(counter.c.public_key)) if key}))

    # --- departments and services ---

    def add_department(self, record: DepartmentRecord) -> None:
        self._connection.execute(
            insert(department), {**asdict(record), "phones": " ".join(record.phones), "version": 1}
        )

    def departments(self) -> tuple[DepartmentRecord, ...]:
        rows = self._connection.execute(select(department).order_by(department.c.number))
        return tuple(_department(row) for row in rows)

    def department(self, code: str) -> DepartmentRecord:
        (row,) = _DEPARTMENT.all(self._connection, code=code)
        return _department(row)

    def add_service(self, record: ServiceRecord, position: int) -> None:
        values = asdict(record)
        del values["department_name"]
        self._connection.execute(insert(service), {**values, "position": position, "version": 1})

    def services(self) -> tuple[ServiceRecord, ...]:
        """Those that can be picked, in the office's order."""
        rows = self._connection.execute(SERVICES.where(service.c.retired_at.is_(None)).order_by(service.c.position))
        return tuple(ServiceRecord(*row) for row in rows)

    def service(self, code: str, *, retired: bool = False) -> ServiceRecord:
        """Errors: `UnknownService`; `ServiceRetired` for a retired one, unless `retired` lets it pass."""
        row = _SERVICE.first(self._connection, code=code, retired=retired)
        if row is None:
            name = self._connection.scalar(select(service.c.name).where(service.c.code == code))
            raise UnknownService(code) if name is None else ServiceRetired(code, name)
        return ServiceRecord(*row)


def _department(row: Row[Any]) -> DepartmentRecord:
    return DepartmentRecord(
        row.code, row.number, row.name, row.bureau, row.location, row.phone, tuple(row.phones.split())
    )


SERVICES = select(
    service.c.code,
    service.c.name,
    service.c.department_code,
    department.c.name,
    service.c.area,
    service.c.area_number,
    service.c.key,
    service.c.keywords,
    service.c.period,
).join(department, department.c.code == service.c.department_code)
_SERVICE = PreparedSelect(
    lambda: SERVICES.where(
        service.c.code == bindparam("code"),
        or_(service.c.retired_at.is_(None), bindparam("retired", type_=Boolean())),
    )
)
_DEPARTMENT = PreparedSelect(lambda: select(department).where(department.c.code == bindparam("code")))
_SETTINGS = PreparedSelect(lambda: select(office_setting))
_SIGNING_KEY = PreparedSelect(lambda: select(counter.c.public_key).join(home, home.c.counter_code == counter.c.code))
_HERE = PreparedSelect(lambda: select(counter.c.code, counter.c.name).join(home, home.c.counter_code == counter.c.code))
