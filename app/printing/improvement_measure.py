"""What a task has changed, before and after: honest bars where both values can be laid side by side, figures always."""

from __future__ import annotations

import re

from app.domain.improvements import ImprovementForm
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.improvement_words import ImprovementWords
from app.printing.sheet_tables import BAR, QUIET, cell
from app.printing.slip_parts import lines_of

_VALUE = re.compile(r"(?P<number>\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\d]*)")


def comparable(before: str, after: str) -> tuple[float, float] | None:
    """Both as numbers where they are plain figures of one unit, not below nought; None where no bar would be honest."""
    found = [_VALUE.fullmatch(printable(text)) for text in (before, after)]
    if found[0] is None or found[1] is None or found[0]["unit"].strip() != found[1]["unit"].strip():
        return None
    first, second = (float(match["number"].replace(",", "")) for match in found if match is not None)
    return (first, second) if max(first, second) > 0 else None


def draw_measure(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    form: ImprovementForm,
    words: ImprovementWords,
    scale: float,
) -> float:
    """What is measured, then before and after; bars begin at nought and share one scale. The top of what follows."""
    size = 10.5 * scale
    for line in lines_of(drawing, form.measure, size, width, Weight.REGULAR):
        drawing.text(x, y + size * 1.06, line, size)
        y += size * 1.55
    values = comparable(form.before, form.after)
    figure = 15.0 * max(0.85, scale)
    texts = [printable(text) for text in (form.before, form.after)]
    row = figure * 1.7
    names = x + max(drawing.width(name, size) for name in (words.before, words.after)) + 10
    widest = max(drawing.width(text, figure, Weight.BOLD) for text in texts) if values else 0.0
    beside = names + widest + 14
    for place, (name, text) in enumerate(((words.before, texts[0]), (words.after, texts[1]))):
        base = y + row * place + figure * 1.1
        drawing.text(x, base, name, size, gray=QUIET)
        if not text:
            drawing.text(names, base, words.unmeasured, size, gray=QUIET)
            continue
        shown = cell(drawing, text, figure, x + width - names, Weight.BOLD)
        drawing.text(names, base, shown, figure, Weight.BOLD)
        if values and beside < x + width * 0.6:
            room = x + width - beside
            filled = room * values[place] / max(values)
            drawing.fill(beside, base - figure * 0.72, max(0.8, filled), figure * 0.72, BAR if place else 0.72)
    return y + row * 2
