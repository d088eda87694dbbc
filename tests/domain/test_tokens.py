"""The token: compact, signed, spelled in one way only, good for seven days."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.crypto.signing import is_signed_by, key_id, new_seed, public_key, sign_token
from app.domain.tokens import (
    TokenClaims,
    TokenExpired,
    TokenFromTheFuture,
    TokenMangled,
    check_token_day,
    split_token,
    survey_url,
)

SEED = new_seed()
PUBLIC = public_key(SEED)
DAY = date(2026, 11, 20)


def _claims(nonce: bytes = bytes(range(16)), day: date = DAY, afternoon: bool = True) -> TokenClaims:
    return TokenClaims(key_id(PUBLIC), 9, 3, day, afternoon, nonce)


@given(
    st.binary(min_size=16, max_size=16),
    st.dates(date(2020, 1, 1), date(2100, 1, 1)),
    st.booleans(),
    st.integers(0, 65535),
    st.integers(0, 65535),
)
def test_what_goes_in_comes_out(nonce: bytes, day: date, afternoon: bool, department: int, area: int) -> None:
    if (day - date(2020, 1, 1)).days * 2 + 1 > 65535:
        return
    claims = TokenClaims(key_id(PUBLIC), department, area, day, afternoon, nonce)
    read, body, signature = split_token(sign_token(claims, SEED))
    assert read == claims
    assert is_signed_by(PUBLIC, body, signature)


def test_the_url_fits_a_version_8_code() -> None:
    assert len(survey_url("survey.hanbit.go.kr", sign_token(_claims(), SEED))) == 152


@given(st.integers(0, 91 * 8 - 1))
def test_any_flipped_bit_is_refused(bit: int) -> None:
    import base64

    text = sign_token(_claims(), SEED)
    raw = bytearray(base64.urlsafe_b64decode(text + "=="))
    raw[bit // 8] ^= 1 << bit % 8
    altered = base64.urlsafe_b64encode(bytes(raw)).rstrip(b"=").decode()
    try:
        _, body, signature = split_token(altered)
    except TokenMangled:
        return
    assert not is_signed_by(PUBLIC, body, signature)


@pytest.mark.parametrize(
    "spoil",
    [lambda t: t + "=", lambda t: t[:-1], lambda t: t + "A", lambda t: t.lower(), lambda t: t * 0, lambda t: t + "가"],
)
def test_mangled_links_are_refused(spoil: object) -> None:
    text = sign_token(_claims(), SEED)
    assert callable(spoil)
    with pytest.raises(TokenMangled):
        split_token(spoil(text))


def test_another_spelling_of_the_same_bytes_is_refused() -> None:
    text = sign_token(_claims(), SEED)
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    last = alphabet.index(text[-1])
    for spare in range(1, 16):
        other = alphabet[(last & 0x30) | ((last + spare) & 0x0F)]
        if other != text[-1]:
            with pytest.raises(TokenMangled):
                split_token(text[:-1] + other)


def test_seven_days_and_one_day_ahead() -> None:
    for days in range(-1, 8):
        check_token_day(DAY, DAY + timedelta(days=days), 7)
    with pytest.raises(TokenExpired):
        check_token_day(DAY, DAY + timedelta(days=8), 7)
    with pytest.raises(TokenFromTheFuture):
        check_token_day(DAY, DAY - timedelta(days=2), 7)
