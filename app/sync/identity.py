"""A home that was put back from an old copy, or copied to a second PC: it goes on under a new counter (design §4).

Its visits stay. Those that the shared side does not know yet get numbers of the new counter, because the old ones may
have been given twice; each of them is kept for people to see, with the number on paper and the new one.
"""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from app.crypto.signing import new_seed, public_key
from app.db.home_keys import replace_slip_seed
from app.db.home_moves import NumberedVisit
from app.db.outbox_log import new_id
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.db.visits import NewStep
from app.domain.sharing import Caller, Operation, Outcome, Refusal, Request, Ticket, Wanted
from app.domain.visits import StepKind, visit_number
from app.sync.hub import Hub


class Identity:
    """`keys` is the home's folder of keys; `clock` this PC's."""

    def __init__(self, database: Database, keys: Path, clock: Callable[[], datetime]) -> None:
        self._database = database
        self._keys = keys
        self._clock = clock

    def begin_anew(self, link: SharedLink, caller: Caller, hub: Hub) -> int:
        """Become a new counter; how many visits got another number.

        Cut off at any moment, it is begun again with the next exchange: a counter that nobody is stays behind then.
        """
        with self._database.read() as work:
            unsure = work.moves.unacknowledged()
        unknown = [visit for visit in unsure if not self._is_there(hub, link, visit.id)]
        home, seed = str(uuid.uuid4()), new_seed()
        code = hub.renew(caller, home, public_key(seed))
        replace_slip_seed(self._keys, seed)
        with self._database.write() as work:
            before = work.offices.home_counter()
            work.moves.become(home, code, code, public_key(seed))
            work.shared.renew_ticket(Ticket(), secrets.token_hex(8))
            for visit in unknown:
                self._number(work, visit, code, visit.seq)
            for visit in work.moves.open_at(before):
                self._hand_over(work, visit, before, code)
        return len(unknown)

    def number_again(self, work: UnitOfWork, operations: tuple[Operation, ...], outcomes: tuple[Outcome, ...]) -> int:
        """Give visits whose number somebody else has the next free one of their counter; how many there were."""
        taken = {outcome.op_id for outcome in outcomes if outcome.reason == Refusal.NUMBER_TAKEN}
        visits = [work.moves.numbered(op.row_id) for op in operations if op.op_id in taken]
        for visit in visits:
            self._number(work, visit, visit.counter_code, work.moves.next_seq(visit.counter_code, visit.day))
        return len(visits)

    def _is_there(self, hub: Hub, link: SharedLink, visit_id: str) -> bool:
        asked = Request(link.home, link.epoch, "", "clerk", Wanted.RECORD, f"visit/{visit_id}")
        return bool(hub.fetch(asked))

    def _number(self, work: UnitOfWork, visit: NumberedVisit, code: str, seq: int) -> None:
        work.moves.number(visit.id, code, seq)
        before, after = visit_number(visit.counter_code, visit.seq), visit_number(code, seq)
        work.shared.add_relabelled(visit.id, visit.day, before, after, self._clock())
        work.audit.write(
            at=self._clock(),
            login="",
            role="",
            counter_code=code,
            action="relabel",
            entity="visit",
            row_id=visit.id,
            detail={"before": before, "after": after},
        )

    def _hand_over(self, work: UnitOfWork, visit: NumberedVisit, before: str, after: str) -> None:
        """Who was called or served here waits for the counter this home is now."""
        now = work.now(self._clock())
        step = NewStep(
            id=new_id(),
            visit_id=visit.id,
            kind=StepKind.HANDED_OVER,
            at=now.at,
            by=visit.registered_by,
            counter_code=before,
            automatic=True,
            because_of=None,
            trusted=False,
            pc_clock=now.pc_clock,
            to_counter=after,
        )
        work.visits.add_step(step)
        fields = {
            "visit_id": visit.id,
            "kind": step.kind.value,
            "at": step.at.isoformat(),
            "by": step.by,
            "counter_code": before,
            "automatic": True,
            "because_of": None,
            "trusted": False,
            "pc_clock": step.pc_clock.isoformat(),
            "to_counter": after,
        }
        work.outbox.write(
            at=now.at, entity="visit_step", row_id=step.id, kind="create", by=visit.registered_by, fields=fields
        )
        work.replica.follow_course([visit.id])
