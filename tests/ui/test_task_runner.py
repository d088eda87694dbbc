"""The lanes: order, callbacks on the window's thread, nothing after the owner is gone, an end within bounded time."""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QThread
from pytestqt.qtbot import QtBot

from app.domain.errors import DatabaseBusy
from app.ui.shared.collection import CollectionHere
from app.ui.shared.task_runner import Lane, TaskRunner


@pytest.fixture
def runner(qtbot: QtBot) -> Iterator[TaskRunner]:
    made = TaskRunner()
    yield made
    made.shut_down()


def test_work_runs_in_order_on_one_thread_and_answers_on_this_one(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = QObject()
    ran: list[tuple[int, threading.Thread]] = []
    answered: list[tuple[int, QThread]] = []

    def work(number: int) -> int:
        ran.append((number, threading.current_thread()))
        return number

    for number in range(50):
        runner.run(Lane.DESK, owner, partial(work, number), lambda n: answered.append((n, QThread.currentThread())))
    qtbot.waitUntil(lambda: runner.idle)
    assert [n for n, _ in ran] == [n for n, _ in answered] == list(range(50))
    assert len({thread for _, thread in ran}) == 1
    assert ran[0][1] is not threading.current_thread()
    assert all(thread == owner.thread() for _, thread in answered)


def test_a_lane_that_hangs_does_not_hold_up_the_other(runner: TaskRunner, qtbot: QtBot) -> None:
    owner, release = QObject(), threading.Event()
    done: list[int] = []
    runner.run(Lane.PRINT, owner, lambda: release.wait(20))
    runner.run(Lane.DESK, owner, lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    assert not runner.idle
    release.set()
    qtbot.waitUntil(lambda: runner.idle)


def test_expected_failures_go_to_the_caller_and_bugs_to_everybody(runner: TaskRunner, qtbot: QtBot) -> None:
    owner = QObject()
    failed: list[Exception] = []
    crashed: list[object] = []
    runner.crashed.connect(crashed.append)

    def fail(error: Exception) -> None:
        raise error

    bug = ValueError()
    runner.run(Lane.DESK, owner, lambda: fail(DatabaseBusy()), None, failed.append)
    runner.run(Lane.DESK, owner, lambda: fail(bug), None, failed.append)
    qtbot.waitUntil(lambda: runner.idle)
    assert [type(error) for error in failed] == [DatabaseBusy, ValueError]
    assert crashed == [bug]


def test_nobody_is_called_back_who_is_gone(runner: TaskRunner, qtbot: QtBot) -> None:
    parent = QObject()
    owner = QObject(parent)
    release = threading.Event()
    called: list[object] = []
    runner.run(Lane.DESK, owner, lambda: release.wait(20), called.append)
    parent.deleteLater()
    del parent
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    release.set()
    qtbot.waitUntil(lambda: runner.idle)
    assert called == []


def test_a_hung_printer_does_not_keep_the_program_from_ending(qtbot: QtBot) -> None:
    runner, owner, release = TaskRunner(), QObject(), threading.Event()
    saved: list[int] = []
    runner.run(Lane.PRINT, owner, lambda: release.wait(20))
    runner.run(Lane.DESK, owner, lambda: saved.append(1))
    before = time.monotonic()
    assert not runner.shut_down(print_seconds=0.2)
    assert time.monotonic() - before < 5
    assert saved == [1]
    runner.run(Lane.DESK, owner, lambda: saved.append(2))
    assert saved == [1]
    release.set()
    runner._collection.end()


def test_what_a_callback_puts_on_at_the_end_is_still_done(qtbot: QtBot) -> None:
    runner, owner = TaskRunner(), QObject()
    steps: list[str] = []

    def print_it(_: object) -> None:
        runner.run(Lane.PRINT, owner, lambda: steps.append("printed"), mark_it)

    def mark_it(_: object) -> None:
        runner.run(Lane.DESK, owner, lambda: steps.append("marked"))

    runner.run(Lane.DESK, owner, lambda: steps.append("saved"), print_it)
    assert runner.shut_down()
    assert steps == ["saved", "printed", "marked"]


def test_garbage_is_collected_on_this_thread_only(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    # A window that ended while its network hung leaves the collector as it is: here nobody else is at work.
    monkeypatch.setattr(CollectionHere, "_at_work", 0)
    gc.enable()
    runner = TaskRunner()
    assert not gc.isenabled()
    junk: list[object] = [[] for _ in range(2000)]
    del junk
    runner._collection._timer.timeout.emit()
    assert gc.get_count()[0] <= gc.get_threshold()[0]
    runner.shut_down()
    runner.shut_down()
    assert gc.isenabled()
