"""Letting clerks go first: how much of what arrives is taken at once, and how long to rest in between.

A clerk's save waits for whoever has the write lock just now. So a page is small while somebody works at this home, in
whatever process, and the lock is free for longer than it was taken.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

from app.domain.sharing import PUSH_LIMIT

HANDS_ON_PAGE = 38
QUIET_PAGE = 400
_HANDS_ON_PUSH = 100
QUIET_AFTER = 20.0
"""Seconds without anything new, after which nobody is taken to work here."""
_SHORTEST_REST = 0.012
_REST = 1.3
"""Times as long as the lock was held."""


@dataclass
class Pace:
    """`newest` gives the number of the newest operation made here; `rest` waits."""

    newest: Callable[[], int]
    rest: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    _seen: int = -1
    _changed: float = float("-inf")

    def page(self) -> int:
        """How many documents to take at once now."""
        self.look()
        return HANDS_ON_PAGE if self.hands_on else QUIET_PAGE

    def push(self) -> int:
        """How many operations to offer at once now: what became of them is written down together."""
        self.look()
        return _HANDS_ON_PUSH if self.hands_on else PUSH_LIMIT

    def look(self) -> None:
        """See whether anything has been recorded here since the last time."""
        newest = self.newest()
        if newest != self._seen:
            if self._seen >= 0:
                self._changed = self.clock()
            self._seen = newest

    @property
    def hands_on(self) -> bool:
        """Whether somebody has recorded something here in the last seconds."""
        return self.clock() - self._changed < QUIET_AFTER

    def yield_to_clerks(self, held: float) -> None:
        """After the lock was held for `held` seconds."""
        if self.hands_on:
            self.rest(max(_SHORTEST_REST, held * _REST))
