"""What a case says of itself: put right by somebody, or following from what was done."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date
from typing import Any

from app.db.case_sealing import seal_seconds
from app.db.cases import flags_text
from app.domain.case_errors import NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.case_standing import CaseCourse
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseFlag, NewCase
from app.domain.due import set_by_service
from app.domain.errors import RecordChanged
from app.services.case_opening import checked, goes_to_auditor, personal_of
from app.services.case_reading import CaseReader
from app.services.case_reckoning import reckon_case
from app.services.visit_steps import AtCounter


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
        others = here.work.cases.of_matter(case.matter_id)
        before = [each for each in others if (each.received_at, each.id) < (case.received_at, case.id)]
        if goes_to_auditor(right.kind, before) is not case.to_auditor:
            values["to_auditor"] = not case.to_auditor
    if values:
        change_case(here, case, values)
        here.trail.act("edit_case", "case_file", case.id, {"changed": sorted(values)})
        seal_seconds(here.work, [case.matter_id], here.now.at)
        case = here.work.cases.get(case.id)
        # Of another kind a step may count that did not, or not any more: it may have ended, or go on.
        case = follow(here, case, reader.standing(case).course)
        reckon_case(here.work, reader.calendar, case)
    return case


def follow(here: AtCounter, case: Case, course: CaseCourse) -> Case:
    """Tell of the case itself what follows from its steps: that it ended or goes on, and where it is now."""
    values: dict[str, Any] = {}
    if here.work.cases.ended_on(case.id) != course.ended_on:
        values["ended_on"] = course.ended_on
    if case.department_code != course.department_code:
        values["department_code"] = course.department_code
    if not values:
        return case
    change_case(here, case, values)
    return here.work.cases.get(case.id)


def change_case(here: AtCounter, case: Case, values: dict[str, Any]) -> None:
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
    """The case as it was typed, but for what other records it names, which need not be here any more, and for when it
    was received: the clock of another counter may be ahead."""
    left_out = ("received", "matter_id", "visit_id", "card_id")
    names = [each.name for each in fields(NewCase) if each.name not in left_out]
    return NewCase(**{name: getattr(case, name) for name in names})
