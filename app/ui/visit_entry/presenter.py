"""What happens to a new visit after Enter: saved first, printed after, undone for a few seconds, never lost."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import Enum, auto
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.errors import (
    AppError,
    ControlCharacterInText,
    EmojiInText,
    PersonalDataInText,
    RightToLeftText,
    TextTooLong,
    TooManyServices,
    UnknownService,
)
from app.domain.offices import ServiceRecord
from app.domain.slips import SlipState
from app.domain.visits import NewVisit, Registered, VisitRecord, VisitStatus
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence, sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.visit_entry.service_picker import ServicePicker

_TICK_MS = 250

Work = Callable[[], Registered]


@dataclass(frozen=True)
class UnsavedVisit:
    """A visit that could not be saved, with everything that was typed, and why. `work` saves it."""

    typed: NewVisit
    services: tuple[ServiceRecord, ...]
    sentence: str
    work: Work


@dataclass(frozen=True)
class LastVisit:
    """The visit registered last at this window. `undo_seconds` is 0 when it is too late.

    `without_code`: its slip carries no QR, because the survey does not know this counter's key yet.
    """

    visit: VisitRecord
    slip_state: SlipState | None
    slip_reason: str
    undo_seconds: int
    trouble: str
    without_code: bool = False


class _Wish(Enum):
    """Pressed while a visit is on its way: a quick hand must not find its key lost."""

    UNDO = auto()
    FINISH = auto()


class VisitEntryPresenter(QObject):
    """Registers, undoes and finishes visits of this counter."""

    refused = Signal(str, str)
    """A field's name and a sentence: what was typed stays in the form."""
    accepted = Signal()
    """What was typed is on its way: the form is free for the next visit."""
    last_changed = Signal(object)
    unsaved_changed = Signal(object)
    restored = Signal(object)
    serving_changed = Signal(object)
    visit_changed = Signal(object)
    """A visit's new record, for the list beside."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.picker = ServicePicker(session.signed_in.services, self)
        self.unsaved: tuple[UnsavedVisit, ...] = ()
        self.serving: VisitRecord | None = None
        self.last: LastVisit | None = None
        self.form_is_empty: Callable[[], bool] = lambda: self.picker.idle
        self._undo_until = 0.0
        self._undoing = False
        self._on_its_way = 0
        self._wish: _Wish | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(_TICK_MS)
        self._timer.timeout.connect(self._on_tick)
        session.slips.changed.connect(self._on_slip_changed)
        session.slips.refused.connect(self._on_slip_refused)

    def submit(self, typed: NewVisit) -> None:
        """Register what was typed (its services come from the picker) and print its slip, unless it is withheld."""
        services = self.picker.selection
        if not services:
            words = self.tr("맞는 업무가 없습니다. 다른 이름이나 초성으로 찾아보세요.")
            if not self.picker.searching:
                words = self.tr("업무를 먼저 고르세요. 숫자 하나면 됩니다.")
            self.refused.emit("service", words)
            return
        first, *further = (service.code for service in services)
        try:
            checked = replace(typed, service_code=first, further_services=tuple(further)).checked()
        except TooManyServices as error:
            self.refused.emit("service", sentence(error))
            return
        except (TextTooLong, ControlCharacterInText, EmojiInText, RightToLeftText, PersonalDataInText) as error:
            self.refused.emit(error.field, sentence(error))
            return
        work = self.saving(checked)
        self.accepted.emit()
        self._save(checked, services, work)

    def saving(self, checked: NewVisit) -> Work:
        """What saves the visit."""
        return partial(_register, self._session.parts, self._session.actor, checked)

    def look_for_services(self) -> None:
        """Ask which services there are now: the administrator may have changed them meanwhile."""
        work = partial(self._session.parts.offices.services, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self.picker.offer)

    def try_again(self) -> None:
        """Save the first of the visits that could not be saved, once more."""
        if self.unsaved:
            first, *rest = self.unsaved
            self._set_unsaved(tuple(rest))
            self._save(first.typed, first.services, first.work)

    def restore(self) -> None:
        """Give the first of the visits that could not be saved back to the form."""
        if self.unsaved:
            first, *rest = self.unsaved
            self._set_unsaved(tuple(rest))
            self._give_back(first.typed, first.services)

    def undo(self) -> None:
        """Take the last visit back, while there is time. It keeps its number."""
        if self._on_its_way:
            self._wish = _Wish.UNDO
            return
        last = self.last
        if last is None or last.undo_seconds == 0 or self._undoing:
            return
        self._undoing = True
        work = partial(self._session.parts.visits.undo, self._session.actor, last.visit.id)
        self._session.runner.run(Lane.DESK, self, work, self._on_undone, self._on_undo_failed)

    def finish(self) -> None:
        """Say that the visit being served has been served."""
        if self._on_its_way:
            self._wish = _Wish.FINISH
        elif self.serving is not None:
            work = partial(self._session.parts.visits.finish, self._session.actor, self.serving.id)
            self._session.runner.run(Lane.DESK, self, work, self._on_finished, self._on_finish_failed)

    def follow(self, visits: tuple[VisitRecord, ...]) -> None:
        """Keep up with the day's list: which visit is being served at this counter now."""
        here = self._session.signed_in.counter.code
        serving = [v for v in visits if v.status is VisitStatus.SERVING and v.now_at == here]
        self.serving = max(serving, key=lambda v: v.serving_since or v.registered_at, default=None)
        self.serving_changed.emit(self.serving)

    def _save(self, checked: NewVisit, services: tuple[ServiceRecord, ...], work: Work) -> None:
        self._on_its_way += 1
        failed = partial(self._on_save_failed, checked, services, work)
        self._session.runner.run(Lane.DESK, self, work, self._on_registered, failed)

    def _on_registered(self, registered: Registered) -> None:
        wish = self._arrived()
        visit = registered.visit
        seconds = self._session.signed_in.office.undo_seconds
        self._undo_until = time.monotonic() + seconds
        self._undoing = False
        state = None if visit.slip_withheld else SlipState.WAITING
        self._set_last(LastVisit(visit, state, "", seconds, "", without_code=not registered.survey_url))
        self._timer.start()
        self.visit_changed.emit(visit)
        if not visit.slip_withheld and wish is not _Wish.UNDO:
            self._session.slips.print_slip(self._session.actor, visit)
        if wish is _Wish.UNDO:
            self.undo()
        elif wish is _Wish.FINISH:
            self.finish()

    def _arrived(self) -> _Wish | None:
        """A visit is no longer on its way; what was pressed meanwhile, if it was the last one."""
        self._on_its_way -= 1
        if self._on_its_way:
            return None
        wish, self._wish = self._wish, None
        return wish

    def _on_save_failed(
        self, typed: NewVisit, services: tuple[ServiceRecord, ...], work: Work, error: Exception
    ) -> None:
        self._arrived()
        words = sentence_for(error)
        if isinstance(error, UnknownService):
            self.look_for_services()
            if self.form_is_empty():
                self._give_back(typed, tuple(service for service in services if service.code != error.code))
                self.refused.emit("service", words)
                return
        self._set_unsaved((*self.unsaved, UnsavedVisit(typed, services, words, work)))

    def _give_back(self, typed: NewVisit, services: tuple[ServiceRecord, ...]) -> None:
        if services:
            self.picker.choose(services)
        self.restored.emit(typed)

    def _on_undone(self, visit: VisitRecord) -> None:
        self._undoing = False
        self._timer.stop()
        if self.last is not None:
            self._set_last(replace(self.last, visit=visit, undo_seconds=0, trouble=""))
        self.visit_changed.emit(visit)

    def _on_undo_failed(self, error: Exception) -> None:
        self._undoing = False
        self._timer.stop()
        if self.last is not None:
            self._set_last(replace(self.last, undo_seconds=0, trouble=sentence_for(error)))

    def _on_finished(self, visit: VisitRecord) -> None:
        self.serving = None
        self.serving_changed.emit(None)
        self.visit_changed.emit(visit)

    def _on_finish_failed(self, error: Exception) -> None:
        self.refused.emit("", sentence_for(error))

    def _on_slip_changed(self, visit_id: str, state: SlipState, reason: str) -> None:
        if self.last is not None and self.last.visit.id == visit_id:
            self._set_last(replace(self.last, slip_state=state, slip_reason=reason))

    def _on_slip_refused(self, visit_id: str, error: AppError) -> None:
        last = self.last
        if last is not None and last.visit.id == visit_id and last.visit.status is not VisitStatus.UNDONE:
            self._set_last(replace(last, trouble=sentence(error)))

    def _on_tick(self) -> None:
        left = max(0, -int(-(self._undo_until - time.monotonic()) // 1))
        if self.last is not None and self.last.undo_seconds != left:
            self._set_last(replace(self.last, undo_seconds=left))
        if left == 0:
            self._timer.stop()

    def _set_last(self, last: LastVisit) -> None:
        self.last = last
        self.last_changed.emit(last)

    def _set_unsaved(self, unsaved: tuple[UnsavedVisit, ...]) -> None:
        self.unsaved = unsaved
        self.unsaved_changed.emit(unsaved)


def _register(parts: DeskParts, actor: Actor, new: NewVisit) -> Registered:
    return parts.visits.register(actor, new)
