"""What is done with a case: steps that are only ever added. One that was wrong is undone or corrected by another."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

from app.domain.cases import CaseResult
from app.domain.guidance import TransferKind

STEP_TEXT_LIMIT = 4000


class CaseStepKind(StrEnum):
    TAKEN_OVER = "taken_over"
    TRANSFERRED = "transferred"
    """Inside the office; `department_code`, and the clock of `transfer` (1, 3 working hours)."""
    PASSED_ON = "passed_on"
    """To another authority (8 working hours, the citizen is told); it ends the case here."""
    SUPPLEMENT_ASKED = "supplement_asked"
    """`until`: the citizen's period, by civil law."""
    SUPPLEMENT_PROLONGED = "supplement_prolonged"
    """On the citizen's request, twice at most; `until`."""
    SUPPLEMENT_ARRIVED = "supplement_arrived"
    SURVEY_BEGUN = "survey_begun"
    SURVEY_ENDED = "survey_ended"
    EXTENDED = "extended"
    """`period`; the second time with the citizen's `consent`."""
    PROGRESS_TOLD = "progress_told"
    REMINDED = "reminded"
    """독촉장: the supervisor has reminded the department."""
    ANSWERED = "answered"
    """`result`; a refusal needs its reason as text and the `remedy`."""
    CLOSED = "closed"
    RETURNED = "returned"
    WITHDRAWN = "withdrawn"
    REPEAT_CLOSED = "repeat_closed"
    OBJECTED = "objected"
    """이의신청 within 60 days of a refusal."""
    NOTED = "noted"
    CORRECTED = "corrected"
    """`of` is the step that was really done on `on`."""
    UNDONE = "undone"
    """`of` is the step that is as if it had not been taken."""


@dataclass(frozen=True, slots=True)
class NewStep:
    """What somebody does. `on` None: today; else the honest day it was done on, never before the case began."""

    kind: CaseStepKind
    text: str = ""
    on: date | None = None
    of: str | None = None
    until: date | None = None
    period: str = ""
    consent: bool = False
    department_code: str = ""
    transfer: TransferKind = TransferKind.INSIDE
    result: CaseResult | None = None
    remedy: str = ""


@dataclass(frozen=True, slots=True)
class CaseStep:
    """A step as it was taken. `on` is the day it counts for; `at` when it was recorded, and by whom at which counter.

    `detail` holds what else `NewStep` says (until, period, consent, department_code, transfer, result), nothing
    personal; `text` and `remedy` are personal.
    """

    id: str
    case_id: str
    kind: CaseStepKind
    at: datetime
    on: date
    by: str
    counter_code: str
    text: str = ""
    remedy: str = ""
    of: str | None = None
    detail: Mapping[str, Any] = field(default_factory=dict)
    place: int | None = None
