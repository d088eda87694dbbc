"""The office's departments and services: the administrator adds, edits, orders, retires and reinstates them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.administration import (
    DepartmentEntry,
    DepartmentForm,
    ServiceEntry,
    ServiceForm,
    check_service_code,
    free_code,
)
from app.domain.errors import (
    AlreadyThere,
    DepartmentInUse,
    KeyTaken,
    RecordChanged,
    UnknownDepartment,
)
from app.services.clock import Clock
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail


class ServiceCatalogue:
    """`seen` is the version of the row that the change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder

    def departments(self, actor: Actor) -> tuple[DepartmentEntry, ...]:
        """Retired ones too. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.lists.departments()

    def services(self, actor: Actor) -> tuple[ServiceEntry, ...]:
        """Retired ones too, in the office's order. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.lists.services()

    # --- departments ---

    def add_department(self, actor: Actor, form: DepartmentForm) -> DepartmentEntry:
        """Errors: `NotAllowed`, those of `DepartmentForm.checked`, `AlreadyThere`."""
        actor.require(Action.CHANGE_SERVICES)
        checked = form.checked()
        with self._database.write() as work:
            code = add_department(work, self._trail(work, actor), checked)
            added = work.lists.department(code)
        self._publish()
        return added

    def edit_department(
        self, actor: Actor, code: str, form: DepartmentForm, seen: int | None = None
    ) -> DepartmentEntry:
        """Errors: as adding, and `UnknownDepartment`, `RecordChanged`."""
        actor.require(Action.CHANGE_SERVICES)
        checked = form.checked()
        with self._database.write() as work:
            edit_department(work, self._trail(work, actor), code, checked, seen)
            edited = work.lists.department(code)
        self._publish()
        return edited

    def retire_department(self, actor: Actor, code: str, seen: int | None = None) -> DepartmentEntry:
        """Errors: `NotAllowed`, `UnknownDepartment`, `RecordChanged`, `DepartmentInUse`."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            entry = work.lists.department(code)
            if used := work.lists.services_of(code):
                raise DepartmentInUse(entry.name, used)
            self._retire_department(work, trail, entry, seen, retired=True)
            return work.lists.department(code)

    def reinstate_department(self, actor: Actor, code: str, seen: int | None = None) -> DepartmentEntry:
        """Errors: `NotAllowed`, `UnknownDepartment`, `RecordChanged`."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            self._retire_department(work, trail, work.lists.department(code), seen, retired=False)
            return work.lists.department(code)

    # --- services ---

    def add_service(self, actor: Actor, form: ServiceForm, code: str = "") -> ServiceEntry:
        """At the end of the list; without a code it is given one.

        Errors: `NotAllowed`, those of `ServiceForm.checked`, `UnknownDepartment`, `KeyTaken`, `AlreadyThere`.
        """
        actor.require(Action.CHANGE_SERVICES)
        checked = form.checked()
        wanted = check_service_code(code) if code.strip() else ""
        with self._database.write() as work:
            trail = self._trail(work, actor)
            made = add_service(work, trail, checked, wanted)
            return work.lists.service(made)

    def edit_service(self, actor: Actor, code: str, form: ServiceForm, seen: int | None = None) -> ServiceEntry:
        """Visits that have the service keep it, under its new name. Errors: as adding, and `RecordChanged`."""
        actor.require(Action.CHANGE_SERVICES)
        checked = form.checked()
        with self._database.write() as work:
            edit_service(work, self._trail(work, actor), code, checked, seen)
            return work.lists.service(code)

    def move_service(self, actor: Actor, code: str, steps: int) -> ServiceEntry:
        """Change places with the service `steps` further down (up: negative) among those in use. Errors: as editing."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            entry = work.lists.service(code)
            order = [service for service in work.lists.services() if service.retired_at is None]
            place = next((at for at, service in enumerate(order) if service.code == code), None)
            if place is not None and steps and 0 <= place + steps < len(order):
                other = order[place + steps]
                for moved, position in ((entry, other.position), (other, entry.position)):
                    work.lists.change_service(moved.code, moved.version, {"position": position})
                    fields = {"position": position}
                    trail.operation("service", moved.code, "edit", fields)
                trail.act("change_service", "service", code, {"changed": ["position"]})
            return work.lists.service(code)

    def retire_service(self, actor: Actor, code: str, seen: int | None = None) -> ServiceEntry:
        """No new visits with it; those that have it keep it.

        Errors: `NotAllowed`, `UnknownService`, `RecordChanged`.
        """
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            entry = work.lists.service(code)
            if entry.retired_at is None:
                at = self._clock()
                version = _version(code, entry.version, seen)
                work.lists.change_service(code, version, {"retired_at": at})
                trail.operation("service", code, "edit", {"retired_at": at.isoformat()})
                trail.act("retire_service", "service", code)
            return work.lists.service(code)

    def reinstate_service(self, actor: Actor, code: str, seen: int | None = None) -> ServiceEntry:
        """Errors: as retiring, and `KeyTaken`, `UnknownDepartment` where its department is retired."""
        actor.require(Action.CHANGE_SERVICES)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            entry = work.lists.service(code)
            if entry.retired_at is not None:
                version = _version(code, entry.version, seen)
                _check_place(work, code, entry.department_code, entry.key)
                work.lists.change_service(code, version, {"retired_at": None})
                trail.operation("service", code, "edit", {"retired_at": None})
                trail.act("reinstate_service", "service", code)
            return work.lists.service(code)

    def _retire_department(
        self, work: UnitOfWork, trail: Trail, entry: DepartmentEntry, seen: int | None, *, retired: bool
    ) -> None:
        version = _version(entry.code, entry.version, seen)
        if (entry.retired_at is not None) is retired:
            return
        at = self._clock() if retired else None
        work.lists.change_department(entry.code, version, {"retired_at": at})
        fields = {"retired_at": at.isoformat() if at else None}
        trail.operation("department", entry.code, "edit", fields)
        trail.act("retire_department" if retired else "reinstate_department", "department", entry.code)

    def _trail(self, work: UnitOfWork, actor: Actor) -> Trail:
        work.people.require_active(actor)
        return Trail(work, actor, work.offices.here().code, self._clock())

    def _publish(self) -> None:
        """A single-PC office's survey store learns of the departments' names and numbers at once."""
        if self._survey_folder.exists():
            self._stores.export(self._survey_folder)


def add_department(work: UnitOfWork, trail: Trail, form: DepartmentForm) -> str:
    """A new department inside somebody's transaction; its code. Errors: `AlreadyThere`."""
    known = work.lists.departments()
    if any(department.name == form.name for department in known):
        raise AlreadyThere(form.name)
    code = free_code("D", (department.code for department in known))
    number = max((department.number for department in known), default=0) + 1
    fields = {"number": number, **_department_fields(form)}
    work.lists.add_department({"code": code, **fields, "phones": " ".join(form.phones)})
    trail.operation("department", code, "create", fields)
    trail.act("add_department", "department", code)
    return code


