"""How often the finder is right, counted over rows of which somebody wrote down where they belong."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from app.domain.directory import same_department
from app.finding.finder import Finder

NONE = "NONE"
"""The department of a row that no office does: the finder must not be confident."""
_LOOKED_AT = 10


@dataclass(frozen=True, slots=True)
class JudgedRow:
    """What was asked and where it belongs; `alternates` are departments that are as right."""

    query: str
    department: str
    alternates: tuple[str, ...] = ()
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """Shares from 0 to 1; None where there is nothing of that sort.

    `mrr` is the mean of 1/rank of the first right department, alternates included, 0 where none is among the first ten.
    """

    n: int
    top1: float | None
    top1_with_alternates: float | None
    top3: float | None
    mrr: float | None
    abstained_right: float | None
    refused_answerable: float | None


@dataclass(frozen=True, slots=True)
class Miss:
    """A row that went wrong: `told` are the departments of the first three answers, `confident` what was claimed."""

    row: JudgedRow
    told: tuple[str, ...]
    confident: bool


@dataclass(frozen=True, slots=True)
class Judged:
    """The figures of all rows and of each kind, and the rows that went wrong."""

    whole: Figures
    by_kind: dict[str, Figures]
    misses: tuple[Miss, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    row: JudgedRow
    told: tuple[str, ...]
    confident: bool

    @property
    def rank(self) -> int | None:
        """The place of the first right department, from 1."""
        right = (self.row.department, *self.row.alternates)
        places = (at for at, name in enumerate(self.told, 1) if any(same_department(name, each) for each in right))
        return next(places, None)

    @property
    def right_at_once(self) -> bool:
        return bool(self.told) and same_department(self.told[0], self.row.department)

    @property
    def missed(self) -> bool:
        return self.confident if self.row.department == NONE else not self.confident or self.rank != 1


def judge(finder: Finder, rows: Iterable[JudgedRow]) -> Judged:
    """Ask every row and count. `finder` should have no lessons."""
    outcomes = [_asked(finder, row) for row in rows]
    kinds = dict.fromkeys(outcome.row.kind for outcome in outcomes)
    by_kind = {kind: _counted([each for each in outcomes if each.row.kind == kind]) for kind in kinds}
    misses = tuple(Miss(each.row, each.told[:3], each.confident) for each in outcomes if each.missed)
    return Judged(_counted(outcomes), by_kind, misses)


def _asked(finder: Finder, row: JudgedRow) -> _Outcome:
    found = finder.find(row.query, _LOOKED_AT)
    return _Outcome(row, tuple(answer.task.department for answer in found.answers), found.confident)


def _counted(outcomes: Sequence[_Outcome]) -> Figures:
    nothing = [each for each in outcomes if each.row.department == NONE]
    asked = [each for each in outcomes if each.row.department != NONE]
    return Figures(
        n=len(outcomes),
        top1=_share([each.right_at_once for each in asked]),
        top1_with_alternates=_share([each.rank == 1 for each in asked]),
        top3=_share([each.rank is not None and each.rank <= 3 for each in asked]),
        mrr=_share([1 / each.rank if each.rank else 0.0 for each in asked]),
        abstained_right=_share([not each.confident for each in nothing]),
        refused_answerable=_share([not each.confident for each in asked]),
    )


def _share(values: Sequence[float]) -> float | None:
    return round(sum(values) / len(values), 4) if values else None
