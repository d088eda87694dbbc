"""The supervisor's day on screen and on paper."""

from __future__ import annotations

import threading
import time
from datetime import date
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from openpyxl import load_workbook
from PySide6.QtCore import QCoreApplication, QDate, QEvent, Qt
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from app.domain.actors import Actor
from app.domain.directory import TaskForm
from app.domain.guidance import WrongReason
from app.domain.periods import FIRST_DAY, By, Period, Progress, Span
from app.domain.visits import NewVisit
from app.ui.daily_sheet.count_tables import CUTS
from app.ui.daily_sheet.export_dialog import ExportDialog
from app.ui.daily_sheet.view import DailySheetView
from app.ui.shared.places import ScreenName
from app.ui.shared.theme import PALETTE
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk
from tests.ui.survey_answers import answer


def words_on(sheet: DailySheetView) -> str:
    return "\n".join(label.text() for label in sheet.findChildren(QLabel))


def open_sheet(desk: Desk) -> DailySheetView:
    desk.sign_in("supervisor1")
    desk.press(Qt.Key.Key_F6)
    desk.settle()
    return desk.screen(ScreenName.DAILY_SHEET, DailySheetView)


@pytest.fixture
def day(desk: Desk, clerk: Actor) -> Desk:
    """A day of five visits, four of them finished, and seven answers."""
    visits = desk.office.visits
    for _ in range(4):
        visits.register(clerk, NewVisit("PASSPORT"))
        desk.clock.pass_by(minutes=6)
    visits.register(clerk, NewVisit("PASSPORT"))
    for place in range(7):
        answer(desk.office, ("ASKED",) if place == 1 else ("NONE",))
    return desk


def test_the_day_in_numbers(day: Desk) -> None:
    sheet = open_sheet(day)
    shown = words_on(sheet)
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.visits == 5
    assert "응답률" in shown
    assert "100%" in shown
    assert "100.0" in shown
    assert "아직 응답을 받는 중이라 설문 값은 잠정입니다. 2026-11-28에 확정됩니다." in shown
    assert sheet.tables.model.records[0].row.visits >= 4
    assert "4" in shown
    assert "6분" in shown


def test_the_sealed_question_has_words_and_no_figure(day: Desk) -> None:
    sheet = open_sheet(day)
    assert "감사담당관만 봅니다" in words_on(sheet)
    item = next(item for item in sheet.presenter.figures.items if item.sealed)  # type: ignore[union-attr]
    assert item.score.value is None
    assert item.shares == ()


def test_suppressed_figures_are_dashes(desk: Desk, clerk: Actor) -> None:
    desk.office.visits.register(clerk, NewVisit("PASSPORT"))
    for _ in range(3):
        answer(desk.office)
    sheet = open_sheet(desk)
    figures = sheet.presenter.figures
    assert figures is not None
    assert figures.satisfied_share is None
    assert "응답 5건부터" in words_on(sheet)
    assert "%" not in sheet.scores.findChildren(QLabel)[1].text()


def test_people_sent_to_a_wrong_desk_are_told_by_what_they_wanted(desk: Desk, clerk: Actor) -> None:
    office = desk.office
    admin = office.accounts.sign_in("admin", PASSWORD)
    sent, *belonged = [
        office.directory.add(admin, TaskForm(f"{n}과", title))
        for n, title in enumerate(("건축물대장 발급", "토지대장 발급", "재산세", "정화조", "가로등", "여권", "인감"))
    ]
    for times, actual in enumerate(belonged, start=1):
        for _ in range(times):
            given = office.guidance.give(clerk, f"{actual.title} 하러 왔어요", sent.id)
            office.guidance.wrong(clerk, given.id, actual.id, WrongReason.SOUNDS_ALIKE)
    sheet = open_sheet(desk)
    shown = words_on(sheet)
    assert sheet.referrals.isVisible()
    assert sheet.referrals.heading.text() == "잘못 안내 · 11.20(금)까지 30일 동안 21명"
    assert "인감 ‘인감 하러 왔어요’" in shown
    assert "0과 → 6과" in shown
    assert sheet.referrals.rest.text() == "그 밖 1가지 1명"
    assert clerk.name not in shown
    desk.press(Qt.Key.Key_Left)
    desk.settle()
    assert sheet.referrals.isHidden()


def shown_day(sheet: DailySheetView) -> str:
    assert sheet.presenter.period is not None
    return sheet.presenter.period.text()


def test_the_arrow_keys_walk_through_the_days(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_Right)
    assert shown_day(sheet) == "2026-11-20"
    day.press(Qt.Key.Key_Left)
    day.press(Qt.Key.Key_Left)
    day.settle()
    assert shown_day(sheet) == "2026-11-18"
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.visits == 0
    day.press(Qt.Key.Key_Right)
    day.settle()
    assert shown_day(sheet) == "2026-11-19"


