"""What stands behind a list with a form: loads it, makes changes one after the other, takes them back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, Signal

from app.domain.actors import Actor
from app.domain.errors import AlreadyThere, KeyTaken, Unavailable, UnknownDepartment
from app.domain.sharing import FieldConflict
from app.ui.parts import DeskParts
from app.ui.shared.changes import Change, Step, UndoSteps
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

translate = QCoreApplication.translate


@dataclass(frozen=True)
class Lists:
    """What a list with a form shows, of one moment; `conflicts` are all fields that stand with two values."""

    conflicts: tuple[FieldConflict, ...] = field(default=(), kw_only=True)

    def conflicts_of(self, entity: str, row_id: str | None) -> tuple[FieldConflict, ...]:
        """Those of a record; of all records of that kind when `row_id` is None."""
        return tuple(c for c in self.conflicts if c.entity == entity and row_id in (None, c.row_id))


class ListPresenter(QObject):
    """A subclass tells what is loaded (`_loading`)."""

    loaded = Signal(object)
    """A record of everything that is shown, of one moment."""
    saved = Signal(str, object)
    """What was done, and what came back."""
    refused = Signal(str, str)
    """The field it is about (or nothing) and a sentence."""
    undo_changed = Signal(str)
    """What Ctrl+Z would take back."""

    def __init__(self, session: Session, parent: QObject | None) -> None:
        super().__init__(parent)
        self.session = session
        self.lists: Any = None
        self._steps = UndoSteps()
        self._busy = False

    @property
    def actor(self) -> Actor:
        return self.session.actor

    @property
    def parts(self) -> DeskParts:
        return self.session.parts

    def _loading(self) -> Callable[[], Any]:
        """The work that brings what `loaded` gives."""
        raise NotImplementedError

    def load(self) -> None:
        """Fetch everything anew."""
        self.session.runner.run(Lane.DESK, self, self._loading(), self._on_loaded, self._on_failed)

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
            words = translate("AdminPresenter", "되돌릴 것이 없습니다. 이 화면에서 바꾼 것만 되돌릴 수 있습니다.")
            self.refused.emit("", words)
            return
        step, version = taken
        self._busy = True
        work = partial(step.work, version)
        self.session.runner.run(
            Lane.DESK, self, work, partial(self._on_undone, step), partial(self._on_undo_failed, step)
        )

    def _on_loaded(self, lists: Any) -> None:
        self.lists = lists
        self.loaded.emit(lists)
        self.undo_changed.emit(self._steps.words)

    def _on_done(self, change: Change, result: object) -> None:
        self._busy = False
        self._steps.did(change, result)
        self.saved.emit(change.words, result)
        self.load()

    def _on_undone(self, step: Step, result: object) -> None:
        self._busy = False
        self._steps.left(step.key, result)
        self.saved.emit(translate("AdminPresenter", "되돌렸습니다: {what}").format(what=step.words), result)
        self.load()

    def _on_undo_failed(self, step: Step, error: Exception) -> None:
        if isinstance(error, Unavailable):
            self._steps.put_back(step)
        self._on_failed(error)

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
