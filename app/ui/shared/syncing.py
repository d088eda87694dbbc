"""Exchanges with the shared side for as long as the window is open, whoever is signed in.

It looks at this home's own state on the desk lane, which is quick, and exchanges on a lane of its own, where a network
may hang. While the home is on its own it does nothing but look.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.actors import Actor
from app.domain.errors import AppError
from app.domain.offices import CounterRecord
from app.domain.sharing import Exchanged, SyncState
from app.domain.sharing_errors import NotShared
from app.ui.parts import DeskParts
from app.ui.shared.sync_pace import SyncPace
from app.ui.shared.task_runner import Lane, TaskRunner

_LOOK_SOON_MS = 30
"""What is saved in one go becomes one look."""
_LOOK_LATER_MS = 1_000
"""While nothing can be sent anyway."""
_PATIENCE_MS = 5_000
"""A try that has no answer for so long is told about."""


@dataclass(frozen=True)
class _Seen:
    state: SyncState
    counter: CounterRecord


class Syncing(QObject):
    """Belongs to the window. `in_use` tells whether somebody works at it just now."""

    state_changed = Signal(object)
    """A `SyncState`; also when only `waiting` has changed."""
    arrived = Signal()
    """Something other counters did stands in this home's tables now."""
    looked = Signal()
    """`state` and `counter` are as this home's tables say now."""
    renumbered = Signal()
    """Visits of this home got other numbers."""

    def __init__(self, parts: DeskParts, runner: TaskRunner, parent: QObject) -> None:
        super().__init__(parent)
        self._parts = parts
        self._runner = runner
        self.pace = SyncPace()
        self.in_use: Callable[[], bool] = lambda: False
        self.state = SyncState(attached=False)
        self.counter: CounterRecord | None = None
        self.trying = False
        self.waiting = False
        """The try that runs has had no answer for a while."""
        self._counters = 1
        self._failures = 0
        self._again = False
        self._ended = False
        self._next = self._timer(self._exchange)
        self._look_soon = self._timer(self.look)
        self._patience = self._timer(self._on_patience_over)
        runner.worked.connect(self._on_worked)

    def begin(self) -> None:
        """Look for the first time; the home may be opened on the desk lane just now."""
        self.look()

    def end(self) -> None:
        """Begin nothing more: the window is about to go."""
        self._ended = True
        for timer in (self._next, self._look_soon, self._patience):
            timer.stop()

    def look(self) -> None:
        """Read this home's own state again."""
        if not self._ended:
            self._look_soon.stop()
            self._runner.run(Lane.DESK, self, partial(_look, self._parts), self._on_seen)

    def exchange_now(self) -> None:
        """Somebody wants it, or has come back to the window: no pause is kept."""
        self._exchange()

    def be_stirred(self) -> None:
        """Somebody touches the window again. After failures the pause is kept all the same."""
        if not self._failures:
            self._exchange()

    def came(self, actor: Actor) -> None:
        """Somebody has signed in: the counters are counted for the pace, and the state is read anew."""
        work = partial(self._parts.offices.counters, actor)
        self._runner.run(Lane.DESK, self, work, self._on_counters)
        self.look()

    # --- what this home says ---

    def _on_worked(self, lane: Lane, owner: QObject | None) -> None:
        """Whoever worked on the desk lane may have saved something."""
        if lane is not Lane.DESK or owner is self or not self.state.attached:
            return
        if not self._ended and not self._look_soon.isActive():
            self._look_soon.start(_LOOK_LATER_MS if self._failures else _LOOK_SOON_MS)

    def _on_counters(self, counters: tuple[CounterRecord, ...]) -> None:
        self._counters = len(counters)

    def _on_seen(self, seen: _Seen) -> None:
        before, self.state = self.state, seen.state
        self.counter = seen.counter
        if before != seen.state:
            self.state_changed.emit(seen.state)
        self.looked.emit()
        if not seen.state.attached:
            self._next.stop()
        elif not before.attached or self._has_news(before):
            self._exchange()
        elif not self.trying and not self._next.isActive():
            self._plan()

    def _has_news(self, before: SyncState) -> bool:
        """Whether something may have been saved that no exchange so far has seen."""
        unsent = self.state.unsent
        return unsent > 0 and not self._failures and (self.trying or unsent > before.unsent)

    # --- what goes over the network ---

    def _exchange(self) -> None:
        if self._ended or not self.state.attached:
            return
        if self.trying:
            self._again = True
            return
        self.trying, self._again = True, False
        self._next.stop()
        self._patience.start(_PATIENCE_MS)
        self._runner.run(Lane.SYNC, self, partial(_exchange, self._parts), self._on_exchanged, self._on_failed)

    def _on_exchanged(self, exchanged: Exchanged) -> None:
        again = self._again or exchanged.unsent > 0 or exchanged.scans_unsent > 0
        self._tried()
        self._failures = 0
        if exchanged.pulled:
            self.arrived.emit()
        if exchanged.relabelled:
            self.renumbered.emit()
        self.look()
        if again:
            self._next.start(_LOOK_SOON_MS)
        else:
            self._plan()

    def _on_failed(self, error: Exception) -> None:
        self._tried()
        # A bug is told about by the runner, once for each try: so it is tried as seldom as possible.
        self._failures = self._failures + 1 if isinstance(error, AppError) else 99
        self.look()
        if not isinstance(error, NotShared):
            self._plan()

    def _tried(self) -> None:
        self.trying = False
        self._patience.stop()
        self._set_waiting(False)

    def _on_patience_over(self) -> None:
        self._set_waiting(True)

    def _set_waiting(self, waiting: bool) -> None:
        if waiting is not self.waiting:
            self.waiting = waiting
            self.state_changed.emit(self.state)

    def _plan(self) -> None:
        if not self._ended and self.state.attached:
            pause = self.pace.seconds(self.state.kind, self._counters, in_use=self.in_use(), failures=self._failures)
            self._next.start(round(pause * 1000))

    def _timer(self, act: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(act)
        return timer


def _look(parts: DeskParts) -> _Seen:
    return _Seen(parts.sharing.state(), parts.offices.counter())


def _exchange(parts: DeskParts) -> Exchanged:
    return parts.sharing.exchange()
