"""What the administrator does with a shared file. A file knows no rights: whoever may write it may do all this."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from datetime import date, datetime

from app.crypto.invites import invite_id
from app.domain.clocks import office_day
from app.domain.errors import UnknownCounter
from app.domain.sharing import PROTOCOL, CounterState, InviteCode, Login, OperationKind, SharedAddress
from app.domain.sharing_errors import SharedSideOfAnotherOffice
from app.sync.file.cloud_folders import refuse_cloud_folder
from app.sync.file.documents import current, enter_own
from app.sync.file.file_hub import new_epoch, utc_now
from app.sync.file.lock_test import refuse_without_locks
from app.sync.file.nodes import COUNTER, add_counter, add_node, node_of
from app.sync.file.schema import APPLICATION_ID, MAKE, SCHEMA_VERSION
from app.sync.file.shared_file import SharedFile, check_marks, is_empty
from app.sync.file.turns import PATIENCE_SECONDS


class FileOwner:
    """See `app.sync.hub.HubOwner`."""

    def __init__(
        self,
        address: SharedAddress,
        clock: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._file = SharedFile(address, patience)
        self._clock = clock

    def prepare(self, office: str, name: str) -> None:
        refuse_cloud_folder(self._file.path, self._file.address)
        self._file.check_folder()
        refuse_without_locks(self._file.path, self._file.address)
        with self._file.making() as connection:
            if is_empty(connection):
                for statement in statements(MAKE):
                    connection.execute(statement)
                connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
                connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
                connection.execute(
                    "INSERT INTO meta (one, office, name, protocol, epoch) VALUES (1, ?, ?, ?, '')",
                    (office, name, PROTOCOL),
                )
                new_epoch(connection)
            check_marks(connection, self._file.address)
            found, found_name = connection.execute("SELECT office, name FROM meta").fetchone()
            if found != office:
                raise SharedSideOfAnotherOffice(self._file.address, found_name)
            connection.execute("UPDATE meta SET name = ?", (name,))

    def is_empty(self) -> bool:
        refuse_cloud_folder(self._file.path, self._file.address)
        self._file.check_folder()
        return not self._file.path.exists() or self._file.path.stat().st_size == 0

    def office(self) -> tuple[str, str]:
        with self._file.reading() as (_, meta):
            return meta.office, meta.name

    def admit(self, home: str, counter_code: str, name: str, public_key: bytes) -> Login | None:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, _):
            if node_of(connection, home) is None:
                add_node(connection, home, counter_code, name, public_key, now)
                add_counter(connection, home, counter_code, name, public_key, now)
        return None

    def invite(self, code: InviteCode, until: datetime) -> None:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, _):
            connection.execute(
                "INSERT OR IGNORE INTO invite (id, made_at, until) VALUES (?, ?, ?)",
                (invite_id(code), now, until.isoformat()),
            )

    def counters(self) -> tuple[CounterState, ...]:
        with self._file.reading() as (connection, _):
            homes = connection.execute(
                "SELECT joined_at, home, counter_code, name, release, last_seen, unsent, conflicts, clock, removed_on "
                "FROM node"
            ).fetchall()
            codes = connection.execute("SELECT made_at, until FROM invite WHERE used_at IS NULL").fetchall()
        states = [
            (
                joined_at,
                CounterState(
                    home,
                    code,
                    name,
                    release,
                    datetime.fromisoformat(last_seen) if last_seen else None,
                    unsent,
                    conflicts,
                    clock,
                    date.fromisoformat(removed_on) if removed_on else None,
                ),
            )
            for joined_at, home, code, name, release, last_seen, unsent, conflicts, clock, removed_on in homes
        ]
        for made_at, until in codes:
            state = CounterState("", "", "", "", None, 0, 0, None, invited_until=datetime.fromisoformat(until))
            states.append((made_at, state))
        return tuple(state for _, state in sorted(states, key=lambda entry: entry[0], reverse=True))

    def remove(self, home: str, last_day: date) -> None:
        """Errors: also `UnknownCounter`."""
        now = self._clock()
        with self._file.writing() as (connection, _):
            node = node_of(connection, home)
            if node is None:
                raise UnknownCounter(home)
            if node.removed:
                return
            connection.execute(
                "UPDATE node SET removed_on = ? WHERE home = ?", (office_day(now).isoformat(), node.home)
            )
            name = (COUNTER, node.counter_code)
            if current(connection, name) is None:
                add_counter(connection, home, node.counter_code, node.name, node.public_key, now.isoformat())
            fields = {"retired_at": now.isoformat(), "key_until": last_day.isoformat()}
            enter_own(connection, OperationKind.EDIT, name, fields, now.isoformat())

    def survey_login(self) -> None:
        """A file knows no logins."""

    def begin_anew(self) -> None:
        with self._file.writing() as (connection, _):
            new_epoch(connection)

    def close(self) -> None:
        """Nothing is held between calls."""


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: `executescript` would commit what is under way."""
    found, begun = [], ""
    for line in script.splitlines():
        begun += line + "\n"
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found
