"""The sheets around cases: an improvement task, a report of abuse, a month's check."""

from __future__ import annotations

import re
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case_overview import CheckCounts
from app.domain.improvements import ImprovementSheet, ImprovementStatus, LinkKind
from app.domain.incidents import AbuseKind, IncidentEnd, IncidentReport
from app.domain.languages import ScreenLanguage
from app.printing.drawing import Drawing, FillMark
from app.printing.improvement_measure import comparable
from app.printing.improvement_sheet import draw_improvement, improvement_pdf
from app.printing.improvement_words import IMPROVEMENT_WORDS
from app.printing.incident_report import draw_incident, incident_pdf
from app.printing.monthly_check import draw_monthly_check, monthly_check_pdf
from app.printing.pages import FOOT, HEIGHT, WIDTH
from app.printing.sheet_tables import BAR
from tests.printing.case_samples import (
    BARE_REPORT,
    BARE_TASK,
    FAILURE,
    HUGE_TASK,
    INCIDENT,
    LONG_REPORT,
    REPORT,
    SENTENCE,
    TASK,
    TASK_SHEET,
    all_text,
    month,
    page_count,
    page_pixels,
    task_sheet,
)
from tests.printing.samples import overlaps, texts, unspaced

ROOT = Path(__file__).resolve().parents[2]
KO = ScreenLanguage.KO
TASKS = {"usual": TASK_SHEET, "failure": FAILURE, "huge": HUGE_TASK, "bare": BARE_TASK}
REPORTS = {"usual": REPORT, "long": LONG_REPORT, "bare": BARE_REPORT}
MONTHS = {"usual": month(), "huge": month(60, "디지털재난안전교통정책기획과"), "empty": month(0), "one": month(1)}


def inside(drawing: Drawing) -> None:
    """Nothing covers anything else, and all of it lies on an A4 page with a margin."""
    assert overlaps(drawing) == []
    for mark in texts(drawing):
        assert mark.x >= 40
        assert mark.x + mark.width <= WIDTH - 40
        assert 30 < mark.y <= FOOT + 0.1


def clear_of_the_edge(pdf: bytes) -> None:
    for number in range(page_count(pdf)):
        inked = page_pixels(pdf, number, 72) < 200
        assert inked.any()
        assert not inked[:20].any()
        assert not inked[-20:].any()
        assert not inked[:, :20].any()
        assert not inked[:, -20:].any()


# --- improvement tasks ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("name", TASKS)
def test_a_task_is_always_one_page(name: str, language: ScreenLanguage) -> None:
    inside(draw_improvement(TASKS[name], language))
    pdf = improvement_pdf(TASKS[name], language)
    assert page_count(pdf) == 1
    clear_of_the_edge(pdf)


def test_a_task_says_everything_about_itself() -> None:
    found = unspaced(all_text(improvement_pdf(TASK_SHEET, KO)))
    form = TASK.form
    for text in (
        "한빛구청",
        form.title,
        form.goal,
        form.measure,
        form.consulted,
        "128건",
        "41건",
        "민원여권과",
        "2026년 4월 1일(수)",
        "정상 추진",
        "2026년 2분기 · 지연 · 121건",
        "2026년 3분기 · 정상 추진 · 41건",
        TASK.reviews[0].text,
        "박지영 2026-07-03",
        "게시판 쪽지 2장 · 민원 1건",
        "2026-C01-0003",
        "인쇄 박지영 2026년 11월 20일(금) 18:03",
    ):
        assert unspaced(text) in found


def bars(drawing: Drawing) -> list[float]:
    """The lengths of before and after, where there are bars."""
    fills = [mark for mark in drawing.marks if isinstance(mark, FillMark) and mark.gray in (0.72, BAR)]
    return [mark.rects[0][2] for mark in fills]


def test_bars_begin_at_nought_and_share_one_scale() -> None:
    before, after = bars(draw_improvement(TASK_SHEET, KO))
    assert after / before == pytest.approx(41 / 128, rel=0.01)


@pytest.mark.parametrize(
    ("before", "after", "found"),
    [
        ("128건", "41건", (128.0, 41.0)),
        ("1,280.5 분", "0분", (1280.5, 0.0)),
        ("12분", "30%", None),
        ("12분 30초", "9분 10초", None),
        ("-3", "4", None),
        ("0", "0", None),
        ("많음", "적음", None),
        ("", "41건", None),
        ("128건", "", None),
    ],
)
def test_only_plain_figures_of_one_unit_are_drawn_as_bars(
    before: str, after: str, found: tuple[float, float] | None
) -> None:
    assert comparable(before, after) == found
    drawn = bars(draw_improvement(task_sheet(before=before, after=after), KO))
    assert len(drawn) == (2 if found else 0)


def test_what_was_not_measured_says_so() -> None:
    found = all_text(improvement_pdf(task_sheet(after=""), KO))
    assert found.count(IMPROVEMENT_WORDS[KO].unmeasured) == 1


