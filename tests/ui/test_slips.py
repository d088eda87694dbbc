"""Slips: printed after the save, honest about how far they came, printed again with the same QR code."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt

from app.domain.actors import Actor, Role
from app.domain.errors import PrinterFailed
from app.domain.languages import Language
from app.domain.sharing import SharedAddress, SharedKind
from app.domain.slips import Paper, SlipContent, SlipState
from app.domain.visits import NewVisit
from app.printing.raster import render_page
from app.ui.shared import slip_printing
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import CTRL, Desk, MakeDesk, slips_in

ADMIN = Actor("admin", "", Role.ADMIN)


def qr_in(pdf: Path) -> str:
    raster = render_page(pdf.read_bytes(), 203)
    image = Image.frombytes("L", (raster.width, raster.height), raster.gray)
    (found,) = zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return str(found.text)


def test_a_reprint_carries_the_same_code_and_says_so(desk: Desk) -> None:
    contents: list[SlipContent] = []
    issue = desk.office.slips.issue

    def watched(*given: object) -> object:
        record, content = issue(*given)  # type: ignore[arg-type]
        contents.append(content)
        return record, content

    desk.office.slips.issue = watched  # type: ignore[assignment, method-assign]
    desk.sign_in_at_counter()
    desk.register("4")
    desk.clock.pass_by(minutes=2)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    first, again = slips_in(desk.office.home.root)
    folder = desk.office.home.root / "slips"
    assert qr_in(folder / first) == qr_in(folder / again)
    assert [content.reissue for content in contents] == [False, True]
    assert desk.stored()[0].slips == 2


def test_reprinting_the_selected_visit_of_the_list(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("1")
    desk.register("2")
    desk.press(Qt.Key.Key_F, CTRL)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    selected = counter.today.selected()
    assert selected is not None
    assert selected.number == "A-001"
    desk.clock.pass_by(minutes=2)
    desk.press(Qt.Key.Key_R, CTRL)
    desk.settle()
    assert [v.slips for v in desk.stored()] == [2, 1]
    desk.press(Qt.Key.Key_Escape)
    assert counter.entry.service.hasFocus()


def test_without_a_printer_the_visit_is_saved_and_enter_tries_the_slip_again(make_desk: MakeDesk) -> None:
    desk = make_desk(printer="없는 프린터")
    counter = desk.sign_in_at_counter()
    desk.register("4")
    (visit,) = desk.stored()
    assert (visit.slip_state, visit.slip_reason, visit.slips) == (SlipState.FAILED, "no_printer", 0)
    assert desk.row("A-001")["접수증"] == "실패: 프린터 없음 · 다시"
    assert "실패: 프린터 없음" in counter.entry.result.slip.whole()
    assert desk.window.unexpected.dialog is None
    desk.window.store.keep(desk.settings.__class__(printer="files"))
    desk.press(Qt.Key.Key_F, CTRL)
    desk.enter()
    desk.enter()
    desk.settle()
    assert desk.row("A-001")["접수증"] == "보냄"
    assert desk.stored()[0].slips == 1


def test_a_printer_that_fails(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    def jammed(*_: object) -> None:
        raise PrinterFailed("창구 프린터")

    monkeypatch.setattr(slip_printing, "print_pdf", jammed)
    desk.sign_in_at_counter()
    desk.register("4")
    assert desk.row("A-001")["접수증"] == "실패: 프린터·용지 확인 · 다시"


def test_a_driver_that_hangs_delays_no_save(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(slip_printing, "print_pdf", lambda *_: release.wait(30))
    desk.sign_in_at_counter()
    for digit in "123":
        desk.write(digit)
        desk.enter()
    desk.until(lambda: len(desk.shown()) == 3)
    assert {v.slip_state for v in desk.stored()} <= {None, SlipState.WAITING}
    desk.until(lambda: desk.row("A-003")["접수증"] == "대기 중")
    release.set()
    desk.settle()
    assert {v.slip_state for v in desk.stored()} == {SlipState.HANDED}


def test_a_slip_that_cannot_be_drawn_does_not_stay_waiting(make_desk: MakeDesk) -> None:
    def broken(content: SlipContent, paper: Paper) -> bytes:
        raise RuntimeError("no font")

    desk = make_desk(parts={"render_slip": broken})
    desk.sign_in_at_counter()
    desk.register("4")
    assert desk.row("A-001")["접수증"] == "실패: 알 수 없음 · 다시"
    assert desk.window.unexpected.dialog is not None


def test_slips_a_crash_left_waiting_are_marked_at_the_next_start(desk: Desk) -> None:
    clerk = desk.office.accounts.sign_in("clerk1", PASSWORD)
    visit = desk.office.visits.register(clerk, NewVisit("PASSPORT")).visit
    desk.office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    desk.sign_in_at_counter()
    desk.settle()
    desk.until(lambda: desk.row("A-001")["접수증"] == "실패: 출력 중 끊김 · 다시")


def test_a_slip_under_way_is_finished_after_signing_out(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    monkeypatch.setattr(slip_printing, "print_pdf", lambda *_: release.wait(30))
    desk.sign_in_at_counter()
    desk.write("4")
    desk.enter()
    desk.until(lambda: bool(desk.shown()))
    desk.press(Qt.Key.Key_L, CTRL)
    assert desk.window.sign_in_view is not None
    release.set()
    desk.settle()
    assert desk.stored()[0].slip_state is SlipState.HANDED


def test_closing_the_window_finishes_what_was_saved(desk: Desk) -> None:
    desk.sign_in_at_counter()
    for digit in "12345":
        desk.write(digit)
        desk.enter()
    desk.close()
    assert [v.slip_state for v in desk.stored()] == [SlipState.HANDED] * 5
    assert len(slips_in(desk.office.home.root)) == 5


def test_a_slips_folder_that_cannot_be_written(desk: Desk) -> None:
    (desk.office.home.root / "slips").write_text("in the way", encoding="utf-8")
    desk.sign_in_at_counter()
    desk.register("4")
    assert desk.row("A-001")["접수증"] == "실패: 파일을 쓸 수 없음 · 다시"


def test_a_slip_without_a_code_is_printed_and_the_card_says_so(desk: Desk, tmp_path: Path) -> None:
    """The shared side has not accepted this counter's key, and cannot be reached."""
    desk.office.sharing.begin(ADMIN, SharedAddress(SharedKind.FILE, path=str(tmp_path / "office.db")), None)
    stored(desk.office.home, "UPDATE shared_link SET key_accepted = 0")
    (tmp_path / "office.db").rename(tmp_path / "away.db")
    counter = desk.sign_in_at_counter()
    desk.register("4")
    (slip,) = slips_in(desk.office.home.root)
    with pytest.raises(ValueError, match="not enough values"):
        qr_in(desk.office.home.root / "slips" / slip)
    assert desk.row("A-001")["접수증"] == "보냄"
    assert counter.entry.result.slip.whole() == "접수증 보냄 · 설문 QR 없이(이 창구의 열쇠 확인 전)"
    assert desk.window.unexpected.dialog is None
    (tmp_path / "away.db").rename(tmp_path / "office.db")
    desk.office.sharing.exchange()
    desk.clock.pass_by(minutes=2)
    desk.register("4")
    assert counter.entry.result.slip.whole() == "접수증 보냄"
    assert qr_in(desk.office.home.root / "slips" / slips_in(desk.office.home.root)[-1])
