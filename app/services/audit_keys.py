"""The audit officer's own key, made at that officer's first sign-in."""

from __future__ import annotations

from pathlib import Path

from app.crypto.passwords import password_fits
from app.crypto.sealing import new_locked_key
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import PassphraseEqualsPassword, PassphraseTooShort
from app.domain.people import PASSPHRASE_MINIMUM, PRACTICE_MINIMUM
from app.services.clock import Clock
from app.services.survey_stores import SurveyStoreService
from app.services.trail import Trail


class AuditKeyService:
    def __init__(self, database: Database, clock: Clock, stores: SurveyStoreService, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._stores = stores
        self._survey_folder = survey_folder

    def exists(self, actor: Actor) -> bool:
        """Whether answers can already be sealed. Errors: `NotAllowed`."""
        actor.require(Action.MAKE_AUDIT_KEY)
        with self._database.read() as work:
            return work.people.audit_key() is not None

    def make(self, actor: Actor, passphrase: str, *, practice: bool = False) -> None:
        """Make the key pair, its private half under `passphrase`; from then on Q7 is asked.

        Does nothing when there is a key already. Errors: `NotAllowed`, `AccountWithdrawn`, `PassphraseTooShort`,
        `PassphraseEqualsPassword`.
        """
        actor.require(Action.MAKE_AUDIT_KEY)
        minimum = PRACTICE_MINIMUM if practice else PASSPHRASE_MINIMUM
        if len(passphrase) < minimum:
            raise PassphraseTooShort(minimum)
        with self._database.read() as work:
            work.people.require_active(actor)
            person = work.people.find(actor.login)
            exists = work.people.audit_key() is not None
        if exists:
            self._publish()  # an earlier try may have been cut off before this
            return
        if person is not None and password_fits(person.password_hash, passphrase):
            raise PassphraseEqualsPassword()
        key = new_locked_key(passphrase)
        with self._database.write() as work:
            if work.people.audit_key() is not None:
                return
            now = self._clock()
            work.people.add_audit_key(actor.login, key, now)
            # Only the public half is for the shared side.
            trail = Trail(work, actor, work.offices.here().code, now)
            trail.operation(
                "audit_key", actor.login, "create", {"public": key.public.hex(), "made_at": now.isoformat()}
            )
            trail.act("make_audit_key", "audit_key", actor.login)
        self._publish()

    def _publish(self) -> None:
        if self._survey_folder.exists():
            self._stores.export(self._survey_folder)
