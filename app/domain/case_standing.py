"""Records of where a case stands, as its steps make it (`app.domain.case_course`)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar
from zoneinfo import ZoneInfo

from app.domain.case_steps import CaseStep, CaseStepKind, NewStep
from app.domain.cases import CaseResult, CaseStatus
from app.domain.due import Pause, Period
from app.domain.guidance import TransferKind

_Word = TypeVar("_Word", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Supplement:
    """What the citizen is waited for: asked for on `asked_on`, to come until `until`."""

    asked_on: date
    until: date
    second: bool = False
    prolonged: int = 0


@dataclass(frozen=True, slots=True)
class FieldSurvey:
    """A field survey that goes on, until `until` at most."""

    begun_on: date
    until: date
    prolonged: bool = False


@dataclass(frozen=True, slots=True)
class RunningTransfer:
    """A case on its way to another department, which has to take it over by `due` (the office's own clock time)."""

    kind: TransferKind
    department_code: str
    at: datetime
    due: datetime


@dataclass(frozen=True, slots=True)
class Objection:
    """이의신청 of `on`; `extensions` of the time for deciding it."""

    on: date
    extensions: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class CaseCourse:
    """Where a case stands.

    `pauses` are days the clock stood, one that lasts still ends with what was asked for (`supplement`, `survey`).
    `supplements` counts requests. `answered_on` is when the citizen was told the result, `ended_on` when it was closed,
    by `ended_by`. `steps` are the ids of those that count; those in `unfit` change nothing, those in `undone` neither.
    `corrected` are the days that steps really were on.
    """

    status: CaseStatus
    department_code: str
    owner: str = ""
    pauses: tuple[Pause, ...] = ()
    extensions: tuple[Period, ...] = ()
    supplements: int = 0
    answered_on: date | None = None
    ended_on: date | None = None
    ended_by: str = ""
    result: CaseResult | None = None
    transfer: RunningTransfer | None = None
    supplement: Supplement | None = None
    survey: FieldSurvey | None = None
    surveyed: bool = False
    objection: Objection | None = None
    progress_told: tuple[date, ...] = ()
    reminded: tuple[date, ...] = ()
    undone: frozenset[str] = frozenset()
    unfit: frozenset[str] = frozenset()
    corrected: Mapping[str, date] = field(default_factory=dict)

    @property
    def paused(self) -> bool:
        """Whether the clock stands now."""
        return self.supplement is not None or self.survey is not None


@dataclass(frozen=True, slots=True)
class Taken:
    """A step as far as the course goes by it. `at` is the office's own clock time."""

    kind: CaseStepKind
    on: date
    at: datetime
    by: str = ""
    until: date | None = None
    period: str = ""
    consent: bool = False
    department_code: str = ""
    transfer: TransferKind = TransferKind.INSIDE
    result: CaseResult | None = None

    @classmethod
    def of(cls, step: CaseStep, on: date, zone: ZoneInfo) -> Taken:
        """Errors: `ValueError`, `TypeError` for a detail that is none."""
        said = step.detail
        return cls(
            kind=step.kind,
            on=on,
            at=step.at.astimezone(zone),
            by=step.by,
            until=_day(said.get("until")),
            period=str(said.get("period", "")),
            consent=bool(said.get("consent", False)),
            department_code=str(said.get("department_code", "")),
            transfer=_known(TransferKind, said.get("transfer")) or TransferKind.INSIDE,
            result=_known(CaseResult, said.get("result")),
        )

    @classmethod
    def new(cls, new: NewStep, on: date, at: datetime, by: str) -> Taken:
        return cls(
            kind=new.kind,
            on=on,
            at=at,
            by=by,
            until=new.until,
            period=new.period,
            consent=new.consent,
            department_code=new.department_code,
            transfer=new.transfer,
            result=new.result,
        )


def _day(text: Any) -> date | None:
    return None if text is None else date.fromisoformat(text)


def _known(kind: type[_Word], code: Any) -> _Word | None:
    try:
        return kind(code) if code else None
    except ValueError:
        return None
