"""Steps of visits, taken by a person at a counter: what every use case that moves a visit shares."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from app.db.outbox_log import new_id
from app.db.unit_of_work import UnitOfWork
from app.db.visits import NewStep, ServedVisit
from app.domain.actors import Actor
from app.domain.clocks import OfficeNow
from app.domain.errors import VisitElsewhere, VisitIsUndone
from app.domain.visits import StepKind, VisitRecord, VisitStatus
from app.services.clock import Clock
from app.services.trail import Trail


@dataclass(frozen=True, slots=True)
class AtCounter:
    """Where, when and by whom steps are taken, inside one transaction."""

    work: UnitOfWork
    actor: Actor
    counter_code: str
    now: OfficeNow
    trail: Trail

    @classmethod
    def begin(cls, work: UnitOfWork, actor: Actor, clock: Clock) -> AtCounter:
        """Errors: `AccountWithdrawn`, `PasswordMustChange`."""
        work.people.require_active(actor)
        now = work.now(clock())
        counter = work.offices.here().code
        return cls(work, actor, counter, now, Trail(work, actor, counter, now.at))

    def at(self, moment: datetime) -> AtCounter:
        """The same at another `moment` (UTC) of the same day."""
        return replace(self, now=replace(self.now, at=moment))

    def visit(self, visit_id: str) -> VisitRecord:
        """Errors: `UnknownVisit`, `VisitIsUndone`."""
        visit = self.work.visits.get(visit_id)
        if visit.status is VisitStatus.UNDONE:
            raise VisitIsUndone(visit.number)
        return visit

    def take(
        self,
        visit_id: str,
        kind: StepKind,
        *,
        automatic: bool = False,
        because_of: str | None = None,
        measurable: bool = True,
        to_counter: str | None = None,
        services: tuple[str, str] = ("", ""),
        word: str = "",
    ) -> None:
        """Add a step. `services` are the codes before and after a correction; `word` says why."""
        step = NewStep(
            id=new_id(),
            visit_id=visit_id,
            kind=kind,
            at=self.now.at,
            by=self.actor.login,
            counter_code=self.counter_code,
            automatic=automatic,
            because_of=because_of,
            trusted=self.now.trusted and measurable,
            pc_clock=self.now.pc_clock,
            to_counter=to_counter,
            services_before=services[0],
            services_after=services[1],
        )
        self.work.visits.add_step(step)
        if word:
            self.work.visits.add_word(step.id, visit_id, word)
        fields: dict[str, object] = {
            "visit_id": visit_id,
            "kind": kind.value,
            "at": step.at.isoformat(),
            "by": step.by,
            "counter_code": step.counter_code,
            "automatic": automatic,
            "because_of": because_of,
            "trusted": step.trusted,
            "pc_clock": step.pc_clock.isoformat(),
        }
        if to_counter is not None:
            fields["to_counter"] = to_counter
        if kind is StepKind.CORRECTED:
            fields |= {"services_before": services[0], "services_after": services[1]}
        self.trail.operation("visit_step", step.id, "create", fields, personal={"word": word} if word else None)

    def must_be_here(self, visit: VisitRecord) -> None:
        """Errors: `VisitElsewhere` when the visit is another counter's. A retired counter has no visits."""
        if visit.now_at not in (None, self.counter_code):
            names = {counter.code: counter.name for counter in self.work.offices.counters()}
            if visit.now_at in names:
                raise VisitElsewhere(visit.number, names[visit.now_at])

    def served_before(self) -> tuple[ServedVisit, ...]:
        """Whoever is served here and is finished when the next one begins; nobody, if the office set it so."""
        finishes = self.work.offices.settings().finish_on_next
        return self.work.visits.serving_at(self.counter_code) if finishes else ()

    def finish(self, served: Iterable[ServedVisit], because_of: str) -> None:
        """Finish `served`, because the visit `because_of` is served next."""
        for before in served:
            if before.day == self.now.day:
                self.work.visits.set_status(before.id, VisitStatus.DONE)
                self.take(before.id, StepKind.FINISHED, automatic=True, because_of=because_of)
            else:
                # A visit left open overnight did not take all night: its end was not recorded.
                self.work.visits.set_status(before.id, VisitStatus.UNRECORDED)
                self.take(before.id, StepKind.CLOSED, automatic=True, because_of=because_of, measurable=False)
