"""What a text is made of, and what is typed so far."""

from __future__ import annotations

import unicodedata

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.finding.features import pieces, plain
from app.finding.lessons import Lessons
from app.finding.readings import other_readings
from app.finding.typed import BEGINS, WHOLE, TypedIndex


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("  여권!  재발급?? ", "여권 재발급"),
        (unicodedata.normalize("NFD", "여권"), "여권"),
        ("ＡＢＣ１２", "abc12"),
        ("ㅈㅊㄷㅅ", "ㅈㅊㄷㅅ"),
        ("漢字\0😀", ""),
    ],
)
def test_what_is_left_of_a_text(text: str, left: str) -> None:
    assert plain(text) == left


@given(st.lists(st.text(max_size=40), max_size=6))
def test_a_text_has_the_same_pieces_among_others(texts: list[str]) -> None:
    texts = [plain(text) for text in texts]
    together = pieces(texts)
    for at, text in enumerate(texts):
        alone = pieces([text])
        assert sorted(together.codes[together.texts == at].tolist()) == sorted(alone.codes.tolist())
        assert (alone.places < len(alone.words)).all()


def test_run_together_words_share_most_pieces_with_divided_ones() -> None:
    divided, together = set(pieces(["여권 재발급 얼마"]).codes.tolist()), set(pieces(["여권재발급얼마"]).codes.tolist())
    assert len(divided & together) >= 0.6 * len(divided)


def test_a_misspelt_word_shares_letters() -> None:
    right, wrong = (set(pieces([text]).codes.tolist()) for text in ("쓰레기 봉투", "쓰래기 봉투"))
    without = [set(pieces([text], letters=False).codes.tolist()) for text in ("쓰레기 봉투", "쓰래기 봉투")]
    assert len(right & wrong) > len(without[0] & without[1])


def test_what_is_typed_so_far() -> None:
    index = TypedIndex(["여권 재발급", "여권", "교통", "역사"], np.array([0, 1, 2, 3]), 4)
    assert index.fits("여권")[1] == np.float32(WHOLE)
    assert index.fits("ㅇㄱ")[0] >= BEGINS
    assert index.fits("여")[2] == 0
    assert index.fits("역")[0] >= BEGINS  # 역 becomes 여ㄱ when the next letter is a vowel
    assert index.fits("역")[3] >= BEGINS
    assert index.fits("여권ㅈㅂ")[0] >= BEGINS
    assert not index.fits("").any()
    assert not index.fits("여권재발급신청서류").any()
    assert not TypedIndex([], np.zeros(0, np.int64), 2).fits("가").any()


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("durnjs", ("여권",)),
        ("durnj", ("여궈",)),
        ("초ㅑ", ("chi",)),
        ("여권", ()),
        ("ㅈㅊㄷㅅ", ()),
        ("bcdf", ()),
        ("12", ()),
    ],
)
def test_readings_in_the_other_keyboard_mode(typed: str, meant: tuple[str, ...]) -> None:
    assert other_readings(typed) == meant


def test_lessons_ask_for_no_phrase_of_signs_only() -> None:
    from app.domain.finding import Lesson

    lessons = Lessons([Lesson("!!!", "a"), Lesson("", "b")])
    assert lessons.task_ids("???", None) == ()
    assert lessons.task_ids("", None) == ()
