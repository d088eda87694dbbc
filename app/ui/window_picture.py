"""The real window opened once, used, pictured and closed again: for `minwon self-test` on a packaged program."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop
from PySide6.QtGui import QGuiApplication, QPixmap
from PySide6.QtPrintSupport import QPrinter

from app.config.settings import DeskSettings
from app.ui.application import make_application
from app.ui.parts import DeskParts
from app.ui.shared.printing import Rasterise, paint_page
from app.ui.shell.view import ShellView
from app.ui.shell.window import MainWindow

_WIDTH, _HEIGHT = 1366, 768
_PATIENCE_SECONDS = 30.0
_FEWEST_COLOURS = 24
"""A window without fonts, icons or style sheet has fewer."""


def picture_window(parts: DeskParts, out: Path, logins: Sequence[str], password: str) -> dict[str, object]:
    """Open the window, sign each of `logins` in and open every screen; a record of what was seen.

    The PNG file `out` shows the first screen of the first one. Errors: `RuntimeError` when the window does not appear,
    somebody does not get in, or the picture is empty.
    """
    make_application()
    window = MainWindow(parts, DeskSettings(printer="files"))
    try:
        window.resize(_WIDTH, _HEIGHT)
        window.show()
        _wait("the window did not appear", window.windowHandle().isExposed)
        picture, screens = QPixmap(), 0
        for login in logins:
            shell = _signed_in(window, login, password)
            if picture.isNull():
                picture = _taken(window)
            for place in shell.navigation.places:
                shell.open(place.name)
                _wait(f"the screen {place.name.value} does not come to rest", lambda: window.runner.idle)
                screens += 1
            window.sign_out()
        colours = _colours(picture)
        if colours < _FEWEST_COLOURS:
            raise RuntimeError(f"the picture has {colours} colours only")
        if not picture.save(str(out), "PNG"):
            raise RuntimeError(f"the picture could not be written to {out}")
        return {
            "platform": QGuiApplication.platformName(),
            "width": picture.width(),
            "height": picture.height(),
            "colours": colours,
            "screens": screens,
        }
    finally:
        window.close()
        window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def print_through_qt(pdf: bytes, rasterise: Rasterise) -> bytes:
    """What Qt's print support makes of the page `pdf` when it prints into a PDF file. Errors: `PrinterFailed`."""
    make_application()
    with tempfile.TemporaryDirectory(prefix="minwon-", ignore_cleanup_errors=True) as folder:
        path = Path(folder) / "printed.pdf"
        device = QPrinter(QPrinter.PrinterMode.HighResolution)
        device.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        device.setOutputFileName(str(path))
        paint_page(device, pdf, rasterise)
        return path.read_bytes()


def _signed_in(window: MainWindow, login: str, password: str) -> ShellView:
    view = window.sign_in_view
    if view is None:
        raise RuntimeError("the window does not show the sign-in card")
    view.presenter.submit(login, password)
    _wait(f"{login} could not sign in", lambda: window.shell is not None and window.runner.idle)
    if window.shell is None:
        raise RuntimeError(f"{login} could not sign in")
    return window.shell


def _wait(failure: str, done: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE_SECONDS
    while not done():
        if time.monotonic() > deadline:
            raise RuntimeError(failure)
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 50)
    # What has just arrived is laid out and painted as well.
    for _ in range(5):
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)


def _taken(window: MainWindow) -> QPixmap:
    """From the screen where a system lets programs look at it, else as the window draws itself."""
    if QGuiApplication.platformName() in ("xcb", "windows"):
        seen = window.screen().grabWindow(window.winId())
        if not seen.isNull():
            return seen
    return window.grab()


def _colours(picture: QPixmap) -> int:
    image = picture.toImage()
    return len({image.pixel(x, y) for x in range(0, image.width(), 3) for y in range(0, image.height(), 3)})
