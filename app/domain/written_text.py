"""Longer texts about what people said and did: cases, their steps, cards, notes of abuse. They may have several lines.

They may name people, and are locked and erased for it. A 주민등록번호 may stand in none (개인정보 보호법 24조의2).
"""

from __future__ import annotations

import unicodedata

from app.domain.case_errors import ResidentNumberInText
from app.domain.errors import BadValue, PersonalDataInText
from app.domain.personal_data import PersonalDataKind, find_personal_data
from app.domain.plain_text import check_plain_text


def check_written(field: str, text: str, limit: int, *, needed: bool = False) -> str:
    """`text` composed and trimmed, its line ends alike, at most `limit` characters.

    Errors: `ResidentNumberInText`, those of `check_plain_text`; `BadValue` where it is `needed` and empty. Positions
    count from 0 in the text as typed, with its line ends as one character.
    """
    told = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    for spot in find_personal_data(told):
        if spot.kind is PersonalDataKind.RESIDENT_NUMBER:
            raise ResidentNumberInText(field, spot.start, spot.end)
    check_plain_text(field, told.replace("\n", " "), limit)
    tidied = "\n".join(line.strip(" \u3000") for line in unicodedata.normalize("NFC", told).split("\n")).strip("\n")
    if needed and not tidied:
        raise BadValue(field, "")
    return tidied


def check_impersonal(field: str, text: str, limit: int, *, needed: bool = False) -> str:
    """The same for what is kept for good and must hold no personal data. Errors: also `PersonalDataInText`."""
    tidied = check_written(field, text, limit, needed=needed)
    for spot in find_personal_data(tidied):
        raise PersonalDataInText(field, spot.kind.value, spot.start, spot.end)
    return tidied
