"""A shared side on PostgreSQL, and ways to it that a counter does not have."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from app.domain.sharing import Login
from tests.support.hubs import HubKit
from tests.support.postgres import Cluster, new_database


class PostgresKit(HubKit):
    login: Login

    def __init__(self, cluster: Cluster) -> None:
        address, login = new_database(cluster)
        self.cluster = cluster
        super().__init__(address, login)

    def stored(self, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with closing(self.cluster.connect(self.address.database)) as connection:
            connection.execute("SET search_path = minwon")
            cursor = connection.execute(statement.encode(), parameters or None)
            return cursor.fetchall() if cursor.description else []

    def limit_departments(self, home: str, departments: Sequence[str]) -> None:
        self.stored("UPDATE node SET departments = %s WHERE home = %s", (list(departments), home))

    def made_login(self, group: str) -> Login:
        """A login of that group, as an administrator makes it."""
        login = Login(f"{group}_{secrets.token_hex(4)}", secrets.token_hex(16))
        self.stored(f"CREATE ROLE {login.user} LOGIN PASSWORD '{login.password}' IN ROLE {group}")
        return login
