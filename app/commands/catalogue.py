"""minwon service add, edit, retire, reinstate and move, and minwon department."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated

import typer

from app.bootstrap import Office
from app.commands.context import emit, office_as_actor
from app.commands.visits import service_commands
from app.domain.actors import Actor
from app.domain.administration import DepartmentEntry, DepartmentForm, ServiceEntry, ServiceForm
from app.domain.errors import UnknownDepartment, UnknownService

department_commands = typer.Typer(help="Departments of the office.")

Keywords = Annotated[str | None, typer.Option(help="other words people look for")]
Area = Annotated[str | None, typer.Option(help="service area; the department's name if left out")]
Span = Annotated[str | None, typer.Option(help="how long its cases may take: now, 3h, 7d, 2w, 1m or 1y; '' not set")]
Key = Annotated[int | None, typer.Option(help="digit on the counter screen, 1 to 9; 0 for none")]
Place = Annotated[str | None, typer.Option(help="where it is")]
Phone = Annotated[str | None, typer.Option(help="its number")]
Bureau = Annotated[str | None, typer.Option(help="the bureau it belongs to")]
Phones = Annotated[list[str] | None, typer.Option(help="a further number; give it once for each")]


@service_commands.command("all")
def all_services() -> None:
    """One line a service with everything about it, retired ones too."""
    with office_as_actor() as (opened, actor):
        for service in opened.admin.catalogue.services(actor):
            emit(service_line(service))


@service_commands.command("add")
def add_service(
    name: Annotated[str, typer.Option(help="what it is called")],
    department: Annotated[str, typer.Option(help="the department's code or name")],
    code: Annotated[str, typer.Option(help="the service's code; given one if left out")] = "",
    area: Area = None,
    key: Key = None,
    keywords: Keywords = None,
    period: Span = None,
) -> None:
    """A new service, at the end of the list."""
    with office_as_actor() as (opened, actor):
        code_of = _department(opened, actor, department)
        form = ServiceForm(name, code_of, area or "", key or None, keywords or "", period or "")
        emit(service_line(opened.admin.catalogue.add_service(actor, form, code)))


@service_commands.command("edit")
def edit_service(
    code: str,
    name: Annotated[str | None, typer.Option(help="what it is called")] = None,
    department: Annotated[str | None, typer.Option(help="the department's code or name")] = None,
    area: Area = None,
    key: Key = None,
    keywords: Keywords = None,
    period: Span = None,
) -> None:
    """Change what is given; visits that have the service keep it."""
    with office_as_actor() as (opened, actor):
        entry = next((s for s in opened.admin.catalogue.services(actor) if s.code == code), None)
        if entry is None:
            raise UnknownService(code)
        form = ServiceForm(
            entry.name if name is None else name,
            entry.department_code if department is None else _department(opened, actor, department),
            entry.area if area is None else area,
            entry.key if key is None else key or None,
            entry.keywords if keywords is None else keywords,
            entry.period if period is None else period,
        )
        emit(service_line(opened.admin.catalogue.edit_service(actor, code, form, entry.version)))


@service_commands.command("retire")
def retire_service(code: str) -> None:
    """No new visits with it; those that have it keep it."""
    with office_as_actor() as (opened, actor):
        emit(service_line(opened.admin.catalogue.retire_service(actor, code)))


@service_commands.command("reinstate")
def reinstate_service(code: str) -> None:
    """A retired service can be picked again."""
    with office_as_actor() as (opened, actor):
        emit(service_line(opened.admin.catalogue.reinstate_service(actor, code)))


@service_commands.command("move")
def move_service(
    code: str, steps: Annotated[int, typer.Argument(help="down the list; up: negative, after --")]
) -> None:
    """Change places with the service that many steps further."""
    with office_as_actor() as (opened, actor):
        emit(service_line(opened.admin.catalogue.move_service(actor, code, steps)))


@department_commands.command("list")
def list_departments() -> None:
    """One line a department, retired ones too."""
    with office_as_actor() as (opened, actor):
        for department in opened.admin.catalogue.departments(actor):
            emit(department_line(department))


@department_commands.command("add")
def add_department(
    name: Annotated[str, typer.Option(help="what it is called")],
    bureau: Bureau = None,
    location: Place = None,
    phone: Phone = None,
    further_phone: Phones = None,
) -> None:
    """A new department; its number in tokens is given to it for good."""
    with office_as_actor() as (opened, actor):
        form = DepartmentForm(name, bureau or "", location or "", phone or "", tuple(further_phone or ()))
        emit(department_line(opened.admin.catalogue.add_department(actor, form)))


@department_commands.command("edit")
def edit_department(
    code: str,
    name: Annotated[str | None, typer.Option(help="what it is called")] = None,
    bureau: Bureau = None,
    location: Place = None,
    phone: Phone = None,
    further_phone: Phones = None,
) -> None:
    """Change what is given."""
    with office_as_actor() as (opened, actor):
        entry = next((d for d in opened.admin.catalogue.departments(actor) if d.code == code), None)
        if entry is None:
            raise UnknownDepartment(code)
        form = DepartmentForm(entry.name, entry.bureau, entry.location, entry.phone, entry.phones)
        wanted = {"name": name, "bureau": bureau, "location": location, "phone": phone}
        given: dict[str, str] = {key: value for key, value in wanted.items() if value is not None}
        changed = replace(form, **given)  # type: ignore[arg-type]
        if further_phone is not None:
            changed = replace(changed, phones=tuple(further_phone))
        emit(department_line(opened.admin.catalogue.edit_department(actor, code, changed, entry.version)))


@department_commands.command("retire")
def retire_department(code: str) -> None:
    """Refused while services in use belong to it."""
    with office_as_actor() as (opened, actor):
        emit(department_line(opened.admin.catalogue.retire_department(actor, code)))


@department_commands.command("reinstate")
def reinstate_department(code: str) -> None:
    """A retired department can have services again."""
    with office_as_actor() as (opened, actor):
        emit(department_line(opened.admin.catalogue.reinstate_department(actor, code)))


def service_line(service: ServiceEntry) -> dict[str, object]:
    return {
        "code": service.code,
        "name": service.name,
        "department": service.department_name,
        "department_code": service.department_code,
        "area": service.area,
        "key": service.key,
        "keywords": service.keywords,
        "period": service.period,
        "retired_at": service.retired_at.isoformat() if service.retired_at else None,
    }


def department_line(department: DepartmentEntry) -> dict[str, object]:
    return {
        "code": department.code,
        "number": department.number,
        "name": department.name,
        "bureau": department.bureau,
        "location": department.location,
        "phone": department.phone,
        "phones": list(department.phones),
        "retired_at": department.retired_at.isoformat() if department.retired_at else None,
    }


def _department(opened: Office, actor: Actor, text: str) -> str:
    """The code of the department that has this code or this name. Errors: `UnknownDepartment`."""
    wanted = text.strip()
    for department in opened.admin.catalogue.departments(actor):
        if wanted in (department.code, department.name):
            return department.code
    raise UnknownDepartment(wanted)
