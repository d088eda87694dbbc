"""The desk of one signed-in person: navigation, screens, status line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from app.domain.clocks import OfficeNow
from app.ui.counter.view import CounterView
from app.ui.daily_sheet.view import DailySheetView
from app.ui.desk_settings.view import DeskSettingsView
from app.ui.keys.view import KeysDialog
from app.ui.sealed_answers.view import SealedAnswersView
from app.ui.shared.places import ScreenName
from app.ui.shared.session import Session
from app.ui.shared.widgets import shortcut
from app.ui.shell.navigation import Navigation
from app.ui.shell.status_line import StatusLine


class Screen(Protocol):
    """What the shell asks of a screen."""

    def enter(self) -> None:
        """The screen comes to the front."""

    def leave(self) -> None:
        """Another screen comes to the front."""


class ShellView(QWidget):
    """A screen is made when it is first opened, and kept until signing out."""

    sign_out_pressed = Signal()

    def __init__(self, session: Session) -> None:
        super().__init__()
        self._session = session
        signed_in = session.signed_in
        self.navigation = Navigation(session.actor, signed_in.counter.name)
        self.status = StatusLine(signed_in.office.name, signed_in.counter.name, session.actor.name)
        self.pages = QStackedWidget()
        self.pages.setObjectName("ground")
        self.keys: KeysDialog | None = None
        self.current: ScreenName | None = None
        self._screens: dict[ScreenName, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.navigation, 0, 0)
        grid.addWidget(self.pages, 0, 1)
        grid.addWidget(self.status, 1, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.navigation.chosen.connect(self.open)
        self.navigation.sign_out_pressed.connect(self.sign_out_pressed)
        for place in self.navigation.places:
            opener = _Opener(self, place.name)
            shortcut(self, place.key, opener.open)
        shortcut(self, "F1", self.show_keys)
        shortcut(self, "Ctrl+L", self.sign_out_pressed.emit)

    def first(self) -> ScreenName:
        """Where this person's day starts."""
        return self.navigation.places[0].name

    def open(self, name: ScreenName) -> None:
        """Bring a screen to the front."""
        if self.current is not None and self.current is not name:
            self._as_screen(self._screens[self.current]).leave()
        if name not in self._screens:
            made = self._makers()[name]()
            self._screens[name] = made
            self.pages.addWidget(made)
        self.current = name
        self.navigation.show_current(name)
        self.pages.setCurrentWidget(self._screens[name])
        self._as_screen(self._screens[name]).enter()

    def screen_widget(self, name: ScreenName) -> QWidget:
        """The screen, opened if it was not yet."""
        if name not in self._screens:
            self.open(name)
        return self._screens[name]

    def close_screens(self) -> None:
        """Leave the screen that is open, as before signing out."""
        if self.current is not None:
            self._as_screen(self._screens[self.current]).leave()

    def show_keys(self) -> None:
        """The list of keys."""
        if self.keys is None:
            self.keys = KeysDialog(self._session.actor, self)
        self.keys.open()

    def _makers(self) -> dict[ScreenName, Callable[[], QWidget]]:
        return {
            ScreenName.COUNTER: self._make_counter,
            ScreenName.DAILY_SHEET: lambda: DailySheetView(self._session),
            ScreenName.SEALED_ANSWERS: lambda: SealedAnswersView(self._session),
            ScreenName.SETTINGS: lambda: DeskSettingsView(self._session),
        }

    def _make_counter(self) -> QWidget:
        counter = CounterView(self._session)
        counter.clock_changed.connect(self._on_clock)
        return counter

    def _on_clock(self, now: OfficeNow) -> None:
        self.status.show_clock(now.clock_is_wrong)

    def _as_screen(self, widget: QWidget) -> Screen:
        screen: Screen = widget  # type: ignore[assignment]
        return screen


class _Opener(QObject):
    """A key's slot: it lives as a child of the shell, because a connection to a lambda would outlive it."""

    def __init__(self, shell: ShellView, name: ScreenName) -> None:
        super().__init__(shell)
        self._shell = shell
        self._name = name

    def open(self) -> None:
        self._shell.open(self._name)
