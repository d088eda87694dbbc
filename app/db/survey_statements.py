"""Statements that every answer needs, put into SQLite's words once.

SQLAlchemy's way from an expression to the driver costs more than what SQLite then does; here it is gone once, and what
is left is the text, the order of its values and days as text. It is given to the driver itself, within the transaction
that SQLAlchemy has begun; so what goes wrong is a `sqlite3.Error`, which `store_errors` treats as it does SQLAlchemy's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Insert, Update
from sqlalchemy.sql.selectable import Select

Values = Mapping[str, object]


def driver(connection: Connection) -> sqlite3.Connection:
    """The driver's own connection, for statements that need nothing of SQLAlchemy's."""
    raw: object = connection.connection.dbapi_connection
    assert isinstance(raw, sqlite3.Connection)
    return raw


class _Statement:
    def __init__(self, statement: Insert | Update | Select[Any]) -> None:
        compiled = statement.compile(dialect=sqlite.dialect())
        self._text = compiled.string
        self._order = tuple(compiled.positiontup or ())

    def _values(self, row: Values) -> tuple[object, ...]:
        return tuple([_stored(row[name]) for name in self._order])


class WriteStatement(_Statement):
    """An INSERT or UPDATE with a value for each of its named places."""

    def __init__(self, statement: Insert | Update) -> None:
        super().__init__(statement)

    def run(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Run it once for each of `rows`."""
        if rows:
            driver(connection).executemany(self._text, [self._values(row) for row in rows])


class ReadStatement(_Statement):
    """A SELECT with a value for each of its named places."""

    def __init__(self, statement: Select[Any]) -> None:
        super().__init__(statement)

    def rows(self, connection: Connection, values: Values) -> list[tuple[Any, ...]]:
        """What it finds, as SQLite gives it: anything may stand in a column."""
        return driver(connection).execute(self._text, self._values(values)).fetchall()


def _stored(value: object) -> object:
    # As the column type of days would have it.
    return value.isoformat() if isinstance(value, date) else value
