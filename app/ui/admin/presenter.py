"""The administrator's screen: loads the lists, makes changes one after the other, takes them back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.administration import CounterEntry, DepartmentEntry, IssuedPassword, PersonEntry, ServiceEntry
from app.domain.errors import AlreadyThere, KeyTaken, Unavailable, UnknownDepartment
from app.domain.offices import OfficeSettings
from app.domain.sharing import FieldConflict
from app.ui.admin.changes import Change, Step, UndoSteps
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class AdminLists:
    """Everything the screen shows, of one moment."""

    people: tuple[PersonEntry, ...]
    services: tuple[ServiceEntry, ...]
    departments: tuple[DepartmentEntry, ...]
    counters: tuple[CounterEntry, ...]
    settings: OfficeSettings
    recovery_made_at: datetime | None
    today: date
    conflicts: tuple[FieldConflict, ...] = ()

    def conflicts_of(self, entity: str, row_id: str | None) -> tuple[FieldConflict, ...]:
        """The fields of a record that stand with two values; of all records of that kind when `row_id` is None."""
        return tuple(c for c in self.conflicts if c.entity == entity and row_id in (None, c.row_id))


class AdminPresenter(QObject):
    loaded = Signal(object)
    """`AdminLists`."""
    saved = Signal(str, object)
    """What was done, and what came back."""
    refused = Signal(str, str)
    """The field it is about (or nothing) and a sentence."""
    issued = Signal(object)
    """An `IssuedPassword`, to be shown once."""
    recovery_made = Signal(str)
    """A recovery code, to be shown once."""
    undo_changed = Signal(str)
    """What Ctrl+Z would take back."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self.session = session
        self.lists: AdminLists | None = None
        self._steps = UndoSteps()
        self._busy = False

    @property
    def actor(self) -> Actor:
        return self.session.actor

    @property
    def parts(self) -> DeskParts:
        return self.session.parts

    def load(self) -> None:
        """Fetch all lists anew."""
        work = partial(_load, self.parts, self.actor)
        self.session.runner.run(Lane.DESK, self, work, self._on_loaded, self._on_failed)

    def make(self, change: Change) -> None:
        """Do `change`; one at a time."""
        if self._busy:
            return
        self._busy = True
        self.session.runner.run(Lane.DESK, self, change.work, partial(self._on_done, change), self._on_failed)

    def undo(self) -> None:
        """Do the opposite of the last change made here."""
        if self._busy:
            return
        taken = self._steps.take()
        if taken is None:
            self.refused.emit("", self.tr("되돌릴 것이 없습니다. 이 화면에서 바꾼 것만 되돌릴 수 있습니다."))
            return
        step, version = taken
        self._busy = True
        work = partial(step.work, version)
        self.session.runner.run(
            Lane.DESK, self, work, partial(self._on_undone, step), partial(self._on_undo_failed, step)
        )

    def make_recovery_code(self) -> None:
        """A new code for the paper in the safe."""
        work = partial(self.parts.admin.recovery.make, self.actor)
        self.session.runner.run(Lane.DESK, self, work, self._on_recovery_code, self._on_failed)

    def _on_loaded(self, lists: AdminLists) -> None:
        self.lists = lists
        self.loaded.emit(lists)
        self.undo_changed.emit(self._steps.words)

    def _on_done(self, change: Change, result: object) -> None:
        self._busy = False
        row = result.person if isinstance(result, IssuedPassword) else result
        self._steps.did(change, row)
        self.saved.emit(change.words, row)
        if isinstance(result, IssuedPassword):
            self.issued.emit(result)
        self.load()

    def _on_undone(self, step: Step, result: object) -> None:
        self._busy = False
        self._steps.left(step.key, result)
        self.saved.emit(self.tr("되돌렸습니다: {what}").format(what=step.words), result)
        self.load()

    def _on_undo_failed(self, step: Step, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._steps.put_back(step)
        self._on_failed(error)

    def _on_recovery_code(self, code: str) -> None:
        self.recovery_made.emit(code)
        self.load()

    def _on_failed(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(field_of(error), sentence_for(error))
        self.undo_changed.emit(self._steps.words)


def field_of(error: Exception) -> str:
    """The form's field that `error` is about, or nothing."""
    match error:
        case KeyTaken():
            return "key"
        case UnknownDepartment():
            return "department_code"
        case AlreadyThere():
            return "code"
    found = getattr(error, "field", "")
    return found if isinstance(found, str) else ""


def _load(parts: DeskParts, actor: Actor) -> AdminLists:
    admin = parts.admin
    return AdminLists(
        admin.people.list(actor),
        admin.catalogue.services(actor),
        admin.catalogue.departments(actor),
        admin.counters.list(actor),
        parts.offices.settings(),
        admin.recovery.made_at(actor),
        admin.recovery.today(),
        parts.sharing.conflicts(actor),
    )
