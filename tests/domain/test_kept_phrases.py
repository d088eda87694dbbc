"""Nothing that says who it was is kept of what a citizen said; what was meant is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.guidance import PHRASE_LIMIT
from app.domain.kept_phrases import kept_phrase
from app.domain.personal_data import find_personal_data


@pytest.mark.parametrize(
    ("said", "kept"),
    [
        ("홍길동씨 여권 어디서 만들어요", "여권 어디서 만들어요"),
        ("김영희 할머니 기초연금", "기초연금"),
        ("어머니 이름은 이순자 기초연금", "어머니 이름은 기초연금"),
        ("저는 김철수입니다 인감 떼러 왔어요", "저는 입니다 인감 떼러 왔어요"),
        ("홍길동 여권", "여권"),
        ("010-1234-5678 주차 딱지", "주차 딱지"),
        ("900101-1234567 등본", "등본"),
        ("hong@example.com 메일 변경", "메일 변경"),
        ("한빛로 12길 34 앞 가로등 고장", "앞 가로등 고장"),
        ("새빛동 123-4번지 토지대장", "토지대장"),
        ("현대아파트 101동 1203호 층간소음", "층간소음"),
        ("12가 3456 차 견인", "차 견인"),
        ("My name is John Smith lost passport", "My name is lost passport"),
        ("😀 여권\0 분실", "여권 분실"),
        ("１２３ 번호표", "번호표"),
    ],
)
def test_who_it_was_goes_and_what_was_meant_stays(said: str, kept: str) -> None:
    assert kept_phrase(said) == kept


@pytest.mark.parametrize(
    "said",
    [
        "할머니 장례 치르고 왔는데",
        "우리 사장님이 사업자등록 하래요",
        "장애인 주차",
        "고양이 양육",
        "제 이름을 개명하고 싶어요",
        "이혼신고 하러 왔어요",
        "전세금 못 받은 임차인",
        "배우자 정정해 주세요",
        "where do I register my dog",
    ],
)
def test_words_that_only_look_like_names_stay(said: str) -> None:
    assert kept_phrase(said) == said


@given(st.text(max_size=400))
def test_any_text_gives_something_without_numbers_and_never_too_long(said: str) -> None:
    kept = kept_phrase(said)
    assert len(kept) <= PHRASE_LIMIT
    assert not any(sign.isnumeric() for sign in kept)
    assert find_personal_data(kept) == ()
    assert kept_phrase(kept) == kept
