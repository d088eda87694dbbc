"""The slip on A5 for a laser printer. The unit is a dot of 203 to the inch, as on the rolls."""

from __future__ import annotations

from app.domain.slips import SlipContent
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.qr import QUIET_MODULES, QrSymbol, qr_symbol
from app.printing.slip_parts import (
    DOT,
    DPI,
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

WIDTH_PT = 148 / 25.4 * 72
HEIGHT_PT = 210 / 25.4 * 72
_WIDTH = WIDTH_PT / DOT
_HEIGHT = HEIGHT_PT / DOT
_MARGIN = round(13 / 25.4 * DPI)
_LEFT, _RIGHT = _MARGIN, round(_WIDTH) - _MARGIN
_INNER = _RIGHT - _LEFT
_FOOT = round(_HEIGHT) - round(11 / 25.4 * DPI)

_LARGEST_MODULE = 6
_SMALLEST_MODULE = 4
_WIDEST_QR = 460
_LABEL_COLUMN = 220
_SMALLEST_SCALE = 0.3


def draw_a5(content: SlipContent) -> Drawing:
    """The whole page. Errors: `ValueError` when the QR code is too large for the page at four dots a module."""
    symbol = qr_symbol(content.survey_url) if content.survey_url else None
    drawing = Drawing().in_language(content.language)
    survey_top = _survey(drawing, content, symbol) if symbol is not None else _no_survey(drawing, content)
    top, queue_shown = _heading(drawing, content)
    _fields(drawing, content, top, survey_top, with_queue_number=not queue_shown)
    drawing.text(_LEFT, _FOOT, printed_words(content), 25)
    return drawing


def _heading(drawing: Drawing, content: SlipContent) -> tuple[int, bool]:
    words = words_of(content)
    y = _MARGIN - 12
    office_width = _INNER
    if content.reissue:
        office_width = round(badge(drawing, _RIGHT, y, words.reissue, 34)) - _LEFT - 40
    office = 44.0
    while office > 20 and len(lines_of(drawing, content.office, office, office_width, Weight.BOLD)) > 2:
        office -= 2
    y = round(paragraph(drawing, _LEFT, y, content.office, office, office_width, Weight.BOLD)) + 14
    drawing.fill(_LEFT, y, _INNER, 6)
    y += 44
    drawing.text(_LEFT, y + 36, words.title, 38)
    y += 58
    size = fitted(drawing, content.number, 210, 60, _INNER, Weight.BOLD)
    baseline = y + round(size * 0.8)
    drawing.text(_LEFT - round(size * 0.02), baseline, content.number, size, Weight.BOLD)
    queue_shown = not content.queue_number
    queue_width = drawing.width(content.queue_number, 110, Weight.BOLD)
    if content.queue_number and drawing.width(content.number, size, Weight.BOLD) + 60 + queue_width <= _INNER:
        drawing.text_right(_RIGHT, baseline, content.queue_number, 110, Weight.BOLD)
        drawing.text_right(_RIGHT, baseline - 108, words.queue_number, 32)
        queue_shown = True
    y = baseline + 34
    y = round(paragraph(drawing, _LEFT, y, registered_words(content), 36, _INNER))
    return y + 26, queue_shown


def _fields(drawing: Drawing, content: SlipContent, top: int, bottom: int, with_queue_number: bool) -> None:
    """The labelled lines between `top` and `bottom`, as large as they fit."""
    fields = fields_of(content, with_queue_number)
    scale = 1.0
    while True:
        table = Drawing(chinese=drawing.chinese)
        y = top
        label, value, pad = round(30 * scale), round(36 * scale), round(17 * scale)
        for position, field in enumerate(fields):
            table.fill(_LEFT, y, _INNER, 2 if position == 0 else 1)
            y += pad
            weight = Weight.BOLD if field.strong else Weight.REGULAR
            table.text(_LEFT, y + round(value * 0.98), field.label, label)
            y = (
                round(paragraph(table, _LEFT + _LABEL_COLUMN, y, field.value, value, _INNER - _LABEL_COLUMN, weight))
                + pad
            )
        if y <= bottom or scale <= _SMALLEST_SCALE:
            break
        scale -= 0.05
    drawing.add(table)


def _no_survey(drawing: Drawing, content: SlipContent) -> int:
    """What stands in the survey panel's place; its top."""
    words, size = words_of(content).no_survey, 27
    lines = len(lines_of(drawing, words, size, _INNER, Weight.REGULAR))
    top = _FOOT - 54 - lines * round(size * 1.3)
    paragraph(drawing, _LEFT, top, words, size, _INNER)
    return top - 40


def _survey(drawing: Drawing, content: SlipContent, symbol: QrSymbol) -> int:
    """The framed survey panel above the foot; its top."""
    module = _LARGEST_MODULE
    while module > _SMALLEST_MODULE and (symbol.side + 2 * QUIET_MODULES) * module > _WIDEST_QR:
        module -= 1
    side, quiet = symbol.side * module, QUIET_MODULES * module
    x = _LEFT + side + 2 * quiet + 16
    width = _RIGHT - x - 28
    if width < 200:
        raise ValueError(f"a QR code of {symbol.side} modules is too wide for A5")
    own, others = words_of(content).survey, other_survey_names(content.language)
    text = Drawing(chinese=drawing.chinese)
    size = fitted(text, own, 44, 34, width, Weight.BOLD)
    end = round(paragraph(text, x, 0, own, size, width, Weight.BOLD)) + 8
    for language, name in others:
        end = round(paragraph(text.in_language(language), x, end, name, 29, width)) + 2
    end = round(paragraph(text, x, end + 26, until_words(content), 34, width, Weight.BOLD))
    end = round(paragraph(text, x, end + 8, words_of(content).nothing_asked, 27, width))
    inner = max(side + 2 * quiet, end + 2 * quiet)
    host_size = fitted(drawing, content.survey_host, 36, 24, _INNER - 2 * quiet - 24, Weight.BOLD)
    host_lines = lines_of(drawing, content.survey_host, host_size, _INNER - 2 * quiet - 24, Weight.BOLD)
    height = inner + round(host_size * 1.3) * len(host_lines) + 26
    top = _FOOT - 54 - height
    drawing.frame(_LEFT, top, _INNER, height, 2)
    drawing.fill_all(symbol.rects(_LEFT + quiet, top + (inner - side) // 2, module))
    drawing.add(text, down=top + (inner - end) // 2 + 6)
    paragraph(drawing, _LEFT + quiet, top + inner, content.survey_host, host_size, _INNER - 2 * quiet, Weight.BOLD)
    return top - 40
