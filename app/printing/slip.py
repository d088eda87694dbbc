"""The citizen's slip as a PDF: on an 80 mm or 58 mm thermal roll, or on A5 for a laser printer."""

from __future__ import annotations

from app.domain.slips import Paper, SlipContent
from app.printing.fonts import printable
from app.printing.pdf import one_page
from app.printing.slip_a5 import HEIGHT_PT, WIDTH_PT, draw_a5
from app.printing.slip_parts import DOT, words_of
from app.printing.slip_roll import ROLL58, ROLL80, draw_roll

# A page a hair narrower than its dots: a renderer that rounds the pixel count up still ends at the dots.
_HAIR = 0.01


def slip_pdf(content: SlipContent, paper: Paper) -> bytes:
    """One page: the slip `content` on `paper`. A roll's page is as long as its content.

    The same content and paper give the same bytes. Errors: `ValueError` when the survey's address is too long for a
    QR code that the paper can hold at four dots a module.
    """
    title = f"{words_of(content).title} {printable(content.number)}"
    if paper is Paper.A5:
        return one_page(draw_a5(content), WIDTH_PT, HEIGHT_PT, DOT, title, content.language)
    roll = ROLL80 if paper is Paper.ROLL80 else ROLL58
    drawing, length = draw_roll(content, roll)
    return one_page(drawing, roll.width * DOT - _HAIR, length * DOT - _HAIR, DOT, title, content.language)
