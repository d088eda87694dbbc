"""The day's list: found, filtered, kept in place, and new at midnight."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.actors import Actor
from app.domain.visits import NewVisit
from tests.ui.conftest import CTRL, Desk


@pytest.fixture
def busy(desk: Desk, clerk: Actor) -> Desk:
    """Three visits registered before the window was opened."""
    visits = desk.office.visits
    visits.register(clerk, NewVisit("PASSPORT", queue_number="101"))
    desk.clock.pass_by(minutes=12)
    visits.undo(clerk, visits.register(clerk, NewVisit("PASSPORT")).visit.id)
    desk.clock.pass_by(minutes=1)
    codes = {service.key: service.code for service in desk.office.offices.services(clerk) if service.key}
    visits.register(clerk, NewVisit(codes[1], note="위임장 지참"))
    desk.clock.pass_by(minutes=3)
    desk.sign_in_at_counter()
    desk.until(lambda: len(desk.shown()) == 3)
    return desk


def search(desk: Desk, text: str) -> list[str]:
    desk.press(Qt.Key.Key_F, CTRL)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.commit(text)
    return desk.shown()


def test_states_in_words_with_minutes(busy: Desk) -> None:
    assert busy.row("A-003")["상태"] == "처리 중 3분"
    assert busy.row("A-002")["상태"] == "취소"
    assert busy.row("A-001")["상태"] == "완료"
    assert busy.row("A-003")["시각"] == "10:13"
    assert busy.row("A-003")["접수증"] == "아직 없음"


def test_searching_by_number_service_consonants_queue_number_and_note(busy: Desk) -> None:
    assert search(busy, "003") == ["A-003"]
    assert search(busy, "a-2") == []
    assert search(busy, "A002") == ["A-002"]
    assert search(busy, "여권") == ["A-002", "A-001"]
    assert search(busy, "ㅇㄱㅅㅊ") == ["A-002", "A-001"]
    assert search(busy, "101") == ["A-001"]
    assert search(busy, "위임장") == ["A-003"]
    assert search(busy, "없는 말") == []
    assert busy.counter.today.empty.heading.text() == "맞는 접수가 없습니다"


def test_what_is_being_composed_searches_too(busy: Desk) -> None:
    busy.press(Qt.Key.Key_F, CTRL)
    busy.compose("여")
    assert busy.shown() == ["A-002", "A-001"]


def test_chips_count_the_whole_day_and_filter(busy: Desk) -> None:
    today = busy.counter.today
    assert [chip.text() for chip in today.chips.buttons()] == [
        "전체 3",
        "대기 0",
        "처리 중 1",
        "완료 1",
        "취소 1",
        "그 밖 0",
    ]
    today.chips.button(4).setFocus()
    busy.press(Qt.Key.Key_Space)
    assert busy.shown() == ["A-002"]
    assert today.chips.button(0).text() == "전체 3"


def test_an_empty_day_says_what_to_do(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    assert counter.today.empty.isVisible()
    assert counter.today.empty.heading.text() == "아직 접수가 없습니다"


def test_the_selection_stays_on_its_visit(busy: Desk) -> None:
    today = busy.counter.today
    today.table.selectRow(2)
    busy.counter.entry.service.setFocus()
    busy.register("5")
    assert busy.shown()[0] == "A-004"
    selected = today.selected()
    assert selected is not None
    assert selected.number == "A-001"


def test_visits_of_another_program_on_the_same_home_appear(busy: Desk, clerk: Actor) -> None:
    busy.office.visits.register(clerk, NewVisit("PASSPORT"))
    busy.counter.today.presenter.timer.timeout.emit()
    busy.until(lambda: busy.shown()[0] == "A-004")


@pytest.mark.qt_log_ignore("This plugin does not support grabbing", extend=True)
def test_the_menu_prints_again(busy: Desk) -> None:
    today = busy.counter.today
    today.table.selectRow(0)
    at = today.table.visualRect(today.model.index(0, 0)).center()
    today.table.customContextMenuRequested.emit(at)
    menu = today.findChild(QMenu)
    assert menu is not None
    action, correct = menu.actions()
    assert action.text().startswith("접수증 다시 출력")
    assert correct.text().startswith("업무 정정")
    action.trigger()
    menu.close()
    busy.settle()
    assert busy.row("A-003")["접수증"] == "보냄"
    today.table.customContextMenuRequested.emit(QPoint(5, 5000))


def test_an_undone_visit_is_not_printed_again(busy: Desk) -> None:
    today = busy.counter.today
    today.table.selectRow(1)
    assert not today.reprint.isEnabled()
    busy.press(Qt.Key.Key_R, CTRL)
    busy.settle()
    assert busy.row("A-002")["접수증"] == "–"


def test_a_window_left_open_over_midnight_starts_the_new_day(busy: Desk) -> None:
    busy.clock.at = busy.clock.at + timedelta(hours=15)
    busy.counter.today.presenter.timer.timeout.emit()
    busy.until(lambda: busy.shown() == [])
    busy.counter.entry.service.setFocus()
    busy.register("4")
    assert busy.shown() == ["A-001"]
    assert busy.stored()[0].day.isoformat() == "2026-11-21"


def test_a_clock_set_back_is_said_and_numbers_go_on(busy: Desk) -> None:
    counter = busy.counter
    assert not counter.clock.isVisible()
    busy.clock.at = busy.clock.at - timedelta(days=365)
    counter.today.presenter.timer.timeout.emit()
    busy.until(counter.clock.isVisible)
    assert counter.clock.words.text() == (
        "이 PC의 시계가 마지막 기록보다 364일 늦습니다. 접수는 2026-11-20 날짜로 번호를 이어서 계속됩니다. "
        "관리자에게 PC 시계를 맞춰 달라고 하세요."
    )
    assert "PC 시계 확인 필요" in busy.shell.status.left.text()
    busy.register("4")
    assert busy.shown()[0] == "A-004"
    busy.clock.at = busy.clock.at + timedelta(days=365, minutes=1)
    counter.today.presenter.timer.timeout.emit()
    busy.until(lambda: not counter.clock.isVisible())


def test_the_search_keeps_the_keyboard(busy: Desk) -> None:
    busy.press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is busy.counter.today.search
    busy.enter()
    assert QApplication.focusWidget() is busy.counter.today.table
