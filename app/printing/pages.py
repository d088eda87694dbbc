"""A4 pages written from the top down: where one is full the next begins, and nothing is lost.

What goes in here has no words of its own: paragraphs, tables of labelled lines, titles, and the foot of every page.
The unit is one point.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from app.printing.drawing import BLACK, Drawing
from app.printing.fonts import Weight, printable
from app.printing.sheet_tables import LINE, QUIET
from app.printing.slip_parts import lines_of

WIDTH = 210 / 25.4 * 72
HEIGHT = 297 / 25.4 * 72
MARGIN = 21 / 25.4 * 72
TOP = 20 / 25.4 * 72
FOOT = HEIGHT - 13 / 25.4 * 72
"""The baseline of the last line of a page."""

BODY = 11.0
LEADING = 1.65
LABEL = 10.0
TINT = 0.955
_ROW_LEADING = 15.5
_ROW_PAD = 4.6
_LABEL_COLUMN = 92.0
_TOGETHER = 3
"""So many lines of a paragraph or a cell are not torn from its beginning."""


def paragraphs(text: str) -> list[str]:
    """`text` as its writer broke it; white space at the ends is gone, empty lines inside stay as one."""
    found: list[str] = []
    for line in text.splitlines():
        said = printable(line)
        if said or (found and found[-1]):
            found.append(said)
    while found and not found[-1]:
        found.pop()
    return found


class Pages:
    """Writes at `y` of the last page and moves it down; begins a page where something does not fit above `bottom`.

    `tight` is how much of the usual room stands between lines and parts: 1 or a little less.
    """

    def __init__(self, bottom: float, margin: float = MARGIN, top: float = TOP, tight: float = 1.0) -> None:
        self.tight = tight
        self.bottom = bottom
        self.left = margin
        self.width = WIDTH - 2 * margin
        self.top = top
        self.drawings = [Drawing()]
        self.y = top

    @property
    def drawing(self) -> Drawing:
        """The page being written."""
        return self.drawings[-1]

    @property
    def right(self) -> float:
        return self.left + self.width

    def gap(self, height: float) -> None:
        """Room, which is not carried over to the next page."""
        self.y = min(self.bottom, self.y + height * self.tight)

    def new_page(self) -> None:
        self.drawings.append(Drawing())
        self.y = self.top

    def need(self, height: float) -> None:
        """Begin a page unless `height` is left on this one."""
        if self.y + height > self.bottom and self.y > self.top:
            self.new_page()

    def rule(self, thickness: float, gray: float = BLACK) -> None:
        self.drawing.fill(self.left, self.y, self.width, thickness, gray)
        self.y += thickness

    def write(
        self,
        text: str,
        size: float = BODY,
        weight: Weight = Weight.REGULAR,
        gray: float = BLACK,
        indent: float = 0.0,
        leading: float = LEADING,
    ) -> None:
        """Paragraphs as their writer broke them; an empty line is half a line high."""
        step = max(size * 1.3, size * leading * self.tight)
        for part in paragraphs(text):
            if not part:
                self.gap(step / 2)
                continue
            lines = lines_of(self.drawing, part, size, self.width - indent, weight)
            self.need(step * min(_TOGETHER, len(lines)))
            for line in lines:
                self.need(step)
                self.drawing.text(self.left + indent, self.y + size * 1.06, line, size, weight, gray)
                self.y += step

    def title(self, text: str, size: float = BODY) -> None:
        """A heading, never the last line of a page."""
        self.need(size * LEADING * (1 + _TOGETHER))
        self.drawing.text(self.left, self.y + size * 1.06, text, size, Weight.BOLD)
        self.y += size * LEADING + 2

    def marked(self, sign: str, text: str, size: float, gray: float = BLACK) -> None:
        """A note that begins with `sign`; its lines stand below each other."""
        indent = self.drawing.width(sign, size) + size * 0.45
        lines = lines_of(self.drawing, text, size, self.width - indent, Weight.REGULAR)
        self.need(size * 1.5 * min(_TOGETHER, len(lines)))
        for place, line in enumerate(lines):
            self.need(size * 1.5)
            if place == 0:
                self.drawing.text(self.left, self.y + size * 1.06, sign, size, gray=gray)
            self.drawing.text(self.left + indent, self.y + size * 1.06, line, size, gray=gray)
            self.y += size * 1.5

    def rows(self, rows: Iterable[tuple[str, str]], label_column: float = _LABEL_COLUMN) -> None:
        """A table of labelled lines between two rules; what has no value is left out. Cells go on over a page's end."""
        shown = [(label, value) for label, value in rows if printable(value)]
        if not shown:
            return
        self.need(_ROW_LEADING + 2 * _ROW_PAD)
        self.rule(1.0)
        for place, (label, value) in enumerate(shown):
            self._row(label, value, label_column, ruled=place > 0)
        self.rule(1.0)

    def _row(self, label: str, value: str, column: float, ruled: bool) -> None:
        size, pad, padding = 10.5, 9.0, _ROW_PAD * (2 * self.tight - 1)
        lines = list(lines_of(self.drawing, value, size, self.width - column - 2 * pad, Weight.REGULAR))
        names = list(lines_of(self.drawing, label, LABEL, column - 2 * pad, Weight.REGULAR))
        while lines or names:
            here = max(0, int((self.bottom - self.y - 2 * padding) / _ROW_LEADING))
            count = max(len(lines), len(names))
            if here < min(_TOGETHER, count):
                self.rule(1.0)
                self.new_page()
                self.rule(1.0)
                ruled = False
                continue
            count = min(count, here)
            height = count * _ROW_LEADING + 2 * padding
            self.drawing.fill(self.left, self.y + 0.5, column, height - 0.5, TINT)
            if ruled:
                # After the tint: a renderer widens it to every pixel it touches.
                self.drawing.fill(self.left, self.y, self.width, 0.5, LINE)
            for texts, x, points, gray in (
                (names, self.left + pad, LABEL, QUIET * 0.6),
                (lines, self.left + column + pad, size, BLACK),
            ):
                for place, line in enumerate(texts[:count]):
                    self.drawing.text(x, self.y + padding + 11.4 + place * _ROW_LEADING, line, points, gray=gray)
            lines, names, ruled = lines[count:], names[count:], False
            self.y += height

    def finish(self, foot: Callable[[Drawing, int, int], None]) -> tuple[Drawing, ...]:
        """Every page with its foot, which is told the page's number and how many there are."""
        for number, drawing in enumerate(self.drawings, start=1):
            foot(drawing, number, len(self.drawings))
        return tuple(self.drawings)


def page_words(number: int, pages: int) -> str:
    """Which page of how many; nothing where there is one."""
    return f"{number} / {pages}" if pages > 1 else ""
