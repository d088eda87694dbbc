"""What somebody means who types into a search field, as terms to look up (`app.domain.search_terms`).

What was typed is tried first; where nothing has it, what the same keys give in the other keyboard mode, then every
spelling that differs in one letter of one word. What is found is looked at again (`SearchQuery.fits`): terms say that
syllables stand in pairs somewhere, not that the whole word stands there.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import chain, product

from app.domain.keyboard_mode import as_hangul, as_latin
from app.domain.search_terms import (
    FIRST_SYLLABLE,
    INITIALS,
    SYLLABLES_PER_INITIAL,
    Searchable,
    name_term,
    number_term,
    parts_of,
    phone_term,
)

WORD_LIMIT = 5
"""Words that are looked at; more narrow nothing down that matters."""
LONG_WORD = 4
"""Syllables from which on a word may also stand as two: 주차위반, 주차 위반."""
SYLLABLE_LIMIT = 12
"""Of one word; a pasted page is not searched for letter by letter."""
RESPELLING_LIMIT = 600
_VOWELS = 21
_FINALS = 28
_TYPED_PHONE = re.compile(r"\+?[\d\s().-]+")


@dataclass(frozen=True)
class _Form:
    """One way in which a word may stand in a record: all `terms` are there, and all of the rest fits."""

    terms: frozenset[str]
    stretches: tuple[str, ...] = ()
    words: frozenset[str] = frozenset()
    exact: frozenset[str] = frozenset()

    @cached_property
    def _patterns(self) -> tuple[tuple[str, re.Pattern[str] | None], ...]:
        """Each stretch, and how it is looked for where a consonant in it stands for any syllable it begins."""
        return tuple((s, re.compile("".join(map(_pattern, s))) if _has_initials(s) else None) for s in self.stretches)

    def fits(self, record: Searchable) -> bool:
        if not (self.words <= record.words and self.exact <= record.exact):
            return False
        for stretch, pattern in self._patterns:
            # A short word that begins in one word and ends in the next was hardly meant: 소옴 is not in 주소 옴부즈만.
            where = record.stretches if len(stretch) < LONG_WORD else record.joined
            if not any(stretch in one if pattern is None else pattern.search(one) for one in where):
                return False
        return True


@dataclass(frozen=True)
class SearchQuery:
    """One reading of what was typed: `text` is what is searched for."""

    text: str
    _words: tuple[tuple[_Form, ...], ...] = ()
    _whole: tuple[_Form, ...] = ()
    _respelt: str = ""

    @cached_property
    def ways(self) -> tuple[frozenset[str], ...]:
        """A record may fit only when it has all terms of one of these; none: nothing can be found."""
        found = [frozenset(chain(*(f.terms for f in forms))) for forms in product(*self._words)] if self._words else []
        return tuple(dict.fromkeys([*found, *(form.terms for form in self._whole)]))

    def fits(self, record: Searchable) -> bool:
        if self._words and all(any(form.fits(record) for form in forms) for forms in self._words):
            return True
        return any(form.fits(record) for form in self._whole)


class FirstFit:
    """Which of several queries a record fits first; hundreds of spellings are told apart by the words in it."""

    def __init__(self, queries: Sequence[SearchQuery]) -> None:
        self._queries = queries
        self._plain = [place for place, query in enumerate(queries) if not query._respelt]
        self._respelt: dict[str, list[int]] = defaultdict(list)
        for place, query in enumerate(queries):
            if query._respelt:
                self._respelt[query._respelt].append(place)
        self._lengths = sorted({len(word) for word in self._respelt})

    def of(self, record: Searchable) -> int | None:
        """The place of the query; None: it fits none."""
        places = [*self._plain, *(place for word in self._there(record) for place in self._respelt[word])]
        return next((place for place in sorted(places) if self._queries[place].fits(record)), None)

    def _there(self, record: Searchable) -> set[str]:
        return {
            word
            for length in self._lengths
            for one in (record.stretches if length < LONG_WORD else record.joined)
            for at in range(len(one) - length + 1)
            if (word := one[at : at + length]) in self._respelt
        }


def query_of(text: str) -> SearchQuery:
    """`text` as it was typed: each word as part of a text, as 초성, or as a whole name, phone or number."""
    typed = text.split()[:WORD_LIMIT]
    whole = tuple(_exact_forms(text)) if len(typed) > 1 else ()
    return SearchQuery(" ".join(typed), tuple(filter(None, map(_forms, typed))), whole)


def readings_of(text: str) -> Iterator[tuple[SearchQuery, ...]]:
    """What to search for, one after the other until something is found; of several at once, any."""
    typed = query_of(text)
    if not typed.ways:
        return
    yield (typed,)
    other = _other_mode(text)
    if other:
        yield (query_of(other),)
    respelt = respellings_of(text)
    if respelt:
        yield respelt


def respellings_of(text: str) -> tuple[SearchQuery, ...]:
    """Readings of `text` with one letter (jamo) of one word replaced, added or left out; words of one syllable stay.

    At most `RESPELLING_LIMIT`.
    """
    typed = text.split()[:WORD_LIMIT]
    forms = [tuple(_text_forms(word)) for word in typed]
    found = []
    for place, word in enumerate(typed):
        for other in _respelt(word):
            # As parts of a text only: a name is found by itself.
            words = (*forms[:place], tuple(_text_forms(other)), *forms[place + 1 :])
            said = " ".join([*typed[:place], other, *typed[place + 1 :]])
            found.append(SearchQuery(said, tuple(filter(None, words)), _respelt=other))
            if len(found) == RESPELLING_LIMIT:
                return tuple(found)
    return tuple(found)


def _respelt(word: str) -> Iterator[str]:
    if not 2 <= len(word) <= SYLLABLE_LIMIT or not all(map(_is_syllable, word)):
        return
    for place, syllable in enumerate(word):
        offset = ord(syllable) - FIRST_SYLLABLE
        first, vowel, final = offset // (_VOWELS * _FINALS), offset // _FINALS % _VOWELS, offset % _FINALS
        others = chain(
            ((first, vowel, other) for other in range(_FINALS) if other != final),
            ((first, other, final) for other in range(_VOWELS) if other != vowel),
            ((other, vowel, final) for other in range(len(INITIALS)) if other != first),
        )
        for a, b, c in others:
            yield word[:place] + chr(FIRST_SYLLABLE + (a * _VOWELS + b) * _FINALS + c) + word[place + 1 :]


def _other_mode(text: str) -> str:
    """What the same keys give in the other mode; "" when that is nothing anybody would search for."""
    read = as_hangul(text)
    if read != text:
        return read if all(_is_syllable(c) for c in "".join(read.split())) else ""
    read = as_latin(text)
    return read if read != text and read.isascii() and any("ㄱ" <= c <= "ㅣ" for c in text) else ""


def _forms(word: str) -> tuple[_Form, ...]:
    return (*_text_forms(word), *_exact_forms(word))


def _text_forms(word: str) -> Iterator[_Form]:
    stretches, words = parts_of(word)
    stretches = [stretch[:SYLLABLE_LIMIT] for stretch in stretches]
    terms = frozenset(chain((f"w{word}" for word in words), *map(_terms_of_stretch, stretches)))
    if terms:
        yield _Form(terms, tuple(stretches), frozenset(words))


def _exact_forms(text: str) -> Iterator[_Form]:
    phone = phone_term(text) if _TYPED_PHONE.fullmatch(text.strip()) else ""
    number = "" if phone else number_term(text)
    for term in filter(None, (phone, number, "" if phone or number else name_term(text))):
        yield _Form(frozenset({term}), exact=frozenset({term}))


def _terms_of_stretch(stretch: str) -> set[str]:
    """Terms that every text has in which `stretch` stands; a consonant in it stands for any syllable it begins."""
    found: set[str] = set()
    for run in re.findall(f"[^{INITIALS}]+", stretch):
        found.update(_grams(run, 2))
    if _has_initials(stretch):
        for run in re.findall(f"[{INITIALS}]+", "".join(map(_initial, stretch))):
            found.update(_grams(run, 3))
    return found


def _grams(run: str, length: int) -> set[str]:
    """Every piece of `length` of `run`, or the whole of a shorter one."""
    length = min(length, len(run))
    return {run[at : at + length] for at in range(len(run) - length + 1)}


def _has_initials(stretch: str) -> bool:
    return any(c in INITIALS for c in stretch)


def _is_syllable(character: str) -> bool:
    return "가" <= character <= "힣"


def _initial(character: str) -> str:
    if _is_syllable(character):
        return INITIALS[(ord(character) - FIRST_SYLLABLE) // SYLLABLES_PER_INITIAL]
    return character


def _pattern(character: str) -> str:
    if character not in INITIALS:
        return re.escape(character)
    first = FIRST_SYLLABLE + INITIALS.index(character) * SYLLABLES_PER_INITIAL
    return f"[{character}{chr(first)}-{chr(first + SYLLABLES_PER_INITIAL - 1)}]"