def edit_department(work: UnitOfWork, trail: Trail, code: str, form: DepartmentForm, seen: int | None) -> None:
    """Errors: `UnknownDepartment`, `RecordChanged`, `AlreadyThere`."""
    entry = work.lists.department(code)
    version = _version(code, entry.version, seen)
    if any(other.name == form.name and other.code != code for other in work.lists.departments()):
        raise AlreadyThere(form.name)
    changed = {name: value for name, value in _department_fields(form).items() if value != getattr(entry, name)}
    if changed:
        stored = {**changed, **({"phones": " ".join(form.phones)} if "phones" in changed else {})}
        work.lists.change_department(code, version, stored)
        trail.operation("department", code, "edit", changed)
        trail.act("change_department", "department", code, {"changed": sorted(changed)})


def add_service(work: UnitOfWork, trail: Trail, form: ServiceForm, code: str) -> str:
    """A new service inside somebody's transaction; its code.

    Errors: `AlreadyThere`, `UnknownDepartment`, `KeyTaken`.
    """
    known = work.lists.services()
    if any(service.code == code for service in known):
        raise AlreadyThere(code)
    made = code or free_code("S", (service.code for service in known))
    _check_place(work, made, form.department_code, form.key)
    fields = {**_service_fields(work, form), "position": max((s.position for s in known), default=-1) + 1}
    work.lists.add_service({"code": made, **fields})
    trail.operation("service", made, "create", fields)
    trail.act("add_service", "service", made)
    return made


def edit_service(work: UnitOfWork, trail: Trail, code: str, form: ServiceForm, seen: int | None) -> None:
    """Errors: `UnknownService`, `RecordChanged`, `UnknownDepartment`, `KeyTaken`."""
    entry = work.lists.service(code)
    version = _version(code, entry.version, seen)
    if entry.retired_at is None:
        _check_place(work, code, form.department_code, form.key)
    else:
        work.lists.department(form.department_code)  # it may be retired as well, but it must be there
    changed = {name: value for name, value in _service_fields(work, form).items() if value != getattr(entry, name)}
    if changed:
        work.lists.change_service(code, version, changed)
        trail.operation("service", code, "edit", changed)
        trail.act("change_service", "service", code, {"changed": sorted(changed)})


def _department_fields(form: DepartmentForm) -> dict[str, Any]:
    return {
        "name": form.name,
        "bureau": form.bureau,
        "location": form.location,
        "phone": form.phone,
        "phones": form.phones,
    }


def _service_fields(work: UnitOfWork, form: ServiceForm) -> dict[str, Any]:
    filled = form if form.area else replace(form, area=work.lists.department(form.department_code).name)
    areas = work.lists.areas()
    return {
        "name": filled.name,
        "department_code": filled.department_code,
        "area": filled.area,
        # A number stands for an area in tokens for ever, so a new area gets a new one.
        "area_number": areas.get(filled.area, max(areas.values(), default=0) + 1),
        "key": filled.key,
        "keywords": filled.keywords,
        "period": filled.period,
    }


def _check_place(work: UnitOfWork, code: str, department_code: str, key: int | None) -> None:
    if work.lists.department(department_code).retired_at is not None:
        raise UnknownDepartment(department_code)
    if key is None:
        return
    for other in work.lists.services():
        if other.key == key and other.code != code and other.retired_at is None:
            raise KeyTaken(key, other.name)


def require_own_keys(work: UnitOfWork, codes: Iterable[str]) -> None:
    """Errors: `KeyTaken` where one of the services `codes` has another one's key; the transaction is to be given up."""
    for code in codes:
        entry = work.lists.service(code)
        _check_place(work, code, entry.department_code, entry.key)


def _version(code: str, version: int, seen: int | None) -> int:
    if seen is not None and seen != version:
        raise RecordChanged(code)
    return version
