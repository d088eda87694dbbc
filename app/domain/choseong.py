"""Finding a service by a few letters or by its 초성 (the first consonants of its syllables)."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from app.domain.offices import ServiceRecord

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FIRST_SYLLABLE = 0xAC00
_LAST_SYLLABLE = 0xD7A3
_SYLLABLES_PER_INITIAL = 588
_SYLLABLES_PER_VOWEL = 28


def initials(text: str) -> str:
    """The 초성 of `text`: 여권 신청 → ㅇㄱㅅㅊ; other letters stay, spaces and dots go."""
    out: list[str] = []
    for character in _squeeze(text):
        code = ord(character)
        if _FIRST_SYLLABLE <= code <= _LAST_SYLLABLE:
            out.append(_INITIALS[(code - _FIRST_SYLLABLE) // _SYLLABLES_PER_INITIAL])
        else:
            out.append(character)
    return "".join(out)


def _squeeze(text: str) -> str:
    composed = unicodedata.normalize("NFC", text).casefold()
    return "".join(c for c in composed if c.isalnum())


def _syllable_fits(typed: str, name: str) -> bool:
    """Whether `typed`, perhaps half-composed, can still become `name`: ㅇ, 여, 역 all fit 여 or 역."""
    if typed == name:
        return True
    if not _FIRST_SYLLABLE <= ord(name) <= _LAST_SYLLABLE:
        return False
    offset = ord(name) - _FIRST_SYLLABLE
    if typed in _INITIALS:
        return _INITIALS[offset // _SYLLABLES_PER_INITIAL] == typed
    if _FIRST_SYLLABLE <= ord(typed) <= _LAST_SYLLABLE:
        typed_offset = ord(typed) - _FIRST_SYLLABLE
        open_syllable = typed_offset % _SYLLABLES_PER_VOWEL == 0
        return open_syllable and typed_offset // _SYLLABLES_PER_VOWEL == offset // _SYLLABLES_PER_VOWEL
    return False


def _fits_at(typed: str, name: str, start: int) -> bool:
    """Whether `typed` fits `name` from `start`; 초성 may stand anywhere, a half-composed syllable only at the end."""
    if start + len(typed) > len(name):
        return False
    for index, character in enumerate(typed):
        target = name[start + index]
        last = index == len(typed) - 1
        if character == target:
            continue
        if character in _INITIALS or last:
            if not _syllable_fits(character, target):
                return False
        else:
            return False
    return True


def _rank(typed: str, service: ServiceRecord) -> int | None:
    """0 is best; None does not fit."""
    name = _squeeze(service.name)
    if _squeeze(service.code) == typed:
        return 0
    if _fits_at(typed, name, 0):
        return 1
    if any(_fits_at(typed, name, start) for start in range(1, len(name))):
        return 2
    words = [_squeeze(word) for word in service.keywords.split()]
    if any(_fits_at(typed, word, 0) for word in words):
        return 3
    remaining = iter(name)
    if all(any(_syllable_fits(c, n) for n in remaining) for c in typed):
        return 4
    return None


def find_services(typed: str, services: Sequence[ServiceRecord]) -> tuple[ServiceRecord, ...]:
    """The services that fit what was typed so far, best first; all of them, in their order, for nothing typed."""
    wanted = _squeeze(typed)
    if not wanted:
        return tuple(services) if not typed.strip() else ()
    ranked: list[tuple[int, int, ServiceRecord]] = []
    for position, service in enumerate(services):
        rank = _rank(wanted, service)
        if rank is not None:
            ranked.append((rank, position, service))
    ranked.sort(key=lambda entry: entry[:2])
    return tuple(service for _, _, service in ranked)
