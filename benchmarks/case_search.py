"""Searching a million cases: in an office of one PC, on a PostgreSQL, and in a shared file (which has a tenth).

Asked is what a clerk asks: `CaseService.list` with a text, from the words to the lines of the first page, at a counter
that holds none of the shared side's cases. The set has words of one and two syllables, initials, a misspelling, the
wrong keyboard mode, names, phones, numbers, what is rare, what nobody has written, and filters. Every query counts in
the 95th percentile. The limit is reading fifty whole rows by their keys, on the bare connection.
"""

from __future__ import annotations

import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from itertools import islice
from pathlib import Path

from app.bootstrap import open_office
from app.domain.cases import CaseFilter, CaseKind, CasePage, CaseScope, SearchedWhere
from benchmarks.measure import Row, Times, in_turns, milliseconds
from benchmarks.shared_sides import Desk, begun, database, file_address, server
from benchmarks.stored import practice_home
from benchmarks.stored_cases import RARE, IntoFile, IntoHome, IntoPostgres, fill, made_cases

_PAGE = 50
_TARGET = 0.1


@dataclass(frozen=True, slots=True)
class _Side:
    """A place that is searched: `find` asks for a first page, `by_key` reads the rows of it the shortest way."""

    name: str
    cases: int
    size: float
    find: Callable[[CaseFilter], CasePage]
    by_key: Callable[[Sequence[str]], int]
    where: SearchedWhere


def measure(quick: bool) -> list[Row]:
    """Three rows, of three sides."""
    cases, rounds = (1500, 2) if quick else (1_000_000, 12)
    fewer = cases // 10
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server() as cluster:
        folder = Path(name)
        home = practice_home(folder / "alone")
        address, login = database(cluster)
        desk = begun(folder / "postgres", address, login)
        file = file_address(folder / "office.db")
        file_desk = begun(folder / "file", file, None)
        began, empty = time.perf_counter(), (home.database.stat().st_size, Path(file.path).stat().st_size)
        with closing(cluster.connect(address.database)) as connection:
            before = connection.execute("SELECT pg_database_size(current_database())").fetchone()
            connection.execute("SET search_path = minwon")
            into = IntoPostgres(connection)
            with IntoHome(home) as into_home:
                fill(cases, into_home, into)
            into.close()
            after = connection.execute("SELECT pg_database_size(current_database())").fetchone()
            assert before is not None
            assert after is not None
            with IntoFile(file) as into_file:
                fill(fewer, into_file)
            print(f"made in {time.perf_counter() - began:.0f} s", file=sys.stderr)
            connection.execute("RESET session_replication_role")
            alone = open_office(home)
            with closing(alone):
                clerk = alone.accounts.sign_in("clerk1", "minwon")
                sides = [
                    _Side(
                        "one PC",
                        cases,
                        (home.database.stat().st_size - empty[0]) / cases,
                        lambda wanted: alone.cases.list(clerk, wanted, "", _PAGE),
                        partial(_by_key, home.database, "SELECT * FROM case_file WHERE id = ?"),
                        SearchedWhere.HERE,
                    ),
                    _Side(
                        "PostgreSQL",
                        cases,
                        (after[0] - before[0]) / cases,
                        partial(_found, desk),
                        lambda ids: len(connection.execute(_OF_POSTGRES, (list(ids),)).fetchall()),
                        SearchedWhere.SHARED,
                    ),
                    _Side(
                        "shared file",
                        fewer,
                        (Path(file.path).stat().st_size - empty[1]) / fewer,
                        partial(_found, file_desk),
                        partial(
                            _by_key, Path(file.path), "SELECT * FROM doc WHERE entity = 'case_file' AND row_id = ?"
                        ),
                        SearchedWhere.SHARED,
                    ),
                ]
                try:
                    return [_row(side, rounds) for side in sides]
                finally:
                    desk.office.close()
                    file_desk.office.close()


