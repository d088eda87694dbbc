"""minwon improvement: tasks that cards and cases ask for."""

from __future__ import annotations

from dataclasses import replace
from typing import Annotated, Any

import typer

from app.commands.context import emit, office_as_actor
from app.commands.record_lines import record_line
from app.commands.values import read_date
from app.domain.errors import BadValue
from app.domain.improvements import Improvement, ImprovementForm, ImprovementStatus, LinkKind

improvement_commands = typer.Typer(help="Improvement tasks (중점과제): goal, measure, quarterly reviews, outcome.")

Text = Annotated[str | None, typer.Option()]
Status = Annotated[ImprovementStatus | None, typer.Option(help="where it stands; consulting comes first")]


@improvement_commands.command("list")
def list_improvements() -> None:
    """One line a task, newest first."""
    with office_as_actor() as (opened, actor):
        for task in opened.improvements.all(actor):
            emit(_line(task))


@improvement_commands.command("put")
def put(
    improvement: Annotated[str | None, typer.Option("--id", help="the task to change; a new one if left out")] = None,
    title: Text = None,
    goal: Text = None,
    department: Annotated[str | None, typer.Option(help="the owner department's code")] = None,
    measure: Annotated[str | None, typer.Option(help="what is measured, with its unit")] = None,
    before: Annotated[str | None, typer.Option(help="what was measured before")] = None,
    after: Annotated[str | None, typer.Option(help="what was measured afterwards")] = None,
    consulted: Annotated[str | None, typer.Option(help="with whom it was talked over first")] = None,
    learned: Annotated[str | None, typer.Option(help="what a failure taught")] = None,
    begins: Annotated[str | None, typer.Option(help="such as 2026-11-20")] = None,
    ends: Annotated[str | None, typer.Option(help="such as 2027-06-30")] = None,
    status: Status = None,
) -> None:
    """A new task, or what is given of one that is there."""
    typed: dict[str, Any] = {
        "title": title,
        "goal": goal,
        "department_code": department,
        "measure": measure,
        "before": before,
        "after": after,
        "consulted": consulted,
        "learned": learned,
        "begins": read_date("--begins", begins) if begins else None,
        "ends": read_date("--ends", ends) if ends else None,
        "status": status,
    }
    given = {name: value for name, value in typed.items() if value is not None}
    with office_as_actor() as (opened, actor):
        if improvement is None:
            for needed in ("title", "goal", "department_code"):
                if needed not in given:
                    raise BadValue(f"--{needed.removesuffix('_code')}", "")
            emit(_line(opened.improvements.put(actor, ImprovementForm(**given))))
            return
        task = opened.improvements.show(actor, improvement)
        emit(_line(opened.improvements.put(actor, replace(task.form, **given), improvement, task.version)))


@improvement_commands.command("link")
def link(
    improvement: str,
    kind: LinkKind,
    record: str,
    undo: Annotated[bool, typer.Option("--undo", help="take the link away")] = False,
) -> None:
    """A card or case that asks for the task."""
    with office_as_actor() as (opened, actor):
        change = opened.improvements.unlink if undo else opened.improvements.link
        emit(_line(change(actor, improvement, kind, record)))


@improvement_commands.command("review")
def review(
    improvement: str,
    quarter: Annotated[str, typer.Argument(help="such as 2026-4")],
    status: ImprovementStatus,
    text: str,
    value: Annotated[str, typer.Option(help="what was measured")] = "",
) -> None:
    """A quarter's look at a task."""
    with office_as_actor() as (opened, actor):
        emit(_line(opened.improvements.review(actor, improvement, quarter, status, text, value)))


def _line(task: Improvement) -> dict[str, object]:
    line = record_line(task)
    form = line.pop("form")
    assert isinstance(form, dict)
    return {"id": task.id, **form, **line}
