"""Putting right what was recorded wrongly, with a trail: the record of before stays readable in the steps."""

from __future__ import annotations

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import BadValue
from app.domain.visits import WORD_LIMIT, StepKind, VisitRecord, check_services, check_words
from app.services.clock import Clock
from app.services.visit_steps import AtCounter


class CorrectionService:
    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def correct_services(
        self, actor: Actor, visit_id: str, service_codes: tuple[str, ...], word: str = ""
    ) -> VisitRecord:
        """Give a visit the services it was really about, today's or an earlier day's; `word` may say why.

        The slip's QR code stays valid and keeps the department that is printed on it: the token is not touched. A
        service of the visit that has been retired meanwhile may stay. Giving it the services it has changes nothing.

        Errors: `NotAllowed`, `UnknownVisit`, `VisitIsUndone`, `UnknownService`, `BadValue` for no service at all,
        `TooManyServices`, `ServiceTwice`, those of `check_words`.
        """
        actor.require(Action.REGISTER_VISIT)
        if not service_codes:
            raise BadValue("service", "")
        check_services(service_codes)
        why = check_words("word", word, WORD_LIMIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            visit = here.visit(visit_id)
            before = visit.service_codes
            if before == service_codes:
                return visit
            services = [work.offices.service(code, retired=code in before) for code in service_codes]
            work.visits.set_services(visit_id, [(s.code, s.department_code) for s in services])
            here.trail.operation(
                "visit",
                visit_id,
                "edit",
                {
                    "service_code": services[0].code,
                    "department_code": services[0].department_code,
                    "further_services": [[s.code, s.department_code] for s in services[1:]],
                },
            )
            here.take(visit_id, StepKind.CORRECTED, services=(" ".join(before), " ".join(service_codes)), word=why)
            here.trail.act(
                "correct_services", "visit", visit_id, {"before": list(before), "after": list(service_codes)}
            )
            return work.visits.get(visit_id)
