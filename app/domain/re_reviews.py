"""Rejected applicants who deserve a second look at a set date (Nowon's 복지 더 채움)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.case_errors import InTheFuture, TooEarly
from app.domain.cases import NAME_LIMIT, PHONE_LIMIT
from app.domain.written_text import check_impersonal, check_written

APPLIED_FOR_LIMIT = 80
RE_REVIEW_TEXT_LIMIT = 1000
QUESTION_LIMIT = 300
ANSWER_LIMIT = 4000
LAW_LIMIT = 120


class ReReviewState(StrEnum):
    WAITING = "waiting"
    GRANTED = "granted"
    OTHER_HELP = "other_help"
    """Something else was found for them."""
    UPHELD = "upheld"
    UNREACHABLE = "unreachable"


@dataclass(frozen=True, slots=True)
class ReReviewForm:
    """`rejected_on` is the day of the first decision, `look_on` (later) when it is to be looked at again.

    Personal: name, phone, applied_for, reason.
    """

    applied_for: str
    reason: str
    name: str
    phone: str
    department_code: str
    rejected_on: date
    look_on: date
    case_id: str | None = None

    def checked(self, today: date) -> ReReviewForm:
        """The same, tidied. Errors: `BadValue` with the field's name, `InTheFuture`, `TooEarly` (`look_on`), those of
        `check_written`."""
        tidied = replace(
            self,
            applied_for=check_written("applied_for", self.applied_for, APPLIED_FOR_LIMIT, needed=True),
            reason=check_written("rejection_reason", self.reason, RE_REVIEW_TEXT_LIMIT),
            name=check_written("person_name", self.name, NAME_LIMIT, needed=True),
            phone=check_written("phone", self.phone, PHONE_LIMIT),
        )
        if self.rejected_on > today:
            raise InTheFuture("rejected_on", self.rejected_on.isoformat())
        if self.look_on <= self.rejected_on:
            raise TooEarly("look_on", self.look_on, self.rejected_on)
        return tidied


@dataclass(frozen=True, slots=True)
class ReReview:
    id: str
    form: ReReviewForm
    department: str
    state: ReReviewState
    outcome: str
    by: str
    at: datetime
    state_by: str
    state_at: datetime | None
    version: int


@dataclass(frozen=True, slots=True)
class Precedent:
    """An answer that two officers should give alike. Nothing personal goes in here; it is kept for good."""

    id: str
    question: str
    answer: str
    law: str
    department_code: str
    by: str
    at: datetime
    case_id: str | None
    active: bool
    version: int


@dataclass(frozen=True, slots=True)
class PrecedentForm:
    question: str
    answer: str
    law: str = ""
    department_code: str = ""
    case_id: str | None = None

    def checked(self) -> PrecedentForm:
        """The same, tidied. Errors: `BadValue` with the field's name, those of `check_impersonal`."""
        return replace(
            self,
            question=check_impersonal("precedent_question", self.question, QUESTION_LIMIT, needed=True),
            answer=check_impersonal("answer", self.answer, ANSWER_LIMIT, needed=True),
            law=check_impersonal("law", self.law, LAW_LIMIT),
        )


def likeness(text: str, precedent: Precedent) -> float:
    """How much of `text` a precedent speaks of, 0 to 1: two letters that follow each other at a time, spaces aside."""
    wanted = _pairs(text)
    if not wanted:
        return 0.0
    asked = _pairs(f"{precedent.question} {precedent.law}")
    told = _pairs(precedent.answer) - asked
    return (len(wanted & asked) + 0.5 * len(wanted & told)) / len(wanted)


def _pairs(text: str) -> set[str]:
    plain = "".join(sign for sign in text.casefold() if sign.isalnum())
    return {plain[at : at + 2] for at in range(len(plain) - 1)} or ({plain} if plain else set())
