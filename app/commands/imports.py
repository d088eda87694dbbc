"""minwon import."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from app.commands.context import emit, language, office_as_actor
from app.commands.directory import import_directory
from app.commands.explaining import explain_row
from app.domain.errors import BadValue, ImportHasBadRows
from app.domain.imports import ImportKind, ImportPlan, LineState


class What(StrEnum):
    """What can be imported."""

    SERVICES = "services"
    DEPARTMENTS = "departments"
    PEOPLE = "people"
    DIRECTORY = "directory"


def import_table(
    what: Annotated[What, typer.Argument(metavar="services|departments|people|directory")],
    file: Annotated[Path, typer.Argument(metavar="FILE", help="CSV (UTF-8 or CP949) or XLSX, titles in the first row")],
    check: Annotated[bool, typer.Option("--check", help="only say what would happen")] = False,
    skip_bad: Annotated[bool, typer.Option("--skip-bad", help="import the good rows although some are bad")] = False,
    accept: Annotated[bool, typer.Option("--accept", help="directory: do it; without, only say what would change")] = (
        False
    ),
    show: Annotated[bool, typer.Option("--show", help="directory: also a line for each difference")] = False,
) -> None:
    """Import services, departments, people or the office's directory; with a bad row nothing is imported.

    One line a bad row, then one with the counts; new people's temporary passwords are shown once. A directory is only
    compared with the office's until --accept.
    """
    if what is What.DIRECTORY:
        if skip_bad or (check and accept):
            raise BadValue("--skip-bad" if skip_bad else "--check", "")
        import_directory(file, accept=accept, show=show)
        return
    if accept or show:
        raise BadValue("--accept" if accept else "--show", what.value)
    kind = ImportKind(what.value)
    with office_as_actor() as (opened, actor):
        plan = opened.admin.imports.preview(actor, kind, file)
        for line in plan.bad:
            reasons = [explain_row(fault, language()) for fault in line.faults]
            emit({"row": line.row, "label": line.label, "reasons": reasons})
        if check:
            emit({**_counts(plan), "imported": False})
            if plan.bad and not skip_bad:
                raise typer.Exit(ImportHasBadRows.exit_code)
            return
        done = opened.admin.imports.accept(actor, plan, skip_bad=skip_bad)
        emit({**_counts(plan), "imported": True})
        for login, password in done.passwords:
            emit({"login": login, "password": password})


def _counts(plan: ImportPlan) -> dict[str, object]:
    return {"kind": plan.kind.value, **{state.value: plan.count(state) for state in LineState}}