def test_an_exemplary_failure_is_honoured_with_what_it_taught() -> None:
    found = unspaced(all_text(improvement_pdf(FAILURE, KO)))
    assert unspaced(IMPROVEMENT_WORDS[KO].honoured) in found
    assert unspaced(FAILURE.improvement.form.learned) in found
    assert "기립니다" not in all_text(improvement_pdf(TASK_SHEET, KO))


def test_a_task_without_reviews_says_which_is_missing() -> None:
    found = all_text(improvement_pdf(BARE_TASK, KO))
    assert "아직 점검하지 않았습니다" in found
    assert "2026년 3분기 점검을 아직 하지 않았습니다" in found
    assert "아직 협의하지 않음" in found


def test_what_does_not_fit_is_counted_and_the_newest_reviews_stay() -> None:
    found = unspaced(all_text(improvement_pdf(HUGE_TASK, KO)))
    assert "2025년4분기" in found
    hidden = int(re.findall(r"앞선점검(\d+)번", found)[0])
    assert hidden + len(re.findall(r"20\d\d년\d분기", found)) == 24
    assert "게시판쪽지60장·민원60건" in found
    assert "그밖118건" in found


@settings(max_examples=25, deadline=None)
@given(
    title=st.text(min_size=1, max_size=80),
    goal=st.text(max_size=400),
    measure=st.text(max_size=60),
    before=st.text(max_size=40),
    after=st.text(max_size=40),
    status=st.sampled_from(ImprovementStatus),
)
def test_any_task_stays_on_its_page(**form: object) -> None:
    content = task_sheet(**form, learned=form["goal"], consulted=form["goal"])
    inside(draw_improvement(replace(content, office=str(form["title"]), printed_by=str(form["measure"])), KO))


@pytest.mark.parametrize("reviews", range(0, 25, 4))
@pytest.mark.parametrize("length", [20, 250, 1000])
def test_any_number_of_reviews_stays_on_the_page(reviews: int, length: int) -> None:
    one = replace(TASK.reviews[0], text=(SENTENCE * 40)[:length])
    task = replace(TASK, reviews=tuple(replace(one, quarter=f"{2020 + n // 4}-{n % 4 + 1}") for n in range(reviews)))
    inside(draw_improvement(replace(TASK_SHEET, improvement=task), KO))


def test_only_what_led_to_it_is_counted() -> None:
    content: ImprovementSheet = replace(TASK_SHEET, linked=((LinkKind.CASE, "2026-C01-0009"),))
    found = all_text(improvement_pdf(content, KO))
    assert "민원 1건" in found
    assert "쪽지" not in found


# --- abuse ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", REPORTS)
def test_a_report_stays_on_its_pages(name: str) -> None:
    for drawing in draw_incident(REPORTS[name]):
        inside(drawing)
    clear_of_the_edge(incident_pdf(REPORTS[name]))


def test_a_report_says_what_happened_and_leaves_room_to_sign() -> None:
    assert page_count(incident_pdf(REPORT)) == 1
    found = unspaced(all_text(incident_pdf(REPORT)))
    for text in (
        "한빛구청",
        "특이민원 발생 보고서",
        "2026년 11월 20일(금) 10:02",
        "C01 · 1번 창구",
        "민원여권과",
        "김민수",
        "폭언·욕설",
        "경고한 시각 10:09",
        "끝난 시각 10:20",
        "걸린 시간 18분",
        "우리가 대화를 끝냄",
        INCIDENT.witnesses,
        "수수료를 돌려 달라며",
        "20분이며 15분이 되면",
        "작성자",
        "부서장",
        "인쇄 김민수",
        "제4조",
    ):
        assert unspaced(text) in found


def test_a_report_without_anything_written_says_so() -> None:
    found = unspaced(all_text(incident_pdf(BARE_REPORT)))
    for text in ("경고하지 않음", "아직 끝나지 않음", "목격자 없음", "(적은 내용 없음)"):
        assert unspaced(text) in found
    for label in ("부서민", "응대한직원", "None"):
        assert label not in found


@pytest.mark.parametrize("kind", AbuseKind)
@pytest.mark.parametrize("end", IncidentEnd)
def test_every_kind_and_every_end_has_words(kind: AbuseKind, end: IncidentEnd) -> None:
    report = replace(REPORT, incident=replace(INCIDENT, kind=kind, end=end))
    assert page_count(incident_pdf(report)) == 1


def test_a_report_of_another_day_has_the_date_of_its_end() -> None:
    late = replace(INCIDENT, ended_at=INCIDENT.begun_at + timedelta(hours=15))
    assert unspaced("2026년 11월 21일(토) 01:02") in unspaced(all_text(incident_pdf(replace(REPORT, incident=late))))


