"""One visitor with several services, visits without a slip, and services that change while the window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.slips import SlipState
from app.domain.visits import VisitStatus
from app.ui.visit_entry.services_input import ServiceChip
from tests.support.offices import stored
from tests.ui.conftest import CTRL, Desk, slips_in

NAMES = ("주민등록 등·초본", "인감증명", "전입신고")


def chips(desk: Desk) -> list[str]:
    """The services kept so far, as the chips show them."""
    found = desk.counter.entry.services.chips.items
    assert all(isinstance(chip, ServiceChip) and chip.isVisible() for chip in found)
    return [chip.text() for chip in found if isinstance(chip, ServiceChip)]


def test_three_services_are_one_visit_and_one_slip(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2+3")
    assert chips(desk) == list(NAMES[:2])
    assert counter.entry.service.text() == NAMES[2]
    desk.enter()
    assert chips(desk) == []
    desk.settle()
    (visit,) = desk.stored()
    assert visit.service_names == NAMES
    assert slips_in(desk.office.home.root) == ["20261120-A-001.pdf"]
    assert desk.row("A-001")["업무"] == "주민등록 등·초본 외 2"
    tip = counter.today.model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole)
    assert tip.startswith("주민등록 등·초본, 인감증명, 전입신고")
    assert counter.entry.result.last.whole() == "A-001   주민등록 등·초본 외 2"
    assert counter.entry.result.last.accessibleName() == "A-001 주민등록 등·초본, 인감증명, 전입신고"


def test_enter_also_saves_when_the_last_one_is_a_chip_already(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("1+2+")
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_names == NAMES[:2]


def test_the_same_service_twice_is_one(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+1+")
    assert counter.entry.hint.words.text().startswith("이미 담은 업무입니다.")
    desk.enter()
    desk.settle()
    assert desk.stored()[0].service_names == NAMES[:1]


def test_plus_with_nothing_chosen_says_what_to_do(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("+")
    assert counter.entry.hint.words.text() == "더할 업무를 먼저 고르고 +를 누르세요."
    desk.write("1")
    assert not counter.entry.hint.isVisible()


def test_backspace_in_the_empty_field_takes_the_last_chip_away(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2+3")
    desk.press(Qt.Key.Key_Backspace)
    assert counter.entry.service.text() == ""
    assert chips(desk) == list(NAMES[:2])
    desk.press(Qt.Key.Key_Backspace)
    assert chips(desk) == [NAMES[0]]
    desk.press(Qt.Key.Key_Escape)
    assert chips(desk) == []


def test_pressing_a_chip_takes_it_away_and_its_name_says_so(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2+")
    first = counter.entry.services.chips.items[0]
    assert first.accessibleName() == "주민등록 등·초본 빼기"
    first.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert chips(desk) == [NAMES[1]]
    assert QApplication.focusWidget() is counter.entry.service


def test_six_at_most(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2+3+4+5+6+")
    assert counter.entry.hint.words.text().startswith("한 번에 6가지까지 접수합니다.")
    assert len(chips(desk)) == 5
    desk.enter()
    desk.settle()
    assert len(desk.stored()[0].service_codes) == 6


@pytest.mark.parametrize("in_one_piece", [True, False])
def test_a_syllable_being_composed_becomes_part_of_what_is_kept(desk: Desk, in_one_piece: bool) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+")
    desk.commit("여")
    desk.compose("권")
    if in_one_piece:
        desk.commit("권+")
    else:
        desk.write("+")
    assert chips(desk) == [NAMES[0], "여권 신청"]
    assert counter.entry.service.text() == ""
    desk.commit("인가")
    desk.compose("ㅁ")
    desk.press(Qt.Key.Key_Escape)
    assert chips(desk) == []


def test_backspace_while_composing_leaves_the_chips_alone(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("1+")
    desk.compose("ㅇ")
    desk.press(Qt.Key.Key_Backspace)
    assert chips(desk) == [NAMES[0]]


def test_the_keys_of_kept_services_are_ticked(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+2")
    kept = [tile.service.key for tile in counter.entry.tiles.tiles if tile.kept]
    assert kept == [1]


def test_control_enter_registers_without_a_slip_and_one_can_be_printed_later(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    counter.entry.note.setFocus()
    desk.commit("접수증 싫다고 ")
    desk.compose("함")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.slip_withheld, visit.slip_state, visit.note) == (True, None, "접수증 싫다고 함")
    assert slips_in(desk.office.home.root) == []
    assert counter.entry.result.slip.whole() == "접수증 없이 접수함"
    assert desk.row("A-001")["접수증"] == "원하지 않음"
    assert counter.today.head.line.whole() == "내 접수 1 · 처리 0 · 접수증 0 · 원하지 않음 1"
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    assert desk.stored()[0].slip_state is SlipState.HANDED
    assert desk.row("A-001")["접수증"] == "보냄"
    assert counter.today.head.line.whole() == "내 접수 1 · 처리 0 · 접수증 1 · 원하지 않음 0"


def test_a_service_retired_meanwhile_keeps_what_was_typed_and_goes_from_the_keys(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("1+4")
    stored(desk.office.home, "UPDATE service SET retired_at = '2026-11-20 00:00:00' WHERE code = 'PASSPORT'")
    counter.entry.note.setFocus()
    desk.commit("급함")
    desk.enter()
    desk.settle()
    assert counter.entry.hint.words.text().startswith("‘여권 신청’ 업무는 이제 받지 않습니다.")
    assert desk.stored() == ()
    assert counter.entry.note.text() == "급함"
    assert counter.entry.service.text() == NAMES[0]
    assert 4 not in [tile.service.key for tile in counter.entry.tiles.tiles]
    desk.enter()
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.service_names, visit.note, visit.status) == ((NAMES[0],), "급함", VisitStatus.SERVING)


def test_a_service_retired_while_the_next_visit_is_being_typed_waits_in_its_card(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    stored(desk.office.home, "UPDATE service SET retired_at = '2026-11-20 00:00:00' WHERE code = 'PASSPORT'")
    desk.write("4")
    desk.enter()
    desk.write("1")
    desk.settle()
    assert counter.entry.service.text() == NAMES[0]
    assert "‘여권 신청’ 업무는 이제 받지 않습니다." in counter.entry.unsaved.words.text()
    desk.enter()
    desk.settle()
    assert [visit.service_names for visit in desk.stored()] == [(NAMES[0],)]
