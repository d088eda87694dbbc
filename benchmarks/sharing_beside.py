"""What comes in while somebody works: a new counter's first pull, saves during a catch-up, and a hand-over seen.

The first pull's limit is reading the same pages from the shared side without taking them into tables. A save during a
catch-up is measured twice: documents arrive in another process, and in another thread of the same one.
"""

from __future__ import annotations

import math
import sqlite3
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import date
from pathlib import Path

from app.bootstrap import join_home, open_office
from app.config.paths import Home
from app.domain.sharing import Cursor, SharedAddress
from app.domain.visits import NewVisit
from app.sync.hub import Hub
from app.sync.hubs import open_hub
from benchmarks.measure import Row, Times, milliseconds
from benchmarks.shared_sides import Desk, copy_home, database, recorded, server
from benchmarks.shared_worker import Worker
from benchmarks.stored import PASSWORD, filled_home

_HANDED_OVER = 40
_SPACING = 0.05
"""Seconds between two visits that are registered during a catch-up."""


def measure(quick: bool) -> list[Row]:
    """Four rows."""
    visits, seen = (60, 3) if quick else (14_000, _HANDED_OVER)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server() as cluster:
        folder = Path(name)
        address, login = database(cluster)
        desk = Desk.at(filled_home(folder / "filled", visits))
        desk.office.offices.change(desk.admin, hold_days=3650)
        desk.sharing.begin(desk.admin, address, login)
        desk.sharing.exchange()
        rows = [_first_pull(folder, desk, address)]
        rows += _saves(folder, desk, address, quick)
        rows.append(_handed_over(folder, desk, address, seen))
        desk.office.close()
    return rows


# --- a new counter's first pull --------------------------------------------------------------------------------------


def _first_pull(folder: Path, desk: Desk, address: SharedAddress) -> Row:
    whole, bare, documents = [], [], 0
    for number in range(3):
        code = desk.sharing.invite(desk.admin).code
        home = Home(folder / f"first_{number}")
        with recorded() as (_, _, logins):
            start = time.perf_counter()
            join_home(home, address, code, f"새 창구 {number}")
            whole.append(time.perf_counter() - start)
        with closing(sqlite3.connect(home.database)) as connection:
            home_id, epoch = connection.execute("SELECT home_id, epoch FROM home JOIN shared_link").fetchone()
        documents, seconds = _read_all(open_hub(address, logins[-1]), home_id, epoch)
        bare.append(seconds)
    subject, limit = Times(tuple(whole)), Times(tuple(bare))
    rate, most = documents / subject.median, documents / limit.median
    return Row(
        what=f"a new counter's first pull of an office of {documents:,} records, joining included",
        target="≥ 8,000 rows/s",
        measured=f"{rate:,.0f} rows/s",
        limit=f"{most:,.0f} rows/s read only",
        ratio=rate / most,
        met=rate >= 8_000,
        figures={"documents": documents, **subject.figures("join"), **limit.figures("read")},
    )


def _read_all(hub: Hub, home_id: str, epoch: str) -> tuple[int, float]:
    """How many documents there are, and how long reading them took."""
    cursor, count = Cursor(), 0
    start = time.perf_counter()
    with closing(hub):
        while True:
            page = hub.pull(home_id, epoch, cursor, 400, date(2000, 1, 1))
            count += len(page.documents)
            if not page.more:
                return count, time.perf_counter() - start
            cursor = page.cursor


# --- saves during a catch-up -----------------------------------------------------------------------------------------


def _saves(folder: Path, desk: Desk, address: SharedAddress, quick: bool) -> list[Row]:
    home = Home(folder / "late")
    join_home(home, address, desk.sharing.invite(desk.admin).code, "늦은 창구")
    _forget(home)
    rows = []
    for where in ("another process", "another thread"):
        mine = copy_home(home, folder / f"late_{where[-6:]}")
        beside = Desk.at(mine)
        before = _held(mine)
        for _ in range(5):
            beside.office.visits.register(beside.clerk, NewVisit("SEAL"))
        taken: list[float] = []
        start = time.perf_counter()
        with _catching_up(beside, mine, where == "another process") as going_on:
            while going_on() and (not quick or len(taken) < 20):
                began = time.perf_counter()
                beside.office.visits.register(beside.clerk, NewVisit("SEAL"))
                taken.append(time.perf_counter() - began)
                time.sleep(_SPACING)
            rate = (_held(mine) - before) / (time.perf_counter() - start)
        beside.office.close()
        rows.append(_saved(where, Times(tuple(taken)), rate))
    return rows


