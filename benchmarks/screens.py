"""The screen the window benchmarks draw on: a virtual one where Xvfb is installed, else memory."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager

XVFB, MEMORY = "Xvfb", "offscreen"


@contextmanager
def on_a_screen() -> Iterator[str]:
    """Let this process and those it starts draw on a screen of their own, 1366×768; its kind."""
    program = shutil.which("Xvfb") if sys.platform.startswith("linux") else None
    before = dict(os.environ)
    os.environ["QT_LOGGING_RULES"] = "default.warning=false"  # nobody manages windows there, and Qt says so each time
    try:
        if program is None:
            os.environ["QT_QPA_PLATFORM"] = MEMORY
            yield MEMORY
            return
        reader, writer = os.pipe()
        screen = subprocess.Popen(
            [program, "-displayfd", str(writer), "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=(writer,),
            stderr=subprocess.DEVNULL,
        )
        os.close(writer)
        try:
            with closing(os.fdopen(reader)) as number:
                os.environ["DISPLAY"] = f":{number.readline().strip()}"
            os.environ["QT_QPA_PLATFORM"] = "xcb"
            yield XVFB
        finally:
            screen.terminate()
            screen.wait()
    finally:
        os.environ.clear()
        os.environ.update(before)
