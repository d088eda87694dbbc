"""The seven letters on A4: what each must say, in order, whole, and inside the page."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import numpy as np
import pypdfium2 as pdfium
import pytest
import zxingcpp
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.cases import CaseFlag, CaseKind, CaseResult, Channel, WrittenBy
from app.domain.letters import LetterContent, LetterKind
from app.printing.letter import letter_pdf
from app.printing.letter_a4 import draw_letter
from app.printing.letter_body import TITLES, letter_body
from app.printing.letter_words import full_law, head_of, laws
from app.printing.pages import FOOT, HEIGHT, MARGIN, WIDTH
from tests.printing.case_samples import (
    BARE,
    BARES,
    CASE,
    LETTERS,
    LONG,
    LONG_TEXT,
    REFUSED,
    all_text,
    page_count,
    page_pixels,
)
from tests.printing.samples import HOST, URL, overlaps, texts, unspaced

EVERYTHING = {
    **{kind.value: content for kind, content in LETTERS.items()},
    **{f"bare {content.kind.value}": content for content in BARES},
    "refused": REFUSED,
    "long": LONG,
    "long names": replace(
        LONG,
        office="한빛특별자치시 한빛구청 " * 4,
        department="디지털재난안전교통정책기획과 " * 5,
        receiver="가" * 40,
        case=replace(CASE, title="나" * 80, address="다 라 " * 30, number="2026-민원여권창구-0000007"),
    ),
}


def said(content: LetterContent) -> str:
    return unspaced(all_text(letter_pdf(content)))


@pytest.mark.parametrize("name", EVERYTHING)
def test_nothing_is_covered_or_leaves_the_margins(name: str) -> None:
    for drawing in draw_letter(EVERYTHING[name]):
        assert overlaps(drawing) == []
        for mark in texts(drawing):
            assert mark.x >= MARGIN - 0.1
            assert mark.x + mark.width <= WIDTH - MARGIN + 0.1
            assert MARGIN / 2 < mark.y <= FOOT + 0.1


@pytest.mark.parametrize("name", EVERYTHING)
def test_no_ink_at_the_edge_of_any_page(name: str) -> None:
    pdf = letter_pdf(EVERYTHING[name])
    edge = round(9 / 25.4 * 100)
    for number in range(page_count(pdf)):
        inked = page_pixels(pdf, number, 100) < 200
        assert inked.any()
        assert not inked[:edge].any()
        assert not inked[-edge:].any()
        assert not inked[:, :edge].any()
        assert not inked[:, -edge:].any()


@pytest.mark.parametrize("kind", LetterKind)
def test_the_usual_letter_takes_one_a4_page(kind: LetterKind) -> None:
    document = pdfium.PdfDocument(letter_pdf(LETTERS[kind]))
    assert len(document) == 1
    assert document.get_page_size(0) == pytest.approx((WIDTH, HEIGHT), abs=0.01)
    assert document.get_metadata_value("Title") == f"{TITLES[kind]} 2026-C01-0007"
    document.close()


@pytest.mark.parametrize("kind", LetterKind)
def test_every_letter_names_office_case_clerk_law_and_printing(kind: LetterKind) -> None:
    content = LETTERS[kind]
    found = said(content)
    for text in ("한빛구청", TITLES[kind], "2026-C01-0007", CASE.title, "2026년 11월 9일(월) 10:12", "고충민원"):
        assert unspaced(text) in found
    assert unspaced(f"인쇄 {content.printed_by} 2026년 11월 18일(수) 14:32") in found
    assert unspaced(laws(content.articles)) in found
    assert "김민수" in found
    if kind is not LetterKind.REMINDER:
        for text in ("환경과", "02-000-1203", "본관 3층 302호", "한빛구청장", "직인"):
            assert unspaced(text) in found


EXPECTED = {
    LetterKind.RECEIPT: ("접수하였습니다", "홍*동", "처리기한", "2026년 11월 17일(화)까지", "창구 방문"),
    LetterKind.SUPPLEMENT: (
        "홍길동 귀하",
        "보완할 사항",
        "1. 소음이 난 날짜와 시각을 적은 기록",
        "2026년 11월 20일(금)까지 보완하여 주시기 바랍니다",
        "두 번까지",
        "10일 이내",
        "도착한 날까지는 처리기간에 넣지 않습니다",
        "2026년 11월 11일(수)",
    ),
    LetterKind.EXTENSION: (
        "홍길동 귀하",
        "처리기간을 연장하였음을",
        "당초 처리기한",
        "2026년 11월 17일(화)까지",
        "처리완료 예정일",
        "2026년 11월 26일(목)",
        "연장 사유",
        "측정 장비가 11월 18일에야",
    ),
    LetterKind.TRANSFER: (
        "홍길동 귀하",
        "한빛시 환경정책과에서 처리할 사항",
        "02-000-3300",
        "이송 사유",
        "다시 하실 필요는",
    ),
    LetterKind.PROGRESS: ("홍길동 귀하", "처리 진행상황", "세 번째 측정", "2026년 12월 22일(화)"),
    LetterKind.RESULT: (
        "홍길동 귀하",
        "처리(수용)",
        "처리 내용",
        "명령하였습니다",
        "국민권익위원회",
        "1분 익명 설문",
        HOST,
    ),
    LetterKind.REMINDER: ("환경과장", "지체 없이 처리하여", "홍*동", "1일 지남", "민원심사관", "서명"),
}


@pytest.mark.parametrize("kind", LetterKind)
def test_each_letter_says_what_it_is_for(kind: LetterKind) -> None:
    found = said(LETTERS[kind])
    for text in EXPECTED[kind]:
        assert unspaced(text) in found


@pytest.mark.parametrize("kind", [LetterKind.RECEIPT, LetterKind.REMINDER])
def test_names_are_masked_where_the_letter_is_not_to_the_citizen_alone(kind: LetterKind) -> None:
    found = said(LETTERS[kind])
    assert "홍길동" not in found
    assert CASE.phone not in found
    assert unspaced(CASE.address) not in found


def test_a_refusal_gives_reason_remedy_and_the_right_to_object() -> None:
    found = said(REFUSED)
    for text in (
        "거부하는 이유",
        REFUSED.step_text,
        "구제절차",
        "행정심판위원회",
        "한빛행정법원",
        "60일 이내(2027년 1월 18일(월)까지)에 한빛구청장에게 문서로 이의신청",
        "10일 이내에 결정",
        "행정심판이나 행정소송",
        "「민원 처리에 관한 법률」 제35조",
    ):
        assert unspaced(text) in found
    assert page_count(letter_pdf(REFUSED)) == 1


@pytest.mark.parametrize("kind", CaseKind)
@pytest.mark.parametrize("result", CaseResult)
@pytest.mark.parametrize("until", [None, date(2027, 1, 18)])
def test_only_a_refused_statutory_petition_may_be_objected_to(
    kind: CaseKind, result: CaseResult, until: date | None
) -> None:
    content = replace(REFUSED, case=replace(CASE, kind=kind), result=result, object_until=until)
    may = result is CaseResult.REFUSED and kind.value.startswith("L-")
    assert [word in said(content) for word in ("이의신청", "60일")] == [may, may]


def test_what_was_not_refused_has_no_word_of_refusing() -> None:
    found = said(LETTERS[LetterKind.RESULT])
    for text in ("거부", "구제절차", "이의신청"):
        assert text not in found


def test_a_long_answer_goes_on_over_numbered_pages_and_is_whole() -> None:
    pdf = letter_pdf(LONG)
    pages = page_count(pdf)
    assert pages == 3
    found = said(LONG)
    for number in range(1, pages + 1):
        assert f"{number}/{pages}" in found
    assert found.count("접수번호2026-C01-0007·인쇄김민수") == pages
    assert found.count("시공사와함께확인") == LONG_TEXT.count("시공사와 함께 확인")
    drawn = "".join(mark.text for drawing in draw_letter(LONG) for mark in texts(drawing) if mark.size == 10.5)
    assert unspaced(LONG_TEXT) in unspaced(drawn)


def test_a_letter_of_one_page_has_no_page_number() -> None:
    assert "1/1" not in said(LETTERS[LetterKind.EXTENSION])


def test_lines_stand_as_they_were_written() -> None:
    (drawing,) = draw_letter(LETTERS[LetterKind.SUPPLEMENT])
    lines = [mark.text for mark in texts(drawing)]
    assert "1. 소음이 난 날짜와 시각을 적은 기록" in lines
    assert "2. 공사장 위치를 알 수 있는 사진 또는 약도" in lines


@pytest.mark.parametrize(
    "content", [LETTERS[LetterKind.RESULT], LONG, replace(LETTERS[LetterKind.RECEIPT], survey_url=URL)]
)
def test_the_code_leads_to_the_survey_and_is_large_enough(content: LetterContent) -> None:
    pdf = letter_pdf(content)
    found = zxingcpp.read_barcodes(
        page_pixels(pdf, page_count(pdf) - 1), formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode)
    )
    assert [code.text for code in found] == [URL]
    side = found[0].position.bottom_right.x - found[0].position.top_left.x
    assert side / 203 * 25.4 / 49 >= 0.5


def test_without_an_address_there_is_no_code_and_no_word_of_a_survey() -> None:
    content = replace(LETTERS[LetterKind.RESULT], survey_url="")
    assert "설문" not in said(content)
    assert zxingcpp.read_barcodes(page_pixels(letter_pdf(content), 0)) == []


@pytest.mark.parametrize("content", BARES, ids=lambda content: content.kind.value)
def test_what_is_missing_leaves_no_empty_label(content: LetterContent) -> None:
    found = said(content)
    for label in ("민원명", "처리기한", "보완기한", "담당자", "전화", "근거", "구제절차", "None"):
        assert label not in found
    if content.kind not in (LetterKind.RECEIPT, LetterKind.REMINDER):
        assert "민원인귀하" in found


def test_a_case_that_others_wrote_down_says_so() -> None:
    written = replace(CASE, written_by=WrittenBy.CLERK, channel=Channel.PHONE, external_number="202611091012001234")
    flagged = replace(written, flags=frozenset({CaseFlag.MANY, CaseFlag.COMPLEX}))
    found = said(replace(LETTERS[LetterKind.RECEIPT], case=flagged))
    assert unspaced("전화 (말씀하신 내용을 담당자가 대신 적음)") in found
    assert "새올202611091012001234" in found
    assert "고충민원·복합민원·다수인관련민원" in found


def test_praise_is_thanked_for_and_has_no_deadline() -> None:
    found = said(replace(LETTERS[LetterKind.RECEIPT], case=replace(CASE, kind=CaseKind.PRAISE), due_day=None))
    assert "칭찬접수증" in found
    assert "고맙습니다" in found
    assert "처리기한" not in found


def test_times_stand_on_the_offices_clock() -> None:
    content = LETTERS[LetterKind.RECEIPT]
    elsewhere = replace(content, case=replace(CASE, received_at=datetime(2026, 11, 8, 15, 5, tzinfo=UTC)))
    assert unspaced("2026년 11월 9일(월) 00:05") in said(elsewhere)


def test_a_deadline_by_the_hour_has_its_time() -> None:
    content = replace(LETTERS[LetterKind.RECEIPT], due_clock="10:30")
    assert unspaced("2026년 11월 17일(화) 10:30까지") in said(content)


def test_the_authority_it_was_passed_on_to_is_not_said_twice() -> None:
    content = LETTERS[LetterKind.TRANSFER]
    passed = replace(content, step_text=f"{content.to_department}\n{content.step_text}")
    assert letter_body(passed).sections == letter_body(content).sections
    named = replace(content, step_text=content.to_department)
    assert letter_body(named).sections == ()


@pytest.mark.parametrize(
    ("office", "head"),
    [
        ("한빛구", "한빛구청장"),
        ("한빛구청", "한빛구청장"),
        ("새빛시", "새빛시장"),
        ("달빛군", "달빛군수"),
        ("별빛도", "별빛도지사"),
        ("한빛동 행정복지센터", "한빛동 행정복지센터장"),
        ("Minwon Office", "Minwon Office"),
    ],
)
def test_the_head_of_the_office(office: str, head: str) -> None:
    assert head_of(office) == head


def test_laws_are_named_in_full_and_once() -> None:
    assert full_law("민원처리법 제27조") == "「민원 처리에 관한 법률」 제27조"
    assert full_law("행정절차법 시행령 제11조") == "행정절차법 시행령 제11조"
    assert laws(("민원처리법 시행령 제24조", "민원처리법 시행령 제25조", "민원처리법 제22조")) == (
        "「민원 처리에 관한 법률 시행령」 제24조, 제25조, 「민원 처리에 관한 법률」 제22조"
    )
    assert laws(()) == ""


def test_the_same_letter_is_the_same_file() -> None:
    assert letter_pdf(LONG) == letter_pdf(LONG)
    assert letter_pdf(LONG) != letter_pdf(replace(LONG, printed_by="박지영"))


ODD = st.text(max_size=300)


@settings(max_examples=30, deadline=None)
@given(text=ODD, remedy=ODD, title=st.text(max_size=80), name=st.text(max_size=40), kind=st.sampled_from(LetterKind))
def test_any_text_stays_on_the_page(text: str, remedy: str, title: str, name: str, kind: LetterKind) -> None:
    case = replace(CASE, title=title, name=name, address=remedy[:120])
    content = replace(LETTERS[kind], case=case, receiver=name, step_text=text, remedy=remedy, clerk=name)
    drawings = draw_letter(content)
    for drawing in drawings:
        assert overlaps(drawing) == []
        assert all(mark.x + mark.width <= WIDTH - MARGIN + 0.1 for mark in texts(drawing))
    assert page_count(letter_pdf(content)) == len(drawings)


@settings(max_examples=20, deadline=None)
@given(length=st.integers(0, 4000), lines=st.integers(1, 60), until=st.none() | st.just(date(2027, 1, 18)))
def test_any_length_ends_above_the_foot(length: int, lines: int, until: date | None) -> None:
    text = ("가나다라 마바사\n" * lines + LONG_TEXT)[:length]
    for drawing in draw_letter(replace(REFUSED, step_text=text, object_until=until)):
        body = [mark.y for mark in texts(drawing) if mark.y < FOOT - 20]
        assert max(body, default=0.0) <= FOOT - 30


def test_a_page_is_not_only_a_signature_where_a_little_less_room_would_do() -> None:
    pages = [page_count(letter_pdf(replace(REFUSED, step_text="\n".join(["한 줄"] * n)))) for n in range(1, 14)]
    assert pages == sorted(pages)
    assert pages[:3] == [1, 1, 1]
    assert np.max(pages) == 2


def test_a_bare_receipt_still_is_a_receipt() -> None:
    assert "민원접수증" in said(BARE)


def test_who_answers_for_it_stands_whole_under_long_names() -> None:
    content = replace(LETTERS[LetterKind.RESULT], department="가" * 24, clerk="나" * 10, location="다" * 24)
    found = unspaced("".join(mark.text for mark in texts(draw_letter(content)[0]) if mark.y > FOOT - 20))
    assert f"담당부서{'가' * 24}·담당자{'나' * 10}·전화02-000-1203·위치{'다' * 24}" in found
