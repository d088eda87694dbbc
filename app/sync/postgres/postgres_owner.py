"""What the administrator does on PostgreSQL, with a login of the database's own: a superuser, or one that may create
roles and may create schemas in this database.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any, LiteralString, TypeVar

from app.crypto.invites import invite_login, new_login, survey_login
from app.domain.errors import UnknownCounter
from app.domain.sharing import PROTOCOL, CounterState, InviteCode, Login, SharedAddress
from app.domain.sharing_errors import (
    InvitationTaken,
    InviteUnusable,
    InviteUsed,
    SharedSideNewer,
    SharedSideNotOurs,
    SharedSideOfAnotherOffice,
    UnknownInvitation,
)
from app.sync.postgres.connection import DeadlineConnection, Link
from app.sync.postgres.logins import (
    as_owner,
    close_login,
    drop_login,
    end_sessions,
    enter_login,
    has_login,
    set_password,
)
from app.sync.postgres.scripts import DATABASE, FUNCTIONS, ROLES, SCHEMA_VERSION, TABLES, script

T = TypeVar("T")

_APPLICATION = "minwon-desk"
_LONG_SECONDS = 3600.0

_FOREIGN = """
SELECT count(*) FROM pg_class c JOIN pg_namespace s ON s.oid = c.relnamespace
WHERE s.nspname NOT IN ('pg_catalog', 'information_schema', 'minwon', 'minwon_report')
    AND s.nspname NOT LIKE 'pg\\_%' AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
    AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
"""
_COUNTERS = """
SELECT home, counter_code, name, release, last_seen, unsent, conflicts, clock, removed_on, NULL AS until, departments,
    '' AS invitation, joined_at
