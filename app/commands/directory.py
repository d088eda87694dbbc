"""minwon directory and learned: who does what, and what was learned of citizens' words."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict, replace
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Office
from app.commands.context import emit, language, office_as_actor
from app.commands.explaining import explain_row
from app.domain.actors import Actor
from app.domain.directory import Task, TaskForm
from app.domain.directory_import import DifferenceKind, DirectoryDifference, DirectoryLine
from app.domain.errors import BadValue, ImportHasBadRows
from app.domain.finder_errors import UnknownTask

directory_commands = typer.Typer(help="The office's directory: who does what, and where.")
learned_commands = typer.Typer(help="What was learned of citizens' words, for the administrator.")

Words = Annotated[str | None, typer.Option(help="everyday words of this office for it, with commas between")]
Papers = Annotated[list[str] | None, typer.Option("--paper", help="what the citizen brings; give it once for each")]
Way = Annotated[str | None, typer.Option(help="how to walk there")]
Team = Annotated[str | None, typer.Option(help="the team within the department")]
Keywords = Annotated[str | None, typer.Option(help="the directory's own keywords")]
Place = Annotated[str | None, typer.Option(help="where it is, such as '본관 2층 210호'")]
Phone = Annotated[str | None, typer.Option(help="its number")]
Bureau = Annotated[str | None, typer.Option(help="the bureau it belongs to")]


@directory_commands.command("list")
def list_tasks(
    everything: Annotated[bool, typer.Option("--all", help="retired ones too")] = False,
) -> None:
    """One line a task, in the office's order."""
    with office_as_actor() as (opened, actor):
        for task in opened.directory.tasks(actor):
            if task.active or everything:
                emit(task_line(task))


@directory_commands.command("add")
def add(
    department: Annotated[str, typer.Option(help="the department's name")],
    task: Annotated[str, typer.Option(help="what is done")],
    bureau: Bureau = None,
    team: Team = None,
    keywords: Keywords = None,
    location: Place = None,
    phone: Phone = None,
    words: Words = None,
    paper: Papers = None,
    way: Way = None,
) -> None:
    """A new task."""
    given = _given(bureau, team, keywords, location, phone, words, paper, way)
    with office_as_actor() as (opened, actor):
        emit(task_line(opened.directory.add(actor, TaskForm(department, task, **given))))


@directory_commands.command("edit")
def edit(
    task_id: str,
    department: Annotated[str | None, typer.Option(help="the department's name")] = None,
    task: Annotated[str | None, typer.Option(help="what is done")] = None,
    bureau: Bureau = None,
    team: Team = None,
    keywords: Keywords = None,
    location: Place = None,
    phone: Phone = None,
    words: Words = None,
    paper: Papers = None,
    way: Way = None,
) -> None:
    """Change what is given of a task."""
    given = _given(bureau, team, keywords, location, phone, words, paper, way)
    if department is not None:
        given["department"] = department
    if task is not None:
        given["title"] = task
    with office_as_actor() as (opened, actor):
        before = _task(opened, actor, task_id)
        emit(task_line(opened.directory.edit(actor, task_id, replace(before.form, **given), before.version)))


@directory_commands.command("retire")
def retire(task_id: str) -> None:
    """Nobody is sent there any more."""
    with office_as_actor() as (opened, actor):
        emit(task_line(opened.directory.retire(actor, task_id)))


@directory_commands.command("reinstate")
def reinstate(task_id: str) -> None:
    """A retired task is found again."""
    with office_as_actor() as (opened, actor):
        emit(task_line(opened.directory.reinstate(actor, task_id)))


@learned_commands.command("list")
def list_learned() -> None:
    """One line a phrase that was confirmed or decided."""
    with office_as_actor() as (opened, actor):
        titles = {task.id: task.title for task in opened.directory.tasks(actor)}
        for known in opened.guidance.learned(actor):
            emit(
                {
                    "phrase": known.phrase,
                    "task_id": known.task_id,
                    "task": titles.get(known.task_id or ""),
                    "confirmed": {titles.get(task, task): count for task, count in known.counts},
                    "people": known.people,
                    "set_by": known.set_by,
                }
            )


@learned_commands.command("set")
def set_learned(
    phrase: str,
    task: Annotated[str | None, typer.Option(help="the id of the task it means")] = None,
    nothing: Annotated[bool, typer.Option("--nothing", help="nothing is learned of it")] = False,
) -> None:
    """Decide what a phrase means, whatever is confirmed."""
    if (task is not None) is nothing:
        raise BadValue("--task", task or "")
    with office_as_actor() as (opened, actor):
        ruling = opened.guidance.rule(actor, phrase, task)
        emit({"phrase": ruling.phrase, "task_id": ruling.task_id, "set_by": ruling.by})


@learned_commands.command("undo")
def undo_learned(phrase: str) -> None:
    """Take back what was decided of a phrase: what is confirmed counts again."""
    with office_as_actor() as (opened, actor):
        opened.guidance.unrule(actor, phrase)
        emit({"phrase": phrase, "set_by": ""})


def import_directory(path: Path, *, accept: bool, show: bool) -> None:
    """A line a bad row, with `show` one each difference, then the counts; nothing is changed without `accept`."""
    with office_as_actor() as (opened, actor):
        difference = opened.directory.compare_file(actor, path)
        for line in difference.lines:
            if line.kind is DifferenceKind.BAD:
                emit(_bad(line))
            elif show and line.kind is not DifferenceKind.UNCHANGED:
                emit(_difference(line))
        bad = difference.count(DifferenceKind.BAD)
        if accept and not bad:
            opened.directory.accept(actor, difference)
        emit({**_counts(difference), "accepted": accept and not bad})
        if bad:
            raise typer.Exit(ImportHasBadRows.exit_code)


def task_line(task: Task) -> dict[str, object]:
    form = asdict(task.form)
    title = form.pop("title")
    form["papers"] = task.form.papers.splitlines()
    return {"id": task.id, "task": title, **form, "active": task.active}


def _counts(difference: DirectoryDifference) -> dict[str, int]:
    counted = Counter(line.kind for line in difference.lines)
    return {kind.value: counted[kind] for kind in DifferenceKind}


def _bad(line: DirectoryLine) -> dict[str, object]:
    reasons = [explain_row(fault, language()) for fault in line.faults]
    return {"row": line.row, "label": line.form.title, "reasons": reasons}


def _difference(line: DirectoryLine) -> dict[str, object]:
    changes = {change.field: [change.before, change.after] for change in line.changes}
    if line.returns:
        changes["active"] = ["false", "true"]
    named = {"department": line.form.department, "team": line.form.team, "task": line.form.title}
    return {"difference": line.kind.value, "row": line.row, **named, "changes": changes}


def _given(
    bureau: str | None,
    team: str | None,
    keywords: str | None,
    location: str | None,
    phone: str | None,
    words: str | None,
    paper: list[str] | None,
    way: str | None,
) -> dict[str, str]:
    values = {
        "bureau": bureau,
        "team": team,
        "keywords": keywords,
        "location": location,
        "phone": phone,
        "words": words,
        "papers": "\n".join(paper) if paper is not None else None,
        "way": way,
    }
    return {name: value for name, value in values.items() if value is not None}


def _task(opened: Office, actor: Actor, task_id: str) -> Task:
    """Errors: `UnknownTask`."""
    for task in opened.directory.tasks(actor):
        if task.id == task_id:
            return task
    raise UnknownTask(task_id)
