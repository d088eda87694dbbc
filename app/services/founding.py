"""Making a new home: the practice office 한빛구 with everything in it, or an empty office with one administrator."""

from __future__ import annotations

import csv
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

from app.crypto.passwords import hash_password
from app.crypto.readable_codes import new_recovery_code
from app.crypto.signing import public_key
from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor, Role
from app.domain.directory import IMPORTED, Task, TaskForm
from app.domain.errors import PasswordTooShort
from app.domain.offices import CounterRecord, DepartmentRecord, OfficeSettings, ServiceRecord
from app.domain.people import PASSWORD_MINIMUM, PRACTICE_MINIMUM
from app.services.clock import Clock
from app.services.starter_directory import Starter, add_starter, add_tasks
from app.services.trail import Trail

SAMPLE_OFFICE = "한빛구"
SAMPLE_HOST = "survey.hanbit.go.kr"
SAMPLE_PEOPLE = (
    ("clerk1", "김하늘", Role.CLERK),
    ("clerk2", "이도윤", Role.CLERK),
    ("consultant1", "박순자", Role.CONSULTANT),
    ("supervisor1", "최은영", Role.SUPERVISOR),
    ("auditor1", "정의현", Role.AUDITOR),
    ("admin", "한지우", Role.ADMIN),
)
_FOUNDER = Actor("admin", "", Role.ADMIN)


@dataclass(frozen=True, slots=True)
class NewOffice:
    """What a home begins with. `starter` has the papers, questions and life events of its `tasks`."""

    settings: OfficeSettings
    counter: CounterRecord
    people: tuple[tuple[str, str, Role], ...]
    departments: tuple[DepartmentRecord, ...]
    services: tuple[ServiceRecord, ...]
    sample: bool
    further_counters: tuple[CounterRecord, ...] = ()
    tasks: tuple[TaskForm, ...] = ()
    starter: Starter | None = None


def empty_office(name: str, host: str) -> NewOffice:
    """An office with its first counter and an administrator, nothing else."""
    return NewOffice(
        OfficeSettings(name=name, survey_host=host),
        CounterRecord("A", "1번 창구"),
        (("admin", "관리자", Role.ADMIN),),
        (),
        (),
        sample=False,
    )


def sample_office(folder: Path) -> NewOffice:
    """The practice office, read from the two files in `folder` (`directory.csv`, `services.csv`).

    What its directory has beyond them lies in the folder `finder` beside it.
    """
    departments = _departments(folder / "directory.csv")
    return NewOffice(
        OfficeSettings(name=SAMPLE_OFFICE, survey_host=SAMPLE_HOST),
        CounterRecord("A", "1번 창구"),
        SAMPLE_PEOPLE,
        departments,
        _services(folder / "services.csv", {d.name: d for d in departments}),
        sample=True,
        further_counters=(CounterRecord("B", "2번 창구"), CounterRecord("C", "3번 창구")),
        tasks=_tasks(folder / "directory.csv"),
        starter=Starter(folder.parent / "finder"),
    )


class FoundingService:
    """The one service without an acting person: before it there is nobody."""

    def __init__(self, database: Database, keys: HomeKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def found(self, office: NewOffice, password: str) -> str:
        """Fill an empty database with `office`; every account gets `password`.

        Gives back the recovery code of a real office, which is stored one-way only; nothing for the practice office.
        Errors: `PasswordTooShort`, those of `OfficeSettings.checked`.
        """
        minimum = PRACTICE_MINIMUM if office.sample else PASSWORD_MINIMUM
        if len(password) < minimum:
            raise PasswordTooShort(minimum)
        office.settings.checked()
        hashes = [hash_password(password) for _ in office.people]
        code = "" if office.sample else new_recovery_code()
        with self._database.write() as work:
            trail = Trail(work, _FOUNDER, office.counter.code, self._clock())
            self._found(work, trail, office, hashes)
            if not office.sample:
                work.people.set_recovery_code(hash_password(code), self._clock())
        return code

    def _found(self, work: UnitOfWork, trail: Trail, office: NewOffice, hashes: list[str]) -> None:
        public = public_key(self._keys.slip_seed)
        work.offices.save_settings(office.settings)
        home_id = str(uuid.uuid4())
        for counter in (office.counter, *office.further_counters):
            home = home_id if counter is office.counter else ""
            work.offices.add_counter(counter, public, home)
            known = {"name": counter.name, "public_key": public.hex(), "home": home}
            trail.operation("counter", counter.code, "create", known)
        work.offices.add_home(home_id, office.counter.code, sample=office.sample)
        for department in office.departments:
            work.offices.add_department(department)
            fields = {"number": department.number, "name": department.name, "bureau": department.bureau}
            places = {"location": department.location, "phone": department.phone, "phones": department.phones}
            trail.operation("department", department.code, "create", {**fields, **places})
        for position, service in enumerate(office.services):
            work.offices.add_service(service, position)
            fields = {"name": service.name, "department_code": service.department_code, "area": service.area}
            keys = {"area_number": service.area_number, "key": service.key, "keywords": service.keywords}
            told = {**fields, **keys, "position": position, "period": service.period}
            trail.operation("service", service.code, "create", told)
        for (login, name, role), password_hash in zip(office.people, hashes, strict=True):
            work.people.add(login, name, role, password_hash)
            personal = {"name": name, "password_hash": password_hash}
            trail.operation("person", login, "create", {"role": role.value, "must_change": False}, personal=personal)
        if office.tasks and office.starter is not None:
            papers = office.starter.papers()
            forms = [replace(form, papers=papers.get(form.title, "")) for form in office.tasks]
            add_tasks(work, trail, [Task(new_id(), form, place) for place, form in enumerate(forms, start=1)])
            add_starter(work, trail, office.starter)
        trail.act("found", "office", "")


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def _departments(path: Path) -> tuple[DepartmentRecord, ...]:
    by_name: dict[str, list[dict[str, str]]] = {}
    for row in _rows(path):
        by_name.setdefault(row["department"], []).append(row)
    return tuple(
        DepartmentRecord(
            code=f"D{number:03d}",
            number=number,
            name=name,
            bureau=rows[0]["bureau"],
            location=rows[0]["location"],
            phone=rows[0]["phone"],
            phones=tuple(sorted({row["phone"] for row in rows})),
        )
        for number, (name, rows) in enumerate(by_name.items(), start=1)
    )


def _tasks(path: Path) -> tuple[TaskForm, ...]:
    return tuple(
        TaskForm(title=row["task"], **{name: row[name] for name in IMPORTED if name != "title"}) for row in _rows(path)
    )


def _services(path: Path, departments: dict[str, DepartmentRecord]) -> tuple[ServiceRecord, ...]:
    areas: dict[str, int] = {}
    services: list[ServiceRecord] = []
    for row in _rows(path):
        department = departments[row["department"]]
        services.append(
            ServiceRecord(
                code=row["code"],
                name=row["name"],
                department_code=department.code,
                department_name=department.name,
                area=row["area"],
                area_number=areas.setdefault(row["area"], len(areas) + 1),
                key=int(row["key"]) if row["key"] else None,
                keywords=row["keywords"],
                period=row["period"],
            )
        )
    return tuple(services)
