"""Joining an office through a shared file: a code that somebody was given makes a home a counter, once."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from datetime import datetime

from app.crypto.invites import invite_id
from app.domain.administration import NAME_LIMIT, check_counter_code, required
from app.domain.errors import BadValue
from app.domain.sharing import InviteCode, SharedAddress
from app.domain.sharing_errors import CounterNameTaken, InviteExpired, InviteUnusable, InviteUsed
from app.sync.file.cloud_folders import refuse_cloud_folder
from app.sync.file.file_hub import utc_now
from app.sync.file.lock_test import refuse_without_locks
from app.sync.file.nodes import add_counter, add_node, free_counter_code, node_of, taken_codes, taken_names
from app.sync.file.shared_file import Meta, SharedFile
from app.sync.file.turns import PATIENCE_SECONDS
from app.sync.hub import Redeemed


class FileDoor:
    """See `app.sync.hub.Door`. The home that used a code may ask again, so that a lost answer does no harm."""

    def __init__(
        self,
        address: SharedAddress,
        clock: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._file = SharedFile(address, patience)
        self._clock = clock

    def redeem(self, code: InviteCode, home: str, name: str, public_key: bytes) -> Redeemed:
        """Errors: also `BadValue` for a name that is none, `SharedFileInCloudFolder`, `SharedFileDoesNotLock`."""
        name = required("counter", name, NAME_LIMIT)
        refuse_cloud_folder(self._file.path, self._file.address)
        self._file.check_there()
        refuse_without_locks(self._file.path, self._file.address)
        now = self._clock()
        with self._file.writing() as (connection, meta):
            used_by, departments = _looked_up(connection, code, now)
            if used_by is not None:
                node = node_of(connection, home)
                if node is None or used_by != home or node.public_key != public_key:
                    raise InviteUsed()
                return _redeemed(meta, node.counter_code)
            if name.casefold() in taken_names(connection):
                raise CounterNameTaken(name)
            counter_code = _code_for(name, taken_codes(connection))
            add_node(connection, home, counter_code, name, public_key, now.isoformat(), departments)
            add_counter(connection, home, counter_code, name, public_key, now.isoformat())
            connection.execute(
                "UPDATE invite SET used_at = ?, used_by = ? WHERE id = ?", (now.isoformat(), home, invite_id(code))
            )
            return _redeemed(meta, counter_code)

    def close(self) -> None:
        """Nothing is held between calls."""


def _looked_up(
    connection: sqlite3.Connection, code: InviteCode, now: datetime
) -> tuple[str | None, frozenset[str] | None]:
    """The home that has used the code, None when it can still be used; and the departments it is limited to.

    Errors: those of a code; a withdrawn one is `InviteUsed`, as on a server, which does not tell the two apart.
    """
    row = connection.execute(
        "SELECT until, used_by, withdrawn_at, departments FROM invite WHERE id = ?", (invite_id(code),)
    ).fetchone()
    if row is None:
        raise InviteUnusable()
    until, used_by, withdrawn_at, departments = row
    if used_by is None and withdrawn_at is not None:
        raise InviteUsed()
    if used_by is None and datetime.fromisoformat(until) <= now:
        raise InviteExpired()
    return used_by, None if departments is None else frozenset(json.loads(departments))


def _redeemed(meta: Meta, counter_code: str) -> Redeemed:
    return Redeemed(meta.office, meta.name, counter_code, meta.epoch, login=None)


def _code_for(name: str, taken: set[str]) -> str:
    """A name that is itself a code is the code."""
    try:
        code = check_counter_code(name)
    except BadValue:
        return free_counter_code(taken)
    return code if code == name and code not in taken else free_counter_code(taken)
