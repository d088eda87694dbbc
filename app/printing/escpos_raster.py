"""The slip as the dots a thermal head burns: the PDF's own layout, black or white, cut into bands."""

from __future__ import annotations

from collections.abc import Iterator

from PIL import Image

from app.domain.slips import Paper
from app.printing.raster import render_page
from app.printing.slip_roll import ROLL58, ROLL80

HEAD_DPI = 203
BAND_ROWS = 48
"""6 mm of paper, at most 3.5 KB: a printer that stops in the middle of a band still has room for the rest of it in the
smallest usual memory (4 KB), and for the question after it."""

_ROLLS = {Paper.ROLL80: ROLL80, Paper.ROLL58: ROLL58}


def head_dots(paper: Paper) -> int:
    """The dots in one row of the head: 576 for 80 mm, 384 for 58 mm. Errors: `ValueError` for a sheet."""
    if paper not in _ROLLS:
        raise ValueError(f"no roll of {paper.value}")
    return _ROLLS[paper].head


def slip_dots(pdf: bytes, paper: Paper) -> Image.Image:
    """The page of `pdf` as `head_dots(paper)` columns of one bit (mode "1", 1 is white).

    The page is as wide as the paper; the head is in its middle. Nothing is dithered: a dot that is more than half
    covered is black, so every module of the QR code stays a square of whole dots.
    Errors: `ValueError` for a sheet or for a PDF made for another paper.
    """
    head = head_dots(paper)
    raster = render_page(pdf, HEAD_DPI).one_bit()
    roll = _ROLLS[paper]
    if raster.width != roll.width:
        raise ValueError(f"a page of {raster.width} dots is not for {paper.value}")
    page = Image.frombytes("L", (raster.width, raster.height), raster.gray)
    margin = (roll.width - head) // 2
    return page.crop((margin, 0, margin + head, raster.height)).convert("1", dither=Image.Dither.NONE)


def bands(dots: Image.Image, rows: int = BAND_ROWS) -> Iterator[Image.Image]:
    """`dots` from the top in pieces of at most `rows` rows."""
    for top in range(0, dots.height, rows):
        yield dots.crop((0, top, dots.width, min(top + rows, dots.height)))
