"""Bytes of attachments in a shared file: kept for as long as somebody can still open them.

A blob belongs to every attachment that names it; when the last of these is erased its parts go. The index of which
attachments name a blob is made when it is first needed: a file of a program before this one has none.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from app.sync.file.merge import RecordName

_MAKE = "CREATE INDEX IF NOT EXISTS doc_blob ON doc (json_extract(fields, '$.blob')) WHERE entity = 'attachment'"
_NAMED = "SELECT 1 FROM doc WHERE entity = 'attachment' AND json_extract(fields, '$.blob') = {}"
_DEAD = f"EXISTS ({_NAMED} AND erased) AND NOT EXISTS ({_NAMED} AND NOT erased)"
_PUT = f"INSERT OR IGNORE INTO blob SELECT ?1, ?2, ?3 WHERE NOT ({_DEAD.format('?1', '?1')})"
_BLOB_OF = "SELECT json_extract(fields, '$.blob') FROM doc WHERE entity = ? AND row_id = ?"
# A plus, because the index tells apart what is a column of text and what is none.
_DEAD_THERE = f"SELECT b.blob FROM (SELECT DISTINCT blob FROM blob) b WHERE {_DEAD.format('+b.blob', '+b.blob')}"
# The last parts first: whoever has the same file asks for the last one to see whether all are there.
_LAST = "SELECT part FROM blob WHERE blob = ?1 ORDER BY part DESC LIMIT ?2"
_DROP = f"DELETE FROM blob WHERE blob = ?1 AND part IN ({_LAST})"
_AT_ONCE = 64
"""Parts taken out in one go, 16 MB: what is freed is overwritten, and everybody waits meanwhile."""


def put_part(connection: sqlite3.Connection, blob: str, part: int, data: bytes) -> None:
    """See `Hub.put_part`. Of what was erased nothing is kept."""
    connection.execute(_MAKE)
    connection.execute(_PUT, (blob, part, data))


def forget_parts(connection: sqlite3.Connection, names: Iterable[RecordName]) -> None:
    """Of attachments that were erased, as far as no other one has the same bytes; the night has what is too much."""
    erased = [name for name in names if name[0] == "attachment"]
    if not erased:
        return
    connection.execute(_MAKE)
    left = _AT_ONCE
    for name in erased:
        row = connection.execute(_BLOB_OF, name).fetchone()
        if left and row is not None:
            left -= _drop(connection, row[0], left)


def dead_blobs(connection: sqlite3.Connection) -> list[str]:
    """Those that nobody can open any more."""
    connection.execute(_MAKE)
    return [blob for (blob,) in connection.execute(_DEAD_THERE)]


def press_parts(connection: sqlite3.Connection, blob: str) -> bool:
    """Take out parts of a dead blob; whether more may be left to do."""
    return _drop(connection, blob, _AT_ONCE) == _AT_ONCE


def _drop(connection: sqlite3.Connection, blob: str, limit: int) -> int:
    [(dead,)] = connection.execute(f"SELECT {_DEAD.format('?1', '?1')}", (blob,)).fetchall()
    return connection.execute(_DROP, (blob, limit)).rowcount if dead else 0
