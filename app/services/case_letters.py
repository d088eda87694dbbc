"""What the letters of a case say: of which step, to whom, and by which articles."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from app.domain.actors import Action
from app.domain.administration import DepartmentEntry
from app.domain.case_errors import NotPossibleNow, UnknownStep
from app.domain.case_hindrances import Hindrance
from app.domain.case_rules import ARTICLES, Standing, is_legal, objection_until, steps_before, with_steps
from app.domain.case_steps import CaseStep, CaseStepKind
from app.domain.cases import KIND_RULES, Case, CaseResult
from app.domain.due import Due
from app.domain.errors import AppError, UnknownDepartment
from app.domain.letters import LetterContent, LetterKind
from app.services.case_reading import CaseReader
from app.services.visit_steps import AtCounter

_ABOUT: dict[LetterKind, tuple[CaseStepKind, ...]] = {
    LetterKind.RECEIPT: (),
    LetterKind.SUPPLEMENT: (CaseStepKind.SUPPLEMENT_ASKED, CaseStepKind.SUPPLEMENT_PROLONGED),
    LetterKind.EXTENSION: (CaseStepKind.EXTENDED,),
    LetterKind.TRANSFER: (CaseStepKind.TRANSFERRED, CaseStepKind.PASSED_ON),
    LetterKind.PROGRESS: (CaseStepKind.PROGRESS_TOLD,),
    LetterKind.RESULT: (
        *(CaseStepKind.ANSWERED, CaseStepKind.RETURNED, CaseStepKind.REPEAT_CLOSED),
        *(CaseStepKind.WITHDRAWN, CaseStepKind.CLOSED),
    ),
    LetterKind.REMINDER: (CaseStepKind.REMINDED,),
}
"""Which steps a letter may be about; the newest of the first kind that there is."""


def letter_content(
    here: AtCounter, reader: CaseReader, case_id: str, kind: LetterKind, step_id: str | None
) -> LetterContent:
    """Errors: `UnknownCase`, `NotAllowed`, `UnknownStep`, `NotPossibleNow` where it has no such step, or was erased."""
    case = reader.case(case_id)
    shown = _shown(here, reader, case, kind)
    if case.erased:
        raise NotPossibleNow("letter", Hindrance.ERASED.value)
    standing = reader.standing(case)
    step = _step(standing, kind, step_id)
    content = _letter(here, reader, standing, kind, step)
    here.trail.act("print_letter", "case_file", case.id, {"letter": kind.value})
    return replace(content, case=shown)


def _shown(here: AtCounter, reader: CaseReader, case: Case, kind: LetterKind) -> Case:
    """The case as it stands on the letter. Whoever has received one that is the audit officer's now may still print
    its receipt, on which its text does not stand. Errors: `NotAllowed`."""
    if not reader.is_sealed(case):
        return case
    if kind is LetterKind.RECEIPT and case.received_by == here.actor.login and here.actor.may(Action.LOG_CASE):
        return replace(case, text="")
    reader.must_be_open_to(case)
    return case


def _step(standing: Standing, kind: LetterKind, step_id: str | None) -> CaseStep | None:
    """Errors: `UnknownStep`, `NotPossibleNow`."""
    if not _ABOUT[kind]:
        return None
    course = standing.course
    counting = [s for s in standing.steps if s.id not in course.unfit and s.id not in course.undone]
    if step_id is not None:
        found = next((step for step in standing.steps if step.id == step_id), None)
        if found is None:
            raise UnknownStep(step_id)
        if found not in counting or found.kind not in _ABOUT[kind]:
            raise NotPossibleNow("letter", Hindrance.NO_SUCH_STEP.value)
        return found
    if kind is LetterKind.RESULT:
        ways = [[s for s in counting if s.kind is about] for about in _ABOUT[kind]]
        chosen = next((steps for steps in ways if steps), [])
    else:
        chosen = [s for s in counting if s.kind in _ABOUT[kind]]
    if not chosen:
        raise NotPossibleNow("letter", Hindrance.NO_SUCH_STEP.value)
    return chosen[-1]


def _letter(
    here: AtCounter, reader: CaseReader, standing: Standing, kind: LetterKind, step: CaseStep | None
) -> LetterContent:
    case, course = standing.case, standing.course
    department = _department(reader, course.department_code)
    names = {entry.login: entry.name for entry in reader.work.people.entries()}
    clerk = step.by if step is not None else case.received_by
    due = _due(standing)
    content = LetterContent(
        kind=kind,
        office=reader.work.offices.settings().name,
        case=case,
        department=department.name if department else "",
        location=department.location if department else "",
        phone=department.phone if department else "",
        receiver=case.name,
        clerk=names.get(clerk, clerk),
        printed_at=here.now.at.astimezone(ZoneInfo(reader.timezone)),
        printed_by=here.actor.name,
        due_day=due.day if due else None,
        due_clock=due.clock if due else "",
        articles=_articles(case, kind, step, due),
    )
    return content if step is None else _about_step(reader, standing, content, step)


def _about_step(reader: CaseReader, standing: Standing, content: LetterContent, step: CaseStep) -> LetterContent:
    """The letter with what its step says."""
    course = standing.course
    on = course.corrected.get(step.id, step.on)
    content = replace(content, step_on=on, step_text=step.text)
    match content.kind:
        case LetterKind.SUPPLEMENT:
            return replace(content, until=_until(step))
        case LetterKind.EXTENSION:
            before = _due(with_steps(standing, steps_before(standing.steps, step)))
            return replace(content, due_before=before.day if before else None)
        case LetterKind.TRANSFER if step.kind is CaseStepKind.TRANSFERRED:
            left = _department(reader, str(step.detail.get("from_department", "")))
            to = _department(reader, str(step.detail.get("department_code", "")))
            if left is not None:
                content = replace(content, department=left.name, location=left.location, phone=left.phone)
            return replace(content, to_department=to.name if to else "", to_phone=to.phone if to else "")
        case LetterKind.TRANSFER:
            return replace(content, to_department=step.text.split("\n", 1)[0])
        case LetterKind.RESULT:
            refused = course.result is CaseResult.REFUSED and is_legal(standing.case.kind)
            until = objection_until(standing.working, course.answered_on or on) if refused else None
            return replace(content, result=course.result, remedy=step.remedy, object_until=until)
        case LetterKind.REMINDER:
            return replace(content, receiver=content.department)
    return content


def _articles(case: Case, kind: LetterKind, step: CaseStep | None, due: Due | None) -> tuple[str, ...]:
    found: list[str] = []
    if step is not None:
        found += ARTICLES.get(step.kind, ())
        if kind is LetterKind.RESULT and case.kind in KIND_RULES and is_legal(case.kind):
            found += ARTICLES[CaseStepKind.OBJECTED][:1] if step.remedy else ()
    elif due is not None:
        found += [KIND_RULES[case.kind].article, due.rule.article]
    return tuple(dict.fromkeys(article for article in found if article))


def _until(step: CaseStep) -> date | None:
    try:
        return date.fromisoformat(str(step.detail.get("until")))
    except ValueError:
        return None


def _due(standing: Standing) -> Due | None:
    try:
        return standing.due
    except (AppError, ValueError, OverflowError):
        return None


def _department(reader: CaseReader, code: str) -> DepartmentEntry | None:
    try:
        return reader.work.lists.department(code)
    except UnknownDepartment:
        return None
