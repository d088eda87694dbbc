"""A list of cases as XLSX and CSV, read back: Hangul intact, masked, and nothing that calculates."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.cases import CaseKind, CaseLine, CaseResult, CaseStatus
from app.domain.languages import ScreenLanguage
from app.printing.case_list import case_list_file
from app.printing.case_words import CASE_WORDS
from tests.printing.samples import SEOUL

LINE = CaseLine(
    id="x1",
    number="2026-C01-0007",
    kind=CaseKind.GRIEVANCE,
    title="한빛초등학교 앞 똠방각하 펲시 새벽 소음",
    masked_name="홍*동",
    department_code="ENV",
    department="환경과",
    status=CaseStatus.SUPPLEMENT,
    received_at=datetime(2026, 11, 9, 10, 12, 33, tzinfo=SEOUL),
    due_day=date(2026, 11, 17),
    due_clock="",
    moved_from=date(2026, 11, 16),
    owner="clerk2",
    owner_name="김민수",
    supplements=2,
    ended_on=None,
    result=None,
    to_auditor=True,
)
ENDED = replace(
    LINE,
    number="2026-C01-0008",
    status=CaseStatus.CLOSED,
    due_clock="10:30",
    moved_from=None,
    ended_on=date(2026, 11, 12),
    result=CaseResult.PARTLY,
    to_auditor=False,
)
DANGEROUS = ["=1+1", "+82 2", "-3", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")', "＝1", "\rx", " =1+1", "\u3000＝1"]


def book_of(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_workbook_has_every_case_with_dates_as_dates(language: ScreenLanguage) -> None:
    words = CASE_WORDS[language]
    sheet = book_of(case_list_file((LINE, ENDED), "xlsx", language, SEOUL))[words.list]
    assert sheet.freeze_panes == "A2"
    assert sheet.auto_filter.ref == "A1:O3"
    head, first, second = sheet.iter_rows()
    assert tuple(cell.value for cell in head) == words.columns
    values = [cell.value for cell in first]
    assert values[:7] == [
        LINE.number,
        words.kinds[LINE.kind],
        LINE.title,
        "홍*동",
        "환경과",
        "김민수",
        words.statuses[LINE.status],
    ]
    days = [f"{value:%Y-%m-%d %H:%M}" if isinstance(value, datetime) else value for value in values]
    assert days[7:13] == ["2026-11-09 10:12", "2026-11-17 00:00", None, "2026-11-16 00:00", 2, None]
    assert values[13:] == [None, words.yes]
    assert first[7].number_format == "yyyy-mm-dd hh:mm"
    assert first[8].number_format == "yyyy-mm-dd"
    values = [cell.value for cell in second]
    assert values[9:12] == ["10:30", None, 2]
    assert f"{values[12]:%Y-%m-%d}" == "2026-11-12"
    assert values[13:] == [words.results[CaseResult.PARTLY], None]


@pytest.mark.parametrize("language", ScreenLanguage)
def test_csv_opens_with_hangul_in_a_spreadsheet(language: ScreenLanguage) -> None:
    words = CASE_WORDS[language]
    content = case_list_file(iter((LINE, ENDED)), "csv", language, SEOUL)
    assert content.startswith(b"\xef\xbb\xbf")
    assert b"\r\n" in content
    head, first, second = lines_of(content)
    assert tuple(head) == words.columns
    assert first[2] == LINE.title
    assert first[7:13] == ["2026-11-09 10:12:00", "2026-11-17", "", "2026-11-16", "2", ""]
    assert second[9] == "10:30"


@pytest.mark.parametrize("form", ["xlsx", "csv"])
@pytest.mark.parametrize("text", DANGEROUS)
def test_no_text_becomes_a_formula(form: str, text: str) -> None:
    line = replace(LINE, title=text, department=text, owner_name=text, number=text)
    content = case_list_file((line,), form, ScreenLanguage.KO, SEOUL)
    if form == "csv":
        for place in (0, 2, 4, 5):
            assert lines_of(content)[1][place] == f"'{text}"
        return
    for cell in next(book_of(content).active.iter_rows(min_row=2)):
        assert cell.data_type != "f"


def test_a_name_that_was_not_masked_is() -> None:
    line = replace(LINE, masked_name="홍길동")
    assert lines_of(case_list_file((line,), "csv", ScreenLanguage.KO, SEOUL))[1][3] == "홍*동"


def test_an_officer_this_home_does_not_know_is_named_by_the_login() -> None:
    line = replace(LINE, owner_name="")
    assert lines_of(case_list_file((line,), "csv", ScreenLanguage.KO, SEOUL))[1][5] == "clerk2"


def test_an_empty_list_is_a_head() -> None:
    assert lines_of(case_list_file((), "csv", ScreenLanguage.KO, SEOUL)) == [
        list(CASE_WORDS[ScreenLanguage.KO].columns)
    ]
    assert book_of(case_list_file((), "xlsx", ScreenLanguage.KO, SEOUL)).active.max_row == 1


@settings(max_examples=30, deadline=None)
@given(title=st.text(max_size=80), name=st.text(max_size=40), owner=st.text(max_size=40))
def test_any_text_comes_back_from_csv(title: str, name: str, owner: str) -> None:
    line = replace(LINE, title=title, masked_name=name, owner="", owner_name=owner)
    found = lines_of(case_list_file((line,), "csv", ScreenLanguage.KO, SEOUL))
    assert len(found) == 2
    assert found[1][2].removeprefix("'") == title.removeprefix("'")
    assert found[1][5].removeprefix("'") == owner.removeprefix("'")
    assert book_of(case_list_file((line,), "xlsx", ScreenLanguage.KO, SEOUL)).active.max_row == 2


def test_times_are_the_offices_own() -> None:
    line = replace(LINE, received_at=datetime(2026, 11, 8, 15, 5, tzinfo=UTC))
    assert lines_of(case_list_file((line,), "csv", ScreenLanguage.KO, SEOUL))[1][7] == "2026-11-09 00:05:00"
