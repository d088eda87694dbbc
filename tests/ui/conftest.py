"""The real window over the real practice office, driven by keys."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QDialog, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.bootstrap import Office, desk_parts
from app.config.settings import DeskSettings, save_settings
from app.domain.languages import ScreenLanguage
from app.domain.visits import VisitRecord
from app.ui.application import make_application
from app.ui.counter.view import CounterView
from app.ui.parts import DeskParts
from app.ui.shared.language import install_language
from app.ui.shared.places import ScreenName
from app.ui.shell.view import ShellView
from app.ui.shell.window import MainWindow
from tests.support.offices import PASSWORD, SetClock, auditor, clerk, clock, home, home_template, office, supervisor

__all__ = ["auditor", "clerk", "clock", "home", "home_template", "office", "supervisor"]

W = TypeVar("W", bound=QWidget)
NONE = Qt.KeyboardModifier.NoModifier
CTRL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PATIENCE_MS = 10_000


@dataclass
class Desk:
    """One window, and somebody's hands on its keyboard."""

    bot: QtBot
    office: Office
    clock: SetClock
    parts: DeskParts
    settings: DeskSettings
    window: MainWindow
    closed: bool = field(default=False)

    # --- hands ---

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = NONE) -> None:
        """One key, where the focus is."""
        self.bot.keyClick(self.focus(), key, modifier)

    def write(self, text: str) -> None:
        """Plain letters and digits, one key after the other."""
        for letter in text:
            self.bot.keyClick(self.focus(), letter)

    def click_cell(self, table: QTableView, row: int, title: str) -> None:
        """With the mouse into the cell below a column's title, and wait for what comes of it."""
        model = table.model()
        titles = [model.headerData(place, Qt.Orientation.Horizontal) for place in range(model.columnCount())]
        cell = table.visualRect(model.index(row, titles.index(title)))
        self.bot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=cell.center())
        self.settle()

    def compose(self, text: str) -> None:
        """An input method is composing `text`; it has not given it to the field yet."""
        QCoreApplication.sendEvent(self.focus(), QInputMethodEvent(text, []))

    def commit(self, text: str) -> None:
        """An input method gives `text` to the field."""
        event = QInputMethodEvent()
        event.setCommitString(text)
        QCoreApplication.sendEvent(self.focus(), event)

    def enter(self) -> None:
        self.press(Qt.Key.Key_Return)

    # --- eyes ---

    def until(self, true: Callable[[], bool]) -> None:
        self.bot.waitUntil(true, timeout=PATIENCE_MS)

    def settle(self) -> None:
        """Until all background work is done and has been shown."""
        self.until(lambda: self.window.runner.idle)

    @property
    def shell(self) -> ShellView:
        shell = self.window.shell
        assert shell is not None
        return shell

    @property
    def counter(self) -> CounterView:
        return self.screen(ScreenName.COUNTER, CounterView)

    def screen(self, name: ScreenName, kind: type[W]) -> W:
        screen = self.shell.screen_widget(name)
        assert isinstance(screen, kind)
        return screen

    def shown(self) -> list[str]:
        """The numbers in the list, from the top."""
        return [visit.number for visit in self.counter.today.model.records]

    def row(self, number: str) -> dict[str, str]:
        """What the list says about a visit, by column title."""
        model = self.counter.today.model
        line = next(i for i, visit in enumerate(model.records) if visit.number == number)
        return {column.title: model.index(line, place).data() for place, column in enumerate(model.columns)}

    def stored(self) -> tuple[VisitRecord, ...]:
        """What the database says, oldest first."""
        actor = self.office.accounts.sign_in("clerk1", PASSWORD)
        return tuple(reversed(self.office.visits.list_day(actor)))

    # --- steps ---

    def sign_in(self, login: str = "clerk1", password: str = PASSWORD) -> None:
        """Type login and password, and wait for the first screen."""
        self.write(login)
        self.enter()
        self.write(password)
        self.enter()
        self.until(lambda: self.window.shell is not None)
        self.settle()

    def sign_in_at_counter(self, login: str = "clerk1") -> CounterView:
        self.sign_in(login)
        self.until(lambda: self.counter.today.presenter.loaded)
        return self.counter

    def register(self, digit: str) -> None:
        """Two keystrokes, and wait until the slip is out."""
        self.write(digit)
        self.enter()
        self.settle()

    def close(self) -> None:
        if not self.closed:
            self.closed = True
            self.window.closing_agreed = True
            self.window.close()
            self.window.deleteLater()
            QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            gc.collect()  # widgets go here, and not on a thread of some other test

    def focus(self) -> QWidget:
        """Where the next key goes, with the window (or its dialog) in front."""
        front = next((w for w in self.window.findChildren(QDialog) if w.isVisible()), self.window)
        if QApplication.activeWindow() is not front:
            front.activateWindow()
            self.until(lambda: QApplication.activeWindow() is front)
        return QApplication.focusWidget() or front


MakeDesk = Callable[..., Desk]


@pytest.fixture(scope="session")
def qapp_cls() -> type[QApplication]:
    return QApplication


@pytest.fixture(autouse=True)
def _korean_afterwards(qapp: QApplication) -> Iterator[None]:
    """Every test begins with the program's own style and in Korean."""
    make_application()
    install_language(ScreenLanguage.KO)
    yield
    install_language(ScreenLanguage.KO)


@pytest.fixture
def make_desk(qtbot: QtBot, office: Office, clock: SetClock) -> Iterator[MakeDesk]:
    """Makes windows; keyword arguments are settings, `parts` replaces parts."""
    made: list[Desk] = []

    def make(parts: dict[str, object] | None = None, size: tuple[int, int] = (1366, 768), **chosen: object) -> Desk:
        settings = replace(DeskSettings(printer="files"), **chosen)  # type: ignore[arg-type]
        save_settings(office.home.settings, settings)
        used = replace(desk_parts(office), **(parts or {}))  # type: ignore[arg-type]
        window = MainWindow(used, settings)
        desk = Desk(qtbot, office, clock, used, settings, window)
        made.append(desk)
        window.resize(*size)
        with qtbot.waitActive(window):
            window.show()
            window.activateWindow()
        assert window.sign_in_view is not None
        window.sign_in_view.setFocus()
        return desk

    yield make
    for desk in made:
        desk.close()


@pytest.fixture
def desk(make_desk: MakeDesk) -> Desk:
    """A window at the sign-in card, printing to files."""
    return make_desk()


def slips_in(folder: Path) -> list[str]:
    """The names of the slips written to files."""
    return sorted(path.name for path in (folder / "slips").glob("*.pdf"))
