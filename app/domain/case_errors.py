"""Expected failures of cases, their attachments, the board and what grows out of them. See `app.domain.errors`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from app.domain.errors import AppError


@dataclass(eq=False)
class UnknownCase(AppError):
    """`case`: its id or number, as typed."""

    case: str


@dataclass(eq=False)
class UnknownStep(AppError):
    step_id: str


@dataclass(eq=False)
class UnknownRecord(AppError):
    """A card, improvement task, incident, re-review or precedent that is not there; `entity` tells which."""

    entity: str
    record_id: str


@dataclass(eq=False)
class NotPossibleNow(AppError):
    """A step that the case does not allow where it stands; `why` is a `Hindrance`."""

    step: str
    why: str


@dataclass(eq=False)
class CaseAlreadyEnded(AppError):
    """Somebody else has closed it meanwhile; `by` and `on` say who and when."""

    number: str
    by: str
    on: date


@dataclass(eq=False)
class BeforeItBegan(AppError):
    """A date before the case began."""

    on: date
    began: date


@dataclass(eq=False)
class InTheFuture(AppError):
    field: str
    on: str


@dataclass(eq=False)
class PauseBackwards(AppError):
    """A pause that ends before it begins."""

    first: date
    last: date


@dataclass(eq=False)
class BadPeriod(AppError):
    """No period, or one of nothing; `text` as typed."""

    text: str


@dataclass(eq=False)
class ExtensionDoesNotFit(AppError):
    """An extension that cannot be counted as the period is: a month of seven days, hours of a month."""

    period: str
    extension: str


@dataclass(eq=False)
class OutsideHolidays(AppError):
    """A deadline among days whose holidays are not known; `first` and `last` are the years that are."""

    day: date
    first: int
    last: int


@dataclass(eq=False)
class TimeNeeded(AppError):
    """A period that is counted in hours needs the time of receipt."""

    period: str


@dataclass(eq=False)
class PeriodNeeded(AppError):
    """A kind whose period the service sets, without one."""

    kind: str


@dataclass(eq=False)
class NameNeeded(AppError):
    """A kind that needs name and address; `field` is the one that is missing."""

    kind: str
    field: str


@dataclass(eq=False)
class NotByWordOfMouth(AppError):
    """A kind that must come in writing."""

    kind: str


@dataclass(eq=False)
class ResidentNumberInText(AppError):
    """A 주민등록번호 in a text field; `start` and `end` are positions in it."""

    field: str
    start: int
    end: int


@dataclass(eq=False)
class NotAnAttachment(AppError):
    """The bytes are none of the kinds that may be attached, whatever the name says; `found` is what they look like."""

    name: str
    found: str


@dataclass(eq=False)
class AttachmentUnreadable(AppError):
    """A file that is to be attached and cannot be read."""

    name: str


@dataclass(eq=False)
class AttachmentTooLarge(AppError):
    """Sizes in bytes."""

    name: str
    size: int
    limit: int


@dataclass(eq=False)
class CaseTooLarge(AppError):
    """All attachments of a case together; sizes in bytes."""

    size: int
    limit: int


@dataclass(eq=False)
class AttachmentAway(AppError):
    """Its bytes are not on this PC and cannot be fetched now."""

    name: str


@dataclass(eq=False)
class AttachmentLost(AppError):
    """Its bytes are not what its checksum says, on either side."""

    name: str


@dataclass(eq=False)
class CardIsCase(AppError):
    """A card that was made a case: what becomes of it is the case's. `case_id` is the case."""

    case_id: str


@dataclass(eq=False)
class CardCaseHeld(AppError):
    """A card that was made a case which cannot be taken back any more; `why` is a `CaseHold`."""

    number: str
    why: str


@dataclass(eq=False)
class TooManyToExport(AppError):
    """More cases than one file may hold; nothing was written."""

    limit: int


@dataclass(eq=False)
class ConsultFirst(AppError):
    """An improvement task that is to begin before those it touches were asked (사전 협의)."""

    title: str


@dataclass(eq=False)
class LessonNeeded(AppError):
    """An exemplary failure without what was learned from it."""

    title: str


@dataclass(eq=False)
class TooEarly(AppError):
    """A day that must be later than another one; `field` names it."""

    field: str
    on: date
    after: date
