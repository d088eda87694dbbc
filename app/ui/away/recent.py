"""The people who signed in at this window lately."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.config.settings import RECENT_PEOPLE
from app.domain.actors import Actor
from app.domain.errors import AppError
from app.domain.presence import KnownPerson
from app.ui.parts import DeskParts
from app.ui.shared.settings_store import SettingsStore
from app.ui.shared.task_runner import Lane, TaskRunner


class RecentPeople(QObject):
    """The newest first, at most nine: one for each digit. Logins are kept with this PC's settings, names are not."""

    changed = Signal()

    def __init__(self, parts: DeskParts, runner: TaskRunner, store: SettingsStore, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self._store = store
        self.people: tuple[KnownPerson, ...] = ()

    def ask(self) -> None:
        """Look up the names behind the logins this PC remembers; who has left the office is not offered."""
        if self._store.settings.recent:
            work = partial(_known, self._parts, self._store.settings.recent)
            self._runner.run(Lane.DESK, self, work, self._on_known)

    def came(self, actor: Actor) -> None:
        """`actor` has signed in here."""
        others = tuple(person for person in self.people if person.login != actor.login)
        self.people = (KnownPerson(actor.login, actor.name), *others)[:RECENT_PEOPLE]
        self.changed.emit()
        logins = tuple(person.login for person in self.people)
        if logins != self._store.settings.recent:
            with suppress(AppError):  # remembering names is a comfort: a full disk must keep nobody out
                self._store.keep(replace(self._store.settings, recent=logins))

    def others(self, login: str) -> tuple[KnownPerson, ...]:
        """Everybody but one."""
        return tuple(person for person in self.people if person.login != login)

    def _on_known(self, people: tuple[KnownPerson, ...]) -> None:
        here = {person.login for person in self.people}
        self.people = (*self.people, *(person for person in people if person.login not in here))[:RECENT_PEOPLE]
        self.changed.emit()


def _known(parts: DeskParts, logins: Sequence[str]) -> tuple[KnownPerson, ...]:
    """On the lane: the services may have been opened there a moment ago."""
    return parts.accounts.known(logins)
