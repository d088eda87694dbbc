"""Waiting for a shared file so that everybody gets a turn.

SQLite's own waiting starves: whoever has just written takes the file again before those who sleep look. Here the next
writer in line holds a second, empty file beside the shared one (the turn) while it waits, and gives it up when it has
the shared file. Whoever has just written must get the turn first, like everybody else. The operating system takes
both locks from a program that dies. Without the turn nothing goes wrong but fairness: it guards nothing.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import TypeVar

from app.db.survey_file import database_uri
from app.sync.file.faults import is_busy

T = TypeVar("T")

PATIENCE_SECONDS = 15.0
_IN_LINE_SECONDS = 0.008
_NEXT_SECONDS = 0.002
_CHANCE = random.SystemRandom()


def insist(work: Callable[[], T], until: float, pause: float = _NEXT_SECONDS) -> T:
    """What `work` returns, tried again while the file is somebody else's, until the monotonic moment `until`.

    Errors: SQLite's busy error when the time is over, every other at once.
    """
    while True:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
        # Nobody is woken by somebody else's pace: each wait has a length of its own.
        time.sleep(pause * (0.5 + _CHANCE.random()))


class Turn:
    """The turn of the next writer of the shared file `path`. `take`, then `give_up`, however it went."""

    def __init__(self, path: Path) -> None:
        self._path = path.with_name(path.name + "-turn")
        self._connection: sqlite3.Connection | None = None

    def take(self, until: float) -> None:
        """Wait in line, half the time there is at most: a PC that fell asleep with the turn must not stop everybody."""
        now = time.monotonic()
        with suppress(sqlite3.Error):
            self._connection = sqlite3.connect(database_uri(self._path, "rwc"), uri=True, timeout=0)
            self._connection.isolation_level = None
            turn = self._connection
            insist(lambda: turn.execute("BEGIN EXCLUSIVE"), now + (until - now) / 2, _IN_LINE_SECONDS)

    def give_up(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None
