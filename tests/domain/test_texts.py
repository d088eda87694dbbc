"""Free text: what may be typed, and what personal data is found and covered."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import (
    ControlCharacterInText,
    EmojiInText,
    PersonalDataInText,
    RightToLeftText,
    TextTooLong,
)
from app.domain.people import masked_name
from app.domain.personal_data import PersonalDataKind, find_personal_data, mask_personal_data
from app.domain.plain_text import check_plain_text
from app.domain.visits import NewVisit


@pytest.mark.parametrize(
    ("text", "error"),
    [
        ("가" * 201, TextTooLong),
        ("줄\n바꿈", ControlCharacterInText),
        ("널\x00", ControlCharacterInText),
        ("보이지\u200b않는", ControlCharacterInText),
        ("좋아요😀", EmojiInText),
        ("하트❤", EmojiInText),
        ("שלום", RightToLeftText),
        ("뒤집힌\u202e글", RightToLeftText),
        ("مرحبا", RightToLeftText),
    ],
)
def test_what_a_slip_cannot_print_is_refused(text: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        check_plain_text("note", text, 200)


@given(st.text(alphabet="가나다라abc 123·,.()[]", max_size=200))
def test_ordinary_text_stays_as_it_is(text: str) -> None:
    assert check_plain_text("note", text, 200) == text.strip(" ")


def test_composed_and_decomposed_hangul_are_the_same() -> None:
    assert check_plain_text("note", "\u1112\u1161\u11ab", 200) == "한"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("900101-1234567", PersonalDataKind.RESIDENT_NUMBER),
        ("9001011234567", PersonalDataKind.RESIDENT_NUMBER),
        ("９００１０１－１２３４５６７", PersonalDataKind.RESIDENT_NUMBER),
        ("900101 – 5234567", PersonalDataKind.RESIDENT_NUMBER),
        ("900101\u200b-1234567", PersonalDataKind.RESIDENT_NUMBER),
        ("010-1234-5678", PersonalDataKind.PHONE),
        ("01012345678", PersonalDataKind.PHONE),
        ("010.1234.5678", PersonalDataKind.PHONE),
        ("+82 10-1234-5678", PersonalDataKind.PHONE),
        ("02) 123-4567", PersonalDataKind.PHONE),
        ("hong@example.com", PersonalDataKind.EMAIL),
        ("1234-5678-9012-3456", PersonalDataKind.CARD),
        ("11-22-333333-44", PersonalDataKind.LICENCE),
        ("M12345678", PersonalDataKind.PASSPORT),
        ("M123A4567", PersonalDataKind.PASSPORT),
    ],
)
def test_personal_data_is_found_and_masked(text: str, kind: PersonalDataKind) -> None:
    sentence = f"연락처는 {text} 입니다"
    spots = find_personal_data(sentence)
    assert [spot.kind for spot in spots] == [kind]
    assert sentence[spots[0].start : spots[0].end].strip() == text
    masked = mask_personal_data(sentence)
    assert len(masked) == len(sentence)
    assert not find_personal_data(masked)
    assert masked.startswith("연락처는 ")


@pytest.mark.parametrize(
    "text",
    ["20261120103000", "202611201030001234", "3번 창구 2026-11-20", "수수료 15000원", "101동 1204호", "12시 30분"],
)
def test_ordinary_numbers_are_not_personal_data(text: str) -> None:
    assert find_personal_data(text) == ()


def test_the_offices_own_numbers_may_be_written() -> None:
    allowed = ["02-000-4101"]
    for spelling in ("02-000-4101", "02 000 4101", "020004101", "+82-2-000-4101"):
        assert find_personal_data(f"{spelling}로 전화했더니", allowed) == ()
    assert find_personal_data("02-000-4102", allowed)


@given(st.text(max_size=120))
def test_masked_text_is_clean_and_as_long(text: str) -> None:
    masked = mask_personal_data(text)
    assert len(masked) == len(text)
    assert find_personal_data(masked) == ()


def test_a_visit_with_personal_data_is_refused_without_repeating_it() -> None:
    with pytest.raises(PersonalDataInText) as refused:
        NewVisit("SEAL", note="주민번호 900101-1234567").checked()
    assert "900101" not in repr(refused.value)


@pytest.mark.parametrize(
    ("name", "masked"), [("홍길동", "홍*동"), ("남궁민수", "남**수"), ("이산", "이*"), ("김", "김"), ("", "")]
)
def test_names_on_paper_are_masked(name: str, masked: str) -> None:
    assert masked_name(name) == masked
