"""Signing in."""

from __future__ import annotations

from datetime import datetime

from app.crypto.passwords import password_fits
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.errors import AccountLocked, AppError, SignInFailed
from app.domain.people import FAILURES_BEFORE_LOCK, LOCK_TIME, PersonRecord
from app.services.clock import Clock

# Checked when there is no such login, so that the time taken does not tell. It is the hash of random bytes.
_NOBODYS_HASH = "$argon2id$v=19$m=65536,t=2,p=1$7nJJ9Bzlqlqn+K+zhRzh5g$kjdtYNswQTFl51uBoYykwJhT9AEUGWxBJ3HHJ2q+THs"


class AccountService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def sign_in(self, login: str, password: str) -> Actor:
        """The person behind `login`. Failures are counted; after five the account rests for five minutes.

        Errors: `SignInFailed` (which does not tell whether the login exists), `AccountLocked`.
        """
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
                action="sign_in" if refused is None else "sign_in_refused",
                entity="person",
                row_id=person.login if person else "",
            )
        if person is None or refused is not None:
            raise refused or SignInFailed()
        return Actor(person.login, person.name, person.role)


def _refusal(person: PersonRecord | None, *, fits: bool, now: datetime) -> AppError | None:
    if person is None:
        return SignInFailed()
    # No lock is longer than its time: a clock that was ahead must not lock somebody out for a year.
    if person.locked_until is not None and now < person.locked_until <= now + LOCK_TIME:
        return AccountLocked(person.locked_until)
    return None if fits else SignInFailed()
