"""minwon find: who does what a citizen says, and how often the finder is right."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from app.bootstrap import Office
from app.commands.context import emit, general, language, office
from app.commands.explaining import explain_why
from app.domain.actors import Actor
from app.domain.errors import BadValue
from app.domain.finder_errors import NoDirectory
from app.domain.finding import Answer

if TYPE_CHECKING:
    from app.finding.judging import Figures


def find(
    query: Annotated[str, typer.Argument(help="what the citizen says, in the citizen's words")] = "",
    limit: Annotated[int, typer.Option("-n", help="how many answers at most", min=1, max=50)] = 5,
    judged: Annotated[
        Path | None,
        typer.Option("--eval", help="count how often it is right: lines of query, department, alternates, kind"),
    ] = None,
    misses: Annotated[bool, typer.Option("--misses", help="with --eval: also a line for each that went wrong")] = False,
) -> None:
    """Who does it and where: one line an answer, or one line that nothing fits.

    Open to everybody like the directory on the wall; with --as also what that person has had confirmed.
    """
    if (judged is None) is (not query) or (misses and judged is None):
        raise BadValue("QUERY" if judged is None else "--eval", query)
    with office() as opened:
        actor = _who(opened)
        if not opened.finder.has_directory():
            raise NoDirectory()
        if judged is not None:
            _judge(opened, actor, judged, misses=misses)
            return
        found = opened.finder.find(actor, query, limit)
        if not found.confident:
            emit({"confident": False})
            return
        for rank, answer in enumerate(found.answers, start=1):
            emit(_line(rank, answer))


def _who(opened: Office) -> Actor | None:
    if not general.login:
        return None
    return opened.accounts.sign_in(general.login, os.environ.get("MINWON_PASSWORD", ""))


def _line(rank: int, answer: Answer) -> dict[str, object]:
    form = answer.task.form
    return {
        "rank": rank,
        "department": form.department,
        "team": form.team,
        "task": form.title,
        "location": form.location,
        "phone": form.phone,
        "score": round(answer.score, 4),
        "why": explain_why(answer.why, language()),
        "confident": True,
    }


def _judge(opened: Office, actor: Actor | None, path: Path, *, misses: bool) -> None:
    result = opened.finder.judge(actor, path)
    if misses:
        for miss in result.misses:
            row = miss.row
            said = {"query": row.query, "kind": row.kind, "department": row.department}
            emit({**said, "alternates": list(row.alternates), "told": list(miss.told), "confident": miss.confident})
    by_kind = {kind: _figures(figures) for kind, figures in result.by_kind.items()}
    emit({**_figures(result.whole), "by_kind": by_kind})


def _figures(figures: Figures) -> dict[str, object]:
    return asdict(figures)
