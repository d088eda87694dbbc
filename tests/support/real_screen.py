"""A virtual screen, and hands on its keyboard: for the real window in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager

from app.config.paths import Home
from tests.support.command_line import ROOT, environment

SECONDS = 40


@contextmanager
def virtual_screen(size: str = "1366x768") -> Iterator[str]:
    """A screen of its own without a window manager; its name.

    It must not begin anew when whoever only looked at it leaves, just when the window comes.
    """
    reader, writer = os.pipe()
    screen = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", f"{size}x24", "-nolisten", "tcp", "-noreset"],
        pass_fds=(writer,),
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with closing(os.fdopen(reader)) as number:
        yield f":{number.readline().strip()}"
    screen.terminate()
    screen.wait()


@contextmanager
def running_window(home: Home, display: str, *options: str) -> Iterator[subprocess.Popen[bytes]]:
    """The program's window over `home` on `display`."""
    command = [sys.executable, "-m", "app", "--home", str(home.root), *options]
    env = {**environment(), "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    program = subprocess.Popen(command, cwd=ROOT, env=env)
    try:
        yield program
    finally:
        program.terminate()
        program.wait(SECONDS)


def awaited(ready: Callable[[], bool], seconds: float = SECONDS) -> None:
    """Look again and again: another process cannot signal to a test."""
    deadline = time.monotonic() + seconds
    while not ready():
        assert time.monotonic() < deadline, "it did not happen in time"
        time.sleep(0.02)


class Keyboard:
    """Presses keys on one display."""

    def __init__(self, display: str) -> None:
        self._env = {**os.environ, "DISPLAY": display}

    def await_window(self, title: str) -> None:
        """Until the keyboard belongs to a window with `title`."""
        asked = ["xdotool", "getwindowfocus", "getwindowname"]
        awaited(
            lambda: title in subprocess.run(asked, env=self._env, capture_output=True, text=True, check=False).stdout
        )

    def press(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=self._env, check=True)

    def type(self, text: str) -> None:
        subprocess.run(["xdotool", "type", text], env=self._env, check=True)
