"""What stands on a guidance slip, part by part; the papers differ in width and type sizes only."""

from __future__ import annotations

from app.domain.guidance_slips import GuidanceList, GuidanceSlip, GuidanceStep
from app.domain.languages import Language
from app.printing.dates import date_words
from app.printing.drawing import WHITE
from app.printing.fonts import Weight
from app.printing.guidance_slip_column import Column
from app.printing.guidance_slip_names import department_in, event_in, paper_in
from app.printing.guidance_slip_places import place_in
from app.printing.guidance_slip_words import GUIDANCE_WORDS, GuidanceWords
from app.printing.words import SLIP_WORDS

_ASK_THE_WAY = "이곳으로 안내해 주세요"
"""What a foreign visitor's slip says to whoever is asked for the way."""
_PHONE_FIRST = "먼저 전화로 확인"
"""What the directory has instead of papers for another authority; the slip says so in its own language."""


def write_heading(column: Column, content: GuidanceSlip | GuidanceList) -> None:
    """The office, and what kind of paper this is."""
    sizes = column.sizes
    column.write_large(content.office, sizes.office, sizes.label)
    column.gap(0.2)
    column.rule(5)
    column.gap(0.5)


def write_foot(column: Column, content: GuidanceSlip | GuidanceList, page: str = "") -> None:
    """When it was printed: a directory changes."""
    printed = f"{SLIP_WORDS[content.language].printed_at} {date_words(content.printed_at.date(), content.language)}"
    column.write(" · ".join(part for part in (printed, page) if part), column.sizes.label)


def write_slip(column: Column, content: GuidanceSlip) -> None:
    """Where to go, then what for, what to bring, and how to walk there."""
    words, step, sizes = GUIDANCE_WORDS[content.language], content.step, column.sizes
    if step.outside:
        column.band(words.outside, sizes.task)
        column.gap(0.5)
    else:
        column.write(words.title, sizes.label)
    _write_department(column, step, content.language, words)
    column.gap(0.3)
    column.labelled(words.phone, step.phone, sizes.place)
    column.gap(0.3)
    column.rule(2)
    column.gap(0.4)
    column.write(words.task, sizes.label)
    column.write(step.title, sizes.task, Weight.BOLD)
    column.gap(0.4)
    _write_way(column, step, content.language, words)
    column.rule(2)
    column.gap(0.4)
    if step.outside:
        column.write(words.outside_note, sizes.body)
        column.gap(0.4)
    if papers := _papers(step, content.language):
        column.write(words.papers, sizes.label)
        column.gap(0.1)
        column.check_list(papers, sizes.body)
        column.gap(0.4)
    elif not step.outside:
        column.write(words.no_papers, sizes.body)
        column.gap(0.4)
    column.rule(2)
    column.gap(0.4)


def _papers(step: GuidanceStep, language: Language) -> tuple[str, ...]:
    return tuple(paper_in(paper, language) for paper in step.papers if paper.rstrip(".") != _PHONE_FIRST)


def _write_department(column: Column, step: GuidanceStep, language: Language, words: GuidanceWords) -> None:
    """The name and the place; on a foreign slip in its language, and in Korean in a frame to be shown."""
    sizes = column.sizes
    place = place_in(step.location, language).text(language)
    if language is Language.KO:
        column.write_large(step.department, sizes.name, sizes.task)
        column.write(step.team, sizes.body)
        column.write_large(place, sizes.place, sizes.body)
        return
    column.write_large(department_in(step.department, language), sizes.place, sizes.body)
    column.write_large(place, sizes.place, sizes.body)
    column.gap(0.3)
    inside = round(sizes.body * 0.45)
    framed = Column(column.drawing, column.left + inside, column.y + inside, column.width - 2 * inside, sizes)
    framed.write(words.show, sizes.label)
    framed.write_large(step.department, sizes.name, sizes.task)
    korean = place_in(step.location, Language.KO).text(Language.KO)
    framed.write(" · ".join(part for part in (step.team, korean) if part), sizes.body)
    framed.write(_ASK_THE_WAY, sizes.body)
    height = framed.y + round(inside * 0.6) - column.y
    column.drawing.frame(column.left, column.y, column.width, height, 3)
    column.y += height
    column.gap(0.2)


def _write_way(column: Column, step: GuidanceStep, language: Language, words: GuidanceWords) -> None:
    """The office's own words for the way, which are Korean; without them or in another language floor and door."""
    found = "" if step.outside else place_in(step.location, language).way(language)
    said = [step.way or found] if language is Language.KO else [found, step.way]
    lines = [line for line in said if line]
    if lines:
        column.write(words.way, column.sizes.label)
        for line in lines:
            column.write(line, column.sizes.body)
        column.gap(0.4)


def write_event(column: Column, content: GuidanceList) -> None:
    """What happened, as the heading of what is to be done."""
    column.write(GUIDANCE_WORDS[content.language].list_title, column.sizes.label)
    own = event_in(content.event, content.language)
    column.write_large(own or content.event, column.sizes.name, column.sizes.task)
    if own:
        column.write(content.event, column.sizes.body)
    column.gap(0.3)


def write_step(column: Column, step: GuidanceStep, number: int, language: Language) -> None:
    """One step of a list: its number in a black square, what, where, by when and with which papers."""
    words, sizes = GUIDANCE_WORDS[language], column.sizes
    column.rule(2)
    column.gap(0.4)
    side = round(sizes.task * 1.3)
    indent = side + round(sizes.body * 0.4)
    column.drawing.fill(column.left, column.y, side, side)
    middle, baseline = column.left + side / 2, column.y + round(side * 0.74)
    column.drawing.text_centred(middle, baseline, str(number), round(sizes.task * 0.9), Weight.BOLD, WHITE)
    column.write(step.title, sizes.task, Weight.BOLD, indent)
    column.write(department_in(step.department, language), sizes.body, Weight.BOLD, indent)
    korean = place_in(step.location, Language.KO).text(Language.KO)
    place = place_in(step.location, language).text(language)
    department = step.department if language is Language.KO else " · ".join(p for p in (step.department, korean) if p)
    column.write(department, sizes.body, Weight.BOLD, indent)
    where = " · ".join(part for part in (words.outside if step.outside else "", place) if part)
    together = " · ".join(part for part in (where, step.phone) if part)
    if column.drawing.width(together, sizes.body) <= column.width - indent:
        column.write(together, sizes.body, indent=indent)
    else:
        column.write(where, sizes.body, indent=indent)
        column.write(step.phone, sizes.body, indent=indent)
    column.write(step.note, sizes.body, indent=indent)
    if papers := _papers(step, language):
        column.gap(0.1)
        column.write(words.papers, sizes.label, indent=indent)
        column.check_list(papers, sizes.body, indent)
    column.gap(0.4)
