"""What the administrator does with a shared file. A file knows no rights: whoever may write it may do all this."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from datetime import date, datetime
from typing import Any

from app.crypto.invites import invite_id
from app.domain.clocks import office_day
from app.domain.errors import UnknownCounter
from app.domain.sharing import PROTOCOL, CounterState, InviteCode, Login, OperationKind, SharedAddress
from app.domain.sharing_errors import InvitationTaken, SharedSideOfAnotherOffice, UnknownInvitation
from app.sync.file.cloud_folders import refuse_cloud_folder
from app.sync.file.documents import current, enter_own
from app.sync.file.file_hub import new_epoch, utc_now
from app.sync.file.lock_test import refuse_without_locks
from app.sync.file.nodes import COUNTER, add_counter, add_node, node_of
from app.sync.file.schema import APPLICATION_ID, MAKE, SCHEMA_VERSION
from app.sync.file.shared_file import SharedFile, check_marks, is_empty
from app.sync.file.turns import PATIENCE_SECONDS

_HOMES = """
SELECT joined_at, last_seen, removed_on, departments, home, counter_code, name, release, unsent, conflicts, clock
FROM node
"""
_OPEN = "SELECT made_at, id, until, departments FROM invite WHERE used_at IS NULL AND withdrawn_at IS NULL"

_Entry = tuple[str, CounterState]


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

    def invite(self, code: InviteCode, until: datetime, departments: Sequence[str] | None = None) -> str:
        name, now = invite_id(code), self._clock().isoformat()
        limit = None if departments is None else json.dumps(sorted(departments))
        with self._file.writing() as (connection, _):
            connection.execute(
                "INSERT OR IGNORE INTO invite (id, made_at, until, departments) VALUES (?, ?, ?, ?)",
                (name, now, until.isoformat(), limit),
            )
        return name

    def withdraw(self, invitation: str) -> None:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, _):
            found = connection.execute("SELECT used_at FROM invite WHERE id = ?", (invitation,)).fetchone()
            if found is None:
                raise UnknownInvitation(invitation)
            if found[0] is not None:
                raise InvitationTaken
            connection.execute(
                "UPDATE invite SET withdrawn_at = ? WHERE id = ? AND withdrawn_at IS NULL", (now, invitation)
            )

    def counters(self) -> tuple[CounterState, ...]:
        with self._file.reading() as (connection, _):
            states = [_home(*row) for row in connection.execute(_HOMES)]
            states += [_invited(*row) for row in connection.execute(_OPEN)]
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


def _home(joined_at: str, last_seen: str | None, removed_on: str | None, limit: str | None, *row: Any) -> _Entry:
    home, code, name, release, unsent, conflicts, clock = row
    seen = datetime.fromisoformat(last_seen) if last_seen else None
    removed = date.fromisoformat(removed_on) if removed_on else None
    state = CounterState(home, code, name, release, seen, unsent, conflicts, clock, removed, departments=_codes(limit))
    return joined_at, state


def _invited(made_at: str, name: str, until: str, limit: str | None) -> _Entry:
    good = datetime.fromisoformat(until)
    return made_at, CounterState("", "", "", "", None, 0, 0, None, None, good, _codes(limit), name)


def _codes(stored: str | None) -> tuple[str, ...] | None:
    return None if stored is None else tuple(json.loads(stored))


def statements(script: str) -> list[str]:
    """The statements of a script, one by one: `executescript` would commit what is under way."""
    found, begun = [], ""
    for line in script.splitlines():
        begun += line + "\n"
        if sqlite3.complete_statement(begun):
            found.append(begun)
            begun = ""
    return found
