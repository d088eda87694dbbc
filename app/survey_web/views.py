"""What the templates are given: questions with what was typed, and what is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from app.domain.languages import Language
from app.domain.personal_data import PersonalData
from app.domain.surveys import Answers, Fault, Question, QuestionType, Survey, tidy_text
from app.survey_web.languages import WORDS
from app.survey_web.words import PageWords

INTEGRITY_HELP = "INTEGRITY_HELP"
_PHONE = re.compile(r"\b\d{2,3}-\d{3,4}-\d{4}\b|\b1\d{3}\b")
_SITE = re.compile(r"\b(?:[a-z0-9-]+\.)+(?:go\.kr|or\.kr|kr|com|org)\b")


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a text; `found` parts are shown marked."""

    text: str
    found: bool


@dataclass(frozen=True, slots=True)
class PersonalSpots:
    """What was found in a text: the text in pieces, and the kinds in the reader's words."""

    pieces: tuple[Piece, ...]
    kinds: str


@dataclass(frozen=True, slots=True)
class OptionView:
    value: str
    label: str
    checked: bool
    exclusive: bool


@dataclass(frozen=True, slots=True)
class QuestionView:
    """`anchor` is the id an error link leads to; `control` is radio, checkbox or text."""

    id: str
    number: int
    control: str
    legend: str
    required: bool
    options: tuple[OptionView, ...]
    text: str
    limit: int
    error: str
    spots: PersonalSpots | None
    masked: bool

    @property
    def anchor(self) -> str:
        return self.id if self.control == "text" else f"{self.id}-0"


@dataclass(frozen=True, slots=True)
class Troubles:
    """What keeps a page from being accepted, and which texts were just masked; all by question id."""

    faults: Mapping[str, Fault] = field(default_factory=dict)
    spots: Mapping[str, Sequence[PersonalData]] = field(default_factory=dict)
    masked: frozenset[str] = frozenset()

    def __bool__(self) -> bool:
        return bool(self.faults or self.spots)


@dataclass(frozen=True, slots=True)
class HelpView:
    """Where to get help: the office's message, and its telephone numbers and sites to press."""

    message: str
    phones: tuple[str, ...]
    sites: tuple[str, ...]


def question_views(
    questions: Sequence[Question], language: Language, answers: Answers, troubles: Troubles
) -> list[QuestionView]:
    """The page's questions, each with what was typed and what is wrong with it."""
    words = WORDS[language]
    return [
        QuestionView(
            id=question.id,
            number=number,
            control=_control(question),
            legend=question.words[language],
            required=question.required,
            options=tuple(
                OptionView(
                    option.value,
                    option.words[language],
                    option.value in answers.get(question.id, ()),
                    option.value in question.exclusive,
                )
                for option in question.options
            ),
            text=_typed(question, answers),
            limit=question.limit,
            error=fault_words(words, question, answers, troubles.faults.get(question.id)),
            spots=_spots(words, _typed(question, answers), troubles.spots.get(question.id, ())),
            masked=question.id in troubles.masked,
        )
        for number, question in enumerate(questions, start=1)
    ]


def _control(question: Question) -> str:
    if question.type is QuestionType.TEXT:
        return "text"
    return "checkbox" if question.type is QuestionType.MULTI else "radio"


def _typed(question: Question, answers: Answers) -> str:
    typed = answers.get(question.id, ())
    return typed[0] if question.type is QuestionType.TEXT and typed else ""


def fault_words(words: PageWords, question: Question, answers: Answers, fault: Fault | None) -> str:
    """The sentence for one fault, or nothing."""
    match fault:
        case None:
            return ""
        case Fault.MISSING:
            return words.missing
        case Fault.UNKNOWN_OPTION:
            return words.unknown_option
        case Fault.NOT_TOGETHER:
            return words.not_together
        case Fault.TOO_LONG:
            return too_long_words(words, question.limit, _typed(question, answers))


def too_long_words(words: PageWords, limit: int, typed: str) -> str:
    return words.too_long.format(limit=limit, length=len(tidy_text(typed)))


def _spots(words: PageWords, typed: str, found: Sequence[PersonalData]) -> PersonalSpots | None:
    return personal_spots(words, tidy_text(typed), found) if found else None


def personal_spots(words: PageWords, text: str, found: Sequence[PersonalData]) -> PersonalSpots:
    """`text` (tidied) cut into pieces at what was found in it."""
    pieces: list[Piece] = []
    at = 0
    for spot in found:
        pieces += [Piece(text[at : spot.start], False), Piece(text[spot.start : spot.end], True)]
        at = spot.end
    pieces.append(Piece(text[at:], False))
    kinds = dict.fromkeys(str(getattr(words.kinds, spot.kind.value)) for spot in found)
    return PersonalSpots(tuple(piece for piece in pieces if piece.text), ", ".join(kinds))


def help_view(survey: Survey, language: Language) -> HelpView:
    """The survey's message about help, with the numbers and sites that stand in it."""
    said = survey.messages.get(INTEGRITY_HELP)
    message = said[language] if said else ""
    return HelpView(
        message, tuple(dict.fromkeys(_PHONE.findall(message))), tuple(dict.fromkeys(_SITE.findall(message)))
    )


def help_phones(survey: Survey) -> tuple[str, ...]:
    """Telephone numbers the pages themselves give, in any language: a comment may name them."""
    said = survey.messages.get(INTEGRITY_HELP, {})
    return tuple(dict.fromkeys(phone for message in said.values() for phone in _PHONE.findall(message)))
