"""Visits: what is asked for, what is recorded, and how a visit is numbered."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import PersonalDataInText
from app.domain.personal_data import find_personal_data
from app.domain.plain_text import check_plain_text
from app.domain.slips import SlipState

NOTE_LIMIT = 200
QUEUE_NUMBER_LIMIT = 12


class VisitorKind(StrEnum):
    SELF = "self"
    PROXY = "proxy"
    COMPANY = "company"
    FOREIGNER = "foreigner"


class VisitStatus(StrEnum):
    WAITING = "waiting"
    SERVING = "serving"
    DONE = "done"
    UNDONE = "undone"


class StepKind(StrEnum):
    """What happened to a visit. Steps are only ever added (design section 4: events, not fields)."""

    REGISTERED = "registered"
    SERVING_STARTED = "serving_started"
    FINISHED = "finished"
    RESUMED = "resumed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What the clerk typed. `checked()` refuses what must not be stored."""

    service_code: str
    visitor_kind: VisitorKind = VisitorKind.SELF
    queue_number: str = ""
    note: str = ""

    def checked(self) -> NewVisit:
        """The same visit with its texts tidied.

        Errors: `TextTooLong`, `ControlCharacterInText`, `EmojiInText`, `RightToLeftText`, `PersonalDataInText`.
        """
        queue_number = check_plain_text("queue_number", self.queue_number, QUEUE_NUMBER_LIMIT)
        note = check_plain_text("note", self.note, NOTE_LIMIT)
        for field, text in (("queue_number", queue_number), ("note", note)):
            for found in find_personal_data(text):
                raise PersonalDataInText(field, found.kind.value, found.start, found.end)
        return NewVisit(self.service_code, self.visitor_kind, queue_number, note)


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """One visit as a list shows it. Times are UTC; `day` is the office's day.

    `slip_state` is None while no slip was asked for; `slips` counts those handed over.
    """

    id: str
    number: str
    counter_code: str
    day: date
    seq: int
    service_code: str
    service_name: str
    department_name: str
    status: VisitStatus
    visitor_kind: VisitorKind
    queue_number: str
    note: str
    registered_by: str
    registered_at: datetime
    serving_since: datetime | None
    finished_at: datetime | None
    slip_state: SlipState | None
    slip_reason: str
    slips: int


@dataclass(frozen=True, slots=True)
class Registered:
    """What registering gives back. `finished_number` is the visit it finished, if any."""

    visit: VisitRecord
    survey_url: str
    finished_number: str | None


def visit_number(counter_code: str, seq: int) -> str:
    """The number on paper and on screen: the counter's code and at least three digits, A-037."""
    return f"{counter_code}-{seq:03d}"
