"""Improvement tasks (중점과제): what several cards or cases ask to be changed, followed to its end."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from enum import StrEnum

from app.domain.case_errors import ConsultFirst, InTheFuture, LessonNeeded, TooEarly
from app.domain.errors import BadValue
from app.domain.written_text import check_impersonal

IMPROVEMENT_TITLE_LIMIT = 80
IMPROVEMENT_TEXT_LIMIT = 1000
_MEASURE_LIMIT = 80
_QUARTER = re.compile(r"(20\d\d)-([1-4])")


class ImprovementStatus(StrEnum):
    CONSULTING = "consulting"
    """사전 협의 first: nothing is begun before those it touches were asked."""
    ON_TRACK = "on_track"
    DELAYED = "delayed"
    DONE = "done"
    EXEMPLARY_FAILURE = "exemplary_failure"
    """모범 실패: it did not work, and what was learned is worth honouring."""
    STOPPED = "stopped"


class LinkKind(StrEnum):
    CARD = "card"
    CASE = "case"


@dataclass(frozen=True, slots=True)
class ImprovementForm:
    """`measure` is what is measured, with its unit; `before` and `after` its values as written ("" not measured yet).

    `consulted` is with whom it was talked over first; `learned` what a failure taught. Nothing personal goes in here.
    """

    title: str
    goal: str
    department_code: str
    measure: str = ""
    before: str = ""
    after: str = ""
    consulted: str = ""
    learned: str = ""
    begins: date | None = None
    ends: date | None = None
    status: ImprovementStatus = ImprovementStatus.CONSULTING

    def checked(self) -> ImprovementForm:
        """The same, tidied.

        Errors: `BadValue` with the field's name where something is missing, `TooEarly`, those of `check_impersonal`
        and of `check_standing`.
        """
        tidied = replace(
            self,
            title=check_impersonal(
                "improvement_title", self.title.replace("\n", " "), IMPROVEMENT_TITLE_LIMIT, needed=True
            ),
            goal=check_impersonal("goal", self.goal, IMPROVEMENT_TEXT_LIMIT, needed=True),
            measure=check_impersonal("measure", self.measure, _MEASURE_LIMIT),
            before=check_impersonal("measured_before", self.before, _MEASURE_LIMIT),
            after=check_impersonal("measured_after", self.after, _MEASURE_LIMIT),
            consulted=check_impersonal("consulted", self.consulted, IMPROVEMENT_TEXT_LIMIT),
            learned=check_impersonal("learned", self.learned, IMPROVEMENT_TEXT_LIMIT),
        )
        if self.begins is not None and self.ends is not None and self.ends < self.begins:
            raise TooEarly("ends", self.ends, self.begins)
        check_standing(tidied)
        return tidied


def check_standing(form: ImprovementForm) -> None:
    """That a task may stand where it says it does. Errors: `ConsultFirst`, `LessonNeeded`."""
    if form.status is not ImprovementStatus.CONSULTING and not form.consulted:
        raise ConsultFirst(form.title)
    if form.status is ImprovementStatus.EXEMPLARY_FAILURE and not form.learned:
        raise LessonNeeded(form.title)


@dataclass(frozen=True, slots=True)
class Review:
    """A quarter's look at a task; `quarter` is "2026-4". Only ever added."""

    id: str
    improvement_id: str
    quarter: str
    status: ImprovementStatus
    text: str
    value: str
    at: datetime
    by: str


@dataclass(frozen=True, slots=True)
class Improvement:
    id: str
    form: ImprovementForm
    department: str
    made_at: datetime
    made_by: str
    links: tuple[tuple[LinkKind, str], ...]
    reviews: tuple[Review, ...]
    version: int
    review_due: str = ""
    """The quarter whose review is still missing, "" when none is."""


@dataclass(frozen=True, slots=True)
class ImprovementSheet:
    """What is printed of a task: it, and each link in words (a card's text as shown, a case's number).

    `names` are login and name of whoever made or reviewed it; `printed_at` is in the office's zone.
    """

    office: str
    improvement: Improvement
    linked: tuple[tuple[LinkKind, str], ...]
    names: tuple[tuple[str, str], ...]
    printed_at: datetime
    printed_by: str


def quarter_of(day: date) -> str:
    """ "2026-4" """
    return f"{day.year}-{(day.month - 1) // 3 + 1}"


def check_quarter(quarter: str, today: date) -> str:
    """Errors: `BadValue` (`quarter`), `InTheFuture`."""
    if not _QUARTER.fullmatch(quarter):
        raise BadValue("quarter", quarter)
    if quarter > quarter_of(today):
        raise InTheFuture("quarter", quarter)
    return quarter


def review_due(form: ImprovementForm, made: date, reviews: Iterable[Review], today: date) -> str:
    """The first quarter that is over, in which the task ran, and that nobody has looked at; "" when there is none.

    Nothing is due of a task that has not begun or has ended.
    """
    if form.status not in (ImprovementStatus.ON_TRACK, ImprovementStatus.DELAYED):
        return ""
    looked_at = {review.quarter for review in reviews}
    begins = form.begins or made
    year, number = begins.year, (begins.month - 1) // 3 + 1
    while (quarter := f"{year}-{number}") < quarter_of(today):
        if quarter not in looked_at:
            return quarter
        year, number = (year, number + 1) if number < 4 else (year + 1, 1)
    return ""
