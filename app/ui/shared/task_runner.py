"""All background work of the window goes through one `TaskRunner` (design law 6)."""

from __future__ import annotations

import queue
import threading
import time
import weakref
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import AppError

T = TypeVar("T")


class Lane(StrEnum):
    """A lane is one thread, so what is put on it runs in order.

    DESK: the local database and PDF. PRINT: a printer driver may hang, and must never delay a save.
    """

    DESK = "desk"
    PRINT = "print"


@dataclass(frozen=True)
class _Task:
    owner: weakref.ref[QObject]
    work: Callable[[], Any]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


@dataclass(frozen=True)
class _Outcome:
    task: _Task
    value: Any
    error: Exception | None


class _LaneThread:
    """One daemon thread with a queue: daemon, because a hung driver must not keep the program alive."""

    def __init__(self, name: str, finished: Callable[[_Outcome], None]) -> None:
        self._queue: queue.SimpleQueue[_Task | None] = queue.SimpleQueue()
        self._finished = finished
        self._thread = threading.Thread(target=self._run, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, task: _Task) -> None:
        self._queue.put(task)

    def end(self, timeout: float) -> bool:
        """Let everything already put finish, for at most `timeout` seconds; tell whether it did."""
        self._queue.put(None)
        self._thread.join(timeout)
        return not self._thread.is_alive()

    def _run(self) -> None:
        while (task := self._queue.get()) is not None:
            try:
                outcome = _Outcome(task, task.work(), None)
            except Exception as error:  # handed to the window's thread, which tells a bug from an expected failure
                outcome = _Outcome(task, None, error)
            self._finished(outcome)
            del task, outcome


class TaskRunner(QObject):
    """Runs work on a lane and calls back on the window's thread; a callback whose owner is gone is dropped."""

    crashed = Signal(object)
    """An exception that is no `AppError`: a bug."""

    _finished = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lanes: dict[Lane, _LaneThread] = {}
        self._open = 0
        self._closing = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether every task has ended and its callback has run."""
        return self._open == 0

    def run(
        self,
        lane: Lane,
        owner: QObject,
        work: Callable[[], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[Exception], None] | None = None,
    ) -> None:
        """Run `work` on `lane`; then `done` with its value or `failed` with its exception, unless `owner` is gone."""
        thread = self._lanes.get(lane)
        if thread is None:
            if self._closing:
                return
            thread = self._lanes[lane] = _LaneThread(lane.value, self._finished.emit)
        self._open += 1
        thread.put(_Task(weakref.ref(owner), work, done, failed))

    @Slot(object)
    def _on_finished(self, outcome: _Outcome) -> None:
        self._open -= 1
        if outcome.error is not None and not isinstance(outcome.error, AppError):
            self.crashed.emit(outcome.error)
        owner = outcome.task.owner()
        if owner is None or not isValid(owner):
            return
        if outcome.error is None:
            if outcome.task.done is not None:
                outcome.task.done(outcome.value)
        elif outcome.task.failed is not None:
            outcome.task.failed(outcome.error)

    def shut_down(self, print_seconds: float = 2.0, desk_seconds: float = 8.0) -> bool:
        """End the lanes in order, within bounded time; tell whether all work was done.

        The printer's lane goes first, so that what became of its last slip can still be written down on the other.
        """
        self._closing = True
        complete = True
        for lane, seconds in ((Lane.PRINT, print_seconds), (Lane.DESK, desk_seconds)):
            deadline = time.monotonic() + seconds
            thread = self._lanes.get(lane)
            if thread is not None:
                complete = thread.end(max(0.0, deadline - time.monotonic())) and complete
            QCoreApplication.sendPostedEvents(self)
        self._lanes.clear()
        return complete
