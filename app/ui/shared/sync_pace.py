"""How long to wait before the next exchange with the shared side: plain arithmetic, no clock and no Qt."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.sharing import SharedKind

_IN_USE = (0.5, 1.5)
_AT_REST = (5.0, 10.0)
_FILE_LEAST = 2.0
_FILE_SECONDS_A_COUNTER = 0.2
"""A file takes one writer after the other: every counter that joins makes all of them slower."""
_FIRST_RETRY = 2.0
_LONGEST_RETRY = 60.0
_RETRY_SPREAD = 0.2


@dataclass(frozen=True)
class SyncPace:
    """All lengths in seconds. Spread at random, so that an office's PCs do not all ask in the same moment."""

    spread: Callable[[float, float], float] = random.uniform

    def seconds(self, kind: str, counters: int, *, in_use: bool, failures: int) -> float:
        """Until the next exchange. `failures`: how many in a row have failed."""
        if failures:
            pause = min(_LONGEST_RETRY, _FIRST_RETRY * 2.0 ** min(failures - 1, 10))
            return min(_LONGEST_RETRY, pause * self.spread(1 - _RETRY_SPREAD, 1 + _RETRY_SPREAD))
        pause = self.spread(*(_IN_USE if in_use else _AT_REST))
        if kind == SharedKind.FILE.value:
            return max(pause, _FILE_LEAST, _FILE_SECONDS_A_COUNTER * counters)
        return pause
