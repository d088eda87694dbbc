"""The administrator's screen: loads the lists, and shows once what is shown once."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import Signal

from app.domain.actors import Actor
from app.domain.administration import CounterEntry, DepartmentEntry, IssuedPassword, PersonEntry, ServiceEntry
from app.domain.offices import OfficeSettings
from app.ui.parts import DeskParts
from app.ui.shared.changes import Change
from app.ui.shared.list_presenter import ListPresenter, Lists
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class AdminLists(Lists):
    """Everything the screen shows, of one moment."""

    people: tuple[PersonEntry, ...]
    services: tuple[ServiceEntry, ...]
    departments: tuple[DepartmentEntry, ...]
    counters: tuple[CounterEntry, ...]
    settings: OfficeSettings
    recovery_made_at: datetime | None
    today: date


class AdminPresenter(ListPresenter):
    """`loaded` gives `AdminLists`."""

    issued = Signal(object)
    """An `IssuedPassword`, to be shown once."""
    recovery_made = Signal(str)
    """A recovery code, to be shown once."""

    lists: AdminLists | None

    def make_recovery_code(self) -> None:
        """A new code for the paper in the safe."""
        work = partial(self.parts.admin.recovery.make, self.actor)
        self.session.runner.run(Lane.DESK, self, work, self._on_recovery_code, self._on_failed)

    def _loading(self) -> Callable[[], AdminLists]:
        return partial(_load, self.parts, self.actor)

    def _on_done(self, change: Change, result: object) -> None:
        if not isinstance(result, IssuedPassword):
            super()._on_done(change, result)
            return
        super()._on_done(change, result.person)
        self.issued.emit(result)

    def _on_recovery_code(self, code: str) -> None:
        self.recovery_made.emit(code)
        self.load()


def _load(parts: DeskParts, actor: Actor) -> AdminLists:
    admin = parts.admin
    return AdminLists(
        admin.people.list(actor),
        admin.catalogue.services(actor),
        admin.catalogue.departments(actor),
        admin.counters.list(actor),
        parts.offices.settings(),
        admin.recovery.made_at(actor),
        parts.offices.today(),
        conflicts=parts.sharing.conflicts(actor),
    )
