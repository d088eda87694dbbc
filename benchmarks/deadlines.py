"""When a case is due: one due date with every day listed, and that of all open cases after a new holiday.

The case is about the worst there is: 14 days, a supplement and a field survey over the longest holidays, an extension
of 14 days more. The limit is stepping through the same days with the same holidays in a set and nothing noted: the
least that the date alone costs. Reading and writing the cases is not in it.
"""

from __future__ import annotations

import random
from datetime import date, datetime, time, timedelta

from app.domain.deadlines import WorkingTime
from app.domain.due import Due, Pause, PauseWhy, Period, due_of
from app.services.calendar import known_holidays
from benchmarks.measure import Row, in_turns, milliseconds

_ONE_DAY = timedelta(days=1)
_RECEIVED = datetime.combine(date(2026, 9, 14), time(10))
_PAUSES = (
    Pause(date(2026, 9, 22), date(2026, 9, 29), PauseWhy.SUPPLEMENT),
    Pause(date(2026, 10, 6), date(2026, 10, 20), PauseWhy.SURVEY),
)
_FORTNIGHT = Period.parse("14d")
_PERIODS = [Period.parse(text) for text in ("now", "3d", "5d", "7d", "7d", "14d", "14d", "1m")]


def measure(quick: bool) -> list[Row]:
    """Two rows: one due date, and many."""
    return [_one(50 if quick else 5000), _many(200 if quick else 10_000, 2 if quick else 15)]


def _one(rounds: int) -> Row:
    working = WorkingTime(holidays=known_holidays())
    holidays = frozenset(working.holidays)
    paused = [(pause.first, pause.last) for pause in _PAUSES]

    def counted() -> Due:
        return due_of(working, _FORTNIGHT, _RECEIVED, pauses=_PAUSES, extensions=(_FORTNIGHT,))

    def stepped() -> date:
        return _stepped(holidays, paused, _RECEIVED.date(), 28)

    assert counted().day == stepped()
    found, limit = in_turns([counted, stepped], rounds=rounds, warm_up=20)
    return Row(
        what="the due date of a case, its days listed: 14 days, two pauses, an extension",
        target="≤ 1 ms",
        measured=f"{milliseconds(found.median)}, p95 {milliseconds(found.p95)}",
        limit=f"{milliseconds(limit.median)} (stepping through the same days)",
        ratio=found.ratio_to(limit),
        met=found.p95 <= 0.001,
        figures={**found.figures("due"), **limit.figures("stepping")},
    )


def _many(count: int, rounds: int) -> Row:
    chance = random.Random(1)
    received = [_RECEIVED + timedelta(minutes=chance.randrange(60 * 24 * 60)) for _ in range(count)]
    cases = [(moment, chance.choice(_PERIODS), _PAUSES if chance.random() < 0.2 else ()) for moment in received]
    working = WorkingTime(holidays={**known_holidays(), date(2026, 11, 20): "임시공휴일"})
    holidays = frozenset(working.holidays)

    def counted() -> int:
        for moment, period, pauses in cases:
            due_of(working, period, moment, pauses=pauses, listed=False)
        return count

    def stepped() -> int:
        for moment, period, pauses in cases:
            _stepped(holidays, [(pause.first, pause.last) for pause in pauses], moment.date(), min(period.count, 14))
        return count

    found, limit = in_turns([counted, stepped], rounds=rounds, warm_up=1)
    return Row(
        what=f"the due dates of {count:,} cases after a new holiday",
        target="≤ 2 s with the database",
        measured=f"{milliseconds(found.median)}, p95 {milliseconds(found.p95)}",
        limit=f"{milliseconds(limit.median)} (stepping through days)",
        ratio=found.ratio_to(limit),
        met=None,
        note="counting alone, days not listed",
        figures={**found.figures("due"), **limit.figures("stepping")},
    )


def _stepped(holidays: frozenset[date], paused: list[tuple[date, date]], day: date, left: int) -> date:
    while True:
        if day.weekday() < 5 and day not in holidays and not any(first <= day <= last for first, last in paused):
            left -= 1
            if not left:
                return day
        day += _ONE_DAY
