"""How this home is tied to the shared side, kept with the data it speaks of (design §4)."""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, and_, bindparam, delete, func, insert, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.document_fields import MAPS
from app.db.prepared import PreparedSelect
from app.domain.sharing import Cursor, FieldConflict, Relabelled, SharedAddress, SharedKind, SyncState, Ticket
from app.domain.visits import visit_number
from app.models.tables import case_file, conflict, home, relabelled, shared_link, visit

UNREAD = Cursor(2**62, 0)
"""Behind every place of a feed."""


_KEY_ACCEPTED = PreparedSelect(lambda: select(shared_link.c.key_accepted))
_NOT_CHOSEN = frozenset({"password_hash", "public_key", "home", "key_until", "outcome_at", "outcome_by", "taken_at"})
_NOT_CHOSEN |= {"ended_on", "at", "state_at", "state_by", "removed"}
"""Which of two passwords stands is nobody's to read, let alone to choose; nor with whose key a counter signs. That two
people have said the same at two times is nothing to settle, nor is when a case ended: its steps say so.
"""

_NAMES = ("name", "title", "text", "phrase", "question")
"""Columns of what a person calls a record, the first that it has."""
_CALLED = {"case_file": "number", "re_review": "applied_for"}
"""Records that are not called by the name of a citizen."""


@dataclass(frozen=True, slots=True)
class SharedLink:
    """The tie itself. `following` is the ticket the next push renews `ticket` with; it was stored before being used.

    Its mark is "" while no push is under way. For `pull_from`, `known` and `cleared_before` see the table.
    """

    office: str
    home: str
    address: SharedAddress
    user: str
    epoch: str
    ticket: Ticket
    following: Ticket
    cursor: Cursor
    audit_sent: int
    pulled_with: str
    key_accepted: bool
    pull_from: date | None
    known: Cursor
    cleared_before: date | None


