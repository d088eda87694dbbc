"""The top of the sheet: title, approval boxes, what the figures are worth today, and the headline numbers."""

from __future__ import annotations

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import Estimate, PeriodFigures, SheetContent
from app.domain.periods import Period, Span
from app.printing.dates import date_words
from app.printing.drawing import WHITE, Drawing
from app.printing.figures_text import count_text, interval_text, share_text
from app.printing.fonts import Weight, printable
from app.printing.sheet_changes import draw_correction
from app.printing.sheet_tables import INK, LINE, QUIET, cell
from app.printing.words import SheetWords
from app.printing.wrapping import wrap

_BOX_HEAD = 15.0
_BOX = 40.0
_BOX_WIDTH = 54.0
_SIDE = 16.0
_STACKED = 3
_BOXES_WIDEST = 310.0
_TINTED = 0.955


def draw_head(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    content: SheetContent,
    words: SheetWords,
    language: ScreenLanguage,
) -> float:
    """Everything above the sections; the top of what follows."""
    boxes = _approval(drawing, x + width, y, content.approval_boxes, words.approval)
    figures = content.figures
    free = width - boxes - 16
    title = words.titles[figures.period.span]
    size = min(23.0, 23.0 * free / drawing.width(title, 23, Weight.BOLD))
    drawing.text(x, y + 24, title, size, Weight.BOLD)
    date = period_words(figures.period, Language(language.value))
    together = f"{figures.office}  ·  {date}"
    if drawing.width(together, 11.5) <= free:
        drawing.text(x, y + 47, together, 11.5)
    else:
        drawing.text(x, y + 40, cell(drawing, figures.office, 10, free), 10)
        drawing.text(x, y + 54, date, 10)
    y += _BOX_HEAD + _BOX + 10
    y = _standing(drawing, x, y, width, figures, words, date_words(figures.final_from, Language(language.value)))
    if figures.correction is not None:
        y = draw_correction(drawing, x, y + 5, width, figures.correction, words)
    if figures.late:
        text = cell(drawing, words.late.format(n=count_text(figures.late)), 8.5, width)
        drawing.text(x, y + 13, text, 8.5, Weight.BOLD)
        y += 14
    return _headline(drawing, x, y + 7, width, figures, words)


def period_words(period: Period, language: Language) -> str:
    """One day, or the first and the last one."""
    if period.span is Span.DAY:
        return date_words(period.first, language)
    return f"{date_words(period.first, language)} – {date_words(period.last, language)}"


def _approval(drawing: Drawing, right: float, y: float, names: tuple[str, ...], title: str) -> float:
    """The boxes for signatures, ending at `right`; how wide they are together."""
    if not names:
        return 0.0
    stacked = len(title) <= _STACKED
    side = _SIDE if stacked else drawing.width(title, 7.5) + 9
    each = min(_BOX_WIDTH, (_BOXES_WIDEST - side) / len(names))
    width = side + each * len(names)
    left, height = right - width, _BOX_HEAD + _BOX
    drawing.fill(left, y, side, height, _TINTED)
    drawing.fill(left + side, y, width - side, _BOX_HEAD, _TINTED)
    drawing.frame(left, y, width, height, 0.8)
    drawing.fill(left + side, y + _BOX_HEAD, width - side, 0.5)
    if stacked:
        for position, letter in enumerate(title):
            top = y + height / 2 + 11 * (position - len(title) / 2)
            drawing.text_centred(left + side / 2, top + 8.4, letter, 8.5)
    else:
        drawing.text_centred(left + side / 2, y + height / 2 + 2.6, title, 7.5)
    for position, name in enumerate(names):
        edge = left + side + each * position
        drawing.fill(edge, y, 0.5, height)
        size = 8.5
        while size > 5.5 and drawing.width(name, size) > each - 4:
            size -= 0.5
        drawing.text_centred(edge + each / 2, y + 10.6, cell(drawing, name, size, each - 4), size)
    return width


