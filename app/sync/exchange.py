"""One exchange between this home and the shared side: greet, push what waits, pull what is new (design §4).

Whatever is interrupted may simply be done again: the shared side answers a repeated operation as it did the first time,
and rows arrive together with the cursor. This module knows no network; `Hub` does.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from app.db.schema_version import HEAD
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.errors import AppError
from app.domain.sharing import (
    PROTOCOL,
    PUSH_LIMIT,
    Caller,
    Cursor,
    Exchanged,
    Greeting,
    Operation,
    OperationKind,
    Outcome,
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
from app.sync.hub import Hub
from app.sync.identity import Identity
from app.sync.pace import Pace

_ROUNDS = 4
"""How often an exchange begins anew because the shared side turned out to be another one."""


def new_mark() -> str:
    """The random part of a ticket."""
    return secrets.token_hex(8)


@dataclass
class _Tally:
    pushed: int = 0
    pulled: int = 0
    refused: int = 0
    relabelled: int = 0


class Exchange:
    """`release` is this program's version; `wait` lets tests do without waiting."""

    def __init__(
        self,
        database: Database,
        hub: Hub,
        identity: Identity,
        clock: Callable[[], datetime],
        release: str,
        *,
        wait: Callable[[float], None] = time.sleep,
    ) -> None:
        self._database = database
        self._hub = hub
        self._identity = identity
        self._clock = clock
        self._release = release
        self._pace = Pace(self._newest, wait)

    def once(self) -> Exchanged:
        """Errors: `NotShared`, the `SharedSide…` family. How it went is noted in the state either way."""
        began = time.monotonic()
        tally = _Tally()
        try:
            greeting = self._until_in_step(tally)
        except AppError as error:
            if not isinstance(error, NotShared):
                with self._database.write() as work:
                    work.shared.failed(self._clock(), type(error).__name__, dict(vars(error)))
            raise
        clock = (self._clock() - greeting.now).total_seconds()
        with self._database.write() as work:
            work.shared.succeeded(self._clock(), clock)
            unsent, _, _ = work.queue.count()
            conflicts = work.shared.open_conflicts()
        return Exchanged(
            tally.pushed,
            tally.pulled,
            unsent,
            conflicts,
            time.monotonic() - began,
            tally.refused,
            tally.relabelled,
        )

    def _until_in_step(self, tally: _Tally) -> Greeting:
        for _ in range(_ROUNDS):
            greeting = self._greet(tally)
            try:
                self._push(tally)
                self._pull(tally)
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
        if greeting.standing in (Standing.REMOVED, Standing.UNKNOWN):
            raise HomeRemoved
        if greeting.standing is Standing.BEHIND:
            tally.relabelled += self._identity.begin_anew(link, caller, self._hub)
            return self._greet(tally)
        with self._database.write() as work:
            if greeting.epoch != link.epoch:
                begin_with(work, greeting.epoch)
            elif link.pulled_with != HEAD:
                work.replica.forget_versions()  # this release understands more of what is there
                work.shared.move_cursor(Cursor(), 0)
            work.shared.change(pulled_with=HEAD, key_accepted=greeting.key_accepted)
        return greeting

    # --- push ---

    def _push(self, tally: _Tally) -> None:
        while True:
            link = self._link()
            with self._database.read() as work:
                operations = work.queue.waiting(PUSH_LIMIT)
                keys = work.queue.keys_of(operations)
                audits = work.queue.audits(link.audit_sent, PUSH_LIMIT * 2)
            if not operations and not audits:
                return
            push = Push(link.home, link.epoch, link.ticket, link.following, operations, keys, audits)
            outcomes = self._hub.push(push)
            taken = any(outcome.reason == Refusal.NUMBER_TAKEN for outcome in outcomes)
            with self._database.write() as work:
                work.queue.settle(outcomes)
                acknowledge(work, operations, outcomes)
                work.shared.renew_ticket(link.following, new_mark())
                if audits:
                    work.shared.change(audit_sent=audits[-1].n)
                if taken:
                    tally.relabelled += self._identity.number_again(work, operations, outcomes)
            tally.pushed += sum(outcome.result is not Result.REFUSED for outcome in outcomes)
            tally.refused += sum(outcome.result is Result.REFUSED for outcome in outcomes)

    # --- pull ---

    def _pull(self, tally: _Tally) -> None:
        hold_from = self._hold_from()
        first = True
        while True:
            link = self._link()
            page = self._hub.pull(link.home, link.epoch, link.cursor, self._pace.page(), hold_from)
            if page.cursor == link.cursor and not page.documents:
                return
            began = time.monotonic()
            with self._database.write() as work:
                taken = work.replica.take(page.documents)
                if taken:
                    work.replica.try_parked()
                work.shared.move_cursor(page.cursor, taken)
                if first and page.more:
                    work.shared.change(catching_up=True)
            tally.pulled += taken
            first = False
            if not page.more:
                return
            self._pace.yield_to_clerks(time.monotonic() - began)

    def _hold_from(self) -> date:
        with self._database.read() as work:
            days = work.offices.settings().hold_days
            return work.now(self._clock()).day - timedelta(days=days)

    def _link(self) -> SharedLink:
        with self._database.read() as work:
            link = work.shared.link()
        if link is None:
            raise NotShared
        return link

    def _newest(self) -> int:
        with self._database.read() as work:
            return work.outbox.newest()


def begin_with(work: UnitOfWork, epoch: str) -> None:
    """The shared side begins a new life: everything is offered again, and everything it has is taken anew."""
    work.queue.offer_again()
    work.replica.forget_versions()
    work.shared.move_cursor(Cursor(), 0)
    work.shared.change(epoch=epoch, audit_sent=0)


def acknowledge(work: UnitOfWork, operations: tuple[Operation, ...], outcomes: tuple[Outcome, ...]) -> None:
    """Note the versions and places the shared side gave.

    After an edit the version is only known to be this home's own where nothing stood between: else the feed tells.
    """
    by_id = {operation.op_id: operation for operation in operations}
    known = work.replica.versions({(op.entity, op.row_id) for op in operations})
    versions: dict[tuple[str, str], int] = {}
    places: list[tuple[str, int]] = []
    for outcome in sorted(outcomes, key=lambda o: by_id[o.op_id].n):
        operation = by_id[outcome.op_id]
        row = (operation.entity, operation.row_id)
        if outcome.result is not Result.APPLIED:
            continue
        if operation.kind is OperationKind.CREATE and operation.entity == "visit_step" and outcome.place:
            places.append((operation.row_id, outcome.place))
        before = versions.get(row, known.get(row, (0, False))[0])
        if outcome.version == before + 1:
            versions[row] = outcome.version
    work.replica.acknowledge([(*row, version) for row, version in versions.items()], places)
