"""What may have been meant by what was typed: as it stands, or in the other keyboard mode."""

from __future__ import annotations

import re

from app.domain.keyboard_mode import as_hangul, as_latin

_LATIN = re.compile("[A-Za-z]+")
_LOOSE = re.compile("[ㄱ-ㅣ]")
_ODD = re.compile("[가-힣]*[ㅏ-ㅣ][가-힣ㄱ-ㅣ]*|[가-힣]+[ㄱ-ㅎ]+[가-힣ㄱ-ㅣ]*")


def other_readings(query: str) -> tuple[str, ...]:
    """`query` as it would be in the other keyboard mode; empty where that makes nothing that could be read."""
    found = []
    if _LATIN.search(query):
        hangul = _LATIN.sub(lambda word: as_hangul(word[0]), query)
        # While the last syllable is being typed a letter may stand alone at the end.
        if not _LOOSE.search(hangul[:-1]):
            found.append(hangul)
    if _ODD.search(query):
        latin = as_latin(query)
        if not re.search("[ㄱ-ㅣ가-힣]", latin):
            found.append(latin)
    return tuple(found)
