"""What becomes of the lines of a paper list: each is saved, given back or kept, and the last can be undone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain import errors as e
from app.domain import late_errors as late
from app.domain.offices import ServiceRecord
from app.domain.visits import LateReason, NewVisit, Registered, VisitorKind, VisitRecord, VisitStatus
from app.ui.shared.messages import sentence, sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane
from app.ui.visit_entry.service_picker import ServicePicker


@dataclass(frozen=True)
class PaperLine:
    """One line as it was typed, with the day and the reason that are kept from line to line."""

    day: date
    at: time
    until: time | None
    reason: LateReason
    services: tuple[ServiceRecord, ...]
    kind: VisitorKind
    queue_number: str

    def visit(self) -> NewVisit:
        """What is to be recorded. Errors: those of `NewVisit.checked`."""
        first, *further = (service.code for service in self.services)
        return NewVisit(first, self.kind, self.queue_number, further_services=tuple(further)).checked()


class LateEntryPresenter(QObject):
    """Lives as long as the desk, so that the dialog may be closed between two pages of the list."""

    refused = Signal(str, str)
    """A field's name (day, at, until, service, queue_number or none) and a sentence."""
    accepted = Signal()
    """The line is on its way: the form is free for the next one."""
    given_back = Signal(object)
    """A `PaperLine` that could not be saved, for the form."""
    entered_changed = Signal()
    unsaved_changed = Signal()
    visit_changed = Signal(object)
    """A visit's new record, for the list of the day."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.picker = ServicePicker(session.signed_in.services, self)
        self.day: date | None = None
        self.reason = LateReason.POWER
        self.entered: tuple[VisitRecord, ...] = ()
        """What was entered at this desk, newest first."""
        self.unsaved: tuple[tuple[PaperLine, str], ...] = ()
        """Lines that could not be saved, each with the sentence why."""
        self.form_is_free = False
        """Whether nothing is half typed: a refused line may go back into the form."""
        self._undoing = False

    def offer(self, services: Sequence[ServiceRecord]) -> None:
        """The services that can be picked now."""
        self.picker.offer(services)

    def submit(self, day: date, at: time | None, until: time | None, kind: VisitorKind, queue_number: str) -> None:
        """Save a line; its services come from the picker, its reason is the one kept."""
        services = self.picker.selection
        if at is None:
            self.refused.emit("at", self.tr("접수한 시각을 적으세요. 숫자 네 자리면 됩니다. 예: 0912"))
            return
        if not services:
            words = self.tr("맞는 업무가 없습니다. 다른 이름이나 초성으로 찾아보세요.")
            if not self.picker.searching:
                words = self.tr("업무를 고르세요. 숫자 하나면 됩니다.")
            self.refused.emit("service", words)
            return
        line = PaperLine(day, at, until, self.reason, services, kind, queue_number)
        try:
            line.visit()
        except e.AppError as error:
            self.refused.emit(_field_of(error), sentence(error))
            return
        self.day = day
        self.accepted.emit()
        self._save(line)

    def try_again(self) -> None:
        """Save the lines that could not be saved, once more, in their order."""
        lines, self.unsaved = self.unsaved, ()
        self.unsaved_changed.emit()
        for line, _ in lines:
            self._save(line)

    def give_back(self) -> None:
        """Put the first of the lines that could not be saved back into the form."""
        if self.unsaved:
            (line, _), *rest = self.unsaved
            self.unsaved = tuple(rest)
            self.unsaved_changed.emit()
            self._put_back(line)

    def undo(self) -> None:
        """Take the line entered last back, while there is time. It keeps its number."""
        last = self.entered[0] if self.entered else None
        if last is None or self._undoing or last.status is VisitStatus.UNDONE:
            return
        self._undoing = True
        work = partial(self._session.parts.visits.undo, self._session.actor, last.id)
        self._session.runner.run(Lane.DESK, self, work, self._on_undone, self._on_undo_failed)

    def _save(self, line: PaperLine) -> None:
        zone = self._session.zone
        work = partial(
            self._session.parts.late_visits.enter,
            self._session.actor,
            line.visit(),
            datetime.combine(line.day, line.at, zone),
            line.reason,
            datetime.combine(line.day, line.until, zone) if line.until is not None else None,
        )
        self._session.runner.run(Lane.DESK, self, work, self._on_entered, partial(self._on_failed, line))

    def _on_entered(self, entered: Registered) -> None:
        self.entered = (entered.visit, *self.entered)
        self.entered_changed.emit()
        self.visit_changed.emit(entered.visit)

    def _on_failed(self, line: PaperLine, error: Exception) -> None:
        words, field = sentence_for(error), _field_of(error)
        if field and self.form_is_free:
            self._put_back(line)
            self.refused.emit(field, words)
            return
        self.unsaved = (*self.unsaved, (line, words))
        self.unsaved_changed.emit()

    def _put_back(self, line: PaperLine) -> None:
        self.reason = line.reason
        self.picker.choose(line.services)
        self.given_back.emit(line)

    def _on_undone(self, visit: VisitRecord) -> None:
        self._undoing = False
        self.entered = tuple(visit if before.id == visit.id else before for before in self.entered)
        self.entered_changed.emit()
        self.visit_changed.emit(visit)

    def _on_undo_failed(self, error: Exception) -> None:
        self._undoing = False
        self.refused.emit("", sentence_for(error))


def _field_of(error: Exception) -> str:
    """The field that has to be put right; "" when it is none of the form's."""
    match error:
        case late.LateVisitAhead(field=field):
            return field
        case late.LateVisitTooOld():
            return "day"
        case late.LateVisitEndsWrong():
            return "until"
        case e.UnknownService() | e.TooManyServices() | e.ServiceTwice():
            return "service"
        case (
            e.TextTooLong()
            | e.ControlCharacterInText()
            | e.EmojiInText()
            | e.RightToLeftText()
            | e.PersonalDataInText()
        ):
            return "queue_number"
    return ""
