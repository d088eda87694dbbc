"""The day's sheet: one page, every figure of the record, nothing that must not be seen."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime, timedelta

import pypdfium2 as pdfium
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.languages import Language, ScreenLanguage
from app.domain.period_figures import Change, Correction, CountRow, Estimate, PeriodFigures
from app.domain.periods import By, Period, Span
from app.printing.drawing import Drawing, FillMark
from app.printing.figures_text import DASH, busiest, count_text, minutes_text, score_text, share_text
from app.printing.sheet import HEIGHT, MARGIN, WIDTH, draw_sheet, sheet_pdf
from app.printing.sheet_survey import short_question
from app.printing.words import SHEET_WORDS
from tests.printing.samples import (
    DAYS,
    EMPTY_DAY,
    HUGE_DAY,
    SEOUL,
    day,
    overlaps,
    pixels,
    referrals,
    sheet,
    text_of,
    texts,
)

CASES = [(name, language) for name in DAYS for language in ScreenLanguage]


def lines_on(drawing: Drawing) -> dict[float, list[str]]:
    """The texts of the page by baseline, left to right."""
    found: dict[float, list[tuple[float, str]]] = {}
    for mark in texts(drawing):
        found.setdefault(round(mark.y, 1), []).append((mark.x, mark.text))
    return {y: [text for _, text in sorted(line)] for y, line in found.items()}


def cells_after(drawing: Drawing, name: str, columns: int) -> list[str]:
    """The figures right of `name` in its table."""
    for line in lines_on(drawing).values():
        if name in line:
            start = line.index(name) + 1
            return line[start : start + columns]
    raise AssertionError(f"{name} is not on the sheet")


@pytest.mark.parametrize(("name", "language"), CASES)
def test_always_one_a4_page(name: str, language: ScreenLanguage) -> None:
    document = pdfium.PdfDocument(sheet_pdf(sheet(DAYS[name]), language))
    assert len(document) == 1
    assert document.get_page_size(0) == pytest.approx((WIDTH, HEIGHT), abs=0.01)
    document.close()


@pytest.mark.parametrize(("name", "language"), CASES)
@pytest.mark.parametrize("boxes", [1, 3, 5])
def test_nothing_is_covered_or_leaves_the_margins(name: str, language: ScreenLanguage, boxes: int) -> None:
    drawing = draw_sheet(sheet(DAYS[name], ("담당", "팀장", "과장", "국장", "부구청장")[:boxes]), language)
    assert overlaps(drawing) == []
    for mark in texts(drawing):
        assert mark.x >= MARGIN - 0.1
        assert mark.x + mark.width <= WIDTH - MARGIN + 0.1
        assert MARGIN / 2 < mark.y < HEIGHT - MARGIN / 2


@pytest.mark.parametrize("n", range(0, 61, 6))
def test_tables_stay_above_the_notes(n: int) -> None:
    drawing = draw_sheet(sheet(day(services=n, departments=60 - n, counters=n // 2, hours=9)), ScreenLanguage.KO)
    assert overlaps(drawing) == []
    note = next(mark.y for mark in texts(drawing) if mark.text.startswith("“–”"))
    assert max(mark.y for mark in texts(drawing) if mark.text == "합계") < note - 8


def figures_expected(figures: PeriodFigures) -> list[str]:
    counts = (figures.visits, figures.services, figures.waiting, figures.serving, figures.done, figures.undone)
    more = (figures.called, figures.left, figures.unrecorded, figures.slips_withheld, figures.not_answered)
    shares = (figures.response_rate, figures.satisfied_share, figures.route_success)
    times = (figures.waiting_time, figures.handling_time)
    return [
        *map(count_text, (*counts, *more, figures.slips_printed, figures.surveys_answered, figures.scored_answers)),
        *map(share_text, shares),
        *(score_text(item.score.value) for item in figures.items),
        *(share_text(share.value) for item in figures.items for _, _, share in item.shares),
        *(count_text(n) for time in times for n in (time.n, time.of)),
        *(minutes_text(value) for time in times for value in (time.median, time.p90)),
        *(count_text(row.visits) for row in figures.cuts[By.HOUR].rows),
    ]


@pytest.mark.parametrize(("name", "language"), CASES)
def test_every_figure_of_the_record_can_be_read_from_the_file(name: str, language: ScreenLanguage) -> None:
    figures = DAYS[name]
    found = re.findall(r"\d[\d,.]*\d%?|\d%?|–", text_of(sheet_pdf(sheet(figures), language)))
    missing = set(figures_expected(figures)) - set(found)
    # With no scored answers the note says so in words.
    assert missing - ({"0"} if not figures.scored_answers else set()) == set()


@pytest.mark.parametrize("language", ScreenLanguage)
def test_headline_numbers_stand_under_their_words(language: ScreenLanguage) -> None:
    words, figures = SHEET_WORDS[language], DAYS["normal"]
    drawing = draw_sheet(sheet(figures), language)
    big = {(round(m.x, 1), round(m.y, 1)): m.text for m in texts(drawing) if m.size == 15}
    above = {(round(m.x, 1), round(m.y + 17, 1)): m.text for m in texts(drawing) if m.size == 7.5}
    assert {above[place]: figure for place, figure in big.items()} == {
        words.visits: "4,012",
        words.services: "4,810",
        words.done: "3,972",
        words.open: "13 · 3 · 27",
        words.gone: "9 · 6",
        words.undone: "41",
        words.slips: "3,811",
        words.withheld: "207",
        words.answers: "1,207",
        words.response_rate: "31.7%",
        words.satisfied: "93.4%",
        words.route: "88.1%",
    }


@pytest.mark.parametrize("language", ScreenLanguage)
def test_rows_carry_their_own_figures(language: ScreenLanguage) -> None:
    figures, words = DAYS["normal"], SHEET_WORDS[language]
    drawing = draw_sheet(sheet(figures), language)
    for row in (*figures.cuts[By.SERVICE].rows, *figures.cuts[By.COUNTER].rows):
        counted = [count_text(n) for n in (row.visits, row.services, row.done, row.slips)]
        assert cells_after(drawing, row.name, 4) == counted
    for row, score in zip(figures.cuts[By.DEPARTMENT].rows, figures.scores[By.DEPARTMENT], strict=True):
        counted = [count_text(row.visits), count_text(row.services)]
        if score.answers is None:
            assert cells_after(drawing, row.name, 4) == [*counted, DASH, DASH]
        else:
            answered = f"{score.answers} / {score.slips}"
            assert cells_after(drawing, row.name, 4) == [*counted, answered, share_text(score.satisfied.value)]
    for item in figures.items:
        if item.score.value is not None:
            question = short_question(item.words[Language(language.value)])
            assert cells_after(drawing, question, 1) == [score_text(item.score.value)]
    assert cells_after(drawing, words.handling_time, 3) == ["6.8", "15.3", "3,970 / 4,012"]


def test_what_does_not_fit_becomes_one_row_and_totals_add_up() -> None:
    drawing = draw_sheet(sheet(HUGE_DAY), ScreenLanguage.KO)
    lines = list(lines_on(drawing).values())
    rest = [text for line in lines for text in line if text.startswith("그 밖 ")]
    assert len(rest) == 3
    columns = ("visits", "services", "done", "slips")
    for by in (By.SERVICE, By.COUNTER):
        cut = HUGE_DAY.cuts[by]
        whole = [count_text(getattr(cut.total, name)) for name in columns]
        assert any(line[i : i + 5] == ["합계", *whole] for line in lines for i in range(len(line)))
        shown = [row for row in cut.rows if any(row.name in line for line in lines)]
        hidden = [row for row in cut.rows if row not in shown]
        left = [count_text(sum(getattr(row, name) for row in hidden)) for name in columns]
        label = f"그 밖 {len(hidden)}개"
        assert any(line[i : i + 5] == [label, *left] for line in lines for i in range(len(line)))
        assert min(row.visits for row in shown) >= max(row.visits for row in hidden)


def test_who_was_sent_to_a_wrong_desk_by_what_they_wanted() -> None:
    figures = replace(day(), wrong_referrals=referrals(4))
    drawing = draw_sheet(sheet(figures), ScreenLanguage.KO)
    found = [mark.text for mark in texts(drawing)]
    assert "잘못 안내 · 11월 20일(금)까지 30일 동안 222명" in found
    first, unknown = figures.wrong_referrals[0], figures.wrong_referrals[3]
    cells = cells_after(drawing, f"{first.title} ‘{first.phrase}’", 4)
    assert cells == ["부서 0", "맞는 부서 0", "비슷한 일이 두 곳에", "60"]
    assert cells_after(drawing, f"{unknown.title} ‘{unknown.phrase}’", 4) == ["부서 3", DASH, "안내 자료에 없음", "51"]


def test_many_kinds_of_wrong_referrals_become_one_row_and_add_up() -> None:
    drawing = draw_sheet(sheet(DAYS["misled"]), ScreenLanguage.EN)
    assert "Sent to a wrong desk · 432 in the 30 days until Fri 20 Nov" in [mark.text for mark in texts(drawing)]
    rest = cells_after(drawing, "6 others", 1)
    assert rest == [count_text(sum(one.people for one in DAYS["misled"].wrong_referrals[3:]))]


@pytest.mark.parametrize("language", ScreenLanguage)
def test_without_wrong_referrals_there_is_no_such_section(language: ScreenLanguage) -> None:
    found = " ".join(mark.text for mark in texts(draw_sheet(sheet(day()), language)))
    assert SHEET_WORDS[language].referred[1] not in found
    assert SHEET_WORDS[language].referrals.split(" · ")[0] not in found


def test_days_to_come_are_not_counted_over() -> None:
    figures = day()
    assert figures.referred_until == date(2026, 11, 20)
    month = replace(figures, period=Period.of(Span.MONTH, date(2026, 11, 20)))
    assert month.referred_until == date(2026, 11, 20)
    assert replace(month, made_at=figures.made_at + timedelta(days=40)).referred_until == date(2026, 11, 30)


@pytest.mark.parametrize(("name", "language"), CASES)
def test_the_sealed_question_has_no_figure_and_no_bar(name: str, language: ScreenLanguage) -> None:
    drawing = draw_sheet(sheet(DAYS[name]), language)
    words = SHEET_WORDS[language]
    mark = next(m for m in texts(drawing) if m.text == words.sealed)
    line = lines_on(drawing)[round(mark.y, 1)]
    sealed = next(item for item in DAYS[name].items if item.sealed)
    assert line == [short_question(sealed.words[Language(language.value)]), words.sealed]
    assert not any(c.isdigit() for text in line for c in text)
    bars = [r for m in drawing.marks if isinstance(m, FillMark) for r in m.rects if mark.y - 8 < r[1] < mark.y]
    assert bars == []


def test_a_sealed_figure_is_not_drawn_even_when_the_record_holds_one() -> None:
    forged = tuple(replace(item, score=Estimate(66.6, 9, 60.0, 70.0)) if item.sealed else item for item in day().items)
    text = text_of(sheet_pdf(sheet(replace(day(), items=forged)), ScreenLanguage.KO))
    assert "66.6" not in text


@pytest.mark.parametrize("language", ScreenLanguage)
def test_bars_only_where_there_is_a_figure(language: ScreenLanguage) -> None:
    def tracks(figures: PeriodFigures) -> int:
        marks = draw_sheet(sheet(figures), language).marks
        return sum(1 for m in marks if isinstance(m, FillMark) and m.gray == 0.9)

    normal = DAYS["normal"]
    scored = sum(item.score.value is not None for item in normal.items) + 1
    assert tracks(normal) == scored + sum(len(item.shares) for item in normal.items)
    assert tracks(EMPTY_DAY) == 0


@pytest.mark.parametrize("language", ScreenLanguage)
def test_the_empty_day_is_a_whole_page_too(language: ScreenLanguage) -> None:
    words = SHEET_WORDS[language]
    text = text_of(sheet_pdf(sheet(EMPTY_DAY), language))
    assert text.count(DASH) > 15
    for part in (
        words.titles[Span.DAY],
        words.provisional,
        words.nothing,
        words.footnote_no_base,
        words.footnote_departments,
    ):
        assert part in text


@pytest.mark.parametrize("language", ScreenLanguage)
def test_says_whether_it_is_final_and_who_printed_it(language: ScreenLanguage) -> None:
    words = SHEET_WORDS[language]
    provisional = text_of(sheet_pdf(sheet(replace(day(), provisional=True)), language))
    final = text_of(sheet_pdf(sheet(day()), language))
    date = "2026년 11월 28일(토)" if language is ScreenLanguage.KO else "Sat 28 Nov 2026"
    assert words.provisional_why.format(date=date) in provisional
    assert words.final_why.format(date=date) in final
    assert words.provisional not in final
    assert words.footnote_base.format(n="1,205") in final
    for text in (provisional, final):
        assert f"{words.printed_by} 박*희" in text
        assert "18:03" in text
        assert "한빛구" in text


@pytest.mark.parametrize("boxes", [("담당",), ("담당", "팀장"), ("담당", "팀장", "과장", "국장", "부구청장"), ()])
def test_approval_boxes(boxes: tuple[str, ...]) -> None:
    drawing = draw_sheet(sheet(day(), boxes), ScreenLanguage.KO)
    marks = [m for m in texts(drawing) if m.text in boxes and m.y < 70]
    assert [m.text for m in sorted(marks, key=lambda m: m.x)] == list(boxes)
    assert all(m.size >= 7 for m in marks)
    stacked = [m.text for m in texts(drawing) if m.y < 90 and m.text in ("결", "재")]
    assert stacked == (["결", "재"] if boxes else [])
    text = text_of(sheet_pdf(sheet(day(), boxes), ScreenLanguage.KO))
    assert all(name in text for name in boxes)


def test_many_and_long_boxes_stay_on_the_page() -> None:
    boxes = tuple(f"아주아주 긴 직위 이름 {n}" for n in range(9))
    for language in ScreenLanguage:
        assert overlaps(draw_sheet(sheet(day(), boxes), language)) == []


@pytest.mark.parametrize("language", ScreenLanguage)
def test_long_names_are_cut_with_an_ellipsis(language: ScreenLanguage) -> None:
    long = "한빛특별자치시 " * 30
    figures = replace(
        day(),
        office=long,
        cuts={
            by: replace(cut, rows=tuple(replace(row, name=long) for row in cut.rows))
            if by in (By.SERVICE, By.DEPARTMENT)
            else cut
            for by, cut in day().cuts.items()
        },
    )
    content = replace(sheet(figures), printed_by=long)
    assert overlaps(draw_sheet(content, language)) == []
    page = pixels(sheet_pdf(content, language), 100)
    assert (page[:, :40] == 255).all()
    assert (page[:, -40:] == 255).all()


def test_departments_that_were_only_answered_for_still_have_a_row() -> None:
    cuts = {**day().cuts, By.DEPARTMENT: replace(day().cuts[By.DEPARTMENT], rows=())}
    figures = replace(day(), cuts=cuts)
    drawing = draw_sheet(sheet(figures), ScreenLanguage.KO)
    answered = figures.scores[By.DEPARTMENT][1]
    assert cells_after(drawing, answered.name, 4) == ["0", "0", "18 / 61", share_text(answered.satisfied.value)]


ROWS = st.lists(
    st.builds(CountRow, st.uuids().map(str), st.text(min_size=1, max_size=4), *[st.integers(0, 500)] * 5), max_size=40
)


@given(rows=ROWS, limit=st.integers(1, 30), by_visits=st.booleans())
def test_the_rest_keeps_the_sums(rows: list[CountRow], limit: int, by_visits: bool) -> None:
    shown = busiest(rows, limit, "그 밖 {n}개", by_visits)
    assert len(shown) <= limit
    for name in ("visits", "services", "done", "slips", "withheld"):
        assert sum(getattr(r, name) for r in shown) == sum(getattr(r, name) for r in rows)
    if len(rows) <= limit:
        assert sorted(r.key for r in shown) == sorted(r.key for r in rows)


@pytest.mark.parametrize(
    ("words", "short"),
    [
        ("불편했던 점이 있었습니까? (해당하는 것을 모두 선택)", "불편했던 점이 있었습니까?"),
        ("담당 부서(창구)를 제대로 안내받으셨습니까?", "담당 부서(창구)를 제대로 안내받으셨습니까?"),
        ("Was it fine? (Only the audit officer can read it.)", "Was it fine?"),
    ],
)
def test_remarks_in_brackets_are_left_out(words: str, short: str) -> None:
    assert short_question(words) == short


def days_of(period: Period) -> PeriodFigures:
    """A period of which every day has visits."""
    one = CountRow("", "", 9, 9, 9, 9, 0)
    whole = tuple(
        replace(one, key=day.isoformat(), name=day.isoformat(), visits=100 + n) for n, day in enumerate(period.days())
    )
    months = tuple(replace(one, key=key, name=key) for key in sorted({row.key[:7] for row in whole}))
    cuts = {**day().cuts, By.DAY: replace(day().cuts[By.DAY], rows=whole)}
    cuts[By.WEEK] = replace(cuts[By.WEEK], rows=whole[::7])
    cuts[By.MONTH] = replace(cuts[By.MONTH], rows=months)
    return replace(day(), period=period, cuts=cuts)


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize(
    ("by", "days"), [*((by, 29) for by in By), *((By.SERVICE, days) for days in (7, 61, 150, 600, 1826))]
)
def test_a_period_of_any_length_is_one_page_too(language: ScreenLanguage, by: By, days: int) -> None:
    first = date(2026, 11, 2)
    content = sheet(days_of(Period.between(first, first + timedelta(days=days - 1))))
    drawing = draw_sheet(content, language, by)
    assert overlaps(drawing) == []
    for mark in texts(drawing):
        assert MARGIN - 0.1 <= mark.x <= mark.x + mark.width <= WIDTH - MARGIN + 0.1
    assert SHEET_WORDS[language].titles[content.figures.period.span] in text_of(sheet_pdf(content, language, by))


def test_a_corrected_sheet_says_what_changed_since_the_last_print() -> None:
    printed = datetime(2026, 11, 20, 18, 2, tzinfo=SEOUL)
    changes = (Change("visits", "visits", 40, 41), Change("service:PASSPORT", "여권", 3, 2))
    corrected = replace(day(), correction=Correction(printed, changes, 1))
    text = text_of(sheet_pdf(sheet(corrected), ScreenLanguage.KO))
    assert "정정 출력 · 이전 출력 11-20 18:02 이후: 방문 40→41, 여권 3→2, 업무 정정 1건" in text
    many = tuple(Change(f"service:{n}", f"업무{n}", n, n + 1) for n in range(30))
    text = text_of(sheet_pdf(sheet(replace(corrected, correction=Correction(printed, many, 0))), ScreenLanguage.KO))
    assert "그 밖 24가지" in text
    assert "정정 출력" not in text_of(sheet_pdf(sheet(day()), ScreenLanguage.KO))


def test_whiskers_span_the_interval() -> None:
    drawing = draw_sheet(sheet(day()), ScreenLanguage.KO)
    thin = [r for m in drawing.marks if isinstance(m, FillMark) for r in m.rects if r[3] == 0.6 and 5 < r[2] < 40]
    scored = [item.score for item in day().items if item.score.value is not None]
    widths = {round((score.high - score.low) / 100 * 150, 1) for score in scored if score.high and score.low}
    assert widths <= {round(r[2], 1) for r in thin}
