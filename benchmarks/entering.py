"""Enter in the window, with 100,000 visits stored and a full day of them today.

Two moments count. The form is cleared when the next visit can be typed: its service field is empty, has the focus and
is painted. The visit is acknowledged when its number stands on the screen, painted: it has been saved by then. The
target is held against the later one. Slips are printed to files in a lane of their own and not waited for; the next
visit begins when that lane is idle again, as a clerk's would.
"""

from __future__ import annotations

import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt

from benchmarks.desk import Desk, at_counter, await_true, paint
from benchmarks.measure import Row, Times, milliseconds, timed_in_turns
from benchmarks.stored import PER_DAY, filled_home


def measure(quick: bool) -> list[Row]:
    """One row."""
    visits, rounds, warm_up = (60, 3, 1) if quick else (100_000, 200, 20)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as folder:
        home = filled_home(Path(folder), visits, min(visits // 2, PER_DAY))
        with at_counter(home) as desk:
            entering = _Entering(desk)
            (saved,) = timed_in_turns([entering.one_visit], rounds=rounds, warm_up=warm_up)
    cleared = Times(tuple(entering.cleared[warm_up:]))
    return [
        Row(
            what=f"Enter to cleared form and the saved visit's number in the window, {visits:,} visits stored",
            target="≤ 50 ms p95",
            measured=f"{milliseconds(saved.median)}, p95 {milliseconds(saved.p95)}",
            limit="",
            ratio=None,
            met=saved.p95 <= 0.05 and cleared.p95 <= 0.05,
            note=f"the form alone is cleared after {milliseconds(cleared.median)}, p95 {milliseconds(cleared.p95)}",
            figures={**saved.figures("saved"), **cleared.figures("cleared")},
        )
    ]


class _Entering:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._entry = desk.counter.entry
        self._told = False
        self.cleared: list[float] = []
        self._entry.presenter.visit_changed.connect(self._on_visit)

    def one_visit(self) -> float:
        """Press a service's digit, then Enter; seconds from Enter to the painted number."""
        self._desk.settle()
        self._desk.press(Qt.Key.Key_4)
        paint()
        self._told = False
        start = time.perf_counter()
        self._desk.press(Qt.Key.Key_Return)
        self._entry.window().repaint()
        assert self._entry.service.text() == ""
        assert self._entry.service.hasFocus()
        self.cleared.append(time.perf_counter() - start)
        await_true(lambda: self._told)
        paint()
        return time.perf_counter() - start

    def _on_visit(self, _visit: object) -> None:
        self._told = True
