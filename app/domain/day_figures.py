"""The record of one day: what the screen shows, the sheet prints and `summary` writes, all from this one record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from app.domain.surveys import Words


@dataclass(frozen=True, slots=True)
class CountRow:
    """Visits of one service, department, hour or counter. `done` and `slips` are among `visits`; undone ones are not.

    `slips` counts visits of the row with at least one slip (undone ones with a slip included).
    """

    key: str
    name: str
    visits: int
    done: int
    slips: int


@dataclass(frozen=True, slots=True)
class DepartmentScore:
    """Answers of one department on a closed day. None: suppressed, or the day is not closed yet."""

    key: str
    name: str
    answers: int | None
    satisfied_share: float | None


@dataclass(frozen=True, slots=True)
class ItemFigure:
    """One question. `score` (0..100) for five-point items; `shares` (0..1, by trouble: value, words, share) for Q6;
    the figure of Q2 is `DayFigures.route_success`.

    `sealed` is Q7: it never has a figure, not even a count.
    """

    id: str
    words: Words
    sealed: bool
    score: float | None
    shares: tuple[tuple[str, Words, float | None], ...]


@dataclass(frozen=True, slots=True)
class TimeFigure:
    """Seconds; `n` is the number of visits the step was really recorded for."""

    n: int
    median: float | None
    p90: float | None


@dataclass(frozen=True, slots=True)
class DayFigures:
    """`provisional` until the slips of that day have expired (`final_from` is the first day they have).

    `scored_answers` is the number of answers the scores stand on: the last multiple of five.
    """

    office: str
    day: date
    made_at: datetime
    provisional: bool
    final_from: date
    visits: int
    waiting: int
    serving: int
    done: int
    undone: int
    slips_printed: int
    surveys_answered: int
    response_rate: float | None
    scored_answers: int
    satisfied_share: float | None
    route_success: float | None
    items: tuple[ItemFigure, ...]
    by_service: tuple[CountRow, ...]
    by_department: tuple[CountRow, ...]
    by_hour: tuple[CountRow, ...]
    by_counter: tuple[CountRow, ...]
    department_scores: tuple[DepartmentScore, ...]
    waiting_time: TimeFigure
    handling_time: TimeFigure


@dataclass(frozen=True, slots=True)
class SheetContent:
    """The day as it goes on paper. `printed_at` is in the office's zone."""

    figures: DayFigures
    approval_boxes: tuple[str, ...]
    printed_by: str
    printed_at: datetime
