"""What a record is found by: any part of a text, 초성, one wrong letter; names and phones as a whole only."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.keyboard_mode import as_latin
from app.domain.search_queries import FirstFit, query_of, readings_of, respellings_of
from app.domain.search_terms import INITIALS, Searchable, searchable, term_number

SYLLABLES = st.characters(min_codepoint=0xAC00, max_codepoint=0xD7A3)
WORDS = st.text(SYLLABLES, min_size=1, max_size=8)
CASE = searchable(
    ("옆집 공사 소음이 심합니다", "밤 11시까지 이어져 잠을 못 잡니다. 3층 복도에 CCTV를 달아 주세요(여권 창구 옆)."),
    names=("홍 길동",),
    phones=("010-1234-5678",),
    numbers=("2026-C01-0007", ""),
)


def finds(typed: str, record: Searchable = CASE) -> str | None:
    """What `typed` was read as when it found the record, as an index and the look at what it found would do it."""
    for reading in readings_of(typed):
        for query in reading:
            if any(way <= record.terms() for way in query.ways) and query.fits(record):
                return query.text
    return None


def first_consonants(text: str) -> str:
    return "".join(INITIALS[(ord(c) - 0xAC00) // 588] for c in text)


@st.composite
def words_and_parts(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(WORDS)
    first = draw(st.integers(0, len(word) - 1))
    return word, word[first : draw(st.integers(first + 1, len(word)))]


@given(words_and_parts(), WORDS, WORDS)
def test_every_part_of_a_word_finds_it(word_and_part: tuple[str, str], before: str, after: str) -> None:
    word, part = word_and_part
    record = searchable((f"{before} {word}", f"{word}, {after}"))
    for typed in (part, first_consonants(part)):
        query = query_of(typed)
        assert any(way <= record.terms() for way in query.ways)
        assert query.fits(record)


@given(st.data(), st.text(SYLLABLES, min_size=2, max_size=5))
def test_one_wrong_letter_still_finds_it(data: st.DataObject, word: str) -> None:
    place = data.draw(st.integers(0, len(word) - 1))
    offset = ord(word[place]) - 0xAC00
    initial, vowel, final = offset // 588, offset // 28 % 21, offset % 28
    which = data.draw(st.sampled_from(("initial", "vowel", "final")))
    if which == "initial":
        initial = (initial + data.draw(st.integers(1, 18))) % 19
    elif which == "vowel":
        vowel = (vowel + data.draw(st.integers(1, 20))) % 21
    else:
        final = (final + data.draw(st.integers(1, 27))) % 28
    wrong = word[:place] + chr(0xAC00 + (initial * 21 + vowel) * 28 + final) + word[place + 1 :]
    record = searchable((word,))
    assert word in [query.text for query in respellings_of(wrong) if query.fits(record)]
    assert finds(wrong, record) == word


@given(st.data(), st.text(SYLLABLES, min_size=2, max_size=4), st.integers(0, 10**8 - 1))
def test_part_of_a_name_or_phone_finds_nobody(data: st.DataObject, name: str, digits: int) -> None:
    phone = f"010-{digits // 10**4:04}-{digits % 10**4:04}"
    record = searchable(("다른 말",), names=(name,), phones=(phone,))
    whole = query_of(name)
    assert whole.fits(record)
    assert any(way <= record.terms() for way in whole.ways)
    assert query_of(phone.replace("-", " ")).fits(record)
    length = data.draw(st.integers(1, len(name) - 1))
    parts = [name[:length], name[-length:], first_consonants(name), phone[:-1], phone[1:], phone[-4:], phone[4:8]]
    for part in parts:
        if part in "다른말" or first_consonants("다른말").find(part) >= 0:
            continue
        assert not query_of(part).fits(record)
        assert not any(way <= record.terms() for way in query_of(part).ways)


@given(st.data(), st.text(SYLLABLES, min_size=2, max_size=4))
def test_a_misspelt_name_finds_nobody(data: st.DataObject, name: str) -> None:
    record = searchable(("소음",), names=(name,))
    other = data.draw(st.sampled_from(respellings_of(name))).text
    assert not any(query.fits(record) for query in (query_of(other), *respellings_of(other)))


@pytest.mark.parametrize(
    ("typed", "read_as"),
    [
        ("소음", "소음"),
        ("밤", "밤"),
        ("ㅅㅇ", "ㅅㅇ"),
        ("ㅅㅇㅇㅅㅎ", "ㅅㅇㅇㅅㅎ"),
        ("여ㄱ", "여ㄱ"),
        ("공사소음", "공사소음"),
        ("소음 공사", "소음 공사"),
        ("소 음", "소 음"),
        ("cctv", "cctv"),
        ("3층", "3층"),
        ("홍길동", "홍길동"),
        ("홍길동 소음", "홍길동 소음"),
        ("홍 길동", "홍 길동"),
        ("01012345678", "01012345678"),
        ("+82 10 1234 5678", "+82 10 1234 5678"),
        ("2026-c01-0007", "2026-c01-0007"),
        ("durnjs", "여권"),
        ("durnjs ckdrn", "여권 창구"),
        ("ㅊㅊㅅㅍ", "cctv"),
        ("소움", "소음"),
        ("여건", "여권"),
        ("여궈", "여권"),
        ("공사 소옴", "공사 소음"),
        ("심한니다", "심합니다"),
        ("음소", None),
        ("집소", None),
        ("다밤", None),
        ("홍길", None),
        ("길동", None),
        ("ㅎㄱㄷ", None),
        ("5678", None),
        ("0007", None),
        ("홍길동 여행", None),
        ("", None),
        ("!?", None),
    ],
)
def test_what_is_typed_finds_the_case_or_does_not(typed: str, read_as: str | None) -> None:
    assert finds(typed) == read_as


def test_a_short_word_stands_inside_a_word_and_a_long_one_may_be_parted() -> None:
    record = searchable(("주소 옴부즈만", "불법 주차 단속"))
    assert not query_of("소옴").fits(record)
    assert query_of("불법주차").fits(record)
    assert query_of("ㅂㅂㅈㅊㄷㅅ").fits(record)


def test_hundreds_of_spellings_are_told_apart_as_one_by_one() -> None:
    queries = (query_of("밤"), *respellings_of("소옴 심함"), *respellings_of("공사소옴이"))
    for text in ("소음이 심함", "공사 소음이", "소옹 심함", "밤 소음 심함", "다른 말"):
        record = searchable((text,))
        fitting = [place for place, query in enumerate(queries) if query.fits(record)]
        assert FirstFit(queries).of(record) == (fitting[0] if fitting else None)


def test_two_pairs_of_a_word_that_stand_apart_are_not_the_word() -> None:
    apart = searchable(("주차가 어렵고 차장이 불친절",))
    assert query_of("주차장").ways[0] <= apart.terms()
    assert not query_of("주차장").fits(apart)


def test_a_wrong_keyboard_mode_is_read_only_where_it_gives_words() -> None:
    assert [[q.text for q in reading] for reading in readings_of("hello")] == [["hello"]]
    assert as_latin("ㅊㅊㅅㅍ") == "cctv"


def test_a_pasted_page_asks_no_more_than_a_few_words() -> None:
    page = "주차장 소음 여권 발급 창구 " * 500
    assert all(len(query.ways) <= 64 for reading in readings_of(page) for query in reading)


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_text_and_no_typing_breaks_it(text: str, typed: str) -> None:
    record = searchable((text,), names=(typed,), phones=(typed,), numbers=(typed,))
    assert all(not any(c.isspace() or c == '"' for c in term) for term in record.terms())
    for reading in readings_of(typed):
        for query in reading:
            assert query.fits(record) is query.fits(record)


def test_terms_are_the_same_numbers_on_every_counter() -> None:
    assert (term_number("여권"), term_number("wcctv")) == (-1539123529, 1344892535)
