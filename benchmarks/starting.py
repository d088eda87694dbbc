"""From process start to the sign-in card, to a counter that takes keys, and what the program holds in memory then.

Every start is a process of its own, started with a warm disk cache. The clock is the system's monotonic one, read
before the process is made and again inside it. The limit is a process that does nothing but show an empty PySide6
main window of the same size. Painted means: the central widget got its first paint event and the event loop came back
after it, so its picture has been handed over.

The way to the counter is driven by key events. The time spent sending them is taken off, and so is that of checking
the password, which is made slow on purpose: measured by checking it again at the end, in the same process.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from benchmarks.measure import Row, Times, milliseconds, timed_in_turns
from benchmarks.stored import PASSWORD, filled_home

_MEGABYTE = 1024
"""In the kilobytes the system counts memory by."""

_PATIENCE = 90.0

_WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QMainWindow, QWidget

class FirstPaint(QObject):
    def __init__(self, widget, then):
        super().__init__(widget)
        self.then = then
        widget.installEventFilter(self)
        widget.update()

    def eventFilter(self, watched, event):
        if event.type() is QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self.then)
        return False

def say(**facts):
    print(json.dumps(facts), flush=True)
"""

_BARE = (
    _WATCH
    + """
application = QApplication([])
window = QMainWindow()
window.setCentralWidget(QWidget())

def painted():
    say(painted=time.monotonic())
    application.quit()

FirstPaint(window.centralWidget(), painted)
window.resize(1366, 768)
window.show()
application.exec()
"""
)

_DESK = (
    _WATCH
    + """
from functools import partial
from PySide6.QtTest import QTest
from PySide6.QtCore import Qt

HOME, PASSWORD, GO_ON, REST = sys.argv[1], sys.argv[2], sys.argv[3] == "counter", float(sys.argv[4])
run_loop = QApplication.exec
facts = {}

def exec_watched(*_):
    window = next(w for w in QApplication.topLevelWidgets() if isinstance(w, QMainWindow))
    FirstPaint(window.centralWidget(), partial(painted, window))
    return run_loop()

def painted(window):
    facts["painted"] = time.monotonic()
    if GO_ON:
        when(lambda: QApplication.focusWidget() is not None, sign_in)
    else:
        end()

def when(true, then):
    timer = QTimer(QApplication.instance())
    timer.setInterval(2)
    def look():
        if true():
            timer.stop()
            then()
    timer.timeout.connect(look)
    timer.start()

def sign_in():
    start = time.monotonic()
    for text in ("clerk1", PASSWORD):
        QTest.keyClicks(QApplication.focusWidget(), text)
        facts["typing"] = time.monotonic() - start
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    when(lambda: type(QApplication.focusWidget()).__name__ == "ServiceField", press)

def press():
    field = QApplication.focusWidget()
    QTest.keyClick(field, "1")
    when(lambda: field.text() != "", counter_ready)

def counter_ready():
    facts["counter"] = time.monotonic()
    QTimer.singleShot(int(REST * 1000), rested)

def rested():
    try:
        with open("/proc/self/status") as status:
            facts["resident_kb"] = next(int(line.split()[1]) for line in status if line.startswith("VmRSS"))
    except OSError:
        facts["resident_kb"] = None
    from app.crypto.passwords import hash_password, password_fits
    stored = hash_password(PASSWORD)
    start = time.monotonic()
    password_fits(stored, PASSWORD)
    facts["hashing"] = time.monotonic() - start
    end()

def end():
    say(**facts)
    os._exit(0)  # leaving asks about what was typed and not saved

QApplication.exec = exec_watched
sys.argv = ["minwon", "--home", HOME]
from app.__main__ import main
main()
"""
)


def measure(quick: bool) -> list[Row]:
    """Three rows: sign-in painted, counter ready, memory."""
    rounds, warm_up, rest = (1, 0, 0.2) if quick else (15, 2, 60.0)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as folder:
        home = filled_home(Path(folder), 40 if quick else 4_000, 20 if quick else 400)
        save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
        desk, bare = timed_in_turns(
            [lambda: _painted(_DESK, str(home.root), PASSWORD, "sign-in", "0"), lambda: _painted(_BARE)],
            rounds=rounds,
            warm_up=warm_up,
        )
        (counter,) = timed_in_turns([lambda: _to_counter(home)[0]], rounds=rounds, warm_up=0)
        _, rested = _to_counter(home, rest)
    return [_sign_in_row(desk, bare), _counter_row(counter), _memory_row(rested, rest)]


def _sign_in_row(desk: Times, bare: Times) -> Row:
    ratio = desk.ratio_to(bare)
    return Row(
        what="sign-in painted, against a bare PySide6 window, from process start",
        target="≤ 3×",
        measured=f"{milliseconds(desk.median)}, p95 {milliseconds(desk.p95)}",
        limit=f"{milliseconds(bare.median)}, p95 {milliseconds(bare.p95)}",
        ratio=ratio,
        met=ratio <= 3,
        figures={**desk.figures("sign_in"), **bare.figures("bare")},
    )


def _counter_row(counter: Times) -> Row:
    return Row(
        what="process start to a counter screen that takes keys, typing and hashing excluded",
        target="≤ 1.5 s",
        measured=f"{milliseconds(counter.median)}, p95 {milliseconds(counter.p95)}",
        limit="",
        ratio=None,
        met=counter.p95 <= 1.5,
        figures=counter.figures("counter"),
    )


def _memory_row(facts: dict[str, Any], rest: float) -> Row:
    resident = facts["resident_kb"]
    megabytes = resident / _MEGABYTE if resident is not None else 0.0
    return Row(
        what="resident memory a minute after the counter is ready",
        target="≤ 200 MB",
        measured=f"{megabytes:.0f} MB" if resident is not None else "not told by this system",
        limit="",
        ratio=None,
        met=None if resident is None else megabytes <= 200,
        figures={"resident_mb": round(megabytes, 1), "after_s": rest},
    )


def _to_counter(home: Home, rest: float = 0.0) -> tuple[float, dict[str, Any]]:
    """Seconds to the counter without typing and hashing, and all the process told."""
    start = time.monotonic()
    facts = _facts(_DESK, str(home.root), PASSWORD, "counter", str(rest))
    return facts["counter"] - start - facts["typing"] - facts["hashing"], facts


def _painted(program: str, *arguments: str) -> float:
    start = time.monotonic()
    painted: float = _facts(program, *arguments)["painted"]
    return painted - start


def _facts(program: str, *arguments: str) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, "-c", program, *arguments], capture_output=True, text=True, timeout=_PATIENCE, check=True
    )
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told
