"""One exchange between this home and the shared side: greet, push what waits, pull what is new (design §4).

Whatever is interrupted may simply be done again: the shared side answers a repeated operation as it did the first time,
and rows arrive together with the cursor. This module knows no network; `Hub` does.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.db.attachment_files import AttachmentFiles
from app.db.outbox_queue import NO_LIMIT
from app.db.replicas import STEPS
from app.db.schema_version import HEAD
from app.db.shared_links import UNREAD, SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.errors import AppError
from app.domain.sharing import (
    EVERY_PLACE,
    PROTOCOL,
    PUSH_LIMIT,
    Caller,
    Exchanged,
    Greeting,
    Operation,
    OperationKind,
    Outcome,
    Page,
    Push,
    Refusal,
    Result,
    Standing,
)
from app.domain.sharing_errors import (
    HomeBehind,
    HomeRemoved,
    NotShared,
    SharedSideNewer,
    SharedSideOfAnotherOffice,
    SharedSideRestored,
)
from app.sync.attachments import AttachmentTransfer
from app.sync.hub import Hub
from app.sync.identity import Identity
from app.sync.matters import ask_about_matters
from app.sync.pace import Pace
from app.sync.retention import Retention, hold_from
from app.sync.words import tell_words

_TOLD_EVERY = timedelta(seconds=15)
_PARTS_SECONDS = 5.0
"""How long one exchange sends scans."""
_ROUNDS = 4
"""How often an exchange begins anew because the shared side turned out to be another one."""


_AUDIT_LIMIT = PUSH_LIMIT * 2


def new_mark(last_operation: int, last_audit: int) -> str:
    """The mark of the ticket of one push, and how far that goes.

    It stands in the tables before the push is offered, and is drawn only then: two copies of one home never offer
    different things under the same mark, at whatever moment they were copied.
    """
    return f"{secrets.token_hex(8)}.{last_operation}.{last_audit}"


def _reach(mark: str) -> tuple[int, int]:
    """How far the push of that mark goes: its last operation and row of the access log."""
    parts = mark.split(".")
    return (int(parts[1]), int(parts[2])) if len(parts) == 3 else (NO_LIMIT, NO_LIMIT)


@dataclass
class _Tally:
    pushed: int = 0
    pulled: int = 0
    refused: int = 0
    relabelled: int = 0


class Exchange:
    """`release` is this program's version; `wait` lets tests do without waiting.

    `pace` is that of the exchange before: it knows whether somebody works here. `introduce` enters this home where it
    is not known, which a file made anew allows; None where only an administrator can.
    """

    def __init__(
        self,
        database: Database,
        hub: Hub,
        identity: Identity,
        clock: Callable[[], datetime],
        release: str,
        files: AttachmentFiles,
        *,
        wait: Callable[[float], None] = time.sleep,
        pace: Pace | None = None,
        introduce: Callable[[], None] | None = None,
    ) -> None:
        self._database = database
        self._hub = hub
        self._identity = identity
        self._clock = clock
        self._release = release
        self._introduce = introduce
        self.pace = pace or Pace(self._newest, wait)
        # What an exchange of a process that was ended left parked is tried once more.
        self._parked_unsettled = pace is None
        self.retention = Retention(database, hub, clock, self.pace, files)
        self.attachments = AttachmentTransfer(database, hub, files)
        # What this home has made at places from there on, this exchange has offered and noted.
        self._own_before = EVERY_PLACE

    def once(self) -> Exchanged:
        """Errors: `NotShared`, the `SharedSide…` family. How it went is noted in the state either way."""
        began = time.monotonic()
        tally = _Tally()
        self._own_before = EVERY_PLACE
        try:
            greeting = self._until_in_step(tally)
            self.retention.tidy(self._link())
            self._send_attachments(tally)
        except AppError as error:
            if not isinstance(error, NotShared):
                note_failure(self._database, self._clock(), error)
            raise
        clock = (self._clock() - greeting.now).total_seconds()
        self._note_success(clock)
        with self._database.read() as work:
            unsent, _, _ = work.queue.count()
            conflicts = work.shared.open_conflicts()
            scans = work.attachments.unsent()
        return Exchanged(
            tally.pushed,
            tally.pulled,
            unsent,
            conflicts,
            time.monotonic() - began,
            tally.refused,
            tally.relabelled,
            scans,
        )

    def _note_success(self, clock: float) -> None:
        """A home that asks every second does not write every second that all is as it was."""
        at = self._clock()
        with self._database.read() as work:
            before = work.shared.state(0, 0, 0)
        told = before.last_exchange is not None and timedelta() <= at - before.last_exchange < _TOLD_EVERY
        if told and not before.trouble and not before.catching_up and before.failing_since is None:
            return
        with self._database.write() as work:
            work.shared.succeeded(at, clock)

    def _until_in_step(self, tally: _Tally) -> Greeting:
        for _ in range(_ROUNDS):
            greeting = self._greet(tally)
            try:
                self._push(tally)
                self._pull(tally)
                while self._orphans_wait_again():
                    self._push(tally)
                tell_words(self._database, self._hub, self._link().home, greeting.epoch, self.pace)
                ask_about_matters(self._database, self._hub, self._link(), self._clock)
            except (SharedSideRestored, HomeBehind):
                continue  # it changed between two of our questions: ask anew where we stand
            return greeting
        raise SharedSideRestored(self._link().address.url())

    # --- where both stand ---

    def _greet(self, tally: _Tally) -> Greeting:
        link = self._link()
        with self._database.read() as work:
            unsent, _, _ = work.queue.count()
            conflicts = work.shared.open_conflicts()
            today = work.now(self._clock()).day
        caller = Caller(
            home=link.home,
            epoch=link.epoch,
            ticket=link.ticket,
            following=link.following,
            release=self._release,
            protocol=PROTOCOL,
            at=self._clock(),
            unsent=unsent,
            conflicts=conflicts,
        )
        greeting = self._hub.greet(caller)
        address = link.address.url()
        if greeting.protocol_needed > PROTOCOL:
            raise SharedSideNewer(address, greeting.protocol_needed, PROTOCOL)
        if greeting.office != link.office:
            raise SharedSideOfAnotherOffice(address, greeting.office)
        if greeting.standing is Standing.UNKNOWN and self._introduce is not None:
            self._introduce()
            greeting = self._hub.greet(caller)
        if greeting.standing in (Standing.REMOVED, Standing.UNKNOWN):
            raise HomeRemoved
        if greeting.standing is Standing.BEHIND:
            # A double may have made something as this home, just after the last push: it counted as known here.
            with self._database.write() as work:
                self._read_again(work, link)
            tally.relabelled += self._identity.begin_anew(self._link(), caller, self._hub)
            return self._greet(tally)
        if link.pull_from is not None and link.pull_from > today:
            # A clock ahead took all that is here now for long past.
            with self._database.write() as work:
                self._read_again(work, link)
                work.held_days.begin(hold_from(work, self._clock()))
        known = (link.epoch, link.pulled_with, link.key_accepted)
        if known != (greeting.epoch, HEAD, greeting.key_accepted):
            with self._database.write() as work:
                if greeting.epoch != link.epoch:
                    begin_with(work, greeting.epoch, hold_from(work, self._clock()))
                elif link.pulled_with != HEAD:
                    self._understand_more(work, link)
                work.shared.change(pulled_with=HEAD, key_accepted=greeting.key_accepted)
        return greeting

    # --- push ---

    def _push(self, tally: _Tally) -> None:
        link = self._ready()
        while link is not None:
            last_operation, last_audit = _reach(link.following.mark)
            with self._database.read() as work:
                operations = work.queue.waiting(PUSH_LIMIT, last_operation)
                keys = work.queue.keys_of(operations)
                audits = work.queue.audits(link.audit_sent, _AUDIT_LIMIT, last_audit)
            push = Push(link.home, link.epoch, link.ticket, link.following, operations, keys, audits)
            outcomes = self._hub.push(push)
            taken = any(outcome.reason == Refusal.NUMBER_TAKEN for outcome in outcomes)
            next_push = self.pace.push()
            with self._database.write() as work:
                work.queue.settle(outcomes)
                acknowledge(work, operations, outcomes)
                orphans = [outcome.op_id for outcome in outcomes if outcome.reason == Refusal.ORPHAN]
                work.replica.not_there(work.queue.records_of(orphans))
                if taken:
                    tally.relabelled += self._identity.number_again(work, operations, outcomes)
                sent = audits[-1].n if audits else link.audit_sent
                work.shared.change(audit_sent=sent)
                work.shared.renew_ticket(link.following, _next_mark(work, sent, next_push))
                following = work.shared.link()
            self._own_before = min([self._own_before, *_places_made(operations, outcomes)])
            tally.pushed += sum(outcome.result is not Result.REFUSED for outcome in outcomes)
            tally.refused += sum(outcome.result is Result.REFUSED for outcome in outcomes)
            link = following if following is not None and following.following.mark else self._ready()

    def _send_attachments(self, tally: _Tally) -> None:
        """One part after the other, for as long as others may wait for this exchange to end; before each part goes what
        somebody has recorded meanwhile."""
        until = time.monotonic() + _PARTS_SECONDS
        with suppress(SharedSideRestored, HomeBehind):  # the next exchange asks anew where both stand
            while time.monotonic() < until:
                self._push(tally)
                if not self.attachments.send_part(self._link()):
                    break

    def _ready(self) -> SharedLink | None:
        """The tie with the ticket for the next push; None when nothing waits and no push was cut off."""
        link = self._link()
        if link.following.mark:
            return link
        with self._database.read() as work:
            if work.queue.next_numbers(1, link.audit_sent, 1) is None:
                return None
        next_push = self.pace.push()
        with self._database.write() as work:
            work.shared.change(following_mark=_next_mark(work, link.audit_sent, next_push))
        return self._link()

    def _orphans_wait_again(self) -> bool:
        with self._database.read() as work:
            if not work.queue.orphans_there():
                return False
        with self._database.write() as work:
            return work.queue.offer_orphans() > 0

    # --- pull ---

    def _pull(self, tally: _Tally) -> None:
        if self._link().pull_from is None:
            with self._database.write() as work:
                work.held_days.begin(hold_from(work, self._clock()))
        first = True
        while True:
            link = self._link()
            catching_up = link.cursor < link.known
            # What is read anew, an earlier exchange may have begun to: this one has not noted all that it has made.
            own_before = EVERY_PLACE if catching_up else self._own_before
            asked = (link.cursor, self.pace.page(), _pulled_from(link))
            page = self._hub.pull(link.home, link.epoch, *asked, own_before)
            if page.cursor == link.cursor and not page.documents and not catching_up:
                break
            narrowed = self.retention.narrowed(link, page.documents)
            began = time.monotonic()
            with self._database.write() as work:
                taken = work.replica.take(narrowed.documents)
                self.retention.cases.leave(work, narrowed.left)
                if taken:
                    work.replica.try_parked()
                if not catching_up:
                    work.held_days.changed(narrowed.changed)
                again = _move(work, link, page, taken)
                if first and page.more:
                    work.shared.change(catching_up=True)
            self._parked_unsettled |= taken > 0
            tally.pulled += taken
            first = False
            if not page.more and not again:
                break
            self.pace.yield_to_clerks(time.monotonic() - began)
        if self._parked_unsettled:
            # Not every time: what cannot be taken would be written anew with every exchange.
            self.retention.settle_parked()
            self._parked_unsettled = False

    def _understand_more(self, work: UnitOfWork, link: SharedLink) -> None:
        """This release understands more of what is there: all that is here is taken again."""
        work.replica.forget_versions()
        self._read_again(work, link)

    def _read_again(self, work: UnitOfWork, link: SharedLink) -> None:
        """The feed is read from its beginning for what is to be here, and then on from where it was.

        What was fetched is let go: it is fetched again when it is asked for.
        """
        work.held_days.let_fetched_go()
        known, since = max(link.known, link.cursor), work.held_days.oldest_of_others(hold_from(work, self._clock()))
        work.shared.read_anew(known, None if link.pull_from is None else since)

    def _link(self) -> SharedLink:
        with self._database.read() as work:
            link = work.shared.link()
        if link is None:
            raise NotShared
        return link

    def _newest(self) -> int:
        with self._database.read() as work:
            return work.outbox.newest()


def note_failure(database: Database, at: datetime, error: AppError) -> None:
    """Note why an exchange failed; one that fails as the one before did writes nothing."""
    trouble, data = type(error).__name__, dict(vars(error))
    with database.read() as work:
        if work.shared.has_failed(trouble, data):
            return
    with database.write() as work:
        work.shared.failed(at, trouble, data)
        if isinstance(error, HomeRemoved):
            # What it prints from now on nobody could answer.
            work.shared.change(key_accepted=False)


def _places_made(operations: tuple[Operation, ...], outcomes: tuple[Outcome, ...]) -> list[int]:
    """The places of the records that this home has made just now."""
    made = [operation.kind is OperationKind.CREATE for operation in operations]
    return [o.place for o, new in zip(outcomes, made, strict=True) if new and o.result is Result.APPLIED]


def _next_mark(work: UnitOfWork, audit_sent: int, limit: int) -> str:
    """The mark for the next push of at most `limit` operations, "" when there is nothing to push."""
    numbers = work.queue.next_numbers(limit, audit_sent, _AUDIT_LIMIT)
    return "" if numbers is None else new_mark(*numbers)


def _pulled_from(link: SharedLink) -> date:
    """From what day on other homes' visits are asked for: of what changes now, all are to be known of."""
    return link.pull_from if link.pull_from is not None and link.cursor < link.known else date.min


