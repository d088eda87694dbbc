"""Shared sides of both kinds to test against, and a counter reduced to what it says to one."""

from __future__ import annotations

import json
import secrets
from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import uuid_utils

from app.crypto.invites import new_invite
from app.domain.sharing import (
    PROTOCOL,
    AuditRow,
    Caller,
    Cursor,
    Document,
    Greeting,
    Login,
    Operation,
    OperationKind,
    Outcome,
    Page,
    Push,
    RecordKey,
    Request,
    SharedAddress,
    SharedKind,
    Standing,
    Ticket,
    Wanted,
)
from app.sync.file.shared_file import SharedFile
from app.sync.hub import Hub, HubOwner
from app.sync.hubs import open_door, open_hub, open_owner

OFFICE = "0193d0c4-0000-7000-8000-000000000001"
OFFICE_NAME = "한빛구"
DAY = date(2026, 11, 20)
LONG_AGO = date(2020, 1, 1)


def new_id() -> str:
    return str(uuid_utils.uuid7())


def locked(text: str) -> dict[str, str]:
    """A personal field as it travels."""
    return {"locked": text}


@dataclass
class Counter:
    """A home as the shared side knows it: it renews its ticket with every push and numbers its operations."""

    home: str
    hub: Hub
    login: Login | None
    counter_code: str
    public_key: bytes
    epoch: str = ""
    ticket: Ticket = field(default_factory=Ticket)
    n: int = 0
    cursor: Cursor = field(default_factory=Cursor)
    replica: dict[tuple[str, str], Document] = field(default_factory=dict)
    came: list[tuple[str, str]] = field(default_factory=list)
    """Every document of the feed in the order it came in, repeats included."""

    def caller(self, **changes: Any) -> Caller:
        following = Ticket(self.ticket.count + 1, secrets.token_hex(4))
        told = Caller(self.home, self.epoch, self.ticket, following, "0.3.0", PROTOCOL, datetime.now(UTC))
        return replace(told, **changes)

    def greet(self, **changes: Any) -> Greeting:
        """Greet and go along with what is answered, as a counter does."""
        greeting = self.hub.greet(self.caller(**changes))
        if greeting.standing in (Standing.IN_STEP, Standing.RESTORED):
            self.epoch = greeting.epoch
        if greeting.standing is Standing.RESTORED:
            self.cursor = Cursor()
        return greeting

    def offer(self, *operations: Operation, **more: Any) -> Push:
        """A push with the next ticket, which is not taken for answered yet."""
        following = Ticket(self.ticket.count + 1, secrets.token_hex(4))
        return Push(self.home, self.epoch, self.ticket, following, tuple(operations), **more)

    def send(self, push: Push) -> tuple[Outcome, ...]:
        outcomes = self.hub.push(push)
        self.ticket = push.following
        return outcomes

    def push(self, *operations: Operation, **more: Any) -> tuple[Outcome, ...]:
        return self.send(self.offer(*operations, **more))

    def do(self, *operations: Operation, **more: Any) -> Outcome:
        """Push; the outcome of the last operation."""
        return self.push(*operations, **more)[-1]

    def operation(
        self,
        kind: OperationKind,
        entity: str,
        row_id: str,
        fields: Mapping[str, Any] | str,
        seen: int = 0,
        by: str = "clerk1",
    ) -> Operation:
        self.n += 1
        text = fields if isinstance(fields, str) else json.dumps(fields, ensure_ascii=False)
        at = "2026-11-20T01:00:00+00:00"
        return Operation(new_id(), self.n, entity, row_id, kind, seen, text, by, at)

    def create(self, entity: str, row_id: str, fields: Mapping[str, Any] | str, **more: Any) -> Operation:
        return self.operation(OperationKind.CREATE, entity, row_id, fields, **more)

    def edit(self, entity: str, row_id: str, fields: Mapping[str, Any] | str, **more: Any) -> Operation:
        return self.operation(OperationKind.EDIT, entity, row_id, fields, **more)

    def erase(self, entity: str, row_id: str) -> Operation:
        return self.operation(OperationKind.ERASE, entity, row_id, {})

    def visit(
        self, seq: int, visit_id: str | None = None, day: date = DAY, department: str = "D001", **more: Any
    ) -> Operation:
        """A new visit with the number `seq` of this counter."""
        fields = {"counter_code": self.counter_code, "day": day.isoformat(), "seq": seq, "service_code": "S001"}
        fields |= {"department_code": department, "status": "serving", "note": "", "queue_number": "", **more}
        return self.create("visit", visit_id or new_id(), fields)

    def step(self, visit_id: str, kind: str = "serving_started") -> Operation:
        return self.create("visit_step", new_id(), {"visit_id": visit_id, "kind": kind, "by": "clerk1"})

    def case(self, case_id: str | None = None, department: str = "D001", **more: Any) -> Operation:
        """A new case that is open."""
        fields: dict[str, Any] = {"number": "2026-A-0001", "kind": "GRIEV", "department_code": department}
        fields |= {"ended_on": None}
        fields |= {"title": "", "text": "", "to_auditor": False, **more}
        return self.create("case_file", case_id or new_id(), fields)

    def case_step(self, case_id: str, kind: str = "taken_over", **more: Any) -> Operation:
        return self.create("case_step", new_id(), {"case_id": case_id, "kind": kind, "by": "clerk1", **more})

    def attachment(self, case_id: str, blob: str = "ab" * 32, **more: Any) -> Operation:
        return self.create("attachment", new_id(), {"case_id": case_id, "blob": blob, "size": 7, **more})

    def pull(self, limit: int = 200, hold_from: date = LONG_AGO) -> Page:
        page = self.hub.pull(self.home, self.epoch, self.cursor, limit, hold_from)
        self.cursor = page.cursor
        for document in page.documents:
            name = (document.entity, document.row_id)
            self.came.append(name)
            if name not in self.replica or self.replica[name].version <= document.version:
                self.replica[name] = document
        return page

    def catch_up(self, limit: int = 200, hold_from: date = LONG_AGO) -> dict[tuple[str, str], Document]:
        """Pull until there is no more; all that was ever pulled. Ends however wrong the other side counts."""
        for _ in range(1000):
            if not self.pull(limit, hold_from).more:
                return self.replica
        raise AssertionError("the feed never ends")

    def names(self, entity: str, **more: Any) -> set[str]:
        """The row ids of that entity after catching up."""
        return {row_id for found, row_id in self.catch_up(**more) if found == entity}

    def document(self, entity: str, row_id: str) -> Document:
        return self.catch_up()[(entity, row_id)]

    def fetch(self, wanted: Wanted, argument: str, role: str = "clerk", **more: Any) -> tuple[Document, ...]:
        return self.hub.fetch(Request(self.home, self.epoch, "clerk1", role, wanted, argument, **more))


