"""The survey's part of the sheet: a line a question, and the troubles. The sealed question never has a figure."""

from __future__ import annotations

import re

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import Estimate, ItemFigure, PeriodFigures
from app.domain.surveys import COMMENT, ROUTE, TROUBLE
from app.printing.drawing import Drawing
from app.printing.figures_text import score_text, share_text
from app.printing.fonts import Weight
from app.printing.sheet_tables import LINE, QUIET, ROW, TEXT, bar, cell, hundredth, section, whisker
from app.printing.words import SheetWords

_REMARK = re.compile(r"\s*[(（][^()（）]*[)）]\s*(?=[.?]?$)")
_FIGURE_WIDTH = 38.0
_BAR_WIDTH = 150.0
_BAR_HEIGHT = 6.0


def short_question(words: str) -> str:
    """A question without the remark in brackets at its end."""
    return _REMARK.sub("", words)


def draw_items(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    figures: PeriodFigures,
    words: SheetWords,
    language: ScreenLanguage,
) -> float:
    """The questions with their scores; the top of what follows. Troubles are drawn by `draw_troubles`."""
    y = section(drawing, x, y, width, words.scores)
    for item in figures.items:
        if item.id in (TROUBLE, COMMENT):
            continue
        text = short_question(item.words[Language(language.value)])
        figure_right = x + width
        bar_left = figure_right - _FIGURE_WIDTH - _BAR_WIDTH
        drawing.text(x, y + 9, cell(drawing, text, TEXT, bar_left - x - 10), TEXT)
        if item.sealed:
            drawing.text_right(figure_right, y + 9, words.sealed, TEXT, gray=QUIET)
        else:
            text, share = _figure(item, figures)
            drawing.text_right(figure_right, y + 9, text, TEXT, Weight.BOLD)
            if share.value is not None:
                bar(drawing, bar_left, y + 3.4, _BAR_WIDTH, _BAR_HEIGHT, share.value)
                whisker(drawing, bar_left, y + 3.4, _BAR_WIDTH, _BAR_HEIGHT, share)
        y += ROW
        drawing.fill(x, y - 0.4, width, 0.4, LINE)
    return y


def _figure(item: ItemFigure, figures: PeriodFigures) -> tuple[str, Estimate]:
    """The words of an item's figure, and the figure as a part of the scale."""
    if item.id == ROUTE:
        return share_text(figures.route.value), figures.route
    return score_text(item.score.value), hundredth(item.score)


def draw_troubles(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    figures: PeriodFigures,
    words: SheetWords,
    language: ScreenLanguage,
) -> float:
    """The troubles people ticked with their shares; the top of what follows."""
    y = section(drawing, x, y, width, words.troubles)
    shares = [row for item in figures.items if item.id == TROUBLE and not item.sealed for row in item.shares]
    if not shares:
        drawing.text(x, y + 9, words.nothing, TEXT, gray=QUIET)
        return y + ROW
    for _, names, share in shares:
        text = cell(drawing, names[Language(language.value)], TEXT, width - 78)
        drawing.text(x, y + 9, text, TEXT)
        drawing.text_right(x + width, y + 9, share_text(share.value), TEXT, Weight.BOLD)
        if share.value is not None:
            bar(drawing, x + width - 72, y + 3.4, 34, _BAR_HEIGHT, share.value)
            whisker(drawing, x + width - 72, y + 3.4, 34, _BAR_HEIGHT, share)
        y += ROW
        drawing.fill(x, y - 0.4, width, 0.4, LINE)
    return y
