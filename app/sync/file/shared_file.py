"""Opening a shared file: for one transaction at a time, and closed again, so that no handle stays on the share.

The journal is DELETE (a WAL does not work between PCs), `synchronous` FULL, and whoever may write begins with
`BEGIN IMMEDIATE`. The program itself never opens the file past SQLite: closing any handle of it would let go of the
locks of the whole process on some systems.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.db.survey_file import database_uri
from app.domain.sharing import SharedAddress
from app.domain.sharing_errors import SharedDatabaseMissing, SharedSideDamaged, SharedSideNewer, SharedSideNotOurs
from app.sync.file.faults import missing, translated
from app.sync.file.schema import APPLICATION_ID, SCHEMA_VERSION
from app.sync.file.turns import PATIENCE_SECONDS, insist

_SETTINGS = (
    "PRAGMA synchronous = FULL",
    "PRAGMA cache_size = -4096",
    "PRAGMA mmap_size = 0",
    # Nothing reaches the file before it is committed, so that readers wait for the commit only.
    "PRAGMA cache_spill = OFF",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA secure_delete = ON",
)


@dataclass(frozen=True, slots=True)
class Meta:
    """What the file says of itself."""

    office: str
    name: str
    protocol: int
    epoch: str


class SharedFile:
    """A shared file at `address`. Nobody waits for it longer than `patience` seconds.

    Errors of both ways of opening: the `SharedSide…` family.
    """

    def __init__(self, address: SharedAddress, patience: float = PATIENCE_SECONDS) -> None:
        self.path = Path(address.path)
        self.address = address.url()
        self._patience = patience

    def check_there(self) -> None:
        """Errors: `SharedDatabaseMissing`, `SharedSideUnreachable` without its folder, `SharedSideNotOurs`."""
        gone = missing(self.path, self.address)
        if gone is not None:
            raise gone

    def check_folder(self) -> None:
        """That the file is there or can be made. Errors: `SharedSideUnreachable`, `SharedSideNotOurs`."""
        gone = missing(self.path, self.address)
        if gone is not None and not isinstance(gone, SharedDatabaseMissing):
            raise gone

    @contextmanager
    def reading(self) -> Iterator[tuple[sqlite3.Connection, Meta]]:
        """One state of the file; nothing can be written."""
        until = time.monotonic() + self._patience
        with self._opened(until, "rw") as connection:
            insist(lambda: _begin_reading(connection), until)
            yield connection, self._checked(connection)

    @contextmanager
    def writing(self) -> Iterator[tuple[sqlite3.Connection, Meta]]:
        """One transaction that is committed at the end, unless an error leaves it."""
        until = time.monotonic() + self._patience
        with self._opened(until, "rw") as connection:
            insist(lambda: connection.execute("BEGIN IMMEDIATE"), until)
            yield connection, self._checked(connection)
            # Readers may keep it waiting for a moment.
            insist(lambda: connection.execute("COMMIT"), until)

    @contextmanager
    def making(self) -> Iterator[sqlite3.Connection]:
        """One transaction on a file that is made when it is missing; nobody has looked whether it is ours."""
        until = time.monotonic() + self._patience
        with self._opened(until, "rwc") as connection:
            insist(lambda: connection.execute("BEGIN IMMEDIATE"), until)
            yield connection
            insist(lambda: connection.execute("COMMIT"), until)

    @contextmanager
    def _opened(self, until: float, mode: str) -> Iterator[sqlite3.Connection]:
        self.check_there() if mode == "rw" else self.check_folder()
        with translated(self.path, self.address):
            # No waiting inside SQLite; see `turns`.
            connection = sqlite3.connect(database_uri(self.path, mode), uri=True, timeout=0)
            try:
                connection.isolation_level = None
                insist(lambda: self._set(connection), until)
                yield connection
            finally:
                with suppress(sqlite3.Error):
                    if connection.in_transaction:
                        connection.execute("ROLLBACK")
                connection.close()

    def _set(self, connection: sqlite3.Connection) -> None:
        for setting in _SETTINGS:
            connection.execute(setting)
        if connection.execute("PRAGMA journal_mode").fetchone()[0] != "delete":
            raise SharedSideNotOurs(self.address)  # nothing this program ever made

    def _checked(self, connection: sqlite3.Connection) -> Meta:
        check_marks(connection, self.address)
        row = connection.execute("SELECT office, name, protocol, epoch FROM meta").fetchone()
        if row is None:
            raise SharedSideDamaged(self.address)
        return Meta(*row)


def check_marks(connection: sqlite3.Connection, address: str) -> None:
    """Errors: `SharedSideNotOurs`, `SharedSideNewer`, `SharedSideDamaged` for a file that was emptied."""
    (mark,) = connection.execute("PRAGMA application_id").fetchone()
    (version,) = connection.execute("PRAGMA user_version").fetchone()
    if mark != APPLICATION_ID:
        raise SharedSideDamaged(address) if is_empty(connection) else SharedSideNotOurs(address)
    if version > SCHEMA_VERSION:
        raise SharedSideNewer(address, version, SCHEMA_VERSION)


def is_empty(connection: sqlite3.Connection) -> bool:
    (found,) = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
    return not found


def _begin_reading(connection: sqlite3.Connection) -> None:
    # The first look at a table takes the lock; the second try must not find the transaction begun already.
    if connection.in_transaction:
        connection.execute("ROLLBACK")
    connection.execute("BEGIN")
    connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
