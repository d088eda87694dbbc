"""The shared side in a file, as a counter uses it: every call opens the file, does one transaction and closes it."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime, timedelta
from itertools import count
from typing import Any

from app.domain.clocks import office_day
from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.domain.sharing import (
    EVERY_PLACE,
    AuditRow,
    Caller,
    Cursor,
    Document,
    Greeting,
    Outcome,
    Page,
    Push,
    RecordKey,
    Refusal,
    Request,
    SharedAddress,
    Standing,
    Ticket,
)
from app.domain.sharing_errors import HomeBehind, HomeRemoved, SharedSideNewer, SharedSideRestored
from app.sync.file.documents import enter, offer_of
from app.sync.file.feed import asked_for, next_page
from app.sync.file.merge import refused
from app.sync.file.nodes import (
    Node,
    add_counter,
    add_node,
    free_counter_code,
    key_accepted,
    known_node,
    node_of,
    set_ticket,
    taken_codes,
    taken_names,
)
from app.sync.file.parts import forget_parts, put_part
from app.sync.file.shared_file import Meta, SharedFile
from app.sync.file.storable import storable_text, storable_texts
from app.sync.file.turns import PATIENCE_SECONDS
from app.sync.file.words import find_words, forget_words, put_words

_TOLD_EVERY = timedelta(seconds=10)
_ADD_KEY = (
    "INSERT OR IGNORE INTO record_key SELECT ?1, ?2, ?3 "
    "WHERE NOT EXISTS (SELECT 1 FROM erased WHERE entity = ?1 AND row_id = ?2)"
)
_LOG = "INSERT INTO access_log (home, login, role, wanted, argument, at) VALUES (?, ?, ?, ?, ?, ?)"
_LOGGED = 2000
"""Characters of a search by words that the log keeps."""
_ADD_AUDIT = "INSERT OR IGNORE INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def utc_now() -> datetime:
    return datetime.now(UTC)


class FileHub:
    """See `app.sync.hub.Hub`. A file has no clock of its own: `clock` is this PC's."""

    def __init__(
        self,
        address: SharedAddress,
        clock: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._file = SharedFile(address, patience)
        self._clock = clock

    def greet(self, caller: Caller) -> Greeting:
        now = self._clock()
        with self._file.writing() as (connection, meta):
            if meta.protocol > caller.protocol:
                raise SharedSideNewer(self._file.address, meta.protocol, caller.protocol)
            node = node_of(connection, caller.home)
            standing = _standing(meta, node, caller)
            epoch = meta.epoch
            if node is not None and not node.removed:
                if standing is Standing.RESTORED:
                    if caller.epoch in ("", epoch):
                        epoch = new_epoch(connection)
                    if caller.ticket.count > node.ticket.count:
                        set_ticket(connection, caller.home, caller.ticket)
                _note(connection, caller, now)
            accepted = node is not None and key_accepted(connection, node, office_day(now).isoformat())
        return Greeting(
            office=meta.office,
            epoch=epoch,
            standing=standing,
            now=now,
            protocol_needed=meta.protocol,
            counter_code=node.counter_code if node else "",
            key_accepted=accepted,
        )

    def push(self, push: Push) -> tuple[Outcome, ...]:
        now = self._clock().isoformat()
        # What needs no look into the file is done before the others have to wait, and the answers after it.
        offer = offer_of(push.home, push.operations, now)
        keys, audits = _key_rows(push.keys), _audit_rows(push.home, push.audits)
        with self._file.writing() as (connection, meta):
            node = known_node(connection, meta, push.home, push.epoch, self._file.address)
            self._check_ticket(node, push.ticket, push.following)
            set_ticket(connection, push.home, push.following)
            connection.execute("UPDATE node SET last_seen = ? WHERE home = ?", (now, push.home))
            connection.executemany(_ADD_KEY, keys)
            answers = enter(connection, offer)
            forget_words(connection, answers.erased)
            forget_parts(connection, answers.erased)
            connection.executemany(_ADD_AUDIT, audits)
        outcomes = answers.outcomes()
        # An id that cannot be written down is in no ledger, and is refused anew each time.
        return tuple(outcomes.get(o.op_id) or refused(o, Refusal.MALFORMED) for o in push.operations)

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        with self._file.reading() as (connection, meta):
            node = known_node(connection, meta, home, epoch, self._file.address)
            return next_page(connection, node, cursor, limit, hold_from, own_before)

    def fetch(self, request: Request) -> tuple[Document, ...]:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, meta):
            node = known_node(connection, meta, request.home, request.epoch, self._file.address)
            found = asked_for(connection, node, request)
            connection.execute(
                _LOG,
                (
                    request.home,
                    storable_text(request.login),
                    request.role,
                    request.wanted,
                    storable_text(request.argument),
                    now,
                ),
            )
        return found

    def put_part(self, home: str, epoch: str, blob: str, part: int, data: bytes) -> None:
        with self._file.writing() as (connection, meta):
            known_node(connection, meta, home, epoch, self._file.address)
            put_part(connection, blob, part, data)

    def get_part(self, home: str, epoch: str, blob: str, part: int) -> bytes | None:
        with self._file.reading() as (connection, meta):
            known_node(connection, meta, home, epoch, self._file.address)
            row = connection.execute("SELECT data FROM blob WHERE blob = ? AND part = ?", (blob, part)).fetchone()
        return None if row is None else bytes(row[0])

    def put_words(self, home: str, epoch: str, entries: Sequence[RecordWords]) -> bool:
        with self._file.writing() as (connection, meta):
            put_words(connection, known_node(connection, meta, home, epoch, self._file.address), entries)
        return True

    def find_words(self, search: WordSearch) -> tuple[FoundRecord, ...]:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, meta):
            node = known_node(connection, meta, search.home, search.epoch, self._file.address)
            found = find_words(connection, node, search)
            ways = json.dumps(search.ways)[:_LOGGED]
            logged = (search.home, storable_text(search.login), search.role, "words", ways, now)
            connection.execute(_LOG, logged)
        return found

    def renew(self, caller: Caller, home: str, public_key: bytes) -> str:
        now = self._clock().isoformat()
        with self._file.writing() as (connection, meta):
            again = node_of(connection, home)
            if again is not None and (again.renewed_from, again.public_key) == (caller.home, public_key):
                return again.counter_code  # the answer was lost
            node = node_of(connection, caller.home)
            standing = _standing(meta, node, caller)
            if node is None or again is not None or standing not in (Standing.BEHIND, Standing.REMOVED):
                raise SharedSideRestored(self._file.address)
            if standing is Standing.REMOVED:
                raise HomeRemoved()
            code = free_counter_code(taken_codes(connection))
            taken = taken_names(connection)
            name = next(name for n in count(2) if (name := f"{node.name} {n}").casefold() not in taken)
            add_node(connection, home, code, name, public_key, now, node.departments, renewed_from=node.home)
            add_counter(connection, home, code, name, public_key, now)
        return code

    def close(self) -> None:
        """Nothing is held between calls."""

    def _check_ticket(self, node: Node, ticket: Ticket, following: Ticket) -> None:
        if node.ticket in (ticket, following):
            return
        if ticket.count > node.ticket.count:
            raise SharedSideRestored(self._file.address)
        raise HomeBehind(self._file.address)


