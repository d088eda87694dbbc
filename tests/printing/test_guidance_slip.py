"""The guidance slip: large, whole, in the citizen's language, and the Korean name always."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from app.domain.directory import OUTSIDE as OUTSIDE_BUREAU
from app.domain.directory import Task, TaskForm
from app.domain.guidance_slips import GuidanceSlip, GuidanceStep, guidance_step
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.printing.drawing import FillMark
from app.printing.guidance_slip import guidance_pdfs
from app.printing.guidance_slip_parts import _ASK_THE_WAY
from app.printing.guidance_slip_words import GUIDANCE_WORDS
from app.printing.receipt_printer import print_receipt
from app.printing.slip_a5 import HEIGHT_PT
from app.printing.slip_parts import DOT
from tests.printing.guidance_samples import (
    BARE,
    CENTRE,
    CONTENTS,
    LONG,
    LONG_LIST,
    NO_PAPERS,
    OUTSIDE,
    PLAIN,
    event,
    pages,
    slip,
)
from tests.printing.samples import overlaps, pixels, text_of, texts, unspaced
from tests.support.escpos_printer import EscposPrinter, listening

ROOT = Path(__file__).resolve().parents[2]
MARGINS = {Paper.ROLL80: 32, Paper.ROLL58: 40, Paper.A5: 90}
WIDTHS = {Paper.ROLL80: 640, Paper.ROLL58: 464, Paper.A5: 1183}
FOREIGN = (Language.EN, Language.ZH, Language.VI)
CASES = [(name, paper, language) for name in CONTENTS for paper in Paper for language in Language]


def said(content: object, paper: Paper = Paper.ROLL80) -> str:
    assert isinstance(content, GuidanceSlip)
    return unspaced("".join(map(text_of, guidance_pdfs(content, paper))))


@pytest.mark.parametrize(("name", "paper", "language"), CASES)
def test_nothing_is_covered_clipped_or_off_the_paper(name: str, paper: Paper, language: Language) -> None:
    content = replace(CONTENTS[name], language=language)
    for drawing in pages(content, paper):
        assert overlaps(drawing) == []
    for pdf in guidance_pdfs(content, paper):
        page = pixels(pdf)
        assert page.shape[1] == WIDTHS[paper]
        inked = np.flatnonzero((page == 0).any(axis=0))
        assert MARGINS[paper] <= inked[0]
        assert inked[-1] < page.shape[1] - MARGINS[paper]
        lines = np.flatnonzero((page == 0).any(axis=1))
        assert lines[0] >= 16
        assert lines[-1] < page.shape[0] - 16


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("step", [PLAIN, CENTRE, LONG])
def test_everything_is_on_the_paper_and_whole(step: GuidanceStep, paper: Paper) -> None:
    found = said(slip(step), paper)
    for text in ("한빛구청", step.title, step.department, step.team, step.location, step.phone, *step.papers, step.way):
        assert unspaced(text) in found
    assert unspaced("출력 2026년 11월 20일(금)") in found


@pytest.mark.parametrize("language", FOREIGN)
@pytest.mark.parametrize("paper", Paper)
def test_a_foreign_slip_has_both_names_and_the_korean_one_is_the_largest(paper: Paper, language: Language) -> None:
    names = {
        Language.EN: "Office of Audit and Inspection",
        Language.ZH: "监察审计室",
        Language.VI: "Phòng Kiểm toán và Thanh tra",
    }
    places = {
        Language.EN: "Main Building, 5F, Room 501",
        Language.ZH: "主楼 5层 501室",
        Language.VI: "Tòa nhà chính, tầng 5, phòng 501",
    }
    found = said(slip(PLAIN, language), paper)
    for text in (names[language], places[language], PLAIN.department, PLAIN.location, _ASK_THE_WAY, PLAIN.title):
        assert unspaced(text) in found
    (drawing,) = pages(slip(PLAIN, language), paper)
    korean = next(mark for mark in texts(drawing) if mark.text == PLAIN.department)
    assert korean.size == max(mark.size for mark in texts(drawing))


def test_the_type_is_large() -> None:
    for paper, name, body in ((Paper.ROLL80, 60, 30), (Paper.ROLL58, 50, 28), (Paper.A5, 120, 44)):
        (drawing,) = pages(slip(), paper)
        sizes = {mark.text: mark.size for mark in texts(drawing)}
        assert sizes[PLAIN.department] >= name
        assert sizes[PLAIN.papers[0]] >= body
        assert sizes[PLAIN.phone] >= 40
        assert min(sizes.values()) >= 22


@pytest.mark.parametrize("language", Language)
def test_what_is_elsewhere_is_said_first_and_to_be_phoned(language: Language) -> None:
    words = GUIDANCE_WORDS[language]
    found = said(slip(OUTSIDE, language))
    assert unspaced(words.outside) in found
    assert unspaced(words.outside_note) in found
    assert "126" in found
    # The directory's "phone first" is said in the slip's own words and is nothing to bring.
    assert unspaced(words.papers) not in found
    assert unspaced(words.no_papers) not in found
    assert unspaced(words.outside) not in said(slip(PLAIN, language))


@pytest.mark.parametrize("language", Language)
def test_without_papers_the_department_is_to_be_asked(language: Language) -> None:
    words = GUIDANCE_WORDS[language]
    found = said(slip(NO_PAPERS, language))
    assert unspaced(words.no_papers) in found
    assert unspaced(words.papers) not in found


def test_each_paper_has_a_box_to_tick() -> None:
    (drawing,) = pages(slip(), Paper.A5)
    frames = [mark for mark in drawing.marks if isinstance(mark, FillMark) and len(mark.rects) == 4]
    assert len(frames) == len(PLAIN.papers)


def test_papers_are_said_in_the_citizens_language_where_it_is_known() -> None:
    found = said(slip(PLAIN, Language.EN))
    assert "IDcard·신분증" in found
    assert unspaced("그때의 문자나 녹음") in found
    assert "ID" not in said(slip(PLAIN))


def test_the_way_is_the_offices_own_and_otherwise_floor_and_door() -> None:
    assert "승강기에서내려오른쪽끝방" in said(slip(PLAIN))
    assert "본관1층에서‘종합민원실’문패를찾으세요" in said(slip(NO_PAPERS))
    found = said(slip(PLAIN, Language.EN))
    assert unspaced("Go to Main Building, 5F and look for the sign “501호”.") in found
    assert "승강기에서내려오른쪽끝방" in found
    assert unspaced(GUIDANCE_WORDS[Language.KO].way) not in said(slip(BARE))


def test_an_unknown_department_stays_korean() -> None:
    unknown = replace(PLAIN, department="새로생긴과")
    for language in FOREIGN:
        assert "새로생긴과" in said(slip(unknown, language))
    assert "CommunityServiceCenter" in said(slip(replace(CENTRE, department="온누리동주민센터"), Language.EN))


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_a_list_has_every_step_in_order(paper: Paper, language: Language) -> None:
    content = event(language=language)
    found = unspaced("".join(map(text_of, guidance_pdfs(content, paper))))
    places = [found.index(unspaced(step.title)) for step in content.steps]
    assert places == sorted(places)
    for step in content.steps:
        for text in (step.department, step.phone, step.note):
            assert unspaced(text) in found
    assert unspaced(GUIDANCE_WORDS[language].list_title) in found
    assert unspaced(content.event) in found


def test_events_have_names_in_all_languages() -> None:
    assert "Whenababyisborn" in unspaced(text_of(guidance_pdfs(event(language=Language.EN), Paper.ROLL80)[0]))


def test_a_long_list_takes_several_sheets_and_one_roll() -> None:
    content = event(LONG_LIST)
    assert len(guidance_pdfs(content, Paper.ROLL80)) == 1
    sheets = [unspaced(text_of(pdf)) for pdf in guidance_pdfs(content, Paper.A5)]
    assert len(sheets) > 1
    for number, sheet in enumerate(sheets, start=1):
        assert f"{len(sheets)}장가운데{number}" in sheet
        assert "아기가태어났을때" in sheet
    together = "".join(sheets)
    assert together.count(unspaced(LONG.papers[0])) == LONG_LIST.count(LONG)
    bottom = HEIGHT_PT / DOT
    assert all(mark.y < bottom for drawing in pages(content, Paper.A5) for mark in texts(drawing))


def test_a_short_list_is_one_sheet() -> None:
    (sheet,) = guidance_pdfs(event(), Paper.A5)
    assert "장가운데" not in unspaced(text_of(sheet))


def test_a_task_of_the_directory_as_a_step() -> None:
    form = TaskForm(
        department="관할세무서",
        title="종합소득세 신고",
        bureau=OUTSIDE_BUREAU,
        location="외부(국세상담)",
        phone="126",
        papers="신분증\n\n 소득 서류 ",
        way="버스 두 정거장\n걸어서 20분",
    )
    assert guidance_step(Task("t", form), "5월 안에") == GuidanceStep(
        title="종합소득세 신고",
        department="관할세무서",
        location="외부(국세상담)",
        phone="126",
        papers=("신분증", "소득 서류"),
        way="버스 두 정거장 걸어서 20분",
        outside=True,
        note="5월 안에",
    )


def digests() -> list[str]:
    """One digest for each page; the same wherever and whenever it is printed."""
    made = [
        guidance_pdfs(replace(content, language=language), paper)
        for content in (slip(), slip(OUTSIDE), event())
        for language in Language
        for paper in Paper
    ]
    return [hashlib.sha256(pdf).hexdigest() for pdfs in made for pdf in pdfs]


def test_the_same_bytes_in_another_process() -> None:
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "America/New_York", "PYTHONPATH": str(ROOT)}
    code = "from tests.printing.test_guidance_slip import digests; print(*digests(), sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == digests()


@pytest.mark.parametrize("paper", [Paper.ROLL80, Paper.ROLL58])
def test_a_receipt_printer_prints_the_very_page(paper: Paper) -> None:
    printer = EscposPrinter(576 if paper is Paper.ROLL80 else 384)
    (pdf,) = guidance_pdfs(slip(PLAIN, Language.ZH), paper)
    with listening(printer) as address:
        assert print_receipt(pdf, paper, address) is SlipState.CONFIRMED
    (printed,) = printer.slips()
    page = pixels(pdf)
    margin = (page.shape[1] - printed.width) // 2
    expected = page[:, margin : page.shape[1] - margin] == 0
    dots = np.asarray(printed.convert("L")) < 128
    assert (dots[: expected.shape[0]] == expected).all()
    assert not dots[expected.shape[0] :].any()
    assert printer.unknown == []
