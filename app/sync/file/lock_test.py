"""Whether a share keeps two programs apart. One that does not spoils a shared file, sooner or later.

On one PC: `refuse_without_locks`, when the shared side is made or joined. It takes the very locks SQLite takes, twice,
on an empty file beside the shared one; the second must be refused.

Between two PCs, because a share may keep its locks to the PC that took them: on the first `hold_lock` for some
seconds, on the second `held_by` meanwhile. The first writes its name into a small database beside the shared file and
then holds it; the second sees the name and tries to take the same lock. If it gets it several times over more than a
second, and the first then takes its name away as it does at the end, it was there all the time and the two are not kept
apart. A name that stays is that of a PC that was switched off. The shared file itself is never put at risk.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from pathlib import Path

from app.db.survey_file import database_uri
from app.domain.sharing_errors import SharedFileDoesNotLock
from app.sync.file.faults import is_busy, translated
from app.sync.file.turns import PATIENCE_SECONDS, insist

_RESERVED_BYTE = 0x40000001
"""Where SQLite locks a file it is going to write."""
_TRIES = 3
_PAUSE_SECONDS = 0.6
_HOLD_SECONDS = 60.0


def refuse_without_locks(path: Path, address: str) -> None:
    """Errors: `SharedFileDoesNotLock`, the `SharedSide…` family when nothing can be written there."""
    probe = _probe(path)
    with translated(path, address), closing(_connect(probe)) as first:
        insist(lambda: first.execute("BEGIN IMMEDIATE"), time.monotonic() + PATIENCE_SECONDS)
        if not _kept_out(probe):
            raise SharedFileDoesNotLock(address)


@contextmanager
def hold_lock(path: Path, address: str, name: str) -> Iterator[None]:
    """Hold the lock of the test file beside `path` under `name`, for `held_by` on another PC."""
    with translated(path, address), closing(_connect(_probe(path))) as connection:
        until = time.monotonic() + PATIENCE_SECONDS
        insist(lambda: connection.execute("CREATE TABLE IF NOT EXISTS holder (name TEXT NOT NULL)"), until)
        insist(lambda: connection.execute("INSERT INTO holder VALUES (?)", (name,)), until)
        try:
            insist(lambda: connection.execute("BEGIN IMMEDIATE"), until)
            yield
        finally:
            with suppress(sqlite3.Error):
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                insist(lambda: connection.execute("DELETE FROM holder"), until)


def held_by(path: Path, address: str, longest: float = _HOLD_SECONDS) -> str | None:
    """The name of the PC that holds the lock just now and keeps this one out; None when nobody holds it.

    `longest` is for how many seconds the other one may hold it. Errors: `SharedFileDoesNotLock` when somebody holds it
    and this PC gets it all the same.
    """
    probe = _probe(path)
    if not probe.exists():
        return None
    with translated(path, address), closing(_connect(probe)) as connection:
        for _ in range(_TRIES):
            name = _holder(connection)
            if name is None:
                return None
            try:
                connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if is_busy(error):
                    return name
                raise
            # It may be on its way from writing its name to taking the lock.
            connection.execute("ROLLBACK")
            time.sleep(_PAUSE_SECONDS)
        until = time.monotonic() + longest
        while time.monotonic() < until:
            if _holder(connection) is None:
                raise SharedFileDoesNotLock(address)
            time.sleep(_PAUSE_SECONDS)
        insist(lambda: connection.execute("DELETE FROM holder"), time.monotonic() + PATIENCE_SECONDS)
    return None


def _probe(path: Path) -> Path:
    return path.with_name(path.name + "-lock-test")


def _connect(probe: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(database_uri(probe, "rwc"), uri=True, timeout=0)
    connection.isolation_level = None
    return connection


def _holder(connection: sqlite3.Connection) -> str | None:
    with suppress(sqlite3.OperationalError):  # the table is not there before the first test
        row = connection.execute("SELECT name FROM holder").fetchone()
        return None if row is None else str(row[0])
    return None


if sys.platform == "linux":
    import fcntl

    def _kept_out(probe: Path) -> bool:
        # SQLite keeps its own connections of one process apart by itself, so the system is asked past it. Such a lock
        # belongs to the open file and not to the process, and meets the process's own locks like a stranger's.
        wanted = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _RESERVED_BYTE, 1, 0)
        descriptor = os.open(probe, os.O_RDWR)
        try:
            fcntl.fcntl(descriptor, fcntl.F_OFD_SETLK, wanted)
        except OSError:
            return True
        finally:
            os.close(descriptor)
        return False

else:

    def _kept_out(probe: Path) -> bool:
        # On Windows a lock belongs to the handle, so a second connection of the same program is a stranger.
        with closing(_connect(probe)) as second:
            try:
                second.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                return is_busy(error)
        return False
