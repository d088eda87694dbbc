"""The engine of the home's database: SQLite in WAL with `synchronous=FULL` (design section 4)."""

from __future__ import annotations

import sqlite3
import time
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.pool import ConnectionPoolEntry

BUSY_MILLISECONDS = 10_000
_LOOK_AGAIN = 0.0005


def _on_connect(connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
    assert isinstance(connection, sqlite3.Connection)
    connection.isolation_level = None  # transactions are begun below, not by the driver
    connection.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA secure_delete = ON")  # what was erased is not to be found in the file either


def _on_begin(connection: Connection) -> None:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    # A write that begins with a read would fail when another process writes in between (design law 12).
    if connection.get_execution_options().get("writes"):
        _begin_writing(driver)
    else:
        driver.execute("BEGIN DEFERRED")


def _begin_writing(driver: sqlite3.Connection) -> None:
    """Begin as soon as the lock is free. Errors: `sqlite3.OperationalError` when it is not for too long.

    SQLite's own waiting sleeps longer and longer, up to a tenth of a second: a clerk who comes while documents of the
    shared side are taken page by page would find the lock taken again, and again (p99 of 230 ms). Looking every half
    millisecond finds the pause after the page, in whatever process it is taken.
    """
    driver.execute("PRAGMA busy_timeout = 0")
    try:
        until = time.monotonic() + BUSY_MILLISECONDS / 1000
        while True:
            try:
                driver.execute("BEGIN IMMEDIATE")
                return
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
            time.sleep(_LOOK_AGAIN)
    finally:
        driver.execute(f"PRAGMA busy_timeout = {BUSY_MILLISECONDS}")


def make_engine(path: Path) -> Engine:
    """An engine for the database file `path`, which is made when it is missing."""
    url = URL.create("sqlite+pysqlite", database=str(path))
    # Errors are logged; what was being written must not be in them (design law 11).
    engine = create_engine(url, connect_args={"timeout": BUSY_MILLISECONDS / 1000}, hide_parameters=True)
    event.listen(engine, "connect", _on_connect)
    event.listen(engine, "begin", _on_begin)
    return engine
