"""Ten counters that catch up at the same time, on a server and on a file.

Ten real homes in ten processes have been in step, are cut off while they register visits, and exchange; what counts is
when the last operation of the last of them is on the shared side. None pulls before that: it would do so on a processor
of its own, while here ten share two. The limit is the same as for one counter, from ten connections in ten processes:
the push function alone with the same values, and `sqlite3` alone with the same rows.
"""

from __future__ import annotations

import pickle
import tempfile
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

from app.bootstrap import join_home
from app.config.paths import Home
from app.domain.sharing import Login, SharedAddress
from app.sync.file.schema import MAKE
from benchmarks.measure import Row, Times
from benchmarks.shared_sides import Desk, begun, copied, copy_home, database, file_address, moved, recorded, server
from benchmarks.shared_worker import Worker, together
from benchmarks.sharing import Fed, bare_file, batch

_APART = 10_000_000
"""How far the places of two homes' operations are from each other in the bare file."""


def measure(quick: bool) -> list[Row]:
    """Two rows: on PostgreSQL and on a file."""
    counters, visits, rounds = (2, 20, 1) if quick else (10, 1_000, 3)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server() as cluster:
        there = Path(name) / "server"
        address, login = database(cluster)
        homes = _in_step(there, address, login, counters)
        fed = _fed(there, homes, copied(cluster, address, "recorded"), visits)
        files = [_written(there / f"calls_{place}", each.calls) for place, each in enumerate(fed)]

        def replay(number: int) -> list[Worker]:
            bare = copied(cluster, address, f"bare_{number}")
            logins = [_written(there / f"login_{number}_{place}", (bare, each.login)) for place, each in enumerate(fed)]
            return [Worker("replay", *both) for both in zip(logins, files, strict=True)]

        on_server = _row(
            f"{counters} counters catch up at once, against the push function alone over {counters} connections",
            0.6,
            fed,
            *_rounds(
                rounds, lambda n: _catch_up(there, homes, copied(cluster, address, f"ten_{n}"), n, visits), replay
            ),
        )
        here = Path(name) / "file"
        here.mkdir()
        file = file_address(here / "office.db")
        homes = _in_step(here, file, None, counters)
        fed = _fed(here, homes, _copied(file, here / "recorded.db"), visits)
        batches = [
            _written(here / f"rows_{place}", [batch(push, _APART * place) for push in each.pushes])
            for place, each in enumerate(fed)
        ]

        def write(number: int) -> list[Worker]:
            bare = here / f"bare_{number}.db"
            connection = bare_file(bare)
            connection.executescript(MAKE)
            connection.close()
            return [Worker("batches", bare, rows) for rows in batches]

        on_file = _row(
            f"{counters} counters catch up at once over a shared file, against the same rows by {counters} sqlite3",
            0.5,
            fed,
            *_rounds(rounds, lambda n: _catch_up(here, homes, _copied(file, here / f"ten_{n}.db"), n, visits), write),
        )
    return [on_server, on_file]


def _rounds(
    rounds: int, whole: Callable[[int], list[Worker]], bare: Callable[[int], list[Worker]]
) -> tuple[Times, Times, float]:
    """Seconds until all is offered, by the program and bare, and the program's until it knows all the others' too."""
    offered, limit, done = [], [], []
    for number in range(rounds + 1):
        seconds, whole_seconds = together(whole(number))
        offered.append(seconds)
        done.append(whole_seconds)
        limit.append(together(bare(number))[0])
    return Times(tuple(offered[1:])), Times(tuple(limit[1:])), median(done[1:])


def _row(what: str, least: float, fed: list[Fed], subject: Times, limit: Times, done: float) -> Row:
    operations = sum(each.operations for each in fed)
    rate, most = operations / subject.median, operations / limit.median
    return Row(
        what=what,
        target=f"≥ {least}×",
        measured=f"{rate:,.0f} operations/s",
        limit=f"{most:,.0f} operations/s",
        ratio=rate / most,
        met=rate >= least * most,
        note=f"{operations:,} operations in {subject.median:.1f} s; all the others' taken after {done:.1f} s",
        figures={"operations": operations, **subject.figures("exchange"), **limit.figures("bare"), "whole_s": done},
    )


def _in_step(folder: Path, address: SharedAddress, login: Login | None, counters: int) -> list[Home]:
    """Closed homes with nothing to tell to their shared side."""
    first = begun(folder / "first", address, login)
    homes = [first.home]
    for number in range(2, counters + 1):
        home = Home(folder / f"joined_{number}")
        join_home(home, address, first.sharing.invite(first.admin).code, f"{number}번")
        homes.append(home)
    first.office.close()
    for home in homes:
        desk = Desk.at(home)
        desk.sharing.exchange()
        desk.office.close()
    return homes


def _catch_up(folder: Path, homes: list[Home], there: SharedAddress, number: int, visits: int) -> list[Worker]:
    mine = [copy_home(home, folder / f"whole_{number}_{place}") for place, home in enumerate(homes)]
    for home in mine:
        moved(home, there)
    return [Worker("catch_up", home.root, visits) for home in mine]


def _fed(folder: Path, homes: list[Home], there: SharedAddress, visits: int) -> list[Fed]:
    """What each home's exchange says, on a copy that is then forgotten."""
    fed = []
    for place, home in enumerate(homes):
        mine = copy_home(home, folder / f"recorded_{place}")
        moved(mine, there)
        desk = Desk.at(mine)
        desk.register(visits)
        with recorded() as (calls, pushes, logins):
            operations = desk.sharing.exchange().pushed
        desk.office.close()
        fed.append(Fed(operations, list(calls), list(pushes), logins[-1] if logins else None))
    return fed


def _copied(address: SharedAddress, path: Path) -> SharedAddress:
    path.write_bytes(Path(address.path).read_bytes())
    return file_address(path)


def _written(path: Path, said: Any) -> Path:
    path.write_bytes(pickle.dumps(said))
    return path
