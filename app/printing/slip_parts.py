"""What every slip shares, whatever its paper: its unit, its fields in order, and its heading words."""

from __future__ import annotations

from dataclasses import dataclass

from app.domain.languages import Language
from app.domain.slips import SlipContent
from app.printing.dates import date_words, moment_words, short_date_words
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.words import SLIP_WORDS, SlipWords, visitor_words
from app.printing.wrapping import wrap

DPI = 203
DOT = 72 / DPI


@dataclass(frozen=True, slots=True)
class Field:
    label: str
    value: str
    strong: bool = False


def words_of(content: SlipContent) -> SlipWords:
    return SLIP_WORDS[content.language]


def fields_of(content: SlipContent, with_queue_number: bool) -> tuple[Field, ...]:
    """The labelled lines of the slip in order; what is empty is left out."""
    words = words_of(content)
    fields = (
        Field(words.queue_number, content.queue_number if with_queue_number else "", strong=True),
        Field(words.service, words.between.join((content.service, *content.further_services)), strong=True),
        Field(words.visitor, visitor_words(content.visitor_kind, content.language)),
        Field(words.department, content.department, strong=True),
        Field(words.location, content.location),
        Field(words.phone, content.phone),
        Field(words.clerk, content.clerk),
    )
    return tuple(field for field in fields if printable(field.value))


def other_survey_names(own: Language) -> tuple[tuple[Language, str], ...]:
    """What the survey is called in the three languages beside the slip's own."""
    return tuple((language, SLIP_WORDS[language].survey) for language in Language if language is not own)


def registered_words(content: SlipContent) -> str:
    """When the visit was registered; of one noted on paper also that it was typed in later."""
    said = moment_words(content.registered_at, content.language)
    return f"{said} ({words_of(content).late})" if content.late else said


def until_words(content: SlipContent) -> str:
    date = short_date_words(content.answer_until, content.language)
    return words_of(content).until.format(date=date)


def printed_words(content: SlipContent) -> str:
    at = content.printed_at
    seconds = f"{at.hour:02d}:{at.minute:02d}:{at.second:02d}"
    return f"{words_of(content).printed_at} {date_words(at.date(), content.language)} {seconds}"


def fitted(drawing: Drawing, text: str, size: float, smallest: float, width: float, weight: Weight) -> float:
    """The largest whole size from `size` down to `smallest` at which `text` is no wider than `width`."""
    natural = drawing.width(text, size, weight)
    if natural <= width:
        return size
    return max(smallest, float(int(size * width / natural)))


def lines_of(drawing: Drawing, text: str, size: float, width: float, weight: Weight) -> tuple[str, ...]:
    """`text` wrapped to `width`."""
    return wrap(printable(text), width, lambda part: drawing.width(part, size, weight))


def paragraph(
    drawing: Drawing, x: float, y: float, text: str, size: float, width: float, weight: Weight = Weight.REGULAR
) -> float:
    """`text` wrapped into `width` from the top `y` on; the top of what follows."""
    leading = round(size * 1.3)
    for line in lines_of(drawing, text, size, width, weight):
        drawing.text(x, y + round(size * 0.98), line, size, weight)
        y += leading
    return y


def badge(drawing: Drawing, right: float, top: float, text: str, size: float) -> float:
    """A black label with white letters that ends at `right`; its left end."""
    inside, height = round(size * 0.5), round(size * 1.5)
    width = round(drawing.width(text, size, Weight.BOLD)) + 2 * inside
    drawing.fill(right - width, top, width, height)
    drawing.text(right - width + inside, top + round(size * 1.09), text, size, Weight.BOLD, gray=1.0)
    return right - width
