"""A full-text index of SQLite that holds terms and no text: which entries have all of them, newest first.

The table is `fts5 (terms, content = '', detail = 'none', tokenize = 'ascii')`. Works on the driver's own connection, in
the caller's transaction, for a home as for a shared file.
"""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Collection, Iterable, Sequence

TABLE = "search_index"

_ADD = f"INSERT INTO {TABLE} (rowid, terms) VALUES (?, ?)"
_REMOVE = f"INSERT INTO {TABLE} ({TABLE}, rowid, terms) VALUES ('delete', ?, ?)"
_CLEAR = f"INSERT INTO {TABLE} ({TABLE}) VALUES ('delete-all')"
_PRESS = f"INSERT INTO {TABLE} ({TABLE}, rank) VALUES ('merge', ?)"
_FIND = f"SELECT rowid FROM {TABLE} WHERE {TABLE} MATCH ? AND rowid BETWEEN ? AND ? ORDER BY rowid DESC LIMIT ?"


def add(connection: sqlite3.Connection, entries: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Entries (number and terms) that the index does not have."""
    connection.executemany(_ADD, [(n, _joined(terms)) for n, terms in entries])


def remove(connection: sqlite3.Connection, entries: Iterable[tuple[int, Iterable[str]]]) -> None:
    """Take entries out; the terms must be just those they were added with."""
    connection.executemany(_REMOVE, [(n, _joined(terms)) for n, terms in entries])


def clear(connection: sqlite3.Connection) -> None:
    connection.execute(_CLEAR)


def newest(
    connection: sqlite3.Connection,
    ways: Sequence[Collection[str]],
    narrowed: Collection[str],
    first: int,
    last: int,
    limit: int,
) -> list[int]:
    """Numbers from `first` to `last`, highest first, of entries with all of `narrowed` and all of one of `ways`."""
    if not ways or first > last:
        return []
    any_of = _any_of([frozenset(terms) for terms in ways])
    asked = f"({any_of}) AND {_all_of(narrowed)}" if narrowed else any_of
    return [n for (n,) in connection.execute(_FIND, (asked, first, last, limit))]


def press(connection: sqlite3.Connection, pages: int, *, begin: bool) -> bool:
    """Write up to `pages` pages (4 KiB) of the index anew without what was removed; whether there is more to do.

    What is removed stays in older pieces of the index until they are written anew. `begin`: everything that was removed
    until now is to go.
    """
    before = connection.total_changes
    connection.execute(_PRESS, (-pages if begin else pages,))
    return connection.total_changes - before >= 2  # as SQLite's manual has it


def _joined(terms: Iterable[str]) -> str:
    return " ".join(sorted(terms))


def _any_of(ways: Sequence[frozenset[str]]) -> str:
    """All terms of one of `ways`; what many of them have in common is asked for once, because each term has to be
    looked up in every piece of the index."""
    parts: list[str] = []
    left = list(ways)
    while left:
        [(common, times)] = Counter(term for way in left for term in way).most_common(1)
        if times == 1:
            parts += [f"({_all_of(way)})" for way in left]
            break
        rest = [way - {common} for way in left if common in way]
        # Whoever has nothing else to say asks for that term alone, and all others ask for less.
        parts.append(f'("{common}" AND ({_any_of(rest)}))' if all(rest) else f'"{common}"')
        left = [way for way in left if common not in way]
    return " OR ".join(parts)


def _all_of(terms: Collection[str]) -> str:
    return " AND ".join(f'"{term}"' for term in sorted(terms, key=len, reverse=True))
