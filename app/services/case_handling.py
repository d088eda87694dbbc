"""What is done with a case: steps are added, what was received is put right, and matters are linked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields, replace
from datetime import date
from typing import Any

from app.db.cases import flags_text
from app.db.outbox_log import new_id
from app.domain.actors import Action
from app.domain.case_course import SURVEY_DAYS, SURVEY_PROLONGED_DAYS, course_of, survey_limit
from app.domain.case_errors import CaseAlreadyEnded, NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.case_rules import SECOND_SUPPLEMENT, Standing, check_step
from app.domain.case_standing import CaseCourse
from app.domain.case_steps import STEP_TEXT_LIMIT, CaseStep, CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseFlag, NewCase
from app.domain.due import Period, civil_due, set_by_service
from app.domain.errors import RecordChanged
from app.domain.written_text import check_written
from app.services.case_opening import checked, goes_to_auditor, personal_of
from app.services.case_reading import CaseReader
from app.services.case_reckoning import reckon_case
from app.services.visit_steps import AtCounter

_SAYS_UNTIL = (CaseStepKind.SUPPLEMENT_ASKED, CaseStepKind.SUPPLEMENT_PROLONGED, CaseStepKind.SURVEY_BEGUN)


def take_step(here: AtCounter, reader: CaseReader, case_id: str, new: NewStep, seen: int | None) -> Case:
    """Add a step to a case; `seen` is how many steps whoever takes it had before them. The case as it is afterwards.

    Errors: `UnknownCase`, `NotAllowed`, `CaseAlreadyEnded`, `RecordChanged`, `UnknownDepartment`,
    `ResidentNumberInText`, those of `check_plain_text` and of `check_step`. Nothing is written then.
    """
    case = reader.case(case_id)
    reader.must_be_open_to(case)
    if new.kind is CaseStepKind.REMINDED:
        here.actor.require(Action.SEE_WORKLOAD)
    tidied = _tidied(here, new)
    standing = reader.standing(case)
    _must_be_seen(reader, standing, seen)
    if case.erased:
        raise NotPossibleNow(new.kind.value, Hindrance.ERASED.value)
    meant = _completed(standing, tidied)
    try:
        on = check_step(standing, meant, here.actor.login)
    except CaseAlreadyEnded as ended:
        raise CaseAlreadyEnded(ended.number, _name(reader, ended.by), ended.on) from None
    step = CaseStep(
        id=new_id(),
        case_id=case.id,
        kind=meant.kind,
        at=here.now.at,
        on=on,
        by=here.actor.login,
        counter_code=here.counter_code,
        text=meant.text,
        remedy=meant.remedy,
        of=meant.of,
        detail=_detail(standing, meant),
    )
    here.work.cases.add_step(step)
    said: dict[str, object] = {
        "case_id": step.case_id,
        "kind": step.kind.value,
        "at": step.at.isoformat(),
        "on_day": step.on.isoformat(),
        "by": step.by,
        "counter_code": step.counter_code,
        "of_step": step.of,
        "detail": dict(step.detail),
    }
    personal = {"text": step.text, "remedy": step.remedy}
    here.trail.operation("case_step", step.id, "create", said, personal=personal, about=case.id)
    here.trail.act("step_case", "case_file", case.id, {"step": step.kind.value})
    after = course_of(case, (*standing.steps, step), standing.working, standing.timezone)
    changed = _follow(here, case, after)
    reckon_case(here.work, reader.calendar, changed)
    return changed


def edit_case(here: AtCounter, reader: CaseReader, case_id: str, change: CaseChange, seen: int | None) -> Case:
    """Put right what was received; `seen` is the version of the case that is meant.

    Errors: `UnknownCase`, `NotAllowed`, `RecordChanged`, `NotPossibleNow`, those of `checked`.
    """
    case = reader.case(case_id)
    reader.must_be_open_to(case)
    if seen is not None and seen != case.version:
        raise RecordChanged(case.number)
    if case.erased:
        raise NotPossibleNow("edit", Hindrance.ERASED.value)
    given = {each.name: getattr(change, each.name) for each in fields(CaseChange)}
    given = {name: value for name, value in given.items() if value is not None}
    other = change.kind if change.kind is not case.kind else None
    if other is not None and change.period is None and not set_by_service(other):
        given["period"] = ""  # what was agreed for another kind is not what the act says of this one
    right = checked(here.work, replace(_as_new(case), **given), here.now)
    values: dict[str, Any] = {
        name: getattr(right, name) for name in given if getattr(right, name) != getattr(case, name)
    }
    if "kind" in values and right.kind is not case.kind:
        others = [each for each in here.work.cases.of_matter(case.matter_id) if each.id != case.id]
        if goes_to_auditor(right.kind, _before(others, case)) is not case.to_auditor:
            values["to_auditor"] = not case.to_auditor
    if values:
        _change(here, case, values)
        here.trail.act("edit_case", "case_file", case.id, {"changed": sorted(values)})
        _seal(here, case.matter_id)
        case = here.work.cases.get(case.id)
        # Of another kind a step may count that did not, or not any more: it may have ended, or go on.
        case = _follow(here, case, reader.standing(case).course)
        reckon_case(here.work, reader.calendar, case)
    return case


def link_case(here: AtCounter, reader: CaseReader, case_id: str, earlier_id: str) -> Case:
    """Say that a case is on the same matter as an earlier one; those already linked with it come along.

    A grievance after another one on the matter becomes the audit officer's. Errors: `UnknownCase`, `NotAllowed`,
    also where one of those is the audit officer's; `NotPossibleNow` where `earlier_id` is the case itself.
    """
    case, earlier = reader.case(case_id), reader.work.cases.get(earlier_id)
    reader.must_be_open_to(case)
    if case.id == earlier.id:
        raise NotPossibleNow("link", Hindrance.SAME_CASE.value)
    if case.matter_id == earlier.matter_id:
        return case
    joining = here.work.cases.of_matter(case.matter_id)
    for each in joining:
        reader.must_be_open_to(each)
    for each in joining:
        _change(here, each, {"matter_id": earlier.matter_id})
    _seal(here, earlier.matter_id)
    here.trail.act("link_case", "case_file", case.id, {"earlier": earlier.number})
    return here.work.cases.get(case.id)


def _seal(here: AtCounter, matter_id: str) -> None:
    """Give every grievance that came after another one on the matter to the audit officer, whichever was linked."""
    cases = here.work.cases.of_matter(matter_id)
    for each in cases:
        if not each.to_auditor and goes_to_auditor(each.kind, _before(cases, each)):
            _change(here, each, {"to_auditor": True})


def _before(cases: Iterable[Case], case: Case) -> list[Case]:
    return [each for each in cases if (each.received_at, each.id) < (case.received_at, case.id)]


def _tidied(here: AtCounter, new: NewStep) -> NewStep:
    """Errors: `ResidentNumberInText`, those of `check_plain_text`, `UnknownDepartment`."""
    text = check_written("text", new.text, STEP_TEXT_LIMIT)
    remedy = check_written("remedy", new.remedy, STEP_TEXT_LIMIT)
    if new.kind is CaseStepKind.TRANSFERRED and new.department_code:
        here.work.lists.department(new.department_code)
    period = str(Period.parse(new.period)) if new.kind is CaseStepKind.EXTENDED else ""
    return replace(new, text=text, remedy=remedy, period=period)


def _must_be_seen(reader: CaseReader, standing: Standing, seen: int | None) -> None:
    """Errors: `CaseAlreadyEnded`, `RecordChanged` where somebody else has taken a step meanwhile."""
    if seen is None or seen == len(standing.steps):
        return
    course = standing.course
    if course.ended_on is not None:
        raise CaseAlreadyEnded(standing.case.number, _name(reader, course.ended_by), course.ended_on)
    raise RecordChanged(standing.case.number)


def _name(reader: CaseReader, login: str) -> str:
    return next((entry.name for entry in reader.work.people.entries() if entry.login == login), login)


def _completed(standing: Standing, new: NewStep) -> NewStep:
    """Until when, where the act itself says so and nobody said less."""
    if new.until is not None:
        return new
    on = new.on or standing.now.date()
    if new.kind is CaseStepKind.SUPPLEMENT_ASKED and standing.course.supplements:
        return replace(new, until=civil_due(standing.working, SECOND_SUPPLEMENT, on).day)
    if new.kind is CaseStepKind.SURVEY_BEGUN:
        survey = standing.course.survey
        begun, longest = (on, SURVEY_DAYS) if survey is None else (survey.begun_on, SURVEY_PROLONGED_DAYS)
        return replace(new, until=survey_limit(begun, longest))
    return new


def _detail(standing: Standing, new: NewStep) -> dict[str, object]:
    """What belongs to the kind of the step; nothing personal."""
    detail: dict[str, object] = {}
    if new.kind in _SAYS_UNTIL and new.until is not None:
        detail["until"] = new.until.isoformat()
    if new.kind is CaseStepKind.EXTENDED:
        detail |= {"period": new.period, "consent": new.consent}
    if new.kind is CaseStepKind.TRANSFERRED:
        detail |= {"department_code": new.department_code, "transfer": new.transfer.value}
        detail["from_department"] = standing.course.department_code
    if new.result is not None and new.kind in (CaseStepKind.ANSWERED, CaseStepKind.CLOSED):
        detail["result"] = new.result.value
    return detail


def _follow(here: AtCounter, case: Case, course: CaseCourse) -> Case:
    """Tell of the case itself what follows from its steps: that it ended or goes on, and where it is now."""
    values: dict[str, Any] = {}
    if here.work.cases.ended_on(case.id) != course.ended_on:
        values["ended_on"] = course.ended_on
    if case.department_code != course.department_code:
        values["department_code"] = course.department_code
    if not values:
        return case
    _change(here, case, values)
    return here.work.cases.get(case.id)


def _change(here: AtCounter, case: Case, values: dict[str, Any]) -> None:
    """Change columns of a case, and tell the other counters."""
    columns = {name: _column(value) for name, value in values.items()}
    here.work.cases.change(case.id, case.version, columns)
    personal = {name: value for name, value in columns.items() if name in personal_of(case)}
    plain = {n: v.isoformat() if isinstance(v, date) else v for n, v in columns.items() if n not in personal}
    here.trail.operation("case_file", case.id, "edit", plain, personal=personal, about=case.id)


def _column(value: Any) -> Any:
    if isinstance(value, frozenset):
        return flags_text(flag for flag in value if isinstance(flag, CaseFlag))
    return getattr(value, "value", value)


def _as_new(case: Case) -> NewCase:
    """The case as it was typed, but for what other records it names: those need not be here any more."""
    named = ("received", "matter_id", "visit_id", "card_id")
    names = [each.name for each in fields(NewCase) if each.name not in named]
    return NewCase(**{name: getattr(case, name) for name in names}, received=case.received_at)
