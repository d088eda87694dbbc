"""The visits' part of the sheet: times, hours, and the tables by service, department and counter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from math import ceil

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import CountRow, Cut, PeriodFigures, ScoreRow, TimeFigure
from app.domain.periods import By, Period, Span
from app.printing.dates import short_date_words
from app.printing.drawing import Drawing
from app.printing.figures_text import DASH, busiest, count_text, interval_text, minutes_text, share_text
from app.printing.fonts import Weight
from app.printing.sheet_tables import BAR, QUIET, ROW, SMALL, TEXT, Column, Row, section, table
from app.printing.words import SheetWords

_COUNT = 36.0
_CHART = 38.0
_ROOMY = 17.0
_SMALLEST = 5.5


def draw_times(drawing: Drawing, x: float, y: float, width: float, figures: PeriodFigures, words: SheetWords) -> float:
    """Median and 90th percentile of waiting and handling, with the number of visits they stand on."""
    y = section(drawing, x, y, width, words.times)
    columns = (Column(words.median, 42), Column(words.p90, 34), Column(words.cases, 62))
    rows = (_time_row(words.waiting_time, figures.waiting_time), _time_row(words.handling_time, figures.handling_time))
    return table(drawing, x, y, width, columns, rows)


def _time_row(name: str, time: TimeFigure) -> Row:
    none = time.n == 0
    return Row(
        name,
        (
            DASH if none else minutes_text(time.median),
            DASH if none else minutes_text(time.p90),
            f"{count_text(time.n)} / {count_text(time.of)}",
        ),
    )


_LONGEST_BY_DAY = 62
_LONGEST_BY_WEEK = 200


def chart_cut(period: Period) -> By:
    """What a chart of visits goes by: hours of a day, days of a month or two, then weeks, then months."""
    if period.span is Span.DAY:
        return By.HOUR
    if period.length <= _LONGEST_BY_DAY:
        return By.DAY
    return By.WEEK if period.length <= _LONGEST_BY_WEEK else By.MONTH


def _bar_label(by: By, row: CountRow) -> str:
    """As short as it can be: a bar is narrow. The day alone within a month, else month and day, or year and month."""
    match by:
        case By.HOUR:
            return row.key
        case By.MONTH:
            return row.key[2:]
        case _:
            return f"{int(row.key[5:7])}/{int(row.key[8:])}"


def draw_chart(drawing: Drawing, x: float, y: float, width: float, figures: PeriodFigures, words: SheetWords) -> float:
    """Visits over the period, a column each with its number on top where there is room."""
    by = chart_cut(figures.period)
    y = section(drawing, x, y, width, f"{words.visits} · {words.by[by]}")
    rows = figures.cuts[by].rows
    if not rows:
        drawing.text(x, y + 9, words.nothing, TEXT, gray=QUIET)
        return y + ROW
    base = y + 12 + _CHART
    most = max(1, *(row.visits for row in rows))
    step = width / len(rows)
    thick = min(step * 0.62, 26.0)
    size = SMALL if step > _ROOMY else _SMALLEST
    # Numbers and names of narrow columns would run into each other: every second, third … is named then.
    widest = max(
        drawing.width(text, size, Weight.BOLD) for row in rows for text in (count_text(row.visits), _bar_label(by, row))
    )
    every = ceil((widest + 3) / step)
    for position, row in enumerate(rows):
        middle = x + step * (position + 0.5)
        tall = _CHART * row.visits / most
        if tall:
            drawing.fill(middle - thick / 2, base - tall, thick, tall, BAR)
        if position % every == 0:
            middle = min(max(middle, x + widest / 2), x + width - widest / 2)
            drawing.text_centred(middle, base - tall - 2.5, count_text(row.visits), size, Weight.BOLD)
            drawing.text_centred(middle, base + 9, _bar_label(by, row), size, gray=QUIET)
    drawing.fill(x, base, width, 0.6)
    return base + 13


def draw_counts(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    cut: Cut,
    words: SheetWords,
    language: ScreenLanguage,
    lines: int,
) -> float:
    """A table of visits in at most `lines` rows and a total; the top of what follows."""
    y = section(drawing, x, y, width, words.by[cut.by])
    columns = (
        Column(words.visits, _COUNT),
        Column(words.services_short, _COUNT),
        Column(words.done, _COUNT + 4),
        Column(words.slips, _COUNT),
    )
    counted = tuple(replace(row, name=row_name(cut.by, row, language)) for row in cut.rows)
    in_order = cut.by not in (By.SERVICE, By.DEPARTMENT, By.BUREAU)
    rows = [_count_row(row, row.key == "") for row in busiest(counted, lines, words.others, not in_order)]
    if not rows:
        rows = [Row(words.nothing, (DASH,) * len(columns), quiet=True)]
    rows.append(_count_row(replace(cut.total, name=words.total), strong=True))
    return table(drawing, x, y, width, columns, rows)


def _count_row(row: CountRow, quiet: bool = False, strong: bool = False) -> Row:
    cells = (count_text(row.visits), count_text(row.services), count_text(row.done), count_text(row.slips))
    return Row(row.name, cells, strong=strong, quiet=quiet and not strong)


def draw_departments(
    drawing: Drawing, x: float, y: float, width: float, figures: PeriodFigures, words: SheetWords, by: By, lines: int
) -> float:
    """Departments (or bureaus) with visits, answers of slips and satisfied share, in at most `lines` rows and a total.

    In the office's order. The row of the rest and the total have no answers and no share: a sum beside suppressed
    cells would reveal them.
    """
    y = section(drawing, x, y, width, words.by[by])
    scores = {score.key: score for score in figures.scores[by]}
    known = {row.key for row in figures.cuts[by].rows}
    unvisited = [CountRow(s.key, s.name, 0, 0, 0, 0, 0) for s in figures.scores[by] if s.key not in known]
    counted = (*figures.cuts[by].rows, *unvisited)
    columns = (
        Column(words.visits, 31),
        Column(words.services_short, 31),
        Column(words.answered, 52),
        Column(words.satisfied, 36),
        Column("95%", 34),
    )
    shown = busiest(counted, lines, words.others, by_visits=False)
    rows = [_department_row(row, scores.get(row.key), words) for row in shown]
    if not rows:
        rows = [Row(words.nothing, (DASH,) * len(columns), quiet=True)]
    whole = figures.cuts[by].total
    rows.append(Row(words.total, (count_text(whole.visits), count_text(whole.services), "", "", ""), strong=True))
    return table(drawing, x, y, width, columns, rows)


def row_name(by: By, row: CountRow, language: ScreenLanguage) -> str:
    """A row's name on paper: hours, days and weeks are written out."""
    own = Language(language.value)
    match by:
        case By.HOUR:
            return f"{row.key}:00"
        case By.DAY:
            return short_date_words(date.fromisoformat(row.key), own)
        case By.WEEK:
            return f"{short_date_words(date.fromisoformat(row.key), own)} –"
        case _:
            return row.name


def _department_row(row: CountRow, score: ScoreRow | None, words: SheetWords) -> Row:
    counts = (count_text(row.visits), count_text(row.services))
    if row.key == "":
        return Row(row.name, (*counts, "", "", ""), quiet=True)
    answered, satisfied, interval = DASH, DASH, ""
    if score is not None and score.answers is not None:
        answered = f"{count_text(score.answers)} / {count_text(score.slips)}"
        satisfied = share_text(score.satisfied.value)
        interval = interval_text(score.satisfied, words.interval, 100)
    return Row(row.name, (*counts, answered, satisfied, interval))
