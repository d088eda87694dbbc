"""A period's figures as tables for files: the same record as on screen and paper, so the same totals."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import REFERRAL_DAYS, CountRow, Cut, Estimate, PeriodFigures, ScoreRow, TimeFigure
from app.domain.periods import By
from app.domain.surveys import COMMENT, ROUTE, TROUBLE
from app.printing.sheet_survey import short_question
from app.printing.table_words import TABLE_WORDS, TableWords
from app.printing.words import SHEET_WORDS

Value = str | int | float | date | None

WHOLE, SHARE, SCORE, TEXT = "#,##0", "0.0%", "0.0", "@"


@dataclass(frozen=True, slots=True)
class FileTable:
    """`formats` is the number format of each column, or in `line_formats` of each line's own; `notes` stand below."""

    title: str
    columns: tuple[str, ...]
    formats: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]
    line_formats: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def figure_tables(figures: PeriodFigures, language: ScreenLanguage) -> tuple[FileTable, ...]:
    """The summary, a table for each cut, and everything once more in one rectangle."""
    words = TABLE_WORDS[language]
    return (
        summary_table(figures, language),
        *(cut_table(figures, by, words) for by in By),
        referral_table(figures, language),
        raw_table(figures, language),
    )


def summary_table(figures: PeriodFigures, language: ScreenLanguage) -> FileTable:
    """One line a figure: value, interval, what it stands on, and the period before."""
    words = TABLE_WORDS[language]
    columns = (words.name, words.value, words.low, words.high, words.n, words.before)
    lines = _summary_lines(figures, language)
    return FileTable(
        words.summary,
        columns,
        (TEXT, WHOLE, WHOLE, WHOLE, WHOLE, WHOLE),
        tuple(row for _, row in lines),
        tuple(form for form, _ in lines),
        words.notes,
    )


def _summary_lines(figures: PeriodFigures, language: ScreenLanguage) -> list[tuple[str, tuple[Value, ...]]]:
    words, before = TABLE_WORDS[language], figures.previous
    names = words.lines

    def count(key: str, value: int, was: Value = None) -> tuple[str, tuple[Value, ...]]:
        return WHOLE, (names[key], value, None, None, None, was)

    def text(key: str, value: str) -> tuple[str, tuple[Value, ...]]:
        return TEXT, (names[key], value, None, None, None, None)

    state = f"{names['provisional']} ({figures.final_from})" if figures.provisional else names["final"]
    lines = [
        text("office", figures.office),
        text("period", figures.period.text()),
        text("made_at", f"{figures.made_at:%Y-%m-%d %H:%M}"),
        text("state", state),
        count("visits", figures.visits, before.visits if before else None),
        count("services", figures.services, before.services if before else None),
        count("done", figures.done, before.done if before else None),
        *(count(key, getattr(figures, key)) for key in _OTHER_COUNTS),
        count("slips_printed", figures.slips_printed, before.slips_printed if before else None),
        count("slips_withheld", figures.slips_withheld),
        count("surveys_answered", figures.surveys_answered, before.surveys_answered if before else None),
        count("not_answered", figures.not_answered),
        _estimate(names["response"], figures.response, SHARE, before.response if before else None),
        count("scored_answers", figures.scored_answers),
        _estimate(names["satisfied"], figures.satisfied, SHARE, before.satisfied if before else None),
        _estimate(names["route"], figures.route, SHARE, before.route if before else None),
        *_times(
            names["waiting_median"],
            names["waiting_p90"],
            figures.waiting_time,
            before.waiting_median if before else None,
        ),
        *_times(
            names["handling_median"],
            names["handling_p90"],
            figures.handling_time,
            before.handling_median if before else None,
        ),
    ]
    own = Language(language.value)
    for item in figures.items:
        if item.sealed or item.id in (ROUTE, COMMENT):
            continue
        if item.id == TROUBLE:
            lines += [_estimate(names["trouble"].format(name=name[own]), s, SHARE) for _, name, s in item.shares]
        else:
            lines.append(_estimate(short_question(item.words[own]), item.score, SCORE))
    return lines


_OTHER_COUNTS = ("waiting", "called", "serving", "left", "unrecorded", "undone", "late", "corrections")


def _estimate(
    name: str, estimate: Estimate, form: str, before: Estimate | None = None
) -> tuple[str, tuple[Value, ...]]:
    n = estimate.n or None
    return form, (name, estimate.value, estimate.low, estimate.high, n, before.value if before else None)


