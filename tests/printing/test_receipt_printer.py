"""Slips on receipt printers: the dots on the paper, and what is said about them afterwards."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
import usb.core
import zxingcpp
from PIL import Image, ImageChops

from app.domain.errors import (
    AppError,
    BadValue,
    CannotWrite,
    PaperNotOnRoll,
    PrinterCoverOpen,
    PrinterFailed,
    PrinterOffline,
    PrinterOutOfPaper,
    PrinterUnreachable,
)
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.printing import receipt_connections, receipt_printer
from app.printing.escpos_raster import slip_dots
from app.printing.raster import render_page
from app.printing.receipt_printer import print_receipt
from app.printing.slip import slip_pdf
from tests.printing.samples import LONG_SLIP, SLIP, URL
from tests.support.escpos_printer import EscposPrinter, Manner, from_bytes, listening, on_a_cable
from tests.support.usb_printer import UsbDevice, plugged_in

DOTS = {Paper.ROLL80: 576, Paper.ROLL58: 384}
ROLLS = list(DOTS)


def codes(paper: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(paper, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in found]


def as_window_prints(pdf: bytes, paper: Paper) -> Image.Image:
    """The page's own pixels, the margins a head cannot reach cut off; they must be blank."""
    raster = render_page(pdf, 203).one_bit()
    page = Image.frombytes("L", (raster.width, raster.height), raster.gray)
    margin = (page.width - DOTS[paper]) // 2
    for left in (0, page.width - margin):
        assert page.crop((left, 0, left + margin, page.height)).getextrema() == (255, 255)
    return page.crop((margin, 0, page.width - margin, page.height))


def same(one: Image.Image, other: Image.Image) -> bool:
    return one.size == other.size and ImageChops.difference(one, other).getbbox() is None


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("paper", ROLLS)
def test_the_paper_is_the_very_page_and_its_code_can_be_read(paper: Paper, language: Language) -> None:
    printer = EscposPrinter(DOTS[paper])
    pdf = slip_pdf(replace(SLIP, language=language), paper)
    with listening(printer) as address:
        assert print_receipt(pdf, paper, address) is SlipState.CONFIRMED
    (slip,) = printer.slips()
    page = as_window_prints(pdf, paper)
    assert same(slip.crop((0, 0, page.width, page.height)), page)
    assert slip.crop((0, page.height, page.width, slip.height)).getextrema() == (255, 255)
    assert slip.height - page.height >= 96, "the last line must pass the knife"
    assert codes(slip) == [URL]
    assert printer.unknown == []
    assert printer.bands > 5


@pytest.mark.parametrize("paper", ROLLS)
def test_the_longest_slip(paper: Paper) -> None:
    printer = EscposPrinter(DOTS[paper])
    with listening(printer) as address:
        assert print_receipt(slip_pdf(LONG_SLIP, paper), paper, address) is SlipState.CONFIRMED
    assert codes(printer.paper()) == [URL]


def test_one_slip_after_the_other_on_one_roll() -> None:
    printer = EscposPrinter()
    pdf = slip_pdf(SLIP, Paper.ROLL80)
    with listening(printer) as address:
        for _ in range(3):
            assert print_receipt(pdf, Paper.ROLL80, address) is SlipState.CONFIRMED
    assert [codes(slip) for slip in printer.slips()] == [[URL]] * 3


def send(printer: EscposPrinter, paper: Paper = Paper.ROLL80) -> SlipState:
    with listening(printer) as address:
        return print_receipt(slip_pdf(SLIP, paper), paper, address)


@pytest.mark.parametrize(
    ("trouble", "error"),
    [
        ({"rows_left": 0}, PrinterOutOfPaper),
        ({"cover_open": True}, PrinterCoverOpen),
        ({"stopped": True}, PrinterOffline),
        ({"broken": True}, PrinterFailed),
        ({"cover_open": True, "rows_left": 0}, PrinterCoverOpen),
    ],
)
def test_a_printer_that_cannot_print_gets_no_dot(trouble: dict[str, int], error: type[AppError]) -> None:
    printer = EscposPrinter(**trouble)  # type: ignore[arg-type]
    with pytest.raises(error):
        send(printer)
    assert printer.bands == 0


@pytest.mark.parametrize("rows", [1, 400, 900])
def test_paper_that_runs_out_in_the_middle(rows: int) -> None:
    printer = EscposPrinter(rows_left=rows)
    with pytest.raises(PrinterOutOfPaper):
        send(printer)
    assert printer.rows == rows
    assert printer.cuts == []


