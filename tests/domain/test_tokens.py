"""The token: compact, signed, spelled in one way only, good for seven days."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

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
    is_quick,
    minute_mark,
    split_token,
    survey_url,
    token_text,
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
    marked = replace(_claims(), nonce=bytes(15), mark=127)
    assert len(survey_url("survey.hanbit.go.kr", sign_token(marked, SEED))) == 152


@given(st.binary(min_size=15, max_size=15), st.integers(0, 127), st.booleans())
def test_a_mark_goes_in_and_comes_out(nonce: bytes, mark: int, afternoon: bool) -> None:
    claims = TokenClaims(key_id(PUBLIC), 9, 3, DAY, afternoon, nonce, mark)
    read, body, signature = split_token(sign_token(claims, SEED))
    assert read == claims
    assert (body[0], len(body) + len(signature)) == (2, 91)
    assert is_signed_by(PUBLIC, body, signature)


@given(st.integers(3, 255) | st.just(0))
def test_another_version_is_refused(version: int) -> None:
    body = bytes([version]) + _claims().body()[1:]
    with pytest.raises(TokenMangled):
        split_token(token_text(body, bytes(64)))


@given(st.integers(128, 255))
def test_a_mark_outside_its_ring_is_refused(mark: int) -> None:
    body = bytearray(replace(_claims(), nonce=bytes(15), mark=0).body())
    body[11] = mark
    with pytest.raises(TokenMangled):
        split_token(token_text(bytes(body), bytes(64)))


@pytest.mark.parametrize(("nonce", "mark"), [(15, None), (16, 0), (14, 5), (15, 128), (15, -1)])
def test_what_is_no_token_is_not_signed(nonce: int, mark: int | None) -> None:
    with pytest.raises(ValueError, match=r"nonce|byte"):
        sign_token(replace(_claims(), nonce=bytes(nonce), mark=mark), SEED)


ZONE = "Asia/Seoul"
# Milliseconds from 2026 to 2060.
moments = st.integers(1_767_225_600_000, 2_840_140_800_000).map(lambda at: datetime.fromtimestamp(at / 1000, UTC))


def _slip_of(registered: datetime) -> TokenClaims:
    local = registered.astimezone(ZoneInfo(ZONE))
    claims = _claims(bytes(15), local.date(), local.hour >= 12)
    return replace(claims, mark=minute_mark(registered))


@given(moments, st.floats(0, 60))
def test_every_answer_of_the_first_minute_is_quick(registered: datetime, passed: float) -> None:
    """Over noon and midnight too."""
    assert is_quick(_slip_of(registered), registered + timedelta(seconds=passed), ZONE)


@given(moments, st.integers(90, 64 * 60 - 30) | st.integers(64 * 60 + 90, 128 * 60 - 30))
def test_a_later_answer_is_not_quick(registered: datetime, passed: int) -> None:
    assert not is_quick(_slip_of(registered), registered + timedelta(seconds=passed), ZONE)


@given(moments, st.integers(31, 60))
def test_a_slip_from_a_clock_that_is_ahead_is_not_quick(registered: datetime, ahead: int) -> None:
    assert not is_quick(_slip_of(registered), registered - timedelta(seconds=ahead), ZONE)


@given(moments, st.integers(1, 400))
def test_the_ring_turns_within_a_half_day_only(registered: datetime, turns: int) -> None:
    later = registered + timedelta(minutes=64 * turns)
    same = _slip_of(later).day == _slip_of(registered).day
    same = same and _slip_of(later).afternoon == _slip_of(registered).afternoon
    assert is_quick(_slip_of(registered), later, ZONE) == same


@given(moments)
def test_a_slip_without_a_mark_is_never_quick(registered: datetime) -> None:
    claims = replace(_slip_of(registered), nonce=bytes(16), mark=None)
    assert not is_quick(claims, registered, ZONE)


def test_chance_is_three_in_a_hundred_and_twenty_eight() -> None:
    """Of answers given at any moment of the next hours of the same half-day."""
    registered = datetime(2026, 11, 20, 4, 0, tzinfo=UTC)  # one in the afternoon in Seoul
    slip = _slip_of(registered)
    seconds = range(120, 120 + 4 * 64 * 60)
    found = sum(is_quick(slip, registered + timedelta(seconds=after), ZONE) for after in seconds)
    assert found / len(seconds) == pytest.approx(3 / 128, abs=0.001)


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
