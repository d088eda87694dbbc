"""A day or a period on one A4 sheet, as a PDF: the same figures as on the screen, for signature and file."""

from __future__ import annotations

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import SheetContent
from app.domain.periods import By
from app.printing.dates import moment_words
from app.printing.drawing import Drawing
from app.printing.pdf import one_page
from app.printing.sheet_head import draw_head
from app.printing.sheet_referrals import draw_referrals
from app.printing.sheet_survey import draw_items, draw_troubles
from app.printing.sheet_tables import LINE, QUIET, ROW, SMALL, TITLE_HEIGHT, cell
from app.printing.sheet_visits import draw_chart, draw_counts, draw_departments, draw_times
from app.printing.words import SHEET_WORDS, SheetWords

WIDTH = 210 / 25.4 * 72
HEIGHT = 297 / 25.4 * 72
MARGIN = 14 / 25.4 * 72
_TOP = 12 / 25.4 * 72
_FOOT = HEIGHT - 11 / 25.4 * 72
_NOTES = 44.0
_GAP = 11.0
_GUTTER = 18.0
_FEWEST_LINES = 2


def sheet_pdf(content: SheetContent, language: ScreenLanguage, by: By = By.SERVICE) -> bytes:
    """One A4 page, always: what does not fit a table becomes one row of the rest, and totals still add up.

    `by` is the table on the left; departments and counters stand on the right, bureaus in their place when asked for.
    The same content gives the same bytes.
    """
    words = SHEET_WORDS[language]
    title = f"{words.titles[content.figures.period.span]} {content.figures.period.text()}"
    return one_page(draw_sheet(content, language, by), WIDTH, HEIGHT, 1.0, title, language)


def draw_sheet(content: SheetContent, language: ScreenLanguage, by: By = By.SERVICE) -> Drawing:
    """The whole page, in points."""
    words, figures = SHEET_WORDS[language], content.figures
    on_left = by if by not in (By.DEPARTMENT, By.BUREAU, By.COUNTER) else By.SERVICE
    on_right = By.BUREAU if by is By.BUREAU else By.DEPARTMENT
    drawing = Drawing()
    width = WIDTH - 2 * MARGIN
    half = (width - _GUTTER) / 2
    left, right = MARGIN, MARGIN + half + _GUTTER
    y = draw_head(drawing, left, _TOP, width, content, words, language)
    y = draw_items(drawing, left, y + _GAP - 4, width, figures, words, language) + _GAP
    after_troubles = draw_troubles(drawing, left, y, half, figures, words, language)
    after_times = draw_times(drawing, right, y, half, figures, words)
    y = max(after_troubles, after_times) + _GAP
    y = draw_chart(drawing, left, y, width, figures, words) + _GAP
    if figures.wrong_referrals:
        y = draw_referrals(drawing, left, y, width, figures, words, language) + _GAP
    bottom = _FOOT - _NOTES - 4
    draw_counts(drawing, left, y, half, figures.cuts[on_left], words, language, _lines(y, bottom))
    # Departments and counters share a column: a third for the counters, and whatever the departments leave.
    counted, wanted = figures.cuts[By.COUNTER], len(figures.cuts[on_right].rows)
    free = _lines(y, bottom) - _OVERHEAD_LINES
    counters = max(_FEWEST_LINES, min(len(counted.rows), free // 3), free - wanted)
    departments = max(_FEWEST_LINES, free - min(counters, max(1, len(counted.rows))))
    y = draw_departments(drawing, right, y, half, figures, words, on_right, departments) + _GAP
    draw_counts(drawing, right, y, half, counted, words, language, counters)
    _foot(drawing, left, width, content, words, language)
    return drawing


# What a second table costs beside its rows: gap, title, header line and total.
_OVERHEAD_LINES = int((_GAP + TITLE_HEIGHT + 2 * ROW) / ROW) + 1


def _lines(top: float, bottom: float) -> int:
    """How many rows a table with title, header line and total may have between `top` and `bottom`."""
    return max(_FEWEST_LINES, int((bottom - top - TITLE_HEIGHT - 2 * ROW) / ROW))


def _foot(
    drawing: Drawing, x: float, width: float, content: SheetContent, words: SheetWords, language: ScreenLanguage
) -> None:
    """What the dash means, what the scores stand on, and who printed the sheet when."""
    own = Language(language.value)
    y = _FOOT - _NOTES
    scored = content.figures.scored_answers
    base = words.footnote_base.format(n=f"{scored:,}") if scored else words.footnote_no_base
    first = f"{words.footnote} {base}"
    if content.figures.provisional:
        first = f"{first} {words.footnote_departments}"
    for note in (first, words.footnote_times, f"{words.footnote_intervals} {words.footnote_services}"):
        drawing.text(x, y + SMALL, cell(drawing, note, SMALL, width), SMALL, gray=QUIET)
        y += SMALL * 1.4
    y = _FOOT
    drawing.fill(x, y - 10.5, width, 0.4, LINE)
    printed = f"{words.printed_at} {moment_words(content.printed_at, own)}"
    drawing.text_right(x + width, y, printed, SMALL + 0.5)
    who = f"{content.figures.office}  ·  {words.printed_by} {content.printed_by}"
    free = width - drawing.width(printed, SMALL + 0.5) - 20
    drawing.text(x, y, cell(drawing, who, SMALL + 0.5, free), SMALL + 0.5)
