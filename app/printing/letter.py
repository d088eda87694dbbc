"""The letters of a case as PDF: 접수증, 보완요구서, 연장·이송·진행상황·처리결과 통지서, 독촉장.

They are official forms of a Korean office and go to people in Korean: they stay Korean in every language of the screen.
"""

from __future__ import annotations

from app.domain.letters import LetterContent, LetterKind
from app.domain.slips import Paper
from app.printing.fonts import printable
from app.printing.letter_a4 import draw_letter
from app.printing.letter_body import letter_body
from app.printing.letter_narrow import ROLLS, draw_receipt_a5, draw_receipt_roll
from app.printing.pages import HEIGHT, WIDTH
from app.printing.pdf import all_pages, one_page
from app.printing.slip_a5 import HEIGHT_PT, WIDTH_PT
from app.printing.slip_parts import DOT

_LANGUAGE = "ko"
# A page a hair narrower than its dots: a renderer that rounds the pixel count up still ends at the dots.
_HAIR = 0.01


def letter_pdf(content: LetterContent, paper: Paper | None = None) -> bytes:
    """One PDF of as many A4 pages as the letter needs.

    A receipt may stand on `paper` instead, the paper of the slips: a roll as long as it takes, or one A5 page. Every
    other letter is A4 whatever `paper` says. The same content and paper give the same bytes. Errors: `ValueError` when
    the survey's address is too long for a QR code that the paper can hold.
    """
    title = f"{letter_body(content).title} {printable(content.case.number)}"
    if paper is None or content.kind is not LetterKind.RECEIPT:
        return all_pages(draw_letter(content), WIDTH, HEIGHT, 1.0, title, _LANGUAGE)
    if paper is Paper.A5:
        return one_page(draw_receipt_a5(content), WIDTH_PT, HEIGHT_PT, DOT, title, _LANGUAGE)
    roll, _ = ROLLS[paper]
    drawing, length = draw_receipt_roll(content, paper)
    return one_page(drawing, roll.width * DOT - _HAIR, length * DOT - _HAIR, DOT, title, _LANGUAGE)
