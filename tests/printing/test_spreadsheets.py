"""XLSX and CSV, read back: the same totals as everywhere, Hangul intact, nothing that calculates."""

from __future__ import annotations

import csv
import io
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook

from app.domain.languages import ScreenLanguage
from app.domain.period_figures import PeriodFigures
from app.domain.periods import By
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import VisitStatus
from app.printing.figure_tables import figure_tables
from app.printing.figures_text import count_text
from app.printing.sheet import sheet_pdf
from app.printing.spreadsheets import figures_csv, figures_xlsx, visits_xlsx
from app.printing.table_words import TABLE_WORDS
from tests.printing.samples import DAYS, day, sheet, text_of

KO = TABLE_WORDS[ScreenLanguage.KO]
_PLAIN = {"s", "inlineStr", "n", "d"}
"""Kinds of cells that hold a text, a figure or a date; "f" is a formula."""

SMALL = day(services=2, departments=2, counters=1, hours=2)
DANGEROUS = ["=1+1", "+82 2", "-3", "@SUM(A1)", "\tx", '=HYPERLINK("http://x")', "＝1", "\rx"]
FULL_WIDTH = ["＝1+1", "＋82", "－3", "＠SUM(A1)", "﹣3", " =1+1", "\u3000＝1", "\u00a0+1"]
"""Signs that some spreadsheets take for the plain ones, and signs behind blanks that they skip."""


def book_of(content: bytes) -> Any:
    return load_workbook(io.BytesIO(content))


def lines_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def named(figures: PeriodFigures, name: str) -> PeriodFigures:
    """The same figures with every row called `name`."""
    cuts = {
        by: replace(cut, rows=tuple(replace(row, name=name) for row in cut.rows)) for by, cut in figures.cuts.items()
    }
    return replace(figures, cuts=cuts, office=name)


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_workbook_has_the_summary_every_cut_and_the_raw_figures(language: ScreenLanguage) -> None:
    words = TABLE_WORDS[language]
    book = book_of(figures_xlsx(DAYS["normal"], language))
    assert book.sheetnames == [words.summary, *(words.by[by] for by in By), words.referrals, words.raw]
    for page in book.worksheets:
        assert page.freeze_panes == "A2"
        assert page["A1"].font.bold
        assert all(8 <= page.column_dimensions[letter].width <= 46 for letter in "ABCDE")
    summary = {row[0].value: row for row in book[words.summary].iter_rows(min_row=2) if row[0].value}
    assert summary[words.lines["visits"]][1].value == 4012
    assert summary[words.lines["visits"]][1].number_format == "#,##0"
    satisfied = summary[words.lines["satisfied"]]
    assert [cell.value for cell in satisfied[1:5]] == [0.9341, 0.9131, 0.9551, 1205]
    assert [cell.number_format for cell in satisfied[1:5]] == ["0.0%", "0.0%", "0.0%", "#,##0"]


def test_wrong_referrals_have_a_sheet_with_the_days_they_are_counted_over() -> None:
    figures = DAYS["misled"]
    rows = list(book_of(figures_xlsx(figures, ScreenLanguage.KO))[KO.referrals].iter_rows(values_only=True))
    assert rows[0] == ("찾던 일", "하신 말", "보낸 부서", "맞는 부서", "까닭", "사람")
    assert rows[1] == (
        "건축물대장 발급 0",
        "건축물대장 떼러 왔어요 0",
        "부서 0",
        "맞는 부서 0",
        "비슷한 일이 두 곳에",
        60,
    )
    counted = [row[5] for row in rows[1:] if isinstance(row[5], int)]
    assert sum(counted) == sum(one.people for one in figures.wrong_referrals)
    notes = [row[0] for row in rows if row[0]]
    assert any("2026-11-20까지 30일 동안" in str(note) for note in notes)


@pytest.mark.parametrize("name", DAYS)
def test_all_outputs_have_the_same_totals(name: str) -> None:
    figures = DAYS[name]
    total = figures.cuts[By.SERVICE].total
    expected = [total.visits, total.services, total.done, total.slips, total.withheld]
    book = book_of(figures_xlsx(figures, ScreenLanguage.KO))
    for by in By:
        rows = [[cell.value for cell in row] for row in book[KO.by[by]].iter_rows(min_row=2)]
        totals = [row[2:7] for row in rows if row[1] == KO.total]
        assert totals == [expected]
    lines = lines_of(figures_csv(figures, ScreenLanguage.KO))
    assert [row[7:12] for row in lines if row[2] == KO.total] == [[str(n) for n in expected]] * len(By)
    raw = [[("" if cell.value is None else str(cell.value)) for cell in row] for row in book[KO.raw].iter_rows()]
    assert [row[:3] for row in raw] == [row[:3] for row in lines]
    assert [row[7:12] for row in raw] == [row[7:12] for row in lines]
    paper = text_of(sheet_pdf(sheet(figures), ScreenLanguage.KO))
    assert all(count_text(n) in paper for n in expected)


