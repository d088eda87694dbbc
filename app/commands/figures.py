"""minwon summary: the daily figures as JSON, and as a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import render_sheet
from app.commands.context import emit, general, office_as_actor
from app.commands.values import read_date
from app.config.files import write_file
from app.config.settings import load_settings
from app.domain.day_figures import CountRow, DayFigures, ItemFigure, TimeFigure
from app.domain.languages import Language


def summary(
    date: Annotated[str, typer.Option(help="the day, such as 2026-11-21")],
    out: Annotated[Path | None, typer.Option(help="also write the A4 sheet to this PDF file")] = None,
) -> None:
    """One day's figures; a suppressed figure is null."""
    with office_as_actor() as (opened, actor):
        day = read_date("--date", date)
        if out is None:
            figures = opened.summaries.day(actor, day)
        else:
            content = opened.summaries.sheet(actor, day)
            figures = content.figures
            write_file(out, render_sheet(content, load_settings(general.home.settings).language))
        emit(figures_json(figures))


def figures_json(figures: DayFigures) -> dict[str, object]:
    """The record as the command line writes it; shares 0..1, scores 0..100, times in seconds."""
    return {
        "date": figures.day.isoformat(),
        "office": figures.office,
        "provisional": figures.provisional,
        "final_from": figures.final_from.isoformat(),
        "visits": figures.visits,
        "waiting": figures.waiting,
        "serving": figures.serving,
        "done": figures.done,
        "undone": figures.undone,
        "slips_printed": figures.slips_printed,
        "surveys_answered": figures.surveys_answered,
        "response_rate": figures.response_rate,
        "scored_answers": figures.scored_answers,
        "satisfied_share": figures.satisfied_share,
        "route_success": figures.route_success,
        "items": [_item(item) for item in figures.items],
        "by_service": _rows(figures.by_service),
        "by_department": _rows(figures.by_department),
        "by_hour": _rows(figures.by_hour),
        "by_counter": _rows(figures.by_counter),
        "department_scores": [
            {"department": row.name, "answers": row.answers, "satisfied_share": row.satisfied_share}
            for row in figures.department_scores
        ],
        "waiting_time": _time(figures.waiting_time),
        "handling_time": _time(figures.handling_time),
    }


def _item(item: ItemFigure) -> dict[str, object]:
    line: dict[str, object] = {"id": item.id, "question": item.words[Language.KO], "score": item.score}
    if item.sealed:
        line["read_by"] = "auditor"
    if item.shares:
        line["shares"] = {value: share for value, _, share in item.shares}
    return line


def _rows(rows: Sequence[CountRow]) -> list[dict[str, object]]:
    return [
        {"code": row.key, "name": row.name, "visits": row.visits, "done": row.done, "slips": row.slips} for row in rows
    ]


def _time(figure: TimeFigure) -> dict[str, object]:
    return {"n": figure.n, "median": figure.median, "p90": figure.p90}
