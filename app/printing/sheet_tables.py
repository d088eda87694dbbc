"""The sheet's building blocks: section titles, tables with right-aligned figures, bars. The unit is one point."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.period_figures import Estimate
from app.printing.drawing import BLACK, Drawing
from app.printing.fonts import Weight, printable
from app.printing.wrapping import shorten

INK = BLACK
QUIET = 0.38
LINE = 0.75
TRACK = 0.9
BAR = 0.35

TITLE_HEIGHT = 17.0
ROW = 12.6
TEXT = 8.0
SMALL = 7.0


@dataclass(frozen=True, slots=True)
class Column:
    """A column of figures `width` wide, right-aligned under `title`."""

    title: str
    width: float


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a table: a name and a figure for each column. `strong` for totals, `quiet` for rows of the rest."""

    name: str
    cells: tuple[str, ...]
    strong: bool = False
    quiet: bool = False


def cell(drawing: Drawing, text: str, size: float, width: float, weight: Weight = Weight.REGULAR) -> str:
    """`text` cut to one cell."""
    return shorten(printable(text), width, lambda part: drawing.width(part, size, weight))


def section(drawing: Drawing, x: float, y: float, width: float, title: str) -> float:
    """A section's title over a rule; the top of what follows."""
    drawing.text(x, y + 9.5, title, 9.5, Weight.BOLD)
    drawing.fill(x, y + 14, width, 0.8)
    return y + TITLE_HEIGHT


def table(drawing: Drawing, x: float, y: float, width: float, columns: Sequence[Column], rows: Sequence[Row]) -> float:
    """A header line and `rows`, hairlines between; the top of what follows."""
    right = x + width
    for column in reversed(columns):
        drawing.text_right(right, y + 8, cell(drawing, column.title, SMALL, column.width - 2), SMALL, gray=QUIET)
        right -= column.width
    name_width = right - x - 4
    y += ROW - 1
    for row in rows:
        weight = Weight.BOLD if row.strong else Weight.REGULAR
        gray = QUIET if row.quiet else INK
        drawing.fill(x, y, width, 0.8 if row.strong else 0.4, INK if row.strong else LINE)
        drawing.text(x, y + 9, cell(drawing, row.name, TEXT, name_width, weight), TEXT, weight, gray)
        right = x + width
        for column, figure in zip(reversed(columns), reversed(row.cells), strict=True):
            drawing.text_right(right, y + 9, figure, TEXT, weight, gray)
            right -= column.width
        y += ROW
    return y


def bar(drawing: Drawing, x: float, y: float, width: float, height: float, share: float) -> None:
    """A bar filled to `share` (0..1) on a pale track."""
    drawing.fill(x, y, width, height, TRACK)
    filled = width * min(1.0, max(0.0, share))
    if filled:
        drawing.fill(x, y, filled, height, BAR)


def whisker(drawing: Drawing, x: float, y: float, width: float, height: float, share: Estimate) -> None:
    """The interval of a share (0..1) over its bar: a thin line with an end at either side."""
    if share.low is None or share.high is None:
        return
    left, right = x + width * share.low, x + width * share.high
    drawing.fill(left, y + height / 2 - 0.3, max(0.6, right - left), 0.6)
    for end in (left, right):
        drawing.fill(min(max(x, end - 0.3), x + width - 0.6), y + 0.6, 0.6, height - 1.2)


def hundredth(score: Estimate) -> Estimate:
    """A score of 0..100 as a part of its scale."""
    if score.value is None or score.low is None or score.high is None:
        return Estimate()
    return Estimate(score.value / 100, score.n, score.low / 100, score.high / 100)
