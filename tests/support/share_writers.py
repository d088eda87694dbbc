"""Other programs on a shared file: processes of their own that push, hold its lock, or are killed in the middle."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.support.hubs import Counter, FileKit

_ROOT = Path(__file__).resolve().parents[2]

_HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("BEGIN " + sys.argv[2])
print("held", flush=True)
sys.stdin.readline()
connection.execute("ROLLBACK")
connection.close()
print("released", flush=True)
"""

_SPOIL = """
import sqlite3, sys
# A small cache, so that half of the change is in the file before it is committed.
connection = sqlite3.connect(sys.argv[1], isolation_level=None)
connection.execute("PRAGMA cache_size = 5")
connection.execute("BEGIN IMMEDIATE")
connection.execute("UPDATE doc SET fields = replace(fields, 'S001', 'S666'), version = version + 1")
print("written", flush=True)
sys.stdin.readline()
"""

_PUSH = """
import json, sys, time
from dataclasses import replace
from tests.support.hubs import Counter
from app.domain.sharing import Login, SharedAddress, SharedKind
from app.sync.hubs import open_hub
told = json.loads(sys.stdin.readline())
address = SharedAddress(SharedKind.FILE, path=told["path"])
counter = Counter(told["home"], open_hub(address, None), None, told["code"], b"", told["epoch"])
print("ready", flush=True)
sys.stdin.readline()
until, done = time.monotonic() + told["seconds"], 0
while time.monotonic() < until:
    counter.push(*(counter.visit(counter.n) for _ in range(told["batch"])))
    done += 1
    print(done, flush=True)
"""


def _started(program: str, *arguments: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", program, *arguments]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=_ROOT)


def _line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def say(process: subprocess.Popen[str], line: str = "") -> None:
    """Tell it to go on."""
    assert process.stdin is not None
    process.stdin.write(line + "\n")
    process.stdin.flush()


def ended(process: subprocess.Popen[str]) -> str:
    """Wait for its end; what it printed meanwhile."""
    printed, _ = process.communicate(timeout=60)
    return printed


def killed(process: subprocess.Popen[str]) -> str:
    """End it as a power cut would; what it had printed."""
    process.kill()
    return ended(process)


@contextmanager
def held(path: Path, how: str = "IMMEDIATE") -> Iterator[subprocess.Popen[str]]:
    """Another program holds the lock of the file meanwhile, or until it is told to go on."""
    process = _started(_HOLD, str(path), how)
    try:
        assert _line(process) == "held"
        yield process
    finally:
        killed(process)


def half_written(path: Path) -> None:
    """A program has written half a change into the file and died."""
    process = _started(_SPOIL, str(path))
    assert _line(process) == "written"
    killed(process)


def pushers(kit: FileKit, counters: Sequence[Counter], seconds: float, batch: int) -> list[subprocess.Popen[str]]:
    """A process for each counter that pushes one batch of visits after the other; all begin together."""
    found = []
    for counter in counters:
        process = _started(_PUSH)
        told = {"path": str(kit.path), "home": counter.home, "code": counter.counter_code, "epoch": counter.epoch}
        say(process, json.dumps({**told, "seconds": seconds, "batch": batch}))
        found.append(process)
    for process in found:
        assert _line(process) == "ready"
    for process in found:
        say(process)
    return found


def pushed(printed: str) -> int:
    """How many batches were acknowledged, going by what the process printed."""
    lines = [line for line in printed.split("\n") if line.isdigit()]
    return int(lines[-1]) if lines else 0
