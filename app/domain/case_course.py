"""Where a case stands, worked out from its steps: the same on every counter that knows the same steps.

Steps may come from counters that knew nothing of each other. A step that no longer fits what happened before it stays
in the record and changes nothing: what was closed is not closed again. A step that was undone is as if it had not been
taken, and one that was corrected counts for the day it was really done on. Only what follows from the steps themselves
decides here, never the calendar: a holiday that is added later makes no step unfit. What else a step has to fulfil on
the day it is taken is in `app.domain.case_rules`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.domain.case_errors import BadPeriod
from app.domain.case_fitting import ABOUT_STEPS, detail_hindrance, stage_hindrance
from app.domain.case_standing import CaseCourse, FieldSurvey, Objection, RunningTransfer, Supplement, Taken
from app.domain.case_steps import CaseStep, CaseStepKind
from app.domain.cases import Case, CaseResult, CaseStatus
from app.domain.clocks import SEOUL
from app.domain.deadlines import WorkingTime
from app.domain.due import Pause, PauseWhy, Period
from app.domain.guidance import TRANSFER_PERIODS, TransferKind

SURVEY_DAYS = Period.parse("14d")
SURVEY_PROLONGED_DAYS = Period.parse("21d")
"""How long a field survey takes at most (영 17조), and once prolonged by seven days."""

_ENDINGS = {
    CaseStepKind.PASSED_ON: CaseResult.PASSED_ON,
    CaseStepKind.RETURNED: CaseResult.RETURNED,
    CaseStepKind.WITHDRAWN: CaseResult.WITHDRAWN,
    CaseStepKind.REPEAT_CLOSED: CaseResult.REPEATED,
}


def in_order(steps: Iterable[CaseStep]) -> tuple[CaseStep, ...]:
    """Steps as every counter counts them: by their place, those that have none yet after all others."""
    return tuple(sorted(steps, key=lambda s: (s.place is None, s.place or 0, s.at, s.id)))


def course_of(case: Case, steps: Iterable[CaseStep], working: WorkingTime, timezone: str = SEOUL) -> CaseCourse:
    """Where `case` stands after all of its `steps`, in whatever order they are given."""
    ordered = in_order(steps)
    if not ordered:
        return CaseCourse(CaseStatus.RECEIVED, case.department_code)
    zone = ZoneInfo(timezone)
    undone, corrections, unfit = _about_steps(ordered)
    corrected = dict(corrections.values())
    course = CaseCourse(CaseStatus.RECEIVED, _first_department(case, ordered))
    for step in ordered:
        if step.id in undone or step.kind in ABOUT_STEPS:
            continue
        try:
            taken = Taken.of(step, corrected.get(step.id, step.on), zone)
            fits = stage_hindrance(case, course, taken.kind, taken.on) is None
            if fits and detail_hindrance(case, course, taken) is None:
                course = _after(course, taken, working)
                continue
        except (ValueError, TypeError, BadPeriod):  # from a counter whose program knows more
            pass
        unfit.add(step.id)
    if not undone and not unfit and not corrections:
        return course
    unfit.update(correction for correction, (of, _) in corrections.items() if of in unfit)
    corrected = {of: on for of, on in corrected.items() if of not in unfit}
    return replace(course, undone=frozenset(undone), unfit=frozenset(unfit), corrected=corrected)


def _about_steps(ordered: tuple[CaseStep, ...]) -> tuple[set[str], dict[str, tuple[str, date]], set[str]]:
    """Steps that were undone; corrections, of which step and to which day; and those of both that fit nothing."""
    before: dict[str, CaseStep] = {}
    undone: set[str] = set()
    corrections: dict[str, tuple[str, date]] = {}
    unfit: set[str] = set()
    for step in ordered:
        target = before.get(step.of or "")
        before[step.id] = step
        if step.kind is CaseStepKind.UNDONE:
            if target is None or target.kind is CaseStepKind.UNDONE or target.id in undone:
                unfit.add(step.id)
            else:
                undone.add(target.id)
        elif step.kind is CaseStepKind.CORRECTED:
            if target is None or target.kind in ABOUT_STEPS or target.id in undone:
                unfit.add(step.id)
            else:
                corrections[step.id] = (target.id, step.on)
    return undone, {step: told for step, told in corrections.items() if step not in undone}, unfit


def _first_department(case: Case, ordered: tuple[CaseStep, ...]) -> str:
    """Where it was before it was transferred for the first time: the case itself names where it is now."""
    for step in ordered:
        if step.kind is CaseStepKind.TRANSFERRED and "from_department" in step.detail:
            return str(step.detail["from_department"])
    return case.department_code


def _after(course: CaseCourse, taken: Taken, working: WorkingTime) -> CaseCourse:
    """Where the case stands after a step that fits."""
    on = taken.on
    match taken.kind:
        case CaseStepKind.TAKEN_OVER:
            changed = replace(course, owner=taken.by, transfer=None)
            return replace(changed, status=_status(changed))
        case CaseStepKind.TRANSFERRED:
            running = _transfer(taken, working)
            moved = replace(course, department_code=taken.department_code, owner="", transfer=running)
            return replace(moved, status=_status(moved))
        case CaseStepKind.SUPPLEMENT_ASKED:
            assert taken.until is not None
            # The clock has stood since the first request, if what it asked for never came.
            since = course.supplement.asked_on if course.supplement is not None else on
            asked = Supplement(since, taken.until, second=course.supplements > 0)
            return _paused(course, supplements=course.supplements + 1, supplement=asked)
        case CaseStepKind.SUPPLEMENT_PROLONGED:
            assert taken.until is not None
            assert course.supplement is not None
            longer = replace(course.supplement, until=taken.until, prolonged=course.supplement.prolonged + 1)
            return _paused(course, supplement=longer)
        case CaseStepKind.SUPPLEMENT_ARRIVED:
            assert course.supplement is not None
            # A day corrected to one before it was asked for takes nothing back: it was waited for on that day at least.
            last = max(on, course.supplement.asked_on)
            return _resumed(course, Pause(course.supplement.asked_on, last, PauseWhy.SUPPLEMENT))
        case CaseStepKind.SURVEY_BEGUN:
            return _paused(course, survey=_survey(course, taken), surveyed=True)
        case CaseStepKind.SURVEY_ENDED:
            assert course.survey is not None
            last = max(min(on, course.survey.until), course.survey.begun_on)
            return _resumed(course, Pause(course.survey.begun_on, last, PauseWhy.SURVEY))
        case CaseStepKind.EXTENDED:
            period = Period.parse(taken.period)
            if course.objection is not None:
                return replace(course, objection=replace(course.objection, extensions=(period,)))
            return replace(course, extensions=(*course.extensions, period))
        case CaseStepKind.PROGRESS_TOLD:
            return replace(course, progress_told=(*course.progress_told, on))
        case CaseStepKind.REMINDED:
            return replace(course, reminded=(*course.reminded, on))
    return _after_end(course, taken)


def _after_end(course: CaseCourse, taken: Taken) -> CaseCourse:
    """Where the case stands after a step that tells the citizen the result, ends the case, or begins it anew."""
    on = taken.on
    match taken.kind:
        case CaseStepKind.ANSWERED:
            owner = course.owner or taken.by
            told = replace(course, owner=owner, transfer=None, answered_on=on, result=taken.result)
            return replace(told, status=CaseStatus.ANSWERED)
        case CaseStepKind.CLOSED:
            result = course.result or taken.result or CaseResult.DONE
            return _ended(replace(course, answered_on=course.answered_on or on), taken, result)
        case CaseStepKind.PASSED_ON | CaseStepKind.RETURNED | CaseStepKind.WITHDRAWN | CaseStepKind.REPEAT_CLOSED:
            return _ended(course, taken, _ENDINGS[taken.kind])
        case CaseStepKind.OBJECTED:
            again = replace(course, objection=Objection(on), answered_on=None, ended_on=None, ended_by="", result=None)
            return replace(again, status=_status(again))
    return course


def _ended(course: CaseCourse, taken: Taken, result: CaseResult) -> CaseCourse:
    """A pause that lasted ends with the case."""
    pauses = course.pauses + running_pauses(course, taken.on)
    ended = replace(course, pauses=pauses, supplement=None, survey=None, transfer=None)
    owner = course.owner or taken.by
    return replace(ended, status=CaseStatus.CLOSED, ended_on=taken.on, ended_by=taken.by, result=result, owner=owner)


def running_pauses(course: CaseCourse, until: date | None = None) -> tuple[Pause, ...]:
    """The pause that lasts still: up to `until`, or as long as it is to last; a survey never longer than it may."""
    if course.supplement is not None:
        first, last = course.supplement.asked_on, until or course.supplement.until
        return (Pause(first, max(first, last), PauseWhy.SUPPLEMENT),)
    if course.survey is not None:
        first, last = course.survey.begun_on, course.survey.until
        return (Pause(first, max(first, min(until or last, last)), PauseWhy.SURVEY),)
    return ()


def _paused(course: CaseCourse, **changes: Any) -> CaseCourse:
    changed = replace(course, **changes)
    return replace(changed, status=_status(changed))


def _resumed(course: CaseCourse, pause: Pause) -> CaseCourse:
    changed = replace(course, pauses=(*course.pauses, pause), supplement=None, survey=None)
    return replace(changed, status=_status(changed))


def _status(course: CaseCourse) -> CaseStatus:
    if course.supplement is not None:
        return CaseStatus.SUPPLEMENT
    if course.survey is not None:
        return CaseStatus.SURVEY
    if course.answered_on is not None:
        return CaseStatus.ANSWERED
    if course.transfer is not None:
        return CaseStatus.TRANSFERRED
    return CaseStatus.HANDLING if course.owner or course.objection else CaseStatus.RECEIVED


def _transfer(taken: Taken, working: WorkingTime) -> RunningTransfer:
    """The clock runs from the moment of the step; of another day than it was recorded on, from that day's opening."""
    kind = taken.transfer if taken.transfer is TransferKind.TO_HANDLING else TransferKind.INSIDE
    begins = taken.at
    if taken.on != begins.date():
        begins = datetime.combine(taken.on, time(), begins.tzinfo)
    return RunningTransfer(kind, taken.department_code, begins, working.after(begins, TRANSFER_PERIODS[kind]).due)


def _survey(course: CaseCourse, taken: Taken) -> FieldSurvey:
    begun_on = course.survey.begun_on if course.survey is not None else taken.on
    longest = SURVEY_DAYS if course.survey is None else SURVEY_PROLONGED_DAYS
    limit = survey_limit(begun_on, longest)
    until = limit if taken.until is None else min(limit, taken.until)
    return FieldSurvey(begun_on, max(until, begun_on), prolonged=course.survey is not None)


def survey_limit(begun_on: date, longest: Period) -> date:
    """The last day of a field survey that takes as long as it may: its first day is one of them (영 17조)."""
    return begun_on + timedelta(days=longest.count - 1)