FROM minwon.node
UNION ALL
SELECT '', '', '', '', NULL, 0, 0, NULL, NULL, until, departments, login, made_at
FROM minwon.invite WHERE used_at IS NULL AND withdrawn_at IS NULL
ORDER BY joined_at DESC
"""
_ABANDONED = "DELETE FROM minwon.invite WHERE used_at IS NULL AND until < now() - interval '30 days' RETURNING login"
_INVITE = "INSERT INTO minwon.invite (login, until, departments) VALUES (%s, %s, %s) ON CONFLICT DO NOTHING"
_SCHEMA_OWNER = "SELECT pg_get_userbyid(nspowner) FROM pg_namespace WHERE nspname = 'minwon'"
_MADE_FOR = "SELECT application, office, name, schema_version, protocol FROM minwon.meta"
_FOUND = "INSERT INTO meta (office, name, schema_version, protocol) VALUES (%s, %s, %s, %s)"


class PostgresOwner:
    """`HubOwner` on PostgreSQL."""

    def __init__(self, address: SharedAddress, login: Login, deadline: float = 60.0) -> None:
        self._address = address
        self._link = Link(address, login, deadline)

    def prepare(self, office: str, name: str) -> None:
        def work(connection: DeadlineConnection) -> None:
            connection.execute("SELECT pg_advisory_xact_lock(hashtext('minwon.prepare'))")
            there = self._office(connection)
            if there is not None and there[0] != office:
                raise SharedSideOfAnotherOffice(self._address.url(), there[1])
            _run(connection, ROLES, DATABASE)
            connection.execute("CREATE SCHEMA IF NOT EXISTS minwon AUTHORIZATION minwon_owner")
            connection.execute("CREATE SCHEMA IF NOT EXISTS minwon_report AUTHORIZATION minwon_owner")
            connection.execute("SET LOCAL ROLE minwon_owner")
            connection.execute("SET LOCAL search_path = minwon, pg_temp")
            if there is None:
                _run(connection, TABLES)
                connection.execute(_FOUND, (office, name, SCHEMA_VERSION, PROTOCOL))
            _run(connection, *FUNCTIONS)
            connection.execute("UPDATE meta SET name = %s WHERE name <> %s", (name, name))

        self._in_transaction(work)

    def is_empty(self) -> bool:
        def work(connection: DeadlineConnection) -> bool:
            kept = "SELECT to_regnamespace('minwon')"
            return connection.execute(kept).fetchone() == (None,) and connection.execute(_FOREIGN).fetchone() == (0,)

        return self._link.run(work)

    def office(self) -> tuple[str, str]:
        there = self._in_transaction(self._office)
        if there is None:
            raise SharedSideNotOurs(self._address.url())
        return there

    def admit(self, home: str, counter_code: str, name: str, public_key: bytes) -> Login:
        proposed = new_login()

        def work(connection: DeadlineConnection) -> Login:
            with as_owner(connection, self._address):
                values = (home, counter_code, name, public_key, proposed.user)
                [(user,)] = connection.execute("SELECT minwon.admit(%s, %s, %s, %s, %s)", values).fetchall()
            login = Login(user, proposed.password)
            # Entered before; but a server that a backup was brought to does not know the login yet.
            if has_login(connection, user):
                set_password(connection, login)
            else:
                enter_login(connection, login, self._address.database)
            return login

        return self._in_transaction(work)

    def invite(self, code: InviteCode, until: datetime, departments: Sequence[str] | None = None) -> str:
        login = invite_login(code)
        limit = None if departments is None else sorted(departments)

        def work(connection: DeadlineConnection) -> None:
            with as_owner(connection, self._address):
                abandoned = connection.execute(_ABANDONED).fetchall()
                entered = connection.execute(_INVITE, (login.user, until, limit)).rowcount
            for (user,) in abandoned:
                drop_login(connection, user, self._address.database)
            if entered:
                enter_login(connection, login, self._address.database)

        self._in_transaction(work)
        return login.user

    def withdraw(self, invitation: str) -> None:
        """The login is closed at once; it goes with its row when that is a month old."""

        def work(connection: DeadlineConnection) -> None:
            with as_owner(connection, self._address):
                connection.execute("SELECT minwon.withdraw(%s)", (invitation,))
            # A server that a backup was brought to may not know the login.
            if has_login(connection, invitation):
                close_login(connection, invitation, self._address.database)

        try:
            self._in_transaction(work)
        except InviteUnusable:
            raise UnknownInvitation(invitation) from None
        except InviteUsed:
            raise InvitationTaken from None

    def counters(self) -> tuple[CounterState, ...]:
        def work(connection: DeadlineConnection) -> list[tuple[Any, ...]]:
            with as_owner(connection, self._address):
                return connection.execute(_COUNTERS).fetchall()

        return tuple(_counter(row) for row in self._in_transaction(work))

    def remove(self, home: str, last_day: date) -> None:
        """Errors: also `UnknownCounter`."""

        def work(connection: DeadlineConnection) -> str | None:
            with as_owner(connection, self._address):
                [(user,)] = connection.execute("SELECT minwon.remove(%s, %s)", (home, last_day)).fetchall()
            if user is not None:
                close_login(connection, user, self._address.database)
            return None if user is None else str(user)

        try:
            ended = self._in_transaction(work)
        except UnknownCounter:
            raise UnknownCounter(home) from None
        if ended is not None:
            self._link.run(lambda connection: end_sessions(connection, ended))

    def survey_login(self) -> Login:
        def work(connection: DeadlineConnection) -> Login:
            there = self._office(connection)
            if there is None:
                raise SharedSideNotOurs(self._address.url())
            login = survey_login(there[0], self._address.database)
            if has_login(connection, login.user):
                set_password(connection, login)
            else:
                enter_login(connection, login, self._address.database, "minwon_survey")
            return login

        return self._in_transaction(work)

    def begin_anew(self) -> None:
        self._at_length("SELECT minwon.begin_anew()")

    def prune(self) -> int:
        """Take superseded entries out of the feed, say once a night; how many. Nobody misses one."""
        return int(self._at_length("SELECT minwon.prune()"))

    def forget_cases(self) -> int:
        """Erase cases whose time is over and whose counter is gone, say once a night; how many."""
        return int(self._at_length("SELECT minwon.forget_cases()"))

    def close(self) -> None:
        self._link.close()

    def _office(self, connection: DeadlineConnection) -> tuple[str, str] | None:
        """Id and name of the office kept here; None in an empty database.

        Errors: `SharedSideNotOurs`, `SharedSideNewer`.
        """
        if connection.execute("SELECT to_regnamespace('minwon')").fetchone() == (None,):
            if connection.execute(_FOREIGN).fetchall() != [(0,)]:
                raise SharedSideNotOurs(self._address.url())
            return None
        if connection.execute(_SCHEMA_OWNER).fetchone() != ("minwon_owner",):
            raise SharedSideNotOurs(self._address.url())
        with as_owner(connection, self._address):
            [row] = connection.execute(_MADE_FOR).fetchall()
        application, office, name, schema_version, protocol = row
        if application != _APPLICATION:
            raise SharedSideNotOurs(self._address.url())
        if schema_version > SCHEMA_VERSION or protocol > PROTOCOL:
            raise SharedSideNewer(self._address.url(), max(schema_version, protocol), max(SCHEMA_VERSION, PROTOCOL))
        return office, name

    def _at_length(self, statement: LiteralString) -> Any:
        """The one value of a statement that may take as long as the feed is long."""

        def work(connection: DeadlineConnection) -> Any:
            connection.execute("SET LOCAL statement_timeout = 0")
            usual, connection.deadline = connection.deadline, _LONG_SECONDS
            try:
                with as_owner(connection, self._address):
                    [(value,)] = connection.execute(statement).fetchall()
            finally:
                connection.deadline = usual
            return value

        return self._in_transaction(work)

    def _in_transaction(self, work: Callable[[DeadlineConnection], T]) -> T:
        def whole(connection: DeadlineConnection) -> T:
            with connection.transaction():
                return work(connection)

        return self._link.run(whole)


def _counter(row: tuple[Any, ...]) -> CounterState:
    state = CounterState(*row[:-1])
    return replace(state, departments=None if state.departments is None else tuple(state.departments))


def _run(connection: DeadlineConnection, *names: str) -> None:
    for name in names:
        connection.execute(script(name))
