"""Connections to the store's database, `answers.db`.

Its journal is DELETE, not WAL: a WAL keeps transactions in the order they came in, which is the order of the visits
(design section 5). `secure_delete` overwrites what is removed.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

from app.db.faults import app_error
from app.domain.errors import DatabaseDamaged, SurveyStoreDamaged

ANSWERS_NAME = "answers.db"
BUSY_MILLISECONDS = 5_000


def make_store_engine(path: Path, *, read_only: bool) -> Engine:
    """An engine for the store's database. A reader never makes the file."""

    def connect() -> sqlite3.Connection:
        # A reader that may write can undo the transaction of a server that was killed; one that may not is refused.
        writable = os.access(path.parent, os.W_OK) and os.access(path, os.W_OK)
        mode = "rwc" if not read_only else "rw" if writable else "ro"
        return sqlite3.connect(
            f"{path.resolve().as_uri()}?mode={mode}",
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
        connection.exec_driver_sql("BEGIN DEFERRED" if read_only else "BEGIN IMMEDIATE")

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
def store_errors(path: Path) -> Iterator[None]:
    """Raise the office's error instead of SQLite's for everything that can be expected."""
    try:
        yield
    except (DBAPIError, sqlite3.Error) as error:
        cause = error.orig if isinstance(error, DBAPIError) else error
        expected = app_error(cause, path) if isinstance(cause, sqlite3.Error) else None
        if isinstance(expected, DatabaseDamaged):
            raise SurveyStoreDamaged(str(path)) from error
        if expected is not None:
            raise expected from error
        raise
