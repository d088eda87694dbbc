"""A home that was put back from an old copy, or copied to a second PC: it goes on under a new counter (design §4).

Its visits stay. Those that the shared side does not know yet get numbers of the new counter, because the old ones may
have been given twice; each of them is kept for people to see, with the number on paper and the new one.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterable
from datetime import date, datetime
from pathlib import Path

from app.crypto.signing import public_key
from app.db.home_keys import next_slip_seed
from app.db.home_moves import NumberedVisit, OpenVisit
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.sharing import Caller, Document, Operation, Outcome, Refusal, Request, Ticket, Wanted
from app.domain.visits import StepKind, VisitStatus, visit_number
from app.sync.hub import Hub
from app.sync.steps import take_step

_GOES_ON = {VisitStatus.CALLED: StepKind.CALLED, VisitStatus.SERVING: StepKind.SERVING_STARTED}


class Identity:
    """`keys` is the home's folder of keys; `clock` this PC's.

    `carry` is told the tie and what the home will be known by, before it is: passwords go with it.
    """

    def __init__(
        self,
        database: Database,
        keys: Path,
        clock: Callable[[], datetime],
        carry: Callable[[SharedLink, str], None],
    ) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock
        self._carry = carry

    def begin_anew(self, link: SharedLink, caller: Caller, hub: Hub) -> int:
        """Become a new counter; how many visits got another number.

        Cut off at any moment, it goes on with the next exchange where it was: the key's file comes first, what the
        shared side is asked for follows from it, and the tables change in one transaction.
        """
        with self._database.read() as work:
            known = work.offices.public_keys()
            before = work.offices.home_counter()
            unsure = work.moves.unacknowledged()
            at_desk = work.moves.open_at(before)
        there = self._on(hub, link, {*(visit.day for visit in unsure), *(visit.day for visit in at_desk)})
        told = {document.row_id for document in there}
        unknown = [visit for visit in unsure if visit.id not in told]
        ours = [visit for visit in at_desk if not _went_on(visit, there)]
        public = public_key(next_slip_seed(self._keys, known))
        home = str(uuid.uuid5(uuid.UUID(link.home), public.hex()))
        code = hub.renew(caller, home, public)
        self._carry(link, home)
        with self._database.write() as work:
            self._become(work, home, before, code, public)
            oldest = work.moves.oldest_day()
            if oldest is not None and link.pull_from is not None:
                # Its visits are another home's from now on: read anew, too, they are asked for by their days.
                work.shared.change(pull_from=min(oldest, link.pull_from))
            for visit in unknown:
                self._number(work, visit, code, visit.seq)
            for open_one in ours:
                self._take_along(work, open_one, before, code)
        return len(unknown)

    def number_again(self, work: UnitOfWork, operations: tuple[Operation, ...], outcomes: tuple[Outcome, ...]) -> int:
        """Give visits whose number somebody else has the next free one of their counter; how many there were."""
        taken = {outcome.op_id for outcome in outcomes if outcome.reason == Refusal.NUMBER_TAKEN}
        visits = [work.moves.numbered(op.row_id) for op in operations if op.op_id in taken]
        for visit in visits:
            self._number(work, visit, visit.counter_code, work.moves.next_seq(visit.counter_code, visit.day))
        return len(visits)

    def _on(self, hub: Hub, link: SharedLink, days: Iterable[date]) -> list[Document]:
        """What the shared side has of visits of these days."""
        asked = [Request(link.home, link.epoch, "", "clerk", Wanted.DAY, day.isoformat()) for day in sorted(days)]
        return [document for request in asked for document in hub.fetch(request)]

    def _become(self, work: UnitOfWork, home: str, before: str, code: str, public: bytes) -> None:
        work.moves.become(home, code, code, public)
        work.shared.renew_ticket(Ticket(), "")
        # The whole access log is told under the new name, so that its chain can be followed from the beginning.
        work.shared.change(audit_sent=0)
        self._audit(work, code, "become_counter", "counter", code, {"before": before, "after": code})

    def _number(self, work: UnitOfWork, visit: NumberedVisit, code: str, seq: int) -> None:
        work.moves.number(visit.id, code, seq)
        before, after = visit_number(visit.counter_code, visit.seq), visit_number(code, seq)
        work.shared.add_relabelled(visit.id, visit.day, before, after, self._clock())
        self._audit(work, code, "relabel", "visit", visit.id, {"before": before, "after": after})

    def _audit(
        self, work: UnitOfWork, code: str, action: str, entity: str, row_id: str, detail: dict[str, object]
    ) -> None:
        work.audit.write(
            at=self._clock(),
            login="",
            role="",
            counter_code=code,
            action=action,
            entity=entity,
            row_id=row_id,
            detail=detail,
        )

    def _take_along(self, work: UnitOfWork, visit: OpenVisit, before: str, after: str) -> None:
        """Who waits for this desk, was called or is served here stays so, at the counter this home is now."""
        self._step(work, visit, StepKind.HANDED_OVER, before, after)
        goes_on = _GOES_ON.get(VisitStatus(visit.status))
        if goes_on is not None:
            self._step(work, visit, goes_on, after, None)
        work.replica.follow_course([visit.id])

    def _step(self, work: UnitOfWork, visit: OpenVisit, kind: StepKind, at: str, to: str | None) -> None:
        take_step(work, self._clock(), visit.id, kind, by=visit.by, counter_code=at, automatic=True, to_counter=to)


def _went_on(visit: OpenVisit, there: Iterable[Document]) -> bool:
    """Whether something has happened to the visit that this home does not know of: then it is not at its desk."""
    return any(
        document.entity == "visit_step"
        and document.fields.get("visit_id") == visit.id
        and document.row_id not in visit.steps
        for document in there
    )
