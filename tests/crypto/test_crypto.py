"""The small interface that all cryptography stands behind."""

from __future__ import annotations

import pytest

from app.crypto import sealing, secrets
from app.crypto.passwords import hash_password, password_fits
from app.crypto.signing import is_signed_by, key_id, new_seed, public_key
from app.domain.sealed import ENVELOPE_PLAIN_BYTES, SealedNote


def test_what_is_locked_opens_with_its_key_only() -> None:
    key = secrets.new_key()
    locked = secrets.lock(key, b"nonce")
    assert secrets.unlock(key, locked) == b"nonce"
    with pytest.raises(secrets.CannotUnlock):
        secrets.unlock(secrets.new_key(), locked)
    with pytest.raises(secrets.CannotUnlock):
        secrets.unlock(key, locked[:-1] + bytes([locked[-1] ^ 1]))


def test_the_officers_key_opens_with_the_passphrase_only() -> None:
    key = sealing.new_locked_key("correct horse battery")
    sealed = sealing.seal(key.public, b"what was said")
    private = sealing.unlock(key, "correct horse battery")
    assert sealing.open_sealed(private, sealed) == b"what was said"
    assert private not in (key.public, key.locked_private)
    with pytest.raises(sealing.CannotOpen):
        sealing.unlock(key, "correct horse batter")
    with pytest.raises(sealing.CannotOpen):
        sealing.open_sealed(new_seed(), sealed)


def test_passwords_are_salted_and_one_way() -> None:
    one, other = hash_password("minwon"), hash_password("minwon")
    assert one != other
    assert "minwon" not in one
    assert password_fits(one, "minwon")
    assert not password_fits(one, "Minwon")
    assert not password_fits("not a hash", "minwon")


def test_a_public_key_knows_its_own_signatures() -> None:
    seed = new_seed()
    assert len(key_id(public_key(seed))) == 4
    assert not is_signed_by(public_key(seed), b"body", bytes(64))
    assert not is_signed_by(b"short", b"body", bytes(64))


@pytest.mark.parametrize(
    "note",
    [
        SealedNote(("NONE",), ""),
        SealedNote(("ASKED", "GAVE", "RUDE_POWER", "FAVOUR"), "😀" * 500),
        SealedNote((), '따옴표 " 와 \\ 와 줄\n바꿈'),
    ],
)
def test_every_envelope_has_one_size(note: SealedNote) -> None:
    padded = note.padded()
    assert len(padded) == ENVELOPE_PLAIN_BYTES
    assert SealedNote.from_padded(padded) == note


def test_a_text_that_does_not_fit_is_an_error_not_a_cut() -> None:
    with pytest.raises(ValueError, match="longer"):
        SealedNote(("NONE",), "가" * 1000).padded()
