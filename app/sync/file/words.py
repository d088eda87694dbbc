"""What cases can be found by in a shared file: their words as numbers, beside their keys, and gone with them.

The tables are made when the first words come: a file of a program before this one has none.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Sequence

from app.db import term_index
from app.domain.actors import Action, Actor, Role
from app.domain.errors import NotAllowed
from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.sync.file.documents import DOCUMENT, OF_DOC, document_of
from app.sync.file.merge import CASE, RecordName
from app.sync.file.nodes import Node

MAKE = (
    """
    CREATE TABLE searched (
        n INTEGER PRIMARY KEY, entity TEXT NOT NULL, row_id TEXT NOT NULL, version INTEGER NOT NULL,
        at INTEGER NOT NULL, words BLOB NOT NULL, UNIQUE (entity, row_id)
    )
    """,
    f"CREATE VIRTUAL TABLE {term_index.TABLE} USING fts5 (terms, content = '', detail = 'none', tokenize = 'ascii')",
    # One row while there is something left in older pieces of the index that was erased.
    "CREATE TABLE to_press (one INTEGER PRIMARY KEY CHECK (one = 1), begun INTEGER NOT NULL)",
)
_IS_THERE = "SELECT 1 FROM sqlite_schema WHERE name = 'searched'"
_MAY_TELL = """
SELECT version FROM doc d WHERE entity = ?1 AND row_id = ?2 AND NOT erased
    AND NOT EXISTS (SELECT 1 FROM erased e WHERE e.entity = ?1 AND e.row_id = ?2)
    AND (?3 IS NULL OR holder = ?4 OR department IN (SELECT value FROM json_each(?3)))
"""
_FREE = """
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM searched WHERE n = ?1) THEN ?1 ELSE (
    SELECT e.n + 1 FROM searched e
    WHERE e.n >= ?1 AND NOT EXISTS (SELECT 1 FROM searched f WHERE f.n = e.n + 1) ORDER BY e.n LIMIT 1) END
"""
_FOUND = f"""
SELECT s.n, {DOCUMENT} FROM json_each(:numbers) i CROSS JOIN searched s ON s.n = i.value
CROSS JOIN {OF_DOC.replace("doc d", "doc d ON d.entity = s.entity AND d.row_id = s.row_id", 1)}
WHERE NOT d.erased AND coalesce(json_extract(d.fields, '$.to_auditor'), 0) = :auditor
    AND (:departments IS NULL OR d.holder = :home OR d.department IN (SELECT value FROM json_each(:departments)))
ORDER BY s.n DESC
"""
_LOOK = 512
"""Looked at in one go where those before were not all for the one who asks."""
_WORDS_LIMIT = 20_000
_PRESSED_AT_ONCE = 256


def put_words(connection: sqlite3.Connection, node: Node, entries: Iterable[RecordWords]) -> None:
    """See `Hub.put_words`."""
    if not _is_there(connection):
        for statement in MAKE:
            connection.execute(statement)
    for entry in entries:
        name = (entry.entity, entry.row_id)
        if entry.entity != CASE or not 0 < len(entry.words) <= _WORDS_LIMIT:
            continue
        found = connection.execute(_MAY_TELL, (*name, _departments(node), node.home)).fetchone()
        if found is None:
            continue
        version = min(entry.version, found[0])
        known = connection.execute(
            "SELECT n, version, at, words FROM searched WHERE entity = ? AND row_id = ?", name
        ).fetchone()
        words = _stored(entry.words)
        if known is not None and (known[1] > version or known[2:] == (entry.n, words)):
            continue
        _take_out(connection, name)
        [(n,)] = connection.execute(_FREE, (entry.n,)).fetchall()
        connection.execute("INSERT INTO searched VALUES (?, ?, ?, ?, ?, ?)", (n, *name, version, entry.n, words))
        term_index.add(connection, [(n, _terms(words))])


def forget_words(connection: sqlite3.Connection, names: Iterable[RecordName]) -> None:
    """Of records that were erased."""
    for name in names:
        if name[0] == CASE and _is_there(connection) and _take_out(connection, name):
            connection.execute("INSERT OR REPLACE INTO to_press VALUES (1, 0)")


def press_words(connection: sqlite3.Connection) -> bool:
    """Write a piece of the index anew, so that nothing erased stays in the file; whether more is left to do."""
    mark = connection.execute("SELECT begun FROM to_press").fetchone() if _is_there(connection) else None
    if mark is None:
        return False
    if term_index.press(connection, _PRESSED_AT_ONCE, begin=not mark[0]):
        connection.execute("UPDATE to_press SET begun = 1")
        return True
    connection.execute("DELETE FROM to_press")
    return False


def find_words(connection: sqlite3.Connection, node: Node, search: WordSearch) -> tuple[FoundRecord, ...]:
    """See `Hub.find_words`."""
    if search.role not in list(Role):
        raise NotAllowed(Action.SEE_CASES.value, search.role)
    Actor(search.login, "", Role(search.role)).require(Action.SEE_CASES)
    if not _is_there(connection):
        return ()
    ways = [[_term(word) for word in way] for way in search.ways]
    narrowed = [_term(word) for word in search.narrowed]
    found: list[FoundRecord] = []
    last, look = search.before[0] - 1, search.limit
    while len(found) < search.limit:
        numbers = term_index.newest(connection, ways, narrowed, search.first, last, look)
        asked = {
            "numbers": json.dumps(numbers),
            "auditor": search.role == Role.AUDITOR,
            "departments": _departments(node),
            "home": node.home,
        }
        rows = connection.execute(_FOUND, asked).fetchall()
        found += [FoundRecord(document_of(row), n) for n, *row in rows]
        if len(numbers) < look:
            break
        last, look = numbers[-1] - 1, _LOOK
    return tuple(found[: search.limit])


def _take_out(connection: sqlite3.Connection, name: RecordName) -> bool:
    known = connection.execute("SELECT n, words FROM searched WHERE entity = ? AND row_id = ?", name).fetchone()
    if known is None:
        return False
    term_index.remove(connection, [(known[0], _terms(known[1]))])
    connection.execute("DELETE FROM searched WHERE n = ?", (known[0],))
    return True


def _is_there(connection: sqlite3.Connection) -> bool:
    return connection.execute(_IS_THERE).fetchone() is not None


def _stored(words: Sequence[int]) -> bytes:
    numbers = array("i", sorted(set(words)))
    assert numbers.itemsize == 4
    return numbers.tobytes()


def _terms(stored: bytes) -> Iterator[str]:
    return map(_term, array("i", stored))


def _term(word: int) -> str:
    return f"{word & 0xFFFFFFFF:08x}"


def _departments(node: Node) -> str | None:
    return None if node.departments is None else json.dumps(sorted(node.departments))
