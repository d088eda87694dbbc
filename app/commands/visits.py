"""minwon service, visit and receipt."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import explain_clock, render_slip
from app.commands.context import emit, language, office, office_as_actor, say
from app.commands.values import read_date, read_moment
from app.config.files import write_file
from app.domain.errors import CannotWrite, DiskFull
from app.domain.languages import Language
from app.domain.slips import Paper, SlipFailure, SlipState
from app.domain.visits import NewVisit, VisitorKind, VisitRecord

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
    service: Annotated[str, typer.Option(help="a service code from 'service list'")],
    kind: Annotated[VisitorKind, typer.Option(help="kind of visitor")] = VisitorKind.SELF,
    queue_number: Annotated[str, typer.Option(help="number of the queue ticket")] = "",
    note: Annotated[str, typer.Option(help="a note without personal data")] = "",
) -> None:
    """Record a visit."""
    with office_as_actor() as (opened, actor):
        clock_is_wrong = opened.visits.now(actor).clock_is_wrong
        registered = opened.visits.register(actor, NewVisit(service, kind, queue_number, note))
        if clock_is_wrong:
            say(explain_clock(language()))
        emit(
            {
                "visit_id": registered.visit.id,
                "number": registered.visit.number,
                "registered_at": registered.visit.registered_at.isoformat(),
                "survey_url": registered.survey_url,
            }
        )


@visit_commands.command("undo")
def undo(visit_id: str) -> None:
    """Mark a visit just registered as undone."""
    with office_as_actor() as (opened, actor):
        emit(_line(opened.visits.undo(actor, visit_id)))


@visit_commands.command("finish")
def finish(visit_id: str) -> None:
    """Record that a visit has been served."""
    with office_as_actor() as (opened, actor):
        emit(_line(opened.visits.finish(actor, visit_id)))


@visit_commands.command("list")
def list_visits(date: Annotated[str, typer.Option(help="a day, such as 2026-11-21; today if left out")] = "") -> None:
    """One line a visit, oldest first, undone ones included."""
    with office_as_actor() as (opened, actor):
        day = read_date("--date", date) if date else None
        for visit in reversed(opened.visits.list_day(actor, day)):
            emit(_line(visit))


def receipt(
    visit_id: str,
    out: Annotated[Path, typer.Option(help="the PDF file to write")],
    paper: Annotated[Paper, typer.Option(help="what it is printed on")] = Paper.ROLL80,
    language: Annotated[Language, typer.Option(help="the citizen's language")] = Language.KO,
    printed_at: Annotated[str, typer.Option(help="print time on the slip; now if left out")] = "",
) -> None:
    """Write a visit's slip as PDF; every slip after the first is a reissue with the same QR code."""
    with office_as_actor() as (opened, actor):
        zone = opened.offices.settings().timezone
        at = read_moment("--printed-at", printed_at, zone) if printed_at else None
        slip, content = opened.slips.issue(actor, visit_id, paper, language, at)
        try:
            write_file(out, render_slip(content, paper))
        except BaseException as error:
            if slip.state is SlipState.WAITING:
                known = isinstance(error, CannotWrite | DiskFull)
                reason = SlipFailure.CANNOT_WRITE if known else SlipFailure.UNKNOWN
                opened.slips.mark(actor, slip.id, SlipState.FAILED, reason.value)
            raise
        if slip.state is not SlipState.CONFIRMED:
            opened.slips.mark(actor, slip.id, SlipState.HANDED)
        emit({"visit_id": visit_id, "number": content.number, "reissue": slip.reissue, "file": str(out)})


def _line(visit: VisitRecord) -> dict[str, object]:
    return {
        "visit_id": visit.id,
        "number": visit.number,
        "service": visit.service_code,
        "service_name": visit.service_name,
        "department": visit.department_name,
        "status": visit.status.value,
        "registered_at": visit.registered_at.isoformat(),
        "visitor_kind": visit.visitor_kind.value,
        "queue_number": visit.queue_number,
        "slip_state": visit.slip_state.value if visit.slip_state else None,
    }