def test_one_cut_alone_in_csv() -> None:
    lines = lines_of(figures_csv(DAYS["normal"], ScreenLanguage.KO, By.COUNTER))
    assert {line[0] for line in lines[1:]} == {KO.summary, KO.by[By.COUNTER]}


def test_hangul_is_intact_for_excel() -> None:
    content = figures_csv(named(day(), "똠방각하 펲시콜라 여권"), ScreenLanguage.KO)
    assert content.startswith(b"\xef\xbb\xbf")
    assert "똠방각하 펲시콜라 여권" in content.decode("utf-8-sig")
    book = book_of(figures_xlsx(named(day(), "똠방각하 펲시콜라 여권"), ScreenLanguage.KO))
    assert book[KO.by[By.SERVICE]]["B2"].value == "똠방각하 펲시콜라 여권"


@pytest.mark.parametrize("text", DANGEROUS)
def test_no_cell_becomes_a_formula(text: str) -> None:
    figures = named(SMALL, text)
    book = book_of(figures_xlsx(figures, ScreenLanguage.KO))
    for page in book.worksheets:
        assert {cell.data_type for row in page.iter_rows() for cell in row} <= _PLAIN
    assert book[KO.by[By.SERVICE]]["B2"].value.strip() == text.strip()
    for line in lines_of(figures_csv(figures, ScreenLanguage.KO)):
        for cell in line:
            assert not cell.startswith(("=", "+", "@", "\t", "\r"))
            assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit()
    listed = book_of(visits_xlsx([replace(VISIT, services=text, departments=text)], ScreenLanguage.KO))
    assert {cell.data_type for row in listed.active.iter_rows() for cell in row} <= _PLAIN


@pytest.mark.parametrize("text", FULL_WIDTH)
def test_what_a_spreadsheet_could_take_for_a_formula_is_marked_in_csv(text: str) -> None:
    cells = {cell for line in lines_of(figures_csv(named(SMALL, text), ScreenLanguage.KO)) for cell in line}
    assert f"'{text}" in cells
    assert text not in cells


@pytest.mark.parametrize("text", ["#N/A", "#DIV/0!", "#NAME?"])
def test_a_text_that_reads_like_an_error_stays_a_text(text: str) -> None:
    book = book_of(figures_xlsx(named(SMALL, text), ScreenLanguage.KO))
    assert {cell.data_type for page in book.worksheets for row in page.iter_rows() for cell in row} <= _PLAIN
    assert book[KO.by[By.SERVICE]]["B2"].value == text
    listed = book_of(visits_xlsx([replace(VISIT, services=text, departments=text)], ScreenLanguage.KO))
    assert {cell.data_type for row in listed.active.iter_rows() for cell in row} <= _PLAIN


@settings(max_examples=25)
@given(text=st.text(max_size=12))
def test_any_text_gives_a_file_that_opens(text: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in text):
        return
    book = book_of(figures_xlsx(named(SMALL, text), ScreenLanguage.KO))
    assert {cell.data_type for row in book[KO.by[By.SERVICE]].iter_rows() for cell in row} <= _PLAIN


def test_suppressed_figures_are_empty_cells() -> None:
    page = book_of(figures_xlsx(DAYS["normal"], ScreenLanguage.KO))[KO.by[By.DEPARTMENT]]
    hidden, shown = page[2], page[3]
    assert [cell.value for cell in hidden[7:]] == [None] * 8
    assert [cell.value for cell in shown[7:10]] == [61, 18, 43]
    assert shown[10].number_format == "0.0%"


def test_the_sealed_question_is_in_no_file() -> None:
    sealed = next(item for item in day().items if item.sealed)
    words = list(sealed.words.values())
    for table in figure_tables(day(), ScreenLanguage.KO):
        assert not any(value in words for row in table.rows for value in row)


VISIT = ExportedVisit(
    day="2026-11-20",
    number="A-001",
    counter="A",
    registered_at=datetime(2026, 11, 20, 10, 0),  # noqa: DTZ001 - the office's clock, as on paper
    status=VisitStatus.DONE,
    services="인감증명, 여권 신청",
    departments="민원여권과",
    visitor_kind="self",
    slip=True,
    slip_withheld=False,
    corrected=False,
    waited=90,
    handled=600,
)


def test_a_list_of_visits() -> None:
    page = book_of(visits_xlsx([VISIT, replace(VISIT, number="A-002", waited=None)], ScreenLanguage.KO)).active
    rows = [[cell.value for cell in row] for row in page.iter_rows()]
    assert rows[0] == list(KO.visit_columns)
    assert rows[1][:7] == ["2026-11-20", "A-001", "A", VISIT.registered_at, "완료", "인감증명, 여권 신청", "민원여권과"]
    assert rows[1][8:] == ["예", None, None, 90, 600, None]
    assert rows[2][11] is None
    assert page.freeze_panes == "A2"


def test_a_list_cut_off_in_the_middle_leaves_nothing_behind(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    def visits() -> Iterator[ExportedVisit]:
        for _ in range(5000):
            yield VISIT
        raise InterruptedError

    with pytest.raises(InterruptedError):
        visits_xlsx(visits(), ScreenLanguage.KO)
    assert list(tmp_path.iterdir()) == []
