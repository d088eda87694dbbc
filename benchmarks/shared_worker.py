"""A process that does one thing for a measurement, when told to: `python -m benchmarks.shared_worker WHAT ARGUMENT…`.

It says `ready` when everything is opened, begins with the next line on its standard input, and says in one JSON line
what it took. What catches up says in a line before when it had offered all it has, and waits for one more.
"""

from __future__ import annotations

import json
import pickle
import random
import select
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from app.bootstrap import open_office
from app.config.paths import Home
from app.domain.visits import NewVisit
from app.sync import pace
from benchmarks.shared_sides import Desk, between, exchanging
from benchmarks.sharing import bare_connection, bare_file, write_batches


class Worker:
    """One such process, seen from the one that measures."""

    def __init__(self, what: str, *arguments: object) -> None:
        command = [sys.executable, "-m", "benchmarks.shared_worker", what, *map(str, arguments)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def await_ready(self) -> None:
        assert self._process.stdout is not None
        if self._process.stdout.readline() != "ready\n":
            raise RuntimeError("a process of the measurement did not come up")

    def begin(self) -> None:
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()

    def is_running(self) -> bool:
        """Whether it has not said anything yet."""
        assert self._process.stdout is not None
        return not select.select([self._process.stdout], [], [], 0)[0]

    def said(self) -> dict[str, Any]:
        """What it says next."""
        assert self._process.stdout is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        return said

    def told(self) -> dict[str, Any]:
        """What it says at the end."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        said = self.said()
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        return said


def together(workers: Sequence[Worker]) -> tuple[float, float]:
    """Let them all begin at once, and go on at once; the seconds until the last has offered everything, and until the
    last is done.
    """
    for worker in workers:
        worker.await_ready()
    start = time.monotonic()
    for worker in workers:
        worker.begin()
    offered = max(float(worker.said()["offered"]) for worker in workers)
    for worker in workers:
        worker.begin()
    for worker in workers:
        worker.told()
    return offered - start, time.monotonic() - start


def _exchange(root: str) -> dict[str, Any]:
    """One exchange of the home at `root`."""
    with closing(open_office(Home(Path(root)))) as office:
        office.sharing.state()
        _go()
        done = office.sharing.exchange()
        return {"pushed": done.pushed, "pulled": done.pulled}


def _catch_up(root: str, visits: str) -> dict[str, Any]:
    """The home at `root` is in step, registers so many visits while it is cut off, and then exchanges."""
    desk = Desk.at(Home(Path(root)))
    with closing(desk.office):
        desk.sharing.exchange()
        desk.sharing.close()
        desk.register(int(visits))
        pace.QUIET_AFTER = 0.0  # its clerk has gone since
        _go()
        with between(_offered):
            done = desk.sharing.exchange()
        return {"pushed": done.pushed, "pulled": done.pulled}


def _replay(where: str, said: str) -> dict[str, Any]:
    """The push function alone, called as another process's exchange called it."""
    address, login = pickle.loads(Path(where).read_bytes())
    calls = pickle.loads(Path(said).read_bytes())
    with closing(bare_connection(address, login)) as link:
        _go()
        for statement, values in calls:
            link.execute(statement, values).fetchall()
        _offered(time.monotonic())
        return {"calls": len(calls)}


def _batches(file: str, rows: str) -> dict[str, Any]:
    """Rows that a file keeps, written by SQLite alone, with its own way of waiting for the others."""
    batches = pickle.loads(Path(rows).read_bytes())
    with closing(bare_file(Path(file))) as connection:
        connection.execute("PRAGMA busy_timeout = 60000")
        _go()
        write_batches(connection, batches)
        _offered(time.monotonic())
        return {"batches": len(batches)}


def _clerk(root: str, seconds: str) -> dict[str, Any]:
    """Registers about four visits a second while the home exchanges, as the window's two lanes do; the seconds each."""
    desk, dice, saves = Desk.at(Home(Path(root))), random.Random(9), []
    with closing(desk.office), exchanging(desk):
        _go()
        ends = time.monotonic() + float(seconds)
        while time.monotonic() < ends:
            start = time.perf_counter()
            desk.office.visits.register(desk.clerk, NewVisit("SEAL"))
            saves.append(time.perf_counter() - start)
            time.sleep(dice.uniform(0.1, 0.4))
    return {"saves": saves}


def _go() -> None:
    print("ready", flush=True)
    sys.stdin.readline()


def _offered(moment: float) -> None:
    print(json.dumps({"offered": moment}), flush=True)
    sys.stdin.readline()


_KNOWN: dict[str, Callable[..., dict[str, Any]]] = {
    "exchange": _exchange,
    "catch_up": _catch_up,
    "replay": _replay,
    "batches": _batches,
    "clerk": _clerk,
}

if __name__ == "__main__":
    _what, *_arguments = sys.argv[1:]
    print(json.dumps(_KNOWN[_what](*_arguments)), flush=True)
