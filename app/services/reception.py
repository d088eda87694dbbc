"""People who wait: called to a counter, served, handed over to another counter, or gone."""

from __future__ import annotations

from collections.abc import Callable

from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.errors import NobodyWaiting, VisitNotOpen, VisitNotWaiting, WordMissing
from app.domain.visits import WORD_LIMIT, StepKind, VisitRecord, VisitStatus, check_words
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_NOT_STARTED = (VisitStatus.WAITING, VisitStatus.CALLED)


class ReceptionService:
    """Each method is a step of one visit at this counter. Errors of all: `NotAllowed`, `UnknownVisit`,
    `VisitIsUndone`.
    """

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def queue(self, actor: Actor) -> tuple[VisitRecord, ...]:
        """Everybody who waits or has been called, at whatever counter, longest first."""
        actor.require(Action.SEE_VISITS)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.visits.queue()

    def call(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Call somebody who waits, or who had left and is back, to this counter.

        Errors: `VisitNotWaiting`, `VisitElsewhere` for one whom another counter is to call or has called.
        """
        return self._do(actor, visit_id, self._call)

    def call_next(self, actor: Actor) -> VisitRecord:
        """Call whoever has waited longest for this counter or for any. Errors: `NobodyWaiting`."""
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            visit_id = work.visits.next_waiting(here.counter_code)
            if visit_id is None:
                raise NobodyWaiting()
            self._call(here, here.visit(visit_id))
            return work.visits.get(visit_id)

    def start(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Start serving somebody who waits or was called; finish the one before, if the office set it so.

        Errors: `VisitNotWaiting`, `VisitElsewhere`.
        """
        return self._do(actor, visit_id, self._start)

    def hand_over(self, actor: Actor, visit_id: str, to_counter: str, word: str) -> VisitRecord:
        """Hand an open visit to another counter, where it waits again; `word` says why (1..60 characters).

        Errors: `VisitNotOpen`, `VisitElsewhere`, `UnknownCounter`, `WordMissing`, those of `check_words`.
        """
        why = check_words("word", word, WORD_LIMIT)
        if not why:
            raise WordMissing("word")

        def handed(here: AtCounter, visit: VisitRecord) -> None:
            if not visit.is_open:
                raise VisitNotOpen(visit.number)
            target = here.work.offices.counter(to_counter)
            if visit.status is not VisitStatus.WAITING:
                here.must_be_here(visit)
            here.work.visits.place(visit.id, VisitStatus.WAITING, target.code)
            here.take(visit.id, StepKind.HANDED_OVER, to_counter=target.code, word=why)
            here.trail.act("hand_over", "visit", visit.id, {"to": target.code})

        return self._do(actor, visit_id, handed)

    def leave(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Record that somebody went away before being served. Errors: `VisitNotWaiting`, `VisitElsewhere`."""
        return self._do(actor, visit_id, self._leave)

    def _call(self, here: AtCounter, visit: VisitRecord) -> None:
        if visit.status not in (VisitStatus.WAITING, VisitStatus.LEFT):
            raise VisitNotWaiting(visit.number)
        if visit.status is VisitStatus.LEFT and visit.day != here.now.day:
            raise VisitNotWaiting(visit.number)
        here.must_be_here(visit)
        here.work.visits.place(visit.id, VisitStatus.CALLED, here.counter_code)
        here.take(visit.id, StepKind.CALLED)
        here.trail.act("call", "visit", visit.id)

    def _start(self, here: AtCounter, visit: VisitRecord) -> None:
        if visit.status not in _NOT_STARTED:
            raise VisitNotWaiting(visit.number)
        here.must_be_here(visit)
        here.finish(here.served_before(), because_of=visit.id)
        here.work.visits.place(visit.id, VisitStatus.SERVING, here.counter_code)
        here.take(visit.id, StepKind.SERVING_STARTED)
        here.trail.act("start", "visit", visit.id)

    def _leave(self, here: AtCounter, visit: VisitRecord) -> None:
        if visit.status not in _NOT_STARTED:
            raise VisitNotWaiting(visit.number)
        if visit.status is VisitStatus.CALLED:
            here.must_be_here(visit)
        here.work.visits.set_status(visit.id, VisitStatus.LEFT)
        here.take(visit.id, StepKind.LEFT)
        here.trail.act("leave", "visit", visit.id)

    def _do(self, actor: Actor, visit_id: str, step: Callable[[AtCounter, VisitRecord], None]) -> VisitRecord:
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            step(here, here.visit(visit_id))
            return work.visits.get(visit_id)
