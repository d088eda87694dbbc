"""Reading a file that is to be attached to a case: whether it is what may be attached, told by what is in it."""

from __future__ import annotations

import os
import warnings
from io import BytesIO
from pathlib import Path

from app.domain.attachment_kinds import looks_like, medium_of
from app.domain.attachments import Medium
from app.domain.case_errors import AttachmentTooLarge, AttachmentUnreadable, NotAnAttachment

_PICTURES = {Medium.PNG: "PNG", Medium.JPEG: "JPEG", Medium.TIFF: "TIFF"}
_MOST_PIXELS = 200_000_000


def read_attachable(path: Path, limit: int) -> tuple[bytes, Medium]:
    """The content of a file that may be attached, and what it is. One larger than `limit` bytes is not even read.

    Errors: `AttachmentUnreadable`, `AttachmentTooLarge`, `NotAnAttachment`.
    """
    try:
        with path.open("rb") as file:
            size = os.fstat(file.fileno()).st_size
            if size > limit:
                raise AttachmentTooLarge(path.name, size, limit)
            content = file.read(limit + 1)
    except (OSError, ValueError) as error:
        raise AttachmentUnreadable(path.name) from error
    if len(content) > limit:
        raise AttachmentTooLarge(path.name, len(content), limit)
    medium = medium_of(content)
    if medium is None:
        raise NotAnAttachment(path.name, looks_like(content))
    if medium in _PICTURES and not _is_picture(content, _PICTURES[medium]):
        raise NotAnAttachment(path.name, "damaged")
    return content, medium


def _is_picture(content: bytes, kind: str) -> bool:
    from PIL import Image  # here: it would make every start slower

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=(kind,)) as picture:
                if picture.width * picture.height > _MOST_PIXELS:
                    return False
                picture.verify()
    except (OSError, ValueError, SyntaxError, EOFError, Image.DecompressionBombError):
        return False
    return True
