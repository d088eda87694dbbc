"""minwon service and visit."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.context import emit, language, office, office_as_actor, say
from app.commands.explaining import explain_clock
from app.commands.values import read_date, read_moment
from app.domain.errors import BadValue
from app.domain.visits import LateReason, NewVisit, VisitorKind, VisitRecord

service_commands = typer.Typer(help="What a clerk can pick.")
visit_commands = typer.Typer(help="Visits at this counter.")


@service_commands.command("list")
def list_services() -> None:
    """One line a service."""
    with office() as opened:
        for service in opened.offices.services():
            emit({"code": service.code, "name": service.name, "department": service.department_name})


@visit_commands.command("register")
def register(
    service: Annotated[list[str], typer.Option(help="a service code from 'service list'; may be given several times")],
    kind: Annotated[VisitorKind, typer.Option(help="kind of visitor")] = VisitorKind.SELF,
    queue_number: Annotated[str, typer.Option(help="number of the queue ticket")] = "",
    note: Annotated[str, typer.Option(help="a note without personal data")] = "",
    no_slip: Annotated[bool, typer.Option("--no-slip", help="the visitor wants no slip")] = False,
    waiting: Annotated[bool, typer.Option("--waiting", help="the visitor waits to be called")] = False,
    called_by: Annotated[str | None, typer.Option("--for", help="which counter is to call; any if left out")] = None,
    late: Annotated[LateReason | None, typer.Option(help="noted on paper, typed in now: why")] = None,
    at: Annotated[str, typer.Option(help="with --late: when it was, such as 2026-11-20T09:12")] = "",
    until: Annotated[str, typer.Option(help="with --late: when it had been served, if noted")] = "",
) -> None:
    """Record a visit, or with --late one that was noted on paper."""
    with office_as_actor() as (opened, actor):
        clock_is_wrong = opened.visits.now(actor).clock_is_wrong
        new = NewVisit(service[0], kind, queue_number, note, tuple(service[1:]), no_slip)
        if late is not None:
            if waiting or called_by is not None:
                raise BadValue("--late", late.value)  # whoever is on the paper list has been served
            zone = opened.offices.settings().timezone
            ended = read_moment("--until", until, zone) if until else None
            registered = opened.late_visits.enter(actor, new, read_moment("--at", at, zone), late, ended)
        elif at or until:
            raise BadValue("--late", "")
        elif waiting or called_by is not None:
            registered = opened.visits.admit(actor, new, called_by)
        else:
            registered = opened.visits.register(actor, new)
        if clock_is_wrong:
            say(explain_clock(language()))
        emit(
            {
                "visit_id": registered.visit.id,
                "number": registered.visit.number,
                "registered_at": registered.visit.registered_at.isoformat(),
                "survey_url": registered.survey_url or None,
            }
        )


@visit_commands.command("undo")
def undo(visit_id: str) -> None:
    """Mark a visit just registered as undone."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.visits.undo(actor, visit_id)))


@visit_commands.command("finish")
def finish(visit_id: str) -> None:
    """Record that a visit has been served."""
    with office_as_actor() as (opened, actor):
        emit(visit_line(opened.visits.finish(actor, visit_id)))


@visit_commands.command("list")
def list_visits(date: Annotated[str, typer.Option(help="a day, such as 2026-11-21; today if left out")] = "") -> None:
    """One line a visit, oldest first, undone ones included."""
    with office_as_actor() as (opened, actor):
        day = read_date("--date", date) if date else None
        for visit in reversed(opened.visits.list_day(actor, day)):
            emit(visit_line(visit))


def visit_line(visit: VisitRecord) -> dict[str, object]:
    """A visit as the command line writes it."""
    return {
        "visit_id": visit.id,
        "number": visit.number,
        "service": visit.service_code,
        "service_name": visit.service_name,
        "department": visit.department_name,
        "services": list(visit.service_codes),
        "status": visit.status.value,
        "now_at": visit.now_at,
        "registered_at": visit.registered_at.isoformat(),
        "visitor_kind": visit.visitor_kind.value,
        "queue_number": visit.queue_number,
        "slip_state": visit.slip_state.value if visit.slip_state else None,
        "late_reason": visit.late_reason.value if visit.late_reason else None,
        "entered_at": visit.entered_at.isoformat() if visit.entered_at else None,
    }
