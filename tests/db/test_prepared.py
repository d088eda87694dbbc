"""Statements compiled once: same values in and out as SQLAlchemy's own way, and never a walk through every visit."""

from __future__ import annotations

import importlib
import pkgutil
import re
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime
from typing import Any

import pytest
from sqlalchemy import Boolean, Column, Integer, LargeBinary, MetaData, String, Table, bindparam, insert, select

import app.db
from app.config.paths import Home
from app.db.engine import make_engine
from app.db.prepared import PreparedChange, PreparedSelect
from app.models.base import OfficeDay, UtcTime

GROWING = re.compile(r"SCAN (visit|visit_step|slip|slip_token|outbox|audit|further_service|step_word|record_key)\b")
thing = Table(
    "thing",
    MetaData(),
    Column("n", Integer, primary_key=True),
    Column("at", UtcTime),
    Column("day", OfficeDay),
    Column("yes", Boolean),
    Column("key", LargeBinary),
    Column("name", String),
)
COLUMNS = ("at", "day", "yes", "key", "name")
FULL = {"at": datetime(2026, 11, 20, 1, 2, 3, 4, tzinfo=UTC), "day": date(2026, 11, 20), "yes": True, "key": b"\0k"}
EMPTY = {"at": None, "day": None, "yes": None, "key": None}


@pytest.mark.parametrize("values", [{**FULL, "name": "김"}, {**EMPTY, "name": None}], ids=["full", "empty"])
def test_values_go_in_and_come_out_as_sqlalchemy_does_it(home: Home, values: dict[str, object]) -> None:
    add = PreparedChange(lambda: insert(thing), COLUMNS)
    find = PreparedSelect(lambda: select(thing).where(thing.c.n == bindparam("number")))
    engine = make_engine(home.root / "things.db")
    with engine.connect() as connection, connection.begin():
        thing.create(connection)
        add.run(connection, values)
        connection.execute(insert(thing), values)
        plain = [tuple(row) for row in connection.execute(select(thing).order_by(thing.c.n))]
        found: list[Any] = [find.first(connection, number=number) for number in (1, 2)]
        assert [tuple(row) for row in found] == plain
        assert found[0][1:] == found[1][1:] == tuple(values[name] for name in COLUMNS)
        assert found[0]._fields == ("n", *COLUMNS)
        assert find.first(connection, number=3) is None
        assert find.scalar(connection, number=3) is None
    engine.dispose()


def prepared() -> Iterator[tuple[str, str]]:
    """Every prepared statement of the database floor: where it stands, and its SQL."""
    for module in pkgutil.iter_modules(app.db.__path__):
        if module.name == "migrations":
            continue
        for name, value in vars(importlib.import_module(f"app.db.{module.name}")).items():
            if isinstance(value, PreparedSelect | PreparedChange):
                yield f"{module.name}.{name}", value.sql


def test_no_statement_of_the_hot_path_walks_through_a_table_that_grows(home: Home) -> None:
    statements = dict(prepared())
    assert len(statements) > 15
    found = []
    with closing(sqlite3.connect(home.database)) as connection:
        for name, sql in statements.items():
            nothing = dict.fromkeys(re.findall(r":(\w+)", sql))
            plan = [row[3] for row in connection.execute(f"EXPLAIN QUERY PLAN {sql}", nothing)]
            # The newest one of all is read off the end of an index or of the table itself.
            newest = sql.rstrip().endswith("OFFSET :param_2") and not any("TEMP B-TREE" in step for step in plan)
            found += [f"{name}: {step}" for step in plan if GROWING.match(step) and not newest]
    assert found == []
