"""The slip on a thermal roll. The unit is one dot of a 203-dpi head; black only, because the head knows no gray."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.slips import SlipContent
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.qr import QUIET_MODULES, QrSymbol, qr_symbol
from app.printing.slip_parts import (
    badge,
    fields_of,
    fitted,
    lines_of,
    other_survey_names,
    paragraph,
    printed_words,
    registered_words,
    until_words,
    words_of,
)
from app.printing.wrapping import wrap_evenly

MODULE = 4


@dataclass(frozen=True, slots=True)
class Roll:
    """A roll and its type sizes, in dots.

    The head prints `head` dots in the middle of `width`; text keeps to the `printable` ones, two less on either side,
    because some letters reach a little to the left of where they start.
    """

    width: int
    head: int
    office: int
    number: int
    queue: int
    body: int
    label: int
    tiny: int
    top: int = 24
    bottom: int = 40

    @property
    def printable(self) -> int:
        return self.head - 4

    @property
    def left(self) -> int:
        return (self.width - self.printable) // 2

    @property
    def right(self) -> int:
        return self.left + self.printable


ROLL80 = Roll(width=640, head=576, office=34, number=132, queue=72, body=28, label=23, tiny=22)
ROLL58 = Roll(width=464, head=384, office=30, number=104, queue=52, body=26, label=21, tiny=20)
_NARROWEST_TEXT = 250


def draw_roll(content: SlipContent, roll: Roll) -> tuple[Drawing, int]:
    """The slip and the length of paper it takes, in dots. Errors: `ValueError` when the QR code is too wide."""
    symbol = qr_symbol(content.survey_url) if content.survey_url else None
    if symbol is not None and symbol.side * MODULE > roll.head:
        raise ValueError(f"a QR code of {symbol.side} modules is wider than {roll.head} dots")
    drawing = Drawing().in_language(content.language)
    y, queue_shown = _heading(drawing, content, roll)
    y = _fields(drawing, content, roll, y, with_queue_number=not queue_shown)
    y = _survey(drawing, content, roll, y, symbol) if symbol is not None else _no_survey(drawing, content, roll, y)
    y = _foot(drawing, content, roll, y)
    return drawing, y + roll.bottom


def _heading(drawing: Drawing, content: SlipContent, roll: Roll) -> tuple[int, bool]:
    words = words_of(content)
    y = paragraph(drawing, roll.left, roll.top, content.office, roll.office, roll.printable, Weight.BOLD)
    y += 6
    drawing.fill(roll.left, y, roll.printable, 5)
    y += 21
    drawing.text(roll.left, y + round(roll.label * 1.2), words.title, roll.label)
    if content.reissue:
        badge(drawing, roll.right, y, words.reissue, roll.label)
    y += round(roll.label * 1.5) + 8
    size = fitted(drawing, content.number, roll.number, roll.label, roll.printable, Weight.BOLD)
    baseline = y + round(size * 0.8)
    # The round letters of a big figure start a little inside their own width.
    drawing.text(roll.left - round(size * 0.02), baseline, content.number, size, Weight.BOLD)
    queue_shown = _queue_number(drawing, content, roll, baseline, size)
    y = baseline + round(roll.number * 0.16)
    y = paragraph(drawing, roll.left, y, registered_words(content), roll.body, roll.printable)
    return round(y) + 10, queue_shown


def _queue_number(drawing: Drawing, content: SlipContent, roll: Roll, baseline: float, size: float) -> bool:
    """The queue number at the right of the visit number; False when there is no room for it."""
    if not content.queue_number:
        return True
    label = words_of(content).queue_number
    wide = max(
        drawing.width(content.queue_number, roll.queue, Weight.BOLD), drawing.width(label, roll.label, Weight.REGULAR)
    )
    if drawing.width(content.number, size, Weight.BOLD) + 32 + wide > roll.printable:
        return False
    drawing.text_right(roll.right, baseline, content.queue_number, roll.queue, Weight.BOLD)
    drawing.text_right(roll.right, baseline - round(roll.queue * 0.88), label, roll.label)
    return True


def _fields(drawing: Drawing, content: SlipContent, roll: Roll, y: int, with_queue_number: bool) -> int:
    fields = fields_of(content, with_queue_number)
    drawing.fill(roll.left, y, roll.printable, 2)
    y += 16
    column = round(max(drawing.width(field.label, roll.label) for field in fields)) + 20 if fields else 0
    for field in fields:
        weight = Weight.BOLD if field.strong else Weight.REGULAR
        # Labels and values of different size stand on one baseline.
        drawing.text(roll.left, y + round(roll.body * 0.98), field.label, roll.label)
        y = (
            round(paragraph(drawing, roll.left + column, y, field.value, roll.body, roll.printable - column, weight))
            + 5
        )
    return y + 9


def _survey(drawing: Drawing, content: SlipContent, roll: Roll, y: int, symbol: QrSymbol) -> int:
    drawing.fill(roll.left, y, roll.printable, 2)
    y += 18
    side, quiet = symbol.side * MODULE, QUIET_MODULES * MODULE
    beside = roll.printable - side - quiet - 12
    own, others = words_of(content).survey, other_survey_names(content.language)
    if beside >= _NARROWEST_TEXT:
        x = roll.left + side + quiet + 12
        # At its left the margin of the paper is the quiet zone.
        drawing.fill_all(symbol.rects(roll.left, y + quiet, MODULE))
        text = Drawing(chinese=drawing.chinese)
        size = fitted(text, own, roll.body + 2, roll.label, beside, Weight.BOLD)
        end = round(paragraph(text, x, 0, own, size, beside, Weight.BOLD)) + 4
        for language, name in others:
            end = round(paragraph(text.in_language(language), x, end, name, roll.tiny, beside)) + 1
        size = fitted(text, until_words(content), roll.label + 1, roll.tiny, beside, Weight.BOLD)
        end = round(paragraph(text, x, end + 14, until_words(content), size, beside, Weight.BOLD))
        end = round(paragraph(text, x, end + 4, words_of(content).nothing_asked, roll.tiny, beside))
        height = side + 2 * quiet
        drawing.add(text, down=y + max(quiet - 6, (height - end) // 2))
        y += max(height, end + 2 * quiet)
        return round(paragraph(drawing, roll.left, y, content.survey_host, roll.body, roll.printable, Weight.BOLD)) + 10
    middle = roll.width / 2
    size = fitted(drawing, own, roll.body + 2, roll.label, roll.printable, Weight.BOLD)
    y = _centred(drawing, roll, middle, y, own, size, Weight.BOLD) + 2
    for language, name in others:
        y = _centred(drawing.in_language(language), roll, middle, y, name, roll.tiny, Weight.REGULAR)
    drawing.fill_all(symbol.rects((roll.width - side) // 2, y + quiet, MODULE))
    y = _centred(drawing, roll, middle, y + side + 2 * quiet, content.survey_host, roll.body, Weight.BOLD)
    y = _centred(drawing, roll, middle, y + 6, until_words(content), roll.label + 1, Weight.BOLD)
    y = _centred(drawing, roll, middle, y + 2, words_of(content).nothing_asked, roll.tiny, Weight.REGULAR)
    return y + 10


def _no_survey(drawing: Drawing, content: SlipContent, roll: Roll, y: int) -> int:
    drawing.fill(roll.left, y, roll.printable, 2)
    return round(paragraph(drawing, roll.left, y + 16, words_of(content).no_survey, roll.tiny, roll.printable)) + 14


def _centred(drawing: Drawing, roll: Roll, middle: float, y: int, text: str, size: float, weight: Weight) -> int:
    for line in wrap_evenly(text, roll.printable, lambda part: drawing.width(part, size, weight)):
        drawing.text_centred(middle, y + round(size * 0.98), line, size, weight)
        y += round(size * 1.3)
    return y


def _foot(drawing: Drawing, content: SlipContent, roll: Roll, y: int) -> int:
    drawing.fill(roll.left, y, roll.printable, 2)
    y += 12
    for line in lines_of(drawing, printed_words(content), roll.tiny, roll.printable, Weight.REGULAR):
        drawing.text(roll.left, y + round(roll.tiny * 0.98), line, roll.tiny)
        y += round(roll.tiny * 1.3)
    return y
