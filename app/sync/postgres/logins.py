"""Logins of counters on the server, and acting as the owner of the shared side there.

A password never goes over the line, not even to set it: what is sent is its SCRAM verifier.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress

import psycopg
from psycopg import sql

from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import SharedSideNotOurs
from app.sync.postgres.connection import DeadlineConnection

_CONNECTIONS = 8
"""A counter has one or two; more while cut ones have not been noticed over there, or a copy of it is about."""


@contextmanager
def as_owner(connection: DeadlineConnection, address: SharedAddress) -> Iterator[None]:
    """Inside a transaction: what follows is done by the role that owns the tables.

    Errors: `SharedSideNotOurs` when no shared side is kept in this database.
    """
    if connection.execute("SELECT to_regclass('minwon.meta')").fetchone() == (None,):
        raise SharedSideNotOurs(address.url())
    connection.execute("SET LOCAL ROLE minwon_owner")
    yield
    # Not after an error: the transaction is given up then, and the role with it.
    connection.execute("RESET ROLE")


def enter_login(connection: DeadlineConnection, login: Login, database: str, role: str = "minwon_counter") -> None:
    """Make a login, which may call the functions of its `role` in this database and nothing else."""
    user = sql.Identifier(login.user)
    connection.execute(
        sql.SQL(
            "CREATE ROLE {} LOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION INHERIT"
            " CONNECTION LIMIT {} PASSWORD {} IN ROLE {}"
        ).format(user, _CONNECTIONS, _verifier(connection, login), sql.Identifier(role))
    )
    connection.execute(sql.SQL("GRANT CONNECT ON DATABASE {} TO {}").format(sql.Identifier(database), user))


def has_login(connection: DeadlineConnection, user: str) -> bool:
    return connection.execute("SELECT FROM pg_roles WHERE rolname = %s", (user,)).fetchone() is not None


def set_password(connection: DeadlineConnection, login: Login) -> None:
    """A login may do so for itself; others need to be allowed to change roles."""
    connection.execute(
        sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(login.user), _verifier(connection, login))
    )


def close_login(connection: DeadlineConnection, user: str, database: str) -> None:
    """Nobody gets in with it any more."""
    name = sql.Identifier(user)
    connection.execute(sql.SQL("ALTER ROLE {} NOLOGIN").format(name))
    connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM {}").format(sql.Identifier(database), name))


def drop_login(connection: DeadlineConnection, user: str, database: str) -> None:
    """Take a login away that was never used for anything."""
    name = sql.Identifier(user)
    connection.execute(sql.SQL("REVOKE CONNECT ON DATABASE {} FROM {}").format(sql.Identifier(database), name))
    connection.execute(sql.SQL("DROP ROLE {}").format(name))


def end_sessions(connection: DeadlineConnection, user: str) -> None:
    """Cut what is connected with this login. Without the right to do so they end with their next call, which is
    refused.
    """
    with suppress(psycopg.errors.InsufficientPrivilege):
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = %s", (user,))


def _verifier(connection: DeadlineConnection, login: Login) -> sql.Literal:
    raw = connection.pgconn.encrypt_password(login.password.encode(), login.user.encode(), b"scram-sha-256")
    return sql.Literal(raw.decode("ascii"))