def _times(median: str, p90: str, time: TimeFigure, before: float | None) -> tuple[tuple[str, tuple[Value, ...]], ...]:
    of = f"{time.n} / {time.of}"
    return (
        (WHOLE, (median, time.median, None, None, of, before)),
        (WHOLE, (p90, time.p90, None, None, of, None)),
    )


def cut_table(figures: PeriodFigures, by: By, words: TableWords) -> FileTable:
    """One cut with its total; answers and scores where the cut has any."""
    cut, scores = figures.cuts[by], {row.key: row for row in figures.scores.get(by, ())}
    scored = by in figures.scores
    columns = (words.code, words.name, *words.counts, *(words.scores if scored else ()))
    formats = (TEXT, TEXT, *[WHOLE] * 5, *(_SCORE_FORMATS if scored else ()))
    rows = [
        (row.key, row.name, *_counts(row), *(_scores(scores.get(row.key)) if scored else ()))
        for row in (*cut.rows, *_unvisited(cut, scores))
    ]
    nothing: tuple[Value, ...] = (None,) * len(_SCORE_FORMATS) if scored else ()
    rows.append(("", words.total, *_counts(cut.total), *nothing))
    return FileTable(words.by[by], columns, formats, tuple(rows), notes=words.notes[1:2] if cut.overlapping else ())


_SCORE_FORMATS = (WHOLE, WHOLE, WHOLE, SHARE, SHARE, SHARE, SHARE, WHOLE)


def _unvisited(cut: Cut, scores: dict[str, ScoreRow]) -> list[CountRow]:
    known = {row.key for row in cut.rows}
    return [CountRow(row.key, row.name, 0, 0, 0, 0, 0) for key, row in scores.items() if key not in known]


def _counts(row: CountRow) -> tuple[int, int, int, int, int]:
    return row.visits, row.services, row.done, row.slips, row.withheld


def _scores(row: ScoreRow | None) -> tuple[Value, ...]:
    if row is None or row.answers is None or row.slips is None:
        return (None,) * len(_SCORE_FORMATS)
    satisfied = row.satisfied
    unanswered = max(0, row.slips - row.answers)
    shares = (row.response.value, satisfied.value, satisfied.low, satisfied.high, satisfied.n or None)
    return (row.slips, row.answers, unanswered, *shares)


def referral_table(figures: PeriodFigures, language: ScreenLanguage) -> FileTable:
    """People who were sent to a wrong desk, by what they wanted; the note says over which days."""
    words, sheet = TABLE_WORDS[language], SHEET_WORDS[language]
    wanted, sent, belonged, why, people = sheet.referred
    rows = tuple(
        (r.title, r.phrase, r.department, r.actual_department, sheet.wrong_reasons[r.reason], r.people)
        for r in figures.wrong_referrals
    )
    note = words.referral_note.format(until=figures.referred_until.isoformat(), days=REFERRAL_DAYS)
    columns = (wanted, words.phrase, sent, belonged, why, people)
    return FileTable(words.referrals, columns, (TEXT, TEXT, TEXT, TEXT, TEXT, WHOLE), rows, notes=(note,))


def raw_table(figures: PeriodFigures, language: ScreenLanguage, only: Sequence[By] = tuple(By)) -> FileTable:
    """Every figure in one rectangle, for a program to read; `only` these cuts, and the summary always."""
    words = TABLE_WORDS[language]
    columns = (
        *(words.table, words.code, words.name, words.value, words.low, words.high, words.n),
        *words.counts,
        *words.scores,
    )
    rest: tuple[Value, ...] = (None,) * (5 + len(_SCORE_FORMATS))
    rows: list[tuple[Value, ...]] = [
        (words.summary, "", *row[:5], *rest) for _, row in _summary_lines(figures, language)
    ]
    nothing: tuple[Value, ...] = (None,) * len(_SCORE_FORMATS)
    for by in only:
        for row in cut_table(figures, by, words).rows:
            scored = row[7:] if len(row) > 7 else nothing
            rows.append((words.by[by], row[0], row[1], None, None, None, None, *row[2:7], *scored))
    formats = (TEXT, TEXT, TEXT, "General", "General", "General", WHOLE, *[WHOLE] * 5, *_SCORE_FORMATS)
    return FileTable(words.raw, columns, formats, tuple(rows))
