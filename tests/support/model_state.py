"""What the shared side in memory keeps: who belongs to it, what was committed, and what is on its way."""

from __future__ import annotations

from dataclasses import dataclass, field

from app.domain.shared_words import RecordWords
from app.domain.sharing import AuditRow, Outcome, Push, Ticket
from app.sync.file.merge import Entered, Kept, Merging, RecordName


@dataclass
class Member:
    """A home as the shared side knows it."""

    home: str
    code: str
    name: str
    public_key: bytes
    ticket: Ticket = field(default_factory=Ticket)
    removed: bool = False
    renewed_from: str = ""


@dataclass
class Transaction:
    """A push on its way. `merging` is what it will have done; None: it has its number and nothing else yet.

    Without a `push` it is somebody else's, who only holds up the horizon.
    """

    xid: int
    push: Push | None = None
    home: str = ""
    merging: Merging | None = None
    outcomes: tuple[Outcome, ...] = ()
    entries: list[tuple[int, int, RecordName]] = field(default_factory=list)
    locks: set[tuple[str, ...]] = field(default_factory=set)
    keys: dict[RecordName, bytes] = field(default_factory=dict)


@dataclass
class State:
    """Everything that has been committed, and the sequences."""

    office: str = ""
    epoch: str = ""
    members: dict[str, Member] = field(default_factory=dict)
    documents: dict[RecordName, Kept] = field(default_factory=dict)
    ledger: dict[str, tuple[str, Entered]] = field(default_factory=dict)
    feed: list[tuple[int, int, RecordName]] = field(default_factory=list)
    keys: dict[RecordName, bytes] = field(default_factory=dict)
    parts: dict[tuple[str, int], bytes] = field(default_factory=dict)
    words: dict[RecordName, RecordWords] = field(default_factory=dict)
    tombs: set[RecordName] = field(default_factory=set)
    audits: dict[tuple[str, int], AuditRow] = field(default_factory=dict)
    place: int = 0
    seq: int = 0
    xid: int = 100
