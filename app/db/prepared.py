"""Statements of the hot path: compiled once, run on the driver's own connection inside the caller's transaction.

Building, looking up and wrapping a statement costs SQLAlchemy ten times what SQLite takes to run it, and registering a
visit runs about twenty. What is written here stays SQLAlchemy's: its tables, its SQL, its column types.
"""

from __future__ import annotations

import sqlite3
from collections import namedtuple
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cached_property
from typing import Any

from sqlalchemy import Connection, Delete, Insert, Select, Update
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite
from sqlalchemy.types import TypeEngine

_DIALECT = SQLiteDialect_pysqlite(paramstyle="named")
_Process = Callable[[Any], Any]


class _Compiled:
    """SQL text, and what the column types do to the values on their way in."""

    def __init__(self, statement: Select[Any] | Insert | Update | Delete, columns: Sequence[str] | None = None) -> None:
        compiled = statement.compile(dialect=_DIALECT, column_keys=columns)
        assert not compiled.post_compile_params, "a list of values of any length (IN) cannot be compiled once"
        self.sql = str(compiled)
        names = dict(compiled.bind_names)  # the names the SQL uses, by parameter
        self._into = {names[bind]: process for bind in names if (process := _inward(bind.type)) is not None}
        self._fixed = self._processed({names[b]: b.value for b in names if not b.required and b.value is not None})

    def values(self, given: Mapping[str, Any]) -> dict[str, Any]:
        return {**self._fixed, **self._processed(given)}

    def _processed(self, given: Mapping[str, Any]) -> dict[str, Any]:
        into = self._into
        return {name: into[name](value) if name in into else value for name, value in given.items()}


class PreparedChange:
    """An insert, update or delete. Parameters are its `bindparam`s, of an insert all `columns` (None: the table's)."""

    def __init__(self, statement: Callable[[], Insert | Update | Delete], columns: Sequence[str] | None = None) -> None:
        self._statement = statement
        self._columns = columns

    @cached_property
    def _compiled(self) -> _Compiled:
        return _Compiled(self._statement(), self._columns)

    @property
    def sql(self) -> str:
        return self._compiled.sql

    def run(self, connection: Connection, row: Mapping[str, Any]) -> None:
        """Make the change. Errors: `sqlite3.Error`."""
        _driver(connection).execute(self._compiled.sql, self._compiled.values(row))


class PreparedSelect:
    """Rows of a query, as named tuples. Parameters are its `bindparam`s."""

    def __init__(self, statement: Callable[[], Select[Any]]) -> None:
        self._statement = statement

    @cached_property
    def _made(self) -> tuple[_Compiled, Callable[[Iterable[Any]], Any], tuple[tuple[int, _Process], ...]]:
        statement = self._statement()
        columns = list(statement.selected_columns)
        outward = [(place, process) for place, c in enumerate(columns) if (process := _outward(c.type)) is not None]
        row = namedtuple("Row", [c.key or f"column{place}" for place, c in enumerate(columns)], rename=True)  # type: ignore[misc]
        return _Compiled(statement), row._make, tuple(outward)

    @property
    def sql(self) -> str:
        return self._made[0].sql

    def all(self, connection: Connection, **parameters: Any) -> list[Any]:
        """Every row. Errors: `sqlite3.Error`."""
        compiled, make, outward = self._made
        found = _driver(connection).execute(compiled.sql, compiled.values(parameters)).fetchall()
        if not outward:
            return [make(values) for values in found]
        rows = []
        for values in found:
            changed = list(values)
            for place, process in outward:
                changed[place] = process(changed[place])
            rows.append(make(changed))
        return rows

    def first(self, connection: Connection, **parameters: Any) -> Any | None:
        """The first row, or None."""
        rows = self.all(connection, **parameters)
        return rows[0] if rows else None

    def scalar(self, connection: Connection, **parameters: Any) -> Any:
        """The first column of the first row, or None."""
        row = self.first(connection, **parameters)
        return None if row is None else row[0]


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _inward(kind: TypeEngine[Any]) -> _Process | None:
    return kind.dialect_impl(_DIALECT).bind_processor(_DIALECT)


def _outward(kind: TypeEngine[Any]) -> _Process | None:
    return kind.dialect_impl(_DIALECT).result_processor(_DIALECT, None)
