"""People who wait: registered at the reception desk, called, served, handed over and gone, by keys alone."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office, open_office
from app.domain.actors import Actor
from app.domain.visits import NewVisit, VisitStatus
from app.ui.reception.view import ReceptionView
from app.ui.shared.places import ScreenName
from app.ui.shared.widgets import Text
from tests.support.offices import PASSWORD
from tests.ui.conftest import CTRL, Desk, MakeDesk, slips_in

AT_COUNTER = ("visits", "reception", "corrections", "day_end", "slips", "offices")


@pytest.fixture
def second(office: Office, desk: Desk) -> Iterator[Office]:
    """The same home at counter B, as another PC's program has it open."""
    with closing(open_office(office.home, desk.clock, "B")) as opened:
        yield opened


@pytest.fixture
def clerk_b(second: Office) -> Actor:
    return second.accounts.sign_in("clerk2", PASSWORD)


def admit(desk: Desk, clerk: Actor, *codes: str, counter: str | None = None) -> None:
    for code in codes:
        desk.office.visits.admit(clerk, NewVisit(code), counter)
        desk.clock.pass_by(minutes=4)


def open_reception(desk: Desk) -> ReceptionView:
    desk.press(Qt.Key.Key_F3)
    desk.settle()
    return desk.screen(ScreenName.RECEPTION, ReceptionView)


def waiting_row(reception: ReceptionView, line: int) -> list[str]:
    model = reception.list.model
    return [model.index(line, place).data() for place in range(model.columnCount())]


def test_the_reception_desk_registers_people_as_waiting(desk: Desk) -> None:
    desk.sign_in_at_counter()
    reception = open_reception(desk)
    assert reception.list.empty.heading.text() == "기다리는 분이 없습니다"
    desk.write("1+4")
    desk.press(Qt.Key.Key_2, CTRL)
    desk.enter()
    desk.settle()
    desk.write("2")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    first, other = desk.stored()
    assert (first.status, first.now_at, first.service_names) == (
        VisitStatus.WAITING,
        "B",
        ("주민등록 등·초본", "여권 신청"),
    )
    assert (other.status, other.now_at, other.slip_withheld) == (VisitStatus.WAITING, None, True)
    assert slips_in(desk.office.home.root) == ["20261120-A-001.pdf"]
    assert reception.list.title.text() == "대기 중 2명"
    assert waiting_row(reception, 0) == ["A-001", "주민등록 등·초본 외 1", "0분", "2번 창구", "대기"]
    assert waiting_row(reception, 1)[3] == "아무 창구"
    assert [label.text() for label in reception.list.totals.items] == [  # type: ignore[attr-defined]
        "여권 신청 1",
        "인감증명 1",
        "주민등록 등·초본 1",
    ]
    assert QApplication.focusWidget() is reception.entry.service
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.stored()[1].status is VisitStatus.UNDONE
    assert reception.list.title.text() == "대기 중 1명"


def test_a_key_pressed_before_the_step_is_written_down_is_not_lost(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT", "SEAL", "RESREG")
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert [visit.status for visit in desk.stored()] == [VisitStatus.SERVING, VisitStatus.WAITING, VisitStatus.WAITING]
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_G, CTRL)
    desk.settle()
    assert [visit.status for visit in desk.stored()] == [VisitStatus.SERVING, VisitStatus.LEFT, VisitStatus.WAITING]
    desk.press(Qt.Key.Key_F, CTRL)
    desk.write("A-003")
    desk.press(Qt.Key.Key_Return)
    assert counter.today.pointed_at() == desk.stored()[2]
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert [visit.status for visit in desk.stored()] == [VisitStatus.DONE, VisitStatus.LEFT, VisitStatus.SERVING]


