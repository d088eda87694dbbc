"""What paper and files say of visits that were noted on paper and typed in later."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from openpyxl import load_workbook

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import Change, Correction
from app.domain.periods import Period, Span
from app.domain.slips import Paper
from app.domain.visits import LateReason
from app.printing.figure_tables import figure_tables
from app.printing.sheet import MARGIN, WIDTH, draw_sheet, sheet_pdf
from app.printing.sheet_changes import changes_text
from app.printing.slip import slip_pdf
from app.printing.spreadsheets import visits_xlsx
from app.printing.table_words import TABLE_WORDS
from app.printing.words import SHEET_WORDS, SLIP_WORDS
from tests.printing.samples import HUGE_DAY, LONG_SLIP, SLIP, day, overlaps, sheet, text_of, texts, unspaced
from tests.printing.test_slip_layout import drawn
from tests.printing.test_spreadsheets import VISIT


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", Paper)
def test_a_slip_says_the_real_time_and_that_it_was_typed_later(paper: Paper, language: Language) -> None:
    slip = replace(SLIP, language=language)
    mark = unspaced(f"({SLIP_WORDS[language].late})")
    plain, late = (unspaced(text_of(slip_pdf(content, paper))) for content in (slip, replace(slip, late=True)))
    assert mark not in plain
    assert mark in late
    assert late.replace(mark, "") == plain
    assert overlaps(drawn(replace(LONG_SLIP, language=language, late=True, reissue=True), paper)) == []


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("span", [Span.DAY, Span.MONTH])
def test_a_sheet_says_how_many(language: ScreenLanguage, span: Span) -> None:
    figures = replace(day(), period=Period.of(span, day().period.first))
    words = unspaced(SHEET_WORDS[language].late.format(n="1,234"))
    assert unspaced(SHEET_WORDS[language].late.split("{n}")[0]) not in unspaced(
        text_of(sheet_pdf(sheet(figures), language))
    )
    late = sheet(replace(figures, late=1234))
    assert words in unspaced(text_of(sheet_pdf(late, language)))
    drawing = draw_sheet(late, language)
    assert overlaps(drawing) == []
    line = next(mark for mark in texts(drawing) if "1,234" in mark.text)
    assert line.x + drawing.width(line.text, line.size, line.weight) <= WIDTH - MARGIN


@pytest.mark.parametrize("language", ScreenLanguage)
def test_a_full_sheet_has_room_for_it(language: ScreenLanguage) -> None:
    correction = Correction(day().made_at, (Change("late", "late", 0, 40),), 3)
    drawing = draw_sheet(sheet(replace(HUGE_DAY, late=40, correction=correction)), language)
    assert overlaps(drawing) == []


@pytest.mark.parametrize("language", ScreenLanguage)
def test_a_correction_names_them(language: ScreenLanguage) -> None:
    correction = Correction(day().made_at, (Change("late", "late", 0, 3),), 0)
    words = SHEET_WORDS[language]
    assert f"{words.counted['late']} 0→3" in changes_text(correction, words)
    assert words.counted["late"] != "late"


@pytest.mark.parametrize("language", ScreenLanguage)
def test_files_count_them(language: ScreenLanguage) -> None:
    name = TABLE_WORDS[language].lines["late"]
    summary, *_, raw = figure_tables(replace(day(), late=17), language)
    assert [row[1] for row in summary.rows if row[0] == name] == [17]
    assert [row[3] for row in raw.rows if row[2] == name] == [17]


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("reason", [None, *LateReason])
def test_the_list_of_visits_gives_the_reason(language: ScreenLanguage, reason: LateReason | None) -> None:
    words = TABLE_WORDS[language]
    page = load_workbook(BytesIO(visits_xlsx([replace(VISIT, late=reason)], language))).active
    head, row = ([cell.value for cell in line] for line in page.iter_rows())
    assert row[head.index(words.visit_columns[-1])] == (words.late_reasons[reason] if reason else None)
