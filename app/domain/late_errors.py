"""Expected failures of entering what was noted on paper. See `app.domain.errors`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.errors import AppError


@dataclass(eq=False)
class LateVisitAhead(AppError):
    """A visit entered later cannot have been after now. `field`: at or until; `at`: what it said (office's zone)."""

    field: str
    at: datetime


@dataclass(eq=False)
class LateVisitTooOld(AppError):
    """Visits can be entered later for so many days."""

    day: date
    limit: int


@dataclass(eq=False)
class LateVisitEndsWrong(AppError):
    """It ended before it began, or on another day; both in the office's zone."""

    at: datetime
    until: datetime
