"""What a file is, told by its first bytes, and what its name may be."""

from __future__ import annotations

import unicodedata

from app.domain.attachments import Medium
from app.domain.case_errors import ResidentNumberInText
from app.domain.errors import BadValue
from app.domain.personal_data import PersonalDataKind, find_personal_data
from app.domain.plain_text import check_plain_text

NAME_LIMIT = 120
_FIELD = "attachment_name"
_STARTS = (
    (b"%PDF-", Medium.PDF),
    (b"\x89PNG\r\n\x1a\n", Medium.PNG),
    (b"\xff\xd8\xff", Medium.JPEG),
    (b"II*\x00", Medium.TIFF),
    (b"MM\x00*", Medium.TIFF),
)
_ENDINGS = {
    Medium.PDF: ("pdf",),
    Medium.PNG: ("png",),
    Medium.JPEG: ("jpg", "jpeg"),
    Medium.TIFF: ("tif", "tiff"),
}
_ARCHIVE_END = b"PK\x05\x06"
_ARCHIVE_END_BYTES = 22
_LONGEST_REMARK = 65535
_LOOKS_LIKE = (
    (b"MZ", "program"),
    (b"\x7fELF", "program"),
    (b"\xcf\xfa\xed\xfe", "program"),
    (b"PK", "archive"),
    (b"#!", "script"),
    (b"{\\rtf", "document"),
    (b"\xd0\xcf\x11\xe0", "document"),
)
_PAGE_MARKS = (b"<html", b"<!doctype", b"<script", b"<svg", b"<?xml")


def medium_of(content: bytes) -> Medium | None:
    """What may be attached, or None.

    The mark stands at the very start: a file that begins as something else and is a PDF further on is none. Nor is one
    that an archive hangs on, which another program would open as that.
    """
    found = next((medium for start, medium in _STARTS if content.startswith(start)), None)
    return None if found is None or _has_archive(content) else found


def looks_like(content: bytes) -> str:
    """What a file that may not be attached seems to be, one word; "unknown" where nothing tells."""
    if _has_archive(content):
        return "archive"
    head = content[:512].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if head.startswith(_PAGE_MARKS):
        return "page"
    return next((kind for start, kind in _LOOKS_LIKE if content.startswith(start)), "unknown")


def checked_name(name: str, medium: Medium) -> str:
    """A file's name without the way to it, with an ending that says what it is.

    Errors: `ResidentNumberInText`, those of `check_plain_text`, `BadValue` for one that leaves nothing.
    """
    told = unicodedata.normalize("NFC", name).replace("\\", "/").rsplit("/", 1)[-1].strip(" .\u3000")
    for spot in find_personal_data(told):
        if spot.kind is PersonalDataKind.RESIDENT_NUMBER:
            raise ResidentNumberInText(_FIELD, spot.start, spot.end)
    endings = _ENDINGS[medium]
    if told.rpartition(".")[2].lower() not in endings:
        told = f"{told}.{endings[0]}"
    if told.startswith("."):
        raise BadValue(_FIELD, name)
    check_plain_text(_FIELD, told, NAME_LIMIT)
    return told


def _has_archive(content: bytes) -> bool:
    """Whether the file ends as a ZIP archive does, whatever it begins with."""
    at = content.rfind(_ARCHIVE_END, max(0, len(content) - _LONGEST_REMARK - _ARCHIVE_END_BYTES))
    if at < 0 or at + _ARCHIVE_END_BYTES > len(content):
        return False
    return at + _ARCHIVE_END_BYTES + int.from_bytes(content[at + 20 : at + 22], "little") == len(content)
