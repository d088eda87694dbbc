"""Reading cases for a person: who may see what of them, and all there is to see."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from zoneinfo import ZoneInfo

from app.db.attachment_files import AttachmentFiles
from app.db.case_lists import Looker
from app.db.unit_of_work import UnitOfWork
from app.domain.actors import Action, Actor, Role
from app.domain.case_course import course_of, in_order
from app.domain.case_hindrances import Hindrance
from app.domain.case_rules import Standing, hindrances
from app.domain.case_steps import CaseStepKind
from app.domain.case_views import CaseView
from app.domain.cases import Case, CaseKind, CaseResult
from app.domain.clocks import office_day
from app.domain.deadlines import WorkingTime
from app.domain.errors import AppError, NotAllowed
from app.services.attached import attachments_of
from app.services.calendar import CalendarService
from app.services.clock import Clock

_SAYS_NO_RESULT = frozenset({CaseResult.PASSED_ON, CaseResult.WITHDRAWN, CaseResult.REPEATED})
"""Ended without the citizen being told a result."""


@dataclass(frozen=True, slots=True)
class CaseReader:
    """Reads cases for `actor` inside one transaction."""

    work: UnitOfWork
    actor: Actor
    calendar: CalendarService
    looker: Looker
    timezone: str
    files: AttachmentFiles | None = None

    @classmethod
    def begin(
        cls,
        work: UnitOfWork,
        actor: Actor,
        clock: Clock,
        calendar: CalendarService,
        files: AttachmentFiles | None = None,
    ) -> CaseReader:
        """Without `files` nothing is told of attachments.

        Errors: `NotAllowed`, `AccountWithdrawn`, `PasswordMustChange`.
        """
        actor.require(Action.SEE_CASES)
        work.people.require_active(actor)
        timezone = work.offices.settings().timezone
        now = work.now(clock()).at.astimezone(ZoneInfo(timezone))
        looker = Looker(actor.login, actor.role is Role.AUDITOR, now)
        return cls(work, actor, calendar, looker, timezone, files)

    def case(self, case: str) -> Case:
        """By id or number, as far as `actor` may know of it. Errors: `UnknownCase`, `NotAllowed`."""
        found = self.work.cases.get(case)
        if self.looker.auditor and not found.to_auditor:
            raise NotAllowed(Action.SEE_CASES.value, self.actor.role.value)
        return found

    def is_sealed(self, case: Case) -> bool:
        """Whether it is the audit officer's, and `actor` another."""
        return case.to_auditor and not self.looker.auditor

    def must_be_open_to(self, case: Case) -> None:
        """Errors: `NotAllowed` for what only the audit officer reads and handles."""
        if self.is_sealed(case):
            raise NotAllowed(Action.HANDLE_CASE.value, self.actor.role.value)

    def standing(self, case: Case) -> Standing:
        """The case with its steps, and what a new one is measured by."""
        working = self.calendar.working_time_of(self.work)
        steps = in_order(self.work.cases.steps(case.id))
        submissions, notices = self._matter(case, working)
        return Standing(
            case=case,
            steps=steps,
            course=course_of(case, steps, working, self.timezone),
            working=working,
            now=self.looker.now,
            timezone=self.timezone,
            service_period=self.work.cases.service_period(case.service_code),
            submissions=submissions,
            notices=notices,
        )

    def view(self, case: Case) -> CaseView:
        """All there is to see of it; of a sealed one that it is there and where it stands."""
        standing = self.standing(case)
        # What the audit officer has just given back they see once more.
        looker = replace(self.looker, auditor=self.looker.auditor and case.to_auditor)
        [line] = self.work.case_lists.lines([case.id], looker)
        sealed = self.is_sealed(case)
        try:
            due = standing.due
        except (AppError, ValueError, OverflowError):  # a period that only a newer program can count
            due = None
        hindered = self._hindered(case, standing)
        return CaseView(
            case=_blank(case) if sealed else case,
            line=line,
            course=standing.course,
            due=due,
            steps=() if sealed else standing.steps,
            names={} if sealed else self._names(standing),
            departments={each.code: each.name for each in self.work.offices.departments()},
            attachments=() if sealed or self.files is None else attachments_of(self.work, case.id, self.files),
            same_matter=self.work.case_lists.of_matter(case.matter_id, case.id, looker),
            submissions=standing.submissions,
            notices=standing.notices,
            possible=frozenset() if sealed else self._possible(hindered),
            hindered=hindered,
            sealed=sealed,
        )

    def _hindered(self, case: Case, standing: Standing) -> dict[CaseStepKind, Hindrance]:
        if case.erased:
            return dict.fromkeys(CaseStepKind, Hindrance.ERASED)
        return hindrances(standing, self.actor.login)

    def _possible(self, hindered: Mapping[CaseStepKind, Hindrance]) -> frozenset[CaseStepKind]:
        possible = frozenset(CaseStepKind) - hindered.keys()
        return possible if self.actor.may(Action.SEE_WORKLOAD) else possible - {CaseStepKind.REMINDED}

    def _names(self, standing: Standing) -> dict[str, str]:
        case, course = standing.case, standing.course
        wanted = {case.received_by, course.owner, course.ended_by, *(step.by for step in standing.steps)}
        return {entry.login: entry.name for entry in self.work.people.entries() if entry.login in wanted}

    def _matter(self, case: Case, working: WorkingTime) -> tuple[int, int]:
        """How often the matter came, this time among them, and how often it was answered before (법 23조)."""
        others = [each for each in self.work.cases.of_matter(case.matter_id) if each.id != case.id]
        others = [each for each in others if each.kind is not CaseKind.PRAISE]
        received = office_day(case.received_at, self.timezone)
        steps = self.work.cases.steps_of(each.id for each in others)
        courses = [course_of(each, steps.get(each.id, ()), working, self.timezone) for each in others]
        told = [c for c in courses if c.answered_on is not None and c.result not in _SAYS_NO_RESULT]
        earlier = [each for each in others if (each.received_at, each.id) < (case.received_at, case.id)]
        return len(earlier) + 1, sum(c.answered_on is not None and c.answered_on <= received for c in told)


def _blank(case: Case) -> Case:
    return replace(case, title="", text="", name="", phone="", address="", external_number="")
