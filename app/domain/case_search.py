"""A case that was found on the shared side by its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.cases import CaseKind


@dataclass(frozen=True, slots=True)
class FoundCase:
    """What a line of a list needs of it. `place` orders it among all others, newest highest; `reading` is the place of
    the query it fits."""

    place: tuple[int, str]
    reading: int
    case_id: str
    number: str
    kind: CaseKind
    title: str
    name: str
    department_code: str
    received_at: datetime
    ended_on: date | None
    to_auditor: bool
