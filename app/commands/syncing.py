"""minwon sync: exchanging with the shared side, and settling what collided."""

from __future__ import annotations

import signal
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from enum import StrEnum
from types import FrameType
from typing import Annotated

import typer

from app.bootstrap import Office
from app.commands.context import emit, office, office_as_actor
from app.commands.sharing import exchanged_line
from app.domain.errors import AppError
from app.domain.sharing import FieldConflict, SyncState
from app.domain.sharing_errors import NotShared
from app.ui.shared.sync_pace import SyncPace

_UNAVAILABLE = 4
_LOOK_SECONDS = 0.1
_LATELY_SECONDS = 300.0
"""After something was exchanged it is asked often for that long."""

sync_commands = typer.Typer(help="Exchanging with the shared side. The window does it by itself while it is open.")


class Take(StrEnum):
    """OTHER: the value that did not stand takes its place. KEPT: what stands stays."""

    OTHER = "other"
    KEPT = "kept"


@sync_commands.command("once")
def once() -> None:
    """One exchange: send what waits, take what is new. Needs no sign-in."""
    with office() as opened:
        emit(exchanged_line(opened.sharing.exchange()))


@sync_commands.command("run")
def run() -> None:
    """Exchange until told to stop (Ctrl+C or SIGTERM). One line whenever the state changes. Needs no sign-in.

    What is saved at this PC is sent at once; others' changes are asked for about every second while there is
    something going on, seldom otherwise. After failures the pauses grow to a minute.
    """
    with office() as opened, told_to_stop() as told:
        _keep_in_step(opened, told)


@sync_commands.command("status")
def status() -> None:
    """How this PC stands with the shared side, without asking it. Ends with 4 when the last exchange failed.

    0 also when there is no shared side ("attached": false) or something is not sent yet ("unsent"). Needs no sign-in.
    """
    with office() as opened:
        state = opened.sharing.state()
    emit(state_line(state))
    if state.failing_since is not None:
        raise typer.Exit(_UNAVAILABLE)


@sync_commands.command("conflicts")
def conflicts() -> None:
    """One line a field that two people changed at the same time, as far as you may settle it."""
    with office_as_actor() as (opened, actor):
        for conflict in opened.sharing.conflicts(actor):
            emit(conflict_line(conflict))


@sync_commands.command("settle")
def settle(
    conflict_id: Annotated[str, typer.Argument(metavar="ID", help="conflict_id from 'sync conflicts'")],
    take: Annotated[Take, typer.Option(help="which value is to stand")],
) -> None:
    """Settle all fields of a conflict."""
    with office_as_actor() as (opened, actor):
        opened.sharing.settle(actor, conflict_id, take_other=take is Take.OTHER)
        emit({"conflict_id": conflict_id, "taken": take.value})


def state_line(state: SyncState) -> dict[str, object]:
    """The state as the command line writes it."""
    return {
        **asdict(state),
        "last_exchange": state.last_exchange.isoformat() if state.last_exchange else None,
        "failing_since": state.failing_since.isoformat() if state.failing_since else None,
        "trouble_data": dict(state.trouble_data),
    }


def conflict_line(conflict: FieldConflict) -> dict[str, object]:
    """A field's two values, and who gave them when."""
    return {
        **asdict(conflict),
        "kept_at": conflict.kept_at.isoformat(),
        "other_at": conflict.other_at.isoformat(),
    }


def _keep_in_step(opened: Office, told: threading.Event) -> None:
    """Errors: `NotShared`."""
    pace = SyncPace()
    failures = 0
    said: dict[str, object] = {}
    happened = time.monotonic()
    while not told.is_set():
        on_its_way = False
        try:
            exchanged = opened.sharing.exchange()
            failures, on_its_way = 0, exchanged.scans_unsent > 0
            if exchanged.pushed or exchanged.pulled:
                happened = time.monotonic()
        except NotShared:
            raise
        except AppError:
            failures += 1
        state = opened.sharing.state()
        said = _tell_change(state, said)
        in_use = time.monotonic() - happened < _LATELY_SECONDS
        pause = pace.seconds(state.kind, 1, in_use=in_use, failures=failures)
        if not on_its_way:
            _pause(opened, told, pause, until_saved=not failures)


def _tell_change(state: SyncState, said: dict[str, object]) -> dict[str, object]:
    line = state_line(state)
    passing = ("last_exchange", "clock")  # they change with every exchange
    lasting = {name: value for name, value in line.items() if name not in passing}
    if lasting != said:
        emit(line)
    return lasting


def _pause(opened: Office, told: threading.Event, seconds: float, *, until_saved: bool) -> None:
    """Wait, but no longer than until something is saved at this PC or a stop is asked for."""
    ends = time.monotonic() + seconds
    while (left := ends - time.monotonic()) > 0 and not told.wait(min(left, _LOOK_SECONDS if until_saved else left)):
        if until_saved and opened.sharing.state().unsent:
            return


@contextmanager
def told_to_stop() -> Iterator[threading.Event]:
    """Set by the first Ctrl+C or SIGTERM, so that an exchange under way is finished; the second one ends at once."""
    told = threading.Event()
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop(_number: int, _frame: FrameType | None) -> None:
        told.set()
        signal.signal(signal.SIGINT, signal.default_int_handler)
        signal.signal(signal.SIGTERM, signal.SIG_DFL)

    for number in before:
        signal.signal(number, stop)
    try:
        yield told
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
