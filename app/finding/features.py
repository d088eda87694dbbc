"""What a text is made of for matching: small pieces of it, numbered, each with the word it lies in.

The pieces are syllables that follow each other whatever spaces lie between them (people run words together), beginnings
of words, whole words, and single letters that follow each other (people misspell). The program and
`scripts/train_finder.py` share this module: a change here needs the language made anew.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from app.domain.finding import QUERY_LIMIT
from app.domain.keyboard_mode import letters_of

VERSION = 1
"""Counts changes of the pieces; a language made of other pieces is refused."""

SYLLABLES = (1, 2, 3)
"""How many syllables that follow each other make a piece."""
LETTERS = (4,)
"""How many single letters do."""

Integers = npt.NDArray[np.int64]
Codes = npt.NDArray[np.uint32]

_OTHER = re.compile("[^0-9a-zㄱ-ㅣ가-힣]+")
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_FIRST, _LAST = 0xAC00, 0xD7A3
_STEP, _MIX = np.uint64(0x9E3779B97F4A7C15), np.uint64(0xBF58476D1CE4E5B9)
_UPPER = np.uint64(32)
_WORD_START, _WHOLE_WORD, _OF_LETTERS = 101, 102, 103


def _spelling() -> npt.NDArray[np.uint64]:
    """A row of at most five letters for each syllable, with zeros where there are fewer."""
    syllables = np.arange(_LAST - _FIRST + 1)
    initials, vowels, finals = syllables // 588, syllables % 588 // 28, syllables % 28
    rows = np.zeros((len(syllables), 5), np.uint64)
    rows[:, 0] = _letters(588, 19)[initials, 0]
    rows[:, 1:3] = _letters(28, 21, skipped=1)[vowels]
    rows[:, 3:] = _letters(1, 28, skipped=2)[finals]
    return rows


def _letters(step: int, count: int, skipped: int = 0) -> npt.NDArray[np.uint64]:
    """The letters, two at most, that each of `count` syllables `step` apart has after `skipped` others."""
    rows = np.zeros((count, 2), np.uint64)
    for row in range(count):
        spelt = letters_of(chr(_FIRST + row * step))[skipped : skipped + 2]
        rows[row, : len(spelt)] = [ord(letter) for letter in spelt]
    return rows


_SPELLING = _spelling()


@dataclass(frozen=True, slots=True)
class Pieces:
    """The pieces of some texts. `codes` are their numbers, `places` says in which of `words` each begins.

    `texts` says of each piece which text it is of, in order from 0; `whole` has the number of each of `words`.
    """

    words: tuple[str, ...]
    codes: Codes
    places: Integers
    texts: Integers
    whole: Codes


def plain(text: str) -> str:
    """Small letters, digits and Hangul, composed; one space for anything else. At most `QUERY_LIMIT` characters."""
    composed = unicodedata.normalize("NFC", text[: QUERY_LIMIT * 4]).translate(_WIDE).casefold()
    return _OTHER.sub(" ", composed).strip()[:QUERY_LIMIT].rstrip()


def pieces(texts: Sequence[str], letters: bool = True) -> Pieces:
    """The pieces of `texts`, which have gone through `plain`; without `letters` those of syllables and words only."""
    by_text = [text.split() for text in texts]
    words = tuple(word for each in by_text for word in each)
    signs = np.frombuffer("".join(words).encode("utf-32-le"), np.uint32).astype(np.uint64)
    lengths = np.array([len(word) for word in words], np.int64)
    places = np.repeat(np.arange(len(words)), lengths)
    text_of_word = np.repeat(np.arange(len(by_text)), [len(each) for each in by_text])
    starts = np.cumsum(lengths) - lengths
    owners = text_of_word[places] if len(words) else np.zeros(0, np.int64)
    codes, at = [], []
    whole = np.zeros(0, np.uint32)
    for length in SYLLABLES:
        found, first = _following(signs, owners, length, length)
        codes.append(found)
        at.append(first)
    if len(words):
        second = np.where(lengths > 1, signs[np.minimum(starts + 1, len(signs) - 1)], np.uint64(0))
        codes.append(_numbered(_WORD_START, [signs[starts]]))
        codes.append(_numbered(_WORD_START, [signs[starts], second]))
        whole = _whole(signs, starts, lengths)
        codes.append(whole)
        at += [starts, starts, starts]
    if letters and len(signs):
        spelt, of = _spelt(signs)
        for length in LETTERS:
            found, first = _following(spelt, owners[of], length, _OF_LETTERS + length)
            codes.append(found)
            at.append(of[first])
    first = np.concatenate(at)
    return Pieces(words, np.concatenate(codes), places[first], owners[first], whole)


def distinct(numbers: npt.NDArray[Any]) -> npt.NDArray[Any]:
    """Each number once, in order. (numpy's own `unique` loads masked arrays, which takes longer than all of this.)"""
    ordered = np.sort(numbers)
    new = np.ones(len(ordered), bool)
    new[1:] = ordered[1:] != ordered[:-1]
    return ordered[new]


def _numbered(kind: int, parts: Sequence[npt.NDArray[np.uint64]]) -> Codes:
    """One number below 2³² for each row of parts."""
    number = np.full(len(parts[0]), kind, np.uint64)
    for part in parts:
        number = (number ^ (number >> np.uint64(29))) * _MIX + part * _STEP
    number = (number ^ (number >> np.uint64(31))) * _MIX
    return (number >> _UPPER).astype(np.uint32)


def _following(signs: npt.NDArray[np.uint64], owners: Integers, length: int, kind: int) -> tuple[Codes, Integers]:
    """What `length` signs of one text that follow each other are numbered, and where each begins."""
    count = max(len(signs) - length + 1, 0)
    first = np.flatnonzero(owners[:count] == owners[length - 1 : length - 1 + count])
    return _numbered(kind, [signs[first + step] for step in range(length)]), first


def _whole(signs: npt.NDArray[np.uint64], starts: Integers, lengths: Integers) -> Codes:
    """Each word as one number: its signs by their places in it, added up."""
    within = (np.arange(len(signs)) - np.repeat(starts, lengths)).astype(np.uint64)
    weighed = (signs * _STEP + within + np.uint64(1)) * _MIX
    weighed ^= weighed >> np.uint64(30)
    return _numbered(_WHOLE_WORD, [np.add.reduceat(weighed * _MIX, starts)])


def _spelt(signs: npt.NDArray[np.uint64]) -> tuple[npt.NDArray[np.uint64], Integers]:
    """The single letters of all signs, and of which sign each is."""
    rows = np.zeros((len(signs), _SPELLING.shape[1]), np.uint64)
    rows[:, 0] = signs
    hangul = (signs >= _FIRST) & (signs <= _LAST)
    rows[hangul] = _SPELLING[(signs[hangul] - np.uint64(_FIRST)).astype(np.int64)]
    there = rows > 0
    return rows[there], np.repeat(np.arange(len(signs)), there.sum(axis=1))
