"""What counters and the shared side say to each other: operations, documents, and where each side stands (design §4).

Everything here crosses a network and versions of the program: fields are only ever added.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum
from typing import Any

PROTOCOL = 1
"""The version of what is said. A counter one version behind still pushes; a shared side that asks more is refused."""

PUSH_LIMIT = 500
"""Operations a push at most, so that one statement stays short."""

EVERY_PLACE = 2**62
"""A place that no operation will ever have."""

PART_BYTES = 256 * 1024
"""A part of a blob."""


class OperationKind(StrEnum):
    """ERASE destroys the record's key: what was locked with it cannot be read any more on any side."""

    CREATE = "create"
    EDIT = "edit"
    ERASE = "erase"


class Result(StrEnum):
    """What became of an operation. EXISTS: somebody had created the record already, and it stays as it is.

    CONFLICT: applied, but a field had been changed since by somebody else; both values are kept in a conflict document.
    REFUSED: not applied, and never will be (`Outcome.reason`).
    """

    APPLIED = "applied"
    EXISTS = "exists"
    CONFLICT = "conflict"
    REFUSED = "refused"


class Refusal(StrEnum):
    """Why an operation was refused."""

    ORPHAN = "orphan"
    """The record it changes, or the visit or case it belongs to, is not there."""
    NUMBER_TAKEN = "number_taken"
    """Another visit has that number of that counter and day."""
    ERASED = "erased"
    """The record was erased; it takes no key and no locked text any more."""
    MALFORMED = "malformed"
    FORBIDDEN = "forbidden"
    """An entity that this counter may not change."""


@dataclass(frozen=True, slots=True)
class Operation:
    """One change of one record, made at a counter. `fields` is JSON text: an object of the changed fields only.

    `n` is its place in the counter's own outbox, `base_version` the shared side's version seen (0: none), `by` the
    login of whoever did it and `at` that PC's clock, for people to read only: neither orders anything.
    """

    op_id: str
    n: int
    entity: str
    row_id: str
    kind: OperationKind
    base_version: int
    fields: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class RecordKey:
    """The key of one record's personal text (32 bytes); outside operations, so that erasing it erases the text."""

    entity: str
    row_id: str
    key: bytes


@dataclass(frozen=True, slots=True)
class AuditRow:
    """A row of a counter's access log. `n` counts from 1 in each home without a gap; `chain` seals the row before."""

    n: int
    at: str
    login: str
    role: str
    counter_code: str
    action: str
    entity: str
    row_id: str
    detail: str
    chain: bytes


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of the operation `op_id`; the same answer however often it is offered.

    `version` is the record's version after it, `place` its place among all operations of the office (0: refused).
    """

    op_id: str
    result: Result
    version: int
    place: int
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """A record as the shared side has it. `place` is that of the operation that created it: it orders steps.

    `home` is the home that created it. `key` opens its personal fields; None when there is none, or it was erased.
    """

    entity: str
    row_id: str
    version: int
    place: int
    home: str
    erased: bool
    fields: Mapping[str, Any]
    key: bytes | None = None


@dataclass(frozen=True, slots=True, order=True)
class Cursor:
    """How far the feed was read. The two parts mean something to the shared side only."""

    xid: int = 0
    seq: int = 0


@dataclass(frozen=True, slots=True)
class Page:
    """A piece of the feed. `more`: another page is there at once."""

    documents: tuple[Document, ...]
    cursor: Cursor
    more: bool


@dataclass(frozen=True, slots=True, order=True)
class Ticket:
    """How often a home has been heard, and a random mark of the last time.

    A home renews it with every push and stores the renewed one before it asks, so that a lost answer does no harm. One
    that shows an older ticket was put back or copied: the shared side knows its past better.
    """

    count: int = 0
    mark: str = ""


class Standing(StrEnum):
    """What the shared side makes of a home. BEHIND: it knows this home's past better (`Ticket`).

    RESTORED: the shared side is not the one this home last spoke to, or has lost what this home had told it.
    """

    IN_STEP = "in_step"
    RESTORED = "restored"
    BEHIND = "behind"
    REMOVED = "removed"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Caller:
    """Who greets: the home, the epoch it knows ("" for none), its ticket and the one it will renew it with."""

    home: str
    epoch: str
    ticket: Ticket
    following: Ticket
    release: str
    protocol: int
    at: datetime
    """This PC's clock."""
    unsent: int = 0
    conflicts: int = 0


@dataclass(frozen=True, slots=True)
class Greeting:
    """What the shared side answers. `epoch` names this life of it; `now` is its clock.

    `protocol_needed`: a program that speaks less is refused. `key_accepted`: the survey may trust this counter's slips.
    """

    office: str
    epoch: str
    standing: Standing
    now: datetime
    protocol_needed: int
    counter_code: str
    key_accepted: bool


@dataclass(frozen=True, slots=True)
class Push:
    """What a home offers at once. `fields` of operations stay JSON text all the way."""

    home: str
    epoch: str
    ticket: Ticket
    following: Ticket
    operations: tuple[Operation, ...]
    keys: tuple[RecordKey, ...] = ()
    audits: tuple[AuditRow, ...] = ()


class Wanted(StrEnum):
    """What can be fetched beyond the feed."""

    DAY = "day"
    """All visits of a day, with their steps and slips."""
    RECORD = "record"
    """One document."""
    SEARCH = "search"
    """Visits whose number or service matches, a page at a time."""
    CASE = "case"
    """A case with its steps and attachments, by its id; the audit officer may ask for theirs."""