def test_paper_that_runs_out_with_the_last_rows() -> None:
    """Everything has been sent by then; the answer in turn never comes, the one at once does."""
    height = slip_dots(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80).height
    with pytest.raises(PrinterOutOfPaper):
        send(EscposPrinter(rows_left=height + 20))


def test_paper_nearly_used_up_is_no_trouble() -> None:
    assert send(EscposPrinter(near_end=True)) is SlipState.CONFIRMED


def test_a_printer_that_never_says_it_is_done_is_not_believed_to_be(monkeypatch: pytest.MonkeyPatch) -> None:
    """It does not know the question in turn, or a slow head has not come that far: being well is not having printed."""
    monkeypatch.setattr(receipt_printer, "PRINTING_SECONDS", 0.4)
    printer = EscposPrinter(knows_in_turn=False)
    assert send(printer) is SlipState.HANDED
    assert codes(printer.paper()) == [URL]


def test_what_the_library_leaves_behind_stays_outside() -> None:
    """No handler that prints on the root log, no folder among the temporary files, no setting in the environment."""
    look = (
        "import logging, os, tempfile; before = sorted(os.environ);"
        "import app.printing.receipt_printer; import escpos.capabilities;"
        "print([type(h).__name__ for h in logging.getLogger().handlers], sorted(os.environ) == before,"
        "os.listdir(tempfile.gettempdir()))"
    )
    with tempfile.TemporaryDirectory() as folder:
        ran = subprocess.run(
            [sys.executable, "-W", "error", "-c", look],
            env={**os.environ, "TMPDIR": folder},
            capture_output=True,
            text=True,
            check=True,
        )
    assert (ran.stdout, ran.stderr) == ("['NullHandler'] True []\n", "")


def test_a_silent_printer_gets_its_slip_and_nothing_is_confirmed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_printer, "FIRST_ANSWER_SECONDS", 0.2)
    printer = EscposPrinter(manner=Manner.SILENT)
    assert send(printer) is SlipState.HANDED
    assert codes(printer.paper()) == [URL]
    assert len(printer.asked) == 1


def test_garbage_is_not_trusted() -> None:
    printer = EscposPrinter(manner=Manner.GARBAGE)
    assert send(printer) is SlipState.HANDED
    assert codes(printer.paper()) == [URL]
    assert len(printer.asked) == 1


def test_a_printer_that_falls_silent_in_the_middle(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_printer, "ANSWER_SECONDS", 0.2)
    with pytest.raises(PrinterUnreachable):
        send(EscposPrinter(manner=Manner.FALLS_SILENT, after_rows=300))


@pytest.mark.parametrize("after_rows", [1, 300, 900])
def test_a_printer_that_hangs_up_in_the_middle(after_rows: int) -> None:
    with pytest.raises(PrinterUnreachable):
        send(EscposPrinter(manner=Manner.HANGS_UP, after_rows=after_rows))


def test_a_printer_that_hangs_up_and_never_said_anything() -> None:
    with pytest.raises(PrinterUnreachable):
        send(EscposPrinter(manner=Manner.HANGS_UP, after_rows=300, answering=False))


def test_a_printer_that_takes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(receipt_printer, "FIRST_ANSWER_SECONDS", 0.2)
    monkeypatch.setattr(receipt_connections, "SEND_SECONDS", 0.3)
    with pytest.raises(PrinterUnreachable):
        send(EscposPrinter(manner=Manner.READS_NOTHING))


def test_nothing_waits_longer_than_five_seconds() -> None:
    assert receipt_connections.CONNECT_SECONDS <= 5
    assert receipt_connections.SEND_SECONDS + receipt_printer.FIRST_ANSWER_SECONDS <= 5
    assert receipt_printer.ANSWER_SECONDS <= 5
    assert receipt_printer.PRINTING_SECONDS <= 5


def test_nobody_there() -> None:
    with closing(socket.socket()) as unused:
        unused.bind(("127.0.0.1", 0))
        with pytest.raises(PrinterUnreachable) as refused:
            print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, f"tcp:127.0.0.1:{unused.getsockname()[1]}")
    assert "127.0.0.1" in refused.value.printer


@pytest.mark.parametrize("paper", ROLLS)
def test_a_serial_port(paper: Paper) -> None:
    printer = EscposPrinter(DOTS[paper])
    with on_a_cable(printer) as address:
        assert print_receipt(slip_pdf(SLIP, paper), paper, address) is SlipState.CONFIRMED
    assert codes(printer.paper()) == [URL]


