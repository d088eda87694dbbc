"""Taking back that a card was made a case, as long as nothing has been done with the case.

Nothing is rewritten: the case keeps its number and its receipt, and ends with a step that says it was made by mistake.
"""

from __future__ import annotations

from app.db.unit_of_work import UnitOfWork
from app.domain.cards import MADE_BY_MISTAKE, CaseHold
from app.domain.case_errors import CardCaseHeld, CardIsCase, UnknownCase
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import Case
from app.services.calendar import CalendarService
from app.services.case_handling import take_step
from app.services.case_reading import CaseReader
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_AS_MADE = 1
"""The version of a case that nobody has changed since it was received."""


def unmake_case(here: AtCounter, clock: Clock, calendar: CalendarService, case_id: str) -> None:
    """End the case `case_id` that a card was made by mistake: withdrawn, which is counted as no answer.

    Errors: `CardIsCase` where the case is not on this PC, `CardCaseHeld` where it cannot be taken back.
    """
    try:
        case = here.work.cases.get(case_id)
    except UnknownCase as error:
        raise CardIsCase(case_id) from error
    why = _hold(here, case)
    if why is not None:
        raise CardCaseHeld(case.number, why.value)
    reader = CaseReader.begin(here.work, here.actor, clock, calendar)
    take_step(here, reader, case.id, NewStep(CaseStepKind.WITHDRAWN, MADE_BY_MISTAKE), seen=0)
    here.trail.act("unmake_case", "case_file", case.id)


def _hold(here: AtCounter, case: Case) -> CaseHold | None:
    """Why the case cannot be taken back; None where it is as it was made."""
    work = here.work
    if case.to_auditor:
        return CaseHold.AUDITOR
    if case.received_by != here.actor.login or case.counter_code != here.counter_code:
        return CaseHold.OTHERS
    if work.cases.steps(case.id):
        return CaseHold.STEP
    if case.version != _AS_MADE or case.erased:
        return CaseHold.EDITED
    if work.case_ties.attached(case.id):
        return CaseHold.ATTACHED
    if _is_linked(work, case):
        return CaseHold.LINKED
    return CaseHold.PRINTED if work.case_ties.printed(case.id, case.received_at) else None


def _is_linked(work: UnitOfWork, case: Case) -> bool:
    return len(work.cases.of_matter(case.matter_id)) > 1 or work.case_ties.linked(case.id)
