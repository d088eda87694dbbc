"""Today's list with 10,000 rows, in the real window on the window's thread.

Times are wall-clock times from the call on the window's thread until everything is painted, with whatever the program
does meanwhile in its lanes. A changed row is one whose slip was printed; after each, the selection and the place of
the scroll bar must be where they were. Filtering is measured by typing, by status, and back; sorting by another column
and back.
"""

from __future__ import annotations

import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import replace
from itertools import cycle
from pathlib import Path

from app.domain.slips import SlipFailure, SlipState
from app.ui.today.filtering import Order, StatusGroup
from benchmarks.desk import Desk, at_counter, paint
from benchmarks.measure import Row, Times, milliseconds, timed_in_turns
from benchmarks.stored import PASSWORD, filled_home


def measure(quick: bool) -> list[Row]:
    """Two rows."""
    rows, rounds, warm_up = (80, 3, 1) if quick else (10_000, 60, 5)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as folder:
        home = filled_home(Path(folder), rows, rows)
        with at_counter(home) as desk:
            assert len(desk.counter.today.model.records) == rows
            (changed,) = timed_in_turns([_Changing(desk).one], rounds=rounds, warm_up=warm_up)
            names, steps = zip(*_orders(desk).items(), strict=True)
            each = timed_in_turns(
                [_until_painted(desk, step) for step in steps], rounds=max(2, rounds // 3), warm_up=warm_up
            )
    ordered = Times(tuple(seconds for times in each for seconds in times.seconds))
    slowest, name = max((times.median, name) for times, name in zip(each, names, strict=True))
    return [
        Row(
            what=f"one changed row in a list of {rows:,}, painted, selection and scroll kept",
            target="≤ 16 ms",
            measured=f"{milliseconds(changed.median)}, p95 {milliseconds(changed.p95)}",
            limit="",
            ratio=None,
            met=changed.p95 <= 0.016,
            figures=changed.figures("changed"),
        ),
        Row(
            what=f"a list of {rows:,} sorted or filtered, painted",
            target="≤ 60 ms",
            measured=f"{milliseconds(ordered.median)}, p95 {milliseconds(ordered.p95)}",
            limit="",
            ratio=None,
            met=ordered.p95 <= 0.06,
            note=f"slowest: {name}, {milliseconds(slowest)}",
            figures={
                **ordered.figures("ordered"),
                **{f"{n}_median_ms": round(t.median * 1000, 3) for n, t in zip(names, each, strict=True)},
            },
        ),
    ]


class _Changing:
    """Changes one row in the middle of the screen, and looks that nothing moved."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._today = desk.counter.today
        self._home = desk.office.home
        self._clerk = desk.office.accounts.sign_in("clerk1", PASSWORD)
        middle = len(self._today.model.records) // 2
        self._today.table.selectRow(middle)
        self._today.table.scrollTo(self._today.model.index(middle, 0), self._today.table.ScrollHint.PositionAtCenter)
        desk.settle()
        self._rows = cycle((middle + 1, middle + 2, middle + 3))

    def one(self) -> float:
        """Store another state of a slip, then show it, while the lane reads the whole day again."""
        self._desk.settle()
        row, before = next(self._rows), self._place()
        visit = self._today.model.records[row]
        state = SlipState.FAILED if visit.slip_state is SlipState.HANDED else SlipState.HANDED
        self._store(visit.id, state)
        start = time.perf_counter()
        self._today.presenter.put(replace(visit, slip_state=state))
        paint()
        taken = time.perf_counter() - start
        assert self._today.model.records[row].slip_state is state
        assert self._place() == before, "the list moved"
        return taken

    def _store(self, visit_id: str, state: SlipState) -> None:
        with closing(sqlite3.connect(self._home.database)) as connection:
            ((slip_id,),) = connection.execute("SELECT id FROM slip WHERE visit_id = ?", (visit_id,))
        reason = SlipFailure.PRINTER_FAILED if state is SlipState.FAILED else ""
        self._desk.office.slips.mark(self._clerk, slip_id, state, reason)

    def _place(self) -> tuple[object, int]:
        selected = self._today.selected()
        return selected.id if selected else None, self._today.table.verticalScrollBar().value()


def _orders(desk: Desk) -> dict[str, Callable[[], None]]:
    """What a clerk does to the list, each the contrary of what was before."""
    presenter = desk.counter.today.presenter
    steps: dict[str, Callable[[], None]] = {
        "search_letters": lambda: presenter.search("ㅇㄱ"),
        "search_number": lambda: presenter.search("A-01"),
        "search_nothing": lambda: presenter.search(""),
    }
    groups = list(StatusGroup)
    for group in (*groups[1:], groups[0]):
        steps[f"filter_{group.value}"] = lambda group=group: presenter.filter_by(group)  # type: ignore[misc]
    orders = list(Order)
    for order in (*orders[1:], orders[0]):
        steps[f"sort_{order.value}"] = lambda order=order: presenter.sort(order, False)  # type: ignore[misc]
    steps["sort_newest_first"] = lambda: presenter.sort(orders[0], True)
    return steps


def _until_painted(desk: Desk, step: Callable[[], None]) -> Callable[[], float]:
    def call() -> float:
        desk.settle()
        start = time.perf_counter()
        step()
        paint()
        return time.perf_counter() - start

    return call
