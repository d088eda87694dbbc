"""Asking whether a day is here before it is read: a part of a day or a period never passes for the whole (design §4).

Whoever gets `DayNotHere` may fetch the day from the shared side and ask again.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from app.db.unit_of_work import UnitOfWork
from app.domain.periods import Period
from app.domain.sharing_errors import DayNotHere


def require_visits(work: UnitOfWork, first: date, last: date) -> None:
    """Errors: `DayNotHere` with the first day from `first` to `last` whose visits are not all here."""
    _none_of(work.held_days.without_visits(first, last))


def require_counts(work: UnitOfWork, period: Period) -> None:
    """Errors: `DayNotHere` with the first day of `period` of which neither all visits nor their counts are here."""
    _none_of(_without_counts(work, period))


def has_counts(work: UnitOfWork, period: Period) -> bool:
    """Whether the figures of `period` can be worked out here."""
    return next(_without_counts(work, period), None) is None


def _without_counts(work: UnitOfWork, period: Period) -> Iterator[date]:
    return work.held_days.without_counts(period.first, period.last, work.offices.settings().timezone)


def _none_of(days: Iterator[date]) -> None:
    missing = next(days, None)
    if missing is not None:
        raise DayNotHere(missing)
