"""The real window on a real (virtual) screen without a window manager, driven by real key presses."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator

import pytest

from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from tests.support.command_line import ROOT, environment
from tests.support.offices import PASSWORD, stored
from tests.support.real_screen import SECONDS, Keyboard, awaited, running_window, virtual_screen


@pytest.fixture
def display() -> Iterator[str]:
    with virtual_screen() as name:
        yield name


def test_a_visit_by_keyboard_alone(home: Home, display: str) -> None:
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    keyboard = Keyboard(display)
    with running_window(home, display) as program:
        keyboard.await_window("민원데스크")
        keyboard.type("clerk1")
        keyboard.press("Tab")
        keyboard.type(PASSWORD)
        keyboard.press("Return")
        keyboard.await_window("김하늘")
        keyboard.press("4", "Return")
        awaited(lambda: stored(home, "SELECT service_code, status FROM visit") == [("PASSPORT", "serving")])
        # Undone before it is on its way to the printer, it would have no slip.
        awaited(lambda: stored(home, "SELECT state FROM slip") == [("handed",)])
        keyboard.press("ctrl+z")
        awaited(lambda: stored(home, "SELECT status FROM visit") == [("undone",)])
        keyboard.press("8", "alt+4", "Return")
        awaited(lambda: stored(home, "SELECT visitor_kind FROM visit WHERE seq = 2") == [("foreigner",)])
        awaited(lambda: stored(home, "SELECT state FROM slip") == [("handed",)] * 2)
        assert stored(home, "SELECT language FROM slip ORDER BY id") == [("ko",), ("en",)]
        keyboard.press("F8")
        awaited(lambda: stored(home, "SELECT status FROM visit WHERE seq = 2") == [("done",)])
        assert len(list(home.slips.glob("*.pdf"))) == 2
        env = {**environment(), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        second = subprocess.run(program.args, cwd=ROOT, env=env, check=False, timeout=SECONDS)
        assert second.returncode == 0
        assert program.poll() is None
