"""From SQLite's errors to what is wrong with the shared file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.domain.errors import AppError
from app.domain.sharing_errors import (
    SharedDatabaseMissing,
    SharedSideBusy,
    SharedSideDamaged,
    SharedSideFull,
    SharedSideNotOurs,
    SharedSideReadOnly,
    SharedSideUnreachable,
)

_COULD_NOT_WRITE = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
    }
)


def is_busy(error: sqlite3.Error) -> bool:
    """Somebody else has the file just now; trying again helps."""
    return getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED)


def shared_error(error: sqlite3.Error, path: Path, address: str) -> AppError | None:
    """The expected failure behind `error`, or None when it is a bug."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if is_busy(error):
        return SharedSideBusy(address)
    if code == sqlite3.SQLITE_NOTADB:
        return SharedSideNotOurs(address)
    if code == sqlite3.SQLITE_CORRUPT or str(error).startswith("no such "):
        return SharedSideDamaged(address)
    gone = missing(path, address)
    if code == sqlite3.SQLITE_FULL or extended in _COULD_NOT_WRITE:
        return gone or SharedSideFull(address)
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_PERM, sqlite3.SQLITE_CANTOPEN):
        return gone or SharedSideReadOnly(address)
    if code == sqlite3.SQLITE_IOERR:
        return gone or SharedSideUnreachable(address)
    return None


def missing(path: Path, address: str) -> AppError | None:
    """What is missing on the way to the file: its folder, or the file itself; None when both are there."""
    try:
        path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return SharedDatabaseMissing(address) if path.parent.is_dir() else SharedSideUnreachable(address)
    except (OSError, ValueError):
        return SharedSideUnreachable(address)
    return SharedSideNotOurs(address) if path.is_dir() else None


@contextmanager
def translated(path: Path, address: str) -> Iterator[None]:
    """Raise the office's error instead of SQLite's for everything that can be expected."""
    try:
        yield
    except sqlite3.Error as error:
        if expected := shared_error(error, path, address):
            raise expected from error
        raise
