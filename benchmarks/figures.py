"""The figures of a day and of a year beside the SQL that counts them."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from app.bootstrap import Office, opened_office
from app.config.paths import Home
from app.db.day_counts import COUNT_DAY
from app.domain.actors import Actor, Role
from app.domain.periods import Period
from benchmarks.history import LAST_DAY, VISITS_A_DAY, history
from benchmarks.measure import Row, Times, in_turns, milliseconds

VISITS = 1_000_000
FEW = 10 * VISITS_A_DAY
_SUPERVISOR = Actor("supervisor1", "최은영", Role.SUPERVISOR)
_YEAR = Period(LAST_DAY - timedelta(days=364), LAST_DAY)


def evening() -> datetime:
    """The end of the newest day of the history: its counts are not kept yet."""
    return datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 9, 30, tzinfo=UTC)


def measure(quick: bool = False) -> list[Row]:
    """A day against its raw SQL, the same with a short history, and a year."""
    with TemporaryDirectory(prefix="minwon-bench-") as folder:
        visits, rounds = (VISITS_A_DAY * 2, 2) if quick else (VISITS, 31)
        long, short = history(Path(folder), visits), history(Path(folder) / "short", min(FEW, visits))
        with opened_office(long, evening) as many, opened_office(short, evening) as few:
            for office in (many, few):
                office.rollups.make_missing(_SUPERVISOR)
            with closing(_bare(long)) as bare:
                day = partial(many.summaries.day, _SUPERVISOR, LAST_DAY)
                raw = partial(_count, bare)
                little = partial(few.summaries.day, _SUPERVISOR, LAST_DAY)
                times, limit, small = in_turns((day, raw, little), rounds=rounds, warm_up=2)
            return [_day_row(times, limit), _flat_row(times, small), _year_row(many, 1 if quick else 5)]


def _bare(home: Home) -> sqlite3.Connection:
    """The same file, as SQLAlchemy's connection has it set up."""
    return sqlite3.connect(home.database)


def _count(connection: sqlite3.Connection) -> None:
    connection.execute(COUNT_DAY, {"day": LAST_DAY.isoformat()}).fetchall()


def _day_row(times: Times, limit: Times) -> Row:
    ratio = times.ratio_to(limit)
    return Row(
        what=f"daily figures of {VISITS_A_DAY:,} visits, 1,000,000 visits stored",
        target="≤ 1.5× the same raw SQL",
        measured=milliseconds(times.median),
        limit=milliseconds(limit.median),
        ratio=ratio,
        met=ratio <= 1.5,
        note="with the day before, answers and names",
        figures={**times.figures("day"), **limit.figures("sql")},
    )


def _flat_row(times: Times, small: Times) -> Row:
    ratio = times.ratio_to(small)
    return Row(
        what="the same, beside a home with 40,000 visits",
        target="flat as history grows (≤ 1.2×)",
        measured=milliseconds(times.median),
        limit=milliseconds(small.median),
        ratio=ratio,
        met=ratio <= 1.2,
        figures=small.figures("short_history"),
    )


def _year_row(office: Office, rounds: int) -> Row:
    """The first look counts every day and keeps the counts; every later one reads them."""
    told: list[tuple[int, int]] = []
    start = time.perf_counter()
    office.summaries.period(_SUPERVISOR, _YEAR, lambda done, total: told.append((done, total)))
    first = time.perf_counter() - start
    assert told, "no progress"
    (times,) = in_turns((partial(office.summaries.period, _SUPERVISOR, _YEAR),), rounds=rounds, warm_up=0)
    return Row(
        what="figures of a year, 1,000,000 visits",
        target="≤ 2 s, with progress",
        measured=milliseconds(times.median),
        limit="",
        ratio=None,
        met=times.p95 <= 2.0,
        note=f"the first time, with nothing kept yet, {first:.1f} s",
        figures={**times.figures("year"), "first_year_s": round(first, 2), "progress_calls": len(told)},
    )


if __name__ == "__main__":
    for line in measure():
        print(line)
