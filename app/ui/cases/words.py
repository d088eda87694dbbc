"""The words of one case: its steps as they are told, and why its clock stands."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication

from app.domain.case_errors import (
    BadPeriod,
    BeforeItBegan,
    ExtensionDoesNotFit,
    NotByWordOfMouth,
    NotPossibleNow,
    PeriodNeeded,
)
from app.domain.case_hindrances import Hindrance
from app.domain.case_steps import CaseStep, CaseStepKind
from app.domain.cases import CaseResult
from app.domain.errors import UnknownDepartment, UnknownService
from app.domain.letters import LetterKind
from app.ui.shared import case_words
from app.ui.shared.messages import sentence_for

if TYPE_CHECKING:
    from app.domain.case_views import CaseView

translate = QCoreApplication.translate

LETTER_OF = {
    CaseStepKind.SUPPLEMENT_ASKED: LetterKind.SUPPLEMENT,
    CaseStepKind.SUPPLEMENT_PROLONGED: LetterKind.SUPPLEMENT,
    CaseStepKind.EXTENDED: LetterKind.EXTENSION,
    CaseStepKind.TRANSFERRED: LetterKind.TRANSFER,
    CaseStepKind.PASSED_ON: LetterKind.TRANSFER,
    CaseStepKind.PROGRESS_TOLD: LetterKind.PROGRESS,
    CaseStepKind.ANSWERED: LetterKind.RESULT,
    CaseStepKind.RETURNED: LetterKind.RESULT,
    CaseStepKind.REMINDED: LetterKind.REMINDER,
}
"""The form letter that a step gives rise to."""

_FIELD_OF_HINDRANCE = {
    Hindrance.TEXT_NEEDED: "text",
    Hindrance.REASON_NEEDED: "text",
    Hindrance.REMEDY_NEEDED: "remedy",
    Hindrance.RESULT_NEEDED: "result",
    Hindrance.RESULT_NOT_FITTING: "result",
    Hindrance.DEPARTMENT_NEEDED: "department_code",
    Hindrance.SAME_DEPARTMENT: "department_code",
    Hindrance.UNTIL_NEEDED: "until",
    Hindrance.UNTIL_TOO_EARLY: "until",
    Hindrance.SECOND_TEN_DAYS: "until",
    Hindrance.SURVEY_TOO_LONG: "until",
    Hindrance.CONSENT_NEEDED: "consent",
    Hindrance.EXTENSION_TOO_LONG: "period",
}

_FIELD_OF_ERROR: tuple[tuple[type[Exception], str], ...] = (
    (UnknownDepartment, "department_code"),
    (UnknownService, "service_code"),
    (PeriodNeeded, "service_code"),
    (NotByWordOfMouth, "channel"),
    (BadPeriod, "period"),
    (ExtensionDoesNotFit, "period"),
    (BeforeItBegan, "on"),
)


@dataclass(frozen=True)
class TimelineRow:
    """A step as it is shown. `struck`: it was undone or changes nothing, and `note` says so."""

    step: CaseStep | None
    day: str
    head: str
    who: str
    text: str
    note: str
    struck: bool

    @property
    def spoken(self) -> str:
        return " · ".join(part for part in (self.day, self.head, self.who, self.note, self.text) if part)


def timeline(view: CaseView, today: date, zone: ZoneInfo) -> tuple[TimelineRow, ...]:
    """What was done, the newest first, down to the receipt."""
    by_id = {step.id: step for step in view.steps}
    rows = [_row(step, by_id, view, today, zone) for step in reversed(view.steps)]
    case = view.case
    received = case.received_at.astimezone(zone)
    head = translate("Cases", "접수 · {channel}").format(channel=case_words.channel(case.channel))
    who = _who(view, case.received_by, f"{received:%H:%M}")
    rows.append(TimelineRow(None, _short(received.date(), today), head, who, "", "", struck=False))
    return tuple(rows)


def _row(step: CaseStep, by_id: dict[str, CaseStep], view: CaseView, today: date, zone: ZoneInfo) -> TimelineRow:
    course = view.course
    head = case_words.step(step.kind)
    target = by_id.get(step.of or "")
    if target is not None:
        head = translate("Cases", "{deed}: {step}").format(deed=head, step=case_words.step(target.kind))
    detail = _detail(step, view, today)
    if detail:
        head = f"{head} · {detail}"
    recorded = step.at.astimezone(zone)
    when = f"{recorded:%H:%M}"
    if recorded.date() != step.on:
        when = translate("Cases", "{day} {time}에 적음").format(day=_short(recorded.date(), today), time=when)
    note = ""
    if step.id in course.undone:
        note = translate("Cases", "되돌림")
    elif step.id in course.unfit:
        note = translate("Cases", "앞뒤가 맞지 않아 세지 않음")
    elif step.id in course.corrected:
        really = _short(course.corrected[step.id], today)
        note = translate("Cases", "실제로는 {day}").format(day=really)
    text = "\n".join(part for part in (step.text, step.remedy) if part)
    struck = step.id in course.undone or step.id in course.unfit
    return TimelineRow(step, _short(step.on, today), head, _who(view, step.by, when), text, note, struck)


def _detail(step: CaseStep, view: CaseView, today: date) -> str:
    """What a step says besides its text: until when, how long, whereto, how it came out."""
    said, parts = step.detail, []
    if result := next((each for each in CaseResult if each.value == said.get("result")), None):
        parts.append(case_words.result(result))
    if code := said.get("department_code"):
        parts.append(f"→ {view.departments.get(str(code), str(code))}")
    if period := said.get("period"):
        parts.append(period_words(str(period)))
    if until := said.get("until"):
        parts.append(translate("Cases", "{day}까지").format(day=_short(date.fromisoformat(str(until)), today)))
    if said.get("consent"):
        parts.append(translate("Cases", "동의 받음"))
    if step.kind is CaseStepKind.CORRECTED:
        parts.append(_short(step.on, today))
    return " · ".join(parts)


def _who(view: CaseView, login: str, when: str) -> str:
    return f"{view.names.get(login, login)} · {when}"


def _short(value: date, today: date) -> str:
    return f"{value.month}.{value.day}." if value.year == today.year else f"{value.year}.{value.month}.{value.day}."


def undoable(view: CaseView) -> Iterator[CaseStep]:
    """Steps that count and can be taken back, the newest first."""
    gone = view.course.undone | view.course.unfit
    for step in reversed(view.steps):
        if step.kind is not CaseStepKind.UNDONE and step.id not in gone:
            yield step


def correctable(view: CaseView) -> Iterator[CaseStep]:
    """Steps whose day can be put right, the newest first."""
    return (step for step in undoable(view) if step.kind is not CaseStepKind.CORRECTED)


def letter_of(view: CaseView, step: CaseStep | None) -> tuple[LetterKind, CaseStep | None]:
    """The letter that `step` gives rise to; None or another step: the newest letter there is, or the receipt."""
    if step is not None and step.kind in LETTER_OF:
        return LETTER_OF[step.kind], step
    newest = next((each for each in undoable(view) if each.kind in LETTER_OF), None) if step is None else None
    return (LETTER_OF[newest.kind], newest) if newest is not None else (LetterKind.RECEIPT, None)


def standing_clock(view: CaseView, today: date) -> str:
    """Why the clock stands, in a sentence; "" while it runs."""
    course = view.course
    if course.supplement is not None:
        return translate(
            "Cases", "보완을 기다리는 동안 기한을 세지 않습니다: {first}부터, 늦어도 {until}까지(시행령 제20조)."
        ).format(first=case_words.day(course.supplement.asked_on, today), until=_short(course.supplement.until, today))
    if course.survey is not None:
        return translate(
            "Cases", "현장조사하는 동안 기한을 세지 않습니다: {first}부터 {until}까지(시행령 제17조)."
        ).format(first=case_words.day(course.survey.begun_on, today), until=_short(course.survey.until, today))
    return ""


def period_words(period: str) -> str:
    """즉시, 3시간, 7일, 2주, 1개월, 1년."""
    count, unit = period[:-1], period[-1:]
    if period == "now":
        return translate("Cases", "즉시(3근무시간)")
    match unit:
        case "h":
            return translate("Cases", "{count}시간").format(count=count)
        case "d":
            return translate("Cases", "{count}일").format(count=count)
        case "w":
            return translate("Cases", "{count}주").format(count=count)
        case "m":
            return translate("Cases", "{count}개월").format(count=count)
        case "y":
            return translate("Cases", "{count}년").format(count=count)
    return period


def case_sentence(error: Exception) -> str:
    """`sentence_for`, where the field that is meant is a case's."""
    meant = {"title": "case_title", "reason": "erase_reason"}.get(getattr(error, "field", ""))
    if meant is not None:
        error = copy.copy(error)
        error.field = meant  # type: ignore[attr-defined]
    return sentence_for(error)


def field_of(error: Exception) -> str:
    """The field of a form that an error is about, "" for none."""
    if isinstance(error, NotPossibleNow):
        return next((name for why, name in _FIELD_OF_HINDRANCE.items() if why.value == error.why), "")
    for kind, name in _FIELD_OF_ERROR:
        if isinstance(error, kind):
            return name
    return str(getattr(error, "field", ""))
