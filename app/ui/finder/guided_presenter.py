"""Whom this office has shown the way today, what became of it, and which clocks of the act are running."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.deadlines import WorkingTime
from app.domain.guidance import TRANSFER_PERIODS, Guidance, GuidanceOutcome, TransferKind, WrongReason
from app.ui.parts import DeskParts
from app.ui.shared.looking import Looking
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_LOOK_AGAIN_MS = 10_000


@dataclass(frozen=True)
class Guided:
    """Today's guidance, newest first, and the transfers nobody has taken over yet, those due first first."""

    today: tuple[Guidance, ...] = ()
    transfers: tuple[Guidance, ...] = ()
    working: WorkingTime = field(default_factory=WorkingTime)

    @property
    def unknown(self) -> int:
        """Of how many nobody has said what became of them."""
        return sum(each.outcome is GuidanceOutcome.OPEN for each in self.today)


class GuidedPresenter(Looking):
    """Asks while it is seen: at once, every few seconds, and after everything that is done here."""

    changed = Signal(object)
    """A `Guided`; also when only minutes have passed."""
    told = Signal(object)
    """A `Guidance` after what became of it was said, or taken back."""
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent, _LOOK_AGAIN_MS)
        self.state = Guided()
        self.loaded = False

    @property
    def zone(self) -> ZoneInfo:
        return self._session.zone

    def moment(self) -> datetime:
        """The office's moment now, in its zone."""
        return super().moment().astimezone(self.zone)

    def today(self) -> date:
        return self.moment().date()

    def due(self, kind: TransferKind) -> datetime:
        """When a clock of `kind` that began now would end. Errors: `ValueError` where the calendar has no day left."""
        return self.state.working.after(self.moment(), TRANSFER_PERIODS[kind]).due

    def left(self, guidance: Guidance) -> timedelta:
        """Time until its clock ends, working time where that is on a later day; less than nothing once it has ended."""
        now = self.moment()
        if guidance.due is None:
            return timedelta()
        due = guidance.due.astimezone(self.zone)
        return due - now if due.date() <= now.date() else self.state.working.between(now, due)

    def right(self, guidance: Guidance) -> None:
        """It was the right desk."""
        self._do(partial(self._session.parts.guidance.right, self._session.actor, guidance.id))

    def wrong(self, guidance: Guidance, actual_task_id: str | None, reason: WrongReason) -> None:
        """It was not; `actual_task_id` is where they really belonged, None where nobody knows."""
        work = partial(self._session.parts.guidance.wrong, self._session.actor, guidance.id, actual_task_id, reason)
        self._do(work)

    def taken_over(self, guidance: Guidance) -> None:
        """Somebody has taken it over: its clock stops."""
        self._do(partial(self._session.parts.guidance.taken_over, self._session.actor, guidance.id))

    def undo(self, guidance: Guidance) -> None:
        """Nobody has said anything of it."""
        self._do(partial(self._session.parts.guidance.undo, self._session.actor, guidance.id))

    def _do(self, work: Callable[[], Guidance]) -> None:
        self._session.runner.run(Lane.DESK, self, work, self._on_done, self._on_refused)

    def _on_done(self, guidance: Guidance) -> None:
        self.told.emit(guidance)
        self.reload()

    def _on_refused(self, error: Exception) -> None:
        self.refused.emit(sentence_for(error))
        self.reload()

    def _question(self) -> Callable[[], tuple[datetime, Guided]]:
        return partial(_ask, self._session.parts, self._session.actor)

    def _answered(self, answer: tuple[datetime, Guided]) -> None:
        moment, self.state = answer
        self._tell_moment(moment)
        self.loaded = True
        self.changed.emit(self.state)

    def _went_wrong(self, error: Exception) -> None:
        self.refused.emit(sentence_for(error))


def _ask(parts: DeskParts, actor: Actor) -> tuple[datetime, Guided]:
    running = [each for each in parts.guidance.waiting_transfers(actor) if each.due is not None]
    running.sort(key=lambda each: (each.due, each.id))
    today = parts.guidance.today(actor)
    return parts.visits.now(actor).at, Guided(today, tuple(running), parts.calendar.working_time())
