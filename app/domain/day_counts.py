"""The counts of one day's visits, of a kind that can be added up over days and kept."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field

_VERSION = 1
SEPARATOR = "\x1f"
"""Between the codes of the departments of one visit."""


@dataclass(slots=True)
class Cell:
    """See `CountRow`."""

    visits: int = 0
    services: int = 0
    done: int = 0
    slips: int = 0
    withheld: int = 0

    def add(self, other: Cell) -> None:
        self.visits += other.visits
        self.services += other.services
        self.done += other.done
        self.slips += other.slips
        self.withheld += other.withheld

    def to_json(self) -> list[int]:
        return [self.visits, self.services, self.done, self.slips, self.withheld]


Cells = dict[str, Cell]


@dataclass(slots=True)
class DayCounts:
    """Everything counted of the visits of one day, or of several added up.

    `statuses`: visits by status. `services`, `hours` (the office's, 00..23) and `counters`: cells by code.
    `departments`: cells by all departments of a visit, sorted and joined by `SEPARATOR`, so that a visit counts once in
    each of them and in each bureau; what their services come to stands in `handled`, by department. `printed`: visits
    with a slip by the department that stands on it. `corrections`: how often services were corrected. `late`: visits
    noted on paper and typed in later.

    `waiting` and `handling`: how many visits took how many whole seconds. Waiting lasts from registering to the first
    start by hand, hand-overs before it included. Handling lasts from the start to the end of visits that are done;
    those handed over are left out, because nobody served them between two counters. A visit with an untrusted clock in
    between is in neither, and so is one whose times were typed from paper.
    """

    statuses: Counter[str] = field(default_factory=Counter)
    services: Cells = field(default_factory=dict)
    departments: Cells = field(default_factory=dict)
    hours: Cells = field(default_factory=dict)
    counters: Cells = field(default_factory=dict)
    handled: Counter[str] = field(default_factory=Counter)
    printed: Counter[str] = field(default_factory=Counter)
    waiting: Counter[int] = field(default_factory=Counter)
    handling: Counter[int] = field(default_factory=Counter)
    corrections: int = 0
    late: int = 0

    def add(self, other: DayCounts) -> None:
        for mine, its in self._cells(other):
            for key, cell in its.items():
                mine.setdefault(key, Cell()).add(cell)
        self.statuses.update(other.statuses)
        self.handled.update(other.handled)
        self.printed.update(other.printed)
        self.waiting.update(other.waiting)
        self.handling.update(other.handling)
        self.corrections += other.corrections
        self.late += other.late

    def _cells(self, other: DayCounts) -> tuple[tuple[Cells, Cells], ...]:
        return (
            (self.services, other.services),
            (self.departments, other.departments),
            (self.hours, other.hours),
            (self.counters, other.counters),
        )

    def total(self) -> Cell:
        """All visits, each once."""
        found = Cell()
        for cell in self.counters.values():
            found.add(cell)
        return found

    def to_json(self, timezone: str) -> str:
        """As kept for past days; hours hold only for `timezone`."""
        raw = {
            "version": _VERSION,
            "timezone": timezone,
            "statuses": self.statuses,
            "services": _raw(self.services),
            "departments": _raw(self.departments),
            "hours": _raw(self.hours),
            "counters": _raw(self.counters),
            "handled": self.handled,
            "printed": self.printed,
            "waiting": _flat(self.waiting),
            "handling": _flat(self.handling),
            "corrections": self.corrections,
            "late": self.late,
        }
        return json.dumps(raw, ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def from_json(cls, text: str, timezone: str) -> DayCounts | None:
        """None for counts of another zone or of another release, or that are no counts: they are counted anew."""
        try:
            raw = json.loads(text)
            if raw["version"] != _VERSION or raw["timezone"] != timezone:
                return None
            return cls(
                Counter(raw["statuses"]),
                _cells(raw["services"]),
                _cells(raw["departments"]),
                _cells(raw["hours"]),
                _cells(raw["counters"]),
                Counter(raw["handled"]),
                Counter(raw["printed"]),
                _histogram(raw["waiting"]),
                _histogram(raw["handling"]),
                raw["corrections"],
                raw.get("late", 0),  # counts kept by an earlier release, which knew of no such visit
            )
        except (ValueError, KeyError, TypeError):
            return None


def beginning(timezone: str) -> str:
    """How the text of counts begins that this release can use for `timezone`."""
    head = json.dumps({"version": _VERSION, "timezone": timezone}, ensure_ascii=False, separators=(",", ":"))
    return head[:-1]


def _raw(cells: Cells) -> dict[str, list[int]]:
    return {key: cell.to_json() for key, cell in cells.items()}


def _cells(raw: Mapping[str, list[int]]) -> Cells:
    return {key: Cell(*counts) for key, counts in raw.items()}


def _flat(histogram: Counter[int]) -> list[list[int]]:
    """Two lists are half as long to write and to read as a list of pairs."""
    return [list(histogram.keys()), list(histogram.values())]


def _histogram(raw: list[list[int]]) -> Counter[int]:
    return Counter(dict(zip(raw[0], raw[1], strict=True)))


def middle(histogram: Mapping[int, int]) -> float | None:
    """The median: the middle value, or the mean of the two in the middle; None for no values."""
    n = sum(histogram.values())
    if not n:
        return None
    low, high = _ranked(histogram, (n + 1) // 2), _ranked(histogram, n // 2 + 1)
    return float(low) if low == high else (low + high) / 2


def nine_in_ten(histogram: Mapping[int, int]) -> float | None:
    """The 90th percentile by the nearest rank; None for no values."""
    n = sum(histogram.values())
    return float(_ranked(histogram, -(-n * 9 // 10))) if n else None


def _ranked(histogram: Mapping[int, int], rank: int) -> int:
    passed = 0
    for value in sorted(histogram):
        passed += histogram[value]
        if passed >= rank:
            break
    else:
        raise ValueError("no such rank")
    return value
