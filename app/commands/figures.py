"""minwon summary: the figures of a day or a period as JSON, as a sheet and as files."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import Office, render_figures, render_sheet, render_visits
from app.commands.context import emit, general, office_as_actor, say
from app.commands.values import read_date
from app.config.files import write_file
from app.config.settings import load_settings
from app.domain.actors import Actor
from app.domain.errors import BadValue
from app.domain.languages import Language
from app.domain.period_figures import (
    REFERRAL_DAYS,
    CountRow,
    Estimate,
    Headline,
    ItemFigure,
    PeriodFigures,
    ScoreRow,
    TimeFigure,
)
from app.domain.periods import By, Period
from app.domain.visit_exports import ExportedVisit

_FORMS = ("pdf", "xlsx", "csv")


def summary(
    date: Annotated[str | None, typer.Option(help="the day, such as 2026-11-21")] = None,
    first: Annotated[str | None, typer.Option("--from", help="the first day of a period")] = None,
    last: Annotated[str | None, typer.Option("--to", help="the last day of a period")] = None,
    by: Annotated[By | None, typer.Option(help="only this table; a PDF shows it beside the departments")] = None,
    out: Annotated[Path | None, typer.Option(help="also write the sheet or tables: F.pdf, F.xlsx or F.csv")] = None,
    visits: Annotated[Path | None, typer.Option(help="also write the list of visits, without notes: F.xlsx")] = None,
    reason: Annotated[str, typer.Option(help="why the list of visits leaves the program")] = "",
) -> None:
    """The figures of a day or a period; a suppressed figure is null."""
    with office_as_actor() as (opened, actor):
        period = _period(date, first, last)
        form = _form(out)
        if visits is not None and visits.suffix.lower() != ".xlsx":
            raise BadValue("--visits", str(visits))
        figures = _figures(opened, actor, period, form, out, by, reason)
        if visits is not None:
            _write_visits(opened, actor, period, visits, reason)
        emit(figures_json(figures, by))


def _period(date: str | None, first: str | None, last: str | None) -> Period:
    """Errors: `BadValue`, also when neither or both ways of saying it are used; those of `Period.between`."""
    if date is not None:
        if first is not None or last is not None:
            raise BadValue("--date", date)
        day = read_date("--date", date)
        return Period.between(day, day)
    if first is None or last is None:
        raise BadValue("--to" if last is None and first is not None else "--from", "")
    return Period.between(read_date("--from", first), read_date("--to", last))


def _form(out: Path | None) -> str:
    form = "" if out is None else out.suffix.lower().removeprefix(".")
    if out is not None and form not in _FORMS:
        raise BadValue("--out", str(out))
    return form


def _figures(
    opened: Office, actor: Actor, period: Period, form: str, out: Path | None, by: By | None, reason: str
) -> PeriodFigures:
    language = load_settings(general.home.settings).language
    if out is None:
        return opened.summaries.period(actor, period, _progress)
    if form == "pdf":
        content = opened.summaries.period_sheet(actor, period, _progress)
        write_file(out, render_sheet(content, language, by or By.SERVICE))
        return content.figures
    figures = opened.summaries.figures_for_file(actor, period, form, reason, _progress)
    write_file(out, render_figures(figures, form, language, by))
    return figures


def _write_visits(opened: Office, actor: Actor, period: Period, path: Path, reason: str) -> None:
    language = load_settings(general.home.settings).language

    def write(rows: Iterable[ExportedVisit]) -> None:
        write_file(path, render_visits(rows, language))

    opened.summaries.export_visits(actor, period, reason, write, _progress)


_SAID_EVERY = 40


def _progress(done: int, total: int) -> None:
    """Long periods say how far they are; short ones nothing."""
    if total > _SAID_EVERY and done and done % _SAID_EVERY == 0:
        say(f"{done} / {total}")


def figures_json(figures: PeriodFigures, by: By | None = None) -> dict[str, object]:
    """The record as the command line writes it; shares 0..1, scores 0..100, times in seconds.

    With `by` only that table is in it.
    """
    head: dict[str, object] = {}
    if figures.period.length == 1:
        head["date"] = figures.period.first.isoformat()
    cuts = tuple(By) if by is None else (by,)
    return {
        **head,
        "from": figures.period.first.isoformat(),
        "to": figures.period.last.isoformat(),
        "office": figures.office,
        "provisional": figures.provisional,
        "final_from": figures.final_from.isoformat(),
        **_counts(figures),
        "response_rate": figures.response_rate,
        "response": _estimate(figures.response),
        "scored_answers": figures.scored_answers,
        "satisfied_share": figures.satisfied_share,
        "satisfied": _estimate(figures.satisfied),
        "route_success": figures.route_success,
        "route": _estimate(figures.route),
        "items": [_item(item) for item in figures.items],
        **{f"by_{cut.value}": _rows(figures.cuts[cut].rows) for cut in cuts},
        "total": _row(figures.cuts[By.SERVICE].total),
        "only_services_add_up": [cut.value for cut in cuts if figures.cuts[cut].overlapping],
        **{f"{cut.value}_scores": _scores(cut, figures.scores[cut]) for cut in cuts if cut in figures.scores},
        "waiting_time": _time(figures.waiting_time),
        "handling_time": _time(figures.handling_time),
        "previous": None if figures.previous is None else _headline(figures.previous),
        "corrected_since_print": _correction(figures),
        "wrong_referrals": _referrals(figures),
    }


_COUNTS = (
    *("visits", "services", "waiting", "called", "serving", "done", "left", "unrecorded", "undone", "corrections"),
    "late",
    *("slips_printed", "slips_withheld", "surveys_answered", "not_answered"),
)


def _counts(figures: PeriodFigures) -> dict[str, object]:
    return {name: getattr(figures, name) for name in _COUNTS}


def _estimate(estimate: Estimate) -> dict[str, object]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high, "n": estimate.n}


def _item(item: ItemFigure) -> dict[str, object]:
    line: dict[str, object] = {"id": item.id, "question": item.words[Language.KO], "score": item.score.value}
    if item.sealed:
        line["read_by"] = "auditor"
    elif item.score.value is not None:
        line["interval"] = [item.score.low, item.score.high]
        line["n"] = item.score.n
    if item.shares:
        line["shares"] = {value: share.value for value, _, share in item.shares}
    return line


def _rows(rows: Sequence[CountRow]) -> list[dict[str, object]]:
    return [{"code": row.key, "name": row.name, **_row(row)} for row in rows]


def _row(row: CountRow) -> dict[str, object]:
    return {
        "visits": row.visits,
        "services": row.services,
        "done": row.done,
        "slips": row.slips,
        "withheld": row.withheld,
    }


def _scores(by: By, rows: Sequence[ScoreRow]) -> list[dict[str, object]]:
    return [
        {
            by.value: row.name,
            "slips": row.slips,
            "answers": row.answers,
            "response_rate": row.response.value,
            "satisfied_share": row.satisfied.value,
            "low": row.satisfied.low,
            "high": row.satisfied.high,
        }
        for row in rows
    ]


def _time(figure: TimeFigure) -> dict[str, object]:
    return {"n": figure.n, "of": figure.of, "median": figure.median, "p90": figure.p90}


def _headline(before: Headline) -> dict[str, object]:
    return {
        "from": before.period.first.isoformat(),
        "to": before.period.last.isoformat(),
        "visits": before.visits,
        "services": before.services,
        "done": before.done,
        "slips_printed": before.slips_printed,
        "surveys_answered": before.surveys_answered,
        "response_rate": before.response.value,
        "satisfied_share": before.satisfied.value,
        "route_success": before.route.value,
        "waiting_median": before.waiting_median,
        "handling_median": before.handling_median,
    }


def _correction(figures: PeriodFigures) -> dict[str, object] | None:
    correction = figures.correction
    if correction is None:
        return None
    changes = [{"key": c.key, "name": c.name, "before": c.before, "now": c.now} for c in correction.changes]
    return {
        "printed_at": correction.printed_at.isoformat(),
        "changes": changes,
        "corrections": correction.corrections,
    }


def _referrals(figures: PeriodFigures) -> dict[str, object]:
    kinds = [{**asdict(referral), "reason": referral.reason.value} for referral in figures.wrong_referrals]
    return {"until": figures.referred_until.isoformat(), "days": REFERRAL_DAYS, "kinds": kinds}
