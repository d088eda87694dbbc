"""What stands on the slip, and that nothing is clipped, covered or lost."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pypdfium2 as pdfium
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.languages import Language
from app.domain.slips import Paper, SlipContent
from app.domain.visits import VisitorKind
from app.printing.drawing import Drawing, ImageMark
from app.printing.raster import render_page
from app.printing.slip import slip_pdf
from app.printing.slip_a5 import draw_a5
from app.printing.slip_parts import DOT
from app.printing.slip_roll import ROLL58, ROLL80, draw_roll
from app.printing.words import SLIP_WORDS
from tests.printing.samples import HOST, LONG_SLIP, SLIP, overlaps, pixels, text_of, unspaced

MARGINS = {Paper.ROLL80: 32, Paper.ROLL58: 40, Paper.A5: 90}
WIDTHS = {Paper.ROLL80: 640, Paper.ROLL58: 464, Paper.A5: 1183}


def drawn(content: SlipContent, paper: Paper) -> Drawing:
    if paper is Paper.A5:
        return draw_a5(content)
    return draw_roll(content, ROLL80 if paper is Paper.ROLL80 else ROLL58)[0]


def grays(drawing: Drawing) -> set[float]:
    assert not any(isinstance(mark, ImageMark) for mark in drawing.marks)
    return {mark.gray for mark in drawing.marks if not isinstance(mark, ImageMark)}


CONTENTS = {
    "plain": SLIP,
    "long": LONG_SLIP,
    "reissue": replace(SLIP, reissue=True),
    "bare": replace(SLIP, queue_number="", location="", phone="", clerk="", visitor_kind=""),
    "long number": replace(SLIP, number="민원여권-12345", queue_number="가123456789"),
    "no code": replace(SLIP, survey_url=""),
    "long without a code": replace(LONG_SLIP, survey_url=""),
    "long host": replace(SLIP, survey_host="survey." + "very-long-" * 8 + "office.go.kr"),
}


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", CONTENTS)
def test_texts_do_not_cover_each_other(name: str, paper: Paper, language: Language) -> None:
    assert overlaps(drawn(replace(CONTENTS[name], language=language), paper)) == []


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", CONTENTS)
def test_ink_stays_within_what_the_head_prints(name: str, paper: Paper, language: Language) -> None:
    page = pixels(slip_pdf(replace(CONTENTS[name], language=language), paper))
    assert page.shape[1] == WIDTHS[paper]
    margin = MARGINS[paper]
    inked = np.flatnonzero((page == 0).any(axis=0))
    assert inked[0] >= margin
    assert inked[-1] < page.shape[1] - margin
    lines = np.flatnonzero((page == 0).any(axis=1))
    assert lines[0] >= 16
    assert lines[-1] < page.shape[0] - 16


@pytest.mark.parametrize("paper", Paper)
def test_everything_is_on_the_paper(paper: Paper) -> None:
    found = unspaced(text_of(slip_pdf(SLIP, paper)))
    for text in (SLIP.office, SLIP.number, SLIP.service, SLIP.department, SLIP.location, SLIP.phone, SLIP.clerk, HOST):
        assert unspaced(text) in found
    for text in (
        "2026년 11월 20일(금) 14:32",
        "12",
        "본인",
        "11월 27일(금)까지 응답",
        "출력 2026년 11월 20일(금) 14:32:09",
    ):
        assert unspaced(text) in found
    assert "재발행" not in found


@pytest.mark.parametrize("paper", Paper)
def test_long_names_are_wrapped_and_whole(paper: Paper) -> None:
    found = unspaced(text_of(slip_pdf(LONG_SLIP, paper)))
    for text in (LONG_SLIP.office, LONG_SLIP.service, LONG_SLIP.department, LONG_SLIP.location, LONG_SLIP.clerk):
        assert unspaced(text) in found


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_labels_speak_the_slips_language_and_the_survey_all_four(paper: Paper, language: Language) -> None:
    words = SLIP_WORDS[language]
    found = unspaced(text_of(slip_pdf(replace(SLIP, language=language, reissue=True), paper)))
    for label in (words.title, words.service, words.department, words.clerk, words.nothing_asked, words.reissue):
        assert unspaced(label) in found
    assert words.visitor_kinds[VisitorKind.SELF].replace(" ", "") in found
    for each in Language:
        assert unspaced(SLIP_WORDS[each].survey) in found


def test_a_kind_of_visitor_in_words_stays_as_it_is() -> None:
    assert "사전예약자" in text_of(slip_pdf(replace(SLIP, visitor_kind="사전예약자"), Paper.ROLL80))


@pytest.mark.parametrize("paper", Paper)
def test_black_only(paper: Paper) -> None:
    """At a resolution where every edge falls between pixels only a thin seam is gray; no area is."""
    assert grays(drawn(replace(SLIP, reissue=True), paper)) == {0.0, 1.0}
    assert grays(drawn(SLIP, paper)) == {0.0}


@pytest.mark.parametrize("paper", [Paper.ROLL80, Paper.ROLL58])
def test_a_roll_is_as_long_as_its_slip(paper: Paper) -> None:
    short, long = (render_page(slip_pdf(content, paper), 203) for content in (SLIP, LONG_SLIP))
    assert short.width == long.width == WIDTHS[paper]
    assert long.height > 2 * short.height
    assert short.height * DOT / 72 * 25.4 < 170


def test_a5_is_a5() -> None:
    for content in (SLIP, LONG_SLIP):
        document = pdfium.PdfDocument(slip_pdf(content, Paper.A5))
        assert len(document) == 1
        assert document.get_page_size(0) == pytest.approx((148 / 25.4 * 72, 210 / 25.4 * 72), abs=0.01)
        document.close()


@pytest.mark.parametrize("language", Language)
def test_title_and_language_are_in_the_file(language: Language) -> None:
    pdf = slip_pdf(replace(SLIP, language=language), Paper.ROLL80)
    document = pdfium.PdfDocument(pdf)
    assert document.get_metadata_value("Title") == f"{SLIP_WORDS[language].title} A-037"
    document.close()
    assert f"/Lang ({language})".encode() in pdf


TEXT = st.text(max_size=60)


@settings(max_examples=40, deadline=None)
@given(service=TEXT, department=TEXT, clerk=TEXT, queue=st.text(max_size=12), paper=st.sampled_from(Paper))
def test_any_text_prints(service: str, department: str, clerk: str, queue: str, paper: Paper) -> None:
    content = replace(SLIP, service=service, department=department, clerk=clerk, queue_number=queue)
    assert overlaps(drawn(content, paper)) == []
    assert render_page(slip_pdf(content, paper), 50).gray


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", Language)
def test_every_service_of_the_visit_stands_on_the_slip(paper: Paper, language: Language) -> None:
    further = ("인감증명", "전입신고", "여권 신청", "가족관계증명", "건축물대장")
    several = replace(SLIP, further_services=further, language=language)
    printed = unspaced(text_of(slip_pdf(several, paper)))
    between = "、" if language is Language.ZH else ","
    assert between.join(unspaced(name) for name in (SLIP.service, *further)) in printed
    assert overlaps(drawn(several, paper)) == []
