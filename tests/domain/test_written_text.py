"""Longer texts: several lines, no 주민등록번호, and positions in what was typed; what covers people's names."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.case_errors import ResidentNumberInText
from app.domain.errors import BadValue, ControlCharacterInText, EmojiInText, PersonalDataInText, TextTooLong
from app.domain.kept_phrases import covered_names
from app.domain.written_text import check_impersonal, check_written


def test_lines_are_kept_and_tidied() -> None:
    assert check_written("text", "  첫 줄 \r\n\n둘째\t줄　\r", 20) == "첫 줄\n\n둘째 줄"
    assert check_written("text", "", 20) == ""


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("번호는 900101-1234567 입니다", 4, 18),
        ("첫 줄\r\n900101-1234567", 4, 18),
        ("９００１０１－１２３４５６７", 0, 14),
    ],
)
def test_a_resident_number_is_refused_where_it_stands(text: str, start: int, end: int) -> None:
    with pytest.raises(ResidentNumberInText) as refused:
        check_written("text", text, 100)
    assert (refused.value.field, refused.value.start, refused.value.end) == ("text", start, end)


def test_what_else_is_refused() -> None:
    with pytest.raises(TextTooLong):
        check_written("text", "가" * 21, 20)
    with pytest.raises(TextTooLong):
        check_written("text", "가\n" * 11, 20)
    with pytest.raises(EmojiInText):
        check_written("text", "줄\n\U0001f600", 20)
    with pytest.raises(ControlCharacterInText):
        check_written("text", "가\x00", 20)
    with pytest.raises(BadValue):
        check_written("text", " \n ", 20, needed=True)
    assert check_written("text", "전화 010-1234-5678", 20) == "전화 010-1234-5678"
    with pytest.raises(PersonalDataInText):
        check_impersonal("text", "전화 010-1234-5678", 20)


@given(st.text(st.sampled_from("가나 \n\t　다라9-"), max_size=30))
def test_what_was_tidied_once_stays(text: str) -> None:
    tidied = check_written("text", text, 30)
    assert check_written("text", tidied, 30) == tidied


@pytest.mark.parametrize(
    ("text", "covered"),
    [
        ("김철수씨가 도와주셨어요", "****가 도와주셨어요"),
        ("제 이름은 홍길동이고요", "제 이름은 ***이고요"),
        ("저는 이영희입니다", "저는 ***입니다"),
        ("문제가 있어서 전화도 했어요", "문제가 있어서 전화도 했어요"),
        ("my name is John Smith", "my name is **********"),
    ],
)
def test_names_are_covered_at_the_same_length(text: str, covered: str) -> None:
    assert covered_names(text) == covered
    assert len(covered_names(text)) == len(text)
