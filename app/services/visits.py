"""Visits at the counter: register, undo, finish, list."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from app.crypto.secrets import lock, random_bytes
from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.slips import StoredToken
from app.db.unit_of_work import Database, UnitOfWork
from app.db.visits import NewStep
from app.domain.actors import Action, Actor
from app.domain.clocks import OfficeNow
from app.domain.errors import UndoTooLate, VisitIsUndone, VisitNotServing
from app.domain.tokens import NONCE_BYTES
from app.domain.visits import NewVisit, Registered, StepKind, VisitRecord, VisitStatus
from app.services.clock import Clock
from app.services.survey_links import survey_link
from app.services.trail import Trail

# The countdown on the screen ends at the set second; what was pressed on its last stroke still counts.
_UNDO_GRACE = timedelta(seconds=1.5)


@dataclass(frozen=True, slots=True)
class _Here:
    """Where, when and by whom a step is taken."""

    work: UnitOfWork
    actor: Actor
    counter_code: str
    now: OfficeNow
    trail: Trail


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
            here = self._here(work, actor)
            settings = work.offices.settings()
            service = work.offices.service(checked.service_code)
            department = work.offices.department(service.department_code)
            visit_id = new_id()
            seq = work.visits.next_seq(here.counter_code, here.now.day)
            before = work.visits.serving_at(here.counter_code) if settings.finish_on_next else ()
            work.visits.add(
                visit_id,
                checked,
                counter_code=here.counter_code,
                day=here.now.day,
                seq=seq,
                department_code=department.code,
                registered_by=actor.login,
                registered_at=here.now.at,
                status=VisitStatus.SERVING,
            )
            here.trail.operation(
                "visit",
                visit_id,
                "create",
                {
                    "counter_code": here.counter_code,
                    "day": here.now.day,
                    "seq": seq,
                    "service_code": service.code,
                    "department_code": department.code,
                    "visitor_kind": checked.visitor_kind.value,
                    "registered_by": actor.login,
                    "registered_at": here.now.at.isoformat(),
                },
                personal={"queue_number": checked.queue_number, "note": checked.note},
            )
            self._step(here, visit_id, StepKind.REGISTERED)
            self._step(here, visit_id, StepKind.SERVING_STARTED, automatic=True)
            for served in before:
                work.visits.set_status(served.id, VisitStatus.DONE)
                # A visit left open overnight did not take all night: its end is recorded, but not measured by.
                same_day = served.day == here.now.day
                self._step(here, served.id, StepKind.FINISHED, automatic=True, because_of=visit_id, measurable=same_day)
            local = here.now.at.astimezone(ZoneInfo(settings.timezone))
            token = StoredToken(
                department_number=department.number,
                area_number=service.area_number,
                day=here.now.day,
                afternoon=local.hour >= 12,
                locked_nonce=lock(self._keys.nonce_key, random_bytes(NONCE_BYTES)),
            )
            work.slips.add_token(visit_id, token)
            here.trail.act("register", "visit", visit_id)
            record = work.visits.get(visit_id)
        finished = before[0].number if before else None
        return Registered(record, survey_link(token, settings, self._keys), finished)

    def undo(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Mark a visit just registered as undone; it keeps its number.

        What registering it had finished is resumed, unless somebody else is being served here by now.

        Errors: `NotAllowed`, `UnknownVisit`, `VisitIsUndone`, `UndoTooLate`.
        """
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = self._here(work, actor)
            visit = self._not_undone(work, visit_id)
            limit = work.offices.settings().undo_seconds
            # By the PC's own clock: the office's time stands still while that clock is behind.
            passed = abs(here.now.pc_clock - work.visits.registration_clock(visit_id))
            if passed > timedelta(seconds=limit) + _UNDO_GRACE:
                raise UndoTooLate(visit.number, limit)
            work.visits.set_status(visit_id, VisitStatus.UNDONE)
            self._step(here, visit_id, StepKind.UNDONE)
            if not work.visits.serving_at(here.counter_code):
                for resumed_id in work.visits.finished_because_of(visit_id):
                    work.visits.set_status(resumed_id, VisitStatus.SERVING)
                    self._step(here, resumed_id, StepKind.RESUMED, automatic=True, because_of=visit_id)
            here.trail.act("undo", "visit", visit_id)
            return work.visits.get(visit_id)

    def finish(self, actor: Actor, visit_id: str) -> VisitRecord:
        """Record that a visit has been served.

        Errors: `NotAllowed`, `UnknownVisit`, `VisitIsUndone`, `VisitNotServing`.
        """
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = self._here(work, actor)
            visit = self._not_undone(work, visit_id)
            if visit.status is not VisitStatus.SERVING:
                raise VisitNotServing(visit.number)
            work.visits.set_status(visit_id, VisitStatus.DONE)
            self._step(here, visit_id, StepKind.FINISHED)
            here.trail.act("finish", "visit", visit_id)
            return work.visits.get(visit_id)

    def list_day(self, actor: Actor, day: date | None = None) -> tuple[VisitRecord, ...]:
        """The visits of `day` (None: the office's today), newest first, undone ones included. Errors: `NotAllowed`."""
        actor.require(Action.SEE_VISITS)
        with self._database.read() as work:
            return work.visits.of_day(day or work.now(self._clock()).day)

    def now(self, actor: Actor) -> OfficeNow:
        """What day the office writes, and whether this PC's clock is behind its own records."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            return work.now(self._clock())

    def _here(self, work: UnitOfWork, actor: Actor) -> _Here:
        now = work.now(self._clock())
        counter = work.offices.here().code
        return _Here(work, actor, counter, now, Trail(work, actor, counter, now.at))

    def _not_undone(self, work: UnitOfWork, visit_id: str) -> VisitRecord:
        visit = work.visits.get(visit_id)
        if visit.status is VisitStatus.UNDONE:
            raise VisitIsUndone(visit.number)
        return visit

    def _step(
        self,
        here: _Here,
        visit_id: str,
        kind: StepKind,
        *,
        automatic: bool = False,
        because_of: str | None = None,
        measurable: bool = True,
    ) -> None:
        step = NewStep(
            id=new_id(),
            visit_id=visit_id,
            kind=kind,
            at=here.now.at,
            by=here.actor.login,
            counter_code=here.counter_code,
            automatic=automatic,
            because_of=because_of,
            trusted=here.now.trusted and measurable,
            pc_clock=here.now.pc_clock,
        )
        here.work.visits.add_step(step)
        here.trail.operation(
            "visit_step",
            step.id,
            "create",
            {
                "visit_id": visit_id,
                "kind": kind.value,
                "at": step.at.isoformat(),
                "by": step.by,
                "counter_code": step.counter_code,
                "automatic": automatic,
                "because_of": because_of,
                "trusted": step.trusted,
            },
        )
