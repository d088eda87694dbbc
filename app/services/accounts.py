"""Signing in."""

from __future__ import annotations

from app.crypto.passwords import hash_password, password_fits
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.errors import AccountLocked, AppError, SignInFailed
from app.domain.people import FAILURES_BEFORE_LOCK, LOCK_TIME, PersonRecord
from app.services.clock import Clock


class AccountService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock
        self._hash_of_nobody: str | None = None

    def sign_in(self, login: str, password: str) -> Actor:
        """The person behind `login`. Failures are counted; after five the account rests for five minutes.

        Errors: `SignInFailed` (which does not tell whether the login exists), `AccountLocked`.
        """
        # The slow hash runs outside the transaction: a sign-in must not hold up a clerk's save.
        with self._database.read() as work:
            person = work.people.find(login.strip())
        fits = password_fits(person.password_hash if person else self._nobody(), password)
        with self._database.write() as work:
            now = self._clock()
            locked_until = person.locked_until if person else None
            failure: AppError | None = None
            if person is None or not fits:
                failure = SignInFailed()
            if locked_until is not None and now < locked_until:
                failure = AccountLocked(locked_until)
            elif person is not None and not fits:
                failures = person.failures + 1
                lock = now + LOCK_TIME if failures >= FAILURES_BEFORE_LOCK else None
                work.people.set_failures(person.login, 0 if lock else failures, lock)
            elif person is not None and (person.failures or person.locked_until):
                work.people.set_failures(person.login, 0, None)
            work.audit.write(
                at=now,
                login=person.login if person else "",
                role=person.role.value if person else "",
                counter_code=work.offices.here().code,
                action="sign_in" if failure is None else "sign_in_refused",
                entity="person",
                row_id=person.login if person else "",
            )
        if failure is not None or person is None:
            raise failure or SignInFailed()
        return _actor(person)

    def _nobody(self) -> str:
        """A hash to check against when there is no such login, so that the time taken does not tell."""
        if self._hash_of_nobody is None:
            self._hash_of_nobody = hash_password("")
        return self._hash_of_nobody


def _actor(person: PersonRecord) -> Actor:
    return Actor(person.login, person.name, person.role)
