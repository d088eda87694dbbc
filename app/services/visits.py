"""Visits at the counter: register, admit, undo, finish, list."""

from __future__ import annotations

from datetime import date, timedelta

from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.clocks import OfficeNow
from app.domain.errors import UndoTooLate, VisitNotServing
from app.domain.visits import NewVisit, OwnDay, Registered, StepKind, VisitRecord, VisitStatus
from app.services.clock import Clock
from app.services.held_days import require_visits
from app.services.visit_recording import record_visit
from app.services.visit_steps import AtCounter

# The countdown on the screen ends at the set second; what was pressed on its last stroke still counts.
_UNDO_GRACE = timedelta(seconds=1.5)


class VisitService:
    def __init__(self, database: Database, keys: HomeKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def register(self, actor: Actor, new: NewVisit) -> Registered:
        """Record a visit at this counter and start serving it; finish the one before, if the office set it so.

        The number is the counter's next of the day. Errors: `NotAllowed`, `UnknownService`, those of
        `NewVisit.checked`, those of the database; nothing is stored then.
        """
        actor.require(Action.REGISTER_VISIT)
        checked = new.checked()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            visit_id = new_id()
            served = here.served_before()
            finished = served[0].number if served else None
            status, counter = VisitStatus.SERVING, here.counter_code
            registered = record_visit(here, self._keys, visit_id, checked, status, counter, finished)
            here.trail.act("register", "visit", visit_id)
            here.finish(served, because_of=visit_id)
            return registered

    def admit(self, actor: Actor, new: NewVisit, counter_code: str | None = None) -> Registered:
        """Record a visit that waits to be called: by `counter_code`, or by any counter.

        Nobody being served is finished by it. Errors: those of `register`, `UnknownCounter`.
        """
        actor.require(Action.REGISTER_VISIT)
        checked = new.checked()
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            called_by = work.offices.counter(counter_code).code if counter_code is not None else None
            admitted = record_visit(here, self._keys, new_id(), checked, VisitStatus.WAITING, called_by)
            here.trail.act("admit", "visit", admitted.visit.id)
            return admitted

    def undo(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Mark a visit just registered as undone; it keeps its number.

        What registering it had finished is resumed, unless somebody else is being served there by now.

        Errors: `NotAllowed`, `UnknownVisit`, `VisitIsUndone`, `UndoTooLate`, `VisitElsewhere` when another counter
        has called it.
        """
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            visit = here.visit(visit_id)
            if visit.status is not VisitStatus.WAITING:
                here.must_be_here(visit)
            limit = work.offices.settings().undo_seconds
            # By the PC's own clock: the office's time stands still while that clock is behind.
            passed = abs(here.now.pc_clock - work.visits.registration_clock(visit_id))
            if passed > timedelta(seconds=limit) + _UNDO_GRACE:
                raise UndoTooLate(visit.number, limit)
            work.visits.set_status(visit_id, VisitStatus.UNDONE)
            here.take(visit_id, StepKind.UNDONE)
            for resumed_id in work.visits.finished_because_of(visit_id):
                counter = work.visits.get(resumed_id).now_at
                if counter is not None and not work.visits.serving_at(counter):
                    work.visits.set_status(resumed_id, VisitStatus.SERVING)
                    here.take(resumed_id, StepKind.RESUMED, automatic=True, because_of=visit_id)
            here.trail.act("undo", "visit", visit_id)
            return work.visits.get(visit_id)

    def finish(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Record that a visit has been served.

        Errors: `NotAllowed`, `UnknownVisit`, `VisitIsUndone`, `VisitNotServing`, `VisitElsewhere`.
        """
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            visit = here.visit(visit_id)
            if visit.status is not VisitStatus.SERVING:
                raise VisitNotServing(visit.number)
            here.must_be_here(visit)
            work.visits.set_status(visit_id, VisitStatus.DONE)
            here.take(visit_id, StepKind.FINISHED)
            here.trail.act("finish", "visit", visit_id)
            return work.visits.get(visit_id)

    def list_day(self, actor: Actor, day: date | None = None) -> tuple[VisitRecord, ...]:
        """The visits of `day` (None: the office's today), newest first, undone ones included.

        Looking at another day than today is logged. Errors: `NotAllowed`, `DayNotHere`.
        """
        actor.require(Action.SEE_VISITS)
        with self._database.read() as work:
            work.people.require_active(actor)
            today = work.now(self._clock()).day
            require_visits(work, day or today, day or today)
            visits = work.visits.of_day(day or today)
        if day is not None and day != today:
            with self._database.write() as work:
                here = AtCounter.begin(work, actor, self._clock)
                here.trail.act("see_day", "day", day.isoformat())
        return visits

    def mark(self, actor: Actor) -> int:
        """A number that grows with every change of any visit or slip: lists are read again only when it has grown."""
        actor.require(Action.SEE_VISITS)
        with self._database.read() as work:
            return work.outbox.newest() + work.shared.changes()

    def own_day(self, actor: Actor) -> OwnDay:
        """The person's own numbers of today; nobody else's, and of no other day. Errors: `NotAllowed`."""
        actor.require(Action.REGISTER_VISIT)
        with self._database.read() as work:
            work.people.require_active(actor)
            return work.visits.own_counts(actor.login, work.now(self._clock()).day)

    def now(self, actor: Actor) -> OfficeNow:
        """What day the office writes, and whether this PC's clock is behind its own records."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.now(self._clock())
