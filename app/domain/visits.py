"""Visits: what is asked for, what is recorded, and how a visit is numbered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.errors import PersonalDataInText, ServiceTwice, TooManyServices
from app.domain.personal_data import find_personal_data
from app.domain.plain_text import check_plain_text
from app.domain.slips import SlipState

NOTE_LIMIT = 200
WORD_LIMIT = 60
"""Of the word why a visit is handed over or corrected."""

SERVICES_LIMIT = 6
QUEUE_NUMBER_LIMIT = 12


class VisitorKind(StrEnum):
    SELF = "self"
    PROXY = "proxy"
    COMPANY = "company"
    FOREIGNER = "foreigner"


class LateReason(StrEnum):
    """Why a visit was noted on paper and typed in later."""

    POWER = "power"
    PROGRAM = "program"
    NETWORK = "network"
    OTHER = "other"


def late_reason(code: str) -> LateReason | None:
    """The reason stored as `code`, None for "": not late. One that only a newer program knows is OTHER."""
    if not code:
        return None
    return next((reason for reason in LateReason if reason.value == code), LateReason.OTHER)


class VisitStatus(StrEnum):
    """LEFT: went away before being served. UNRECORDED: still open at the end of the office day, and closed then."""

    WAITING = "waiting"
    CALLED = "called"
    SERVING = "serving"
    DONE = "done"
    LEFT = "left"
    UNRECORDED = "unrecorded"
    UNDONE = "undone"


OPEN_STATUSES = frozenset({VisitStatus.WAITING, VisitStatus.CALLED, VisitStatus.SERVING})


class StepKind(StrEnum):
    """What happened to a visit. Steps are only ever added (design section 4: events, not fields)."""

    REGISTERED = "registered"
    CALLED = "called"
    SERVING_STARTED = "serving_started"
    HANDED_OVER = "handed_over"
    FINISHED = "finished"
    LEFT = "left"
    CORRECTED = "corrected"
    CLOSED = "closed"
    RESUMED = "resumed"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class NewVisit:
    """What the clerk typed. `checked()` refuses what must not be stored.

    `further_services` are the codes of what else the same visitor came for. `slip_withheld`: the visitor wants none.
    """

    service_code: str
    visitor_kind: VisitorKind = VisitorKind.SELF
    queue_number: str = ""
    note: str = ""
    further_services: tuple[str, ...] = ()
    slip_withheld: bool = False

    @property
    def service_codes(self) -> tuple[str, ...]:
        return (self.service_code, *self.further_services)

    def checked(self) -> NewVisit:
        """The same visit with its texts tidied.

        Errors: `TextTooLong`, `ControlCharacterInText`, `EmojiInText`, `RightToLeftText`, `PersonalDataInText`,
        `TooManyServices`, `ServiceTwice`.
        """
        check_services(self.service_codes)
        queue_number = check_words("queue_number", self.queue_number, QUEUE_NUMBER_LIMIT)
        note = check_words("note", self.note, NOTE_LIMIT)
        return replace(self, queue_number=queue_number, note=note)


def check_services(codes: tuple[str, ...]) -> None:
    """Errors: `TooManyServices`, `ServiceTwice`."""
    if len(codes) > SERVICES_LIMIT:
        raise TooManyServices(SERVICES_LIMIT)
    for place, code in enumerate(codes):
        if code in codes[:place]:
            raise ServiceTwice(code)


def check_words(field: str, text: str, limit: int) -> str:
    """What a clerk typed into `field`, tidied. Errors: those of `check_plain_text`, `PersonalDataInText`."""
    tidied = check_plain_text(field, text, limit)
    for found in find_personal_data(tidied):
        raise PersonalDataInText(field, found.kind.value, found.start, found.end)
    return tidied


@dataclass(frozen=True, slots=True)
class VisitRecord:
    """One visit as a list shows it. Times are UTC; `day` is the office's day.

    `slip_state` is None while no slip was asked for; `slips` counts those handed over. `now_at` is the counter that
    serves it or is to call it, None when any may. `further_services` are names, and `further_codes` their codes.
    `serving_since` is the newest start. `word` is the newest word why: of a hand-over or a correction. `corrected`
    tells whether the services are others than at first. A visit noted on paper has its `late_reason`; it was typed at
    `entered_at`, and its other times are those of the paper.
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
    now_at: str | None = None
    further_codes: tuple[str, ...] = ()
    further_services: tuple[str, ...] = ()
    slip_withheld: bool = False
    word: str = ""
    corrected: bool = False
    late_reason: LateReason | None = None
    entered_at: datetime | None = None

    @property
    def service_codes(self) -> tuple[str, ...]:
        return (self.service_code, *self.further_codes)

    @property
    def service_names(self) -> tuple[str, ...]:
        return (self.service_name, *self.further_services)

    @property
    def is_open(self) -> bool:
        return self.status in OPEN_STATUSES


@dataclass(frozen=True, slots=True)
class OwnDay:
    """A clerk's own numbers of one day: visits registered, served by this person, slips handed over, slips declined."""

    registered: int
    served: int
    slips: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Registered:
    """What registering gives back. `finished_number` is the visit it finished, if any.

    `survey_url` is empty for a visit entered so late that its slip could no longer be answered, and while the survey
    does not know this counter's key.
    """

    visit: VisitRecord
    survey_url: str
    finished_number: str | None


def visit_number(counter_code: str, seq: int) -> str:
    """The number on paper and on screen: the counter's code and at least three digits, A-037."""
    return f"{counter_code}-{seq:03d}"
