"""Waiting for a shared file so that everybody gets a turn.

SQLite's own waiting starves: it sleeps longer and longer, and whoever has just written takes the file again before the
others look (of ten writers at once one got 374 turns and another one). Here everybody looks again after a short time of
random length that never grows, and whoever has written has the next push to make ready first.
"""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Callable
from typing import TypeVar

from app.sync.file.faults import is_busy

T = TypeVar("T")

PATIENCE_SECONDS = 15.0
_PAUSE_SECONDS = 0.004
_CHANCE = random.SystemRandom()


def insist(work: Callable[[], T], until: float) -> T:
    """What `work` returns, tried again while the file is somebody else's, until the monotonic moment `until`.

    Errors: SQLite's busy error when the time is over, every other at once.
    """
    while True:
        try:
            return work()
        except sqlite3.OperationalError as error:
            if not is_busy(error) or time.monotonic() > until:
                raise
        # Nobody is woken by somebody else's pace: each wait has a length of its own.
        time.sleep(_PAUSE_SECONDS * (0.5 + _CHANCE.random()))
