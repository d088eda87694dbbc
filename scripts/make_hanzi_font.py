"""Cut a Noto Sans SC file down to what the simplified Chinese slip needs.

    python scripts/make_hanzi_font.py NotoSansSC_400Regular.ttf resources/fonts/NotoSansSC-Regular-subset.ttf

Kept: printable ASCII, Chinese punctuation and full-width forms, and the 3,755 characters of GB 2312 level 1. Hinting
and layout tables go: the slip is set horizontally, one glyph a character.
"""

from __future__ import annotations

import argparse
from pathlib import Path

from fontTools import subset  # type: ignore[import-untyped]
from fontTools.ttLib import TTFont  # type: ignore[import-untyped]

_ASCII = "".join(chr(code) for code in range(0x20, 0x7F))
_PUNCTUATION = "·–—‘’“”…、。〈〉《》「」『』【】〔〕！（），．：；？％～￥"
_LEVEL_1_ROWS = range(0xB0, 0xD8)
_CELLS = range(0xA1, 0xFF)


def level_1_hanzi() -> str:
    """The characters of GB 2312 rows 16 to 55 (3,755: the last five cells are empty)."""
    cells = (bytes((row, cell)) for row in _LEVEL_1_ROWS for cell in _CELLS)
    return "".join(cell.decode("gb2312", errors="ignore") for cell in cells)


def cut(source: Path, target: Path) -> int:
    """Write the subset of `source` to `target`; the number of characters it covers."""
    options = subset.Options()
    options.hinting = False
    options.layout_features = []
    options.glyph_names = False
    options.notdef_outline = True
    options.name_IDs = ["*"]
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "vhea", "vmtx", "VORG", "STAT", "DSIG"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=_ASCII + _PUNCTUATION + level_1_hanzi())
    subsetter.subset(font)
    font.save(target)
    return len(font.getBestCmap())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("source", type=Path, help="a Noto Sans SC file with TrueType outlines")
    parser.add_argument("target", type=Path)
    given = parser.parse_args()
    covered = cut(given.source, given.target)
    print(f"{given.target}: {covered} characters, {given.target.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
