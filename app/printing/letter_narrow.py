"""The receipt of a case (민원 접수증) on a thermal roll or A5: large, with the applicant's name masked.

The unit is a dot of 203 to the inch. Other letters are A4 (`app.printing.letter_a4`).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from urllib.parse import urlsplit

from app.domain.languages import Language
from app.domain.letters import LetterContent
from app.domain.slips import Paper
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.guidance_slip_a5 import BOTTOM, MARGIN
from app.printing.guidance_slip_column import Column, TypeSizes
from app.printing.letter_body import letter_body
from app.printing.letter_words import moment
from app.printing.qr import QUIET_MODULES, qr_symbol
from app.printing.slip_a5 import WIDTH_PT
from app.printing.slip_parts import DOT
from app.printing.slip_roll import MODULE, ROLL58, ROLL80, Roll
from app.printing.words import SLIP_WORDS

ROLLS: Mapping[Paper, tuple[Roll, TypeSizes]] = {
    Paper.ROLL80: (ROLL80, TypeSizes(office=32, name=62, place=34, task=32, body=28, label=23)),
    Paper.ROLL58: (ROLL58, TypeSizes(office=28, name=50, place=30, task=28, body=26, label=21)),
}
_A5 = TypeSizes(office=42, name=96, place=46, task=44, body=36, label=29)
_INNER = round(WIDTH_PT / DOT) - 2 * MARGIN
_SMALLER = 0.94
_STEPS = 36
_LARGEST = 1.4
_NARROWEST_TEXT = 250
_STRONG = ("처리기한", "처리 부서", "민원명")


def draw_receipt_roll(content: LetterContent, paper: Paper) -> tuple[Drawing, int]:
    """The whole roll, and the length of paper it takes, in dots. Errors: `ValueError` for a code too wide for it."""
    roll, sizes = ROLLS[paper]
    column = Column(Drawing(), roll.left, roll.top, roll.printable, sizes)
    _write(column, content, MODULE, roll.head)
    return column.drawing, round(column.y) + roll.bottom


def draw_receipt_a5(content: LetterContent) -> Drawing:
    """One page, in the largest type that it holds. Errors: `ValueError` for a code too wide for it."""
    step = bisect_left(range(_STEPS), True, key=lambda step: _page(content, step).y <= BOTTOM)
    return _page(content, step).drawing


def _page(content: LetterContent, step: int) -> Column:
    """The page in type that is `step` steps smaller than the largest."""
    column = Column(Drawing(), MARGIN, MARGIN, _INNER, _A5.scaled(_LARGEST * _SMALLER**step))
    _write(column, content, 5 if step < _STEPS // 2 else MODULE, _INNER)
    return column


def _write(column: Column, content: LetterContent, module: int, head: int) -> None:
    body, sizes = letter_body(content), column.sizes
    column.write_large(content.office, sizes.office, sizes.label)
    column.gap(0.2)
    column.rule(5)
    column.gap(0.4)
    column.write(body.title, sizes.task)
    column.write_large(content.case.number, sizes.name, sizes.body)
    column.gap(0.2)
    column.write(body.lead, sizes.label)
    column.gap(0.4)
    column.rule(2)
    column.gap(0.5)
    _rows(column, body.rows[1:])
    column.rule(2)
    column.gap(0.4)
    for note in body.notes:
        column.write(note, sizes.label)
        column.gap(0.2)
    if content.survey_url:
        column.gap(0.2)
        _survey(column, content.survey_url, module, head)
        column.gap(0.4)
        column.rule(2)
    column.gap(0.4)
    column.write(body.signer, sizes.place, Weight.BOLD)
    column.gap(0.2)
    column.rule(2)
    column.gap(0.3)
    column.write(f"인쇄 {content.printed_by} {moment(content.printed_at)}", sizes.label)


def _rows(column: Column, rows: tuple[tuple[str, str], ...]) -> None:
    """Labels on the left, what they stand for beside them, on one baseline."""
    sizes, drawing = column.sizes, column.drawing
    shown = [(label, value) for label, value in rows if printable(value)]
    wide = max((drawing.width(label, sizes.label) for label, _ in shown), default=0.0)
    indent = round(wide) + round(sizes.label * 0.8)
    for label, value in shown:
        drawing.text(column.left, column.y + round(sizes.body * 0.98), label, sizes.label)
        weight = Weight.BOLD if label in _STRONG else Weight.REGULAR
        column.write(value, sizes.body, weight, indent)
        column.gap(0.22)
    column.gap(0.2)


def _survey(column: Column, url: str, module: int, head: int) -> None:
    """The code with its host in plain words below; what it is stands beside it, or above where that is too narrow."""
    words, sizes, drawing = SLIP_WORDS[Language.KO], column.sizes, column.drawing
    symbol = qr_symbol(url)
    side, quiet = symbol.side * module, QUIET_MODULES * module
    if side > head:
        raise ValueError(f"a QR code of {symbol.side} modules is wider than {head} dots")
    beside = column.width - side - 2 * quiet
    if beside < _NARROWEST_TEXT:
        column.write(words.survey, sizes.body, Weight.BOLD)
        column.write(words.nothing_asked, sizes.label)
        left = round(column.left + max(0, (column.width - side) / 2))
        drawing.fill_all(symbol.rects(left, round(column.y) + quiet, module))
        column.y = round(column.y) + side + 2 * quiet
    else:
        top = round(column.y)
        text = Column(drawing, column.left + side + 2 * quiet, top + quiet, beside, sizes)
        text.write(words.survey, sizes.body, Weight.BOLD)
        text.gap(0.3)
        text.write(words.nothing_asked, sizes.label)
        drawing.fill_all(symbol.rects(round(column.left), top + quiet, module))
        column.y = max(top + side + 2 * quiet, round(text.y) + quiet)
    column.write(urlsplit(url).netloc, sizes.body, Weight.BOLD)
