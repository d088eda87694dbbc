"""kill -9 of a process at a chosen moment: a child of this one that kills itself there."""

from __future__ import annotations

import os
import signal
import sqlite3
from collections.abc import Callable
from typing import Any


def killed(work: Callable[[], None]) -> bool:
    """Run `work` in a child process; whether it was killed before its end. What it raises counts as its end."""
    child = os.fork()
    if child == 0:
        try:
            work()
        finally:
            os._exit(0)
    _, status = os.waitpid(child, 0)
    return os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL


def die() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class Statements:
    """Watches every statement that SQLite is about to run in this process, of files opened from now on.

    To be made in a child process only: nothing takes it back.
    """

    def __init__(self) -> None:
        self._left = 0
        made = sqlite3.connect

        def connect(*arguments: Any, **options: Any) -> sqlite3.Connection:
            connection = made(*arguments, **options)
            connection.set_trace_callback(self._tick)
            return connection

        for module in (sqlite3, sqlite3.dbapi2):
            module.connect = connect  # type: ignore[attr-defined]

    def die_at(self, number: int) -> None:
        """The process is killed just before the `number`-th statement from now on."""
        self._left = number

    def _tick(self, _statement: str) -> None:
        self._left -= 1
        if self._left == 0:
            die()
