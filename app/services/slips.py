"""Slips of visits: issue one, say how far it has come."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from app.db.home_keys import HomeKeys
from app.db.outbox_log import new_id
from app.db.slips import StoredToken
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.errors import BadValue, SlipExpired, UnknownVisit, VisitIsUndone
from app.domain.languages import Language
from app.domain.offices import DepartmentRecord
from app.domain.people import masked_name
from app.domain.slips import Paper, SlipContent, SlipFailure, SlipRecord, SlipState, may_become
from app.domain.tokens import last_day_to_answer
from app.domain.visits import VisitRecord, VisitStatus
from app.services.clock import Clock
from app.services.survey_links import survey_link
from app.services.trail import Trail


class SlipService:
    def __init__(self, database: Database, keys: HomeKeys, clock: Clock) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def issue(
        self,
        actor: Actor,
        visit_id: str,
        paper: Paper,
        language: Language,
        printed_at: datetime | None = None,
    ) -> tuple[SlipRecord, SlipContent]:
        """A slip to print, in state WAITING, and what stands on it.

        The first slip of a visit is the original; every later one is a reissue with the same QR code. The same visit,
        paper, language and print time give the same slip again. Errors: `NotAllowed`, `UnknownVisit`,
        `VisitIsUndone`, `SlipExpired`.
        """
        actor.require(Action.ISSUE_SLIP)
        with self._database.write() as work:
            work.people.require_active(actor)
            now = work.now(self._clock())
            visit = work.visits.get(visit_id)
            if visit.status is VisitStatus.UNDONE:
                raise VisitIsUndone(visit.number)
            token = work.slips.token(visit_id)
            if token is None:
                raise SlipExpired(visit.number)
            department = next(d for d in work.offices.departments() if d.number == token.department_number)
            at = (printed_at or now.at).astimezone(UTC)
            earlier = work.slips.of_visit(visit_id)
            same = (paper, language, at)
            slip = next((s for s in earlier if (s.paper, s.language, s.printed_at) == same), None)
            if slip is None:
                slip = SlipRecord(
                    id=new_id(),
                    visit_id=visit_id,
                    paper=paper,
                    language=language,
                    reissue=any(s.state is not SlipState.FAILED for s in earlier),
                    state=SlipState.WAITING,
                    reason="",
                    printed_at=at,
                )
                work.slips.add(slip, department.code, actor.login)
                trail = Trail(work, actor, work.offices.here().code, now.at)
                trail.operation(
                    "slip",
                    slip.id,
                    "create",
                    {
                        "visit_id": visit_id,
                        "paper": paper.value,
                        "language": language.value,
                        "reissue": slip.reissue,
                        "state": slip.state.value,
                        "reason": "",
                        "printed_at": at.isoformat(),
                        "made_by": actor.login,
                        "department_code": department.code,
                    },
                )
                trail.act("reissue_slip" if slip.reissue else "issue_slip", "visit", visit_id)
            return slip, self._content(work, visit, slip, token, department)

    def mark(self, actor: Actor, slip_id: str, state: SlipState, reason: str = "") -> SlipRecord:
        """Say how far a slip has come; `reason` is a `SlipFailure` for FAILED and empty otherwise.

        A slip that has been handed over does not wait again, and one that a device confirmed stays so.
        Errors: `NotAllowed`, `UnknownVisit`, `BadValue`.
        """
        actor.require(Action.ISSUE_SLIP)
        if reason not in ("", *SlipFailure) or (state is SlipState.FAILED) != bool(reason):
            raise BadValue("reason", "")
        with self._database.write() as work:
            return self._mark(work, actor, slip_id, state, reason)

    def close_interrupted(self, actor: Actor) -> int:
        """Say of slips left waiting by a program that ended meanwhile that nobody knows what became of them.

        Returns how many there were. Errors: `NotAllowed`.
        """
        actor.require(Action.ISSUE_SLIP)
        with self._database.write() as work:
            waiting = work.slips.waiting()
            for slip in waiting:
                self._mark(work, actor, slip.id, SlipState.FAILED, SlipFailure.INTERRUPTED.value)
        return len(waiting)

    def _mark(self, work: UnitOfWork, actor: Actor, slip_id: str, state: SlipState, reason: str) -> SlipRecord:
        slip = work.slips.get(slip_id)
        if slip is None:
            raise UnknownVisit(slip_id)
        if slip.state is state and slip.reason == reason:
            return slip
        if not may_become(slip.state, state):
            raise BadValue("state", state.value)
        work.slips.set_state(slip_id, state, reason)
        trail = Trail(work, actor, work.offices.here().code, work.now(self._clock()).at)
        fields = {"state": state.value, "reason": reason}
        trail.operation("slip", slip_id, "edit", fields, about=slip.visit_id)
        trail.act("mark_slip", "slip", slip_id, {"state": state.value, "reason": reason})
        return replace(slip, state=state, reason=reason)

    def _content(
        self, work: UnitOfWork, visit: VisitRecord, slip: SlipRecord, token: StoredToken, department: DepartmentRecord
    ) -> SlipContent:
        settings = work.offices.settings()
        zone = ZoneInfo(settings.timezone)
        return SlipContent(
            office=settings.name,
            number=visit.number,
            registered_at=visit.registered_at.astimezone(zone),
            service=visit.service_name,
            visitor_kind=visit.visitor_kind.value,
            queue_number=visit.queue_number,
            department=department.name,
            location=department.location,
            phone=department.phone,
            clerk=masked_name(visit.registered_by),
            survey_url=survey_link(token, settings, self._keys) if work.shared.key_accepted() else "",
            survey_host=settings.survey_host,
            answer_until=last_day_to_answer(visit.day, settings.slip_days),
            printed_at=slip.printed_at.astimezone(zone),
            reissue=slip.reissue,
            language=slip.language,
            further_services=visit.further_services,
            late=visit.late_reason is not None,
        )
