"""The incident key: notes of abuse at the counter, kept about what happened and about nobody."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from app.db.outbox_log import new_id
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.case_errors import UnknownRecord
from app.domain.errors import BadValue, RecordChanged
from app.domain.incidents import (
    INCIDENT_TEXT_LIMIT,
    WITNESS_LIMIT,
    AbuseKind,
    Incident,
    IncidentEnd,
    IncidentForm,
    IncidentReport,
    TalkLimits,
)
from app.domain.written_text import check_written
from app.services.clock import Clock
from app.services.visit_steps import AtCounter

_FORGOTTEN = timedelta(hours=12)
"""One that nobody ended runs no longer than this: the next key begins another."""


class IncidentService:
    """Whoever is at a counter notes; the supervisor sees all notes, everybody else their own."""

    def __init__(self, database: Database, clock: Clock) -> None:
        self._database = database
        self._clock = clock

    def limits(self) -> TalkLimits:
        """When a talk is to be told that it must end, and when it may be ended."""
        with self._database.read() as work:
            settings = work.offices.settings()
        return TalkLimits(settings.talk_notice, settings.talk_end)

    def begin(self, actor: Actor, visit_id: str | None = None) -> Incident:
        """It begins now, at this counter; while one runs here, that one.

        Errors: `NotAllowed`, `UnknownVisit`.
        """
        actor.require(Action.NOTE_INCIDENT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            running = work.incidents.running(here.counter_code, here.now.at - _FORGOTTEN)
            if running is not None:
                return running
            if visit_id is not None:
                work.visits.get(visit_id)
            begun = Incident(
                id=new_id(),
                begun_at=here.now.at,
                counter_code=here.counter_code,
                by=actor.login,
                kind=AbuseKind.OTHER,
                text="",
                witnesses="",
                warned_at=None,
                ended_at=None,
                end=IncidentEnd.OPEN,
                visit_id=visit_id,
                version=1,
            )
            work.incidents.add(begun)
            fields = {
                "begun_at": begun.begun_at.isoformat(),
                "counter_code": begun.counter_code,
                "by": begun.by,
                "kind": begun.kind.value,
                "end": begun.end.value,
                "of_visit": begun.visit_id,
            }
            here.trail.operation("incident", begun.id, "create", fields)
            here.trail.act("begin_incident", "incident", begun.id)
            return begun

    def running(self, actor: Actor) -> Incident | None:
        """The one that runs at this counter. Errors: `NotAllowed`."""
        actor.require(Action.NOTE_INCIDENT)
        with self._database.read() as work:
            work.people.require_active(actor)
            since = work.now(self._clock()).at - _FORGOTTEN
            return work.incidents.running(work.offices.here().code, since)

    def show(self, actor: Actor, incident_id: str) -> Incident:
        """Errors: `NotAllowed`, `UnknownRecord`, also for somebody else's."""
        actor.require(Action.NOTE_INCIDENT)
        with self._database.read() as work:
            work.people.require_active(actor)
            return _own(work, actor, incident_id)

    def report(self, actor: Actor, incident_id: str) -> IncidentReport:
        """What is printed of it; that it was is logged. Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.NOTE_INCIDENT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            found = _own(work, actor, incident_id)
            settings = work.offices.settings()
            counters = {each.code: each.name for each in work.offices.counters()}
            clerk = work.people.find(found.by)
            here.trail.act("print_incident", "incident", incident_id)
            return IncidentReport(
                office=settings.name,
                incident=found,
                counter=counters.get(found.counter_code, found.counter_code),
                clerk=clerk.name if clerk is not None else found.by,
                department="",
                limits=TalkLimits(settings.talk_notice, settings.talk_end),
                printed_by=actor.name,
                printed_at=here.now.at.astimezone(ZoneInfo(settings.timezone)),
            )

    def all(self, actor: Actor, first: date, last: date) -> tuple[Incident, ...]:
        """Those begun from `first` to `last`, newest first: all of the office's for the supervisor, else one's own.

        Errors: `NotAllowed`.
        """
        actor.require(Action.NOTE_INCIDENT)
        with self._database.read() as work:
            work.people.require_active(actor)
            zone = ZoneInfo(work.offices.settings().timezone)
            begins = datetime.combine(first, time(), zone)
            ends = datetime.combine(last + timedelta(days=1), time(), zone)
            return work.incidents.between(begins, ends, None if actor.may(Action.SEE_INCIDENTS) else actor.login)

    def warn(self, actor: Actor, incident_id: str) -> Incident:
        """The warning was given; once. Errors: `NotAllowed`, `UnknownRecord`."""
        actor.require(Action.NOTE_INCIDENT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = _own(work, actor, incident_id)
            if before.warned_at is not None:
                return before
            return _change(here, before, {"warned_at": here.now.at}, "warn")

    def unwarn(self, actor: Actor, incident_id: str) -> Incident:
        """It was not given after all. Errors: as for warning."""
        actor.require(Action.NOTE_INCIDENT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = _own(work, actor, incident_id)
            return before if before.warned_at is None else _change(here, before, {"warned_at": None}, "unwarn")

    def end(self, actor: Actor, incident_id: str, end: IncidentEnd) -> Incident:
        """How it ended, and when: the first time this is said. `OPEN`: it has not ended after all.

        Errors: `NotAllowed`, `UnknownRecord`.
        """
        actor.require(Action.NOTE_INCIDENT)
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = _own(work, actor, incident_id)
            if before.end is end:
                return before
            ended_at = None if end is IncidentEnd.OPEN else before.ended_at or here.now.at
            return _change(here, before, {"end": end.value, "ended_at": ended_at}, "end_incident")

    def write(self, actor: Actor, incident_id: str, form: IncidentForm, seen: int | None = None) -> Incident:
        """What happened, and who saw it. Errors: `NotAllowed`, `UnknownRecord`, `RecordChanged`, those of
        `check_written`; `BadValue` (`text`) for one whose words were erased."""
        actor.require(Action.NOTE_INCIDENT)
        tidied = replace(
            form,
            text=check_written("incident_text", form.text, INCIDENT_TEXT_LIMIT),
            witnesses=check_written("witnesses", form.witnesses, WITNESS_LIMIT),
        )
        with self._database.write() as work:
            here = AtCounter.begin(work, actor, self._clock)
            before = _own(work, actor, incident_id)
            if seen not in (None, before.version):
                raise RecordChanged(incident_id)
            if work.erasures.is_erased("incident", incident_id):
                raise BadValue("incident_text", "")
            values: dict[str, Any] = {}
            if tidied.kind is not before.kind:
                values["kind"] = tidied.kind.value
            personal = {
                name: text
                for name, text in (("text", tidied.text), ("witnesses", tidied.witnesses))
                if text != getattr(before, name)
            }
            if not values and not personal:
                return before
            return _change(here, before, values, "write_incident", personal)


def _own(work: UnitOfWork, actor: Actor, incident_id: str) -> Incident:
    """One's own, or the one that runs at this counter, whoever began it; the supervisor's are all.

    Errors: `UnknownRecord`, also for one that this person may not see.
    """
    found = work.incidents.get(incident_id)
    runs_here = found.ended_at is None and found.counter_code == work.offices.here().code
    if found.by != actor.login and not runs_here and not actor.may(Action.SEE_INCIDENTS):
        raise UnknownRecord("incident", incident_id)
    return found


def _change(
    here: AtCounter, before: Incident, values: dict[str, Any], action: str, personal: dict[str, str] | None = None
) -> Incident:
    here.work.incidents.change(before.id, before.version, {**values, **(personal or {})})
    said = {name: value.isoformat() if hasattr(value, "isoformat") else value for name, value in values.items()}
    here.trail.operation("incident", before.id, "edit", said, personal=personal)
    here.trail.act(action, "incident", before.id)
    return here.work.incidents.get(before.id)
