"""minwon counter: the desks where people are served."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.domain.administration import CounterEntry

counter_commands = typer.Typer(help="Counters of the office, for the administrator alone.")

Name = Annotated[str, typer.Option(help="what people call it")]


@counter_commands.command("list")
def list_counters() -> None:
    """One line a counter, retired ones too."""
    with office_as_actor() as (opened, actor):
        for counter in opened.admin.counters.list(actor):
            emit(counter_line(counter))


@counter_commands.command("add")
def add(
    code: Annotated[str, typer.Argument(help="begins every visit number; A to Z, 0 to 9, at most 4")], name: Name
) -> None:
    """A new counter."""
    with office_as_actor() as (opened, actor):
        emit(counter_line(opened.admin.counters.add(actor, code, name)))


@counter_commands.command("rename")
def rename(code: str, name: Name) -> None:
    """Another name."""
    with office_as_actor() as (opened, actor):
        emit(counter_line(opened.admin.counters.rename(actor, code, name)))


@counter_commands.command("retire")
def retire(code: str) -> None:
    """Nobody is called there any more; refused where this desk stands or visits are open."""
    with office_as_actor() as (opened, actor):
        emit(counter_line(opened.admin.counters.retire(actor, code)))


@counter_commands.command("reinstate")
def reinstate(code: str) -> None:
    """A retired counter is in use again."""
    with office_as_actor() as (opened, actor):
        emit(counter_line(opened.admin.counters.reinstate(actor, code)))


def counter_line(counter: CounterEntry) -> dict[str, object]:
    return {
        "code": counter.code,
        "name": counter.name,
        "here": counter.here,
        "retired_at": counter.retired_at.isoformat() if counter.retired_at else None,
    }
