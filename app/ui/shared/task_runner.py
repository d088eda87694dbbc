"""All background work of the window goes through one `TaskRunner` (design law 6)."""

from __future__ import annotations

import queue
import threading
import time
import weakref
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, TypeVar

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal, Slot
from shiboken6 import isValid

from app.domain.errors import AccountWithdrawn, AppError, PasswordMustChange
from app.ui.shared.collection import CollectionHere

T = TypeVar("T")
Work = Callable[[], Any]


class Lane(StrEnum):
    """A lane is one thread, so what is put on it runs in order.

    DESK: the local database and PDF. PRINT: a printer driver may hang, and must never delay a save. FILES: figures of a
    long period and big files, which must not delay a save either; what still runs when the window goes is let go of,
    since files appear whole or not at all. SYNC: a network may hang as a printer does; an exchange that is let go of
    goes on at the next start, since it is whole or not at all, too.
    """

    DESK = "desk"
    PRINT = "print"
    FILES = "files"
    SYNC = "sync"


@dataclass(frozen=True)
class _Callbacks:
    lane: Lane
    owner: weakref.ref[QObject]
    done: Callable[[Any], None] | None
    failed: Callable[[Exception], None] | None


class _LaneThread:
    """One daemon thread with a queue: daemon, because a hung driver must not keep the program alive.

    It knows its work by number and never holds a callback: the last reference to a QObject must not go here.
    """

    def __init__(self, name: str, finished: Callable[[int, object, object], None]) -> None:
        self._queue: queue.SimpleQueue[tuple[int, Work] | None] = queue.SimpleQueue()
        self._telling = threading.Lock()
        self._finished: Callable[[int, object, object], None] | None = finished
        self._thread = threading.Thread(target=self._run, name=f"lane-{name}", daemon=True)
        self._thread.start()

    def put(self, number: int, work: Work) -> None:
        self._queue.put((number, work))

    def end(self, timeout: float) -> bool:
        """Let everything already put finish, for at most `timeout` seconds; tell whether it did.

        A thread that did not is left alone and tells nobody any more: the window it would tell is about to go.
        """
        self._queue.put(None)
        self._thread.join(timeout)
        if not self._thread.is_alive():
            return True
        with self._telling:
            self._finished = None
        return False

    def _run(self) -> None:
        while (task := self._queue.get()) is not None:
            number, work = task
            value: Any = None
            failure: Exception | None = None
            try:
                value = work()
            except Exception as error:  # handed to the window's thread, which tells a bug from an expected failure
                failure = error
            with self._telling:
                if self._finished is not None:
                    self._finished(number, value, failure)
            del task, work, value, failure


class TaskRunner(QObject):
    """Runs work on a lane and calls back on the window's thread; a callback whose owner is gone is dropped.

    Work must hold no QObject, because it is let go on the lane's thread.
    """

    crashed = Signal(object)
    """An exception that is no `AppError`: a bug."""

    account_ended = Signal(object)
    """An `AccountWithdrawn` or a `PasswordMustChange`: somebody may not go on working here."""

    worked = Signal(object, object)
    """A lane, and who had put the work on it (None: gone), after the callbacks have run."""

    _finished = Signal(int, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._collection = CollectionHere(self)
        self._lanes: dict[Lane, _LaneThread] = {}
        self._waiting: dict[int, _Callbacks] = {}
        self._last_number = 0
        self._closing = False
        self._finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)

    @property
    def idle(self) -> bool:
        """Whether every task has ended and its callback has run."""
        return not self._waiting

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
            thread = self._lanes[lane] = _LaneThread(lane.value, self._tell)
        self._last_number += 1
        self._waiting[self._last_number] = _Callbacks(lane, weakref.ref(owner), done, failed)
        thread.put(self._last_number, work)

    def _tell(self, number: int, value: object, error: object) -> None:
        """Called on a lane's thread."""
        # A hung driver may come back when the window is gone: then there is nobody to tell.
        if isValid(self):
            with suppress(RuntimeError, TypeError):
                self._finished.emit(number, value, error)

    @Slot(int, object, object)
    def _on_finished(self, number: int, value: object, error: Exception | None) -> None:
        callbacks = self._waiting.pop(number)
        if error is not None and not isinstance(error, AppError):
            self.crashed.emit(error)
        self._call_back(callbacks, value, error)
        if isinstance(error, AccountWithdrawn | PasswordMustChange):
            self.account_ended.emit(error)  # when whoever asked has put what was typed in a safe place
        self.worked.emit(callbacks.lane, callbacks.owner())

    def _call_back(self, callbacks: _Callbacks, value: object, error: Exception | None) -> None:
        owner = callbacks.owner()
        if owner is None or not isValid(owner):
            return
        if error is None:
            if callbacks.done is not None:
                callbacks.done(value)
        elif callbacks.failed is not None:
            callbacks.failed(error)

    def shut_down(self, print_seconds: float = 2.0, desk_seconds: float = 8.0, sync_seconds: float = 1.0) -> bool:
        """End the lanes in order, within bounded time; tell whether all work was done.

        A visit saved in the last moment still gets its slip drawn and printed, and what became of the slip is still
        written down: so the desk's turn comes before the printer's and after it.
        """
        desk_ends = time.monotonic() + desk_seconds
        complete = True
        for lane in (Lane.SYNC, Lane.FILES, Lane.DESK, Lane.DESK, Lane.PRINT, Lane.DESK):
            thread = self._lanes.pop(lane, None)
            if thread is not None:
                seconds = sync_seconds if lane is Lane.SYNC else print_seconds
                if lane is Lane.DESK:
                    seconds = max(0.1, desk_ends - time.monotonic())
                complete = thread.end(seconds) and complete
            QCoreApplication.sendPostedEvents(self)
        self._closing = True
        if complete:
            self._collection.end()
        return complete
