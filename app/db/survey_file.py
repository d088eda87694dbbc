"""Connections to the store's database, `answers.db`.

Its journal is DELETE, not WAL: a WAL keeps transactions in the order they came in, which is the order of the visits
(design section 5). `secure_delete` overwrites what is removed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePath
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from app.config.files import write_error
from app.db.faults import app_error
from app.db.survey_statements import driver
from app.domain.errors import CannotWrite, DatabaseDamaged, HomeReadOnly, SurveyStoreDamaged

ANSWERS_NAME = "answers.db"
BUSY_MILLISECONDS = 5_000
_FILE_MODE = 0o600


class RowDamaged(Exception):
    """Something stands in the store that no server can have written."""


@contextmanager
def reading_rows() -> Iterator[None]:
    """Around making sense of what was read: whatever makes none is a `RowDamaged`, not a bug."""
    try:
        yield
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError) as error:
        raise RowDamaged from error


def as_bytes(value: object) -> bytes:
    """`value` as it was written; SQLite lets anything stand in a column. Errors: `RowDamaged`."""
    if not isinstance(value, bytes):
        raise RowDamaged
    return value


def database_uri(path: PurePath, mode: str) -> str:
    """The address of an absolute `path` for SQLite.

    What stands between `file://` and the next slash would be a host to SQLite, so the two slashes of a network path
    come after an empty one; `Path.as_uri` puts the network's server there.
    """
    place = quote(os.fsencode(path.as_posix()), safe="/:")
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode={mode}"


def make_store_file(path: Path) -> None:
    """An empty file for its owner alone, where there is none; SQLite gives its journal the same mode.

    Errors: `CannotWrite`, `DiskFull`.
    """
    try:
        os.close(os.open(path, os.O_RDWR | os.O_CREAT, _FILE_MODE))
    except OSError as error:
        raise write_error(error, path) from error


def make_store_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine for the store's database. A reader never makes the file."""

    def connect() -> sqlite3.Connection:
        # A reader that may write can undo the transaction of a server that was killed; one that may not is refused.
        writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
        mode = "rwc" if not read_only else "rw" if writable else "ro"
        return sqlite3.connect(
            database_uri(path.resolve(), mode),
            uri=True,
            timeout=BUSY_MILLISECONDS / 1000,
            check_same_thread=False,
        )

    def on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        assert isinstance(connection, sqlite3.Connection)
        connection.isolation_level = None  # transactions are begun below, not by the driver
        connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
        if read_only:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = DELETE")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")

    def on_begin(connection: Connection) -> None:
        driver(connection).execute("BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE")

    engine = create_engine(
        "sqlite+pysqlite://",
        creator=connect,
        poolclass=QueuePool,
        hide_parameters=True,
    )
    event.listen(engine, "connect", on_connect)
    event.listen(engine, "begin", on_begin)
    return engine


@contextmanager
def store_errors(path: Path, *, read_only: bool) -> Iterator[None]:
    """Raise the office's error instead of SQLite's for everything that can be expected."""
    try:
        yield
    except RowDamaged as error:
        raise SurveyStoreDamaged(str(path)) from error
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(cause, sqlite3.Error):
            raise
        # A table or column that is not there: the file is a database, but not this store's.
        foreign = cause.args and str(cause.args[0]).startswith("no such ")
        expected = app_error(cause, path)
        if foreign or isinstance(expected, DatabaseDamaged) or (read_only and isinstance(expected, HomeReadOnly)):
            raise SurveyStoreDamaged(str(path)) from error
        if isinstance(expected, HomeReadOnly):
            raise CannotWrite(str(path)) from error
        if expected is not None:
            raise expected from error
        raise
