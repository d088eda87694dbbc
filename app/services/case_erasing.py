"""Erasing what is personal in cases: on a supervisor's word, and when their time has passed. What is counted stays."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from app.db.unit_of_work import UnitOfWork
from app.domain.case_errors import NotPossibleNow
from app.domain.case_hindrances import Hindrance
from app.domain.cases import Case
from app.domain.written_text import check_impersonal
from app.services.visit_steps import AtCounter

REASON_LIMIT = 200
_OTHERS_FIRST = timedelta(days=7)
"""Another home's cases are erased by that home; here only when it has not been heard for so long after their time."""
_AT_ONCE = 500


def erase_case(here: AtCounter, case: Case, reason: str) -> None:
    """Erase texts, names, numbers and addresses of a case, its steps' texts, and names and keys of its attachments.

    Errors: `BadValue` (`reason`) without one, those of `check_impersonal`; `NotPossibleNow` for a case that is still
    open, or erased already.
    """
    why = check_impersonal("reason", reason, REASON_LIMIT, needed=True)
    if case.erased:
        raise NotPossibleNow("erase", Hindrance.ERASED.value)
    if here.work.cases.ended_on(case.id) is None:
        raise NotPossibleNow("erase", Hindrance.STILL_OPEN.value)
    _erase(here, case.id)
    here.trail.act("erase_case", "case_file", case.id, {"reason": why})


def left_of_cases(work: UnitOfWork) -> tuple[str, ...]:
    """Cases to be given to `finish_erasing`, some hundred at the most."""
    return work.erasures.left_readable(_AT_ONCE)


def has_old_cases(work: UnitOfWork, before: date) -> bool:
    """Whether there is something to erase."""
    return bool(work.cases.ended_before(before, before - _OTHERS_FIRST, 1))


def forget_old_cases(here: AtCounter, before: date) -> int:
    """Erase the cases that ended before `before`, a few hundred at a time; how many."""
    old = here.work.cases.ended_before(before, before - _OTHERS_FIRST, _AT_ONCE)
    for case_id in old:
        _erase(here, case_id)
        here.trail.act("erase_case", "case_file", case_id, {"reason": "case_days"})
    return len(old)


def finish_erasing(here: AtCounter, case_ids: Iterable[str]) -> int:
    """Erase what is left of cases that were erased before, see `ErasureRepository.left_readable`; how many."""
    left = list(case_ids)
    for case_id in left:
        _erase(here, case_id)
        here.trail.act("erase_case", "case_file", case_id, {"reason": "left_readable"})
    return len(left)


def _erase(here: AtCounter, case_id: str) -> None:
    for entity, ids in here.work.cases.parts(case_id):
        here.work.erasures.erase(entity, ids)
        for row_id in ids:
            here.trail.operation(entity, row_id, "erase", {}, about=case_id)
