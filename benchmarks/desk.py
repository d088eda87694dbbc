"""The real window over a home, in this process, with somebody signed in at the counter."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import Office, desk_parts, opened_office
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from app.ui.application import make_application
from app.ui.counter.view import CounterView
from app.ui.shared.places import ScreenName
from app.ui.shell.window import MainWindow
from benchmarks.stored import PASSWORD

_PATIENCE = 120.0


@dataclass
class Desk:
    """A window at the counter screen, and hands on its keyboard."""

    office: Office
    window: MainWindow
    counter: CounterView

    def press(self, *keys: Qt.Key) -> None:
        """Keys where the focus is."""
        for key in keys:
            QTest.keyClick(self._focus(), key)

    def _focus(self) -> QWidget:
        if QApplication.focusWidget() is None:  # a screen without a window manager may take it away
            self.window.activateWindow()
            self.counter.entry.service.setFocus()
            await_true(lambda: QApplication.focusWidget() is not None)
        return _focus()

    def settle(self) -> None:
        """Until no background work is left and everything is painted."""
        await_true(lambda: self.window.runner.idle)
        paint()


@contextmanager
def at_counter(home: Home, printer: str = PRINT_TO_FILES) -> Iterator[Desk]:
    """Sign clerk1 in at a window over `home`, which prints to `printer`."""
    settings = DeskSettings(printer=printer)
    save_settings(home.settings, settings)
    application = make_application()
    with opened_office(home) as office:
        window = MainWindow(desk_parts(office), settings)
        try:
            window.resize(1366, 768)
            window.show()
            window.activateWindow()
            await_true(lambda: QApplication.focusWidget() is not None)
            for text in ("clerk1", PASSWORD):
                QTest.keyClicks(_focus(), text)
                QTest.keyClick(_focus(), Qt.Key.Key_Return)
            await_true(lambda: window.shell is not None)
            assert window.shell is not None
            counter = window.shell.screen_widget(ScreenName.COUNTER)
            assert isinstance(counter, CounterView)
            desk = Desk(office, window, counter)
            await_true(lambda: counter.today.presenter.loaded)
            desk.settle()
            yield desk
            desk.settle()  # the last slip may still be on its way into the folder
        finally:
            window.runner.shut_down()
            window.hide()
            window.deleteLater()
            application.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def await_true(true: Callable[[], bool]) -> None:
    """Let the event loop run, asleep where nothing happens, until `true`. Errors: `TimeoutError`."""
    deadline = time.monotonic() + _PATIENCE
    waking = QTimer()
    waking.start(50)  # so that the deadline is looked at even where nothing happens at all
    while not true():
        if time.monotonic() > deadline:
            raise TimeoutError("the window did not get there")
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
    waking.stop()


def paint() -> None:
    """Everything that waits to be painted is painted when this returns."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()


def _focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget
