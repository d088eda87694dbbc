"""Looking at the name of whoever a case is from: lists and screens cover it until somebody says why."""

from __future__ import annotations

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.case_names import NameReason
from app.services.calendar import CalendarService
from app.services.case_reading import CaseReader
from app.services.clock import Clock
from app.services.visit_steps import AtCounter


class CaseNameService:
    def __init__(self, database: Database, clock: Clock, calendar: CalendarService) -> None:
        self._database = database
        self._clock = clock
        self._calendar = calendar

    def see(self, actor: Actor, case_id: str, reason: NameReason) -> None:
        """Log that `actor` looks at the name, phone and address of a case, and why.

        Errors: `NotAllowed`, `UnknownCase`; the name is not to be shown then.
        """
        actor.require(Action.SEE_CASES)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            reader = CaseReader.begin(work, actor, self._clock, self._calendar)
            case = reader.case(case_id)
            reader.must_be_open_to(case)
            here.trail.act("see_case_name", "case_file", case.id, {"why": reason.value})
