"""The visits' part of the sheet: times, hours, and the tables by service, department and counter."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.day_figures import CountRow, DayFigures, DepartmentScore, TimeFigure
from app.printing.drawing import Drawing
from app.printing.figures_text import DASH, busiest, count_text, minutes_text, share_text, total
from app.printing.fonts import Weight
from app.printing.sheet_tables import BAR, QUIET, ROW, SMALL, TEXT, Column, Row, section, table
from app.printing.words import SheetWords

_COUNT = 36.0
_CHART = 38.0


def draw_times(drawing: Drawing, x: float, y: float, width: float, figures: DayFigures, words: SheetWords) -> float:
    """Median and 90th percentile of waiting and handling, with the number of visits they stand on."""
    y = section(drawing, x, y, width, words.times)
    columns = (Column(words.median, 46), Column(words.p90, 40), Column(words.cases, 40))
    rows = (_time_row(words.waiting_time, figures.waiting_time), _time_row(words.handling_time, figures.handling_time))
    return table(drawing, x, y, width, columns, rows)


def _time_row(name: str, time: TimeFigure) -> Row:
    none = time.n == 0
    return Row(
        name,
        (
            DASH if none else minutes_text(time.median),
            DASH if none else minutes_text(time.p90),
            count_text(time.n),
        ),
    )


def _hour_label(row: CountRow) -> str:
    """The hour alone where the row's key is one: a bar is too narrow for more."""
    return f"{int(row.key):02d}" if row.key.isascii() and row.key.isdigit() else row.name


def draw_hours(drawing: Drawing, x: float, y: float, width: float, figures: DayFigures, words: SheetWords) -> float:
    """A column for each hour with its number of visits on top."""
    y = section(drawing, x, y, width, words.by_hour)
    rows = figures.by_hour
    if not rows:
        drawing.text(x, y + 9, words.nothing, TEXT, gray=QUIET)
        return y + ROW
    base = y + 12 + _CHART
    most = max(1, *(row.visits for row in rows))
    step = width / len(rows)
    thick = min(step * 0.62, 26.0)
    size = min(SMALL, step * 0.42)
    for position, row in enumerate(rows):
        middle = x + step * (position + 0.5)
        tall = _CHART * row.visits / most
        if tall:
            drawing.fill(middle - thick / 2, base - tall, thick, tall, BAR)
        drawing.text_centred(middle, base - tall - 2.5, count_text(row.visits), size, Weight.BOLD)
        drawing.text_centred(middle, base + 9, _hour_label(row), size, gray=QUIET)
    drawing.fill(x, base, width, 0.6)
    return base + 13


def draw_counts(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    title: str,
    counted: Sequence[CountRow],
    words: SheetWords,
    lines: int,
    by_visits: bool = True,
) -> float:
    """A table of visits in at most `lines` rows and a total; the top of what follows."""
    y = section(drawing, x, y, width, title)
    columns = (Column(words.visits, _COUNT), Column(words.done, _COUNT + 4), Column(words.slips, _COUNT))
    rows = [_count_row(row, row.key == "") for row in busiest(counted, lines, words.others, by_visits)]
    if not rows:
        rows = [Row(words.nothing, (DASH, DASH, DASH), quiet=True)]
    rows.append(_count_row(total(counted, words.total), strong=True))
    return table(drawing, x, y, width, columns, rows)


def _count_row(row: CountRow, quiet: bool = False, strong: bool = False) -> Row:
    cells = (count_text(row.visits), count_text(row.done), count_text(row.slips))
    return Row(row.name, cells, strong=strong, quiet=quiet and not strong)


def draw_departments(
    drawing: Drawing, x: float, y: float, width: float, figures: DayFigures, words: SheetWords, lines: int
) -> float:
    """Departments with their visits, answers and satisfied share, in at most `lines` rows and a total.

    The row of the rest and the total have no answers and no share: a sum beside suppressed cells would reveal them.
    """
    y = section(drawing, x, y, width, words.by_department)
    scores = {score.key: score for score in figures.department_scores}
    known = {row.key for row in figures.by_department}
    unvisited = [CountRow(s.key, s.name, 0, 0, 0) for s in figures.department_scores if s.key not in known]
    counted = (*figures.by_department, *unvisited)
    columns = (
        Column(words.visits, 33),
        Column(words.done, 37),
        Column(words.slips, 33),
        Column(words.answered, 32),
        Column(words.satisfied, 38),
    )
    rows = [_department_row(row, scores.get(row.key)) for row in busiest(counted, lines, words.others)]
    if not rows:
        rows = [Row(words.nothing, (DASH,) * len(columns), quiet=True)]
    whole = _count_row(total(counted, words.total), strong=True)
    rows.append(Row(whole.name, (*whole.cells, "", ""), strong=True))
    return table(drawing, x, y, width, columns, rows)


def _department_row(row: CountRow, score: DepartmentScore | None) -> Row:
    counts = _count_row(row, row.key == "")
    answers = score.answers if score is not None else None
    share = score.satisfied_share if score is not None else None
    return Row(counts.name, (*counts.cells, count_text(answers), share_text(share)), quiet=counts.quiet)
