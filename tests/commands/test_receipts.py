"""`minwon receipt` on receipt printers."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
import zxingcpp
from PIL import Image

from app.config.paths import Home
from tests.support.command_line import Ran, minwon, minwon_here
from tests.support.escpos_printer import EscposPrinter, Manner, from_bytes, listening
from tests.support.offices import stored

Run = Callable[..., Ran]


@pytest.fixture
def run(home: Home, qapp: object, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    return lambda *arguments: minwon_here(capsys, monkeypatch, home.root, *arguments, login="clerk1")


@pytest.fixture
def visit(run: Run) -> dict[str, str]:
    registered: dict[str, str] = run("visit", "register", "--service", "PASSPORT").one
    return registered


def codes(paper: Image.Image) -> list[str]:
    found = zxingcpp.read_barcodes(paper, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode))
    return [code.text for code in found]


def state_of(home: Home) -> list[tuple[str, str, int]]:
    return stored(home, "SELECT state, reason, reissue FROM slip ORDER BY rowid")


@pytest.mark.parametrize(("paper", "dots"), [("roll80", 576), ("roll58", 384)])
def test_a_process_of_its_own_prints_and_is_told_so(home: Home, visit: dict[str, str], paper: str, dots: int) -> None:
    printer = EscposPrinter(dots)
    with listening(printer) as address:
        ran = minwon(
            home.root, "receipt", visit["visit_id"], "--printer", address, "--paper", paper, "--json", login="clerk1"
        )
    assert (ran.code, ran.err) == (0, "")
    assert ran.one == {
        "visit_id": visit["visit_id"],
        "number": visit["number"],
        "reissue": False,
        "printer": address,
        "state": "confirmed",
    }
    assert codes(printer.paper()) == [visit["survey_url"]]
    assert state_of(home) == [("confirmed", "", 0)]


def test_a_file_is_handed_and_the_next_one_is_a_reissue(
    run: Run, visit: dict[str, str], home: Home, tmp_path: Path
) -> None:
    papers = []
    for reissue in (False, True):
        ran = run("receipt", visit["visit_id"], "--printer", f"file:{tmp_path / 'out.bin'}", "--language", "zh")
        assert (ran.one["state"], ran.one["reissue"]) == ("handed", reissue)
        papers.append(from_bytes((tmp_path / "out.bin").read_bytes()).paper())
    assert [codes(paper) for paper in papers] == [[visit["survey_url"]]] * 2
    assert papers[0].tobytes() != papers[1].tobytes()
    assert state_of(home) == [("handed", "", 0), ("handed", "", 1)]


def test_paper_out_in_the_middle_and_once_more_with_new_paper(run: Run, visit: dict[str, str], home: Home) -> None:
    printer = EscposPrinter(rows_left=500)
    with listening(printer) as address:
        failed = run("receipt", visit["visit_id"], "--printer", address)
        assert (failed.code, failed.out) == (4, "")
        assert "용지가 떨어졌습니다" in failed.err
        printer.rows_left = 5000
        again = run("receipt", visit["visit_id"], "--printer", address)
    assert (again.one["state"], again.one["reissue"]) == ("confirmed", False)
    assert codes(printer.paper()) == [visit["survey_url"]]
    assert state_of(home) == [("failed", "paper_out", 0), ("confirmed", "", 0)]


@pytest.mark.parametrize(
    ("printer", "reason", "words"),
    [
        (EscposPrinter(cover_open=True), "cover_open", "덮개가 열려"),
        (EscposPrinter(stopped=True), "printer_offline", "오프라인"),
        (EscposPrinter(broken=True), "printer_failed", "보내지 못했습니다"),
        (EscposPrinter(manner=Manner.HANGS_UP, after_rows=200), "printer_silent", "응답이 없습니다"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_went_wrong_is_said_and_written_down(
    run: Run, visit: dict[str, str], home: Home, printer: EscposPrinter, reason: str, words: str
) -> None:
    with listening(printer) as address:
        ran = run("receipt", visit["visit_id"], "--printer", address)
    assert (ran.code, ran.out) == (4, "")
    assert words in ran.err
    assert "기록은 안전합니다" in ran.err
    assert state_of(home) == [("failed", reason, 0)]


def test_a_printer_that_says_nothing_of_itself_is_not_confirmed(run: Run, visit: dict[str, str], home: Home) -> None:
    printer = EscposPrinter(manner=Manner.GARBAGE)
    with listening(printer) as address:
        assert run("receipt", visit["visit_id"], "--printer", address).one["state"] == "handed"
    assert codes(printer.paper()) == [visit["survey_url"]]
    assert state_of(home) == [("handed", "", 0)]


@pytest.mark.parametrize(
    "arguments",
    [
        ["--printer", "lp0"],
        ["--printer", ""],
        ["--printer", "tcp:host:99999"],
        ["--printer", "usb:1:2"],
        ["--printer", "tcp:127.0.0.1:9", "--paper", "a5"],
        ["--printer", "tcp:127.0.0.1:9", "--out", "x.pdf"],
        [],
    ],
)
def test_what_cannot_be_meant_issues_nothing(run: Run, visit: dict[str, str], home: Home, arguments: list[str]) -> None:
    ran = run("receipt", visit["visit_id"], *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert "바뀐 것은 없습니다" in ran.err or "접수증을 내지 않았고" in ran.err
    assert state_of(home) == []


@pytest.mark.parametrize("printer", ["usb:dead:beef", "serial:/dev/nothing-here", "tcp:127.0.0.1:1"])
def test_a_printer_that_is_not_there(run: Run, visit: dict[str, str], home: Home, printer: str) -> None:
    ran = run("receipt", visit["visit_id"], "--printer", printer)
    assert (ran.code, ran.out) == (4, "")
    assert printer in ran.err
    assert "Traceback" not in ran.err
    assert state_of(home) == [("failed", "printer_silent", 0)]
