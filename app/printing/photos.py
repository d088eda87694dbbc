"""Photos made ready: for paper upright and cut to a shape, for the screen upright and no larger than it."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from app.domain.case_errors import NotAnAttachment

_WIDEST = 640
"""Pixels: 300 to the inch on the plate, and more than most printers show."""
_MOST_PIXELS = 120_000_000
_QUALITY = 88


@dataclass(frozen=True, slots=True)
class Picture:
    """`height` rows of `width` pixels, three bytes each (red, green, blue), without padding between rows."""

    width: int
    height: int
    colours: bytes


def shown_picture(content: bytes, longest: int) -> Picture | None:
    """A scan or photo (JPEG, PNG, TIFF) upright, neither side longer than `longest`; None where it cannot be drawn."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what is odd about a scanner's file is no news to whoever looks at it
            with Image.open(BytesIO(content), formats=("JPEG", "PNG", "TIFF")) as found:
                if found.width * found.height > _MOST_PIXELS:
                    return None
                upright = ImageOps.exif_transpose(found).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    upright.thumbnail((longest, longest))
    return Picture(upright.width, upright.height, upright.tobytes())


def portrait(path: Path, shape: float) -> bytes:
    """The middle of the picture at `path` as a JPEG of `shape` (its width over its height).

    Errors: `NotAnAttachment` for a file that is no picture or too large a one, `OSError` when it cannot be read.
    """
    content = path.read_bytes()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as found:
                if found.width * found.height > _MOST_PIXELS:
                    raise NotAnAttachment(path.name, f"{found.width}×{found.height}")
                upright = ImageOps.exif_transpose(found).convert("RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise NotAnAttachment(path.name, "") from error
    width = min(_WIDEST, max(1, min(upright.width, round(upright.height * shape))))
    fitted = ImageOps.fit(upright, (width, max(1, round(width / shape))))
    target = BytesIO()
    fitted.save(target, "JPEG", quality=_QUALITY)
    return target.getvalue()
