"""The real window on a real (virtual) screen without a window manager, driven by real key presses."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest

from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, save_settings
from tests.support.command_line import ROOT, environment
from tests.support.offices import PASSWORD, stored

SECONDS = 40


@pytest.fixture
def display() -> Iterator[str]:
    """A virtual screen of its own, 1366×768."""
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with closing(os.fdopen(reader)) as number:
        yield f":{number.readline().strip()}"
    screen.terminate()
    screen.wait()


def _await(ready: Callable[[], bool]) -> None:
    """Look again and again: another process cannot signal to a test."""
    deadline = time.monotonic() + SECONDS
    while not ready():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.05)


class Keyboard:
    """Presses keys on one display."""

    def __init__(self, display: str) -> None:
        self._env = {**os.environ, "DISPLAY": display}

    def await_window(self, title: str) -> None:
        """Until the keyboard belongs to a window with `title`."""
        asked = ["xdotool", "getwindowfocus", "getwindowname"]
        _await(
            lambda: title in subprocess.run(asked, env=self._env, capture_output=True, text=True, check=False).stdout
        )

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=self._env, check=True)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", text], env=self._env, check=True)


def test_a_visit_by_keyboard_alone(home: Home, display: str) -> None:
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    env = {**environment(), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen([sys.executable, "-m", "app", "--home", str(home.root)], cwd=ROOT, env=env)
    keyboard = Keyboard(display)
    try:
        keyboard.await_window("민원데스크")
        keyboard.type("clerk1")
        keyboard.press("Tab")
        keyboard.type(PASSWORD)
        keyboard.press("Return")
        keyboard.await_window("김하늘")
        keyboard.press("4", "Return")
        _await(lambda: stored(home, "SELECT service_code, status FROM visit") == [("PASSPORT", "serving")])
        keyboard.press("ctrl+z")
        _await(lambda: stored(home, "SELECT status FROM visit") == [("undone",)])
        keyboard.press("8", "alt+4", "Return")
        _await(lambda: stored(home, "SELECT visitor_kind FROM visit WHERE seq = 2") == [("foreigner",)])
        _await(lambda: stored(home, "SELECT state FROM slip") == [("handed",)] * 2)
        assert stored(home, "SELECT language FROM slip ORDER BY id") == [("ko",), ("en",)]
        keyboard.press("F8")
        _await(lambda: stored(home, "SELECT status FROM visit WHERE seq = 2") == [("done",)])
        assert len(list(home.slips.glob("*.pdf"))) == 2
        second = subprocess.run(program.args, cwd=ROOT, env=env, check=False, timeout=SECONDS)
        assert second.returncode == 0
        assert program.poll() is None
    finally:
        program.terminate()
        program.wait(SECONDS)
