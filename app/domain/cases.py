"""Cases: what citizens ask of the office, as the Civil Petitions Treatment Act has it (민원처리법 2조; 영 14–17조).

A case is what was said at its beginning; what was done with it since are its steps, which are only ever added
(`app.domain.case_steps`). Where it stands and when it is due follows from both (`app.domain.case_course`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

TITLE_LIMIT = 80
TEXT_LIMIT = 4000
NAME_LIMIT = 40
ADDRESS_LIMIT = 120
PHONE_LIMIT = 24


class CaseKind(StrEnum):
    """What kind of petition it is; it decides period, slip and whether a name is needed (`KIND_RULES`)."""

    PERMIT = "L-PERMIT"
    REPORT = "L-REPORT"
    REGISTER = "L-REGISTER"
    CERTIFICATE = "L-CERT"
    LAW_QUESTION = "Q-LAW"
    PROCEDURE_QUESTION = "Q-PROC"
    SUGGESTION = "SUGGEST"
    OTHER = "OTHER"
    GRIEVANCE = "GRIEV"
    PRAISE = "PRAISE"
    """Not a petition: no statutory period, an answer is a thank-you."""


@dataclass(frozen=True, slots=True)
class KindRule:
    """`period` is that of the act ("" where the service sets it, or none runs); `slip`: a receipt is given;
    `named`: name and address are needed; `oral`: it may come by word of mouth or phone."""

    period: str
    slip: bool
    named: bool
    oral: bool
    article: str


KIND_RULES = {
    CaseKind.PERMIT: KindRule("", slip=True, named=True, oral=False, article="민원처리법 제17조"),
    CaseKind.REPORT: KindRule("", slip=True, named=True, oral=False, article="민원처리법 제17조"),
    CaseKind.REGISTER: KindRule("", slip=True, named=True, oral=False, article="민원처리법 제17조"),
    CaseKind.CERTIFICATE: KindRule("now", slip=False, named=True, oral=False, article="민원처리법 시행령 제19조"),
    CaseKind.LAW_QUESTION: KindRule("14d", slip=True, named=True, oral=False, article="민원처리법 시행령 제14조"),
    CaseKind.PROCEDURE_QUESTION: KindRule("7d", slip=True, named=True, oral=False, article="민원처리법 시행령 제14조"),
    CaseKind.SUGGESTION: KindRule("14d", slip=True, named=True, oral=False, article="민원처리법 시행령 제15조"),
    CaseKind.OTHER: KindRule("now", slip=False, named=False, oral=True, article="민원처리법 시행령 제16조"),
    CaseKind.GRIEVANCE: KindRule("7d", slip=True, named=True, oral=False, article="민원처리법 시행령 제17조"),
    CaseKind.PRAISE: KindRule("", slip=False, named=False, oral=True, article=""),
}


class Channel(StrEnum):
    """How it came."""

    COUNTER = "counter"
    PHONE = "phone"
    PAPER = "paper"
    POST = "post"
    ONLINE = "online"
    BOARD = "board"
    """From a card of the board."""


class WrittenBy(StrEnum):
    """Whose hand wrote the text: on behalf of the citizen a clerk may, and that is never mixed up."""

    CITIZEN = "citizen"
    CLERK = "clerk"


class CaseFlag(StrEnum):
    COMPLEX = "COMPLEX"
    """복합민원: several laws or departments."""
    MANY = "MANY"
    """다수인관련민원: five households and five signatures or more."""
    PRE = "PRE"
    """사전심사: looked at before a costly application is made."""


class CaseStatus(StrEnum):
    """Where a case stands, worked out from its steps."""

    RECEIVED = "received"
    HANDLING = "handling"
    TRANSFERRED = "transferred"
    """On the way to another department that has not taken it over yet."""
    SUPPLEMENT = "supplement"
    """Waiting for what was asked of the citizen; the clock stands."""
    SURVEY = "survey"
    """Field survey of a grievance; the clock stands."""
    ANSWERED = "answered"
    """The citizen has been told the result; not closed yet."""
    CLOSED = "closed"


OPEN_CASES = frozenset(CaseStatus) - {CaseStatus.CLOSED}


class CaseResult(StrEnum):
    """How it ended."""

    DONE = "done"
    PARTLY = "partly"
    REFUSED = "refused"
    """Reason and remedy were told (민원처리법 27조)."""
    RETURNED = "returned"
    """반려: the supplement never came (영 25조)."""
    WITHDRAWN = "withdrawn"
    PASSED_ON = "passed_on"
    """To another authority; the citizen was told."""
    REPEATED = "repeated"
    """Closed as a repeated matter (법 23조)."""
    THANKED = "thanked"


@dataclass(frozen=True, slots=True)
class NewCase:
    """What is typed. `received` None: now; else an honest earlier moment (not in the future).

    `period` ("" as the kind has it) is one of `app.domain.due.Period`; L-* kinds without it need a `service_code`.
    `matter_id` is the earlier case on the same matter.
    """

    kind: CaseKind
    title: str
    text: str = ""
    channel: Channel = Channel.COUNTER
    written_by: WrittenBy = WrittenBy.CITIZEN
    name: str = ""
    phone: str = ""
    address: str = ""
    department_code: str = ""
    service_code: str | None = None
    period: str = ""
    flags: frozenset[CaseFlag] = frozenset()
    visit_id: str | None = None
    card_id: str | None = None
    matter_id: str | None = None
    external_number: str = ""
    received: datetime | None = None


@dataclass(frozen=True, slots=True)
class Case:
    """A case as it was received. `number` ("2026-C01-0007") is the office's; `matter_id` the first case on its matter
    (its own id where it is the first). `to_auditor`: a second grievance, which the audit officer handles.

    Personal: title, text, name, phone, address; empty once erased (`erased`).
    """

    id: str
    number: str
    kind: CaseKind
    title: str
    text: str
    name: str
    phone: str
    address: str
    channel: Channel
    written_by: WrittenBy
    received_at: datetime
    received_by: str
    counter_code: str
    department_code: str
    service_code: str | None
    period: str
    flags: frozenset[CaseFlag]
    visit_id: str | None
    card_id: str | None
    matter_id: str
    external_number: str
    to_auditor: bool
    version: int
    erased: bool = False


@dataclass(frozen=True, slots=True)
class CaseLine:
    """A case in a list. `due_time` is None for a deadline that is a date; `moved_from` is the due date before the
    calendar changed; `owner` the login of whoever has taken it over and `owner_name` their name ("" where it is not
    known here); `supplements` how often something was asked for.
    """

    id: str
    number: str
    kind: CaseKind
    title: str
    masked_name: str
    department_code: str
    department: str
    status: CaseStatus
    received_at: datetime
    due_day: date | None
    due_clock: str
    moved_from: date | None
    owner: str
    supplements: int
    ended_on: date | None
    result: CaseResult | None
    to_auditor: bool
    elsewhere: bool = False
    """It was found on the shared side and is not held here."""
    owner_name: str = ""


class CaseOrder(StrEnum):
    DUE = "due"
    NEWEST = "newest"


class CaseScope(StrEnum):
    """Which cases a list shows."""

    OPEN = "open"
    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "week"
    MINE = "mine"
    CLOSED = "closed"
    ALL = "all"


@dataclass(frozen=True, slots=True)
class CaseFilter:
    """What a list shows; "" and None leave open. `text` is searched for."""

    scope: CaseScope = CaseScope.OPEN
    text: str = ""
    kind: CaseKind | None = None
    department_code: str = ""
    first: date | None = None
    last: date | None = None
    order: CaseOrder = CaseOrder.DUE


class SearchedWhere(StrEnum):
    HERE = "here"
    """On this PC, and that is all of the office (it shares with nobody)."""
    SHARED = "shared"
    HERE_ONLY = "here_only"
    """The shared side could not be asked: what is on this PC was searched, and that is not everything."""


@dataclass(frozen=True, slots=True)
class CasePage:
    """`more` is what to give as `after` for the next page, "" when there is none. `read_as`: what was searched for
    instead of what was typed, where nothing has that spelling."""

    lines: tuple[CaseLine, ...]
    more: str = ""
    where: SearchedWhere = SearchedWhere.HERE
    read_as: str = ""
