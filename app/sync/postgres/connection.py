"""A connection to the shared side on PostgreSQL that gives up when the server says nothing.

A server that was reached and then falls silent holds up a client for ever: `statement_timeout` is the server's own,
keepalives are answered by its system, and cancelling asks the same silent server. So every wait here has an end.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Generator
from typing import Any, TypeVar

import psycopg
from psycopg.conninfo import make_conninfo

from app.domain.sharing import Login, SharedAddress
from app.domain.sharing_errors import SharedSideUnreachable
from app.sync.postgres.translation import DeadlinePassed, translated

CONNECT_SECONDS = 5
_LOCK_SECONDS = 5
_APPLICATION = "minwon-desk"
_LOOPBACK = ("localhost", "::1", "")
_OPTIONS = ("sslmode", "sslrootcert", "sslcrl")

T = TypeVar("T")


class DeadlineConnection(psycopg.Connection[tuple[Any, ...]]):
    """A connection whose every wait for the server ends after `deadline` seconds; it is finished then.

    Errors: `DeadlinePassed`.
    """

    deadline: float = 15.0

    def wait(self, gen: Any, interval: float = 0.1, timeout: float | None = None) -> Any:
        limit = self.deadline if timeout is None else min(timeout, self.deadline)
        return super().wait(self._limited(gen, time.monotonic() + limit), interval)

    def _limited(self, gen: Generator[Any, Any, T], end: float) -> Generator[Any, Any, T]:
        """`gen`, which says what it waits for and is told when it is there, or told nothing after a while."""
        wanted = next(gen)
        while True:
            ready = yield wanted
            if not ready and time.monotonic() > end:
                gen.close()
                self.pgconn.finish()
                raise DeadlinePassed("the server does not answer")
            try:
                wanted = gen.send(ready)
            except StopIteration as done:
                result: T = done.value
                return result


def connect(address: SharedAddress, login: Login, deadline: float) -> DeadlineConnection:
    """A connection in autocommit. `deadline` is how long one answer may take, in seconds.

    Errors: the `SharedSide…` family, `SharedLoginRefused`, `SharedCertificateRefused`, `SharedDatabaseMissing`.
    """
    try:
        connection = DeadlineConnection.connect(conninfo(address, login, deadline), autocommit=True)
    except psycopg.Error as error:
        raise translated(error, address, login.user) from None
    connection.deadline = deadline
    # One server process may serve several clients through a pooler, where prepared statements get lost.
    connection.prepare_threshold = None
    return connection


class Link:
    """One connection, made when it is needed and made again when it was lost."""

    def __init__(self, address: SharedAddress, login: Login, deadline: float) -> None:
        self.address = address
        self.user = login.user
        self._login = login
        self._deadline = deadline
        self._connection: DeadlineConnection | None = None
        self._turn = threading.Lock()

    def run(self, work: Callable[[DeadlineConnection], T]) -> T:
        """What `work` returns. It may run twice: a connection that has been idle may have been cut long ago.

        Errors: the `SharedSide…` family and those of `connect`.
        """
        with self._turn:
            fresh = self._connection is None or self._connection.closed
            try:
                return self._once(work)
            except SharedSideUnreachable:
                if fresh:
                    raise
                return self._once(work)

    def close(self) -> None:
        with self._turn:
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _once(self, work: Callable[[DeadlineConnection], T]) -> T:
        if self._connection is None or self._connection.closed:
            self._connection = connect(self.address, self._login, self._deadline)
        connection = self._connection
        try:
            return work(connection)
        except psycopg.Error as error:
            if connection.closed:
                self._let_go()
            raise translated(error, self.address, self.user) from None


def conninfo(address: SharedAddress, login: Login, deadline: float) -> str:
    """What libpq is told. Another machine has to show its certificate; what is in the environment counts nothing."""
    local = address.host.startswith(("127.", "/")) or address.host in _LOOPBACK
    asked = {name: value for name, value in address.options.items() if name in _OPTIONS}
    asked.setdefault("sslmode", "prefer" if local else "verify-full")
    if asked["sslmode"] == "verify-full":
        # Without a file of the office's own: the certificates this system trusts.
        asked.setdefault("sslrootcert", "system")
    # The server gives up first, so that it can say why.
    statement, lock = int(deadline * 800), int(min(deadline / 2, _LOCK_SECONDS) * 1000)
    return make_conninfo(
        "",
        host=address.host,
        port=address.port,
        dbname=address.database,
        user=login.user,
        password=login.password,
        connect_timeout=CONNECT_SECONDS,
        application_name=_APPLICATION,
        gssencmode="disable",
        # Whoever answers in the server's place must not be told the password itself.
        require_auth="!password",
        keepalives_idle=30,
        keepalives_interval=10,
        keepalives_count=3,
        options=f"-c statement_timeout={statement} -c lock_timeout={lock}"
        " -c idle_in_transaction_session_timeout=10s -c jit=off -c client_min_messages=error",
        **asked,
    )
