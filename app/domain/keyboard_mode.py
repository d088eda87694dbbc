"""What somebody meant who typed in the wrong keyboard mode: the Korean two-set layout (두벌식) and Latin letters."""

from __future__ import annotations

_KEYS = dict(
    zip(
        "rRseEfaqQtTdwWczxvgkoiOjpuPhynbml",
        "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎㅏㅐㅑㅒㅓㅔㅕㅖㅗㅛㅜㅠㅡㅣ",
        strict=True,
    )
)
_LETTERS = {letter: key for key, letter in _KEYS.items()}
_INITIALS = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_VOWELS = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINALS = "ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"
_ENDINGS: tuple[str, ...] = ("", *_FINALS)
_PAIRS = dict(
    zip(
        [
            "ㅗㅏ",
            "ㅗㅐ",
            "ㅗㅣ",
            "ㅜㅓ",
            "ㅜㅔ",
            "ㅜㅣ",
            "ㅡㅣ",
            "ㄱㅅ",
            "ㄴㅈ",
            "ㄴㅎ",
            "ㄹㄱ",
            "ㄹㅁ",
            "ㄹㅂ",
            "ㄹㅅ",
            "ㄹㅌ",
            "ㄹㅍ",
            "ㄹㅎ",
            "ㅂㅅ",
        ],
        "ㅘㅙㅚㅝㅞㅟㅢㄳㄵㄶㄺㄻㄼㄽㄾㄿㅀㅄ",
        strict=True,
    )
)
_PARTS = {pair: parts for parts, pair in _PAIRS.items()}
_FIRST = 0xAC00
_LAST = 0xD7A3


def as_hangul(text: str) -> str:
    """Latin letters read as keys of the two-set layout: durnjs → 여권. Other characters stay.

    A capital that stands for nothing of its own is read as its small letter.
    """
    return _composed("".join(_KEYS.get(c, _KEYS.get(c.lower(), c)) for c in text))


def as_latin(text: str) -> str:
    """Hangul read as the keys that were pressed: 초ㅑ → chi. Other characters stay."""
    return "".join("".join(_LETTERS.get(letter, letter) for letter in letters_of(c)) for c in text)


def letters_of(character: str) -> str:
    """The letters a Hangul syllable or a double letter is typed with, one by one: 권 → ㄱㅜㅓㄴ. Others stay."""
    code = ord(character) if len(character) == 1 else 0
    if not _FIRST <= code <= _LAST:
        return _PARTS.get(character, character)
    offset = code - _FIRST
    vowel, final = _VOWELS[offset % 588 // 28], _ENDINGS[offset % 28]
    return _INITIALS[offset // 588] + _PARTS.get(vowel, vowel) + _PARTS.get(final, final)


def _composed(letters: str) -> str:
    """Single letters put together to syllables, as an input method does."""
    out: list[str] = []
    at = 0
    while at < len(letters):
        if letters[at] in _INITIALS and letters[at + 1 : at + 2] and letters[at + 1] in _VOWELS:
            vowel, taken = _vowel_at(letters, at + 1)
            final, closing = _final_at(letters, at + 1 + taken)
            code = _FIRST + _INITIALS.index(letters[at]) * 588 + _VOWELS.index(vowel) * 28 + final
            out.append(chr(code))
            at += 1 + taken + closing
        elif letters[at] in _VOWELS:
            vowel, taken = _vowel_at(letters, at)
            out.append(vowel)
            at += taken
        else:
            out.append(letters[at])
            at += 1
    return "".join(out)


def _vowel_at(letters: str, at: int) -> tuple[str, int]:
    pair = _PAIRS.get(letters[at : at + 2])
    return (pair, 2) if pair and pair in _VOWELS else (letters[at], 1)


def _final_at(letters: str, at: int) -> tuple[int, int]:
    """The number of the final consonant that begins at `at` (0: none) and how many letters it takes.

    A consonant before a vowel begins the next syllable.
    """
    if not letters[at : at + 1] or letters[at] not in _FINALS or _is_vowel(letters, at + 1):
        return 0, 0
    pair = _PAIRS.get(letters[at : at + 2])
    if pair and pair in _FINALS and not _is_vowel(letters, at + 2):
        return _FINALS.index(pair) + 1, 2
    return _FINALS.index(letters[at]) + 1, 1


def _is_vowel(letters: str, at: int) -> bool:
    return letters[at : at + 1] != "" and letters[at] in _VOWELS