def new_epoch(connection: sqlite3.Connection) -> str:
    """Begin a new life of the shared side; its name."""
    epoch = str(uuid.uuid4())
    connection.execute("UPDATE meta SET epoch = ?", (epoch,))
    return epoch


def _standing(meta: Meta, node: Node | None, caller: Caller) -> Standing:
    if node is None:
        return Standing.UNKNOWN
    if node.removed:
        return Standing.REMOVED
    if caller.epoch not in ("", meta.epoch) or caller.ticket.count > node.ticket.count:
        return Standing.RESTORED
    return Standing.IN_STEP if node.ticket in (caller.ticket, caller.following) else Standing.BEHIND


def _note(connection: sqlite3.Connection, caller: Caller, now: datetime) -> None:
    """Whoever asks every second does not write every second that all is as it was: a write holds up all the others."""
    ahead = (caller.at - now).total_seconds()
    release, unsent, conflicts, clock, seen = connection.execute(
        "SELECT release, unsent, conflicts, clock, last_seen FROM node WHERE home = ?", (caller.home,)
    ).fetchone()
    if (release, unsent, conflicts) == (caller.release, caller.unsent, caller.conflicts) and seen and clock is not None:
        told = timedelta() <= now - datetime.fromisoformat(seen) < _TOLD_EVERY
        if told and abs(ahead - clock) < 1:
            return
    connection.execute(
        "UPDATE node SET last_seen = ?, release = ?, unsent = ?, conflicts = ?, clock = ? WHERE home = ?",
        (
            now.isoformat(),
            caller.release,
            caller.unsent,
            caller.conflicts,
            ahead,
            caller.home,
        ),
    )


def _key_rows(keys: tuple[RecordKey, ...]) -> list[tuple[Any, ...]]:
    return [(*storable_texts(key.entity, key.row_id), key.key) for key in keys]


def _audit_rows(home: str, rows: tuple[AuditRow, ...]) -> list[tuple[Any, ...]]:
    return [(home, row.n, *storable_texts(*_words(row)), row.chain) for row in rows]


def _words(row: AuditRow) -> tuple[str, ...]:
    return row.at, row.login, row.role, row.counter_code, row.action, row.entity, row.row_id, row.detail