_OF_POSTGRES = "SELECT * FROM doc WHERE entity = 'case_file' AND row_id = ANY (%s)"


def queries(cases: int) -> dict[str, CaseFilter]:
    """What is asked for, by what it shows."""
    some = next(islice(made_cases(cases), cases // 20, None))
    plain = CaseFilter(CaseScope.ALL)
    noise = replace(plain, text="소음")
    texts = {
        "two syllables": "여권",
        "two syllables, common": "소음",
        "one syllable": "길",
        "one syllable, in every other case": "주",
        "two words": "가로등 도로",
        "four syllables": "주차위반",
        "without the space": "도로공사",
        "two initials": "ㅇㄱ",
        "two initials, common": "ㅅㅇ",
        "four initials": "ㅈㅊㅇㅂ",
        "misspelt": "소옴 여권",
        "misspelt, four syllables": "주차위번",
        "other keyboard mode": "durnjs",
        "a rare word": RARE,
        "nobody wrote it": "쀍꿹뛟",
        "nobody wrote it, two words": "소음 쀍꿹",
        "a name": some.name,
        "a phone": some.phone,
        "a number": some.number,
    }
    return {
        **{what: replace(plain, text=text) for what, text in texts.items()},
        "a department's": replace(noise, department_code="D007"),
        "a kind's": replace(noise, kind=CaseKind.GRIEVANCE),
        "open ones": replace(noise, scope=CaseScope.OPEN),
        "open ones of a department": replace(noise, scope=CaseScope.OPEN, department_code="D007"),
        "of one day": replace(noise, first=some.received.date(), last=some.received.date()),
        "of a year, rare": replace(plain, text=RARE, first=date(some.received.year, 1, 1)),
    }


def _row(side: _Side, rounds: int) -> Row:
    asked = queries(side.cases)
    pages: dict[str, list[str]] = {}
    for what, wanted in asked.items():
        page = side.find(wanted)
        assert page.where is side.where, (side.name, what, page.where)
        pages[what] = [line.id for line in page.lines]
    assert pages["two syllables"], side.name
    assert pages["a phone"], side.name
    assert pages["misspelt"] or side.cases < 10_000, side.name
    assert not pages["nobody wrote it"], side.name
    found: dict[str, Times] = {}
    limits: list[float] = []
    ids = pages["two syllables"]
    for what, wanted in asked.items():
        times, limit = in_turns([partial(side.find, wanted), partial(side.by_key, ids)], rounds=rounds, warm_up=1)
        found[what] = times
        limits += limit.seconds
    whole, limit = Times(tuple(s for times in found.values() for s in times.seconds)), Times(tuple(limits))
    slowest = sorted(found, key=lambda what: found[what].median, reverse=True)[:3]
    told = ", ".join(f"{what} {milliseconds(found[what].median)}" for what in slowest)
    return Row(
        what=f"the first page of a search in {side.cases:,} cases, {side.name}",
        target="p95 ≤ 100 ms",
        measured=f"{milliseconds(whole.median)}, p95 {milliseconds(whole.p95)}",
        limit=milliseconds(limit.median),
        ratio=whole.ratio_to(limit),
        met=whole.p95 <= _TARGET,
        note=f"{side.size:,.0f} bytes a case; slowest: {told}",
        figures={
            **whole.figures("search"),
            **limit.figures("by_key"),
            "bytes_a_case": round(side.size),
            **{f"{what} (median_ms)": round(times.median * 1000, 3) for what, times in found.items()},
        },
    )


def _found(desk: Desk, wanted: CaseFilter) -> CasePage:
    return desk.office.cases.list(desk.clerk, wanted, "", _PAGE)


def _by_key(path: Path, statement: str, ids: Sequence[str]) -> int:
    with closing(sqlite3.connect(path)) as connection:
        return sum(len(connection.execute(statement, (one,)).fetchall()) for one in ids)
