"""Statements that every answer needs, put into SQLite's words once.

SQLAlchemy's way from an expression to the driver costs more than what SQLite then does; here it is gone once, and what
is left is the text, the order of its values and days as text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import Connection
from sqlalchemy.dialects import sqlite
from sqlalchemy.sql.dml import Insert, Update

Values = Mapping[str, object]


class WriteStatement:
    """An INSERT or UPDATE with a value for each of its named places."""

    def __init__(self, statement: Insert | Update) -> None:
        compiled = statement.compile(dialect=sqlite.dialect())
        self._text = compiled.string
        self._order = tuple(compiled.positiontup or ())

    def run(self, connection: Connection, rows: Sequence[Values]) -> None:
        """Run it once for each of `rows`."""
        if rows:
            values = [tuple(_stored(row[name]) for name in self._order) for row in rows]
            connection.exec_driver_sql(self._text, values)


def _stored(value: object) -> object:
    # As the column type of days would have it.
    return value.isoformat() if isinstance(value, date) else value
