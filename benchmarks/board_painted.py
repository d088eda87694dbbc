"""The board with thousands of cards in the real window: opened, scrolled to its end, triaged.

A frame is one turn of the window's thread: a key and everything that is then done and painted before the next key could
be taken. Reading goes on in a lane of its own meanwhile, as it does for a clerk; what it takes from the window's thread
is in the frames. The worst frame counts, none is left out.
"""

from __future__ import annotations

import random
import sqlite3
import tempfile
import time
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.config.paths import Home
from app.domain.cards import CardSource, CardState, Side
from app.domain.clocks import office_day
from app.ui.board.column import CardList
from app.ui.board.view import BoardView
from app.ui.casework.pages import CasePageName
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from benchmarks.desk import Desk, at_counter
from benchmarks.measure import Row, Times, milliseconds
from benchmarks.stored import practice_home

_LIMIT = 0.05
_PATIENCE = 120.0
_SAID = (
    "친절하게 알려 주셔서 감사합니다",
    "번호표 기계가 안쪽에 있어 찾기 어려웠습니다. 처음 오는 사람은 한참 헤맵니다",
    "안내판 글씨가 작아서 어르신들이 읽기 어렵습니다. 글씨를 키우고 바닥에 화살표를 붙여 주시면 좋겠습니다",
    "010-1234-5678로 전화 주세요",
    "주차장이 좁아 한 바퀴를 돌았습니다",
)


def measure(quick: bool) -> list[Row]:
    """A row each for opening, scrolling and triage."""
    count, pages, keys = (300, 5, 3) if quick else (5_000, 10_000, 40)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name:
        home = _home_with(Path(name), count)
        with at_counter(home) as desk:
            opened, view = _open(desk)
            scrolled = _scroll(view, pages)
            triaged = _triage(view, keys)
    return [
        _row(f"the board opened, {count:,} cards", opened),
        _row(f"the board scrolled page by page to its end, {count:,} cards", scrolled),
        _row(f"a card triaged and taken back, {count:,} cards read", triaged),
    ]


def _row(what: str, frames: Times) -> Row:
    return Row(
        what=what,
        target="no frame over 50 ms",
        measured=f"worst {milliseconds(frames.worst)}, p95 {milliseconds(frames.p95)}",
        limit="",
        ratio=None,
        met=frames.worst <= _LIMIT,
        figures=frames.figures("frame"),
    )


def _home_with(folder: Path, cards: int) -> Home:
    """A practice office with so many new cards, half of them on each side."""
    home, chosen = practice_home(folder), random.Random(5)
    now = datetime.now(UTC)
    rows = []
    with closing(sqlite3.connect(home.database)) as connection, connection:
        departments = [row[0] for row in connection.execute("SELECT code FROM department")]
        for number in range(cards):
            day = office_day(now) - timedelta(days=number // 50)
            text = f"{chosen.choice(_SAID)} ({number})"
            side = (Side.LIKED, Side.MISSED)[number % 2].value
            source = chosen.choice(tuple(CardSource)).value
            about = "clerk2" if side == Side.LIKED.value and number % 10 == 0 else ""
            places = (chosen.choice(departments), about, CardState.NEW.value)
            rows.append((f"{number:032x}", side, text, source, day.isoformat(), *places, now.isoformat(sep=" ")))
        connection.executemany(
            "INSERT INTO card (id, side, text, before, after, source, day, department_code, about, state, by, at, "
            "state_by, version) VALUES (?, ?, ?, '', '', ?, ?, ?, ?, ?, 'clerk1', ?, '', 1)",
            rows,
        )
    return home


def _open(desk: Desk) -> tuple[Times, BoardView]:
    """From the key to all that is read being painted; the screen around it is there already."""
    desk.press(Qt.Key.Key_F7)
    desk.settle()
    shell = desk.window.shell
    assert shell is not None
    casework = shell.screen_widget(ScreenName.CASEWORK)
    assert isinstance(casework, CaseworkView)
    frames = [_frame(lambda: QTest.keyClick(_focus(desk), Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier))]
    view = casework.page(CasePageName.BOARD)
    assert isinstance(view, BoardView)
    frames += _frames_until(lambda: view.presenter.loaded and desk.window.runner.idle)
    return Times(tuple(frames)), view


def _scroll(view: BoardView, most: int) -> Times:
    """Page after page down to the last card of a column, and home."""
    cards = _cards(view)
    frames: list[float] = []
    for _ in range(most):
        frames.append(_frame(lambda: QTest.keyClick(cards, Qt.Key.Key_PageDown)))
        frames += _frames_until(lambda: view.presenter.idle)
        model = cards.model()
        if not model.canFetchMore(cards.rootIndex()) and cards.currentIndex().row() == model.rowCount() - 1:
            break
    frames.append(_frame(lambda: QTest.keyClick(cards, Qt.Key.Key_Home)))
    return Times(tuple(frames))


def _triage(view: BoardView, keys: int) -> Times:
    """With everything read: a card goes, and comes back where it was."""
    cards = _cards(view)
    frames: list[float] = []
    for _ in range(keys):
        for key, modifier in ((Qt.Key.Key_2, _NONE), (Qt.Key.Key_Z, _CTRL)):
            frames.append(_frame(lambda key=key, modifier=modifier: QTest.keyClick(cards, key, modifier)))  # type: ignore[misc]
            frames += _frames_until(lambda: view.presenter.idle)
        QTest.keyClick(cards, Qt.Key.Key_Down)
    return Times(tuple(frames))


_NONE, _CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier


def _cards(view: BoardView) -> CardList:
    return view.columns[Side.MISSED].list


def _focus(desk: Desk) -> QWidget:
    return QApplication.focusWidget() or desk.window


def _frame(act: Callable[[], object]) -> float:
    """The seconds of `act` and of all that waits to be done and painted after it."""
    start = time.perf_counter()
    act()
    QCoreApplication.processEvents()
    return time.perf_counter() - start


def _frames_until(true: Callable[[], bool]) -> list[float]:
    """One turn of the thread after the other, a pause between them, until `true`. Errors: `TimeoutError`."""
    deadline, frames = time.monotonic() + _PATIENCE, []
    while True:
        frames.append(_frame(_nothing))
        if true():
            return frames
        if time.monotonic() > deadline:
            raise TimeoutError("the board did not get there")
        time.sleep(0.001)


def _nothing() -> None:
    """What is done anyway."""
