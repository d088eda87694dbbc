"""The guidance slip as PDF: where to go, for a citizen who is shown the way, on a thermal roll or on A5."""

from __future__ import annotations

from app.domain.guidance_slips import GuidanceList, GuidanceSlip
from app.domain.slips import Paper
from app.printing.fonts import printable
from app.printing.guidance_slip_a5 import draw_list_a5, draw_slip_a5
from app.printing.guidance_slip_roll import ROLLS, draw_guidance_roll
from app.printing.guidance_slip_words import GUIDANCE_WORDS
from app.printing.pdf import one_page
from app.printing.slip_a5 import HEIGHT_PT, WIDTH_PT
from app.printing.slip_parts import DOT

# A page a hair narrower than its dots: a renderer that rounds the pixel count up still ends at the dots.
_HAIR = 0.01


def guidance_pdfs(content: GuidanceSlip | GuidanceList, paper: Paper) -> tuple[bytes, ...]:
    """The pages of `content` on `paper`, one PDF each: a roll is as long as it takes, a list on A5 may take several.

    The same content and paper give the same bytes. Errors: `OSError` when the departments' names are not there.
    """
    words = GUIDANCE_WORDS[content.language]
    if isinstance(content, GuidanceSlip):
        title = f"{words.title} {printable(content.step.department)}"
    else:
        title = f"{words.list_title} {printable(content.event)}"
    if paper is Paper.A5:
        pages = (draw_slip_a5(content),) if isinstance(content, GuidanceSlip) else draw_list_a5(content)
        return tuple(one_page(page, WIDTH_PT, HEIGHT_PT, DOT, title, content.language) for page in pages)
    roll, sizes = ROLLS[paper]
    drawing, length = draw_guidance_roll(content, roll, sizes)
    return (one_page(drawing, roll.width * DOT - _HAIR, length * DOT - _HAIR, DOT, title, content.language),)
