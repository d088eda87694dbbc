"""A shared side whose messages get lost on the way, at chosen points; and what is to happen there."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from enum import StrEnum
from typing import TypeVar

from app.domain.shared_words import FoundRecord, RecordWords, WordSearch
from app.domain.sharing import EVERY_PLACE, Caller, Cursor, Document, Greeting, Outcome, Page, Push, Request
from app.domain.sharing_errors import SharedSideUnreachable
from app.sync.hub import Hub

T = TypeVar("T")


class Fault(StrEnum):
    """REQUEST: it never arrives. REPLY: it is carried out, and nobody hears of it (or half of it, which is the same).

    TWICE: the network delivers it two times.
    """

    REQUEST = "request"
    REPLY = "reply"
    TWICE = "twice"


class FaultyHub:
    """`inner`, but the `after`-th call of `method` from now on (0: the next one) meets `fault`, once.

    `before` and `done` are called with the method's name just before each call is sent and just after it was carried
    out over there.
    """

    inner: Hub

    def __init__(self, inner: Hub | None = None) -> None:
        if inner is not None:
            self.inner = inner
        self.met = 0
        self.before: Callable[[str], None] = lambda _: None
        self.done: Callable[[str], None] = lambda _: None
        self._plan: tuple[str, Fault, int] | None = None

    def plan(self, method: str, fault: Fault, after: int = 0) -> None:
        self._plan = (method, fault, after)

    def heal(self) -> None:
        self._plan = None

    def greet(self, caller: Caller) -> Greeting:
        return self._call("greet", lambda: self.inner.greet(caller))

    def push(self, push: Push) -> tuple[Outcome, ...]:
        return self._call("push", lambda: self.inner.push(push))

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        return self._call("pull", lambda: self.inner.pull(home, epoch, cursor, limit, hold_from, own_before))

    def fetch(self, request: Request) -> tuple[Document, ...]:
        return self._call("fetch", lambda: self.inner.fetch(request))

    def put_part(self, home: str, epoch: str, blob: str, part: int, data: bytes) -> None:
        self._call("put_part", lambda: self.inner.put_part(home, epoch, blob, part, data))

    def get_part(self, home: str, epoch: str, blob: str, part: int) -> bytes | None:
        return self._call("get_part", lambda: self.inner.get_part(home, epoch, blob, part))

    def put_words(self, home: str, epoch: str, entries: Sequence[RecordWords]) -> bool:
        return self._call("put_words", lambda: self.inner.put_words(home, epoch, entries))

    def find_words(self, search: WordSearch) -> tuple[FoundRecord, ...] | None:
        return self._call("find_words", lambda: self.inner.find_words(search))

    def renew(self, caller: Caller, home: str, public_key: bytes) -> str:
        return self._call("renew", lambda: self.inner.renew(caller, home, public_key))

    def close(self) -> None:
        self.inner.close()

    def _call(self, method: str, send: Callable[[], T]) -> T:
        fault = self._due(method)
        if fault is Fault.REQUEST:
            raise SharedSideUnreachable("")
        self.before(method)
        if fault is Fault.TWICE:
            send()
        answer = send()
        self.done(method)
        if fault is Fault.REPLY:
            raise SharedSideUnreachable("")
        return answer

    def _due(self, method: str) -> Fault | None:
        if self._plan is None or self._plan[0] != method:
            return None
        _, fault, after = self._plan
        if after:
            self._plan = (method, fault, after - 1)
            return None
        self._plan = None
        self.met += 1
        return fault
