"""A key pressed at the finder, until the answers it leads to are painted, in the real window over a large directory.

What is typed are sentences as citizens say them, sign by sign; the clock runs from the changed line until nothing is
left to paint. The window draws in memory, without a graphics card, as in the tests.
"""

from __future__ import annotations

import csv
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from PySide6.QtCore import Qt

from app.bootstrap import open_office
from app.config.paths import Home
from app.ui.finder.view import FinderView
from app.ui.shared.places import ScreenName
from benchmarks.desk import Desk, at_counter, paint
from benchmarks.finding import large_directory
from benchmarks.measure import Row, Times, milliseconds
from benchmarks.stored import PASSWORD, practice_home

_SAID = (
    "할머니 장례 치르고 왔는데 나라에 알려야 되죠",
    "여권 만들러 왔어요",
    "이사 왔어요",
    "딱지가 날아왔어요",
    "오늘 날씨 좋네요",
    "where can I register my dog",
    "ㅈㅊㄷㅅ",
    "durnjs",
)


def measure(quick: bool) -> list[Row]:
    """One row."""
    count, rounds = (500, 1) if quick else (10_000, 3)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name:
        home = _office_with(Path(name), count)
        with at_counter(home) as desk:
            view = _finder(desk)
            _typed(view, _SAID[0])  # what is only made once
            painted = Times(tuple(seconds for _ in range(rounds) for said in _SAID for seconds in _typed(view, said)))
    return [
        Row(
            what=f"a key at the finder to its painted answers, {count:,} tasks",
            target="p95 ≤ 30 ms",
            measured=f"{milliseconds(painted.median)}, p95 {milliseconds(painted.p95)}",
            limit="",
            ratio=None,
            met=painted.p95 <= 0.03,
            figures=painted.figures("painted"),
        )
    ]


def _office_with(folder: Path, tasks: int) -> Home:
    """A practice office whose directory has so many tasks more."""
    home, table = practice_home(folder / "home"), folder / "directory.csv"
    with table.open("w", encoding="utf-8", newline="") as file:
        lines = csv.writer(file)
        lines.writerow(("bureau", "department", "team", "task", "keywords", "location", "phone"))
        for task in large_directory(tasks):
            form = task.form
            title = f"{form.title} {task.position}"
            lines.writerow((form.bureau, form.department, form.team, title, form.keywords, form.location, form.phone))
    office = open_office(home)
    try:
        admin = office.accounts.sign_in("admin", PASSWORD)
        office.directory.accept(admin, office.directory.compare_file(admin, table))
    finally:
        office.close()
    return home


def _finder(desk: Desk) -> FinderView:
    shell = desk.window.shell
    assert shell is not None
    desk.press(Qt.Key.Key_F4)
    desk.settle()
    view = shell.screen_widget(ScreenName.FINDER)
    assert isinstance(view, FinderView)
    return view


def _typed(view: FinderView, said: str) -> Iterator[float]:
    """The seconds of each sign."""
    times = []
    for length in range(1, len(said) + 1):
        start = time.perf_counter()
        view.line.setText(said[:length])
        paint()
        times.append(time.perf_counter() - start)
    view.line.clear()
    paint()
    return iter(times)
