"""An empty place where an office may put its shared side, of either kind, looked at past the program."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from urllib.parse import quote

from psycopg import sql

from tests.support.postgres import HOST, Cluster, new_database

Rows = dict[str, list[str]]
"""Every row of every table as text, by the table's name."""


_TABLES = """
SELECT schemaname, tablename FROM pg_tables WHERE schemaname NOT IN ('pg_catalog', 'information_schema')
"""


class FilePlace:
    """`url` is the address as an administrator types it, without a password; `env` holds that."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir()
        self.path = folder / "office.db"
        self.url = f"sqlite:///{self.path}"
        self.env: dict[str, str] = {}

    def rows(self) -> Rows:
        if not self.path.exists():
            return {}
        with closing(sqlite3.connect(self.path)) as connection:
            tables = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'").fetchall()
            return {name: sorted(map(str, connection.execute(f'SELECT * FROM "{name}"'))) for (name,) in tables}

    @contextmanager
    def cut(self) -> Iterator[None]:
        """The share is not there."""
        away = self.path.parent.with_name("away")
        self.path.parent.rename(away)
        try:
            yield
        finally:
            away.rename(self.path.parent)


class PostgresPlace:
    def __init__(self, cluster: Cluster) -> None:
        address, self.login = new_database(cluster)
        self.cluster, self.database = cluster, address.database
        self.url = f"postgresql://{quote(self.login.user)}@{HOST}:{cluster.port}/{self.database}"
        self.env = {"MINWON_SHARED_PASSWORD": self.login.password}

    def rows(self) -> Rows:
        with closing(self.cluster.connect(self.database)) as connection:
            tables = connection.execute(_TABLES).fetchall()
            found = {
                f"{schema}.{name}": sorted(
                    str(row)
                    for row in connection.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, name)))
                )
                for schema, name in tables
            }
            roles = connection.execute("SELECT rolname, rolpassword FROM pg_authid WHERE rolname LIKE 'minwon_c%'")
            return {**found, "roles": sorted(map(str, roles))}

    @contextmanager
    def cut(self) -> Iterator[None]:
        """The server is not there."""
        self.cluster.stop()
        try:
            yield
        finally:
            self.cluster.start()
