"""The survey: its questions, what counts as a complete answer, and how answers are scored (`survey.json`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from app.domain.languages import Language

OVERALL = "Q8_OVERALL"
ROUTE = "Q2_ROUTE"
TROUBLE = "Q6_TROUBLE"
INTEGRITY = "Q7_INTEGRITY"
COMMENT = "Q9_COMMENT"
SEALED_TEXT_LIMIT = 500

Words = Mapping[Language, str]


class QuestionType(StrEnum):
    AGREE5 = "agree5"
    SAT5 = "sat5"
    SINGLE = "single"
    MULTI = "multi"
    TEXT = "text"


@dataclass(frozen=True, slots=True)
class Option:
    value: str
    words: Words


@dataclass(frozen=True, slots=True)
class Question:
    """`exclusive` options stand alone; `help_on` are those of Q7 that lead to the second page."""

    id: str
    type: QuestionType
    required: bool
    sealed: bool
    words: Words
    options: tuple[Option, ...]
    exclusive: frozenset[str]
    help_on: frozenset[str]
    limit: int

    @property
    def scored(self) -> bool:
        return self.type in (QuestionType.AGREE5, QuestionType.SAT5)


@dataclass(frozen=True, slots=True)
class Survey:
    id: str
    version: int
    questions: tuple[Question, ...]
    messages: Mapping[str, Words]

    def question(self, question_id: str) -> Question:
        return next(q for q in self.questions if q.id == question_id)

    def asked(self, with_sealed: bool) -> tuple[Question, ...]:
        """The questions of the page; without an audit key the sealed one is left out."""
        return tuple(q for q in self.questions if with_sealed or not q.sealed)


class SurveyInvalid(Exception):
    """The survey file does not describe a survey."""


def _words(raw: Mapping[str, Any]) -> Words:
    return {language: str(raw[language.value]) for language in Language}


def parse_survey(raw: Mapping[str, Any]) -> Survey:
    """Read the survey out of the parsed JSON. Errors: `SurveyInvalid`."""
    try:
        scales: dict[str, tuple[Option, ...]] = {}
        for name, scale in raw["scales"].items():
            scales[name] = tuple(
                Option(str(value), {language: str(scale[language.value][i]) for language in Language})
                for i, value in enumerate(scale["values"])
            )
        questions = tuple(
            Question(
                id=str(q["id"]),
                type=QuestionType(q["type"]),
                required=bool(q["required"]),
                sealed=bool(q.get("sealed", False)),
                words=_words(q),
                options=scales[q["type"]]
                if q["type"] in scales
                else tuple(Option(str(o["v"]), _words(o)) for o in q.get("options", ())),
                exclusive=frozenset(q.get("exclusive", ())),
                help_on=frozenset(q.get("help_on", ())),
                limit=int(q.get("max", 0)),
            )
            for q in raw["questions"]
        )
        messages = {str(name): _words(words) for name, words in raw["messages"].items()}
        return Survey(str(raw["survey_id"]), int(raw["version"]), questions, messages)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError) as error:
        raise SurveyInvalid(str(error)) from error


class Fault(StrEnum):
    """What is wrong with one question of a submitted page."""

    MISSING = "missing"
    UNKNOWN_OPTION = "unknown_option"
    NOT_TOGETHER = "not_together"
    TOO_LONG = "too_long"


Answers = Mapping[str, tuple[str, ...]]


def tidy_text(text: str) -> str:
    """A citizen's text as it is kept: composed, one kind of line end, no control characters, no direction tricks."""
    composed = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    kept = "".join(
        c
        for c in composed
        if c == "\n"
        or not (
            unicodedata.category(c) in {"Cc", "Cs", "Cn", "Co"}
            or "\u202a" <= c <= "\u202e"
            or "\u2066" <= c <= "\u2069"
        )
    )
    return kept.strip()


def check_answers(questions: Sequence[Question], given: Answers) -> dict[str, Fault]:
    """What is wrong with `given`, by question id; empty when the page is complete. Texts count after `tidy_text`."""
    faults: dict[str, Fault] = {}
    for question in questions:
        values = given.get(question.id, ())
        if question.type is QuestionType.TEXT:
            text = tidy_text(values[0]) if values else ""
            if question.required and not text:
                faults[question.id] = Fault.MISSING
            elif question.limit and len(text) > question.limit:
                faults[question.id] = Fault.TOO_LONG
            continue
        known = {option.value for option in question.options}
        if not values:
            if question.required:
                faults[question.id] = Fault.MISSING
        elif not set(values) <= known:
            faults[question.id] = Fault.UNKNOWN_OPTION
        elif not _may_stand_together(question, values):
            faults[question.id] = Fault.NOT_TOGETHER
    return faults


def _may_stand_together(question: Question, values: Sequence[str]) -> bool:
    if question.type is not QuestionType.MULTI:
        return len(values) == 1
    return len(set(values)) == 1 or not set(values) & question.exclusive


def reports_trouble(survey: Survey, sealed_values: Sequence[str]) -> bool:
    """Whether these values of Q7 lead to the second page."""
    return any(set(sealed_values) & q.help_on for q in survey.questions if q.sealed)
