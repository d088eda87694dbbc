"""The sheet's part about people who were sent to a wrong desk: what for, where to and why; never by whom."""

from __future__ import annotations

from collections.abc import Sequence

from app.domain.guidance import WrongReferral
from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import REFERRAL_DAYS, PeriodFigures
from app.printing.dates import short_date_words
from app.printing.drawing import Drawing
from app.printing.figures_text import DASH, count_text
from app.printing.fonts import Weight
from app.printing.sheet_tables import LINE, QUIET, ROW, SMALL, TEXT, cell, section
from app.printing.words import SheetWords

_MOST = 4
_SHARES = (0.38, 0.19, 0.19, 0.17, 0.07)


def draw_referrals(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    figures: PeriodFigures,
    words: SheetWords,
    language: ScreenLanguage,
) -> float:
    """The commonest in at most four rows that add up to all of them; the top of what follows."""
    referrals = figures.wrong_referrals
    people = count_text(sum(referral.people for referral in referrals))
    until = short_date_words(figures.referred_until, Language(language.value))
    y = section(drawing, x, y, width, words.referrals.format(days=REFERRAL_DAYS, people=people, date=until))
    widths = [width * share for share in _SHARES]
    y = _line(drawing, x, y, widths, words.referred, SMALL, quiet=True) - 1
    shown = referrals if len(referrals) <= _MOST else referrals[: _MOST - 1]
    rest = referrals[len(shown) :]
    lines = [_cells(referral, words) for referral in shown]
    if rest:
        others = sum(referral.people for referral in rest)
        lines.append((words.other_referrals.format(n=len(rest)), "", "", "", count_text(others)))
    for line in lines:
        drawing.fill(x, y, width, 0.4, LINE)
        y = _line(drawing, x, y, widths, line, TEXT)
    return y


def _cells(referral: WrongReferral, words: SheetWords) -> tuple[str, ...]:
    said = f"{referral.title} ‘{referral.phrase}’" if referral.phrase else referral.title
    belonged = referral.actual_department or DASH
    return said, referral.department, belonged, words.wrong_reasons[referral.reason], count_text(referral.people)


def _line(
    drawing: Drawing,
    x: float,
    y: float,
    widths: Sequence[float],
    cells: Sequence[str],
    size: float,
    quiet: bool = False,
) -> float:
    """Words from the left, the last cell from the right in bold."""
    gray = QUIET if quiet else 0.0
    left = x
    for wide, text in zip(widths[:-1], cells[:-1], strict=True):
        drawing.text(left, y + 9, cell(drawing, text, size, wide - 6), size, gray=gray)
        left += wide
    weight = Weight.REGULAR if quiet else Weight.BOLD
    drawing.text_right(left + widths[-1], y + 9, cells[-1], size, weight, gray)
    return y + ROW
