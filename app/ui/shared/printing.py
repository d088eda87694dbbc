"""The system's printers, through Qt. Everything here may wait for a driver, so it runs on the print lane only."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QMarginsF, QRect, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtPrintSupport import QPrinter, QPrinterInfo

from app.config.files import write_file
from app.config.settings import PRINT_TO_FILES
from app.domain.errors import CannotWrite, NoPrinter, PrinterFailed
from app.domain.printer_addresses import is_printer_address

if TYPE_CHECKING:
    from app.printing.raster import Raster


class Rasterise(Protocol):
    """Turns a page of a PDF (from 0) into dots. Errors: `IndexError` where there is no such page."""

    def __call__(self, pdf: bytes, dpi: int, page: int = 0) -> Raster: ...


_SHARPEST_DPI = 600
_SIZING_DPI = 72
_MM_PER_INCH = 25.4


def printer_names() -> tuple[str, ...]:
    """The printers this PC knows. May ask a print server."""
    return tuple(QPrinterInfo.availablePrinterNames())


def default_printer_name() -> str:
    """The system's default printer, "" if there is none. May ask a print server."""
    return QPrinterInfo.defaultPrinterName()


def print_pdf(pdf: bytes, printer: str, rasterise: Rasterise, folder: Path, name: str) -> None:
    """Print every page, or write them to `folder/name.pdf` when this PC prints to files.

    `printer` is the setting: empty for the default printer, which is also used for a sheet where the setting is a
    receipt printer. Coming back means the printer took it, no more.
    Errors: `NoPrinter`, `PrinterFailed`, `CannotWrite`, `DiskFull`.
    """
    if printer == PRINT_TO_FILES:
        write_pdf(folder / f"{name}.pdf", pdf)
        return
    named = bool(printer) and not is_printer_address(printer)
    info = QPrinterInfo.printerInfo(printer) if named else QPrinterInfo.defaultPrinter()
    if info.isNull():
        raise NoPrinter
    device = QPrinter(info, QPrinter.PrinterMode.HighResolution)
    device.setDocName(name)
    paint_page(device, pdf, rasterise)


def write_pdf(path: Path, pdf: bytes, *, private: bool = False) -> None:
    """Put the whole file at `path`, or none of it; a `private` one is its owner's alone.

    Errors: `CannotWrite`, `DiskFull`.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise CannotWrite(str(path)) from error
    write_file(path, pdf, private=private)


def paint_page(device: QPrinter, pdf: bytes, rasterise: Rasterise) -> None:
    """Draw the PDF's pages on `device` on paper of exactly the first one's size. Errors: `PrinterFailed`."""
    outline = rasterise(pdf, _SIZING_DPI)
    millimetres = QSizeF(
        outline.width * _MM_PER_INCH / _SIZING_DPI,
        outline.height * _MM_PER_INCH / _SIZING_DPI,
    )
    device.setFullPage(True)
    device.setPageSize(QPageSize(millimetres, QPageSize.Unit.Millimeter, "", QPageSize.SizeMatchPolicy.FuzzyMatch))
    device.setPageMargins(QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter)
    dpi = device.resolution()
    # A whole fraction of the printer's own dots keeps a QR code's edges straight; an A4 page at 1,200 is 140 MB.
    sharp = dpi // -(-dpi // _SHARPEST_DPI)
    scale = dpi / sharp
    painter = QPainter()
    for number in count():
        try:
            dots = rasterise(pdf, sharp, number)
        except IndexError:
            break
        begun = device.newPage() if number else painter.begin(device)
        if not begun:
            raise PrinterFailed(device.printerName())
        image = QImage(dots.gray, dots.width, dots.height, dots.width, QImage.Format.Format_Grayscale8)
        painter.drawImage(QRect(0, 0, round(dots.width * scale), round(dots.height * scale)), image)
    ended = painter.end()
    if not ended or device.printerState() in (QPrinter.PrinterState.Error, QPrinter.PrinterState.Aborted):
        raise PrinterFailed(device.printerName())
