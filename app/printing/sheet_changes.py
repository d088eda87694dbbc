"""The line that says what was corrected since the same sheet was printed last."""

from __future__ import annotations

from app.domain.period_figures import Change, Correction
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.sheet_tables import cell
from app.printing.words import SheetWords

_MOST = 6
_SIZE = 8.0


def changes_text(correction: Correction, words: SheetWords) -> str:
    """`방문 40→41, 여권 3→2`; beyond six changes the rest is counted."""
    parts = [f"{_name(change, words)} {change.before:,}→{change.now:,}" for change in correction.changes[:_MOST]]
    if len(correction.changes) > _MOST:
        parts.append(words.more.format(n=len(correction.changes) - _MOST))
    if correction.corrections:
        parts.append(words.correction_count.format(n=correction.corrections))
    return words.corrected.format(date=f"{correction.printed_at:%m-%d %H:%M}", changes=", ".join(parts))


def _name(change: Change, words: SheetWords) -> str:
    return words.counted.get(change.key, change.name)


def draw_correction(
    drawing: Drawing, x: float, y: float, width: float, correction: Correction | None, words: SheetWords
) -> float:
    """Nothing where nothing was corrected; the top of what follows."""
    if correction is None:
        return y
    drawing.frame(x, y, width, 16, 0.8)
    text = cell(drawing, changes_text(correction, words), _SIZE, width - 12, Weight.BOLD)
    drawing.text(x + 6, y + 11, text, _SIZE, Weight.BOLD)
    return y + 16
