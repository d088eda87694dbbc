"""minwon incident: notes of abuse at the counter. Nobody is named in them."""

from __future__ import annotations

from datetime import timedelta
from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.record_lines import record_line
from app.commands.values import read_date
from app.domain.incidents import AbuseKind, IncidentEnd, IncidentForm

incident_commands = typer.Typer(help="Notes of abuse at the counter.")

_DAYS = 30


@incident_commands.command("begin")
def begin(visit: Annotated[str | None, typer.Option(help="the visit it is about")] = None) -> None:
    """It begins now; while one runs at this counter, that one."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.incidents.begin(actor, visit)))


@incident_commands.command("warn")
def warn(incident: str) -> None:
    """The warning was given."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.incidents.warn(actor, incident)))


@incident_commands.command("end")
def end(incident: str, how: IncidentEnd) -> None:
    """How it ended; "": it has not ended after all."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.incidents.end(actor, incident, how)))


@incident_commands.command("write")
def write(
    incident: str,
    kind: AbuseKind,
    text: Annotated[str, typer.Option(help="what happened")] = "",
    witnesses: Annotated[str, typer.Option(help="who saw it")] = "",
) -> None:
    """What happened, and who saw it."""
    with office_as_actor() as (opened, actor):
        emit(record_line(opened.incidents.write(actor, incident, IncidentForm(kind, text, witnesses))))


@incident_commands.command("list")
def list_incidents(
    first: Annotated[str, typer.Option("--from", help="such as 2026-11-01; thirty days ago if left out")] = "",
    last: Annotated[str, typer.Option("--to", help="such as 2026-11-30; today if left out")] = "",
) -> None:
    """One's own, newest first; the supervisor's are all."""
    with office_as_actor() as (opened, actor):
        until = read_date("--to", last) if last else opened.visits.now(actor).day
        since = read_date("--from", first) if first else until - timedelta(days=_DAYS)
        for incident in opened.incidents.all(actor, since, until):
            emit(record_line(incident))
