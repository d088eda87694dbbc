"""The desk of one signed-in person: navigation, screens, status line."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QGridLayout, QStackedWidget, QWidget

from app.domain.actors import Action
from app.domain.clocks import OfficeNow
from app.ui.incident.desk import IncidentDesk
from app.ui.keys.view import KeysDialog
from app.ui.shared.day_end_sweeping import DayEndSweeping
from app.ui.shared.places import ScreenName
from app.ui.shared.session import Session
from app.ui.shared.unfinished import HoldsUnfinished, Unfinished
from app.ui.shared.widgets import shortcut
from app.ui.shell.navigation import Navigation
from app.ui.shell.screens import make_screen
from app.ui.shell.status_line import StatusLine
from app.ui.sign_in.password_dialogs import OwnPasswordDialog

if TYPE_CHECKING:
    from app.ui.sharing.panel import SyncPanel


class Screen(Protocol):
    """What the shell asks of a screen. It may also have `unfinished` and a signal `clock_changed`."""

    def enter(self) -> None:
        """The screen comes to the front."""

    def leave(self) -> None:
        """Another screen comes to the front, or another person takes the window."""


class ShellView(QWidget):
    """A screen is made when it is first opened, and kept until signing out."""

    sign_out_pressed = Signal()
    change_pressed = Signal()
    away_pressed = Signal()
    opened = Signal()
    """Another screen has come to the front."""

    def __init__(self, session: Session) -> None:
        super().__init__()
        self.session = session
        signed_in = session.signed_in
        self.navigation = Navigation(session.actor, signed_in.counter.name)
        self.status = StatusLine(session)
        self.pages = QStackedWidget()
        self.pages.setObjectName("ground")
        self.keys: KeysDialog | None = None
        self.password: OwnPasswordDialog | None = None
        self.sharing: SyncPanel | None = None
        self.day_end = DayEndSweeping(session, self)
        self.current: ScreenName | None = None
        self._before_guide: ScreenName | None = None
        self._screens: dict[ScreenName, QWidget] = {}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(0)
        grid.addWidget(self.navigation, 0, 0)
        grid.addWidget(self.pages, 0, 1)
        self.incident: IncidentDesk | None = None
        if session.actor.may(Action.NOTE_INCIDENT):
            self.incident = IncidentDesk(session, self)
            grid.addWidget(self.incident.strip, 1, 0, 1, 2)
        grid.addWidget(self.status, 2, 0, 1, 2)
        grid.setRowStretch(0, 1)
        grid.setColumnStretch(1, 1)
        self.navigation.chosen.connect(self.open)
        self.navigation.sign_out_pressed.connect(self.sign_out_pressed)
        self.navigation.change_pressed.connect(self.change_pressed)
        self.navigation.away_pressed.connect(self.away_pressed)
        self.navigation.password_pressed.connect(self.change_password)
        for place in self.navigation.places:
            opener = _Opener(self, place.name)
            shortcut(self, place.key, opener.open)
        self.status.syncing.clicked.connect(self.show_sharing)
        shortcut(self, "Ctrl+B", self.show_sharing)
        shortcut(self, "F1", self.show_keys)
        shortcut(self, "F10", self.change_pressed.emit)
        shortcut(self, "Ctrl+K", self.change_password)
        shortcut(self, "Ctrl+L", self.sign_out_pressed.emit)

    def first(self) -> ScreenName:
        """Where this person's day starts."""
        return self.navigation.places[0].name

    def open(self, name: ScreenName) -> None:
        """Bring a screen to the front."""
        if self.current is not None and self.current is not name:
            self._as_screen(self._screens[self.current]).leave()
        if name not in self._screens:
            self._screens[name] = self._made(name)
            self.pages.addWidget(self._screens[name])
        self.current = name
        self.navigation.show_current(name)
        self.pages.setCurrentWidget(self._screens[name])
        self._as_screen(self._screens[name]).enter()
        self.opened.emit()

    def screen_widget(self, name: ScreenName) -> QWidget:
        """The screen, opened if it was not yet."""
        if name not in self._screens:
            self.open(name)
        return self._screens[name]

    def close_screens(self) -> None:
        """Leave the screen that is open, as before signing out."""
        if self.current is not None:
            self._as_screen(self._screens[self.current]).leave()

    def unfinished(self) -> Unfinished:
        """What is begun on these screens, or in a note of abuse, and not done."""
        begun = Unfinished() if self.incident is None else self.incident.unfinished()
        for screen in self._screens.values():
            if isinstance(screen, HoldsUnfinished):
                begun += screen.unfinished()
        return begun

    def change_password(self) -> None:
        """Choose another password for oneself."""
        if self.password is not None:
            self.password.deleteLater()
        self.password = OwnPasswordDialog(self.session.parts, self.session.runner, self.session.actor, self)
        self.password.open()

    def show_sharing(self) -> None:
        """How things stand with the shared side, where there is one."""
        from app.ui.sharing.panel import SyncPanel

        if self.session.syncing.state.attached:
            if self.sharing is not None:
                self.sharing.deleteLater()
            self.sharing = SyncPanel(self.session, self)
            self.sharing.open()

    def show_keys(self) -> None:
        """The list of keys of this screen and role; it leads on to the guide."""
        if self.keys is None or self.keys.screen_name is not self.current or self._keys_are_old():
            if self.keys is not None:
                self.keys.deleteLater()
            shared = self.session.syncing.state.attached
            self.keys = KeysDialog(
                self.session.actor, self.navigation.places, self.current, self, shared=shared, page=self._page()
            )
            self.keys.guide_pressed.connect(self.open_guide)
        self.keys.open()

    def _keys_are_old(self) -> bool:
        if self.keys is None:
            return False
        return self.keys.shared is not self.session.syncing.state.attached or self.keys.page != self._page()

    def _page(self) -> str:
        """The page in front of a screen that has several, "" of any other."""
        return "" if self.current is None else str(getattr(self._screens[self.current], "page_name", ""))

    def open_guide(self) -> None:
        """The guide for this role. Leaving it leads back."""
        if self.keys is not None:
            self.keys.close()
        if self.current is not ScreenName.GUIDE:
            self._before_guide = self.current
        self.open(ScreenName.GUIDE)

    def _on_guide_left(self) -> None:
        self.open(self._before_guide or self.first())

    def _on_screen_wanted(self, name: ScreenName, about: object) -> None:
        """A screen leads on to another one, with what is to be begun there."""
        if any(place.name is name for place in self.navigation.places):
            self.open(name)
            screen = self._screens[name]
            if about is not None and hasattr(screen, "begin"):
                screen.begin(about)

    def _made(self, name: ScreenName) -> QWidget:
        made = make_screen(name, self.session)
        for signal, slot in (
            ("clock_changed", self._on_clock),
            ("guide_left", self._on_guide_left),
            ("screen_wanted", self._on_screen_wanted),
        ):
            if hasattr(made, signal):
                getattr(made, signal).connect(slot)
        return made

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
