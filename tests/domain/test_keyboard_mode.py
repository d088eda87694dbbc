"""Text typed in the wrong keyboard mode."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.keyboard_mode import as_hangul, as_latin, letters_of


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("durnjs", "여권"),
        ("wkehdck", "자동차"),
        ("wjsdlqtlsrh", "전입신고"),
        ("ck rusdls", "차 견인"),
        ("Tkfr dkffu", "쌁 알려"),
        ("ekfr", "닭"),
        ("rkqt", "값"),
        ("dkswdkTdj", "앉았어"),
        ("", ""),
        ("12 / 3", "12 / 3"),
    ],
)
def test_latin_letters_are_read_as_keys(typed: str, meant: str) -> None:
    assert as_hangul(typed) == meant


@pytest.mark.parametrize(
    ("typed", "meant"), [("초ㅑ", "chi"), ("ㅗㅑ", "hi"), ("ㅔㅁㄴ네ㅐㄱㅅ", "passport"), ("a 1", "a 1")]
)
def test_hangul_is_read_as_the_keys_that_were_pressed(typed: str, meant: str) -> None:
    assert as_latin(typed) == meant


@given(st.text(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3), max_size=20))
def test_there_and_back(text: str) -> None:
    assert as_hangul(as_latin(text)) == text


@given(st.text(max_size=40))
def test_nothing_typed_is_too_strange(text: str) -> None:
    assert len(as_hangul(text)) <= len(text)
    assert len(as_latin(text)) >= len(text)


@given(st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3))
def test_a_syllable_has_two_to_five_letters(syllable: str) -> None:
    assert 2 <= len(letters_of(syllable)) <= 5
    assert as_hangul(as_latin(letters_of(syllable))) == syllable
