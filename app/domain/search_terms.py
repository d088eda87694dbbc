"""What a text can be found by: its terms, the same on every counter, in a home's index and on the shared side.

Terms of a text: every syllable, every two that stand side by side, one, two and three 초성 in a row, and whole Latin
words and numbers. Spaces between syllables do not count: 주차위반 and 주차 위반 have the same terms. Names, phones and
numbers of cases have one term each, so that part of a name finds nobody. What lists are narrowed by is a term, too.

A release that changes what is made here marks everything to be indexed again (`search_change`, see `app.db.search`).
"""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from app.domain.keyboard_mode import letters_of

INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
FIRST_SYLLABLE = 0xAC00
SYLLABLES_PER_INITIAL = 588
_LAST_SYLLABLE = 0xD7A3
_INITIAL_OF = {
    code: INITIALS[(code - FIRST_SYLLABLE) // SYLLABLES_PER_INITIAL]
    for code in range(FIRST_SYLLABLE, _LAST_SYLLABLE + 1)
}
_PIECES = re.compile(r"([a-z0-9]+)|([^\W_]+)|(\s+)|.", re.DOTALL)
_MIXED = re.compile(r"[a-z0-9]+|[^a-z0-9]+")
_NOT_CONSONANTS = re.compile(f"[^{INITIALS}]+")
_COUNTRY = "82"
PHONE_DIGITS = 7
"""Fewer digits are no phone number."""


@dataclass(frozen=True, slots=True)
class Searchable:
    """What a record can be found by. `stretches` are syllables with nothing but a space between them here and there;
    `words` whole Latin words and numbers; `exact` the terms of names, phones and numbers."""

    stretches: tuple[str, ...]
    words: frozenset[str]
    exact: frozenset[str]

    @property
    def joined(self) -> tuple[str, ...]:
        """The stretches without their spaces."""
        return tuple(stretch.replace(" ", "") for stretch in self.stretches)

    @property
    def empty(self) -> bool:
        return not (self.stretches or self.words or self.exact)

    def terms(self) -> frozenset[str]:
        """Without those that lists are narrowed by (`filter_terms`)."""
        found: set[str] = set(self.exact)
        found.update(f"w{word}" for word in self.words)
        for stretch in self.joined:
            found.update(stretch)
            found.update(map("".join, pairwise(stretch)))
            for first in _NOT_CONSONANTS.split(stretch.translate(_INITIAL_OF)):
                found.update(first)
                found.update(map("".join, pairwise(first)))
                found.update(map("".join, zip(first, first[1:], first[2:], strict=False)))
        return frozenset(found)


def searchable(
    texts: Iterable[str], *, names: Iterable[str] = (), phones: Iterable[str] = (), numbers: Iterable[str] = ()
) -> Searchable:
    """`texts` are found by any part, names, phones and numbers of cases ("2026-C01-0007") as a whole only."""
    stretches: list[str] = []
    words: set[str] = set()
    for text in texts:
        parts = parts_of(text)
        stretches += parts[0]
        words.update(parts[1])
    exact = {name_term(name) for name in names} | {phone_term(phone) for phone in phones}
    exact |= {number_term(number) for number in numbers}
    return Searchable(tuple(stretches), frozenset(words), frozenset(exact - {""}))


def parts_of(text: str) -> tuple[list[str], list[str]]:
    """The stretches of syllables of `text`, and its Latin words and numbers."""
    stretches: list[str] = []
    words: list[str] = []
    at_hand: list[str] = []

    def close() -> None:
        if at_hand:
            stretches.append("".join(at_hand).strip())
            at_hand.clear()

    for piece in _PIECES.finditer(unicodedata.normalize("NFC", text).casefold()):
        latin, letters, space = piece.groups()
        if space:
            if at_hand:
                at_hand.append(" ")
            continue
        if letters:
            for part in _MIXED.findall(letters):
                if part[0] < "\x80":
                    close()
                    words.append(part)
                else:
                    at_hand.append(part)
            continue
        close()
        if latin:
            words.append(latin)
    close()
    return [_single(stretch) for stretch in stretches], words


def name_term(name: str) -> str:
    """ "" for a name without letters."""
    folded = _folded(name)
    return f"n{folded}" if folded else ""


def phone_term(phone: str) -> str:
    """Whatever stands between the digits, with or without the country's: 010-1234-5678, +82 10 1234 5678."""
    digits = "".join(c for c in phone if c in "0123456789")
    if phone.strip().startswith("+") and digits.startswith(_COUNTRY):
        digits = "0" + digits[len(_COUNTRY) :].removeprefix("0")
    return f"p{digits}" if len(digits) >= PHONE_DIGITS else ""


def number_term(number: str) -> str:
    """ "" for what has no digit."""
    folded = _folded(number)
    return f"i{folded}" if any(c.isdigit() for c in folded) else ""


def filter_terms(
    entity: str, *, kind: str = "", department: str = "", ended: bool | None = None, to_auditor: bool = False
) -> frozenset[str]:
    """What lists are narrowed by; of a record all of them, of a question those that are asked for.

    The shared side knows words of cases only: there `entity` is "".
    """
    found = {f"e{_kept(entity)}"} if entity else set()
    if kind:
        found.add(f"k{_kept(kind)}")
    if department:
        found.add(f"d{_kept(department)}")
    if ended is not None:
        found.add("s0" if ended else "s1")
    if to_auditor:
        found.add("a1")
    return frozenset(found)


def matter_term(matter_id: str) -> str:
    """What all grievances on one matter have: a counter finds the earlier one by it that it does not hold."""
    return f"m{_kept(matter_id)}"


def term_number(term: str) -> int:
    """A term as the shared side knows it: a whole number of 32 bits with its sign.

    It keeps a list of words short and out of sight at a glance; it is no secret, since words can be guessed.
    """
    return int.from_bytes(hashlib.blake2b(term.encode(), digest_size=4).digest(), "big", signed=True)


def _folded(text: str) -> str:
    return "".join(c for c in unicodedata.normalize("NFC", text).casefold() if c.isalnum())


def _kept(code: str) -> str:
    """A code as one term, whatever signs it has: L-PERMIT and LPERMIT stay two."""
    return "".join(c if c.isalnum() else f"·{ord(c):x}·" for c in code.lower())


def _single(stretch: str) -> str:
    """Double consonants that an input method made of two 초성: ㄳ is ㄱㅅ."""
    if stretch.isascii() or not any("\u3131" <= c <= "\u318e" for c in stretch):
        return stretch
    return "".join(letters_of(c) if "ㄱ" <= c <= "ㅎ" and c not in INITIALS else c for c in stretch)
