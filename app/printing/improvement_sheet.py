"""An improvement task (중점과제) on one A4 sheet: its goal, what got better, its reviews and where it came from."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.improvements import Improvement, ImprovementSheet, ImprovementStatus, LinkKind
from app.domain.languages import Language, ScreenLanguage
from app.printing.dates import date_words, in_zone_of, moment_words
from app.printing.drawing import BLACK, WHITE, Drawing
from app.printing.fonts import Weight, printable
from app.printing.improvement_measure import draw_measure
from app.printing.improvement_words import IMPROVEMENT_WORDS, ImprovementWords
from app.printing.pages import FOOT, HEIGHT, MARGIN, TINT, TOP, WIDTH, paragraphs
from app.printing.pdf import one_page
from app.printing.sheet_tables import LINE, QUIET, cell
from app.printing.slip_parts import fitted, lines_of
from app.printing.wrapping import ELLIPSIS

_INNER = WIDTH - 2 * MARGIN
_BOTTOM = FOOT - 22
_BODY = 10.5
_ALL = 10_000


@dataclass(frozen=True, slots=True)
class Room:
    """How large the type is, and how much of what is long is shown: lines of a text, reviews and lines of
    one, and what led to the task."""

    scale: float
    lines: int = _ALL
    review_lines: int = _ALL
    reviews: int = _ALL
    links: int = 8


_ROOMS = (
    *(Room(scale) for scale in (1.0, 0.94, 0.88, 0.82)),
    *(Room(scale, review_lines=3, links=4) for scale in (0.82, 0.76, 0.7)),
    *(Room(0.7, n, 2, reviews, links=2) for n, reviews in ((_ALL, 8), (14, 8), (14, 5), (9, 4), (6, 3), (4, 2))),
)
"""From everything in large type to what always fits a page."""


def improvement_pdf(content: ImprovementSheet, language: ScreenLanguage) -> bytes:
    """One A4 page, always. The same content gives the same bytes."""
    title = f"{IMPROVEMENT_WORDS[language].title} {printable(content.improvement.form.title)}"
    return one_page(draw_improvement(content, language), WIDTH, HEIGHT, 1.0, title, language)


def draw_improvement(content: ImprovementSheet, language: ScreenLanguage) -> Drawing:
    """The whole page, in points."""
    words = IMPROVEMENT_WORDS[language]
    page = _Page(content, words, Language(language.value), _ROOMS[0])
    for room in _ROOMS:
        page = _Page(content, words, Language(language.value), room)
        page.write()
        if page.y <= _BOTTOM:
            break
    return page.finished()


class _Page:
    def __init__(self, content: ImprovementSheet, words: ImprovementWords, language: Language, room: Room) -> None:
        self.content = content
        self.words = words
        self.language = language
        self.room = room
        self.drawing = Drawing()
        self.y = TOP - 4
        self.size = _BODY * room.scale
        self.step = self.size * 1.55

    def write(self) -> None:
        task, words = self.content.improvement, self.words
        form = task.form
        self._head(task)
        self._facts(task)
        self._section(words.goal)
        self._text(form.goal)
        if form.status is ImprovementStatus.EXEMPLARY_FAILURE:
            self._honour(form.learned)
        elif printable(form.learned):
            self._section(words.learned)
            self._text(form.learned)
        self._section(words.measure)
        self.y = draw_measure(self.drawing, MARGIN, self.y, _INNER, form, words, self.room.scale)
        self._reviews(task)
        self._links()

    def _head(self, task: Improvement) -> None:
        """What it is, where it stands, and its title."""
        drawing, words = self.drawing, self.words
        status = words.statuses[task.form.status]
        wide = drawing.width(status, 11, Weight.BOLD) + 18
        left = MARGIN + _INNER - wide
        ended = task.form.status in (ImprovementStatus.DONE, ImprovementStatus.EXEMPLARY_FAILURE)
        if ended:
            drawing.fill(left, self.y, wide, 20)
        else:
            drawing.frame(left, self.y, wide, 20, 1.0)
        drawing.text(left + 9, self.y + 14, status, 11, Weight.BOLD, WHITE if ended else BLACK)
        office = f"{words.title} · {self.content.office}"
        drawing.text(MARGIN, self.y + 14, cell(drawing, office, 11, _INNER - wide - 12), 11, gray=QUIET)
        self.y += 30
        size = fitted(drawing, printable(task.form.title), 22, 16, _INNER, Weight.BOLD)
        for line in lines_of(drawing, task.form.title, size, _INNER, Weight.BOLD):
            drawing.text(MARGIN, self.y + size, line, size, Weight.BOLD)
            self.y += size * 1.3
        self.y += 8
        drawing.fill(MARGIN, self.y, _INNER, 1.6)
        self.y += 9 * self.room.scale

    def _facts(self, task: Improvement) -> None:
        words, form = self.words, task.form
        period = " – ".join(date_words(day, self.language) if day else "" for day in (form.begins, form.ends))
        self._fact(words.department, task.department)
        if form.begins or form.ends:
            self._fact(words.period, period.strip())
        self._fact(words.consulted, form.consulted if printable(form.consulted) else words.not_consulted)

    def _fact(self, name: str, text: str) -> None:
        if not printable(text):
            return
        self.drawing.text(MARGIN, self.y + self.size * 1.06, name, self.size, gray=QUIET)
        self._text(text, indent=86 * max(0.85, self.room.scale))
        self.y += 2

    def _section(self, title: str) -> None:
        self.y += 13 * self.room.scale
        size = max(9.5, 11.5 * self.room.scale)
        self.drawing.text(MARGIN, self.y + size, title, size, Weight.BOLD)
        self.y += size + 4
        self.drawing.fill(MARGIN, self.y, _INNER, 0.8)
        self.y += 5

    def _text(
        self, text: str, indent: float = 0.0, most: int | None = None, right: float = 0.0, inset: float = 0.0
    ) -> None:
        """A text as its writer broke it, cut with an ellipsis after so many lines."""
        if self.y > _BOTTOM:
            return  # the page is thrown away for one with less on it
        width = _INNER - indent - right - inset
        lines: list[str] = []
        for part in paragraphs(text):
            lines += lines_of(self.drawing, part, self.size, width, Weight.REGULAR)
        most = self.room.lines if most is None else most
        if len(lines) > most:
            lines = [*lines[: most - 1], _cut(self.drawing, lines[most - 1], self.size, width)]
        for line in lines:
            self.drawing.text(MARGIN + indent, self.y + self.size * 1.06, line, self.size)
            self.y += self.step

    def _honour(self, learned: str) -> None:
        """A failure that taught something stands in a frame of its own."""
        self.y += 12 * self.room.scale
        top, marks = self.y, len(self.drawing.marks)
        self.y += 10
        for line in lines_of(self.drawing, self.words.honoured, self.size, _INNER - 28, Weight.BOLD):
            self.drawing.text(MARGIN + 14, self.y + self.size * 1.06, line, self.size, Weight.BOLD)
            self.y += self.step
        if printable(learned):
            self.y += 3
            self._text(learned, indent=14, inset=14)
        self.y += 8
        ground = Drawing()
        ground.fill(MARGIN, top, _INNER, self.y - top, TINT)
        ground.fill(MARGIN, top, 4, self.y - top)
        self.drawing.marks[marks:marks] = ground.marks

    def _reviews(self, task: Improvement) -> None:
        """A line of time down the page with a dot for each quarter; the newest are shown where not all fit."""
        words, drawing = self.words, self.drawing
        self._section(words.reviews)
        reviews = sorted(task.reviews, key=lambda review: (review.quarter, review.at))
        shown = reviews[-self.room.reviews :]
        top = self.y
        if hidden := len(reviews) - len(shown):
            drawing.text(MARGIN + 18, self.y + self.size, words.more_reviews.format(n=hidden), self.size, gray=QUIET)
            self.y += self.step
        dots: list[tuple[float, bool]] = []
        people = dict(self.content.names)
        for review in shown:
            dots.append((self.y + self.size * 0.7, review is shown[-1]))
            on = f"{in_zone_of(self.content.printed_at, review.at):%Y-%m-%d}"
            small = self.size * 0.86
            who = cell(drawing, " ".join(filter(None, (people.get(review.by, ""), on))), small, _INNER * 0.4)
            drawing.text_right(MARGIN + _INNER, self.y + self.size * 1.06, who, small, gray=QUIET)
            free = _INNER - 18 - drawing.width(who, small) - 8
            parts = (_quarter(review.quarter, words), words.statuses[review.status], printable(review.value))
            head = cell(drawing, " · ".join(filter(None, parts)), self.size, free, Weight.BOLD)
            drawing.text(MARGIN + 18, self.y + self.size * 1.06, head, self.size, Weight.BOLD)
            self.y += self.step
            self._text(review.text, indent=18, most=min(self.room.review_lines, self.room.lines))
            self.y += 4 * self.room.scale
        if dots:
            drawing.fill(MARGIN + 5.5, top + self.size * 0.4, 1, dots[-1][0] - top - self.size * 0.4, LINE)
        for middle, newest in dots:
            side = 7.0 if newest else 5.0
            drawing.fill(MARGIN + 6 - side / 2, middle - side / 2, side, side)
        due = words.review_due.format(quarter=_quarter(task.review_due, words)) if task.review_due else ""
        for said in filter(None, ("" if reviews else words.no_reviews, due)):
            drawing.text(MARGIN + 18, self.y + self.size * 1.06, said, self.size, gray=QUIET)
            self.y += self.step

    def _links(self) -> None:
        """How many cards and cases led to it, and what they said, a line each."""
        words, linked = self.words, self.content.linked
        counted = ((kind, sum(1 for found, _ in linked if found is kind)) for kind in LinkKind)
        said = " · ".join(words.linked[kind].format(n=f"{n:,}") for kind, n in counted if n)
        if not said:
            return
        self._section(f"{words.links}: {said}")
        shown = linked[: self.room.links]
        for _, text in shown:
            self.drawing.text(MARGIN, self.y + self.size * 1.06, "·", self.size)
            line = cell(self.drawing, text, self.size, _INNER - 12)
            self.drawing.text(MARGIN + 12, self.y + self.size * 1.06, line, self.size)
            self.y += self.step
        if hidden := len(linked) - len(shown):
            more = words.more.format(n=f"{hidden:,}")
            self.drawing.text(MARGIN + 12, self.y + self.size * 1.06, more, self.size, gray=QUIET)
            self.y += self.step

    def finished(self) -> Drawing:
        """The page with its foot."""
        content = self.content
        at = moment_words(content.printed_at, self.language)
        said = self.words.printed.format(by=content.printed_by, at=at)
        self.drawing.text(MARGIN, FOOT, cell(self.drawing, said, 8.2, _INNER), 8.2, gray=QUIET)
        return self.drawing


def _quarter(quarter: str, words: ImprovementWords) -> str:
    year, _, number = quarter.partition("-")
    return words.quarter.format(year=year, n=number)


def _cut(drawing: Drawing, line: str, size: float, width: float) -> str:
    """The last line that is shown of a longer text."""
    ended = line + ELLIPSIS
    return ended if drawing.width(ended, size) <= width else cell(drawing, ended + ELLIPSIS, size, width)