def test_weeks_and_months_by_keys(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_W, ALT)
    day.settle()
    assert shown_day(sheet) == "2026-11-16..2026-11-22"
    assert sheet.picker.name.whole() == "11.16(월)–11.22(일)"
    assert not sheet.picker.after.isEnabled()
    day.press(Qt.Key.Key_Left)
    day.settle()
    assert shown_day(sheet) == "2026-11-09..2026-11-15"
    day.press(Qt.Key.Key_M, ALT)
    day.settle()
    assert shown_day(sheet) == "2026-11-01..2026-11-30"
    assert sheet.picker.name.whole() == "2026년 11월"
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.visits == 5
    assert "지난달 0" in words_on(sheet)
    day.press(Qt.Key.Key_D, ALT)
    day.settle()
    assert shown_day(sheet) == "2026-11-20"


def test_a_date_can_be_typed(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_D, CTRL)
    assert QApplication.focusWidget() is sheet.picker.date
    sheet.picker.date.setDate(QDate(2026, 11, 2))
    day.settle()
    assert shown_day(sheet) == "2026-11-02"
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.period.text() == "2026-11-02"


def test_ways_to_cut_the_day_and_their_totals(day: Desk) -> None:
    sheet = open_sheet(day)
    for number, by in enumerate(CUTS):
        chip = sheet.tables.cuts.button(number)
        assert chip.isVisible() is (by not in (By.DAY, By.WEEK))
        if not chip.isVisible():
            continue
        chip.setFocus()
        day.press(Qt.Key.Key_Space)
        *rows, total = sheet.tables.model.records
        assert sum(line.row.visits for line in rows) == total.row.visits == 5
        assert total.name == "합계"
        assert sheet.tables.table.isColumnHidden(4) is (by not in (By.DEPARTMENT, By.BUREAU))
    sheet.tables.cuts.button(CUTS.index(By.HOUR)).click()
    assert sheet.tables.model.index(0, 0).data() == "10시"
    day.press(Qt.Key.Key_M, ALT)
    day.settle()
    sheet.tables.cuts.button(CUTS.index(By.WEEK)).click()
    assert sheet.tables.model.index(0, 0).data() == "11.16(월)부터 한 주"
    day.press(Qt.Key.Key_D, ALT)
    day.settle()
    assert sheet.tables.cut is By.SERVICE


def test_the_charts_show_the_tables_rows_and_say_them(day: Desk) -> None:
    sheet = open_sheet(day)
    assert sheet.charts is not None
    assert sheet.charts.visits.accessibleDescription() == "10시 5"
    assert sheet.charts.satisfied.isHidden()
    day.press(Qt.Key.Key_W, ALT)
    day.settle()
    assert sheet.charts.visits.accessibleDescription() == "11.20(금) 5"
    assert sheet.charts.satisfied.isVisible()
    assert sheet.charts.satisfied.accessibleDescription() == "11.20(금) 100% (95% 구간 57–100%, n 5)"
    picture = sheet.charts.visits.chart.grab().toImage()
    ground = {QColor(picture.pixel(x, 60)).name() for x in range(picture.width())}
    assert {PALETTE["primary50"], PALETTE["white"]} <= ground


def test_a_correction_after_printing_is_said(day: Desk, clerk: Actor) -> None:
    day.clock.pass_by(hours=9)
    day.office.day_end.sweep(clerk)
    sheet = open_sheet(day)
    assert sheet.corrected.isHidden()
    day.press(Qt.Key.Key_P, CTRL)
    day.settle()
    day.office.visits.register(clerk, NewVisit("SEAL"))
    day.press(Qt.Key.Key_W, ALT)
    day.press(Qt.Key.Key_D, ALT)
    day.settle()
    assert sheet.corrected.words.text().startswith("11-20 19:24에 출력한 뒤 바뀌었습니다: 방문 5→6, 처리 업무 5→6")
    assert "인감증명 0→1" in sheet.corrected.words.text()


def test_a_day_that_goes_on_after_printing_needs_no_correction(day: Desk, clerk: Actor) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_P, CTRL)
    day.settle()
    day.office.visits.register(clerk, NewVisit("SEAL"))
    day.press(Qt.Key.Key_W, ALT)
    day.press(Qt.Key.Key_D, ALT)
    day.settle()
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.visits == 6
    assert sheet.corrected.isHidden()


def test_before_the_first_day_there_is_none(day: Desk) -> None:
    sheet = open_sheet(day)
    for wanted in (date(1752, 9, 14), FIRST_DAY):
        sheet.presenter.show_day(wanted)
        day.settle()
        assert sheet.presenter.period == Period.of(Span.DAY, FIRST_DAY)
    sheet.presenter.step(-1)
    assert sheet.presenter.period == Period.of(Span.DAY, FIRST_DAY)
    assert not day.window.unexpected.dialog


