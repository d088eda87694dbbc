"""The receipt of a case on the slips' papers: large, masked, with its code, and nothing off the paper."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.letters import LetterContent, LetterKind
from app.domain.slips import Paper
from app.printing.drawing import Drawing
from app.printing.letter import letter_pdf
from app.printing.letter_narrow import draw_receipt_a5, draw_receipt_roll
from tests.printing.case_samples import BARE, CASE, LETTERS, page_count
from tests.printing.samples import HOST, URL, overlaps, pixels, text_of, texts, unspaced

MARGINS = {Paper.ROLL80: 32, Paper.ROLL58: 40, Paper.A5: 90}
WIDTHS = {Paper.ROLL80: 640, Paper.ROLL58: 464, Paper.A5: 1183}
PLAIN = LETTERS[LetterKind.RECEIPT]
CODE = replace(PLAIN, survey_url=URL)
LONG = replace(
    CODE,
    office="한빛특별자치시 한빛구청 " * 4,
    case=replace(CASE, title="나" * 80, number="2026-민원여권창구-0000007", external_number="202611091012001234"),
    department="디지털재난안전교통정책기획과 " * 3,
    location="본관 " * 20,
    clerk="W" * 60,
)
CONTENTS = {"plain": PLAIN, "code": CODE, "long": LONG, "bare": BARE}


def drawn(content: LetterContent, paper: Paper) -> Drawing:
    return draw_receipt_a5(content) if paper is Paper.A5 else draw_receipt_roll(content, paper)[0]


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", CONTENTS)
def test_nothing_is_covered_clipped_or_off_the_paper(name: str, paper: Paper) -> None:
    content = CONTENTS[name]
    assert overlaps(drawn(content, paper)) == []
    pdf = letter_pdf(content, paper)
    assert page_count(pdf) == 1
    page = pixels(pdf)
    assert page.shape[1] == WIDTHS[paper]
    inked = np.flatnonzero((page == 0).any(axis=0))
    assert MARGINS[paper] <= inked[0]
    assert inked[-1] < page.shape[1] - MARGINS[paper]
    lines = np.flatnonzero((page == 0).any(axis=1))
    assert lines[0] >= 16
    assert lines[-1] < page.shape[0] - 16


@pytest.mark.parametrize("paper", Paper)
def test_says_what_was_received_by_when_it_is_due_and_who_has_it(paper: Paper) -> None:
    found = unspaced(text_of(letter_pdf(CODE, paper)))
    for text in (
        "한빛구청",
        "민원 접수증",
        CASE.number,
        "2026년 11월 9일(월) 10:12",
        "고충민원",
        CASE.title,
        "홍*동",
        "2026년 11월 17일(화)까지",
        "환경과",
        "본관 3층 302호",
        "02-000-1203",
        "김민수",
        "한빛구청장",
        HOST,
        "인쇄 김민수 2026년 11월 18일(수) 14:32",
    ):
        assert unspaced(text) in found
    for hidden in ("홍길동", CASE.phone, CASE.address):
        assert unspaced(hidden) not in found


@pytest.mark.parametrize("paper", Paper)
def test_the_number_is_the_largest_and_rolls_are_black_only(paper: Paper) -> None:
    drawing = drawn(CODE, paper)
    assert max(texts(drawing), key=lambda mark: mark.size).text == CASE.number
    assert {getattr(mark, "gray", 0.0) for mark in drawing.marks} == {0.0}


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("content", [CODE, LONG])
def test_the_code_leads_to_the_survey(content: LetterContent, paper: Paper) -> None:
    found = zxingcpp.read_barcodes(
        pixels(letter_pdf(content, paper)), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    assert [code.text for code in found] == [URL]


@pytest.mark.parametrize("paper", Paper)
def test_without_an_address_there_is_no_code(paper: Paper) -> None:
    pdf = letter_pdf(PLAIN, paper)
    assert zxingcpp.read_barcodes(pixels(pdf)) == []
    assert "설문" not in text_of(pdf)


def test_an_address_too_long_for_the_roll_is_refused() -> None:
    with pytest.raises(ValueError, match="wider than 384 dots"):
        letter_pdf(replace(PLAIN, survey_url="https://a/" + "x" * 700), Paper.ROLL58)


@pytest.mark.parametrize("kind", [kind for kind in LetterKind if kind is not LetterKind.RECEIPT])
@pytest.mark.parametrize("paper", Paper)
def test_every_other_letter_is_a4_whatever_the_paper(kind: LetterKind, paper: Paper) -> None:
    assert letter_pdf(LETTERS[kind], paper) == letter_pdf(LETTERS[kind])


@settings(max_examples=25, deadline=None)
@given(title=st.text(max_size=80), name=st.text(max_size=40), clerk=st.text(max_size=40), paper=st.sampled_from(Paper))
def test_any_text_prints(title: str, name: str, clerk: str, paper: Paper) -> None:
    content = replace(CODE, case=replace(CASE, title=title, name=name), clerk=clerk, department=name)
    assert overlaps(drawn(content, paper)) == []
    assert letter_pdf(content, paper) == letter_pdf(content, paper)
