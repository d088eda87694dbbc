"""What citizens say about money and favours: for the audit officer, and nobody else."""

from __future__ import annotations

from pathlib import Path

from app.crypto.sealing import CannotOpen, open_sealed, unlock
from app.db.survey_store import SurveyStore
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import NoAuditKey, WrongPassphrase
from app.domain.sealed import SealedEntry, SealedNote
from app.services.clock import Clock
from app.services.trail import Trail


class SealedAnswerService:
    def __init__(self, database: Database, clock: Clock, survey_folder: Path) -> None:
        self._database = database
        self._clock = clock
        self._survey_folder = survey_folder

    def list(self, actor: Actor, passphrase: str) -> tuple[SealedEntry, ...]:
        """Every sealed answer, newest day first, in random order within a day. Each look is logged, refused ones too.

        Errors: `NotAllowed`, `NoAuditKey`, `WrongPassphrase`, `SurveyStoreDamaged`.
        """
        actor.require(Action.READ_SEALED)
        with self._database.read() as work:
            key = work.people.audit_key()
            departments = {d.number: d.name for d in work.offices.departments()}
        if key is None:
            raise NoAuditKey()
        try:
            private = unlock(key, passphrase)
        except CannotOpen as error:
            self._log(actor, "read_sealed_refused")
            raise WrongPassphrase() from error
        self._log(actor, "read_sealed")
        store = SurveyStore.open(self._survey_folder, read_only=True)
        try:
            envelopes = store.envelopes()
        finally:
            store.close()
        entries: list[SealedEntry] = []
        for day, department, envelope in envelopes:
            try:
                note = SealedNote.from_padded(open_sealed(private, envelope))
            except (CannotOpen, ValueError):
                continue  # sealed to an earlier key, or altered on the way: nothing that can be shown
            name = departments.get(department, str(department))
            entries.append(SealedEntry(day, name, note.q7, note.text))
        return tuple(sorted(entries, key=lambda entry: entry.received_on, reverse=True))

    def _log(self, actor: Actor, action: str) -> None:
        with self._database.write() as work:
            Trail(work, actor, work.offices.here().code, self._clock()).act(action, "sealed_answer", "")
