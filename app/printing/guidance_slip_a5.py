"""The guidance slip on A5: one department on one page, a life event's list on as many as it takes."""

from __future__ import annotations

from bisect import bisect_left

from app.domain.guidance_slips import GuidanceList, GuidanceSlip
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.guidance_slip_column import Column, TypeSizes
from app.printing.guidance_slip_names import event_in
from app.printing.guidance_slip_parts import write_event, write_foot, write_heading, write_slip, write_step
from app.printing.guidance_slip_words import GUIDANCE_WORDS
from app.printing.slip_a5 import HEIGHT_PT, WIDTH_PT
from app.printing.slip_parts import DOT, DPI

SIZES = TypeSizes(office=44, name=124, place=88, task=54, body=44, label=38)
MARGIN = round(13 / 25.4 * DPI)
BOTTOM = round(HEIGHT_PT / DOT) - MARGIN
_INNER = round(WIDTH_PT / DOT) - 2 * MARGIN
_LARGEST = 1.2
_SMALLER = 0.94
_STEPS = 28
_SMALLEST = 0.2
_LIST_LARGEST = 0.85
_LIST_SMALLEST = 0.64
_FOOT = 2.9
"""The foot with the rule above it, in parts of a label's size: two lines where the words are long."""


def draw_slip_a5(content: GuidanceSlip) -> Drawing:
    """One page, in the largest type that it holds."""
    step = bisect_left(range(_STEPS), True, key=lambda step: _slip_page(content, step).y <= BOTTOM)
    return _slip_page(content, step).drawing


def _slip_page(content: GuidanceSlip, step: int) -> Column:
    """The page in type that is `step` steps smaller than the largest."""
    column = _page(content, _LARGEST * _SMALLER**step)
    write_slip(column, content)
    write_foot(column, content)
    return column


def draw_list_a5(content: GuidanceList) -> tuple[Drawing, ...]:
    """As few pages as readable type needs, in the largest type that they hold; they are cut between the steps."""
    scale = _LIST_SMALLEST
    while (columns := _paged(content, scale)) is None:
        scale *= _SMALLER
    while scale < _LIST_LARGEST:
        scale /= _SMALLER
        larger = _paged(content, scale)
        if larger is None or len(larger) > len(columns):
            break
        columns = larger
    return _finished(content, columns)


def _page(content: GuidanceSlip | GuidanceList, scale: float) -> Column:
    drawing = Drawing().in_language(content.language)
    column = Column(drawing, MARGIN, MARGIN, _INNER, SIZES.scaled(scale))
    write_heading(column, content)
    return column


def _paged(content: GuidanceList, scale: float) -> list[Column] | None:
    """The steps on their pages; None when one alone is longer than a page and could be set smaller."""
    column = _page(content, scale)
    write_event(column, content)
    columns, bottom, fresh = [column], BOTTOM - round(_FOOT * column.sizes.label), True
    for number, step in enumerate(content.steps, start=1):
        tried = _after(column)
        write_step(tried, step, number, content.language)
        if tried.y > bottom and not fresh:
            column = _page(content, scale)
            named = event_in(content.event, content.language) or content.event
            column.write(named, column.sizes.task, Weight.BOLD)
            column.gap(0.3)
            columns.append(column)
            tried = _after(column)
            write_step(tried, step, number, content.language)
        if tried.y > bottom and scale > _SMALLEST:
            return None
        column.drawing.add(tried.drawing)
        column.y, fresh = tried.y, False
    return columns


def _after(column: Column) -> Column:
    """A column that goes on where `column` ends, on a drawing of its own."""
    return Column(Drawing(chinese=column.drawing.chinese), column.left, column.y, column.width, column.sizes)


def _finished(content: GuidanceList, columns: list[Column]) -> tuple[Drawing, ...]:
    """Every page with its foot."""
    words = GUIDANCE_WORDS[content.language]
    for place, column in enumerate(columns, start=1):
        column.rule(2)
        column.gap(0.4)
        page = words.page.format(page=place, pages=len(columns)) if len(columns) > 1 else ""
        write_foot(column, content, page)
    return tuple(column.drawing for column in columns)