@dataclass(frozen=True, slots=True)
class Request:
    """A question beyond the feed, checked against the role and written into the access log there.

    `argument`: a day (ISO), `entity/row_id`, or what to search for; `offset` and `limit` are for a search.
    """

    home: str
    epoch: str
    login: str
    role: str
    wanted: Wanted
    argument: str
    offset: int = 0
    limit: int = 200


@dataclass(frozen=True, slots=True)
class CounterState:
    """One home as the administrator sees it. `clock` is how many seconds its clock is ahead (negative: behind)."""

    home: str
    counter_code: str
    name: str
    release: str
    last_seen: datetime | None
    unsent: int
    conflicts: int
    clock: float | None
    removed_on: date | None = None
    invited_until: datetime | None = None
    """Not None: it has not joined yet."""
    departments: tuple[str, ...] | None = None
    """Codes of the departments whose visits it may hold; None: all."""
    invitation: str = ""
    """What names the invitation of a home that has not joined yet; its code does not follow from it."""


class SharedKind(StrEnum):
    POSTGRESQL = "postgresql"
    FILE = "sqlite"


@dataclass(frozen=True, slots=True)
class SharedAddress:
    """Where the shared side is. A file has a `path`, a server all the rest; no password is ever in here.

    `options` are what the URL said beyond that: `sslmode`, `sslrootcert`.
    """

    kind: SharedKind
    path: str = ""
    host: str = ""
    port: int = 5432
    database: str = ""
    options: Mapping[str, str] = field(default_factory=dict)

    def url(self) -> str:
        """The address as it is shown and typed, without user or password."""
        if self.kind is SharedKind.FILE:
            return f"sqlite:///{_escaped(self.path)}"
        host = f"[{self.host}]" if ":" in self.host else self.host
        asked = "&".join(f"{_escaped(name)}={_escaped(value)}" for name, value in sorted(self.options.items()))
        return f"postgresql://{host}:{self.port}/{_escaped(self.database)}" + (f"?{asked}" if asked else "")


def _escaped(text: str) -> str:
    """`text` with the signs that mean something in a URL escaped; letters of any language stay readable."""
    return "".join(
        "".join(f"%{byte:02X}" for byte in sign.encode()) if sign in "%?#&=+" or sign.isspace() else sign
        for sign in text
    )


@dataclass(frozen=True, slots=True)
class Login:
    """A database login."""

    user: str
    password: str


@dataclass(frozen=True, slots=True)
class InviteCode:
    """A one-time code: 16 random bytes, from which a login and its first password follow (`app.crypto.invites`).

    The code opens one enrolment within a day. The login's password is changed by it, so a code found later is worth
    nothing.
    """

    secret: bytes


@dataclass(frozen=True, slots=True)
class SyncState:
    """What the window and `sync status` say. `attached` False: this office is on this PC alone.

    `unsent` counts operations, `unsent_records` what a person would count: visits, services, people.
    `failing_since` is when the first of the tries that failed in a row failed; `trouble` names why the last one did
    (the name of an `AppError`), `trouble_data` what it carries.
    """

    attached: bool
    address: str = ""
    kind: str = ""
    unsent: int = 0
    unsent_records: int = 0
    refused: int = 0
    conflicts: int = 0
    last_exchange: datetime | None = None
    failing_since: datetime | None = None
    trouble: str = ""
    trouble_data: Mapping[str, Any] = field(default_factory=dict)
    clock: float | None = None
    catching_up: bool = False
    key_accepted: bool = True


@dataclass(frozen=True, slots=True)
class Exchanged:
    """One exchange. `unsent`, `conflicts` and `scans_unsent` are what is left after it; `seconds` how long it took."""

    pushed: int
    pulled: int
    unsent: int
    conflicts: int
    seconds: float
    refused: int = 0
    relabelled: int = 0
    scans_unsent: int = 0
    """Attachments whose bytes are not all there yet."""


@dataclass(frozen=True, slots=True)
class Comparison:
    """Both sides laid side by side, restricted to what this counter is to hold. Counts by entity.

    `differing` names the first records that are not the same; `parked` those that could not be taken, and why.
    """

    here: Mapping[str, int]
    there: Mapping[str, int]
    digest_here: str
    digest_there: str
    differing: tuple[str, ...]
    differing_count: int
    unsent: int
    refused: int
    audits_unsent: int
    parked: tuple[str, ...]

    @property
    def agree(self) -> bool:
        """Whether nothing differs and nothing waits."""
        waiting = self.unsent or self.refused or self.audits_unsent or self.parked
        return self.digest_here == self.digest_there and not waiting


@dataclass(frozen=True, slots=True)
class Invitation:
    """A one-time code as it is read out or printed, until when it is good, and what it is withdrawn by."""

    code: str
    until: datetime
    name: str = ""


class SharedFound(StrEnum):
    """What a test of a connection finds. OURS: this office's shared side."""

    EMPTY = "empty"
    OURS = "ours"
    OTHER_OFFICE = "other_office"


@dataclass(frozen=True, slots=True)
class SharedLook:
    """What is there, and whose it is."""

    kind: SharedFound
    office: str = ""


@dataclass(frozen=True, slots=True)
class Relabelled:
    """A visit that got another number because this home was put back or copied."""

    visit_id: str
    day: date
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class FieldConflict:
    """Two people changed the same field of the same record. `kept` is what stands now.

    The values are as the tables hold them, for people to read.
    """

    conflict_id: str
    entity: str
    row_id: str
    title: str
    field: str
    kept: str
    kept_by: str
    kept_at: datetime
    other: str
    other_by: str
    other_at: datetime
