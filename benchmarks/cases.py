"""Open cases counted again after a new holiday, and what a clerk's save waits meanwhile.

A home of the practice office with ten thousand open cases of all kinds that came within two months; every second one
was taken over, every fifth has had a supplement. A holiday is added or taken back, then every case is counted again:
read with its steps, its standing and deadline worked out, and written. The limit is writing as many deadlines that are
known already. A save meanwhile is a visit registered by another process of the same home.
"""

from __future__ import annotations

import json
import random
import sqlite3
import tempfile
import threading
import time
import uuid
from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from app.bootstrap import Office, found_home, open_office
from app.config.paths import Home, resources
from app.domain.actors import Actor
from app.domain.cases import CaseFilter
from app.domain.visits import NewVisit
from app.services.founding import sample_office
from benchmarks.measure import Row, Times, in_turns, milliseconds

PASSWORD = "minwon"
_NOW = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
_KINDS = ("GRIEV", "GRIEV", "OTHER", "SUGGEST", "Q-LAW", "Q-PROC", "L-REPORT")
_HOLIDAY = date(2026, 11, 25)
_CASE = (
    "id number kind title text name phone address channel written_by received_at received_by counter_code "
    "department_code period flags matter_id external_number to_auditor version elsewhere"
)
_STEP = 'id case_id kind at on_day "by" counter_code text remedy detail elsewhere'


def measure(quick: bool) -> list[Row]:
    """Two rows: counting again, and a save meanwhile."""
    count, rounds = (300, 2) if quick else (10_000, 9)
    with _home_with(count) as home:
        office = open_office(home, lambda: _NOW)
        try:
            admin = office.accounts.sign_in("admin", PASSWORD)
            clerk = office.accounts.sign_in("clerk1", PASSWORD)
            office.cases.reckon()
            return [_counted(office, home, admin, clerk, count, rounds), _meanwhile(office, home, admin, count, rounds)]
        finally:
            office.close()


def _counted(office: Office, home: Home, admin: Actor, clerk: Actor, count: int, rounds: int) -> Row:
    with closing(sqlite3.connect(home.database)) as raw:
        ids = [(row,) for (row,) in raw.execute("SELECT id FROM case_file")]

        def write() -> None:
            # No trigger has anything to do for it, as with what the program writes.
            with raw:
                raw.executemany("UPDATE case_file SET due_day = '2026-12-01', due_clock = '' WHERE id = ?", ids)

        seconds: list[float] = []

        def holiday_and_count() -> None:
            _toggle(office, admin)
            began = time.perf_counter()
            assert office.cases.reckon() == count
            seconds.append(time.perf_counter() - began)

        _, limit = in_turns([holiday_and_count, write], rounds=rounds, warm_up=2)
    times = Times(tuple(seconds[2:]))
    _toggle(office, admin)
    assert office.cases.list(clerk, CaseFilter(), limit=5).lines
    return Row(
        what=f"{count} open cases counted again after a new holiday, read and written",
        target="≤ 2 s",
        measured=f"{times.median:.2f} s, p95 {times.p95:.2f} s",
        limit=f"{milliseconds(limit.median)} (writing known deadlines)",
        ratio=times.ratio_to(limit),
        met=times.p95 <= 2,
        figures={**times.figures("counted"), **limit.figures("writing")},
    )


def _meanwhile(office: Office, home: Home, admin: Actor, count: int, rounds: int) -> Row:
    other = open_office(home, lambda: _NOW)
    clerk = other.accounts.sign_in("clerk2", PASSWORD)
    new = NewVisit(other.offices.services()[0].code)
    alone: list[float] = []
    beside: list[float] = []

    def save(into: list[float]) -> None:
        began = time.perf_counter()
        other.visits.register(clerk, new)
        into.append(time.perf_counter() - began)

    try:
        save([])
        for _ in range(rounds):
            for _ in range(10):
                save(alone)
            _toggle(office, admin)
            counting = threading.Thread(target=office.cases.reckon)
            counting.start()
            while counting.is_alive():
                save(beside)
                time.sleep(0.02)
            counting.join()
    finally:
        other.close()
    found, limit = Times(tuple(beside)), Times(tuple(alone))
    return Row(
        what=f"registering a visit while {count} cases are counted again",
        target="p95 ≤ 500 ms",
        measured=f"{milliseconds(found.median)}, p95 {milliseconds(found.p95)}",
        limit=f"{milliseconds(limit.median)} (nothing counted)",
        ratio=found.ratio_to(limit),
        met=found.p95 <= 0.5,
        figures={**found.figures("beside"), **limit.figures("alone")},
    )


def _toggle(office: Office, admin: Actor) -> None:
    """Add the holiday, or take it back."""
    if any(holiday.day == _HOLIDAY for holiday in office.calendar.holidays(admin, _HOLIDAY.year)):
        office.calendar.remove_holiday(admin, _HOLIDAY)
    else:
        office.calendar.add_holiday(admin, _HOLIDAY, "임시공휴일")


@contextmanager
def _home_with(count: int) -> Iterator[Home]:
    with tempfile.TemporaryDirectory() as folder:
        home = Home(Path(folder) / "home")
        found_home(home, sample_office(resources() / "sample"), PASSWORD, clock=lambda: _NOW - timedelta(days=90))
        fill(home, count)
        yield home


def fill(home: Home, count: int) -> None:
    """Write `count` open cases with their steps, past the program."""
    chance = random.Random(1)
    cases: list[tuple[object, ...]] = []
    steps: list[tuple[object, ...]] = []
    for number in range(count):
        case_id = str(uuid.UUID(int=chance.getrandbits(128)))
        received = _NOW - timedelta(minutes=chance.randrange(60 * 24 * 60))
        kind = chance.choice(_KINDS)
        at = received.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
        said = (f"2026-A-{number:05}", kind, f"민원 {number}", "", "홍길동", "", "한빛구", "counter", "citizen", at)
        period = "7d" if kind == "L-REPORT" else ""
        cases.append((case_id, *said, "clerk1", "A", "D001", period, "", case_id, "", 0, 1, 0))
        taken: list[tuple[str, int, dict[str, str]]] = [("taken_over", 1, {})] if number % 2 else []
        if number % 5 == 0:
            until = (received + timedelta(days=9)).date().isoformat()
            taken += [("supplement_asked", 2, {"until": until}), ("supplement_arrived", 6, {})]
        for place, (step, after, detail) in enumerate(taken):
            moment = received + timedelta(days=after)
            stamp = moment.strftime("%Y-%m-%dT%H:%M:%S.000000Z")
            day = moment.date().isoformat()
            told = json.dumps(detail)
            steps.append((f"{case_id[:30]}{place}", case_id, step, stamp, day, "clerk1", "A", "", "", told, 0))
    with closing(sqlite3.connect(home.database)) as database, database:
        _insert(database, "case_file", _CASE, cases)
        _insert(database, "case_step", _STEP, steps)


def _insert(database: sqlite3.Connection, table: str, columns: str, rows: Sequence[tuple[object, ...]]) -> None:
    names = columns.split()
    marks = ", ".join("?" * len(names))
    database.executemany(f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})", rows)