def test_one_key_calls_and_starts_and_another_one_finishes(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT", "SEAL")
    counter = desk.sign_in_at_counter()
    line = counter.queue
    assert line.words.whole() == "대기 2명 · 다음 A-001 여권 신청 8분"
    assert line.advance.text() == "호출  F5"
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.CALLED
    assert line.number.isVisible()
    assert line.number.text() == "A-001"
    assert line.advance.text() == "처리 시작  F5"
    assert desk.row("A-001")["상태"] == "호출함"
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.SERVING
    assert counter.entry.result.serving.whole() == "A-001   여권 신청"
    assert not line.number.isVisible()
    assert line.words.whole() == "대기 1명 · 다음 A-002 인감증명 4분"
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.DONE
    assert QApplication.focusWidget() is counter.entry.service


def test_with_nobody_waiting_a_sentence_says_so(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    assert counter.queue.words.whole() == "기다리는 분이 없습니다"
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert counter.queue.words.whole() == "이 창구를 기다리는 분이 없습니다. 바뀐 것은 없습니다."


def test_whoever_was_called_and_is_gone_is_marked_and_can_come_back(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT")
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    desk.press(Qt.Key.Key_G, CTRL)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.LEFT
    assert desk.row("A-001")["상태"] == "그냥 감"
    assert counter.today.chips.button(5).text() == "그 밖 1"
    desk.press(Qt.Key.Key_F, CTRL)
    desk.enter()
    assert counter.today.table.hasFocus()
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.CALLED


def test_each_hand_over_button_is_about_the_person_beside_it(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT")
    counter = desk.sign_in_at_counter()
    desk.settle()
    served_by = counter.entry.result.hand_over
    desk.register("1")
    assert served_by.text() == "넘기기  Ctrl+H"
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert (served_by.text(), counter.queue.hand_over.text()) == ("넘기기", "넘기기  Ctrl+H")
    for button, service in ((served_by, "주민등록 등·초본"), (counter.queue.hand_over, "여권 신청")):
        button.click()
        assert counter.hand_over is not None
        assert any(service in label.text() for label in counter.hand_over.findChildren(Text))
        desk.press(Qt.Key.Key_Escape)
        desk.settle()


def test_somebody_in_the_middle_of_the_list_is_called_out_of_turn(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT", "SEAL", "MOVEIN")
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F, CTRL)
    desk.enter()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert [visit.status for visit in desk.stored()] == [VisitStatus.WAITING, VisitStatus.CALLED, VisitStatus.WAITING]


def test_handing_over_to_another_counter_and_serving_there(
    desk: Desk, make_desk: MakeDesk, second: Office, clerk_b: Actor
) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("4")
    desk.press(Qt.Key.Key_H, CTRL)
    dialog = counter.hand_over
    assert dialog is not None
    desk.settle()
    assert [chip.text() for chip in dialog.flow.items] == ["2  2번 창구", "3  3번 창구"]  # type: ignore[attr-defined]
    desk.enter()
    assert dialog.hint.words.text() == "넘길 창구를 먼저 고르세요. 숫자 하나면 됩니다."
    desk.write("2")
    desk.enter()
    desk.settle()
    assert "까닭을 한마디" in dialog.hint.words.text()
    desk.commit("여권은 2번 창")
    desk.compose("구")
    desk.enter()
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.status, visit.now_at, visit.word) == (VisitStatus.WAITING, "B", "여권은 2번 창구")
    assert counter.entry.presenter.serving is None
    assert counter.queue.words.whole() == "기다리는 분이 없습니다"

    other = make_desk(parts={name: getattr(second, name) for name in AT_COUNTER})
    there = other.sign_in_at_counter("clerk2")
    assert there.queue.words.whole() == "대기 1명 · 다음 A-001 여권 신청 0분"
    other.press(Qt.Key.Key_F5)
    other.settle()
    assert "여권은 2번 창구" in there.queue.words.whole()
    other.press(Qt.Key.Key_F5)
    other.settle()
    assert there.entry.result.serving.whole() == "A-001   여권 신청"
    assert (desk.stored()[0].status, desk.stored()[0].now_at) == (VisitStatus.SERVING, "B")


def test_what_another_counter_does_appears_by_itself(desk: Desk, clerk: Actor, second: Office, clerk_b: Actor) -> None:
    admit(desk, clerk, "PASSPORT", "SEAL")
    counter = desk.sign_in_at_counter()
    second.reception.call_next(clerk_b)
    counter.waiting.timer.timeout.emit()
    desk.until(lambda: counter.queue.words.whole().startswith("대기 1명 · 다음 A-002"))
    assert counter.queue.number.isHidden()


def test_nothing_is_asked_behind_another_screen(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    assert counter.waiting.timer.isActive()
    assert counter.today.presenter.timer.isActive()
    reception = open_reception(desk)
    assert not counter.waiting.timer.isActive()
    assert not counter.today.presenter.timer.isActive()
    assert reception.waiting.timer.isActive()
    desk.press(Qt.Key.Key_F2)
    assert counter.waiting.timer.isActive()
    assert not reception.waiting.timer.isActive()


def test_from_the_reception_list_people_are_handed_on_and_marked_as_gone(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT", "SEAL", "MOVEIN")
    desk.sign_in_at_counter()
    reception = open_reception(desk)
    desk.press(Qt.Key.Key_H, CTRL)
    assert reception.list.notice.words.text() == "목록에서 한 분을 먼저 고르세요 · Ctrl+F"
    desk.press(Qt.Key.Key_F, CTRL)
    assert reception.list.table.hasFocus()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_H, CTRL)
    desk.settle()
    desk.write("3")
    desk.commit("인감 담당")
    desk.enter()
    desk.settle()
    assert [visit.now_at for visit in desk.stored()] == [None, "C", None]
    assert waiting_row(reception, 1)[3] == "3번 창구"
    desk.press(Qt.Key.Key_G, CTRL)
    desk.settle()
    assert desk.stored()[1].status is VisitStatus.LEFT
    assert [visit.number for visit in reception.list.model.records] == ["A-001", "A-003"]
    desk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is reception.entry.service


def test_a_full_room_stays_readable(desk: Desk, clerk: Actor) -> None:
    codes = [service.code for service in desk.office.offices.services(clerk)]
    admit(desk, clerk, *(codes[place % 12] for place in range(40)))
    desk.sign_in_at_counter()
    reception = open_reception(desk)
    assert reception.list.title.text() == "대기 중 40명"
    table = reception.list.table
    assert table.viewport().height() % table.rowHeight(0) == 0
    totals = [label.text() for label in reception.list.totals.items]  # type: ignore[attr-defined]
    assert len(totals) == 9
    assert totals[-1].startswith("그 밖 ")
    assert sum(int(text.rpartition(" ")[2]) for text in totals) == 40


def test_visits_left_open_at_the_end_of_the_day_become_not_recorded(desk: Desk, clerk: Actor) -> None:
    admit(desk, clerk, "PASSPORT")
    counter = desk.sign_in_at_counter()
    assert desk.row("A-001")["상태"] == "대기 4분"
    desk.clock.pass_by(hours=10)
    desk.shell.day_end.timeout.emit()
    desk.settle()
    counter.today.presenter.timer.timeout.emit()
    counter.waiting.timer.timeout.emit()
    desk.settle()
    assert desk.row("A-001")["상태"] == "기록 없음"
    assert counter.queue.words.whole() == "기다리는 분이 없습니다"
