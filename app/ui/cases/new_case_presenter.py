"""A new case while it is being typed: when it would be due, what came before on the same matter, and saving it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.case_errors import BadPeriod
from app.domain.cases import Case, CaseLine, NewCase
from app.domain.due import Due, Period, due_of, set_by_service, statutory_period
from app.domain.offices import DepartmentRecord, ServiceRecord
from app.ui.cases.words import case_sentence, field_of
from app.ui.parts import DeskParts
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_PAUSE_MS = 300

Save = Callable[[Actor, NewCase], Case]


@dataclass(frozen=True)
class Foreseen:
    """What is known of a case before it is saved. `today` is the office's day; `received` None stands for now."""

    today: date
    due: Due | None
    similar: tuple[CaseLine, ...]
    received: datetime | None = None


@dataclass(frozen=True)
class Lists:
    """What can be picked. `today` is the office's day."""

    today: date
    departments: tuple[DepartmentRecord, ...]
    services: tuple[ServiceRecord, ...]


class NewCasePresenter(QObject):
    """Looks ahead after a short pause; what is typed is never taken away by an answer."""

    foreseen = Signal(object)
    listed = Signal(object)
    """The `Lists` to pick from."""
    saved = Signal(object)
    """A `Case`."""
    refused = Signal(str, str)
    """A field's name, or nothing, and a sentence."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self._wanted: NewCase | None = None
        self._save: Save | None = None
        self._busy = False
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._look)

    def begin(self, save: Save | None = None) -> None:
        """A new form: `save` is what keeps the case, where receiving it is part of something else."""
        self._save = save
        self._wanted = None
        work = partial(_lists, self._session.parts, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self.listed.emit)

    def follow(self, new: NewCase | None) -> None:
        """What stands in the form now; None while its kind is not chosen."""
        if new != self._wanted:
            self._wanted = new
            self._pause.start()

    def submit(self, new: NewCase) -> None:
        """Receive the case."""
        if self._busy:
            return
        self._busy = True
        save = self._save or self._session.parts.cases.open
        work = partial(save, self._session.actor, new)
        self._session.runner.run(Lane.DESK, self, work, self._on_saved, self._on_refused)

    def _look(self) -> None:
        if (new := self._wanted) is not None:
            work = partial(_foresee, self._session.parts, self._session.actor, new, self._session.zone)
            self._session.runner.run(Lane.DESK, self, work, partial(self._on_foreseen, new))

    def _on_foreseen(self, new: NewCase, foreseen: Foreseen) -> None:
        if new == self._wanted:
            self.foreseen.emit(foreseen)

    def _on_saved(self, case: Case) -> None:
        self._busy = False
        self._wanted = None
        self.saved.emit(case)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(field_of(error), case_sentence(error))


def _lists(parts: DeskParts, actor: Actor) -> Lists:
    return Lists(parts.visits.now(actor).day, parts.offices.departments(actor), parts.offices.services(actor))


def _foresee(parts: DeskParts, actor: Actor, new: NewCase, zone: ZoneInfo) -> Foreseen:
    now = parts.visits.now(actor)
    received = now.at if new.received is None else new.received
    period = _period(parts, actor, new)
    due = None
    if period is not None:
        due = due_of(parts.calendar.working_time(), period, received.astimezone(zone))
    similar = parts.cases.similar(actor, replace(new, received=None)) if new.title.strip() or new.name else ()
    return Foreseen(now.day, due, similar, new.received)


def _period(parts: DeskParts, actor: Actor, new: NewCase) -> Period | None:
    """The period that would run, as far as it is known yet."""
    try:
        if new.period:
            return Period.parse(new.period)
        if set_by_service(new.kind):
            services = parts.offices.services(actor)
            text = next((each.period for each in services if each.code == new.service_code), "")
            return Period.parse(text) if text else None
        return statutory_period(new.kind)
    except BadPeriod:
        return None
