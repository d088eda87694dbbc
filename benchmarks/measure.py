"""How everything here is timed, and what a result looks like.

The protocol, the same for every benchmark:

* A subject (what the program does) and a limit (the least that the same outcome costs without the program) run in the
  same process and the same run, in turns: subject, limit, subject, limit. Whatever slows the machine down for a while
  slows both, so their ratio holds on a busy machine where neither time alone would.
* Both are warmed up first; the warm-up is not counted. After that every call counts: no outlier is dropped, nothing
  is repeated because it looked bad.
* A time is told as median and 95th percentile of the single calls; a ratio is the ratio of the two medians.
* Garbage is collected once before the first counted call; from then on the collector works as it does for a user.
* Wall-clock time, because waiting for the disk is what a clerk waits for, too.

A benchmark is a module of this package with `measure(quick: bool) -> list[Row]`. `quick` asks for the smallest run
that still goes all the way through; its figures mean nothing.
"""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table. `what` and `target` are sentences, `measured` and `limit` figures with their unit.

    `ratio` is subject to limit (None where there is no raw limit); `met` is None in a row that has no target of its
    own; `figures` are the numbers behind it for the JSON file, in the unit its key ends with (`median_ms`).
    """

    what: str
    target: str
    measured: str
    limit: str
    ratio: float | None
    met: bool | None
    note: str = ""
    figures: Mapping[str, float] = field(default_factory=dict)


class Benchmark(Protocol):
    """What a module of this package offers."""

    def measure(self, quick: bool) -> list[Row]:
        """Run it all; `quick` asks for the smallest run that goes all the way through."""


@dataclass(frozen=True, slots=True)
class Times:
    """The wall-clock times of single calls, in seconds; every one of them."""

    seconds: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.seconds)

    @property
    def p95(self) -> float:
        """The smallest time that at least 95 of 100 calls stay within."""
        ordered = sorted(self.seconds)
        return ordered[max(0, math.ceil(0.95 * len(ordered)) - 1)]

    @property
    def worst(self) -> float:
        return max(self.seconds)

    def ratio_to(self, limit: Times) -> float:
        """Median to median."""
        return self.median / limit.median

    def figures(self, name: str) -> dict[str, float]:
        """For `Row.figures`, in milliseconds."""
        return {
            f"{name}_median_ms": round(self.median * 1000, 3),
            f"{name}_p95_ms": round(self.p95 * 1000, 3),
            f"{name}_worst_ms": round(self.worst * 1000, 3),
            f"{name}_calls": len(self.seconds),
        }


def milliseconds(seconds: float) -> str:
    """`0.00432` as "4.3 ms", from a tenth of a second on as "120 ms"."""
    return f"{seconds * 1000:.0f} ms" if seconds >= 0.1 else f"{seconds * 1000:.2g} ms"


def in_turns(sides: Sequence[Callable[[], object]], *, rounds: int, warm_up: int) -> list[Times]:
    """Call each side once a round, in order, `rounds` times after `warm_up` rounds; the times of each side.

    What a side needs before a call and must not be timed belongs into `timed_in_turns`.
    """
    return timed_in_turns([_timed(side) for side in sides], rounds=rounds, warm_up=warm_up)


def timed_in_turns(sides: Sequence[Callable[[], float]], *, rounds: int, warm_up: int) -> list[Times]:
    """As `in_turns` for sides that time themselves and return seconds."""
    for _ in range(warm_up):
        for side in sides:
            side()
    gc.collect()
    taken: list[list[float]] = [[] for _ in sides]
    for _ in range(rounds):
        for place, side in enumerate(sides):
            taken[place].append(side())
    return [Times(tuple(times)) for times in taken]


def _timed(side: Callable[[], object]) -> Callable[[], float]:
    def call() -> float:
        start = time.perf_counter()
        side()
        return time.perf_counter() - start

    return call
