"""Cutting a text into lines: between words where possible, inside a word only when it is longer than a line."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.printing.fonts import is_hanzi

Measure = Callable[[str], float]

_BREAK_AFTER = frozenset("-–—·/,;:)]}〉》」』】）］｝")
_OPENING = frozenset("([{〈《「『【（［｛")
_NEVER_FIRST = frozenset(")]}〉》」』】）］｝，。、；：！？,.;:!?%")
ELLIPSIS = "…"


def _pieces(word: str) -> Iterator[str]:
    """The parts of one word that a line may end after: after a hyphen or a bracket, and around hanzi.

    Dates and telephone numbers stay whole: nothing breaks between two figures.
    """
    piece = ""
    for position, character in enumerate(word):
        piece += character
        following = word[position + 1 : position + 2]
        if not following or following in _NEVER_FIRST:
            continue
        between_figures = following.isdigit() and word[position - 1 : position].isdigit()
        after_mark = character in _BREAK_AFTER and not between_figures
        around_hanzi = character not in _OPENING and (is_hanzi(character) or is_hanzi(following))
        if after_mark or around_hanzi or following in _OPENING:
            yield piece
            piece = ""
    if piece:
        yield piece


def _chopped(piece: str, width: float, measure: Measure) -> Iterator[str]:
    """A piece longer than a line, cut where the line ends; at least one character each."""
    line = ""
    for character in piece:
        if line and measure(line + character) > width:
            yield line
            line = ""
        line += character
    yield line


def wrap(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """`text` as lines no wider than `width` (in the unit of `measure`); no character but white space is lost.

    A single character wider than `width` stands on a line of its own. An empty text gives no line.
    """
    lines: list[str] = []
    line = ""
    for word in text.split():
        gap = " " if line else ""
        for piece in _pieces(word):
            if measure(line + gap + piece) <= width:
                line += gap + piece
            else:
                if line:
                    lines.append(line)
                *whole, line = _chopped(piece, width, measure)
                lines.extend(whole)
            gap = ""
    return (*lines, line) if line else tuple(lines)


def wrap_evenly(text: str, width: float, measure: Measure) -> tuple[str, ...]:
    """`wrap` with the same number of lines, but of about the same length: for centred text."""
    lines = wrap(text, width, measure)
    low, high = width / max(1, len(lines)) / 2, width
    while len(lines) > 1 and high - low > width / 50:
        middle = (low + high) / 2
        if len(wrap(text, middle, measure)) > len(lines):
            low = middle
        else:
            high = middle
    return wrap(text, high, measure)


def shorten(text: str, width: float, measure: Measure) -> str:
    """`text`, or as much of it as fits with an ellipsis; for table cells, where one line is all there is."""
    if measure(text) <= width:
        return text
    kept = text
    while kept and measure(kept.rstrip() + ELLIPSIS) > width:
        kept = kept[:-1]
    return kept.rstrip() + ELLIPSIS
