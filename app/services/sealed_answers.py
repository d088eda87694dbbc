"""What citizens say about money and favours: for the audit officer, and nobody else."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.crypto.sealing import CannotOpen, open_sealed, unlock
from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import AppError, NoAuditKey, WrongPassphrase
from app.domain.sealed import SealedEntry, SealedNote
from app.domain.sharing_errors import SealedAnswersElsewhere
from app.services.clock import Clock
from app.services.trail import Trail


class SealedAnswerService:
    def __init__(self, database: Database, clock: Clock, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._survey_folder = survey_folder

    def list(self, actor: Actor, passphrase: str) -> tuple[SealedEntry, ...]:
        """Every sealed answer, newest day first, in random order within a day. Each look is logged, refused ones too.

        Errors: `NotAllowed`, `AccountWithdrawn`, `NoAuditKey`, `WrongPassphrase`, `SealedAnswersElsewhere` at a counter
        that has no survey store or not the audit officer's key, `SurveyStoreDamaged`.
        """
        try:
            actor.require(Action.READ_SEALED)
            private = self._private_key(actor, passphrase)
        except AppError:
            self._log(actor, "read_sealed_refused")
            raise
        self._log(actor, "read_sealed")
        with self._database.read() as work:
            departments = {d.number: d.name for d in work.offices.departments()}
        store = SurveyStore.open(self._survey_folder, read_only=True)
        try:
            envelopes = store.envelopes()
        finally:
            store.close()
        entries = (
            _entry(private, day, departments.get(department, str(department)), envelope)
            for day, department, envelope in envelopes
        )
        return tuple(sorted(entries, key=lambda entry: entry.received_on, reverse=True))

    def _private_key(self, actor: Actor, passphrase: str) -> bytes:
        with self._database.read() as work:
            work.people.require_active(actor)
            key = work.people.audit_key()
            shared = work.shared.link() is not None
        if key is None:
            raise NoAuditKey()
        # Of an office's other homes only the public half of the key comes here.
        if not key.locked_private or (shared and not self._survey_folder.exists()):
            raise SealedAnswersElsewhere
        try:
            return unlock(key, passphrase)
        except CannotOpen as error:
            raise WrongPassphrase() from error

    def _log(self, actor: Actor, action: str) -> None:
        with self._database.write() as work:
            Trail(work, actor, work.offices.here().code, self._clock()).act(action, "sealed_answer", "")


def _entry(private: bytes, day: date, department: str, envelope: bytes) -> SealedEntry:
    try:
        note = SealedNote.from_padded(open_sealed(private, envelope))
    except (CannotOpen, ValueError):
        return SealedEntry(day, department, (), "", readable=False)
    return SealedEntry(day, department, note.q7, note.text)
