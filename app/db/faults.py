"""From SQLite's errors to the office's."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from app.domain.errors import AppError, DatabaseBusy, DatabaseDamaged, DiskFull, HomeReadOnly

_COULD_NOT_WRITE = frozenset(
    {
        sqlite3.SQLITE_IOERR_WRITE,
        sqlite3.SQLITE_IOERR_FSYNC,
        sqlite3.SQLITE_IOERR_DIR_FSYNC,
        sqlite3.SQLITE_IOERR_TRUNCATE,
        sqlite3.SQLITE_IOERR_SHMSIZE,
    }
)


def app_error(error: sqlite3.Error, path: Path) -> AppError | None:
    """The expected failure behind `error`, or None when it is a bug."""
    extended = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return DatabaseBusy()
    if code == sqlite3.SQLITE_FULL or extended in _COULD_NOT_WRITE:
        return DiskFull(str(path.parent))
    if code in (sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_IOERR) or "no such table" in str(error):
        return DatabaseDamaged(str(path))
    if code in (sqlite3.SQLITE_READONLY, sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM):
        return HomeReadOnly(str(path.parent))
    return None


@contextmanager
def translated(path: Path) -> Iterator[None]:
    """Raise the office's error instead of SQLite's for everything that can be expected."""
    try:
        yield
    except DBAPIError as error:
        if isinstance(error.orig, sqlite3.Error) and (expected := app_error(error.orig, path)):
            raise expected from error
        raise
    except sqlite3.Error as error:
        if expected := app_error(error, path):
            raise expected from error
        raise
