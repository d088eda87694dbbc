"""What a browser posted, read into a form."""

from __future__ import annotations

import json
import secrets
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import parse_qs

from app.db.survey_store import SUBMISSION_BYTES
from app.domain.languages import Language
from app.domain.surveys import Answers, Question, QuestionType, Survey, tidy_text
from app.survey_web.languages import asked_language

SECOND_TEXT = "second_text"
_MOST_FIELDS = 200
_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True).encode
Fields = Mapping[str, Sequence[str]]


class Press(StrEnum):
    """Which button was pressed."""

    SEND = "send"
    MASK = "mask"
    SKIP = "skip"
    LANGUAGE = "language"


_PRESSED: Mapping[str, Press] = {press.value: press for press in Press}


@dataclass(frozen=True, slots=True)
class PostedForm:
    """`answers` as typed; texts are not tidied yet. `second_text` is the second page's."""

    page: int
    press: Press
    language: Language | None
    submission: bytes
    answers: Answers
    second_text: str


def new_submission() -> bytes:
    """The secret of a freshly opened form."""
    return secrets.token_bytes(SUBMISSION_BYTES)


def read_fields(body: bytes) -> Fields:
    """The fields of an `application/x-www-form-urlencoded` body. Errors: `ValueError` for far too many."""
    text = body.decode("ascii", errors="replace")
    return parse_qs(text, keep_blank_values=True, errors="replace", max_num_fields=_MOST_FIELDS)


def read_form(fields: Fields, survey: Survey) -> PostedForm:
    """Whatever was posted, as a form; what is missing or unknown is left out."""
    wanted = asked_language(_one(fields, "lang"))
    action = _one(fields, "action")
    press = Press.LANGUAGE if wanted else _PRESSED.get(action, Press.SEND)
    return PostedForm(
        page=2 if _one(fields, "page") == "2" else 1,
        press=press,
        language=wanted or asked_language(_one(fields, "language")),
        submission=_submission(_one(fields, "submission")),
        answers={q.id: _values(q, fields.get(q.id, ())) for q in survey.questions if q.id in fields},
        second_text=_one(fields, SECOND_TEXT),
    )


def _one(fields: Fields, name: str) -> str:
    values = fields.get(name, ())
    return values[0] if values else ""


def _values(question: Question, posted: Sequence[str]) -> tuple[str, ...]:
    if question.type is QuestionType.TEXT:
        return tuple(posted[:1])
    if len(posted) == 1:
        return (posted[0],)
    # In the order of the page and each once, so that the same answer is the same however it was posted.
    order = {option.value: position for position, option in enumerate(question.options)}
    return tuple(sorted(set(posted), key=lambda value: (order.get(value, len(order)), value)))


def _submission(text: str) -> bytes:
    try:
        found = bytes.fromhex(text)
    except ValueError:
        found = b""
    return found if len(found) == SUBMISSION_BYTES else new_submission()


def open_answers(questions: Sequence[Question], answers: Answers) -> dict[str, tuple[str, ...]]:
    """The chosen options that are stored in the open: no text, nothing sealed."""
    return {
        q.id: answers[q.id] for q in questions if not q.sealed and q.type is not QuestionType.TEXT and answers.get(q.id)
    }


def sealed_answers(survey: Survey, answers: Answers) -> tuple[str, ...]:
    """The known options chosen in the sealed question."""
    return tuple(
        value
        for q in survey.questions
        if q.sealed
        for value in answers.get(q.id, ())
        if any(value == option.value for option in q.options)
    )


def typed_texts(questions: Sequence[Question], answers: Answers) -> dict[str, str]:
    """Each text question's text as it would be kept."""
    return {
        q.id: tidy_text(answers[q.id][0]) if answers.get(q.id) else "" for q in questions if q.type is QuestionType.TEXT
    }


def canonical(*parts: object) -> bytes:
    """The same bytes for the same content, whatever the order of the fields."""
    return _CANONICAL(parts).encode("utf-8", errors="replace")