class SharedLinkRepository:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def link(self) -> SharedLink | None:
        """None while this home is on its own."""
        row = self._connection.execute(
            select(shared_link, home.c.home_id).join(home, home.c.one == shared_link.c.one)
        ).one_or_none()
        if row is None:
            return None
        return SharedLink(
            office=row.office,
            home=row.home_id,
            address=_address(row.address),
            user=row.user,
            epoch=row.epoch,
            ticket=Ticket(row.ticket_count, row.ticket_mark),
            following=Ticket(row.ticket_count + 1, row.following_mark),
            cursor=Cursor(row.cursor_xid, row.cursor_seq),
            audit_sent=row.audit_sent,
            pulled_with=row.pulled_with,
            key_accepted=row.key_accepted,
            pull_from=row.pull_from,
            known=Cursor(row.known_xid, row.known_seq),
            cleared_before=row.cleared_before,
        )

    def office_id(self) -> str:
        """The office of this home: the same however often it is asked, before it shares with anybody and after."""
        link = self.link()
        if link is not None:
            return link.office
        home_id = self._connection.scalar(select(home.c.home_id))
        return str(uuid.uuid5(uuid.UUID(home_id), "office"))

    def key_accepted(self) -> bool:
        """Whether the survey may trust slips of this home: always where it is on its own."""
        found = _KEY_ACCEPTED.first(self._connection)
        return found is None or bool(found.key_accepted)

    def attach(
        self,
        office: str,
        address: SharedAddress,
        user: str,
        epoch: str,
        schema: str,
        at: datetime,
        *,
        joined: bool,
    ) -> None:
        """Tie this home to a shared side it has not spoken to yet.

        `joined`: others have filled it, and only the newest days come here. Else it begins with what is here.
        """
        known = UNREAD if joined else Cursor()
        row = {
            "one": 1,
            "office": office,
            "address": _address_text(address),
            "user": user,
            "epoch": epoch,
            "ticket_count": 0,
            "ticket_mark": "",
            "following_mark": "",
            "cursor_xid": 0,
            "cursor_seq": 0,
            "audit_sent": 0,
            "pulled_with": schema,
            "key_accepted": True,
            "attached_at": at,
            "trouble": "",
            "trouble_data": "{}",
            "catching_up": False,
            "changes": 0,
            "whole_from": None if joined else date.min,
            "pull_from": None if joined else date.min,
            "known_xid": known.xid,
            "known_seq": known.seq,
        }
        self._connection.execute(insert(shared_link).prefix_with("OR REPLACE"), row)

    def detach(self) -> None:
        self._connection.execute(delete(shared_link))

    def change(self, **values: Any) -> None:
        """Set columns of the one row."""
        self._connection.execute(update(shared_link).values(**values))

    def move(self, address: SharedAddress, user: str) -> None:
        """The same shared side is now reached at another address, or by another login."""
        self.change(address=_address_text(address), user=user)

    def renew_ticket(self, ticket: Ticket, following_mark: str) -> None:
        """The shared side has `ticket` now. `following_mark` is that of the next push, "" when there is none yet."""
        self.change(ticket_count=ticket.count, ticket_mark=ticket.mark, following_mark=following_mark)

    def move_cursor(self, cursor: Cursor, taken: int) -> None:
        """In the transaction that took the page."""
        changes = shared_link.c.changes + 1 if taken else shared_link.c.changes
        self.change(cursor_xid=cursor.xid, cursor_seq=cursor.seq, changes=changes)

    def read_anew(self, known: Cursor, pull_from: date | None) -> None:
        """The feed is read from its beginning; up to `known`, other homes' visits from the day `pull_from` on only."""
        self.move_cursor(Cursor(), 0)
        self.change(known_xid=known.xid, known_seq=known.seq, pull_from=pull_from)

    def succeeded(self, at: datetime, clock: float | None) -> None:
        """An exchange went through. `clock`: seconds this PC's clock is ahead of the shared side's."""
        values = {"last_exchange": at, "failing_since": None, "trouble": "", "trouble_data": "{}", "catching_up": False}
        self.change(**values, clock=clock)

    def has_failed(self, trouble: str, data: Mapping[str, Any]) -> bool:
        """Whether the last exchange failed for just that reason."""
        row = self._connection.execute(select(shared_link)).one_or_none()
        if row is None or row.failing_since is None:
            return False
        return (row.trouble, row.trouble_data) == (trouble, _data_text(data))

    def failed(self, at: datetime, trouble: str, data: Mapping[str, Any]) -> None:
        """An exchange failed, and why."""
        first = bindparam("first", at, type_=shared_link.c.failing_since.type)
        text = _data_text(data)
        since = func.coalesce(shared_link.c.failing_since, first)
        self.change(failing_since=since, trouble=trouble, trouble_data=text)

    def arrived(self) -> None:
        """Something arrived beside the feed."""
        self.change(changes=shared_link.c.changes + 1)

    def changes(self) -> int:
        """A number that grows with everything that arrives."""
        return self._connection.scalar(select(shared_link.c.changes)) or 0

    def state(self, unsent: int, unsent_records: int, refused: int) -> SyncState:
        """What the window says, given the outbox's counts."""
        row = self._connection.execute(select(shared_link)).one_or_none()
        if row is None:
            return SyncState(attached=False)
        address = _address(row.address)
        return SyncState(
            attached=True,
            address=address.url(),
            kind=address.kind.value,
            unsent=unsent,
            unsent_records=unsent_records,
            refused=refused,
            conflicts=self.open_conflicts(),
            last_exchange=row.last_exchange,
            failing_since=row.failing_since,
            trouble=row.trouble,
            trouble_data=json.loads(row.trouble_data),
            clock=row.clock,
            catching_up=row.catching_up,
            key_accepted=row.key_accepted,
        )

    # --- what people are to see ---

    def open_conflicts(self) -> int:
        """How many fields stand with two values."""
        return sum(len(_shown(row)) for row in self._open())

    def conflicts(self) -> tuple[FieldConflict, ...]:
        """The fields that stand with two values, newest first. `title` is the row's id; values are the documents'."""
        found = []
        for row in self._open():
            for name, said in _shown(row).items():
                found.append(
                    FieldConflict(
                        conflict_id=row.id,
                        entity=row.entity,
                        row_id=row.row_id,
                        title=row.row_id,
                        field=name,
                        kept=said["kept"],
                        kept_by=said["kept_by"],
                        kept_at=datetime.fromisoformat(said["kept_at"]),
                        other=said["other"],
                        other_by=said["other_by"],
                        other_at=datetime.fromisoformat(said["other_at"]),
                    )
                )
        return tuple(sorted(found, key=lambda c: c.kept_at, reverse=True))

    def title(self, entity: str, row_id: str) -> str:
        """What a person calls a record: its name, a visit's number; its id where it has neither or is not here."""
        if entity == "visit":
            found = self._connection.execute(
                select(visit.c.counter_code, visit.c.seq).where(visit.c.id == row_id)
            ).one_or_none()
            return row_id if found is None else visit_number(found.counter_code, found.seq)
        known = MAPS.get(entity)
        names = (_CALLED.get(entity, ""), *_NAMES)
        named = [name for name in names if known is not None and name in known.table.c]
        if known is None or not named:
            return row_id
        chosen = select(known.table.c[named[0]]).where(known.table.c[known.key] == row_id)
        return self._connection.scalar(chosen) or row_id

    def settle_conflict(self, conflict_id: str, by: str, at: datetime) -> bool:
        """False when somebody has been quicker."""
        open_one = update(conflict).where(conflict.c.id == conflict_id, conflict.c.settled_at.is_(None))
        return self._connection.execute(open_one.values(settled_at=at, settled_by=by)).rowcount == 1

    def relabelled(self) -> tuple[Relabelled, ...]:
        """Visits that got another number, newest first."""
        rows = self._connection.execute(select(relabelled).order_by(relabelled.c.at.desc(), relabelled.c.after))
        return tuple(Relabelled(row.visit_id, row.day, row.before, row.after) for row in rows)

    def add_relabelled(self, visit_id: str, day: date, before: str, after: str, at: datetime) -> None:
        row = {"visit_id": visit_id, "day": day, "before": before, "after": after, "at": at}
        made = upsert(relabelled).values(row)
        # However often it gets another number: what stands on paper is the first one.
        self._connection.execute(made.on_conflict_do_update(set_={"after": after, "at": at}))

    def _open(self) -> list[Any]:
        # What only the audit officer may read nobody else is to compare: there the value that came last stands.
        sealed = select(case_file.c.id).where(text("case_file.to_auditor = 1"))
        open_ones = and_(conflict.c.settled_at.is_(None), conflict.c.row_id.not_in(sealed))
        return list(self._connection.execute(select(conflict).where(open_ones)))


def _shown(row: Any) -> dict[str, Any]:
    """The fields of a conflict that people can compare and settle."""
    if row.entity not in MAPS and row.entity != "office_setting":
        return {}
    return {name: said for name, said in json.loads(row.fields).items() if name not in _NOT_CHOSEN}


def _data_text(data: Mapping[str, Any]) -> str:
    return json.dumps(data, ensure_ascii=False, default=str)


def _address_text(address: SharedAddress) -> str:
    said = {name: getattr(address, name) for name in ("path", "host", "port", "database")}
    return json.dumps({"kind": address.kind.value, **said, "options": dict(address.options)}, ensure_ascii=False)


def _address(text: str) -> SharedAddress:
    said = json.loads(text)
    return SharedAddress(**{**said, "kind": SharedKind(said["kind"])})
