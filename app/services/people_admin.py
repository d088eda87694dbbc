"""Accounts: the administrator adds, changes, withdraws and reinstates them, and gives temporary passwords."""

from __future__ import annotations

from typing import Any

from app.crypto.passwords import hash_password
from app.crypto.readable_codes import new_temporary_password
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.administration import NAME_LIMIT, IssuedPassword, PersonEntry, check_login, required
from app.domain.errors import AlreadyThere, LastAdministrator, RecordChanged
from app.services.clock import Clock
from app.services.trail import Trail


class PeopleService:
    """`seen` is the version of the row that the change is meant for; None stands for whatever it is now."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def list(self, actor: Actor) -> tuple[PersonEntry, ...]:
        """Every account, withdrawn ones last: who was granted what, and until when. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_PEOPLE)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.people.entries()

    def add(self, actor: Actor, login: str, name: str, role: Role) -> IssuedPassword:
        """A new account with a temporary password. Errors: `NotAllowed`, `BadValue`, `AlreadyThere`."""
        actor.require(Action.CHANGE_PEOPLE)
        login, name = check_login(login), required("name", name, NAME_LIMIT)
        password = new_temporary_password()
        hashed = hash_password(password)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            add_person(work, trail, login, name, role, hashed)
            return IssuedPassword(work.people.entry(login), password)

    def change(
        self, actor: Actor, login: str, *, name: str | None = None, role: Role | None = None, seen: int | None = None
    ) -> PersonEntry:
        """Another name or another role. Errors: `NotAllowed`, `UnknownPerson`, `RecordChanged`, `LastAdministrator`."""
        actor.require(Action.CHANGE_PEOPLE)
        wanted = None if name is None else required("name", name, NAME_LIMIT)
        with self._database.write() as work:
            change_person(work, self._trail(work, actor), login, wanted, role, seen)
            require_an_administrator(work)
            return work.people.entry(login)

    def withdraw(self, actor: Actor, login: str, seen: int | None = None) -> PersonEntry:
        """Nobody signs in with it any more; what it did stays on record. Errors: as `change`."""
        return self._set(actor, login, seen, "withdraw_person", retired=True)

    def reinstate(self, actor: Actor, login: str, seen: int | None = None) -> PersonEntry:
        """A withdrawn account may sign in again, with the password it had. Errors: as `change`."""
        return self._set(actor, login, seen, "reinstate_person", retired=False)

    def reset_password(self, actor: Actor, login: str, seen: int | None = None) -> IssuedPassword:
        """A temporary password for a forgotten one; nothing can be done with it but choosing an own one.

        A rest after wrong passwords ends with it. Errors: `NotAllowed`, `UnknownPerson`, `RecordChanged`.
        """
        actor.require(Action.CHANGE_PEOPLE)
        password = new_temporary_password()
        hashed = hash_password(password)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            version = _version(work.people.entry(login), seen)
            work.people.change(login, version, {"password_hash": hashed, "must_change": True})
            work.people.set_failures(login, 0, None)
            personal = {"password_hash": hashed}
            trail.operation("person", login, "edit", {"must_change": True}, personal=personal)
            trail.act("reset_password", "person", login)
            return IssuedPassword(work.people.entry(login), password)

    def _set(self, actor: Actor, login: str, seen: int | None, action: str, *, retired: bool) -> PersonEntry:
        actor.require(Action.CHANGE_PEOPLE)
        with self._database.write() as work:
            trail = self._trail(work, actor)
            entry = work.people.entry(login)
            version = _version(entry, seen)
            if (entry.retired_at is not None) is retired:
                return entry
            at = self._clock() if retired else None
            work.people.change(login, version, {"retired_at": at})
            fields: dict[str, Any] = {"retired_at": at.isoformat() if at else None}
            trail.operation("person", login, "edit", fields)
            trail.act(action, "person", login, {"role": entry.role.value})
            require_an_administrator(work)
            return work.people.entry(login)

    def _trail(self, work: UnitOfWork, actor: Actor) -> Trail:
        work.people.require_active(actor)
        return Trail(work, actor, work.offices.here().code, self._clock())


def add_person(work: UnitOfWork, trail: Trail, login: str, name: str, role: Role, password_hash: str) -> None:
    """A new account inside somebody's transaction. Errors: `AlreadyThere`."""
    if there := work.people.like(login):
        raise AlreadyThere(there)
    work.people.add(login, name, role, password_hash, must_change=True)
    fields = {"role": role.value, "must_change": True}
    trail.operation("person", login, "create", fields, personal={"name": name, "password_hash": password_hash})
    trail.act("add_person", "person", login, {"role": role.value})


def change_person(
    work: UnitOfWork, trail: Trail, login: str, name: str | None, role: Role | None, seen: int | None
) -> None:
    """Another name or role inside somebody's transaction. Errors: `UnknownPerson`, `RecordChanged`."""
    entry = work.people.entry(login)
    version = _version(entry, seen)
    values: dict[str, str] = {}
    if name is not None and name != entry.name:
        values["name"] = name
    if role is not None and role is not entry.role:
        values["role"] = role.value
    if not values:
        return
    work.people.change(login, version, values)
    fields = {"role": values["role"]} if "role" in values else {}
    personal = {"name": values["name"]} if "name" in values else None
    trail.operation("person", login, "edit", fields, personal=personal)
    # The log names the rights that were there and those that are; the name itself is nobody's business there.
    roles = {"before": entry.role.value, "after": values["role"]} if "role" in values else {}
    trail.act("change_person", "person", login, {"changed": sorted(values), **roles})


def require_an_administrator(work: UnitOfWork) -> None:
    """Errors: `LastAdministrator`; the transaction is to be given up then."""
    if work.people.administrators() == 0:
        raise LastAdministrator


def _version(entry: PersonEntry, seen: int | None) -> int:
    if seen is not None and seen != entry.version:
        raise RecordChanged(entry.login)
    return entry.version
