"""A PDF on a printer: exactly the PDF's paper, dots where they belong, and honest failures."""

from __future__ import annotations

from pathlib import Path

import pypdfium2 as pdfium
import pytest
import zxingcpp
from PIL import Image
from PySide6.QtPrintSupport import QPrinter
from pytestqt.qtbot import QtBot

from app.bootstrap import Office, render_slip
from app.domain.actors import Actor
from app.domain.errors import CannotWrite, NoPrinter, PrinterFailed
from app.domain.languages import Language
from app.domain.slips import Paper
from app.domain.visits import NewVisit
from app.printing.raster import render_page
from app.ui.shared.printing import paint_page, print_pdf, printer_names, write_pdf


@pytest.fixture(params=list(Paper))
def slip(office: Office, clerk: Actor, request: pytest.FixtureRequest) -> tuple[bytes, str]:
    registered = office.visits.register(clerk, NewVisit("PASSPORT"))
    _, content = office.slips.issue(clerk, registered.visit.id, request.param, Language.KO)
    return render_slip(content, request.param), registered.survey_url


def to_file(path: Path, dpi: int) -> QPrinter:
    device = QPrinter(QPrinter.PrinterMode.HighResolution)
    device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    device.setOutputFileName(str(path))
    device.setResolution(dpi)
    return device


@pytest.mark.parametrize("dpi", [203, 300, 1200])
def test_the_page_keeps_its_size_and_its_code(qtbot: QtBot, slip: tuple[bytes, str], tmp_path: Path, dpi: int) -> None:
    pdf, url = slip
    paint_page(to_file(tmp_path / "out.pdf", dpi), pdf, render_page)
    before, after = pdfium.PdfDocument(pdf), pdfium.PdfDocument((tmp_path / "out.pdf").read_bytes())
    assert len(after) == 1
    assert after[0].get_size() == pytest.approx(before[0].get_size(), abs=1.5)
    before.close()
    after.close()
    raster = render_page((tmp_path / "out.pdf").read_bytes(), 203).one_bit()
    (found,) = zxingcpp.read_barcodes(
        Image.frombytes("L", (raster.width, raster.height), raster.gray),
        formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode),
    )
    assert found.text == url


@pytest.mark.qt_log_ignore("QPainter::begin|QPdfEngine|QPrinter", extend=True)
def test_a_device_that_cannot_begin(qtbot: QtBot, slip: tuple[bytes, str], tmp_path: Path) -> None:
    with pytest.raises(PrinterFailed):
        paint_page(to_file(tmp_path / "missing" / "out.pdf", 203), slip[0], render_page)


def test_without_a_printer(qtbot: QtBot, tmp_path: Path) -> None:
    assert "없는 프린터" not in printer_names()
    with pytest.raises(NoPrinter):
        print_pdf(b"%PDF", "없는 프린터", render_page, tmp_path, "A-001")


def test_files_are_written_whole_or_not_at_all(tmp_path: Path) -> None:
    print_pdf(b"%PDF-1", "files", render_page, tmp_path / "slips", "A-001")
    assert (tmp_path / "slips" / "A-001.pdf").read_bytes() == b"%PDF-1"
    with pytest.raises(CannotWrite):
        write_pdf(tmp_path / "slips" / "A-001.pdf" / "x.pdf", b"%PDF")
    assert [path.name for path in (tmp_path / "slips").iterdir()] == ["A-001.pdf"]
