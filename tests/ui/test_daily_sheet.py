"""The supervisor's day on screen and on paper."""

from __future__ import annotations

import threading
from pathlib import Path

import pypdfium2 as pdfium
import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel

from app.domain.actors import Actor
from app.domain.visits import NewVisit
from app.ui.daily_sheet.view import DailySheetView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import CTRL, Desk, MakeDesk
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
    assert item.score is None
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


def test_the_arrow_keys_walk_through_the_days(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_Right)
    assert sheet.presenter.day == sheet.presenter.today
    day.press(Qt.Key.Key_Left)
    day.press(Qt.Key.Key_Left)
    day.settle()
    assert sheet.presenter.day is not None
    assert sheet.presenter.day.isoformat() == "2026-11-18"
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.visits == 0
    day.press(Qt.Key.Key_Right)
    day.settle()
    assert sheet.presenter.day.isoformat() == "2026-11-19"


def test_a_date_can_be_typed(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_D, CTRL)
    assert QApplication.focusWidget() is sheet.date
    sheet.date.setDate(QDate(2026, 11, 2))
    day.settle()
    assert sheet.presenter.figures is not None
    assert sheet.presenter.figures.day.isoformat() == "2026-11-02"


def test_four_ways_to_cut_the_day(day: Desk) -> None:
    sheet = open_sheet(day)
    for cut in (1, 2, 3, 0):
        sheet.tables.cuts.button(cut).setFocus()
        day.press(Qt.Key.Key_Space)
        assert sum(line.row.visits for line in sheet.tables.model.records) == 5
        assert sheet.tables.table.isColumnHidden(4) is (cut != 1)
    sheet.tables.cuts.button(2).click()
    assert sheet.tables.model.index(0, 0).data() == "10시"


def test_one_key_prints_one_page_with_the_same_totals(day: Desk) -> None:
    sheet = open_sheet(day)
    day.press(Qt.Key.Key_P, CTRL)
    day.settle()
    assert sheet.good.words.text() == "일일 현황을 내보냈습니다."
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


def test_loading_is_shown_while_the_desk_lane_is_busy(day: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    fetch = day.office.summaries.day

    def slow(*given: object) -> object:
        release.wait(30)
        return fetch(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(day.office.summaries, "day", slow)
    day.sign_in("supervisor1")
    day.press(Qt.Key.Key_F6)
    sheet = day.screen(ScreenName.DAILY_SHEET, DailySheetView)
    day.until(lambda: sheet.waiting.heading.text() == "불러오는 중…")
    assert sheet.pages.currentWidget() is sheet.waiting
    release.set()
    day.settle()
    assert sheet.pages.currentIndex() == 1
