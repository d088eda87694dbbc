"""The letters a case gives rise to, ready to be printed: what is in them, not how they look."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.cases import Case, CaseResult


class LetterKind(StrEnum):
    RECEIPT = "receipt"
    """접수증"""
    SUPPLEMENT = "supplement"
    """보완요구서"""
    EXTENSION = "extension"
    """처리기간 연장 통지"""
    TRANSFER = "transfer"
    """이송 통지"""
    PROGRESS = "progress"
    """처리 진행상황 통지"""
    RESULT = "result"
    """처리결과 통지 (with reason, remedy and the right to object where it was refused)"""
    REMINDER = "reminder"
    """독촉장, to the department"""


@dataclass(frozen=True, slots=True)
class LetterContent:
    """Everything a letter says. `due_clock` is "HH:MM" or "" where the deadline is a date.

    `step_*` are of the step the letter is about ("" and None for a receipt); `articles` name the law.
    """

    kind: LetterKind
    office: str
    case: Case
    department: str
    location: str
    phone: str
    receiver: str
    """The citizen's name, or for a reminder the department's."""
    clerk: str
    printed_at: datetime
    printed_by: str
    due_day: date | None
    due_clock: str
    step_on: date | None = None
    step_text: str = ""
    until: date | None = None
    due_before: date | None = None
    to_department: str = ""
    to_phone: str = ""
    result: CaseResult | None = None
    remedy: str = ""
    object_until: date | None = None
    """Until when an objection is possible (60 days, civil law)."""
    articles: tuple[str, ...] = ()
    survey_url: str = ""
