"""Outage mode: visits noted on paper are typed in later with their real time and a reason."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.unit_of_work import Database
from app.domain.actors import Action, Actor
from app.domain.late_visits import LateVisit
from app.domain.visits import LateReason, NewVisit, Registered, VisitStatus
from app.services.clock import Clock
from app.services.visit_recording import LateEntry, record_visit
from app.services.visit_steps import AtCounter


class LateVisitService:
    def __init__(self, database: Database, keys: HomeKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def enter(
        self, actor: Actor, new: NewVisit, at: datetime, reason: LateReason, until: datetime | None = None
    ) -> Registered:
        """Record a visit of this counter that was noted on paper: registered `at` and served `until` (both aware).

        It is done at once and has the counter's next number of its own day. Its times are kept as not measured: they
        are in no waiting or handling time, and the office's clock does not go by them. Nobody being served is
        finished by it and no slip is printed; one can be issued while it could still be answered.

        Errors: `NotAllowed`, `UnknownService`, those of `LateVisit.checked`, those of the database; nothing is stored
        then.
        """
        actor.require(Action.REGISTER_VISIT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            timezone = work.offices.settings().timezone
            late = LateVisit(new, at, reason, until).checked(here.now, timezone)
            then = replace(here, now=late.moment(here.now, timezone))
            visit_id = new_id()
            entry = LateEntry(reason, here.now.at, here.now.day, late.until)
            entered = record_visit(
                then, self._keys, visit_id, late.new, VisitStatus.DONE, here.counter_code, late=entry
            )
            here.trail.act("enter_late", "visit", visit_id, {"reason": reason.value, "day": then.now.day.isoformat()})
            return entered
