"""Asking for many records of several entities at once, so that SQLite goes by its indexes.

A pair of columns compared with a list of pairs reads the whole table; one entity and a list of ids does not.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from sqlalchemy import ColumnElement, Table, and_

PIECE = 400
"""Ids asked for at once; SQLite takes a thousand values or so in one statement."""


def among(table: Table, rows: Iterable[tuple[str, str]]) -> Iterator[ColumnElement[bool]]:
    """Conditions that together choose `rows` (entity and id) of a table with the columns `entity` and `row_id`."""
    by_entity: dict[str, list[str]] = defaultdict(list)
    for entity, row_id in rows:
        by_entity[entity].append(row_id)
    for entity, ids in by_entity.items():
        for piece in pieces(ids):
            yield and_(table.c.entity == entity, table.c.row_id.in_(piece))


def pieces(values: Iterable[str]) -> Iterator[list[str]]:
    """`values` in lists short enough for one statement."""
    everything = list(values)
    return (everything[at : at + PIECE] for at in range(0, len(everything), PIECE))