def test_exporting_asks_why_and_where(day: Desk, tmp_path: Path) -> None:
    sheet = open_sheet(day)
    for kind, name in ((0, "표.xlsx"), (1, "표.csv"), (2, "목록.xlsx")):
        day.press(Qt.Key.Key_E, CTRL)
        asked = sheet.findChild(ExportDialog)
        assert asked is not None
        asked.kinds.button(kind).click()
        assert asked.go.isEnabled() is (kind != 2)
        asked.reason.setText("월간 보고")
        assert asked.go.isEnabled()
        asked.go.click()
        place = sheet.findChild(QFileDialog)
        assert place is not None
        place.fileSelected.emit(str(tmp_path / name))
        place.close()
        day.settle()
        assert sheet.good.words.text() == f"내보냈습니다: {tmp_path / name}"
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert (tmp_path / "표.csv").read_text("utf-8-sig").startswith("구분,코드,이름")
    assert load_workbook(tmp_path / "목록.xlsx")["방문 목록"].max_row == 6
    logged = stored(day.office.home, "SELECT action, detail FROM audit WHERE action LIKE 'export_%' ORDER BY n")
    assert [action for action, _ in logged] == ["export_figures", "export_figures", "export_visits"]
    assert all("월간 보고" in detail for _, detail in logged)


def test_a_long_export_shows_how_far_it_is_and_can_be_cancelled(
    day: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = open_sheet(day)
    reached = threading.Event()
    path = tmp_path / "목록.xlsx"

    def endless(actor: Actor, period: Period, reason: str, write: object, progress: Progress) -> int:
        progress(1, 4)
        reached.set()
        while True:
            time.sleep(0.001)
            progress(1, 4)

    monkeypatch.setattr(day.office.summaries, "export_visits", endless)
    sheet.presenter.export_visits(path, "점검")
    day.until(sheet.work_line.isVisible)
    day.until(lambda: sheet.meter.value() == 250)
    assert reached.is_set()
    day.press(Qt.Key.Key_Escape)
    day.settle()
    day.until(sheet.work_line.isHidden)
    assert sheet.good.words.text().startswith("취소했습니다.")
    assert not path.exists()


def test_a_period_left_behind_is_not_shown(day: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    sheet = open_sheet(day)
    fetch = day.office.summaries.period
    release = threading.Event()

    def slow(actor: Actor, period: Period, progress: Progress) -> object:
        if period.length == 7:
            release.wait(30)
        return fetch(actor, period, progress)

    monkeypatch.setattr(day.office.summaries, "period", slow)
    day.press(Qt.Key.Key_W, ALT)
    day.press(Qt.Key.Key_M, ALT)
    release.set()
    day.settle()
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.period.text() == "2026-11-01..2026-11-30"
    assert sheet.bad.isHidden()


def test_one_key_prints_one_page_with_the_same_totals(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_P, CTRL)
    day.settle()
    assert sheet.good.words.text() == "현황을 프린터로 보냈습니다."
    pdf = pdfium.PdfDocument((day.office.home.root / "sheets" / "sheet-2026-11-20.pdf").read_bytes())
    assert len(pdf) == 1
    text = pdf[0].get_textpage().get_text_range()
    pdf.close()
    assert "최은영" in text
    assert "결재" in text or "담당" in text
    assert str(sheet.presenter.figures.visits) in text  # type: ignore[union-attr]


def test_the_sheet_without_a_printer_says_so(make_desk: MakeDesk) -> None:
    desk = make_desk(printer="없는 프린터")
    sheet = open_sheet(desk)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert sheet.bad.words.text().startswith("프린터를 찾을 수 없습니다. 기록은 안전합니다.")


def test_saving_the_sheet_as_pdf(day: Desk, tmp_path: Path) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_S, CTRL)
    dialog = sheet.findChild(QFileDialog)
    assert dialog is not None
    dialog.fileSelected.emit(str(tmp_path / "하루.pdf"))
    dialog.close()
    day.settle()
    assert (tmp_path / "하루.pdf").read_bytes().startswith(b"%PDF")
    assert sheet.good.words.text().startswith("PDF로 저장했습니다: ")
    sheet.presenter.save_sheet(tmp_path / "하루.pdf" / "안.pdf")
    day.settle()
    assert sheet.bad.words.text().startswith("파일을 쓸 수 없습니다:")


def test_a_damaged_survey_store_is_said_and_other_days_can_be_tried(day: Desk) -> None:
    for path in day.office.home.survey.glob("*.db*"):
        path.write_bytes(b"not a database at all" * 400)
    sheet = open_sheet(day)
    assert sheet.bad.words.text().startswith("설문 자료를 읽을 수 없습니다:")
    assert sheet.waiting.heading.text() == "현황을 불러오지 못했습니다"


def test_loading_is_shown_while_figures_are_fetched(day: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    fetch = day.office.summaries.period

    def slow(*given: object) -> object:
        release.wait(30)
        return fetch(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(day.office.summaries, "period", slow)
    day.sign_in("supervisor1")
    day.press(Qt.Key.Key_F6)
    sheet = day.screen(ScreenName.DAILY_SHEET, DailySheetView)
    day.until(lambda: sheet.waiting.heading.text() == "불러오는 중…")
    assert sheet.pages.currentWidget() is sheet.waiting
    release.set()
    day.settle()
    assert sheet.pages.currentIndex() == 1
