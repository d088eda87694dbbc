"""Whether the fonts of everything printed are there, whole, and cover the languages of the slip."""

from __future__ import annotations

from reportlab.pdfbase.ttfonts import TTFontFile

from app.domain.health import Check, Code, Finding, problem
from app.printing.fonts import Weight, font_files

# Syllables that few fonts have, then what the slip says in its four languages.
_MAIN = "똠펲쀍뷁힣가 민원 접수증 ‘’·…— Receipt 0123456789 Phiếu tiếp nhận đánh giá ưu ở"
_HANZI = "受理单满意度调查请扫描二维码"


def look_at_fonts() -> Finding:
    """The first fault of the first font file that has one."""
    found = [finding for weight in Weight for finding in _of_weight(weight)]
    faults = [finding for finding in found if finding.code is not Code.FINE]
    return faults[0] if faults else Finding(Check.FONTS, values={"files": len(found)})


def _of_weight(weight: Weight) -> list[Finding]:
    found = []
    for path, text in zip(font_files(weight), (_MAIN, _HANZI), strict=True):
        if not path.is_file():
            found.append(problem(Check.FONTS, Code.FONT_MISSING, file=path.name))
            continue
        try:
            covered = TTFontFile(str(path)).charToGlyph
        except Exception:  # ReportLab has an error for some damages, and its reader's own for others
            found.append(problem(Check.FONTS, Code.FONT_DAMAGED, file=path.name))
            continue
        missing = [character for character in text if not character.isspace() and not covered.get(ord(character))]
        if missing:
            found.append(problem(Check.FONTS, Code.FONT_INCOMPLETE, file=path.name, missing="".join(missing)))
        else:
            found.append(Finding(Check.FONTS))
    return found
