"""Erasing what is personal in cards, notes of abuse and second looks when their time has passed."""

from __future__ import annotations

from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from app.db.unit_of_work import UnitOfWork
from app.services.visit_steps import AtCounter

_AT_ONCE = 500


def has_old_notes(work: UnitOfWork, before: date) -> bool:
    """Whether there is something to erase."""
    return any(_old(work, before, 1).values())


def forget_old_notes(here: AtCounter, before: date) -> int:
    """Erase what is personal in records of days before `before`, some hundreds at a time; how many there were.

    Whoever comes first erases: the other counters hear of it like of any change.
    """
    erased = 0
    for entity, ids in _old(here.work, before, _AT_ONCE).items():
        if ids:
            here.work.erasures.erase(entity, ids)
            for row_id in ids:
                here.trail.operation(entity, row_id, "erase", {})
            here.trail.act("erase_words", entity, "", {"count": len(ids)})
            erased += len(ids)
    return erased


def _old(work: UnitOfWork, before: date, limit: int) -> dict[str, tuple[str, ...]]:
    midnight = datetime.combine(before, time(), ZoneInfo(work.offices.settings().timezone))
    return {
        "card": work.cards.worded_before(before, limit),
        "incident": work.incidents.worded_before(midnight, limit),
        "re_review": work.re_reviews.worded_before(before, limit),
    }
