"""The fonts of everything printed: loaded once a process, chosen character by character.

Korean, Latin and Vietnamese stand in Pretendard GOV. Simplified Chinese stands in Noto Sans SC, because Pretendard
draws hanzi the Japanese and Korean way. A character no font has becomes an empty box: it is never dropped.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import groupby
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from app.config.paths import resources

NO_GLYPH = "□"
_EM = 1000


class Weight(StrEnum):
    REGULAR = "Regular"
    BOLD = "Bold"


@dataclass(frozen=True, slots=True)
class Face:
    """One font file as ReportLab knows it by `name`. `widths`: by code point, in thousandths of the size."""

    name: str
    widths: dict[int, float]


def font_files(weight: Weight) -> tuple[Path, Path]:
    folder = resources() / "fonts"
    return folder / f"PretendardGOV-{weight}.ttf", folder / f"NotoSansSC-{weight}-subset.ttf"


@cache
def _load(path: Path) -> Face:
    name = path.stem
    # Without the readable-ASCII form a subset holds only the characters on the page.
    font = TTFont(name, str(path), asciiReadable=False)
    pdfmetrics.registerFont(font)
    covered = font.face.charToGlyph
    return Face(name, {code: width for code, width in font.face.charWidths.items() if covered.get(code)})


@cache
def faces(weight: Weight) -> tuple[Face, Face]:
    """The main face and the hanzi face of a weight. Errors: `OSError` or ReportLab's own when a font file is broken."""
    main, hanzi = font_files(weight)
    return _load(main), _load(hanzi)


def is_hanzi(character: str) -> bool:
    """Whether this is an ideograph, or punctuation that is set as wide as one."""
    code = ord(character)
    return 0x3000 <= code <= 0x303F or 0x3400 <= code <= 0x9FFF or 0xF900 <= code <= 0xFAFF or 0xFF00 <= code <= 0xFFEF


def printable(text: str) -> str:
    """`text` composed and on one line: the fonts hold composed letters only, and a control character has no form."""
    composed = unicodedata.normalize("NFC", text)
    return " ".join("".join(c for c in composed if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf"}).split())


@lru_cache(maxsize=8192)
def _placed(character: str, weight: Weight, chinese: bool) -> tuple[Face, str, float]:
    main, hanzi = faces(weight)
    order = (hanzi, main) if chinese and is_hanzi(character) else (main, hanzi)
    for face in order:
        width = face.widths.get(ord(character))
        if width is not None:
            return face, character, width
    return main, NO_GLYPH, main.widths[ord(NO_GLYPH)]


def has_glyph(character: str, weight: Weight) -> bool:
    """Whether one of the fonts can draw this character."""
    return any(ord(character) in face.widths for face in faces(weight))


def text_width(text: str, size: float, weight: Weight, chinese: bool = False) -> float:
    """The advance width of `text`, in the unit of `size`."""
    return sum(_placed(character, weight, chinese)[2] for character in text) * size / _EM


def runs(text: str, weight: Weight, chinese: bool = False) -> Iterator[tuple[Face, str]]:
    """`text` cut into pieces of one face each, with unknown characters replaced."""
    placed = (_placed(character, weight, chinese) for character in text)
    for _face, group in groupby(placed, key=lambda p: p[0].name):
        characters = list(group)
        yield characters[0][0], "".join(character for _, character, _ in characters)
