"""The plate at a counter (명패): who sits there, with a photo or room for one. A5, lying.

It says that they are glad to help, is written for visitors and stays Korean in every language of the screen.
"""

from __future__ import annotations

from app.domain.name_plates import NamePlate
from app.printing.drawing import WHITE, Drawing
from app.printing.fonts import Weight, printable
from app.printing.letter_words import spaced
from app.printing.pdf import one_page
from app.printing.photos import portrait
from app.printing.sheet_tables import LINE, QUIET, cell
from app.printing.slip_parts import fitted

WIDTH = 210 / 25.4 * 72
HEIGHT = 148 / 25.4 * 72
PHOTO_WIDTH = 57 / 25.4 * 72
PHOTO_HEIGHT = 76 / 25.4 * 72
_QUESTION = "무엇을 도와드릴까요?"
_PROMISE = "친절히 모시겠습니다"
_MARGIN = 15 / 25.4 * 72
_BAND = 37 / 25.4 * 72
_LARGEST_NAME = 66.0
_DARK = 0.12


def name_plate_pdf(plate: NamePlate) -> bytes:
    """One A5 page. The same plate and photo give the same bytes. Errors: those of `app.printing.photos.portrait`."""
    title = f"명패 {printable(plate.name)}"
    return one_page(draw_name_plate(plate), WIDTH, HEIGHT, 1.0, title, "ko")


def draw_name_plate(plate: NamePlate) -> Drawing:
    """The whole page, in points. Errors: those of `app.printing.photos.portrait`."""
    drawing = Drawing()
    _photo(drawing, plate)
    left = _MARGIN + PHOTO_WIDTH + 30
    room = WIDTH - _MARGIN - left
    drawing.text(left, _MARGIN + 12, cell(drawing, plate.office, 13, room), 13, gray=QUIET)
    name = spaced(printable(plate.name))
    size = _LARGEST_NAME
    while size > 14 and drawing.width(name, size, Weight.BOLD) > room:
        size -= 1
    base = _MARGIN + PHOTO_HEIGHT - 30
    drawing.text(left - size * 0.03, base, cell(drawing, name, size, room, Weight.BOLD), size, Weight.BOLD)
    large = fitted(drawing, printable(plate.department), 26, 13, room, Weight.BOLD)
    department = cell(drawing, plate.department, large, room, Weight.BOLD)
    drawing.text(left, base - max(size, 40.0) * 0.98 - 14, department, large, Weight.BOLD)
    drawing.text(left, base + 27, cell(drawing, plate.role, 14, room), 14, gray=QUIET)
    top = HEIGHT - _BAND
    drawing.fill(0, top, WIDTH, _BAND, _DARK)
    drawing.text_centred(WIDTH / 2, top + 46, _QUESTION, 30, Weight.BOLD, WHITE)
    drawing.text_centred(WIDTH / 2, top + 76, _PROMISE, 17, Weight.REGULAR, WHITE)
    return drawing


def _photo(drawing: Drawing, plate: NamePlate) -> None:
    if plate.photo is not None:
        picture = portrait(plate.photo, PHOTO_WIDTH / PHOTO_HEIGHT)
        drawing.image(_MARGIN, _MARGIN, PHOTO_WIDTH, PHOTO_HEIGHT, picture)
    else:
        drawing.text_centred(_MARGIN + PHOTO_WIDTH / 2, _MARGIN + PHOTO_HEIGHT / 2 + 4, "사진", 12, gray=LINE)
    drawing.frame(_MARGIN, _MARGIN, PHOTO_WIDTH, PHOTO_HEIGHT, 0.6, LINE)
