"""A shared side in memory that shows what PostgreSQL shows: transactions that overlap, and commit in any order.

A push takes its number (xid) when it begins, and its places, its places in the feed and its locks when it does its
work; others see it when it is committed. What becomes of operations is the rule of the shared file; everything else is
written anew here, from what `app.sync.hub` promises.
"""

from __future__ import annotations

import json
import pickle
import uuid
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from app.domain.actors import Action
from app.domain.errors import NotAllowed
from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.domain.sharing import (
    EVERY_PLACE,
    PROTOCOL,
    Caller,
    CounterState,
    Cursor,
    Document,
    Greeting,
    InviteCode,
    Login,
    Operation,
    OperationKind,
    Outcome,
    Page,
    Push,
    RecordKey,
    Request,
    Result,
    SharedAddress,
    SharedKind,
    Standing,
    Wanted,
)
from app.domain.sharing_errors import (
    HomeBehind,
    HomeRemoved,
    InviteUsed,
    SharedSideBusy,
    SharedSideRestored,
)
from app.sync.file.merge import (
    CASE,
    CONFLICT,
    ROOTS,
    SYSTEM,
    VISIT,
    Kept,
    Merging,
    RecordName,
    read_fields,
    read_offer,
    root_of,
    visit_number_of,
)
from app.sync.file.nodes import free_counter_code
from app.sync.hub import Redeemed
from tests.support.model_state import Member, State, Transaction

ADDRESS = SharedAddress(SharedKind.FILE, path="/model")
_URL = ADDRESS.url()
_NEVER_OUT = frozenset({"sealed", "survey_answer"})
_SEEN_ALL = 2**62


