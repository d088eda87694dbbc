"""A home with a long history, filled past the program: what the benches that need many visits share."""

from __future__ import annotations

import random
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import date, datetime, timedelta
from pathlib import Path

from app.bootstrap import found_home
from app.config.paths import Home, resources
from app.services.founding import sample_office

LAST_DAY = date(2026, 11, 19)
"""The newest day of the history, a Thursday."""

VISITS_A_DAY = 4000
_BATCH_DAYS = 5
_VISIT = "INSERT INTO visit VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_STEP = "INSERT INTO visit_step VALUES (?,?,?,?,?,?,?,?,?,?,?,?,?,?,?)"
_SLIP = "INSERT INTO slip VALUES (?,?,?,?,?,?,?,?,?,?,?)"
_FURTHER = "INSERT INTO further_service VALUES (?,?,?,?)"


def working_days(visits: int) -> list[date]:
    """The days that `visits` visits fill, oldest first, up to `LAST_DAY`."""
    days: list[date] = []
    day = LAST_DAY
    while len(days) * VISITS_A_DAY < visits:
        if day.weekday() < 5:
            days.append(day)
        day -= timedelta(days=1)
    return days[::-1]


def make_history(home: Home, visits: int) -> None:
    """Found the practice office in `home` and give it `visits` visits, `VISITS_A_DAY` on each working day.

    One in five has a second service, one in twenty no slip, one in fifty was undone; the rest is done and printed.
    """
    found_home(home, sample_office(resources() / "sample"), "minwon", clock=lambda: _moment(date(2020, 1, 1), 0))
    with closing(sqlite3.connect(home.database)) as connection:
        connection.execute("PRAGMA synchronous=OFF")
        columns = [len(connection.execute(f"PRAGMA table_info({name})").fetchall()) for name in _TABLES]
        assert columns == [text.count("?") for text in (_VISIT, _STEP, _SLIP, _FURTHER)], "a table has other columns"
        triggers = connection.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            connection.execute(f"DROP TRIGGER {name}")
        services = connection.execute("SELECT code, department_code FROM service ORDER BY position").fetchall()
        (counter,) = connection.execute("SELECT counter_code FROM home").fetchone()
        days = working_days(visits)
        for start in range(0, len(days), _BATCH_DAYS):
            with connection:
                for day in days[start : start + _BATCH_DAYS]:
                    _fill(connection, day, services, counter)
        for _, text in triggers:
            connection.execute(text)
        connection.commit()


_TABLES = ("visit", "visit_step", "slip", "further_service")


def _moment(day: date, seconds: float) -> datetime:
    return datetime.fromisoformat(f"{day}T00:00:00+00:00") + timedelta(seconds=seconds)


def _text(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%fZ")


def _fill(connection: sqlite3.Connection, day: date, services: list[tuple[str, str]], counter: str) -> None:
    dice = random.Random(day.toordinal())
    visits, steps, slips, further = [], [], [], []
    for seq, at in enumerate(_arrivals(dice), start=1):
        visit_id = f"{day:%Y%m%d}-0000-7000-8000-{seq:012d}"
        (service, department), second = dice.sample(services, 2)
        undone, printed = dice.random() < 0.02, dice.random() < 0.95
        registered, waited, handled = _moment(day, at), dice.randint(20, 1500), dice.randint(60, 1800)
        status, withheld = "undone" if undone else "done", 0 if printed else 1
        place = (visit_id, counter, f"{day}", seq, service, department, "self", "", "", "clerk1", _text(registered))
        visits.append((*place, status, 1, counter, withheld, 0, "", None))
        kinds = (("registered", 0), ("serving_started", waited), ("undone" if undone else "finished", waited + handled))
        for number, (kind, later) in enumerate(kinds):
            when = _text(registered + timedelta(seconds=later))
            step_id = f"{visit_id[:8]}-000{number}-7001-8000-{seq:012d}"
            steps.append((step_id, visit_id, kind, when, "clerk1", counter, 0, None, 1, when, None, "", "", None, 0))
        if printed:
            when = _text(registered + timedelta(seconds=2))
            slips.append((f"s{visit_id[1:]}", visit_id, "roll80", "ko", 0, "handed", "", when, 1, "clerk1", department))
        if dice.random() < 0.2:
            further.append((visit_id, 2, *second))
    connection.executemany(_VISIT, visits)
    connection.executemany(_STEP, steps)
    connection.executemany(_SLIP, slips)
    connection.executemany(_FURTHER, further)


def _arrivals(dice: random.Random) -> Iterator[int]:
    """Seconds after midnight UTC, from nine to six in Seoul, in order."""
    yield from sorted(dice.randint(0, 9 * 3600 - 1) for _ in range(VISITS_A_DAY))


def history(folder: Path, visits: int) -> Home:
    """The home with that history in `folder`, made when it is not there yet."""
    home = Home(folder / f"history-{visits}")
    if not home.database.exists():
        make_history(home, visits)
    return home
