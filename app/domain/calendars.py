"""Holidays as the office has them: those the program ships with, and what the office says otherwise."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, time

from app.domain.deadlines import WorkingTime
from app.domain.errors import BadValue

HOLIDAY_LIMIT = 40
FIRST_YEAR, LAST_YEAR = 2000, 2100
_LUNCH = re.compile(r"(?:[01]\d|2[0-3]):[0-5]\d-(?:[01]\d|2[0-3]):[0-5]\d")


@dataclass(frozen=True, slots=True)
class Holiday:
    """A day the office is closed. `own`: the office has set it; else the program came with it."""

    day: date
    name: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class OwnHoliday:
    """What the office says of a day: closed, or (not `closed`) open although the program's list has a holiday."""

    day: date
    name: str
    closed: bool = True
    version: int = 1


def holidays_of(shipped: Mapping[date, str], own: Iterable[OwnHoliday]) -> dict[date, Holiday]:
    """Every holiday known, by its day."""
    known = {day: Holiday(day, name) for day, name in shipped.items()}
    for said in own:
        known.pop(said.day, None)
        if said.closed:
            known[said.day] = Holiday(said.day, said.name, own=True)
    return dict(sorted(known.items()))


def lunch_hours(text: str) -> tuple[time, time] | None:
    """ "12:00-13:00" as two times; None for "": nobody stops for lunch. Errors: `BadValue`."""
    if not text:
        return None
    if not _LUNCH.fullmatch(text):
        raise BadValue("lunch", text)
    begins, ends = (time.fromisoformat(part) for part in text.split("-"))
    if begins >= ends:
        raise BadValue("lunch", text)
    return begins, ends


def working_time(opens: str, closes: str, lunch: str, holidays: Mapping[date, str]) -> WorkingTime:
    """When an office with these hours works; a lunch that is not within them is none. Errors: `ValueError`."""
    begins, ends = time.fromisoformat(opens), time.fromisoformat(closes)
    try:
        pause = lunch_hours(lunch)
    except BadValue:  # from another counter, whose program knows more
        pause = None
    if pause is not None and not begins < pause[0] < pause[1] < ends:
        pause = None
    return WorkingTime(begins, ends, pause, holidays)
