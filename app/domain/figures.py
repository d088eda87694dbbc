"""Figures of the survey, and the rules that keep them from pointing at one person (decision 0005).

A *tally* counts, for a set of answers, how often each option was chosen. Tallies are published for the whole office
each time five more answers of a day have arrived, and by department once that day's slips have expired. Only
published tallies reach a screen or a sheet, so two sheets never differ by fewer than five answers.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

SMALLEST_CELL = 5
STEP = 5
_OUTSIDE_THE_BASE = frozenset({"NA", "SKIP"})
SCORES = {"5": 100, "4": 75, "3": 50, "2": 25, "1": 0}


@dataclass
class Tally:
    """`answers` answers; `counts[question][option]` of them chose that option. Q7 and texts are never in it.

    `bases[question]` is how many answers a figure of that question stands on: those who needed no directions and
    those who skipped the question are left out.
    """

    answers: int = 0
    counts: dict[str, dict[str, int]] = field(default_factory=dict)
    bases: dict[str, int] = field(default_factory=dict)

    def add(self, given: Mapping[str, Sequence[str]]) -> None:
        self.answers += 1
        for question, values in given.items():
            options = self.counts.setdefault(question, {})
            for value in values:
                options[value] = options.get(value, 0) + 1
            if not set(values) & _OUTSIDE_THE_BASE:
                self.bases[question] = self.bases.get(question, 0) + 1

    def to_json(self) -> dict[str, Any]:
        return {"answers": self.answers, "counts": self.counts, "bases": self.bases}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> Tally:
        counts = {str(q): {str(o): int(n) for o, n in c.items()} for q, c in raw["counts"].items()}
        return cls(int(raw["answers"]), counts, {str(q): int(n) for q, n in raw["bases"].items()})


def is_publishing_moment(answers: int) -> bool:
    """Whether a day that now has `answers` answers publishes its tally anew."""
    return answers > 0 and answers % STEP == 0


def publish(before: Tally | None, now: Tally) -> Tally:
    """The tally to publish at a publishing moment, given the one published before.

    A question whose base grew by one to four answers keeps its figures of before, so that no question moves by less
    than a step either.
    """
    published = Tally.from_json(now.to_json())
    if before is not None:
        for question, base in now.bases.items():
            if 0 < base - before.bases.get(question, 0) < STEP:
                published.bases[question] = before.bases.get(question, 0)
                published.counts[question] = dict(before.counts.get(question, {}))
    return published


def shown_cells(cells: Mapping[int, int]) -> frozenset[int]:
    """Which of the cells that make up a published total may be shown, given each one's number of answers.

    A cell under five is hidden. If what is hidden adds up to one to four answers, the total would give it away, so
    the smallest neighbour is hidden too.
    """
    shown = {cell for cell, n in cells.items() if n >= SMALLEST_CELL}
    hidden = sum(n for cell, n in cells.items() if cell not in shown)
    while 0 < hidden < SMALLEST_CELL and shown:
        smallest = min(shown, key=lambda cell: (cells[cell], cell))
        shown.remove(smallest)
        hidden += cells[smallest]
    return frozenset(shown)


FEW = -1
"""A count of 1 to 4, which is not told more exactly."""


@dataclass(frozen=True, slots=True)
class QuickCounts:
    """Answers within about a minute of registering, of one closed day, among the answers of its published tallies.

    `departments`: by number, 0, `FEW`, or the count from five on; a department whose answers are not shown is not in
    it. `office`: the sum, or None where it would give away what the departments keep back.

    A mark goes round in 64 minutes, so a count may hold answers given that much later by chance: about 2 in 100 of the
    later ones of the same half-day. Whoever shows a count says so.
    """

    departments: Mapping[int, int]
    office: int | None

    def to_json(self) -> dict[str, Any]:
        departments = {str(number): count for number, count in self.departments.items()}
        return {"departments": departments, "office": self.office}

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> QuickCounts:
        """Errors: `ValueError` and its like for anything `publish_quick` does not make."""
        departments = {int(number): _tellable(count) for number, count in raw["departments"].items()}
        office = None if raw["office"] is None else _tellable(raw["office"])
        return cls(departments, office)


def _tellable(count: object) -> int:
    if not isinstance(count, int) or not (count in (0, FEW) or count >= SMALLEST_CELL):
        raise ValueError("a count that may not be told")
    return count


def publish_quick(answers: Mapping[int, int], quick: Mapping[int, int]) -> QuickCounts:
    """What may be told, given each department's published answers and its quick first pages.

    A first page is counted when it comes, its answer is stored up to 40 minutes later; so the quick ones can be ahead,
    and are cut to the answers. Whether the sum is told depends on nothing but what is told of the departments, so that
    its absence says nothing either.
    """
    departments: dict[int, int] = {}
    for number in sorted(shown_cells(answers)):
        count = min(quick.get(number, 0), answers[number])
        departments[number] = FEW if 0 < count < SMALLEST_CELL else count
    nothing_kept_back = departments.keys() == answers.keys() and FEW not in departments.values()
    return QuickCounts(departments, sum(departments.values()) if nothing_kept_back else None)
