"""One column of large type, from the top down: what the guidance slip is written in, whatever its paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, fields

from app.printing.drawing import WHITE, Drawing
from app.printing.fonts import Weight, printable
from app.printing.slip_parts import lines_of, paragraph

_LEAST = 18.0
_LEADING = 1.3


@dataclass(frozen=True, slots=True)
class TypeSizes:
    """Dots of 203 to the inch. `name` is the department, `place` its floor and room and its phone number."""

    office: float
    name: float
    place: float
    task: float
    body: float
    label: float

    def scaled(self, scale: float) -> TypeSizes:
        return TypeSizes(**{each.name: max(_LEAST, getattr(self, each.name) * scale) for each in fields(self)})


class Column:
    """Writes at `y` and moves it down. `sizes` are the type sizes of the paper."""

    def __init__(self, drawing: Drawing, left: float, y: float, width: float, sizes: TypeSizes) -> None:
        self.drawing = drawing
        self.left = left
        self.y = y
        self.width = width
        self.sizes = sizes

    def gap(self, share: float) -> None:
        """Room, in parts of the body's size."""
        self.y += round(self.sizes.body * share)

    def rule(self, thickness: float) -> None:
        self.drawing.fill(self.left, self.y, self.width, thickness)
        self.y += thickness

    def write(self, text: str, size: float, weight: Weight = Weight.REGULAR, indent: float = 0.0) -> None:
        """A paragraph."""
        if printable(text):
            room = self.width - indent
            self.y = round(paragraph(self.drawing, self.left + indent, self.y, text, size, room, weight))

    def write_large(self, text: str, size: float, least: float, indent: float = 0.0) -> None:
        """In bold on at most two lines, as large as they allow between `size` and `least`; whole in any case."""
        if not printable(text):
            return
        room = self.width - indent
        for lines in (1, 2):
            # One line may be a third smaller for it; a name on two lines is read worse than a smaller one.
            lowest = max(least, size * 0.66) if lines == 1 else least
            chosen = size
            while chosen > lowest and len(lines_of(self.drawing, text, chosen, room, Weight.BOLD)) > lines:
                chosen = max(lowest, chosen - 2)
            if len(lines_of(self.drawing, text, chosen, room, Weight.BOLD)) <= lines:
                break
        else:
            chosen = least
        self.y = round(paragraph(self.drawing, self.left + indent, self.y, text, chosen, room, Weight.BOLD))

    def band(self, text: str, size: float) -> None:
        """White words on black over the whole width."""
        inside, leading = round(size * 0.5), round(size * _LEADING)
        lines = lines_of(self.drawing, text, size, self.width - 2 * inside, Weight.BOLD)
        height = leading * len(lines) + inside
        self.drawing.fill(self.left, self.y, self.width, height)
        for place, line in enumerate(lines):
            baseline = self.y + inside / 2 + round(size * 0.98) + leading * place
            self.drawing.text(self.left + inside, baseline, line, size, Weight.BOLD, WHITE)
        self.y += height

    def labelled(self, label: str, text: str, size: float) -> None:
        """A small label and behind it a value in bold, on one baseline."""
        if not printable(text):
            return
        column = round(self.drawing.width(label, self.sizes.label)) + round(self.sizes.label * 0.7)
        if column > self.width * 0.45:
            self.write(label, self.sizes.label)
            self.write_large(text, size, self.sizes.body)
            return
        top = self.y
        before = len(self.drawing.marks)
        self.write_large(text, size, self.sizes.body, column)
        first = self.drawing.marks[before]
        baseline = getattr(first, "y", top + round(size * 0.98))
        self.drawing.text(self.left, baseline, label, self.sizes.label)

    def check_list(self, items: Sequence[str], size: float, indent: float = 0.0) -> None:
        """A box to tick before each of `items`."""
        box, line = round(size * 0.78), max(2, round(size * 0.08))
        beside = indent + box + round(size * 0.45)
        for item in items:
            if printable(item):
                self.drawing.frame(self.left + indent, self.y + round(size * 0.26), box, box, line)
                self.write(item, size, indent=beside)
                self.y += round(size * 0.15)
