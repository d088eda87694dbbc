"""Signing in, and choosing one's own password."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from app.crypto.passwords import hash_password, password_fits
from app.crypto.sealing import CannotOpen, unlock
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.errors import (
    AccountLocked,
    AccountWithdrawn,
    AppError,
    PassphraseEqualsPassword,
    PasswordMustChange,
    PasswordTooShort,
    SamePassword,
    SignInFailed,
    WrongPassword,
)
from app.domain.people import FAILURES_BEFORE_LOCK, LOCK_TIME, PASSWORD_MINIMUM, PRACTICE_MINIMUM, PersonRecord
from app.domain.presence import KnownPerson, Presence
from app.services.clock import Clock
from app.services.trail import Trail

# Checked when there is no such login, so that the time taken does not tell. It is the hash of random bytes.
_NOBODYS_HASH = "$argon2id$v=19$m=65536,t=2,p=1$7nJJ9Bzlqlqn+K+zhRzh5g$kjdtYNswQTFl51uBoYykwJhT9AEUGWxBJ3HHJ2q+THs"


class AccountService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def sign_in(self, login: str, password: str, presence: Presence = Presence.SIGN_IN) -> Actor:
        """The person behind `login`. Failures are counted; after five the account rests for five minutes.

        `presence` is what the access log calls it: coming, or coming back to a window that was locked.

        Errors: `SignInFailed` (which does not tell whether the login exists), `AccountLocked`; with the right
        password alone also `AccountWithdrawn` and `PasswordMustChange`.
        """
        person = self._verified(login, password, presence)
        if person.must_change:
            raise PasswordMustChange(person.login)
        return Actor(person.login, person.name, person.role)

    def choose_password(self, login: str, password: str, new: str) -> Actor:
        """Sign in and put an own password in the place of the present one, a temporary one included.

        Errors: those of `sign_in` but `PasswordMustChange`; `PasswordTooShort`, `SamePassword`, and for the audit
        officer `PassphraseEqualsPassword`.
        """
        self._check_new(password, new)
        person = self._verified(login, password)
        return self._keep(Actor(person.login, person.name, person.role), person, new)

    def change_password(self, actor: Actor, password: str, new: str) -> None:
        """The same for somebody who has signed in; `password` is the present one, asked once more.

        Errors: `NotAllowed`, `AccountWithdrawn`, `WrongPassword`, `AccountLocked`, `PasswordTooShort`, `SamePassword`,
        and for the audit officer `PassphraseEqualsPassword`.
        """
        actor.require(Action.CHANGE_OWN_PASSWORD)
        self._check_new(password, new)
        try:
            person = self._verified(actor.login, password)
        except SignInFailed as error:
            raise WrongPassword from error
        self._keep(actor, person, new)

    def note(self, actor: Actor, presence: Presence) -> datetime:
        """Write into the access log that `actor` went away, or that the window locked itself; when that was."""
        actor.require(Action.SEE_OFFICE)
        with self._database.write() as work:
            now = work.now(self._clock()).at
            Trail(work, actor, work.offices.here().code, now).act(presence.value, "person", actor.login)
        return now

    def known(self, logins: Sequence[str]) -> tuple[KnownPerson, ...]:
        """Those of `logins` who may sign in, in that order; names only of whom this PC remembers."""
        with self._database.read() as work:
            found = [work.people.find(login) for login in logins]
        return tuple(KnownPerson(p.login, p.name) for p in found if p is not None and p.retired_at is None)

    def password_minimum(self) -> int:
        """How many characters a password has at least in this office."""
        with self._database.read() as work:
            return password_minimum(work)

    def _check_new(self, password: str, new: str) -> None:
        minimum = self.password_minimum()
        if len(new) < minimum:
            raise PasswordTooShort(minimum)
        if new == password:
            raise SamePassword

    def _keep(self, actor: Actor, verified: PersonRecord, new: str) -> Actor:
        if verified.role is Role.AUDITOR:
            self._refuse_passphrase(new)
        hashed = hash_password(new)
        with self._database.write() as work:
            person = work.people.find(actor.login)
            if person is None or person.retired_at is not None:
                raise AccountWithdrawn(actor.login)
            if person.password_hash != verified.password_hash:
                raise WrongPassword  # somebody gave it another one meanwhile
            seen = work.people.entry(actor.login).version
            work.people.change(actor.login, seen, {"password_hash": hashed, "must_change": False})
            trail = Trail(work, actor, work.offices.here().code, self._clock())
            personal = {"password_hash": hashed}
            trail.operation("person", actor.login, "edit", {"must_change": False}, personal=personal)
            trail.act("change_password", "person", actor.login)
        return actor

    def _refuse_passphrase(self, new: str) -> None:
        """Who watches the audit officer sign in must not have the sealed answers too. Slow: outside a transaction."""
        with self._database.read() as work:
            key = work.people.audit_key()
        if key is None:
            return
        with suppress(CannotOpen):
            unlock(key, new)
            raise PassphraseEqualsPassword

    def _verified(self, login: str, password: str, presence: Presence = Presence.SIGN_IN) -> PersonRecord:
        # The slow hash runs outside the transaction: a sign-in must not hold up a clerk's save.
        with self._database.read() as work:
            known = work.people.find(login.strip())
        fits = password_fits(known.password_hash if known else _NOBODYS_HASH, password)
        with self._database.write() as work:
            now = self._clock()
            # Read again: somebody else may have been guessing meanwhile.
            person = work.people.find(known.login) if known else None
            refused = _refusal(person, fits=fits, now=now)
            if person is not None and isinstance(refused, SignInFailed):
                failures = person.failures + 1
                lock = now + LOCK_TIME if failures >= FAILURES_BEFORE_LOCK else None
                work.people.set_failures(person.login, 0 if lock else failures, lock)
            elif person is not None and refused is None and (person.failures or person.locked_until):
                work.people.set_failures(person.login, 0, None)
            work.audit.write(
                at=now,
                login=person.login if person else "",
                role=person.role.value if person else "",
                counter_code=work.offices.here().code,
                action=presence.value if refused is None else f"{presence.value}_refused",
                entity="person",
                row_id=person.login if person else "",
            )
        if person is None or refused is not None:
            raise refused or SignInFailed()
        return person


def password_minimum(work: UnitOfWork) -> int:
    """How many characters a password has at least: the practice office holds nothing worth guarding."""
    return PRACTICE_MINIMUM if work.offices.is_sample() else PASSWORD_MINIMUM


def _refusal(person: PersonRecord | None, *, fits: bool, now: datetime) -> AppError | None:
    if person is None:
        return SignInFailed()
    # No lock is longer than its time: a clock that was ahead must not lock somebody out for a year.
    if person.locked_until is not None and now < person.locked_until <= now + LOCK_TIME:
        return AccountLocked(person.locked_until)
    if not fits:
        return SignInFailed()
    # Only to who knows the password: it tells that the account exists.
    return AccountWithdrawn(person.login) if person.retired_at is not None else None
