"""One visit as a row of a list that leaves the program: without notes, queue numbers and the words of clerks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.domain.visits import LateReason, VisitStatus


@dataclass(frozen=True, slots=True)
class ExportedVisit:
    """Times in the office's zone, without one written on them; the two durations in whole seconds, None unless measured
    as for the figures. `services` and `departments` are names in order; `slip` tells whether one was handed over;
    `late` why it was noted on paper and typed in later."""

    day: str
    number: str
    counter: str
    registered_at: datetime
    status: VisitStatus
    services: str
    departments: str
    visitor_kind: str
    slip: bool
    slip_withheld: bool
    corrected: bool
    waited: int | None
    handled: int | None
    late: LateReason | None = None
