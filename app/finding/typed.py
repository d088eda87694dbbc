"""Finding by what is typed so far: first letters, 초성 and syllables that are not yet complete.

All texts lie in one long row of signs; what is typed is a row of ranges (ㅈ is 자 to 짛, an open syllable at the end 여
is 여 to 옇), and numpy finds where it fits.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from app.finding.features import Integers

_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_FINALS = ("", *"ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ")
_FIRST, _LAST = 0xAC00, 0xD7A3
_OF_INITIAL = 588
_OF_VOWEL = 28

Floats = npt.NDArray[np.float32]
_Range = tuple[int, int]

WHOLE, BEGINS, INSIDE = 1.0, 0.8, 0.35
"""How well something fits that is all of a text, the beginning of a word, or lies within one."""


def is_choseong(text: str) -> bool:
    """Whether there is a consonant by itself in it."""
    return any(sign in _INITIALS for sign in text)


class TypedIndex:
    """Texts (small letters, spaces between words), each of an owner; what fits is told by owner."""

    def __init__(self, texts: Sequence[str], owners: Integers, count: int) -> None:
        self._count = count
        self._owners = owners
        spaced = np.frombuffer("".join(text + "\0" for text in texts).encode("utf-32-le"), np.uint32).astype(np.uint16)
        ended = spaced == 0
        begins = np.ones(len(spaced), bool)
        begins[1:] = ended[:-1] | (spaced[:-1] == ord(" "))
        text_of = np.zeros(len(spaced), np.int32)
        text_of[1:] = np.cumsum(ended[:-1])
        kept = spaced != ord(" ")
        self._signs, self._begins, self._text_of = spaced[kept], begins[kept], text_of[kept]
        lengths = np.bincount(self._text_of, minlength=len(texts))
        self._first = np.cumsum(lengths) - lengths
        self._length = lengths - 1

    def fits(self, typed: str) -> Floats:
        """How well each owner's texts fit what is typed (without spaces), from 0 (not at all) to 1."""
        found = np.zeros(self._count, np.float32)
        for ranges in _patterns(typed):
            at = self._places(ranges)
            if not len(at):
                continue
            text = self._text_of[at]
            begins = self._begins[at]
            whole = (at == self._first[text]) & (self._length[text] == len(ranges))
            value = np.where(whole, WHOLE, np.where(begins, BEGINS, INSIDE)).astype(np.float32)
            # Of two that begin alike, the one of which more is typed.
            value += np.float32(0.1) * (begins & ~whole) * len(ranges) / np.maximum(self._length[text], 1)
            np.maximum.at(found, self._owners[text], value)
        return found

    def _places(self, ranges: Sequence[_Range]) -> Integers:
        last = len(self._signs) - len(ranges) + 1
        if last <= 0 or not ranges:
            return np.zeros(0, np.int64)
        low, high = ranges[0]
        at = np.flatnonzero((self._signs[:last] >= low) & (self._signs[:last] <= high))
        for step, (low, high) in enumerate(ranges[1:], 1):
            signs = self._signs[at + step]
            at = at[(signs >= low) & (signs <= high)]
            if not len(at):
                break
        return at


def _patterns(typed: str) -> list[list[_Range]]:
    """The ranges of what is typed; two rows of them where the last consonant may belong to the next syllable."""
    if not typed:
        return []
    ranges = [_of_sign(sign) for sign in typed]
    last = ord(typed[-1])
    if not _FIRST <= last <= _LAST:
        return [ranges]
    final = (last - _FIRST) % _OF_VOWEL
    if final == 0:
        return [[*ranges[:-1], (last, last + _OF_VOWEL - 1)]]
    if _FINALS[final] in _INITIALS:
        opened = last - final
        return [ranges, [*ranges[:-1], (opened, opened), _of_sign(_FINALS[final])]]
    return [ranges]


def _of_sign(sign: str) -> _Range:
    code = ord(sign)
    if sign in _INITIALS:
        first = _FIRST + _INITIALS.index(sign) * _OF_INITIAL
        return first, first + _OF_INITIAL - 1
    return code, code
