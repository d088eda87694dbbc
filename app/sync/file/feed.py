"""What a home may read of a shared file: the feed, and what is asked for beyond it."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable
from datetime import date
from typing import Any

from app.domain.actors import Action, Actor, Role
from app.domain.errors import NotAllowed
from app.domain.sharing import Cursor, Document, Page, Request, Wanted
from app.sync.file.documents import DOCUMENT, OF_DOC, document_of
from app.sync.file.nodes import Node

_MAY_LEAVE = "d.entity NOT IN ('sealed', 'survey_answer')"
_PLACED = "(d.entity IN ('visit', 'case_file') OR d.parent IS NOT NULL)"
_IN_DEPARTMENT = "(:departments IS NULL OR d.department IN (SELECT value FROM json_each(:departments)))"
# A case that is not of the home's departments comes without anything but that it has left them: it may be there.
_HAS_LEFT = f"(d.entity = 'case_file' AND d.holder <> :home AND NOT coalesce({_IN_DEPARTMENT}, 0))"
_HELD = f"(NOT {_PLACED} OR d.holder = :home OR (d.day >= :hold_from AND ({_IN_DEPARTMENT} OR {_HAS_LEFT})))"
_KNOWN = "(d.place >= :own_before AND d.home = :home AND d.version = 1 AND NOT d.erased AND d.entity <> 'conflict')"
_MAY_SEE = f"{_MAY_LEAVE} AND (NOT {_PLACED} OR {_IN_DEPARTMENT})"

_PAGE = f"""
SELECT f.seq, {_HAS_LEFT}, {DOCUMENT} FROM feed f CROSS JOIN {OF_DOC.replace("doc d", "doc d ON d.place = f.place", 1)}
WHERE f.seq > :seq AND {_MAY_LEAVE} AND {_HELD} AND NOT {_KNOWN} ORDER BY f.seq LIMIT :limit
"""
_DAY = f"""
SELECT {DOCUMENT} FROM {OF_DOC}
WHERE {_MAY_SEE} AND (d.entity = 'visit' AND d.day = :argument
    OR d.parent IN (SELECT v.row_id FROM doc v WHERE v.entity = 'visit' AND v.day = :argument))
ORDER BY d.place
"""
_RECORD = f"SELECT {DOCUMENT} FROM {OF_DOC} WHERE {_MAY_SEE} AND d.entity = :entity AND d.row_id = :row_id"
_CASE = f"""
SELECT {DOCUMENT} FROM {OF_DOC}
WHERE {_MAY_SEE} AND (d.entity = 'case_file' AND d.row_id = :case OR d.parent = :case)
ORDER BY d.parent IS NOT NULL, d.place
"""
_FOR_AUDITOR = "SELECT 1 FROM doc WHERE entity = 'case_file' AND row_id = ? AND fields -> 'to_auditor' = 'true'"
_NUMBER = "(d.fields ->> 'counter_code') || '-'"
_SEARCH = f"""
SELECT {DOCUMENT} FROM {OF_DOC}
WHERE {_MAY_SEE} AND d.entity = 'visit' AND (
    instr(upper({_NUMBER} || printf('%03d', d.fields ->> 'seq')), :sought)
    OR instr(upper(d.fields ->> 'service_code'), :sought))
ORDER BY d.day DESC, d.place DESC LIMIT :limit OFFSET :offset
"""


def next_page(
    connection: sqlite3.Connection, node: Node, cursor: Cursor, limit: int, hold_from: date, own_before: int
) -> Page:
    """The next documents of the feed that the home may hold, less what it knows (see `Hub.pull`).

    A record changed twice appears where it did first.
    """
    (end,) = connection.execute("SELECT coalesce(max(seq), 0) FROM feed").fetchone()
    asked = {
        "seq": cursor.seq,
        "home": node.home,
        "hold_from": hold_from.isoformat(),
        "own_before": own_before,
        "departments": _departments(node),
        "limit": limit + 1,
    }
    rows = connection.execute(_PAGE, asked).fetchall()
    more = len(rows) > limit
    rows = rows[:limit]
    reached = rows[-1][0] if more else max(end, cursor.seq)
    return Page(_each_once(map(_told, rows)), Cursor(0, reached), more)


def asked_for(connection: sqlite3.Connection, node: Node, request: Request) -> tuple[Document, ...]:
    """What the request wants, as far as the home's departments go.

    The audit officer may ask for the cases that are theirs to handle, and for nothing else. Errors: `NotAllowed`.
    """
    action = Action.SEE_CASES if request.wanted is Wanted.CASE else Action.SEE_VISITS
    if request.role not in list(Role):
        raise NotAllowed(action.value, request.role)
    Actor(request.login, "", Role(request.role)).require(action)
    asked: dict[str, object] = {"departments": _departments(node)}
    if request.wanted is Wanted.CASE:
        theirs = connection.execute(_FOR_AUDITOR, (request.argument,)).fetchone() is not None
        if request.role == Role.AUDITOR and not theirs:
            return ()
        return _each_once(connection.execute(_CASE, asked | {"case": request.argument}).fetchall())
    if request.wanted is Wanted.DAY:
        return _each_once(connection.execute(_DAY, asked | {"argument": request.argument}).fetchall())
    if request.wanted is Wanted.RECORD:
        entity, _, row_id = request.argument.partition("/")
        return _each_once(connection.execute(_RECORD, asked | {"entity": entity, "row_id": row_id}).fetchall())
    asked |= {"sought": request.argument.strip().upper(), "limit": request.limit, "offset": request.offset}
    return _each_once(connection.execute(_SEARCH, asked).fetchall())


def _told(row: tuple[Any, ...]) -> tuple[object, ...]:
    """A row of the feed as it is told: of a case that has left the home's departments, nothing else."""
    _, has_left, *document = row
    return (*document[:-2], '{"left": true}', None) if has_left else tuple(document)


def _departments(node: Node) -> str | None:
    return None if node.departments is None else json.dumps(sorted(node.departments))


def _each_once(rows: Iterable[tuple[object, ...]]) -> tuple[Document, ...]:
    documents = map(document_of, rows)
    return tuple({(document.entity, document.row_id): document for document in documents}.values())
