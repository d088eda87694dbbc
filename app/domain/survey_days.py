"""What the survey store tells of one day, and how the shared side passes it on to counters (decision 0005).

The one place that turns it into JSON and back. Fields are only ever added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from app.domain.figures import QuickCounts, Tally, shown_cells
from app.domain.period_scores import shown_questions
from app.domain.surveys import OVERALL


@dataclass(frozen=True, slots=True)
class StoredDay:
    """All of it is of one moment.

    `answers` are all stored ones; `office` is the tally as last published, `departments` (by number) those of the same
    answers and empty until the day is closed. `quick` comes with them; None also where there is none, as of days that
    were closed by 0.1.0.
    """

    answers: int = 0
    office: Tally | None = None
    departments: Mapping[int, Tally] = field(default_factory=dict)
    quick: QuickCounts | None = None

    def __bool__(self) -> bool:
        """Whether anything is known of the day."""
        return bool(self.answers or self.office or self.departments or self.quick)

    def told(self) -> StoredDay:
        """What may leave the store's machine: what figures are made of, and nothing that none of them shows.

        Questions with fewer than five answers, departments that are not shown and what departments answered beyond the
        overall question stay behind. Every figure made of it is the same.
        """
        shown = shown_cells({number: tally.answers for number, tally in self.departments.items()})
        return StoredDay(
            self.answers,
            None if self.office is None else shown_questions(self.office),
            {number: _overall(self.departments[number]) for number in sorted(shown)},
            self.quick,
        )

    def to_json(self) -> dict[str, Any]:
        return {
            "answers": self.answers,
            "office": None if self.office is None else self.office.to_json(),
            "departments": {str(number): tally.to_json() for number, tally in sorted(self.departments.items())},
            "quick": None if self.quick is None else self.quick.to_json(),
        }

    @classmethod
    def from_json(cls, raw: Mapping[str, Any]) -> StoredDay:
        """Errors: `ValueError` and its like for what `to_json` does not make."""
        office, quick = raw["office"], raw["quick"]
        return cls(
            int(raw["answers"]),
            None if office is None else Tally.from_json(office),
            {int(number): Tally.from_json(tally) for number, tally in raw["departments"].items()},
            None if quick is None else QuickCounts.from_json(quick),
        )


def _overall(tally: Tally) -> Tally:
    """The answers to the question that everybody answers."""
    shown = shown_questions(tally)
    if OVERALL not in shown.bases:
        return Tally(tally.answers)
    return Tally(tally.answers, {OVERALL: shown.counts[OVERALL]}, {OVERALL: shown.bases[OVERALL]})
