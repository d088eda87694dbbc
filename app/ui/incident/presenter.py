"""One note of abuse at this counter: begun by a key, warned, ended, written; all on the desk lane."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import QElapsedTimer, QObject, Signal

from app.domain.actors import Actor
from app.domain.incidents import Incident, IncidentEnd, IncidentForm, TalkLimits
from app.ui.parts import DeskParts
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane


@dataclass(frozen=True)
class _Now:
    """The note, the moment it was read at, and after how many minutes the rule speaks."""

    incident: Incident | None
    at: datetime
    limits: TalkLimits


class IncidentPresenter(QObject):
    """Holds the note that runs here, or the one that has just ended and may still be written."""

    changed = Signal()
    begun = Signal()
    """The key was pressed and the note has begun."""
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session
        self.incident: Incident | None = None
        self.limits = TalkLimits()
        self._told = datetime.now(UTC)
        self._since = QElapsedTimer()
        self._since.start()
        self._busy = False

    def moment(self) -> datetime:
        """The office's moment now, from what it was told last and the time passed since."""
        return self._told + timedelta(milliseconds=self._since.elapsed())

    def lasted(self) -> timedelta:
        """How long the conversation lasts, or lasted."""
        if self.incident is None:
            return timedelta()
        return (self.incident.ended_at or self.moment()) - self.incident.begun_at

    def look(self) -> None:
        """Whether a note runs at this counter: the window was closed, or somebody else came."""
        self._run(partial(_running, self._session.parts, self._session.actor), self._on_now)

    def begin(self) -> None:
        """The key was pressed."""
        if not self._busy and self.incident is None:
            self._busy = True
            self._run(partial(_begin, self._session.parts, self._session.actor), self._on_begun)

    def warn(self) -> None:
        """The warning was given."""
        incident = self.incident
        if incident is not None and incident.warned_at is None and incident.ended_at is None:
            incidents, actor = self._session.parts.incidents, self._session.actor
            self._do(partial(incidents.warn, actor, incident.id))

    def end(self, end: IncidentEnd) -> None:
        """The conversation is over, and how."""
        incident = self.incident
        if incident is not None:
            incidents, actor = self._session.parts.incidents, self._session.actor
            self._do(partial(incidents.end, actor, incident.id, end))

    def write(
        self,
        incident: Incident,
        form: IncidentForm,
        end: IncidentEnd,
        done: Callable[[Incident], None],
        refused: Callable[[str], None],
    ) -> None:
        """What happened and how it ended; `done` gets the note as it is now, `refused` why it was not kept."""
        work = partial(_write, self._session.parts, self._session.actor, incident, form, end)
        runner = self._session.runner
        runner.run(Lane.DESK, self, work, partial(self._on_written, done), partial(_tell, refused))

    def put_away(self) -> None:
        """The note that has ended is looked at no more."""
        if self.incident is None or self.incident.ended_at is not None:
            self.incident = None
            self.changed.emit()

    def _do(self, work: Callable[[], Incident]) -> None:
        if not self._busy:
            self._busy = True
            self._run(work, self._on_done)

    def _run(self, work: Callable[[], object], done: Callable[..., None]) -> None:
        self._session.runner.run(Lane.DESK, self, work, done, self._on_refused)

    def _on_now(self, now: _Now) -> None:
        self._told = now.at
        self._since.restart()
        self.limits = now.limits
        self.incident = now.incident
        self.changed.emit()

    def _on_begun(self, now: _Now) -> None:
        self._busy = False
        self._on_now(now)
        self.begun.emit()

    def _on_done(self, incident: Incident) -> None:
        self._busy = False
        self.incident = incident
        self.changed.emit()

    def _on_written(self, done: Callable[[Incident], None], incident: Incident) -> None:
        if self.incident is not None and self.incident.id == incident.id:
            self.incident = incident
            self.changed.emit()
        done(incident)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self.refused.emit(sentence_for(error))


def _tell(refused: Callable[[str], None], error: Exception) -> None:
    refused(sentence_for(error))


def _running(parts: DeskParts, actor: Actor) -> _Now:
    return _Now(parts.incidents.running(actor), parts.visits.now(actor).at, parts.incidents.limits())


def _begin(parts: DeskParts, actor: Actor) -> _Now:
    """The note first: the time of the key is what counts."""
    begun = parts.incidents.begin(actor)
    return _Now(begun, parts.visits.now(actor).at, parts.incidents.limits())


def _write(parts: DeskParts, actor: Actor, before: Incident, form: IncidentForm, end: IncidentEnd) -> Incident:
    now = parts.incidents.write(actor, before.id, form, before.version)
    return parts.incidents.end(actor, before.id, end) if end is not now.end else now