def _saved(where: str, times: Times, rate: float) -> Row:
    ninety_nine = sorted(times.seconds)[max(0, math.ceil(0.99 * len(times.seconds)) - 1)]
    return Row(
        what=f"register a visit while {where} takes what was missed",
        target="p95 ≤ 10 ms, p99 ≤ 25 ms at ≥ 1,000 rows/s",
        measured=f"{milliseconds(times.median)}, p95 {milliseconds(times.p95)}, p99 {milliseconds(ninety_nine)}",
        limit="",
        ratio=None,
        met=times.p95 <= 0.01 and ninety_nine <= 0.025 and rate >= 1_000,
        note=f"{rate:,.0f} rows/s, {len(times.seconds)} visits",
        figures={**times.figures("save"), "save_p99_ms": round(ninety_nine * 1000, 3), "rows_per_s": round(rate)},
    )


def _forget(home: Home) -> None:
    """As if nothing had been pulled since joining but what the tables need to stand."""
    with closing(sqlite3.connect(home.database)) as connection, connection:
        connection.execute("UPDATE replica SET version = 0")
        connection.execute("UPDATE shared_link SET cursor_xid = 0, cursor_seq = 0")


def _held(home: Home) -> int:
    """How many documents this home has taken."""
    with closing(sqlite3.connect(home.database)) as connection:
        count: int = connection.execute("SELECT count(*) FROM replica WHERE version > 0").fetchone()[0]
    return count


@contextmanager
def _catching_up(desk: Desk, home: Home, elsewhere: bool) -> Iterator[Callable[[], bool]]:
    if elsewhere:
        worker = Worker("exchange", home.root)
        worker.await_ready()
        worker.begin()
        yield worker.is_running
        worker.told()
        return
    thread = threading.Thread(target=desk.sharing.exchange)
    thread.start()
    yield thread.is_alive
    thread.join()


# --- a hand-over -----------------------------------------------------------------------------------------------------


def _handed_over(folder: Path, desk: Desk, address: SharedAddress, count: int) -> Row:
    """Two `minwon sync run`, each beside a home; a visit handed over here is looked for in the other home's tables."""
    home = Home(folder / "other")
    code = join_home(home, address, desk.sharing.invite(desk.admin).code, "건너편")
    desk.sharing.exchange()
    runs = [
        subprocess.Popen([sys.executable, "-m", "app", "--home", str(root), "sync", "run"], stdout=subprocess.DEVNULL)
        for root in (desk.home.root, home.root)
    ]
    taken = []
    try:
        with closing(open_office(home)) as other, closing(sqlite3.connect(home.database)) as looking:
            other.accounts.sign_in("clerk1", PASSWORD)
            for number in range(count + 1):
                visit = desk.office.visits.register(desk.clerk, NewVisit("SEAL")).visit
                time.sleep(0.7)
                desk.office.reception.hand_over(desk.clerk, visit.id, code, "서류")
                start = time.perf_counter()
                while looking.execute("SELECT now_at FROM visit WHERE id = ?", (visit.id,)).fetchone() != (code,):
                    time.sleep(0.005)
                    if time.perf_counter() - start > 60:
                        raise RuntimeError("the hand-over was not seen")
                if number:
                    taken.append(time.perf_counter() - start)
    finally:
        for run in runs:
            run.terminate()
            run.wait()
    times = Times(tuple(taken))
    return Row(
        what="a hand-over seen in the other counter's tables",
        target="p95 ≤ 2 s",
        measured=f"{times.median:.2f} s, p95 {times.p95:.2f} s",
        limit="",
        ratio=None,
        met=times.p95 <= 2,
        figures=times.figures("seen"),
    )
