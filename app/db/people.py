"""Accounts, and the audit officer's key."""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import Connection, insert, select, update

from app.crypto.sealing import LockedKey
from app.domain.actors import Role
from app.domain.people import PersonRecord
from app.models.tables import audit_key, person


class PersonRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, login: str, name: str, role: Role, password_hash: str) -> None:
        self._connection.execute(
            insert(person),
            {
                "login": login,
                "name": name,
                "role": role.value,
                "password_hash": password_hash,
                "failures": 0,
                "version": 1,
            },
        )

    def find(self, login: str) -> PersonRecord | None:
        row = self._connection.execute(select(person).where(person.c.login == login)).one_or_none()
        if row is None:
            return None
        return PersonRecord(row.login, row.name, Role(row.role), row.password_hash, row.failures, row.locked_until)

    def set_failures(self, login: str, failures: int, locked_until: datetime | None) -> None:
        self._connection.execute(
            update(person).where(person.c.login == login).values(failures=failures, locked_until=locked_until)
        )

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
        """The key answers are sealed to, or None before the audit officer's first sign-in."""
        row = self._connection.execute(select(audit_key).order_by(audit_key.c.made_at.desc()).limit(1)).one_or_none()
        return None if row is None else LockedKey(row.public, row.salt, row.locked_private)