def _standing(
    drawing: Drawing, x: float, y: float, width: float, figures: PeriodFigures, words: SheetWords, date: str
) -> float:
    """Whether the figures may still change, and why."""
    label, why = (words.provisional, words.provisional_why) if figures.provisional else (words.final, words.final_why)
    inside = 6.0
    wide = drawing.width(label, 8.5, Weight.BOLD) + 2 * inside
    lines = wrap(why.format(date=date), width - wide - 18, lambda part: drawing.width(part, 8.5))
    height = 18.0 + 11 * (len(lines) - 1)
    drawing.fill(x, y, width, height, _TINTED)
    if figures.provisional:
        drawing.fill(x, y, wide, height)
    else:
        drawing.frame(x, y, wide, height, 0.8)
    drawing.text(x + inside, y + height / 2 + 3, label, 8.5, Weight.BOLD, WHITE if figures.provisional else INK)
    for position, line in enumerate(lines):
        drawing.text(x + wide + 9, y + 12 + 11 * position, line, 8.5)
    return y + height


def _headline(drawing: Drawing, x: float, y: float, width: float, figures: PeriodFigures, words: SheetWords) -> float:
    """Twelve numbers in two rows; under each what it stands on, or what it was in the period before."""
    before, span = figures.previous, figures.period.span

    def was(text: str) -> str:
        return words.before[span].format(value=text) if before is not None else ""

    rows = (
        (
            (words.visits, count_text(figures.visits), was(count_text(before.visits) if before else "")),
            (words.services, count_text(figures.services), was(count_text(before.services) if before else "")),
            (words.done, count_text(figures.done), was(count_text(before.done) if before else "")),
            (words.open, _together(figures.waiting, figures.called, figures.serving), ""),
            (words.gone, _together(figures.left, figures.unrecorded), ""),
            (words.undone, count_text(figures.undone), ""),
        ),
        (
            (words.slips, count_text(figures.slips_printed), was(count_text(before.slips_printed) if before else "")),
            (words.withheld, count_text(figures.slips_withheld), ""),
            (
                words.answers,
                count_text(figures.surveys_answered),
                f"{words.not_answered} {count_text(figures.not_answered)}",
            ),
            _shared(words.response_rate, figures.response, words, before.response if before else None, span),
            _shared(words.satisfied, figures.satisfied, words, before.satisfied if before else None, span),
            _shared(words.route, figures.route, words, before.route if before else None, span),
        ),
    )
    each = width / len(rows[0])
    for line in rows:
        height = 43.0 + 8.0 * (max(len(note.splitlines()) for _, _, note in line) - 1)
        for position, (label, figure, note) in enumerate(line):
            left = x + each * position
            if position:
                drawing.fill(left, y + 4, 0.5, height - 10, LINE)
            inset = 8.0 if position else 0.0
            drawing.text(left + inset, y + 9, cell(drawing, label, 7.5, each - inset - 3), 7.5, gray=QUIET)
            drawing.text(left + inset, y + 26, printable(figure), 15, Weight.BOLD)
            for place, words_under in enumerate(note.splitlines()):
                shown = cell(drawing, words_under, 6.5, each - inset - 3)
                drawing.text(left + inset, y + 35 + 8 * place, shown, 6.5, gray=QUIET)
        y += height
    return y


def _together(*counts: int) -> str:
    return " · ".join(count_text(n) for n in counts)


def _shared(
    label: str, share: Estimate, words: SheetWords, before: Estimate | None, span: Span
) -> tuple[str, str, str]:
    """A share with its interval, how many answers or slips it stands on, and the one before."""
    was = words.before[span].format(value=share_text(before.value)) if before is not None else ""
    interval = interval_text(share, words.interval, 100)
    stands_on = [f"{interval}%" if interval else "", f"n {share.n:,}" if share.n else ""]
    lines = ("  ".join(part for part in stands_on if part), was)
    return label, share_text(share.value), "\n".join(line for line in lines if line)
