"""A row of boxes to be signed in, at the foot of a page."""

from __future__ import annotations

from collections.abc import Sequence

from app.printing.drawing import Drawing
from app.printing.pages import TINT
from app.printing.sheet_tables import LINE, cell

_HEAD = 20.0
_SIZE = 9.5


def draw_signatures(
    drawing: Drawing, x: float, bottom: float, width: float, names: Sequence[str], height: float
) -> float:
    """A box under each of `names`, ending at `bottom`; all of it is `height` high. Its top."""
    top = bottom - height
    each = width / len(names)
    drawing.fill(x, top, width, _HEAD, TINT)
    for place, name in enumerate(names):
        left = x + each * place
        drawing.text_centred(left + each / 2, top + 13.6, cell(drawing, name, _SIZE, each - 8), _SIZE)
        if place:
            drawing.fill(left, top, 0.5, height, LINE)
    drawing.fill(x, top + _HEAD, width, 0.5, LINE)
    drawing.frame(x, top, width, height, 0.8)
    return top
