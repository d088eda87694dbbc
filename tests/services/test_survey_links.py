"""The address behind a slip's QR code: the same at each reissue, for slips of every release."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.crypto.secrets import lock, new_key
from app.crypto.signing import key_id, new_seed, public_key, sign_token
from app.db.home_keys import HomeKeys
from app.db.slips import StoredToken
from app.domain.errors import KeyFileDamaged
from app.domain.offices import OfficeSettings
from app.domain.tokens import TokenClaims, is_quick, minute_mark, split_token, survey_url
from app.services.survey_links import new_locked_nonce, survey_link

KEYS = HomeKeys(new_seed(), new_key())
SETTINGS = OfficeSettings("한빛구청", "survey.hanbit.go.kr")
MOMENT = datetime(2026, 11, 20, 5, 12, 47, tzinfo=UTC)


def stored(locked_nonce: bytes) -> StoredToken:
    return StoredToken(9, 3, date(2026, 11, 20), True, locked_nonce)


def claims_of(url: str) -> TokenClaims:
    return split_token(url.rsplit("/", 1)[1])[0]


def test_a_new_slip_carries_the_mark_of_its_moment_and_one_address() -> None:
    token = stored(new_locked_nonce(KEYS, MOMENT))
    url = survey_link(token, SETTINGS, KEYS)
    assert [survey_link(token, SETTINGS, KEYS) for _ in range(3)] == [url] * 3
    claims = claims_of(url)
    assert (claims.mark, len(claims.nonce)) == (minute_mark(MOMENT), 15)
    assert is_quick(claims, MOMENT + timedelta(seconds=60), SETTINGS.timezone)
    assert survey_link(stored(new_locked_nonce(KEYS, MOMENT)), SETTINGS, KEYS) != url


def test_a_slip_of_the_first_release_keeps_its_address() -> None:
    nonce = bytes(range(16))
    printed = TokenClaims(key_id(public_key(KEYS.slip_seed)), 9, 3, date(2026, 11, 20), True, nonce)
    url = survey_url(SETTINGS.survey_host, sign_token(printed, KEYS.slip_seed))
    assert survey_link(stored(lock(KEYS.nonce_key, nonce)), SETTINGS, KEYS) == url
    assert claims_of(url).mark is None


@pytest.mark.parametrize("plain", [b"", bytes(15), bytes([2, 128]) + bytes(15), bytes([3, 0]) + bytes(15), bytes(18)])
def test_what_no_slip_has_is_refused(plain: bytes) -> None:
    with pytest.raises(KeyFileDamaged):
        survey_link(stored(lock(KEYS.nonce_key, plain)), SETTINGS, KEYS)


def test_another_homes_key_is_refused() -> None:
    token = stored(new_locked_nonce(KEYS, MOMENT))
    with pytest.raises(KeyFileDamaged):
        survey_link(token, SETTINGS, replace(KEYS, nonce_key=new_key()))
