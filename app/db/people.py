"""Accounts, the recovery code, and the audit officer's key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, bindparam, func, insert, select, update

from app.crypto.sealing import LockedKey
from app.db.prepared import PreparedSelect
from app.domain.actors import Actor, Role
from app.domain.administration import PersonEntry
from app.domain.errors import AccountWithdrawn, PasswordMustChange, RecordChanged, UnknownPerson
from app.domain.people import PersonRecord
from app.models.tables import audit_key, person, recovery_code


class PersonRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, login: str, name: str, role: Role, password_hash: str, *, must_change: bool = False) -> None:
        self._connection.execute(
            insert(person),
            {
                "login": login,
                "name": name,
                "role": role.value,
                "password_hash": password_hash,
                "failures": 0,
                "must_change": must_change,
                "version": 1,
            },
        )

    def find(self, login: str) -> PersonRecord | None:
        """The account behind `login`, a withdrawn one included."""
        row = self._connection.execute(select(person).where(person.c.login == login)).one_or_none()
        if row is None:
            return None
        return PersonRecord(
            row.login,
            row.name,
            Role(row.role),
            row.password_hash,
            row.failures,
            row.locked_until,
            retired_at=row.retired_at,
            must_change=row.must_change,
        )

    def like(self, login: str) -> str | None:
        """The login of an account, a withdrawn one included, that differs from `login` in capitals at most.

        Logins are ASCII, which is all that SQLite's `lower` knows.
        """
        found = select(person.c.login).where(func.lower(person.c.login) == login.lower()).limit(1)
        return self._connection.scalar(found)

    def set_failures(self, login: str, failures: int, locked_until: datetime | None) -> None:
        self._connection.execute(
            update(person).where(person.c.login == login).values(failures=failures, locked_until=locked_until)
        )

    def require_active(self, actor: Actor) -> None:
        """Refuse whoever's account was withdrawn, or given another role, since signing in. One look by primary key.

        Errors: `AccountWithdrawn`, `PasswordMustChange`.
        """
        row = _STANDING.first(self._connection, of=actor.login)
        if row is None or row.retired_at is not None or row.role != actor.role.value:
            raise AccountWithdrawn(actor.login)
        if row.must_change:
            raise PasswordMustChange(actor.login)

    # --- what the administrator changes ---

    def entries(self) -> tuple[PersonEntry, ...]:
        """Every account, those in use first."""
        rows = self._connection.execute(select(person).order_by(person.c.retired_at.is_not(None), person.c.login))
        return tuple(_entry(row) for row in rows)

    def entry(self, login: str) -> PersonEntry:
        """Errors: `UnknownPerson`."""
        row = self._connection.execute(select(person).where(person.c.login == login)).one_or_none()
        if row is None:
            raise UnknownPerson(login)
        return _entry(row)

    def change(self, login: str, seen: int, values: Mapping[str, Any]) -> None:
        """Set `values` in the row as it was at version `seen`. Errors: `RecordChanged`."""
        done = self._connection.execute(
            update(person).where(person.c.login == login, person.c.version == seen).values(**values, version=seen + 1)
        )
        if done.rowcount != 1:
            raise RecordChanged(login)

    def administrators(self) -> int:
        """How many administrators can sign in."""
        found = select(func.count()).where(person.c.role == Role.ADMIN.value, person.c.retired_at.is_(None))
        return self._connection.scalar(found) or 0

    # --- the recovery code ---

    def recovery_hash(self) -> str | None:
        return self._connection.scalar(select(recovery_code.c.code_hash))

    def recovery_made_at(self) -> datetime | None:
        """When the code that is good now was made."""
        return self._connection.scalar(select(recovery_code.c.made_at))

    def set_recovery_code(self, code_hash: str, made_at: datetime) -> None:
        """From now on this code, and no earlier one."""
        row = {"one": 1, "code_hash": code_hash, "made_at": made_at}
        self._connection.execute(insert(recovery_code).prefix_with("OR REPLACE"), row)

    # --- the audit officer's key ---

    def add_audit_key(self, login: str, key: LockedKey, made_at: datetime) -> None:
        self._connection.execute(
            insert(audit_key),
            {
                "login": login,
                "public": key.public,
                "salt": key.salt,
                "locked_private": key.locked_private,
                "made_at": made_at,
            },
        )

    def audit_key(self) -> LockedKey | None:
        """The key answers are sealed to, or None before the audit officer's first sign-in.

        One that can be opened here goes before any that came from elsewhere, and an earlier before a later one.
        """
        first = (audit_key.c.locked_private == b"", audit_key.c.made_at)
        row = self._connection.execute(select(audit_key).order_by(*first).limit(1)).one_or_none()
        return None if row is None else LockedKey(row.public, row.salt, row.locked_private)


def _entry(row: Row[Any]) -> PersonEntry:
    return PersonEntry(row.login, row.name, Role(row.role), row.must_change, row.retired_at, row.version)


# It is asked in every write, in front of a waiting person.
_STANDING = PreparedSelect(
    lambda: select(person.c.role, person.c.retired_at, person.c.must_change).where(person.c.login == bindparam("of"))
)