class ModelHub:
    """`Hub`, `HubOwner` and `Door` in one; `clock` is its own. Nothing here happens by itself or by chance.

    `running` are transactions that have begun and are not committed. Methods whose names begin with `may_` or that say
    what a counter is told are what a wrong shared side would do otherwise.
    """

    def __init__(self, clock: Callable[[], datetime]) -> None:
        self.clock = clock
        self.state = State()
        self.running: dict[int, Transaction] = {}
        self.hold: str = ""
        """Set to "begun" or "drawn": the next push stops there, and whoever offers it is told that it is busy."""

    # --- transactions ---

    def begin(self, push: Push | None, home: str = "") -> Transaction:
        """A transaction with its number; it has the lock of its home. Errors: `SharedSideBusy`, those of a push."""
        locks: set[tuple[str, ...]] = set()
        if push is not None:
            home = push.home
            member = self._member(push.home, push.epoch)
            self._lock({("node", home)}, None)
            self.may_push(member, push)
            locks = {("node", home)}
        self.state.xid += 1
        transaction = Transaction(self.state.xid, push, home, locks=locks)
        self.running[transaction.xid] = transaction
        return transaction

    def draw(self, transaction: Transaction) -> None:
        """Do the work of a push: take locks, places and places in the feed. Errors: `SharedSideBusy`."""
        push = transaction.push
        if push is None or transaction.merging is not None:
            return
        locks = self._locks(push.operations)
        self._lock(locks, transaction)
        transaction.locks |= locks
        transaction.keys = self.keys_to_take(push.keys)
        transaction.merging, transaction.outcomes = self._merge(push.home, push.operations)
        self._enter_feed(transaction)

    def commit(self, transaction: Transaction) -> tuple[Outcome, ...]:
        """Make a push seen by all."""
        push = transaction.push
        if push is not None:
            self.draw(transaction)
            self.state.members[push.home].ticket = push.following
            for row in push.audits:
                self.state.audits.setdefault((push.home, row.n), row)
        self._apply(transaction)
        del self.running[transaction.xid]
        return transaction.outcomes

    def abort(self, transaction: Transaction) -> None:
        """Leave nothing behind but a gap."""
        del self.running[transaction.xid]

    # --- what a wrong shared side would do otherwise ---

    def may_push(self, member: Member, push: Push) -> None:
        if member.ticket not in (push.ticket, push.following):
            if push.ticket.count > member.ticket.count:
                raise SharedSideRestored(_URL)
            raise HomeBehind(_URL)

    def is_of_this_life(self, epoch: str) -> bool:
        return epoch == self.state.epoch

    def outcome_before(self, operation: Operation) -> Outcome | None:
        known = self.state.ledger.get(operation.op_id)
        return None if known is None else known[1].outcome

    def keys_to_take(self, keys: Iterable[RecordKey]) -> dict[RecordName, bytes]:
        return {(k.entity, k.row_id): k.key for k in keys if (k.entity, k.row_id) not in self.state.tombs}

    def readable(self, cursor: Cursor) -> list[tuple[int, int, RecordName]]:
        """The feed behind `cursor`, as far as no running transaction could still add to it."""
        horizon = min(self.running, default=self.state.xid + 1)
        behind = (cursor.xid, cursor.seq)
        return sorted(entry for entry in self.state.feed if entry[:2] > behind and entry[0] < horizon)

    def is_known(self, kept: Kept, home: str, own_before: int) -> bool:
        """Whether `home` made it at a place from `own_before` on, and nobody has changed it."""
        untouched = kept.version == 1 and not kept.erased and kept.entity != CONFLICT
        return untouched and kept.home == home and kept.place >= own_before

    # --- Hub ---

    def greet(self, caller: Caller) -> Greeting:
        now, member = self.clock(), self.state.members.get(caller.home)
        standing = Standing.UNKNOWN
        if member is not None:
            self._lock({("node", caller.home)}, None)
            standing = self._standing(member, caller)
            if standing is Standing.RESTORED:
                if caller.epoch in ("", self.state.epoch):
                    self.state.epoch = self._new_epoch()
                if caller.ticket.count > member.ticket.count:
                    member.ticket = caller.ticket
        code = member.code if member is not None else ""
        return Greeting(self.state.office, self.state.epoch, standing, now, PROTOCOL, code, member is not None)

    def push(self, push: Push) -> tuple[Outcome, ...]:
        transaction = self.begin(push)
        hold, self.hold = self.hold, ""
        try:
            if hold != "begun":
                self.draw(transaction)
        except SharedSideBusy:
            self.abort(transaction)
            raise
        if hold:
            raise SharedSideBusy(_URL)
        return self.commit(transaction)

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        self._member(home, epoch)
        entries = self.readable(cursor)
        chosen: dict[RecordName, Document] = {}
        reached = cursor
        for xid, seq, name in entries:
            kept = self.state.documents[name]
            if self._held(kept, home, hold_from) and name not in chosen and not self.is_known(kept, home, own_before):
                if len(chosen) == limit:
                    return Page(tuple(chosen.values()), reached, more=True)
                chosen[name] = self._document(kept)
            reached = Cursor(xid, seq)
        return Page(tuple(chosen.values()), reached, more=False)

    def fetch(self, request: Request) -> tuple[Document, ...]:
        self._member(request.home, request.epoch)
        if request.wanted is Wanted.RECORD:
            entity, _, row_id = request.argument.partition("/")
            kept = self.state.documents.get((entity, row_id))
            return () if kept is None else (self._document(kept),)
        if request.wanted is Wanted.CASE:
            case = self.state.documents.get((CASE, request.argument))
            found = [] if case is None else [case, *self._children(case.row_id)]
            return tuple(map(self._document, found))
        assert request.wanted is Wanted.DAY
        of_day = (k for k in self.state.documents.values() if k.day == request.argument and self._of_a_visit(k))
        return tuple(self._document(kept) for kept in sorted(of_day, key=lambda k: k.place))

    def put_part(self, home: str, epoch: str, blob: str, part: int, data: bytes) -> None:
        self._member(home, epoch)
        if not self._is_dead(blob):
            self.state.parts.setdefault((blob, part), data)

    def get_part(self, home: str, epoch: str, blob: str, part: int) -> bytes | None:
        self._member(home, epoch)
        return self.state.parts.get((blob, part))

    def put_words(self, home: str, epoch: str, entries: Sequence[RecordWords]) -> bool:
        self._member(home, epoch)
        for entry in entries:
            name = (entry.entity, entry.row_id)
            kept, known = self.state.documents.get(name), self.state.words.get(name)
            if entry.entity != CASE or kept is None or kept.erased or name in self.state.tombs:
                continue
            entry = replace(entry, version=min(entry.version, kept.version))
            if known is None or known.version <= entry.version:
                self.state.words[name] = entry
        return True

    def find_words(self, search: WordSearch) -> tuple[FoundRecord, ...]:
        self._member(search.home, search.epoch)
        if search.role not in ("clerk", "consultant", "supervisor", "auditor"):
            raise NotAllowed(Action.SEE_CASES.value, search.role)
        found = []
        for name, entry in self.state.words.items():
            kept, words = self.state.documents[name], set(entry.words)
            asked = any(words.issuperset({*way, *search.narrowed}) for way in search.ways)
            theirs = (kept.fields.get("to_auditor") is True) == (search.role == "auditor")
            if asked and theirs and search.first <= entry.n and (entry.n, entry.row_id) < search.before:
                found.append((entry.n, entry.row_id, FoundRecord(self._document(kept), entry.n)))
        found.sort(key=lambda one: one[:2], reverse=True)
        return tuple(record for _, _, record in found[: search.limit])

    def renew(self, caller: Caller, home: str, public_key: bytes) -> str:
        member = self.state.members.get(caller.home)
        if member is None or self._standing(member, caller) is not Standing.BEHIND:
            raise SharedSideRestored(_URL)
        code = self._free_code()
        self._add(Member(home, code, f"{member.name} {code}", public_key, renewed_from=caller.home))
        return code

    def close(self) -> None: ...

    # --- HubOwner and Door, as far as the tests need them ---

    def prepare(self, office: str, name: str) -> None:
        self.state.office, self.state.epoch = office, self._new_epoch()

    def is_empty(self) -> bool:
        return not self.state.office

    def office(self) -> tuple[str, str]:
        return self.state.office, ""

    def admit(self, home: str, counter_code: str, name: str, public_key: bytes) -> Login | None:
        self.state.members[home] = Member(home, counter_code, name, public_key)
        return None

    def invite(self, code: InviteCode, until: datetime, departments: Sequence[str] | None = None) -> str:
        return ""

    def withdraw(self, invitation: str) -> None:
        raise NotImplementedError

    def counters(self) -> tuple[CounterState, ...]:
        raise NotImplementedError

    def remove(self, home: str, last_day: date) -> None:
        raise NotImplementedError

    def survey_login(self) -> Login | None:
        raise NotImplementedError

    def begin_anew(self) -> None:
        self.state.epoch = self._new_epoch()

    def redeem(self, code: InviteCode, home: str, name: str, public_key: bytes) -> Redeemed:
        if home in self.state.members:
            raise InviteUsed
        counter_code = self._free_code()
        self._add(Member(home, counter_code, name, public_key))
        return Redeemed(self.state.office, "", counter_code, self.state.epoch, None)

    # --- backups ---

    def backup(self) -> bytes:
        return pickle.dumps(self.state)

    @staticmethod
    def read_backup(backup: bytes) -> State:
        state: State = pickle.loads(backup)
        return state

    def restore(self, backup: bytes, *, told: bool) -> None:
        """Put a backup back. Told: into the same server, by the rules. Else: all of the server's disk is put back, and
        nobody says so."""
        gone = self.state
        self.running.clear()
        self.state = self.read_backup(backup)
        if told:
            self.state.xid = gone.xid + 1
            self.state.feed = [(self.state.xid, seq, name) for _, seq, name in sorted(self.state.feed)]
            self.state.seq = max(gone.seq, self.state.seq)
            self.state.feed = [(xid, n, name) for n, (xid, _, name) in enumerate(self.state.feed, start=1)]
            self.state.epoch = self._new_epoch()

    # --- how it is done ---

    def _new_epoch(self) -> str:
        return str(uuid.uuid4())

    def _standing(self, member: Member, caller: Caller) -> Standing:
        if caller.epoch != "" and not self.is_of_this_life(caller.epoch):
            return Standing.RESTORED
        if caller.ticket.count > member.ticket.count:
            return Standing.RESTORED
        return Standing.IN_STEP if member.ticket in (caller.ticket, caller.following) else Standing.BEHIND

    def _member(self, home: str, epoch: str) -> Member:
        member = self.state.members.get(home)
        if member is None or not self.is_of_this_life(epoch):
            raise SharedSideRestored(_URL)
        if member.removed:
            raise HomeRemoved
        return member

    def _lock(self, locks: set[tuple[str, ...]], mine: Transaction | None) -> None:
        """PostgreSQL would wait; waiting for too long is what a counter sees of it."""
        if any(locks & other.locks for other in self.running.values() if other is not mine):
            raise SharedSideBusy(_URL)

    def _locks(self, operations: Iterable[Operation]) -> set[tuple[str, ...]]:
        locks: set[tuple[str, ...]] = set()
        for operation in operations:
            locks |= {("op", operation.op_id), (operation.entity, operation.row_id)}
            fields = read_fields(operation) or {}
            if (root := root_of(operation.entity, fields)) is not None:
                locks.add(root)
            if operation.entity in ROOTS:
                locks |= {kept.name for kept in self._children(operation.row_id)}
                number = visit_number_of(fields) if operation.entity == VISIT else None
                locks |= {("number", number)} if number else set()
        return locks

    def _children(self, root_id: str) -> list[Kept]:
        return sorted((k for k in self.state.documents.values() if k.parent == root_id), key=lambda k: k.place)

    def _of_a_visit(self, kept: Kept) -> bool:
        return (VISIT, kept.parent if kept.entity != VISIT else kept.row_id) in self.state.documents

    def _merge(self, home: str, operations: Iterable[Operation]) -> tuple[Merging, tuple[Outcome, ...]]:
        offered = tuple(operations)
        documents = self.state.documents
        moved = {o.row_id for o in offered if o.entity in ROOTS}
        merging = Merging(
            home,
            self.clock().isoformat(),
            self.state.place,
            kept={name: replace(kept) for name, kept in documents.items()},
            children={root_id: [replace(kept) for kept in self._children(root_id)] for root_id in moved},
            tombs=set(self.state.tombs),
            whose=lambda number: next((k.row_id for k in documents.values() if k.number == number), None),
        )
        outcomes = {o.op_id: known for o in offered if (known := self.outcome_before(o)) is not None}
        new = [operation for operation in offered if operation.op_id not in outcomes]
        for offered_one in read_offer(new):
            outcomes[offered_one.operation.op_id] = merging.take(offered_one)
        self.state.place = merging.place
        return merging, tuple(outcomes[operation.op_id] for operation in offered)

    def _enter_feed(self, transaction: Transaction) -> None:
        assert transaction.merging is not None
        for name in transaction.merging.touched:
            self.state.seq += 1
            transaction.entries.append((transaction.xid, self.state.seq, name))

    def _apply(self, transaction: Transaction) -> None:
        merging, state = transaction.merging, self.state
        if merging is None:
            return
        for name, key in transaction.keys.items():
            state.keys.setdefault(name, key)
        state.documents |= merging.touched
        state.ledger |= {entered.operation.op_id: (merging.home, entered) for entered in merging.entered}
        state.feed += transaction.entries
        for name in merging.buried:
            state.tombs.add(name)
            state.keys.pop(name, None)
            state.words.pop(name, None)
        state.parts = {name: data for name, data in state.parts.items() if not self._is_dead(name[0])}

    def _is_dead(self, blob: str) -> bool:
        named = [k for k in self.state.documents.values() if k.entity == "attachment" and k.fields.get("blob") == blob]
        return bool(named) and all(kept.erased for kept in named)

    def _held(self, kept: Kept, home: str, hold_from: date) -> bool:
        if kept.entity in _NEVER_OUT:
            return False
        placed = kept.entity in ROOTS or kept.parent is not None
        return not placed or kept.holder == home or (kept.day or "") >= hold_from.isoformat()

    def _document(self, kept: Kept) -> Document:
        key = None if kept.erased else self.state.keys.get(kept.name)
        return Document(kept.entity, kept.row_id, kept.version, kept.place, kept.home, kept.erased, kept.fields, key)

    def _free_code(self) -> str:
        counters = {row_id for entity, row_id in self.state.documents if entity == "counter"}
        return free_counter_code(counters | {member.code for member in self.state.members.values()})

    def _add(self, member: Member) -> None:
        """A new home and its counter, in a transaction of its own."""
        self.state.members[member.home] = member
        fields = {"name": member.name, "public_key": member.public_key.hex(), "home": member.home}
        operation = Operation(
            str(uuid.uuid4()),
            0,
            "counter",
            member.code,
            OperationKind.CREATE,
            _SEEN_ALL,
            json.dumps(fields),
            "",
            self.clock().isoformat(),
        )
        transaction = self.begin(None, SYSTEM)
        transaction.merging, transaction.outcomes = self._merge(SYSTEM, [operation])
        assert transaction.outcomes[0].result is Result.APPLIED
        self._enter_feed(transaction)
        self.commit(transaction)
