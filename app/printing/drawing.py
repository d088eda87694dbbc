"""What stands on a page, as a list of marks: laid out first, so that a roll's length is known before it is drawn."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from app.domain.languages import Language
from app.printing.fonts import Weight, printable, text_width

BLACK = 0.0
WHITE = 1.0

Rect = tuple[float, float, float, float]


@dataclass(frozen=True, slots=True)
class TextMark:
    """One line of text; `x` is its left end and `y` its baseline."""

    x: float
    y: float
    text: str
    size: float
    weight: Weight
    gray: float
    chinese: bool

    @property
    def width(self) -> float:
        return text_width(self.text, self.size, self.weight, self.chinese)


@dataclass(frozen=True, slots=True)
class FillMark:
    """Rectangles (left, top, width, height) filled as one shape, so that neighbours show no seam."""

    rects: tuple[Rect, ...]
    gray: float


@dataclass(frozen=True, slots=True)
class ImageMark:
    """A picture, a JPEG file, stretched to the box whose left top corner is (`x`, `y`)."""

    x: float
    y: float
    width: float
    height: float
    jpeg: bytes


Mark = TextMark | FillMark | ImageMark


@dataclass(slots=True)
class Drawing:
    """Marks in one unit of length, from the top left corner, y downwards. `chinese`: hanzi in their Chinese form."""

    chinese: bool = False
    marks: list[Mark] = field(default_factory=list)

    def in_language(self, language: Language) -> Drawing:
        """The same drawing, for writing in `language`: only simplified Chinese takes hanzi in their Chinese form."""
        return Drawing(language is Language.ZH, self.marks)

    def width(self, text: str, size: float, weight: Weight = Weight.REGULAR) -> float:
        return text_width(printable(text), size, weight, self.chinese)

    def text(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, gray: float = BLACK
    ) -> None:
        """One line from `x` on, its baseline at `y`."""
        self.marks.append(TextMark(x, y, printable(text), size, weight, gray, self.chinese))

    def text_right(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, gray: float = BLACK
    ) -> None:
        """One line that ends at `x`."""
        self.text(x - self.width(text, size, weight), y, text, size, weight, gray)

    def text_centred(
        self, x: float, y: float, text: str, size: float, weight: Weight = Weight.REGULAR, gray: float = BLACK
    ) -> None:
        """One line with its middle at `x`."""
        self.text(x - self.width(text, size, weight) / 2, y, text, size, weight, gray)

    def fill(self, x: float, y: float, width: float, height: float, gray: float = BLACK) -> None:
        self.fill_all(((x, y, width, height),), gray)

    def fill_all(self, rects: Iterable[Rect], gray: float = BLACK) -> None:
        self.marks.append(FillMark(tuple(rects), gray))

    def frame(self, x: float, y: float, width: float, height: float, line: float, gray: float = BLACK) -> None:
        """The outline of a box, drawn inside it; `line` is the thickness."""
        self.fill_all(
            (
                (x, y, width, line),
                (x, y + height - line, width, line),
                (x, y + line, line, height - 2 * line),
                (x + width - line, y + line, line, height - 2 * line),
            ),
            gray,
        )

    def image(self, x: float, y: float, width: float, height: float, jpeg: bytes) -> None:
        """A picture stretched to a box."""
        self.marks.append(ImageMark(x, y, width, height, jpeg))

    def add(self, other: Drawing, down: float = 0.0) -> None:
        """Everything of `other`, moved `down`."""
        for mark in other.marks:
            if isinstance(mark, TextMark):
                moved: Mark = TextMark(
                    mark.x, mark.y + down, mark.text, mark.size, mark.weight, mark.gray, mark.chinese
                )
            elif isinstance(mark, ImageMark):
                moved = ImageMark(mark.x, mark.y + down, mark.width, mark.height, mark.jpeg)
            else:
                moved = FillMark(tuple((x, y + down, w, h) for x, y, w, h in mark.rects), mark.gray)
            self.marks.append(moved)
