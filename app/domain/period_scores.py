"""Scores of a period, made from what each of its days shows by itself and from nothing else (decision 0005).

A day's tally enters a question's sum only where the day alone has five answers to it, and a department's only on days
on which the department is shown. So any sum here, and any difference of two of them, however their periods overlap, is
put together from figures that the single days show already: subtracting sums tells nothing new.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from app.domain.figures import SCORES, SMALLEST_CELL, Tally, shown_cells
from app.domain.intervals import mean_interval, wilson
from app.domain.period_figures import NOTHING, Estimate
from app.domain.surveys import OVERALL, ROUTE, TROUBLE


@dataclass(frozen=True, slots=True)
class DayAnswers:
    """What the survey store tells of a day: `answers` are all stored ones; the tallies are published ones, those of
    departments (by number) empty until the day is closed."""

    answers: int = 0
    office: Tally | None = None
    departments: Mapping[int, Tally] = field(default_factory=dict)


@dataclass(slots=True)
class Answers:
    """Answers of some days of the office, or of one department: `count` of them stand behind the tally."""

    count: int = 0
    tally: Tally = field(default_factory=Tally)

    def add(self, other: Answers) -> None:
        self.count += other.count
        self.tally.answers += other.tally.answers
        for question, base in other.tally.bases.items():
            self.tally.bases[question] = self.tally.bases.get(question, 0) + base
            options = self.tally.counts.setdefault(question, {})
            for option, times in other.tally.counts[question].items():
                options[option] = options.get(option, 0) + times


def office_answers(day: DayAnswers) -> Answers:
    """The office's part of one day in any sum."""
    return Answers(day.answers, shown_questions(day.office))


def department_answers(day: DayAnswers) -> dict[int, Answers]:
    """By number, the departments shown on that day: only the overall question, which everybody answers."""
    shown = shown_cells({number: tally.answers for number, tally in day.departments.items()})
    found: dict[int, Answers] = {}
    for number in sorted(shown):
        tally = shown_questions(day.departments[number])
        if OVERALL in tally.bases:
            only = Tally(tally.answers, {OVERALL: tally.counts[OVERALL]}, {OVERALL: tally.bases[OVERALL]})
            found[number] = Answers(tally.answers, only)
    return found


def shown_questions(tally: Tally | None) -> Tally:
    """The questions of a day's tally that this day alone has five answers to."""
    if tally is None:
        return Tally()
    bases = {question: base for question, base in tally.bases.items() if base >= SMALLEST_CELL}
    return Tally(tally.answers, {question: dict(tally.counts[question]) for question in bases}, bases)


def sum_of(parts: Iterable[Answers]) -> Answers:
    """All of `parts` together."""
    found = Answers()
    for part in parts:
        found.add(part)
    return found


@dataclass(slots=True)
class PeriodAnswers:
    """The answers of a period by day, and by department number the days on which it is shown."""

    office: dict[date, Answers] = field(default_factory=dict)
    departments: dict[int, dict[date, Answers]] = field(default_factory=dict)

    def add_day(self, day: date, answers: DayAnswers) -> None:
        self.office[day] = office_answers(answers)
        for number, part in department_answers(answers).items():
            self.departments.setdefault(number, {})[day] = part

    def total(self) -> Answers:
        return sum_of(self.office.values())


def share(hits: float, n: int) -> Estimate:
    """A share of 0..1 with its interval; nothing for n = 0."""
    if n <= 0:
        return NOTHING
    low, high = wilson(min(hits, n), n)
    return Estimate(round(min(hits, n) / n, 4), n, round(low, 4), round(high, 4))


def share_of(tally: Tally, question: str, options: Sequence[str]) -> Estimate:
    """The share of those who chose one of `options`; nothing below five answers to `question`."""
    base = tally.bases.get(question, 0)
    if base < SMALLEST_CELL:
        return NOTHING
    return share(sum(tally.counts[question].get(option, 0) for option in options), base)


def satisfied(tally: Tally) -> Estimate:
    """Answers 4 and 5 to the overall question ÷ those who answered it."""
    return share_of(tally, OVERALL, ("5", "4"))


def route(tally: Tally) -> Estimate:
    """ONCE ÷ (ONCE + MOVED1 + MOVED2); those who needed no directions are left out."""
    return share_of(tally, ROUTE, ("ONCE",))


def trouble(tally: Tally, value: str) -> Estimate:
    """The share of one trouble of Q6 among those who did not skip the question."""
    return share_of(tally, TROUBLE, (value,))


def score(tally: Tally, question: str) -> Estimate:
    """The mean of a five-point item on 0..100 with its interval; nothing below five answers to it."""
    base = tally.bases.get(question, 0)
    if base < SMALLEST_CELL:
        return NOTHING
    given = {SCORES[value] / 100: times for value, times in tally.counts[question].items()}
    low, high = mean_interval(given)
    mean = sum(value * times for value, times in given.items()) / base
    return Estimate(round(mean * 100, 1), base, round(low * 100, 1), round(high * 100, 1))