def test_a_long_report_is_whole_and_signed_at_its_end() -> None:
    pdf = incident_pdf(LONG_REPORT)
    assert page_count(pdf) == 2
    drawings = draw_incident(LONG_REPORT)
    drawn = "".join(mark.text for drawing in drawings for mark in texts(drawing) if mark.size == 10.5)
    assert unspaced(LONG_REPORT.incident.text) in unspaced(drawn)
    assert [any(mark.text == "부서장" for mark in texts(drawing)) for drawing in drawings] == [False, True]


@settings(max_examples=25, deadline=None)
@given(text=st.text(max_size=600), witnesses=st.text(max_size=120), clerk=st.text(max_size=40))
def test_any_report_stays_on_its_pages(text: str, witnesses: str, clerk: str) -> None:
    incident = replace(INCIDENT, text=text, witnesses=witnesses)
    report: IncidentReport = replace(REPORT, incident=incident, clerk=clerk, counter=clerk, printed_by=witnesses)
    for drawing in draw_incident(report):
        inside(drawing)


# --- the month --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ScreenLanguage)
@pytest.mark.parametrize("name", MONTHS)
def test_a_month_is_always_one_page(name: str, language: ScreenLanguage) -> None:
    inside(draw_monthly_check(MONTHS[name], language))
    pdf = monthly_check_pdf(MONTHS[name], language)
    assert page_count(pdf) == 1
    clear_of_the_edge(pdf)


def cells_after(drawing: Drawing, name: str) -> list[list[str]]:
    """The figures right of `name`, wherever a row has that name."""
    rows: dict[float, list[tuple[float, str]]] = {}
    for mark in texts(drawing):
        rows.setdefault(round(mark.y, 1), []).append((mark.x, mark.text))
    lines = [[text for _, text in sorted(row)] for row in rows.values()]
    return [line[1:] for line in lines if line[0] == name]


def figures(counted: CheckCounts) -> list[str]:
    answered = counted.in_time + counted.late
    kept = f"{counted.in_time / answered * 100:.1f}%" if answered else "–"
    numbers = (
        counted.received,
        counted.in_time,
        counted.late,
        counted.open,
        counted.overdue,
        counted.supplements,
        counted.repeated,
        counted.objections,
    )
    return [*(f"{n:,}" for n in numbers), kept]


def test_every_department_with_cases_has_its_figures() -> None:
    check = MONTHS["usual"]
    drawing = draw_monthly_check(check, KO)
    for name, counted in check.by_department:
        expected = [figures(counted)] if counted != CheckCounts() else []
        assert cells_after(drawing, name) == expected
    assert cells_after(drawing, "합계") == [figures(check.total)] * 2


def test_departments_that_do_not_fit_are_added_up() -> None:
    check = MONTHS["huge"]
    drawing = draw_monthly_check(check, KO)
    shown = {name for name, _ in check.by_department if cells_after(drawing, name)}
    rest = [counted for name, counted in check.by_department if name not in shown and counted != CheckCounts()]
    assert rest
    assert cells_after(drawing, f"그 밖 {len(rest)}개 부서") == [figures(sum(rest, CheckCounts()))]
    busy = dict(check.by_department)
    assert min(busy[name].overdue for name in shown) >= max(counted.overdue for counted in rest)


def test_a_month_says_which_it_is_by_when_and_by_what_rule() -> None:
    found = unspaced(all_text(monthly_check_pdf(MONTHS["usual"], KO)))
    for text in (
        "2026년 10월 민원 처리상황 점검표",
        "2026년 11월 5일(목)까지 점검",
        "점검 의견",
        "담당",
        "「민원 처리에 관한 법률 시행령」 제22조",
        "인쇄 박지영 2026년 11월 3일(화) 09:40",
    ):
        assert unspaced(text) in found


def test_an_empty_month_says_so() -> None:
    assert all_text(monthly_check_pdf(MONTHS["empty"], KO)).count("이 달에는 민원이 없었습니다") == 2


@pytest.mark.parametrize("departments", range(0, 66, 5))
def test_the_tables_end_above_the_remarks(departments: int) -> None:
    drawing = draw_monthly_check(month(departments), KO)
    remarks = next(mark.y for mark in texts(drawing) if mark.text.startswith("점검 의견"))
    assert max((mark.y for mark in texts(drawing) if mark.text == "합계"), default=0.0) < remarks - 20
    assert remarks < HEIGHT - 180


def test_the_same_content_gives_the_same_bytes() -> None:
    for language in ScreenLanguage:
        assert improvement_pdf(TASK_SHEET, language) == improvement_pdf(TASK_SHEET, language)
        assert monthly_check_pdf(MONTHS["usual"], language) == monthly_check_pdf(MONTHS["usual"], language)
    assert incident_pdf(REPORT) == incident_pdf(REPORT)


# --- from the composition root ----------------------------------------------------------------------------------------


def test_the_program_starts_without_what_draws() -> None:
    code = "import sys, app.bootstrap; print(*{'reportlab', 'openpyxl', 'qrcode'} & set(sys.modules))"
    run = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == []
