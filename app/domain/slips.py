"""Slips: the papers they go on, the states they can be in, and what stands on one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from app.domain.languages import Language


class Paper(StrEnum):
    ROLL80 = "roll80"
    ROLL58 = "roll58"
    A5 = "a5"


class SlipState(StrEnum):
    """How far a slip has come. HANDED means the printer took it; CONFIRMED only where the device said so."""

    WAITING = "waiting"
    HANDED = "handed"
    CONFIRMED = "confirmed"
    FAILED = "failed"


class SlipFailure(StrEnum):
    """Why a slip did not reach paper."""

    NO_PRINTER = "no_printer"
    PRINTER_FAILED = "printer_failed"
    PAPER_OUT = "paper_out"
    COVER_OPEN = "cover_open"
    PRINTER_OFFLINE = "printer_offline"
    PRINTER_SILENT = "printer_silent"
    CANNOT_WRITE = "cannot_write"
    INTERRUPTED = "interrupted"
    UNKNOWN = "unknown"


_NEXT_STATES = {
    SlipState.WAITING: {SlipState.HANDED, SlipState.CONFIRMED, SlipState.FAILED},
    SlipState.HANDED: {SlipState.CONFIRMED, SlipState.FAILED},
    SlipState.CONFIRMED: set[SlipState](),
    SlipState.FAILED: {SlipState.HANDED, SlipState.CONFIRMED, SlipState.FAILED},
}


def may_become(state: SlipState, following: SlipState) -> bool:
    """Whether a slip may go from `state` to `following`."""
    return following in _NEXT_STATES[state]


@dataclass(frozen=True, slots=True)
class SlipRecord:
    """One slip of a visit. The first one handed over is the original; every later one is a reissue (재발행)."""

    id: str
    visit_id: str
    paper: Paper
    language: Language
    reissue: bool
    state: SlipState
    reason: str
    printed_at: datetime


@dataclass(frozen=True, slots=True)
class SlipContent:
    """Everything that stands on a slip, ready to draw. Times are in the office's zone.

    `survey_host` is printed in plain words under the QR because people fear QR phishing (domain section 3).
    `survey_url` is "" where the survey would not know the counter's key: the slip carries no QR then.
    `answer_until` is the last day on which the survey can be answered. `further_services` are the names of what else
    the same visitor came for. `late`: the visit was noted on paper and typed in later, so `registered_at` is the
    paper's time.
    """

    office: str
    number: str
    registered_at: datetime
    service: str
    visitor_kind: str
    queue_number: str
    department: str
    location: str
    phone: str
    clerk: str
    survey_url: str
    survey_host: str
    answer_until: date
    printed_at: datetime
    reissue: bool
    language: Language
    further_services: tuple[str, ...] = ()
    late: bool = False
