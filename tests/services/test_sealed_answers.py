"""Sealed answers: for the audit officer with the passphrase, every look logged, nothing hostile stops the list."""

from __future__ import annotations

import json
from datetime import date

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.crypto.sealing import seal
from app.crypto.secrets import random_bytes
from app.db.store_files import read_store_keys
from app.db.survey_store import Form, NewAnswer, Outcome, SurveyStore
from app.domain.actors import Actor, Role
from app.domain.errors import NotAllowed, WrongPassphrase
from app.domain.languages import Language
from app.domain.sealed import ENVELOPE_PLAIN_BYTES, SealedNote
from app.domain.tokens import NONCE_BYTES
from tests.support.offices import MORNING, PASSPHRASE, stored

DAY = date(2026, 11, 20)


def _arrive(home: Home, plain: bytes) -> None:
    public = read_store_keys(home.survey).audit_public
    assert public is not None
    answer = NewAnswer(DAY, 9, 1, Language.KO, {}, "", seal(public, plain))
    store = SurveyStore.open(home.survey)
    form = Form(DAY, random_bytes(NONCE_BYTES), random_bytes(16), b"content")
    assert store.accept(form, answer, MORNING) is Outcome.STORED
    store.close()


def test_nobody_else_and_every_try_is_logged(office: Office, auditor: Actor, home: Home) -> None:
    for role in Role:
        if role is not Role.AUDITOR:
            with pytest.raises(NotAllowed):
                office.sealed.list(Actor("clerk1", "x", role), PASSPHRASE)
    with pytest.raises(WrongPassphrase):
        office.sealed.list(auditor, "another passphrase")
    assert office.sealed.list(auditor, PASSPHRASE) == ()
    tries = stored(home, "SELECT action, count(*) FROM audit WHERE action LIKE 'read_sealed%' GROUP BY action")
    assert tries == [("read_sealed", 1), ("read_sealed_refused", 5)]


@pytest.mark.parametrize("hostile", [b"[]", b"7", b'{"q7": "ASKED"}', b"not json", b'{"q7": [1, {}], "text": []}'])
def test_a_hostile_envelope_does_not_stop_the_others(
    office: Office, auditor: Actor, home: Home, hostile: bytes
) -> None:
    office.stores.export(home.survey)
    _arrive(home, SealedNote(("ASKED",), "봉투").padded())
    _arrive(home, hostile.ljust(ENVELOPE_PLAIN_BYTES))
    entries = office.sealed.list(auditor, PASSPHRASE)
    assert len(entries) == 2
    assert ("ASKED",) in {entry.q7 for entry in entries}
    other = next(entry for entry in entries if entry.q7 != ("ASKED",))
    assert not other.readable or json.loads(hostile)["q7"] == [1, {}]
