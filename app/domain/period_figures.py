"""The record of a period: what the screen shows, the sheet prints, `summary` writes and XLSX and CSV hold.

All of them are made from this one record, so their totals are the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from app.domain.guidance import WrongReferral
from app.domain.periods import OVERLAPPING, By, Period
from app.domain.surveys import Words


@dataclass(frozen=True, slots=True)
class Estimate:
    """A share (0..1) or a score (0..100) with its 95 % interval (`app/domain/intervals.py`), over `n` answers or slips.

    `value` is None where there is nothing to show it for: fewer than five answers, or suppressed; `n` is 0 then.
    """

    value: float | None = None
    n: int = 0
    low: float | None = None
    high: float | None = None


NOTHING = Estimate()


@dataclass(frozen=True, slots=True)
class CountRow:
    """Visits of one day, service, department, hour, counter …

    `visits` (undone ones left out) are of any service of the row; `services` are the services handled in them.
    `slips` counts visits with at least one slip handed over, undone ones included, since their slips can be answered;
    `withheld` visits whose visitor wanted none.
    """

    key: str
    name: str
    visits: int
    services: int
    done: int
    slips: int
    withheld: int


@dataclass(frozen=True, slots=True)
class Cut:
    """The period by one thing, in the office's own order (never by score). `total` is the whole period's.

    `services` of the rows add up to the total's in every cut. The other columns do so only unless `overlapping`: there
    a visit with several services stands in several rows, and counts once in the total.
    """

    by: By
    rows: tuple[CountRow, ...]
    total: CountRow

    @property
    def overlapping(self) -> bool:
        return self.by in OVERLAPPING


@dataclass(frozen=True, slots=True)
class ScoreRow:
    """Answers of one department, bureau, day, week or month.

    `answers` and everything after it are of those days only on which the department may be shown (decision 0005), and
    so are `slips`, the base of `response`. None: suppressed, or no day is closed yet.
    """

    key: str
    name: str
    slips: int | None
    answers: int | None
    response: Estimate
    satisfied: Estimate


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """One question. `score` (0..100) for five-point items; `shares` (0..1, by trouble: value, words, share) for Q6;
    the figure of Q2 is `PeriodFigures.route`.

    `sealed` is Q7: it never has a figure, not even a count.
    """

    id: str
    words: Words
    sealed: bool
    score: Estimate
    shares: tuple[tuple[str, Words, Estimate], ...]


@dataclass(frozen=True, slots=True)
class TimeFigure:
    """Whole seconds; `n` of `of` visits had the step really recorded."""

    n: int
    of: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class Headline:
    """The figures that stand beside those of another period."""

    period: Period
    visits: int
    services: int
    done: int
    slips_printed: int
    surveys_answered: int
    response: Estimate
    satisfied: Estimate
    route: Estimate
    waiting_median: float | None
    handling_median: float | None


@dataclass(frozen=True, slots=True)
class Change:
    """A count that was another one on paper. `key` is a field of `PeriodFigures`, or `service:` and a code."""

    key: str
    name: str
    before: int
    now: int


@dataclass(frozen=True, slots=True)
class Correction:
    """What differs from the sheet of the same period printed last; `printed_at` in the office's zone.

    `corrections` is how many times services of these visits were corrected since.
    """

    printed_at: datetime
    changes: tuple[Change, ...]
    corrections: int


REFERRAL_DAYS = 30
"""Days that people sent to a wrong desk are counted over, whatever the period: on one day they are too few to tell."""


@dataclass(frozen=True, slots=True)
class PeriodFigures:
    """`provisional` until the slips of the last day have expired (`final_from` is the first day they have).

    `surveys_answered` is every answer stored; `scored_answers` those the scores stand on: of each day the last
    multiple of five. `late` of the visits were noted on paper and typed in later. `slips_printed` is the base of
    `response`. `previous` is the period before: of a day the last one with visits, of a range none. Of the times see
    `DayCounts`. `wrong_referrals` are those of the `REFERRAL_DAYS` days that end with the period, most people first.
    """

    office: str
    period: Period
    made_at: datetime
    provisional: bool
    final_from: date
    visits: int
    services: int
    waiting: int
    called: int
    serving: int
    done: int
    left: int
    unrecorded: int
    undone: int
    corrections: int
    late: int
    slips_printed: int
    slips_withheld: int
    surveys_answered: int
    response: Estimate
    scored_answers: int
    satisfied: Estimate
    route: Estimate
    items: tuple[ItemFigure, ...]
    cuts: Mapping[By, Cut]
    scores: Mapping[By, tuple[ScoreRow, ...]]
    waiting_time: TimeFigure
    handling_time: TimeFigure
    previous: Headline | None
    correction: Correction | None
    wrong_referrals: tuple[WrongReferral, ...] = ()

    @property
    def not_answered(self) -> int:
        """Slips without an answer. A slip whose printer failed halfway may have been answered: never below 0."""
        return max(0, self.slips_printed - self.surveys_answered)

    @property
    def referred_until(self) -> date:
        """The last of the days that `wrong_referrals` are counted over: never one that has not begun."""
        return min(self.period.last, self.made_at.date())

    @property
    def response_rate(self) -> float | None:
        return self.response.value

    @property
    def satisfied_share(self) -> float | None:
        return self.satisfied.value

    @property
    def route_success(self) -> float | None:
        return self.route.value


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The figures as they go on paper. `printed_at` is in the office's zone."""

    figures: PeriodFigures
    approval_boxes: tuple[str, ...]
    printed_by: str
    printed_at: datetime
