"""What is done with a case: steps are added, and the case follows them."""

from __future__ import annotations

from dataclasses import replace

from app.db.outbox_log import new_id
from app.domain.actors import Action
from app.domain.case_course import SURVEY_DAYS, SURVEY_PROLONGED_DAYS, course_of, survey_limit
from app.domain.case_errors import CaseAlreadyEnded, NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.case_rules import SECOND_SUPPLEMENT, Standing, check_step
from app.domain.case_steps import STEP_TEXT_LIMIT, CaseStep, CaseStepKind, NewStep
from app.domain.cases import Case
from app.domain.due import Period, civil_due
from app.domain.errors import RecordChanged
from app.domain.written_text import check_written
from app.services.case_changes import follow
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
    changed = follow(here, case, after)
    reckon_case(here.work, reader.calendar, changed)
    return changed


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