def _move(work: UnitOfWork, link: SharedLink, page: Page, taken: int) -> bool:
    """Note how far the feed was read; whether it is to be read on at once.

    A page that goes beyond what was known before lacks what changed of days that are not asked for: from there on it is
    read again.
    """
    if link.known <= link.cursor:
        work.shared.move_cursor(page.cursor, taken)
        return False
    if link.known <= page.cursor:
        work.shared.move_cursor(link.known, taken)
        return True
    work.shared.move_cursor(page.cursor, taken)
    if not page.more:
        work.shared.change(known_xid=page.cursor.xid, known_seq=page.cursor.seq)
    return False


def begin_with(work: UnitOfWork, epoch: str, since: date) -> None:
    """The shared side begins a new life: everything is offered again, and everything it has is taken anew.

    `since` is the first day to be here. What changed of days before while it had its other life, nobody can tell.
    """
    work.queue.offer_again()
    work.replica.forget_versions()
    work.search.tell_again()
    work.attachments.send_all()
    since = work.held_days.oldest_of_others(since)
    work.held_days.forget(since)
    work.shared.read_anew(UNREAD, since)
    work.shared.change(epoch=epoch, audit_sent=0)


def acknowledge(work: UnitOfWork, operations: tuple[Operation, ...], outcomes: tuple[Outcome, ...]) -> None:
    """Note the versions and places the shared side gave.

    Operations are in the order of their numbers, and `outcomes` in theirs. After an edit the version is only known to
    be this home's own where nothing stood between: else the feed tells.
    """
    # What this home has created it has created at version 1; nothing has to be looked up for it.
    changed = {(op.entity, op.row_id) for op in operations if op.kind is not OperationKind.CREATE}
    known = work.replica.versions(changed)
    versions: dict[tuple[str, str], int] = {}
    places: list[tuple[str, str, int]] = []
    for operation, outcome in zip(operations, outcomes, strict=True):
        row = (operation.entity, operation.row_id)
        if outcome.result is not Result.APPLIED:
            continue
        if operation.kind is OperationKind.CREATE and operation.entity in STEPS and outcome.place:
            places.append((*row, outcome.place))
        before = versions.get(row, known.get(row, (0, False))[0])
        if outcome.version == before + 1:
            versions[row] = outcome.version
    work.replica.acknowledge([(*row, version) for row, version in versions.items()], places)