def audit_row(n: int, action: str = "register_visit") -> AuditRow:
    at = f"2026-11-20T01:00:{n % 60:02d}+00:00"
    return AuditRow(n, at, "clerk1", "clerk", "A", action, "visit", "v", "{}", n.to_bytes(32, "big"))


def record_key(entity: str, row_id: str) -> RecordKey:
    return RecordKey(entity, row_id, secrets.token_bytes(32))


class HubKit(ABC):
    """A prepared shared side of the practice office, and ways to it that a counter does not have."""

    def __init__(self, address: SharedAddress, login: Login | None) -> None:
        self.address = address
        self.login = login
        self.owner: HubOwner = open_owner(address, login)
        self.owner.prepare(OFFICE, OFFICE_NAME)
        self._opened: list[Hub] = []

    @property
    def kind(self) -> SharedKind:
        return self.address.kind

    def hub(self, login: Login | None) -> Hub:
        """A connection of its own."""
        hub = open_hub(self.address, login)
        self._opened.append(hub)
        return hub

    def admitted(self, counter_code: str = "A", name: str = "1번 창구") -> Counter:
        """The home that made the shared side, greeted."""
        home, public_key = new_id(), secrets.token_bytes(32)
        login = self.owner.admit(home, counter_code, name, public_key)
        counter = Counter(home, self.hub(login), login, counter_code, public_key)
        counter.greet()
        return counter

    def joined(self, name: str = "B") -> Counter:
        """A home that joined with a code, greeted."""
        code = new_invite()
        self.owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
        home, public_key = new_id(), secrets.token_bytes(32)
        with closing(open_door(self.address)) as door:
            redeemed = door.redeem(code, home, name, public_key)
        hub = self.hub(redeemed.login)
        counter = Counter(home, hub, redeemed.login, redeemed.counter_code, public_key, redeemed.epoch)
        counter.greet()
        return counter

    def again(self, counter: Counter) -> Counter:
        """The same home from another PC: a copy of its disk, with a connection of its own."""
        return replace(counter, hub=self.hub(counter.login), replica=dict(counter.replica), came=list(counter.came))

    def close(self) -> None:
        for hub in self._opened:
            hub.close()
        self.owner.close()

    @abstractmethod
    def stored(self, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        """What lies there, read past the program; a change is committed. Parameters are written as %s."""

    @abstractmethod
    def limit_departments(self, home: str, departments: Sequence[str]) -> None:
        """The home may hold visits of these departments only."""


class FileKit(HubKit):
    def __init__(self, folder: Path) -> None:
        folder.mkdir(exist_ok=True)
        super().__init__(SharedAddress(SharedKind.FILE, path=str(folder / "office.db")), None)
        self.path = folder / "office.db"

    def stored(self, statement: str, parameters: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with SharedFile(self.address).writing() as (connection, _):
            return connection.execute(statement.replace("%s", "?"), parameters).fetchall()

    def limit_departments(self, home: str, departments: Sequence[str]) -> None:
        self.stored("UPDATE node SET departments = %s WHERE home = %s", (json.dumps(list(departments)), home))