def test_paper_out_on_a_serial_port() -> None:
    with on_a_cable(EscposPrinter(rows_left=500)) as address, pytest.raises(PrinterOutOfPaper):
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, address)


def test_a_slow_serial_port_gets_small_pieces() -> None:
    printer = EscposPrinter()
    with on_a_cable(printer) as address:
        slow = address.replace(":115200", ":9600")
        assert print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, slow) is SlipState.CONFIRMED
    assert slip_dots(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80).height / printer.bands < 9600 / 10 * 2 / 72


@pytest.mark.parametrize("paper", ROLLS)
def test_a_file_holds_what_a_printer_would_get(paper: Paper, tmp_path: Path) -> None:
    for _ in range(2):
        assert print_receipt(slip_pdf(SLIP, paper), paper, f"file:{tmp_path / '영수증.bin'}") is SlipState.HANDED
    printer = from_bytes((tmp_path / "영수증.bin").read_bytes(), DOTS[paper])
    assert codes(printer.paper()) == [URL]
    assert (printer.asked, printer.unknown, len(printer.cuts)) == ([], [], 1)


def test_a_file_that_is_no_slip_stays_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "minwon.db").write_bytes(b"SQLite format 3")
    with pytest.raises(CannotWrite):
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, f"file:{tmp_path / 'minwon.db'}")
    assert (tmp_path / "minwon.db").read_bytes() == b"SQLite format 3"


@pytest.mark.parametrize(
    ("printer", "error"),
    [
        ("serial:/dev/no-such-port", PrinterUnreachable),
        ("serial:/dev/null", PrinterUnreachable),
        ("file:/dev/no-such-device", PrinterUnreachable),
        ("file:/dev/full", PrinterUnreachable),
        ("file:/nowhere/at/all", CannotWrite),
        ("file:/", CannotWrite),
        ("usb:1234:5678", PrinterUnreachable),
        ("lp0", BadValue),
    ],
)
def test_a_place_without_a_printer(printer: str, error: type[AppError]) -> None:
    with pytest.raises(error):
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, printer)
    assert not Path("/dev/no-such-device").exists()


def test_usb_that_is_not_plugged_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(usb.core, "find", lambda **_: None)
    with pytest.raises(PrinterUnreachable):
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, "usb:04b8:0e15")


@pytest.mark.parametrize(("can_answer", "state"), [(True, SlipState.CONFIRMED), (False, SlipState.HANDED)])
def test_usb_with_endpoints_of_its_own(monkeypatch: pytest.MonkeyPatch, can_answer: bool, state: SlipState) -> None:
    printer, device = EscposPrinter(), UsbDevice(can_answer)
    wanted = {"idVendor": 0x04B8, "idProduct": 0x0E15}
    monkeypatch.setattr(usb.core, "find", lambda **asked: device if asked == wanted else None)
    with plugged_in(printer, device):
        assert print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, "usb:04b8:0e15") is state
    assert codes(printer.paper()) == [URL]


def test_paper_out_on_usb(monkeypatch: pytest.MonkeyPatch) -> None:
    printer, device = EscposPrinter(rows_left=300), UsbDevice()
    monkeypatch.setattr(usb.core, "find", lambda **_: device)
    with plugged_in(printer, device), pytest.raises(PrinterOutOfPaper):
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, "usb:04b8:0e15")


def test_a_sheet_is_refused_before_anything_is_sent(tmp_path: Path) -> None:
    with pytest.raises(PaperNotOnRoll):
        print_receipt(slip_pdf(SLIP, Paper.A5), Paper.A5, f"file:{tmp_path / 'x'}")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("pick", [lambda: (Paper.ROLL58, Paper.ROLL80), lambda: (Paper.ROLL80, Paper.ROLL58)])
def test_a_page_for_another_roll_is_a_mistake(pick: Callable[[], tuple[Paper, Paper]]) -> None:
    drawn, asked = pick()
    with pytest.raises(ValueError, match="is not for"):
        slip_dots(slip_pdf(SLIP, drawn), asked)


def test_the_first_dot_is_out_soon() -> None:
    """With the library loaded; a bench measures the rest."""
    printer = EscposPrinter()
    with listening(printer) as address:
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, address)
        printer.first_dot_at = 0.0
        start = time.perf_counter()
        print_receipt(slip_pdf(SLIP, Paper.ROLL80), Paper.ROLL80, address)
    assert printer.first_dot_at - start < 1.0
