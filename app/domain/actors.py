"""Who acts, and what each role may do (design law 4)."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from app.domain.errors import NotAllowed


class Role(StrEnum):
    CLERK = "clerk"
    CONSULTANT = "consultant"
    SUPERVISOR = "supervisor"
    AUDITOR = "auditor"
    ADMIN = "admin"


class Action(StrEnum):
    """What a service method does, in the words of the audit trail."""

    SEE_OFFICE = "see_office"
    REGISTER_VISIT = "register_visit"
    SEE_VISITS = "see_visits"
    ISSUE_SLIP = "issue_slip"
    SEE_FIGURES = "see_figures"
    SEE_INTEGRITY = "see_integrity"
    READ_SEALED = "read_sealed"
    MAKE_AUDIT_KEY = "make_audit_key"
    CHANGE_OFFICE = "change_office"
    CHANGE_SERVICES = "change_services"
    CHANGE_PEOPLE = "change_people"
    CHANGE_OWN_PASSWORD = "change_own_password"
    SHARE = "share"
    SETTLE_CONFLICTS = "settle_conflicts"
    FIND = "find"
    GUIDE = "guide"
    CHANGE_DIRECTORY = "change_directory"
    LOG_CASE = "log_case"
    SEE_CASES = "see_cases"
    HANDLE_CASE = "handle_case"
    ERASE_CASE = "erase_case"
    SEE_BOARD = "see_board"
    TRIAGE_CARD = "triage_card"
    NOTE_INCIDENT = "note_incident"
    SEE_INCIDENTS = "see_incidents"
    SEE_WORKLOAD = "see_workload"
    KEEP_IMPROVEMENTS = "keep_improvements"
    KEEP_RE_REVIEWS = "keep_re_reviews"
    KEEP_PRECEDENTS = "keep_precedents"


_AT_THE_COUNTER = frozenset({Role.CLERK, Role.CONSULTANT, Role.SUPERVISOR})

_ALLOWED: dict[Action, frozenset[Role]] = {
    Action.SEE_OFFICE: frozenset(Role),
    Action.REGISTER_VISIT: _AT_THE_COUNTER,
    Action.SEE_VISITS: _AT_THE_COUNTER,
    Action.ISSUE_SLIP: _AT_THE_COUNTER,
    Action.SEE_FIGURES: frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    Action.SEE_INTEGRITY: frozenset({Role.SUPERVISOR, Role.AUDITOR}),
    Action.READ_SEALED: frozenset({Role.AUDITOR}),
    Action.MAKE_AUDIT_KEY: frozenset({Role.AUDITOR}),
    Action.CHANGE_OFFICE: frozenset({Role.ADMIN}),
    Action.CHANGE_SERVICES: frozenset({Role.ADMIN}),
    Action.CHANGE_PEOPLE: frozenset({Role.ADMIN}),
    Action.CHANGE_OWN_PASSWORD: frozenset(Role),
    Action.SHARE: frozenset({Role.ADMIN}),
    Action.SETTLE_CONFLICTS: _AT_THE_COUNTER | {Role.ADMIN},
    Action.FIND: _AT_THE_COUNTER | {Role.ADMIN},
    Action.GUIDE: _AT_THE_COUNTER,
    Action.CHANGE_DIRECTORY: frozenset({Role.ADMIN}),
    Action.LOG_CASE: _AT_THE_COUNTER,
    # The audit officer sees and handles the second grievances on one matter, and no others (민원처리법 시행령 17조).
    Action.SEE_CASES: _AT_THE_COUNTER | {Role.AUDITOR},
    Action.HANDLE_CASE: _AT_THE_COUNTER | {Role.AUDITOR},
    Action.ERASE_CASE: frozenset({Role.SUPERVISOR}),
    Action.SEE_BOARD: _AT_THE_COUNTER,
    Action.TRIAGE_CARD: _AT_THE_COUNTER,
    Action.NOTE_INCIDENT: _AT_THE_COUNTER,
    Action.SEE_INCIDENTS: frozenset({Role.SUPERVISOR}),
    Action.SEE_WORKLOAD: frozenset({Role.SUPERVISOR}),
    Action.KEEP_IMPROVEMENTS: _AT_THE_COUNTER,
    Action.KEEP_RE_REVIEWS: _AT_THE_COUNTER,
    Action.KEEP_PRECEDENTS: _AT_THE_COUNTER,
}


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person at a counter."""

    login: str
    name: str
    role: Role

    def may(self, action: Action) -> bool:
        return self.role in _ALLOWED[action]

    def require(self, action: Action) -> None:
        """Raise `NotAllowed` unless this person's role may do `action`."""
        if not self.may(action):
            raise NotAllowed(action=action.value, role=self.role.value)
