"""From a slip's content to the first byte at a receipt printer, over TCP; also from Enter in the window.

The printer is a socket of this process that is well and says so. It notes when the first byte of a slip came, and when
the first dots came. Content is ready when the slip has been issued; drawing, turning into dots and connecting are what
the target is about. From Enter there is also the saving, the issuing, and the window that shows both; that row has no
target of its own.
"""

from __future__ import annotations

import socket
import tempfile
import threading
import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt

from app.bootstrap import open_office, print_receipt, render_slip
from app.domain.languages import Language
from app.domain.slips import Paper, SlipContent
from app.domain.visits import NewVisit
from benchmarks.desk import at_counter, paint
from benchmarks.measure import Row, Times, milliseconds, timed_in_turns
from benchmarks.stored import PASSWORD, filled_home

_QUESTION = b"\x10\x04"
_QUESTION_IN_TURN = b"\x1dr"
_DOTS = b"\x1dv0"


def measure(quick: bool) -> list[Row]:
    """Two rows: from content ready, and from Enter."""
    rounds, warm_up, visits = (3, 1, 20) if quick else (60, 5, 2_000)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as folder, _Printer() as printer:
        home = filled_home(Path(folder), visits, min(visits, 400))
        office = open_office(home)
        try:
            clerk = office.accounts.sign_in("clerk1", PASSWORD)
            code = office.offices.services(clerk)[0].code
            visit = office.visits.register(clerk, NewVisit(code, queue_number="12")).visit
            _, content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
        finally:
            office.close()
        dots: list[float] = []
        (ready,) = timed_in_turns([lambda: _from_content(content, printer, dots)], rounds=rounds, warm_up=warm_up)
        ready_dots, dots = Times(tuple(dots[warm_up:])), []
        with at_counter(home, printer.address) as desk:

            def enter() -> float:
                desk.settle()
                desk.press(Qt.Key.Key_4)
                paint()
                printer.expect()
                start = time.monotonic()
                desk.press(Qt.Key.Key_Return)
                desk.settle()
                dots.append(printer.first_dots - start)
                return printer.first_byte - start

            (entered,) = timed_in_turns([enter], rounds=rounds, warm_up=warm_up)
    return [
        _row("slip content ready to the first printer byte", ready, ready_dots),
        replace(
            _row("Enter in the window to the first printer byte", entered, Times(tuple(dots[warm_up:]))),
            target="",
            met=None,
        ),
    ]


def _row(what: str, first: Times, dots: Times) -> Row:
    return Row(
        what=what,
        target="≤ 150 ms p95",
        measured=f"{milliseconds(first.median)}, p95 {milliseconds(first.p95)}",
        limit="",
        ratio=None,
        met=first.p95 <= 0.15,
        note=f"first dots after {milliseconds(dots.median)}, p95 {milliseconds(dots.p95)}",
        figures={**first.figures("first_byte"), **dots.figures("first_dots")},
    )


def _from_content(content: SlipContent, printer: _Printer, dots: list[float]) -> float:
    printer.expect()
    start = time.monotonic()
    print_receipt(render_slip(content, Paper.ROLL80), Paper.ROLL80, printer.address)
    dots.append(printer.first_dots - start)
    return printer.first_byte - start


class _Printer:
    """A printer that takes everything, and answers what it is asked."""

    def __init__(self) -> None:
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, name="bench-printer")
        self.address = f"tcp:127.0.0.1:{self._listening.getsockname()[1]}"
        self.first_byte = self.first_dots = 0.0

    def __enter__(self) -> _Printer:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)
        self._listening.close()
        self._thread.join()

    def expect(self) -> None:
        """The next slip is to be timed."""
        self.first_byte = self.first_dots = 0.0

    def _serve(self) -> None:
        with suppress(OSError):
            while True:
                connection, _ = self._listening.accept()
                with connection, suppress(OSError):
                    self._take(connection)

    def _take(self, connection: socket.socket) -> None:
        tail = b""
        while chunk := connection.recv(65_536):
            now = time.monotonic()
            self.first_byte = self.first_byte or now
            tail = tail[-8:] + chunk
            if not self.first_dots and _DOTS in tail:
                self.first_dots = now
            # Whoever asks waits for the answer, so a question is always what came last.
            if tail[-3:-1] == _QUESTION:
                connection.sendall(b"\x12")
            elif tail[-3:-1] == _QUESTION_IN_TURN:
                connection.sendall(b"\x00")
