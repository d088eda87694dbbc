"""From marks to the pages of a PDF: the only module that draws with ReportLab.

The same marks give the same bytes, whenever and wherever they are drawn: dates and identifiers are fixed, and fonts
are embedded as the subset the page uses.
"""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO

from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from app.printing.drawing import BLACK, Drawing, FillMark, ImageMark, TextMark
from app.printing.fonts import Weight, faces, runs

CREATOR = "Minwon Desk"
# Renderers widen a lone rectangle to every pixel it touches; a twentieth of a dot keeps it off its neighbours.
_INSET = 0.018


def one_page(drawing: Drawing, width: float, height: float, unit: float, title: str, language: str) -> bytes:
    """A PDF of one page of `width` × `height` points; one unit of the drawing is `unit` points."""
    return all_pages((drawing,), width, height, unit, title, language)


def all_pages(
    drawings: Sequence[Drawing], width: float, height: float, unit: float, title: str, language: str
) -> bytes:
    """As `one_page`, with a page for each of `drawings`."""
    target = BytesIO()
    canvas = Canvas(
        target,
        pagesize=(width, height),
        invariant=1,
        pageCompression=1,
        lang=language,
        # ReportLab's own first font would stand in the file without being embedded.
        initialFontName=faces(Weight.REGULAR)[0].name,
    )
    canvas.setTitle(title)
    canvas.setCreator(CREATOR)
    canvas.setAuthor("")
    canvas.setSubject("")
    for drawing in drawings:
        _draw(canvas, drawing, height, unit)
        canvas.showPage()
    canvas.save()
    return target.getvalue()


def _draw(canvas: Canvas, drawing: Drawing, height: float, unit: float) -> None:
    gray = BLACK
    for mark in drawing.marks:
        if isinstance(mark, ImageMark):
            _show(canvas, mark, height, unit)
            continue
        if mark.gray != gray:
            canvas.setFillGray(mark.gray)
            gray = mark.gray
        if isinstance(mark, FillMark):
            _fill(canvas, mark, height, unit)
        else:
            _write(canvas, mark, height, unit)


def _show(canvas: Canvas, mark: ImageMark, height: float, unit: float) -> None:
    bottom = height - (mark.y + mark.height) * unit
    picture = ImageReader(BytesIO(mark.jpeg))
    canvas.drawImage(picture, mark.x * unit, bottom, mark.width * unit, mark.height * unit)


def _fill(canvas: Canvas, mark: FillMark, height: float, unit: float) -> None:
    path = canvas.beginPath()
    inset = _INSET if len(mark.rects) == 1 else 0.0
    for x, y, w, h in mark.rects:
        left, bottom = x * unit + inset, height - (y + h) * unit + inset
        path.rect(left, bottom, w * unit - 2 * inset, h * unit - 2 * inset)
    canvas.drawPath(path, stroke=0, fill=1)


def _write(canvas: Canvas, mark: TextMark, height: float, unit: float) -> None:
    if not mark.text:
        return
    line = canvas.beginText(mark.x * unit, height - mark.y * unit)
    for face, piece in runs(mark.text, mark.weight, mark.chinese):
        line.setFont(face.name, mark.size * unit)
        line.textOut(piece)
    canvas.drawText(line)
