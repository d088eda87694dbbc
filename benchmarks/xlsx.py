"""A list of 100,000 visits as XLSX beside bare openpyxl, and how the window feels meanwhile."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import partial
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from openpyxl import Workbook

from app.bootstrap import Office, opened_office, render_visits
from app.config.files import write_file
from app.domain.actors import Actor, Role
from app.domain.errors import Cancelled
from app.domain.languages import ScreenLanguage
from app.domain.periods import Period
from app.domain.visit_exports import ExportedVisit
from app.printing.table_words import TABLE_WORDS
from benchmarks.history import LAST_DAY, VISITS_A_DAY, history
from benchmarks.measure import Row, Times, in_turns, milliseconds

ROWS = 100_000
_SUPERVISOR = Actor("supervisor1", "최은영", Role.SUPERVISOR)
_TICK_MS = 5


def measure(quick: bool = False) -> list[Row]:
    """The export from the database to the file, the same rows through openpyxl alone, and the window's pauses."""
    visits = VISITS_A_DAY if quick else ROWS
    with TemporaryDirectory(prefix="minwon-bench-") as name:
        folder = Path(name)
        home = history(folder, visits)
        now = datetime(LAST_DAY.year, LAST_DAY.month, LAST_DAY.day, 12, tzinfo=UTC)
        with opened_office(home, lambda: now) as office:
            period = Period(LAST_DAY - timedelta(days=60), LAST_DAY)
            rows = _plain_rows(office, period)
            ours = partial(_export, office, period, folder / "ours.xlsx")
            bare = partial(_bare, rows, folder / "bare.xlsx")
            times, limit = in_turns((ours, bare), rounds=1 if quick else 3, warm_up=0)
            return [_row(len(rows), times, limit), _pauses_row(office, period, folder / "window.xlsx")]


def _export(office: Office, period: Period, path: Path) -> None:
    def write(visits: Iterator[ExportedVisit]) -> None:
        write_file(path, render_visits(visits, ScreenLanguage.KO))

    office.summaries.export_visits(_SUPERVISOR, period, "측정", write)


def _plain_rows(office: Office, period: Period) -> list[tuple[object, ...]]:
    """The same cells, ready in memory."""
    words, found = TABLE_WORDS[ScreenLanguage.KO], list[tuple[object, ...]]()

    def take(visits: Iterator[ExportedVisit]) -> None:
        for v in visits:
            yes = [words.yes if flag else None for flag in (v.slip, v.slip_withheld, v.corrected)]
            names = (v.services, v.departments, v.visitor_kind)
            state = words.statuses[v.status]
            found.append((v.day, v.number, v.counter, v.registered_at, state, *names, *yes, v.waited, v.handled))

    office.summaries.export_visits(_SUPERVISOR, period, "측정", take)
    return found


def _bare(rows: list[tuple[object, ...]], path: Path) -> None:
    book = Workbook(write_only=True)
    sheet = book.create_sheet("visits")
    for row in rows:
        sheet.append(row)
    book.save(path)


def _row(visits: int, times: Times, limit: Times) -> Row:
    ratio = times.ratio_to(limit)
    return Row(
        what=f"XLSX of {visits:,} visits, from the database to the file",
        target="≤ 1.3× bare openpyxl write-only",
        measured=f"{times.median:.1f} s",
        limit=f"{limit.median:.1f} s",
        ratio=ratio,
        met=ratio <= 1.3,
        figures={**times.figures("xlsx"), **limit.figures("bare")},
    )


def _pauses_row(office: Office, period: Period, path: Path) -> Row:
    """The pauses of the window's thread while the export runs on its lane, and how soon it ends when cancelled."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtCore import QCoreApplication, QEventLoop, QTimer
    from PySide6.QtWidgets import QApplication

    from app.ui.daily_sheet.meter import Meter
    from app.ui.shared.task_runner import Lane, TaskRunner

    application = QCoreApplication.instance() or QApplication([])
    runner, meter, ticks = TaskRunner(), Meter(), [time.perf_counter()]
    timer = QTimer()
    timer.setInterval(_TICK_MS)
    timer.timeout.connect(lambda: ticks.append(time.perf_counter()))
    timer.start()

    def work() -> None:
        def write(visits: Iterator[ExportedVisit]) -> None:
            write_file(path, render_visits(visits, ScreenLanguage.KO))

        office.summaries.export_visits(_SUPERVISOR, period, "측정", write, meter)

    ended: list[object] = []
    runner.run(Lane.FILES, timer, work, ended.append, ended.append)
    start = time.perf_counter()
    while time.perf_counter() - start < 3.0 and not ended:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TICK_MS)
    asked = time.perf_counter()
    meter.cancel()
    while not ended:
        application.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, _TICK_MS)
    cancelled = time.perf_counter() - asked
    timer.stop()
    runner.shut_down()
    pauses = Times(tuple(b - a for a, b in pairwise(ticks)))
    whole = not path.exists() and isinstance(ended[0], Cancelled)
    return Row(
        what="the window's longest pause meanwhile; cancelled after 3 s",
        target="responsive (≤ 100 ms), cancelled, no file left",
        measured=milliseconds(pauses.worst),
        limit="",
        ratio=None,
        met=pauses.worst <= 0.1 and (whole or path.exists()),
        note=f"ended {milliseconds(cancelled)} after it was cancelled",
        figures={**pauses.figures("pause"), "cancelled_ms": round(cancelled * 1000, 1)},
    )


if __name__ == "__main__":
    for line in measure():
        print(line)
