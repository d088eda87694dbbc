"""Slips on a receipt printer the window speaks to itself: the real window, a real socket, what is on the paper."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtPrintSupport import QPrinterInfo

from app.domain.errors import NoPrinter
from app.domain.slips import Paper, SlipState
from app.printing.raster import render_page
from app.ui.shared.printing import print_pdf
from tests.support.escpos_printer import EscposPrinter, Manner, listening
from tests.support.offices import stored
from tests.ui.conftest import CTRL, Desk, MakeDesk


def codes(paper: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(paper, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in found]


def slips_of(desk: Desk) -> list[tuple[str, str, int]]:
    return stored(desk.office.home, "SELECT state, reason, reissue FROM slip ORDER BY rowid")


@pytest.mark.parametrize(("paper", "dots"), [(Paper.ROLL80, 576), (Paper.ROLL58, 384)])
def test_a_printed_slip_is_confirmed(make_desk: MakeDesk, paper: Paper, dots: int) -> None:
    printer = EscposPrinter(dots)
    with listening(printer) as address:
        desk = make_desk(printer=address, paper=paper)
        counter = desk.sign_in_at_counter()
        desk.register("4")
    assert desk.stored()[0].slip_state is SlipState.CONFIRMED
    assert desk.row("A-001")["접수증"] == "출력 확인됨"
    assert "출력 확인됨" in counter.entry.result.slip.whole()
    assert len(codes(printer.paper())) == 1


def test_paper_out_is_said_and_the_slip_is_printed_again_with_the_same_code(make_desk: MakeDesk) -> None:
    printer = EscposPrinter(rows_left=900)
    with listening(printer) as address:
        desk = make_desk(printer=address)
        counter = desk.sign_in_at_counter()
        desk.register("4")
        assert desk.row("A-001")["접수증"] == "실패: 용지 없음 · 다시"
        assert "실패: 용지 없음" in counter.entry.result.slip.whole()
        torn = printer.paper()
        printer.rows_left = 5000
        desk.clock.pass_by(minutes=1)
        desk.press(Qt.Key.Key_F, CTRL)
        desk.enter()
        desk.enter()
        desk.settle()
    assert desk.row("A-001")["접수증"] == "출력 확인됨"
    assert slips_of(desk) == [("failed", "paper_out", 0), ("confirmed", "", 0)]
    whole = printer.paper().crop((0, torn.height, 576, printer.rows))
    assert codes(torn) == codes(whole) != []


def test_a_reprint_carries_the_same_code(make_desk: MakeDesk) -> None:
    printer = EscposPrinter()
    with listening(printer) as address:
        desk = make_desk(printer=address)
        desk.sign_in_at_counter()
        desk.register("4")
        desk.clock.pass_by(minutes=2)
        desk.press(Qt.Key.Key_R, CTRL)
        desk.settle()
    first, again = printer.slips()
    assert codes(first) == codes(again) != []
    assert [slip[2] for slip in slips_of(desk)] == [0, 1]


def test_a_printer_that_says_nothing_of_itself(make_desk: MakeDesk) -> None:
    printer = EscposPrinter(manner=Manner.GARBAGE)
    with listening(printer) as address:
        desk = make_desk(printer=address)
        desk.sign_in_at_counter()
        desk.register("4")
    assert desk.row("A-001")["접수증"] == "보냄"
    assert len(codes(printer.paper())) == 1


@pytest.mark.parametrize(
    ("printer", "words"),
    [
        (EscposPrinter(cover_open=True), "실패: 덮개 열림 · 다시"),
        (EscposPrinter(stopped=True), "실패: 프린터 멈춤 · 다시"),
        (EscposPrinter(broken=True), "실패: 프린터·용지 확인 · 다시"),
        (EscposPrinter(manner=Manner.HANGS_UP, after_rows=100), "실패: 프린터 응답 없음 · 다시"),
    ],
    ids=["cover", "stopped", "broken", "gone"],
)
def test_why_a_slip_did_not_come_out(make_desk: MakeDesk, printer: EscposPrinter, words: str) -> None:
    with listening(printer) as address:
        desk = make_desk(printer=address)
        desk.sign_in_at_counter()
        desk.register("4")
    assert desk.row("A-001")["접수증"] == words
    assert desk.window.unexpected.dialog is None


def test_a_sheet_of_paper_cannot_go_to_a_roll(make_desk: MakeDesk) -> None:
    desk = make_desk(printer="tcp:127.0.0.1:9", paper=Paper.A5)
    desk.sign_in_at_counter()
    desk.register("4")
    assert slips_of(desk) == []
    assert len(desk.stored()) == 1
    assert desk.window.unexpected.dialog is None


def test_the_daily_sheet_goes_to_the_default_printer(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def default() -> QPrinterInfo:
        asked.append("default")
        return QPrinterInfo()

    monkeypatch.setattr(QPrinterInfo, "defaultPrinter", default)
    with pytest.raises(NoPrinter):
        print_pdf(b"%PDF", "tcp:127.0.0.1:9100", render_page, desk.office.home.root, "sheet")
    assert asked == ["default"]
