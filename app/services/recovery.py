"""The code on paper that lets an administrator back in when every other way is closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from app.crypto.passwords import hash_password, password_fits
from app.crypto.readable_codes import new_recovery_code
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.errors import NotAnAdministrator, PasswordTooShort, WrongRecoveryCode
from app.domain.readable_codes import as_typed
from app.services.accounts import password_minimum
from app.services.clock import Clock
from app.services.trail import Trail


@dataclass(frozen=True, slots=True)
class Recovered:
    """Who is in again, and the code that is good from now on: shown once, stored nowhere."""

    actor: Actor
    code: str


class RecoveryService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def made_at(self, actor: Actor) -> datetime | None:
        """When the code that is good now was made; None: there is none. Errors: `NotAllowed`."""
        actor.require(Action.CHANGE_PEOPLE)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.people.recovery_made_at()

    def make(self, actor: Actor) -> str:
        """A new code; the one before is worth nothing any more. Errors: `NotAllowed`, `AccountWithdrawn`."""
        actor.require(Action.CHANGE_PEOPLE)
        code = new_recovery_code()
        hashed = hash_password(code)
        with self._database.write() as work:
            work.people.require_active(actor)
            work.people.set_recovery_code(hashed, self._clock())
            self._trail(work, actor).act("make_recovery_code", "recovery_code", "")
        return code

    def recover(self, login: str, code: str, new_password: str) -> Recovered:
        """Give the administrator `login` a new password with the code on paper, and reinstate the account.

        The code is used up and a new one made. Errors: `PasswordTooShort`, `WrongRecoveryCode`, and with the right
        code alone `NotAnAdministrator`; nothing is changed then.
        """
        with self._database.read() as work:
            minimum = password_minimum(work)
            stored = work.people.recovery_hash()
        if len(new_password) < minimum:
            raise PasswordTooShort(minimum)
        fits = stored is not None and password_fits(stored, as_typed(code))
        hashed = hash_password(new_password) if fits else ""
        following = new_recovery_code()
        following_hash = hash_password(following) if fits else ""
        with self._database.write() as work:
            # Read again: two people with the same sheet of paper are one too many.
            if not fits or work.people.recovery_hash() != stored:
                recovered = None
                self._refused(work)
            else:
                recovered = self._recover(work, login.strip(), hashed, following, following_hash)
        if recovered is None:
            raise WrongRecoveryCode
        return recovered

    def _recover(self, work: UnitOfWork, login: str, hashed: str, following: str, following_hash: str) -> Recovered:
        person = work.people.find(login)
        if person is None or person.role is not Role.ADMIN:
            raise NotAnAdministrator(login)
        actor = Actor(person.login, person.name, person.role)
        seen = work.people.entry(login).version
        work.people.change(login, seen, {"password_hash": hashed, "must_change": False, "retired_at": None})
        work.people.set_failures(login, 0, None)
        work.people.set_recovery_code(following_hash, self._clock())
        trail = self._trail(work, actor)
        personal = {"password_hash": hashed}
        trail.operation("person", login, "edit", {"must_change": False, "retired_at": None}, personal=personal)
        trail.act("recover", "person", login, {"reinstated": person.retired_at is not None})
        return Recovered(actor, following)

    def _refused(self, work: UnitOfWork) -> None:
        counter = work.offices.here().code
        work.audit.write(
            at=self._clock(),
            login="",
            role="",
            counter_code=counter,
            action="recover_refused",
            entity="recovery_code",
            row_id="",
        )

    def _trail(self, work: UnitOfWork, actor: Actor) -> Trail:
        return Trail(work, actor, work.offices.here().code, self._clock())
