"""Finding personal data in free text, and covering it (개인정보 보호법; domain section 4).

Positions are given in the text as it was typed, although the search runs on a folded copy in which full-width
digits, letters and dashes have become plain ones.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum


class PersonalDataKind(StrEnum):
    RESIDENT_NUMBER = "resident_number"
    PHONE = "phone"
    EMAIL = "email"
    CARD = "card"
    PASSPORT = "passport"
    LICENCE = "licence"


@dataclass(frozen=True, slots=True)
class PersonalData:
    """One spot: `start` and `end` are positions in the text as typed, end excluded."""

    kind: PersonalDataKind
    start: int
    end: int


_GAP = r"[\s\-–.·/_]{0,3}"
_PATTERNS: tuple[tuple[PersonalDataKind, re.Pattern[str]], ...] = (
    (PersonalDataKind.EMAIL, re.compile(r"[A-Za-z0-9._%+\-]+\s?@\s?[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+")),
    (PersonalDataKind.RESIDENT_NUMBER, re.compile(rf"(?<!\d)\d{{6}}{_GAP}[1-8]\d{{6}}(?!\d)")),
    (PersonalDataKind.CARD, re.compile(r"(?<!\d)\d{4}[\s\-./_]{0,2}\d{4}[\s\-./_]{0,2}\d{4}[\s\-./_]{0,2}\d{4}(?!\d)")),
    (PersonalDataKind.LICENCE, re.compile(r"(?<!\d)\d{2}[\s\-]\d{2}[\s\-]\d{6}[\s\-]\d{2}(?!\d)")),
    (
        PersonalDataKind.PHONE,
        re.compile(
            rf"(?<!\d)(?:\+?\s?82{_GAP}(?:\(0\)|0)?|0)"
            rf"(?:1[016789]|2|3[1-3]|4[1-4]|5[1-5]|6[1-4]|70|50\d)\)?{_GAP}\d{{3,4}}{_GAP}\d{{4}}(?!\d)"
        ),
    ),
    (PersonalDataKind.PASSPORT, re.compile(r"(?<![A-Za-z0-9])[MSRODGT](?:\d{8}|\d{3}[A-Z]\d{4})(?!\d)", re.IGNORECASE)),
)


def _fold(text: str) -> tuple[str, list[int]]:
    """A plain copy of `text`, and for each of its characters the position it came from."""
    folded: list[str] = []
    origin: list[int] = []
    for position, character in enumerate(text):
        category = unicodedata.category(character)
        if category == "Cf":  # zero-width characters hide digits from a search
            continue
        if category == "Pd" or character in "\u2212\u30fc":
            plain = "-"
        elif character.isdecimal():
            plain = str(unicodedata.decimal(character))
        else:
            plain = unicodedata.normalize("NFKC", character)
        folded.append(plain)
        origin.extend([position] * len(plain))
    return "".join(folded), origin


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def find_personal_data(text: str, allowed_phones: Iterable[str] = ()) -> tuple[PersonalData, ...]:
    """Every spot in `text` that looks like personal data, from left to right, not overlapping.

    `allowed_phones` are the office's own numbers in any spelling; those are not reported.
    """
    folded, origin = _fold(text)
    allowed = {_digits(phone) for phone in allowed_phones}
    found: list[PersonalData] = []
    for kind, pattern in _PATTERNS:
        for match in pattern.finditer(folded):
            if kind is PersonalDataKind.PHONE:
                national = re.sub(r"^\+?\s?82[\s\-.]*(\(0\)|0)?", "0", match.group())
                if _digits(national) in allowed:
                    continue
            start, end = origin[match.start()], origin[match.end() - 1] + 1
            if all(end <= other.start or start >= other.end for other in found):
                found.append(PersonalData(kind, start, end))
    return tuple(sorted(found, key=lambda spot: spot.start))


def mask_personal_data(text: str, allowed_phones: Iterable[str] = ()) -> str:
    """`text` with every spot covered by asterisks of the same length; what remains is found clean."""
    allowed = tuple(allowed_phones)
    masked = list(text)
    # Covering one spot can lay another one bare that began inside it.
    while spots := find_personal_data("".join(masked), allowed):
        for spot in spots:
            masked[spot.start : spot.end] = "*" * (spot.end - spot.start)
    return "".join(masked)
