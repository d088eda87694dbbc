"""The shared side on PostgreSQL as a counter sees it: every method is one call of one function over there."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, date
from typing import Any

import psycopg

from app.domain.actors import Action
from app.domain.errors import NotAllowed
from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.domain.sharing import (
    EVERY_PLACE,
    AuditRow,
    Caller,
    Cursor,
    Document,
    Greeting,
    Login,
    Operation,
    Outcome,
    Page,
    Push,
    Refusal,
    Request,
    Result,
    SharedAddress,
    Standing,
)
from app.domain.sharing_errors import SharedSideBusy, SharedSideNewer
from app.sync.postgres.connection import DeadlineConnection, Link

_TRIES = 3
"""Two counters that offer the same operation, or lock each other out, are told to try again."""

_GREET = "SELECT * FROM minwon.epoch(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
_PUSH = "SELECT * FROM minwon.push(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_PULL = "SELECT * FROM minwon.pull(%s, %s, %s, %s, %s, %s, %s)"
_FETCH = "SELECT * FROM minwon.fetch(%s, %s, %s, %s, %s, %s, %s, %s)"
_PUT = "SELECT minwon.blob_put(%s, %s, %s, %s, %s)"
_GET = "SELECT minwon.blob_get(%s, %s, %s, %s)"
_PUT_WORDS = "SELECT minwon.put_words(%s, %s, %s)"
_FIND_WORDS = "SELECT * FROM minwon.find_words(%s, %s, %s, %s, %s, %s, %s, %s, %s, %s)"
_RENEW = "SELECT minwon.renew(%s, %s, %s, %s, %s, %s, %s, %s)"


class PostgresHub:
    """`Hub` on PostgreSQL. `deadline` is how long one answer may take, in seconds; connecting takes at most five."""

    def __init__(self, address: SharedAddress, login: Login, deadline: float = 15.0) -> None:
        self._link = Link(address, login, deadline)

    def greet(self, caller: Caller) -> Greeting:
        tickets = (caller.ticket.count, caller.ticket.mark, caller.following.count, caller.following.mark)
        state = (caller.release, caller.at, caller.unsent, caller.conflicts)
        [(office, epoch, standing, now, protocol, code, accepted)] = self._rows(
            _GREET, (caller.home, caller.epoch, *tickets, *state)
        )
        if protocol > caller.protocol:
            raise SharedSideNewer(self._link.address.url(), protocol, caller.protocol)
        return Greeting(office, epoch, Standing(standing), now.astimezone(UTC), protocol, code, accepted)

    def push(self, push: Push) -> tuple[Outcome, ...]:
        for _ in range(_TRIES - 1):
            try:
                return self._link.run(lambda connection: _offer(connection, push, push.operations))
            except SharedSideBusy:
                continue
        return self._link.run(lambda connection: _offer(connection, push, push.operations))

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        rows = self._rows(_PULL, (home, epoch, cursor.xid, cursor.seq, limit, hold_from, own_before))
        end = rows.pop()
        more = end[0] is not None or end[2] == 1
        reached = rows[-1] if end[0] is not None else end
        # A document changed twice stands in the feed twice, each time as it is now: the first place is enough.
        once = {(row[0], row[1]): row for row in rows}
        return Page(_documents(once.values()), Cursor(*reached[8:10]), more)

    def fetch(self, request: Request) -> tuple[Document, ...]:
        asked = (request.wanted.value, request.argument.replace("\0", ""), request.offset, request.limit)
        try:
            return _documents(self._rows(_FETCH, (request.home, request.epoch, request.login, request.role, *asked)))
        except NotAllowed:
            raise NotAllowed(action=Action.SEE_VISITS.value, role=request.role) from None

    def put_part(self, home: str, epoch: str, blob: str, part: int, data: bytes) -> None:
        self._rows(_PUT, (home, epoch, blob, part, data))

    def get_part(self, home: str, epoch: str, blob: str, part: int) -> bytes | None:
        [(data,)] = self._rows(_GET, (home, epoch, blob, part))
        return None if data is None else bytes(data)

    def put_words(self, home: str, epoch: str, entries: Sequence[RecordWords]) -> bool:
        told = [
            {"entity": e.entity, "row_id": e.row_id, "version": e.version, "n": e.n, "words": e.words} for e in entries
        ]
        return self._rows_of_words(_PUT_WORDS, (home, epoch, json.dumps(told))) is not None

    def find_words(self, search: WordSearch) -> tuple[FoundRecord, ...] | None:
        asked = (search.login.replace("\0", ""), search.role, json.dumps(search.ways), list(search.narrowed))
        place, row_id = search.before
        try:
            rows = self._rows_of_words(
                _FIND_WORDS, (search.home, search.epoch, *asked, search.first, place, row_id, search.limit)
            )
        except NotAllowed:
            raise NotAllowed(action=Action.SEE_CASES.value, role=search.role) from None
        if rows is None:
            return None
        places = [row[-1] for row in rows]
        return tuple(map(FoundRecord, _documents(rows), places))

    def _rows_of_words(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]] | None:
        """None where the functions are not there yet."""

        def asked(connection: DeadlineConnection) -> list[tuple[Any, ...]] | None:
            try:
                return connection.execute(statement, values).fetchall()
            except psycopg.errors.UndefinedFunction:
                return None

        return self._link.run(asked)

    def renew(self, caller: Caller, home: str, public_key: bytes) -> str:
        tickets = (caller.ticket.count, caller.ticket.mark, caller.following.count, caller.following.mark)
        [(code,)] = self._rows(_RENEW, (caller.home, caller.epoch, *tickets, home, public_key))
        return str(code)

    def close(self) -> None:
        self._link.close()

    def _rows(self, statement: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return self._link.run(lambda connection: connection.execute(statement, values).fetchall())


def _offer(connection: DeadlineConnection, push: Push, operations: Sequence[Operation]) -> tuple[Outcome, ...]:
    """Push `operations` in one statement. One that cannot be held over there is found by halving and offered again
    without its fields, so that it is refused and written down as refused; the others are taken.
    """
    try:
        return _push(connection, push, [_offered(operation) for operation in operations])
    except (psycopg.Error, UnicodeEncodeError) as error:
        if not _is_of_content(error) or not operations:
            raise
    if len(operations) > 1:
        middle = len(operations) // 2
        return _offer(connection, push, operations[:middle]) + _offer(connection, push, operations[middle:])
    [operation] = operations
    try:
        return _push(connection, push, [{**_offered(operation), "fields": None}])
    except (psycopg.Error, UnicodeEncodeError) as error:
        if not _is_of_content(error):
            raise
    return (Outcome(operation.op_id, Result.REFUSED, 0, 0, Refusal.MALFORMED.value),)


def _push(connection: DeadlineConnection, push: Push, offered: list[dict[str, Any]]) -> tuple[Outcome, ...]:
    tickets = (push.ticket.count, push.ticket.mark, push.following.count, push.following.mark)
    keys = [{"entity": key.entity, "row_id": key.row_id, "key": key.key.hex()} for key in push.keys]
    audits = [_logged(row) for row in push.audits]
    # What belongs to no one operation must not be what the server stumbles over: it would refuse all of them for it.
    if not _all_holdable(texts := [json.dumps(part, ensure_ascii=False) for part in (keys, audits)]):
        texts = [json.dumps([_made_holdable(row) for row in part], ensure_ascii=False) for part in (keys, audits)]
    content = [json.dumps(offered, ensure_ascii=False), *texts]
    rows = connection.execute(_PUSH, (push.home, push.epoch, *tickets, *content)).fetchall()
    became = {
        op_id: Outcome(op_id, Result(result), version, place, reason) for op_id, result, version, place, reason in rows
    }
    return tuple(became[operation["op_id"]] for operation in offered)


def _offered(operation: Operation) -> dict[str, Any]:
    return {
        "op_id": operation.op_id,
        "n": operation.n,
        "entity": operation.entity,
        "row_id": operation.row_id,
        "kind": operation.kind,
        "base_version": operation.base_version,
        "fields": operation.fields,
        "by": operation.by,
        "at": operation.at,
    }


def _logged(row: AuditRow) -> dict[str, Any]:
    return {
        "n": row.n,
        "at": row.at,
        "login": row.login,
        "role": row.role,
        "counter_code": row.counter_code,
        "action": row.action,
        "entity": row.entity,
        "row_id": row.row_id,
        "detail": row.detail,
        "chain": row.chain.hex(),
    }


def _all_holdable(texts: Sequence[str]) -> bool:
    """Whether the server can keep every sign of these JSON texts: neither NUL nor half a letter."""
    try:
        return all(text.encode() and "\\u0000" not in text for text in texts)
    except UnicodeEncodeError:
        return False


def _made_holdable(row: Mapping[str, Any]) -> dict[str, Any]:
    """`row` with what the server can keep of its texts."""
    return {
        name: value.encode(errors="replace").decode().replace("\0", "?") if isinstance(value, str) else value
        for name, value in row.items()
    }


def _is_of_content(error: Exception) -> bool:
    """Whether the server cannot hold what was said: no JSON, a character it has no room for, nested too deep."""
    return not isinstance(error, psycopg.Error) or (error.sqlstate or "").startswith(("22", "54"))


def _documents(rows: Iterable[tuple[Any, ...]]) -> tuple[Document, ...]:
    return tuple(
        Document(entity, row_id, version, place, home, erased, json.loads(fields), key)
        for entity, row_id, version, place, home, erased, fields, key, *_ in rows
    )
