"""A process that does one thing for a measurement, when told to: `python -m benchmarks.shared_worker WHAT ARGUMENT…`.

It says `ready` when everything is opened, begins with the next line on its standard input, and says in one JSON line
what it took.
"""

from __future__ import annotations

import json
import pickle
import select
import subprocess
import sys
import time
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Any

from app.bootstrap import open_office
from app.config.paths import Home
from benchmarks.sharing import bare_connection


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

    def told(self) -> dict[str, Any]:
        """What it says at the end."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        said: dict[str, Any] = json.loads(self._process.stdout.readline())
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()
        return said


def together(workers: Sequence[Worker]) -> float:
    """Let them all begin at once; the seconds until the last is done."""
    for worker in workers:
        worker.await_ready()
    start = time.perf_counter()
    for worker in workers:
        worker.begin()
    for worker in workers:
        worker.told()
    return time.perf_counter() - start


def _exchange(root: str) -> dict[str, Any]:
    """One exchange of the home at `root`."""
    with closing(open_office(Home(Path(root)))) as office:
        office.sharing.state()
        _go()
        start = time.perf_counter()
        done = office.sharing.exchange()
        return {"pushed": done.pushed, "pulled": done.pulled, "seconds": time.perf_counter() - start}


def _replay(path: str) -> dict[str, Any]:
    """The push function alone, called as another process's exchange called it."""
    address, login, calls = pickle.loads(Path(path).read_bytes())
    with closing(bare_connection(address, login)) as link:
        _go()
        start = time.perf_counter()
        for statement, values in calls:
            link.execute(statement, values).fetchall()
        return {"calls": len(calls), "seconds": time.perf_counter() - start}


def _go() -> None:
    print("ready", flush=True)
    sys.stdin.readline()


if __name__ == "__main__":
    _what, *_arguments = sys.argv[1:]
    print(json.dumps({"exchange": _exchange, "replay": _replay}[_what](*_arguments)), flush=True)
