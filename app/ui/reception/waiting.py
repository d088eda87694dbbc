"""Who waits and who has been called: kept true for the counter's line and the reception desk's list."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from app.domain.actors import Actor
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.parts import DeskParts
from app.ui.shared.looking import Looking
from app.ui.shared.messages import sentence_for
from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

_LOOK_AGAIN_MS = 5_000


@dataclass(frozen=True)
class Waiting:
    """Everybody not served yet, longest first, as seen at the counter `here`."""

    here: str = ""
    visits: tuple[VisitRecord, ...] = ()

    @property
    def waiting(self) -> tuple[VisitRecord, ...]:
        return tuple(visit for visit in self.visits if visit.status is VisitStatus.WAITING)

    @property
    def mine(self) -> tuple[VisitRecord, ...]:
        """Whom this counter may call."""
        return tuple(visit for visit in self.waiting if visit.now_at in (None, self.here))

    @property
    def called(self) -> VisitRecord | None:
        """Whom this counter has called and not begun to serve; the first of them."""
        called = (v for v in self.visits if v.status is VisitStatus.CALLED and v.now_at == self.here)
        return next(called, None)

    def totals(self) -> tuple[tuple[str, int], ...]:
        """How many wait for each service, most first; somebody with two services counts for both."""
        counts = Counter(name for visit in self.waiting for name in visit.service_names)
        return tuple(sorted(counts.items(), key=lambda pair: (-pair[1], pair[0])))


class WaitingPresenter(Looking):
    """Asks while it is seen: at once, every few seconds, and after every step taken here."""

    changed = Signal(object)
    """A `Waiting`; also when only minutes have passed."""
    visit_changed = Signal(object)
    """A visit's new record after a step taken here."""
    refused = Signal(str)

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(session, parent, _LOOK_AGAIN_MS)
        self.state = Waiting(session.signed_in.counter.code)
        self.loaded = False
        self._busy = False
        self._wish: tuple[Callable[[VisitRecord | None], None], VisitRecord | None] | None = None
        """The last key pressed before the step under way is written down: a quick hand must not find it lost."""

    @property
    def actor(self) -> Actor:
        return self._session.actor

    def advance(self, chosen: VisitRecord | None = None) -> None:
        """The one key through the day: start serving whom this counter has called, else call whoever is next.

        `chosen` is a row somebody points at: it is called, or started if it was called here.
        """
        if self._busy:
            self._wish = self.advance, chosen
            return
        reception, called = self._session.parts.reception, self.state.called
        if chosen is not None and chosen.status is VisitStatus.CALLED:
            self._do(partial(reception.start, self.actor, chosen.id))
        elif chosen is not None and chosen.status in (VisitStatus.WAITING, VisitStatus.LEFT):
            self._do(partial(reception.call, self.actor, chosen.id))
        elif called is not None:
            self._do(partial(reception.start, self.actor, called.id))
        else:
            self._do(partial(reception.call_next, self.actor))

    def leave(self, chosen: VisitRecord | None = None) -> None:
        """Record that somebody who waited or was called is gone: `chosen`, else whom this counter has called."""
        if self._busy:
            self._wish = self.leave, chosen
        elif (visit := chosen or self.state.called) is not None:
            self._do(partial(self._session.parts.reception.leave, self.actor, visit.id))

    def put(self, visit: VisitRecord) -> None:
        """A visit changed elsewhere in this window."""
        self._take(visit)
        self.reload()

    def _do(self, step: Callable[[], VisitRecord]) -> None:
        self._busy = True
        self._session.runner.run(Lane.DESK, self, step, self._on_done, self._on_refused)

    def _on_done(self, visit: VisitRecord) -> None:
        self._busy = False
        self._take(visit)
        self.visit_changed.emit(visit)
        self.reload()
        wish, self._wish = self._wish, None
        if wish is not None:
            key, chosen = wish
            key(visit if chosen is not None and chosen.id == visit.id else chosen)

    def _take(self, visit: VisitRecord) -> None:
        others = tuple(v for v in self.state.visits if v.id != visit.id)
        if visit.status in (VisitStatus.WAITING, VisitStatus.CALLED):
            others = tuple(sorted((*others, visit), key=lambda v: (v.registered_at, v.seq)))
        self.state = Waiting(self.state.here, others)
        self.changed.emit(self.state)

    def _on_refused(self, error: Exception) -> None:
        self._busy = False
        self._wish = None  # it was pressed for what would have come of the step
        self.refused.emit(sentence_for(error))
        self.reload()

    def _question(self) -> Callable[[], tuple[datetime, tuple[VisitRecord, ...]]]:
        return partial(_ask, self._session.parts, self.actor)

    def _answered(self, answer: tuple[datetime, tuple[VisitRecord, ...]]) -> None:
        moment, visits = answer
        self._tell_moment(moment)
        self.loaded = True
        self.state = Waiting(self.state.here, visits)
        self.changed.emit(self.state)

    def _went_wrong(self, error: Exception) -> None:
        self.refused.emit(sentence_for(error))


def _ask(parts: DeskParts, actor: Actor) -> tuple[datetime, tuple[VisitRecord, ...]]:
    return parts.visits.now(actor).at, parts.reception.queue(actor)
