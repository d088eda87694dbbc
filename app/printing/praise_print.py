"""A praise from the board as a card to hand to the clerk it is about: A5, lying.

What stands on it is what the board may show: personal data in it is covered. The card is the office's own and stays
Korean in every language of the screen.
"""

from __future__ import annotations

from collections.abc import Callable

from app.domain.cards import PraisePrint
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.letter_words import day_words, spaced
from app.printing.pages import paragraphs
from app.printing.pdf import one_page
from app.printing.sheet_tables import QUIET, cell
from app.printing.wrapping import Measure, wrap, wrap_evenly

WIDTH = 210 / 25.4 * 72
HEIGHT = 148 / 25.4 * 72
_TITLE = "칭찬 카드"
_FRAME = 11 / 25.4 * 72
_INNER = 26 / 25.4 * 72
_LARGEST = 23.0
_SMALLEST = 6.0
_TEXT_TOP = 104.0
_TEXT_BOTTOM = HEIGHT - 126.0
_PALE = 0.82
_LEADING = 1.55


def praise_pdf(content: PraisePrint) -> bytes:
    """One A5 page. The same content gives the same bytes."""
    return one_page(draw_praise(content), WIDTH, HEIGHT, 1.0, _TITLE, "ko")


def draw_praise(content: PraisePrint) -> Drawing:
    """The whole page, in points."""
    drawing, card = Drawing(), content.card
    middle = WIDTH / 2
    drawing.frame(_FRAME, _FRAME, WIDTH - 2 * _FRAME, HEIGHT - 2 * _FRAME, 1.4)
    drawing.frame(_FRAME + 5, _FRAME + 5, WIDTH - 2 * _FRAME - 10, HEIGHT - 2 * _FRAME - 10, 0.5, QUIET)
    drawing.text_centred(middle, _FRAME + 42, spaced("칭찬카드"), 15, Weight.BOLD)
    _ornament(drawing, middle, _FRAME + 56)
    drawing.text(_INNER - 24, _TEXT_TOP + 40, "“", 60, Weight.BOLD, _PALE)
    _said(drawing, card.shown)
    room = WIDTH - 2 * _INNER
    who = printable(card.about_name)
    to = f"{who} 님께" if who else "함께 일하는 모두에게"
    y = _TEXT_BOTTOM + 34
    size = 19.0
    while size > 9 and drawing.width(to, size, Weight.BOLD) > room:
        size -= 0.5
    drawing.text_centred(middle, y, cell(drawing, to, size, room, Weight.BOLD), size, Weight.BOLD)
    under = " · ".join(filter(None, (printable(card.department), day_words(card.day))))
    drawing.text_centred(middle, y + 21, cell(drawing, under, 10.5, room), 10.5, gray=QUIET)
    office = cell(drawing, content.office, 11.5, room, Weight.BOLD)
    drawing.text_centred(middle, HEIGHT - _FRAME - 21, office, 11.5, Weight.BOLD)
    return drawing


def _ornament(drawing: Drawing, middle: float, y: float) -> None:
    """A short line with a point in it."""
    for left in (middle - 46, middle + 8):
        drawing.fill(left, y, 38, 0.6, QUIET)
    drawing.fill(middle - 2.2, y - 1.9, 4.4, 4.4)


def _said(drawing: Drawing, text: str) -> None:
    """The words themselves, as large as they fit between the head and the name, lines of about the same length."""
    room = WIDTH - 2 * _INNER - 20
    height = _TEXT_BOTTOM - _TEXT_TOP
    parts = [part for part in paragraphs(text) if part]
    size = _LARGEST
    while size > _SMALLEST and len(_lines(drawing, parts, room, size, wrap)) * size * _LEADING > height:
        size -= 0.5
    lines = _lines(drawing, parts, room, size, wrap_evenly)
    y = _TEXT_TOP + (height - len(lines) * size * _LEADING) / 2
    for line in lines:
        drawing.text_centred(WIDTH / 2, y + size * 1.1, line, size)
        y += size * _LEADING


def _lines(
    drawing: Drawing, parts: list[str], room: float, size: float, cut: Callable[[str, float, Measure], tuple[str, ...]]
) -> list[str]:
    def measure(piece: str) -> float:
        return drawing.width(piece, size)

    return [line for part in parts for line in cut(part, room, measure)]
