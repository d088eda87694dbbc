"""Scans and photos made ready for the screen."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from app.printing.photos import shown_picture

RED, BLUE = (220, 30, 30), (30, 30, 220)


def photo(kind: str, size: tuple[int, int], turned: int = 1) -> bytes:
    """A picture red on the left and blue on the right; `turned` is the camera's mark of how it was held."""
    picture = Image.new("RGB", size, RED)
    picture.paste(BLUE, (size[0] // 2, 0, size[0], size[1]))
    marks = picture.getexif()
    marks[0x0112] = turned
    target = BytesIO()
    picture.save(target, kind, exif=marks)
    return target.getvalue()


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_every_kind_that_may_be_attached_is_drawn(kind: str) -> None:
    drawn = shown_picture(photo(kind, (300, 100)), 150)
    assert drawn is not None
    assert (drawn.width, drawn.height, len(drawn.colours)) == (150, 50, 150 * 50 * 3)
    left, right = drawn.colours[:3], drawn.colours[-3:]
    assert left[0] > 180 > left[2]
    assert right[2] > 180 > right[0]


def test_a_photo_held_sideways_stands_upright() -> None:
    drawn = shown_picture(photo("JPEG", (300, 100), turned=6), 1000)
    assert drawn is not None
    assert (drawn.width, drawn.height) == (100, 300)


@pytest.mark.parametrize("content", [b"", b"MZ\x90\x00", photo("PNG", (40, 40))[:60], b"%PDF-1.4"])
def test_what_is_no_picture_is_not_drawn(content: bytes) -> None:
    assert shown_picture(content, 100) is None
