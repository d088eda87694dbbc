"""A visit in two keystrokes and Enter, and nothing typed is ever lost."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel

from app.domain.slips import SlipState
from app.domain.visits import VisitorKind, VisitStatus
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk, slips_in


def test_one_key_and_enter(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    assert counter.entry.presenter.picker.chosen is not None
    name = counter.entry.presenter.picker.chosen.name
    assert counter.entry.service.text() == name
    desk.enter()
    assert counter.entry.service.text() == ""
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.service_name, visit.status, visit.slip_state) == (name, VisitStatus.SERVING, SlipState.HANDED)
    assert desk.shown() == ["A-001"]
    assert slips_in(desk.office.home.root) == ["20261120-A-001.pdf"]
    assert QApplication.focusWidget() is counter.entry.service


def test_another_digit_changes_the_choice(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("42")
    chosen = counter.entry.presenter.picker.chosen
    assert chosen is not None
    assert chosen.key == 2


def test_two_visits_typed_ahead_of_the_first_save(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("1")
    desk.enter()
    desk.write("2")
    desk.enter()
    desk.write("3")
    assert desk.counter.entry.presenter.picker.chosen is not None
    desk.settle()
    assert [v.number for v in desk.stored()] == ["A-001", "A-002"]
    assert desk.counter.entry.presenter.picker.chosen.key == 3
    assert [v.status for v in desk.stored()] == [VisitStatus.DONE, VisitStatus.SERVING]


def test_a_few_letters_and_enter(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.commit("여권")
    matches = counter.entry.presenter.picker.matches
    assert matches[0].name == "여권 신청"
    assert counter.entry.tiles.currentWidget() is counter.entry.tiles.list
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_name == "여권 신청"


def test_first_consonants_and_the_arrow_keys(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.commit("ㅅㄱ")
    picker = counter.entry.presenter.picker
    assert len(picker.matches) > 2
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Up)
    assert picker.highlighted == 1
    second = picker.matches[1].name
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_name == second


def test_arrow_keys_walk_the_big_keys_too(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    chosen = counter.entry.presenter.picker.chosen
    assert chosen is not None
    assert chosen.key == 2


def test_a_syllable_being_composed_already_searches_and_is_not_lost(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.commit("여")
    desk.compose("궈")
    assert counter.entry.presenter.picker.matches[0].name == "여권 신청"
    desk.press(Qt.Key.Key_Tab)
    assert counter.entry.service.text() == "여궈"


def test_a_half_composed_note_is_saved_whole(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    counter.entry.note.setFocus()
    desk.commit("서류 보")
    desk.compose("완")
    desk.enter()
    desk.settle()
    assert desk.stored()[0].note == "서류 보완"
    assert counter.entry.note.text() == ""


def test_a_digit_that_an_input_method_gives_is_a_key_as_well(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.commit("7")
    chosen = counter.entry.presenter.picker.chosen
    assert chosen is not None
    assert chosen.key == 7
    assert counter.entry.service.text() == chosen.name


def test_composing_over_a_picked_service_replaces_it(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1")
    desk.compose("ㅇ")
    desk.commit("여")
    desk.commit("권")
    assert counter.entry.service.text() == "여권"
    chosen = counter.entry.presenter.picker.chosen
    assert chosen is not None
    assert chosen.name == "여권 신청"


def test_a_digit_inside_a_search_is_a_letter(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.commit("여권")
    desk.write("4")
    assert counter.entry.service.text() == "여권4"
    assert counter.entry.tiles.currentWidget() is counter.entry.tiles.nothing


@pytest.mark.parametrize(
    ("key", "kind"),
    [
        (Qt.Key.Key_1, VisitorKind.SELF),
        (Qt.Key.Key_2, VisitorKind.PROXY),
        (Qt.Key.Key_3, VisitorKind.COMPANY),
        (Qt.Key.Key_4, VisitorKind.FOREIGNER),
    ],
)
def test_kind_queue_number_and_note_without_leaving_the_keyboard(desk: Desk, key: Qt.Key, kind: VisitorKind) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("2")
    desk.press(key, ALT)
    while QApplication.focusWidget() is not counter.entry.queue_number:
        desk.press(Qt.Key.Key_Tab)
    desk.write("117")
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is counter.entry.note
    desk.commit("대기석 안내")
    desk.enter()
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.visitor_kind, visit.queue_number, visit.note) == (kind, "117", "대기석 안내")
    assert counter.entry.typed().visitor_kind is VisitorKind.SELF


def test_enter_on_a_visitor_chip_saves(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("2")
    desk.press(Qt.Key.Key_Tab)
    assert QApplication.focusWidget() in counter.entry.kinds.buttons()
    desk.enter()
    desk.settle()
    assert len(desk.stored()) == 1


def test_enter_with_nothing_chosen_says_what_to_do(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.enter()
    assert counter.entry.hint.words.text() == "업무를 먼저 고르세요. 숫자 하나면 됩니다."
    assert QApplication.focusWidget() is counter.entry.service
    desk.write("1")
    assert not counter.entry.hint.isVisible()
    assert desk.stored() == ()


@pytest.mark.parametrize(
    ("note", "says"),
    [
        ("900101-1234567", "메모의 1번째 글자부터 주민등록번호처럼 보입니다."),
        ("도장 😀 확인", "메모의 4번째 글자는 그림 문자라 접수증에 찍을 수 없습니다."),
        ("שלום", "메모의 1번째 글자는 오른쪽에서 왼쪽으로 쓰는 글자입니다."),
        ("가\u200b나", "메모의 2번째 글자는 보이지 않는 제어 문자입니다."),
        ("가" * 201, "메모: 글이 너무 깁니다(201자)."),
    ],
)
def test_a_note_that_cannot_be_stored_stays_in_the_form(desk: Desk, note: str, says: str) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    counter.entry.note.setFocus()
    desk.commit(note)
    desk.enter()
    assert counter.entry.hint.words.text().startswith(says)
    assert "저장하지 않았습니다" in counter.entry.hint.words.text()
    assert counter.entry.note.text() == note
    assert QApplication.focusWidget() is counter.entry.note
    desk.settle()
    assert desk.stored() == ()


def test_escape_clears_everything(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    desk.press(Qt.Key.Key_3, ALT)
    counter.entry.note.setFocus()
    desk.commit("메모")
    desk.press(Qt.Key.Key_Escape)
    assert counter.entry.note.text() == counter.entry.service.text() == ""
    assert counter.entry.presenter.picker.chosen is None
    assert counter.entry.typed().visitor_kind is VisitorKind.SELF
    assert QApplication.focusWidget() is counter.entry.service


def test_the_visit_being_served_is_finished_with_one_key(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("1")
    assert counter.entry.result.serving.whole().startswith("A-001")
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.DONE
    assert not counter.entry.result.finish.isEnabled()
    assert desk.row("A-001")["상태"] == "완료"


def test_the_survey_address_is_shown_nowhere(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.register("4")
    texts = [label.text() + label.toolTip() for label in desk.window.findChildren(QLabel)]
    texts += [str(cell) for cell in desk.row("A-001").values()]
    assert not [text for text in texts if "/s/" in text or "https" in text]


def test_undo_within_the_time_keeps_the_number(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("1")
    desk.register("4")
    assert counter.entry.result.undo.isVisible()
    assert counter.entry.result.undo.text().startswith("되돌리기")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert [v.status for v in desk.stored()] == [VisitStatus.SERVING, VisitStatus.UNDONE]
    assert desk.row("A-002")["상태"] == "취소"
    assert not counter.entry.result.undo.isVisible()
    assert counter.entry.result.slip.whole() == "취소했습니다 · 번호는 그대로 남습니다"
    desk.register("5")
    assert desk.shown() == ["A-003", "A-002", "A-001"]


def test_undo_too_late_says_so_and_changes_nothing(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("4")
    desk.clock.pass_by(seconds=30)
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert counter.entry.result.slip.whole().startswith("A-001: 접수한 지 10초가 지나 되돌릴 수 없습니다.")
    assert desk.stored()[0].status is VisitStatus.SERVING


def test_undo_belongs_to_the_text_while_something_is_being_typed(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("4")
    counter.entry.note.setFocus()
    desk.write("abc")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert counter.entry.note.text() != "abc"
    assert desk.stored()[0].status is VisitStatus.SERVING


def test_the_countdown_runs_out(desk: Desk) -> None:
    desk.office.offices.change(desk.office.accounts.sign_in("admin", PASSWORD), undo_seconds=1)
    counter = desk.sign_in_at_counter()
    desk.register("4")
    assert counter.entry.result.undo.isVisible()
    desk.until(lambda: not counter.entry.result.undo.isVisible())
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.SERVING


def test_undo_pressed_before_the_visit_is_saved_is_not_lost(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("4")
    desk.enter()
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.status, visit.slip_state) == (VisitStatus.UNDONE, None)
    assert slips_in(desk.office.home.root) == []


def test_finish_pressed_before_the_visit_is_saved_ends_that_visit(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.register("1")
    desk.write("4")
    desk.enter()
    desk.press(Qt.Key.Key_F8)
    desk.settle()
    assert [(v.number, v.status) for v in desk.stored()] == [
        ("A-001", VisitStatus.DONE),
        ("A-002", VisitStatus.DONE),
    ]
