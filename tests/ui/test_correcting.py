"""A wrong service put right, and the lists of earlier days."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.slips import SlipState
from app.domain.visits import NewVisit
from tests.support.offices import stored
from tests.ui.conftest import ALT, CTRL, Desk


@pytest.fixture
def yesterday(desk: Desk, clerk: Actor) -> Desk:
    """Two visits of the day before, one of today."""
    for code in ("PASSPORT", "SEAL"):
        desk.office.visits.register(clerk, NewVisit(code))
        desk.clock.pass_by(minutes=5)
    desk.clock.at += timedelta(days=1)
    desk.office.visits.register(clerk, NewVisit("MOVEIN"))
    desk.sign_in_at_counter()
    desk.until(lambda: desk.shown() == ["A-001"])
    return desk


def test_a_correction_by_keys_with_a_half_composed_word(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("2")
    desk.press(Qt.Key.Key_J, CTRL)
    dialog = counter.correction
    assert dialog is not None
    assert dialog.services.field.text() == "인감증명"
    desk.write("1+4")
    desk.enter()
    assert QApplication.focusWidget() is dialog.word
    desk.commit("잘못 고")
    desk.compose("름")
    desk.enter()
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.service_names, visit.corrected, visit.word) == (
        ("주민등록 등·초본", "여권 신청"),
        True,
        "잘못 고름",
    )
    assert visit.slip_state is SlipState.HANDED
    assert desk.row("A-001")["업무"] == "정정 · 주민등록 등·초본 외 1"
    tip = counter.today.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.endswith("정정: 잘못 고름")
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit("고름")
    assert desk.shown() == ["A-001"]


def test_enter_presses_no_chip_of_a_visit_with_several_services(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2")
    desk.enter()
    desk.settle()
    desk.press(Qt.Key.Key_J, CTRL)
    dialog = counter.correction
    assert dialog is not None
    desk.write("9")
    desk.enter()
    assert [chip.text() for chip in dialog.services.chips.items] == ["주민등록 등·초본"]  # type: ignore[attr-defined]
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_names == ("주민등록 등·초본", "기타 상담")


def test_the_selected_visit_is_the_one_corrected_and_escape_changes_nothing(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("1")
    desk.register("2")
    desk.press(Qt.Key.Key_F, CTRL)
    desk.enter()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_J, CTRL)
    dialog = counter.correction
    assert dialog is not None
    desk.write("5")
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert [visit.corrected for visit in desk.stored()] == [False, False]
    desk.press(Qt.Key.Key_J, CTRL)
    desk.write("5")
    desk.enter()
    desk.enter()
    desk.settle()
    assert [visit.corrected for visit in desk.stored()] == [True, False]


def test_a_service_retired_meanwhile_may_stay_in_a_correction(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.register("4")
    stored(desk.office.home, "UPDATE service SET retired_at = '2026-11-20T00:00:00.000000Z' WHERE code = 'PASSPORT'")
    desk.press(Qt.Key.Key_F9)
    desk.press(Qt.Key.Key_F2)
    desk.settle()
    desk.press(Qt.Key.Key_J, CTRL)
    desk.write("+1")
    desk.enter()
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_names == ("여권 신청", "주민등록 등·초본")


def test_the_day_before_and_back(yesterday: Desk) -> None:
    counter = yesterday.counter
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    assert yesterday.shown() == ["A-002", "A-001"]
    assert counter.today.head.title.text() == "지난 목록"
    assert counter.today.head.line.whole() == "지난 날은 정정과 접수증 출력만 합니다"
    assert counter.today.chips.button(0).text() == "전체 2"
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    assert yesterday.shown() == []
    assert counter.today.empty.heading.text() == "이날은 접수가 없습니다"
    yesterday.press(Qt.Key.Key_Right, ALT)
    yesterday.settle()
    assert yesterday.shown() == ["A-002", "A-001"]
    yesterday.press(Qt.Key.Key_Home, ALT)
    assert yesterday.shown() == ["A-001"]
    assert counter.today.head.title.text() == "오늘"
    yesterday.press(Qt.Key.Key_Right, ALT)
    assert yesterday.shown() == ["A-001"]


def test_registering_goes_on_while_an_earlier_day_is_looked_at(yesterday: Desk) -> None:
    counter = yesterday.counter
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    assert QApplication.focusWidget() is counter.entry.service
    yesterday.register("5")
    assert yesterday.shown() == ["A-002", "A-001"]
    assert counter.entry.result.serving.whole().startswith("A-002   가족관계증명")
    yesterday.press(Qt.Key.Key_Home, ALT)
    assert yesterday.shown() == ["A-002", "A-001"]
    assert yesterday.row("A-002")["업무"] == "가족관계증명"


def test_a_date_typed_and_a_visit_of_that_day_corrected_and_printed_again(yesterday: Desk) -> None:
    counter = yesterday.counter
    yesterday.press(Qt.Key.Key_D, CTRL)
    assert QApplication.focusWidget() is counter.today.head.date
    yesterday.press(Qt.Key.Key_Down)
    yesterday.settle()
    yesterday.enter()
    assert counter.today.table.hasFocus()
    assert yesterday.shown() == ["A-002", "A-001"]
    yesterday.press(Qt.Key.Key_J, CTRL)
    yesterday.write("1")
    yesterday.enter()
    yesterday.enter()
    yesterday.settle()
    assert yesterday.row("A-002")["업무"] == "정정 · 주민등록 등·초본"
    yesterday.press(Qt.Key.Key_R, CTRL)
    yesterday.settle()
    assert yesterday.row("A-002")["접수증"] == "보냄"
    yesterday.press(Qt.Key.Key_F5)
    yesterday.settle()
    assert yesterday.row("A-002")["상태"] == "기록 없음"


def test_looking_at_an_earlier_day_is_logged_once(yesterday: Desk) -> None:
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    for _ in range(3):
        yesterday.counter.today.presenter.timer.timeout.emit()
        yesterday.settle()
    seen = stored(yesterday.office.home, "SELECT count(*) FROM audit WHERE action = 'see_day'")
    assert seen == [(1,)]


def test_searching_finds_every_column(yesterday: Desk) -> None:
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    for typed, numbers in (
        ("김하늘", ["A-002", "A-001"]),
        ("ㄱㅎㄴ", ["A-002", "A-001"]),
        ("기록 없음", ["A-002"]),
        ("완료", ["A-001"]),
        ("아직 없음", ["A-002", "A-001"]),
        ("ㅇㄱㅈㅁ", ["A-002"]),
    ):
        yesterday.press(Qt.Key.Key_F, CTRL)
        yesterday.press(Qt.Key.Key_Escape)
        yesterday.commit(typed)
        assert yesterday.shown() == numbers, typed


def test_a_title_pressed_sorts_and_the_third_time_the_newest_is_first_again(yesterday: Desk) -> None:
    today = yesterday.counter.today
    yesterday.press(Qt.Key.Key_Left, ALT)
    yesterday.settle()
    today.table.selectRow(0)
    for numbers, title in (
        (["A-001", "A-002"], "번호  ▲"),
        (["A-002", "A-001"], "번호  ▼"),
        (["A-002", "A-001"], "번호"),
    ):
        today.table.title_pressed.emit(0)
        assert yesterday.shown() == numbers
        assert today.model.headerData(0, Qt.Orientation.Horizontal) == title
        selected = today.selected()
        assert selected is not None
        assert selected.number == "A-002"
