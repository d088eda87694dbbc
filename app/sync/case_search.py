"""Finding cases by their words on the shared side, beside the exchange and with little patience: somebody looks on."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.crypto.secrets import CannotUnlock
from app.db.case_fields import CASE_FILE
from app.db.locked_text import is_locked, open_locked
from app.db.search import SearchFilter
from app.db.shared_links import SharedLink
from app.db.told import told
from app.domain.actors import Actor
from app.domain.case_search import FoundCase
from app.domain.cases import CaseKind
from app.domain.errors import AppError
from app.domain.search_queries import FirstFit, SearchQuery
from app.domain.search_terms import searchable, term_number
from app.domain.shared_words import FoundRecord, WordSearch
from app.domain.sharing import Document, Login, SharedAddress
from app.domain.sharing_errors import NotShared, SharedLoginRefused, SharedSideSilent
from app.sync.hub import Hub
from app.sync.hubs import open_impatient_hub
from app.sync.sharing import SharingParts

_PAGES = 12
_AT_ONCE = 500
"""Looked through for one page that is shown, a few thousand cases: hardly ever more than one page is needed."""
_LEFT_ALONE_SECONDS = 15.0
"""After it could not be reached: whoever types on does not wait again with every letter."""

_OpenHub = Callable[[SharedAddress, Login | None], Hub]


@dataclass(frozen=True, slots=True)
class _Asked:
    """The hub, the home's tie to it, and until when it is left alone."""

    key: tuple[SharedAddress, str]
    hub: Hub


class SharedCases:
    """`open_hub` gives up after a few seconds; `monotonic` lets tests do without waiting."""

    def __init__(
        self,
        parts: SharingParts,
        open_hub: _OpenHub = open_impatient_hub,
        monotonic: Callable[[], float] = time.monotonic,
    ) -> None:
        self._parts = parts
        self._open_hub = open_hub
        self._monotonic = monotonic
        self._turn = threading.Lock()
        self._asked: _Asked | None = None
        self._left_alone_until = float("-inf")

    def attached(self) -> bool:
        """Whether there is a shared side at all."""
        with self._parts.database.read() as work:
            return work.shared.link() is not None

    def find(
        self,
        actor: Actor,
        queries: Sequence[SearchQuery],
        narrowed: SearchFilter,
        places: tuple[int, tuple[int, str]],
        limit: int,
    ) -> tuple[FoundCase, ...] | None:
        """Up to `limit` cases that fit one of `queries`, newest first, from the first of `places` on and before the
        second. None: the shared side was made before it knew words.

        Errors: `NotAllowed`, `NotShared`, the `SharedSide…` family; within a few seconds in any case.
        """
        if self._monotonic() < self._left_alone_until:
            raise SharedSideSilent("")
        with self._turn:
            try:
                return self._found(actor, queries, narrowed, places, limit)
            except AppError:
                self._let_go()
                self._left_alone_until = self._monotonic() + _LEFT_ALONE_SECONDS
                raise

    def close(self) -> None:
        """Let go of the connection; one that is busy ends with the program."""
        if self._turn.acquire(timeout=1):
            try:
                self._let_go()
            finally:
                self._turn.release()

    def _found(
        self,
        actor: Actor,
        queries: Sequence[SearchQuery],
        narrowed: SearchFilter,
        places: tuple[int, tuple[int, str]],
        limit: int,
    ) -> tuple[FoundCase, ...] | None:
        link = self._link()
        hub = self._opened(link)
        ways = dict.fromkeys(tuple(sorted(map(term_number, way))) for query in queries for way in query.ways)
        fitting = FirstFit(queries)
        first, before = places
        found: list[FoundCase] = []
        for page in range(_PAGES):
            search = WordSearch(
                home=link.home,
                epoch=link.epoch,
                login=actor.login,
                role=actor.role.value,
                ways=tuple(ways),
                narrowed=tuple(sorted(map(term_number, narrowed.shared_terms))),
                first=first,
                before=before,
                limit=min(limit * 2**page, _AT_ONCE),
            )
            records = hub.find_words(search)
            if records is None:
                return None
            found += [case for record in records if (case := _fitting(record, fitting)) is not None]
            if len(found) >= limit or len(records) < search.limit:
                break
            before = (records[-1].place, records[-1].document.row_id)
        return tuple(found[:limit])

    def _link(self) -> SharedLink:
        with self._parts.database.read() as work:
            link = work.shared.link()
        if link is None:
            raise NotShared
        return link

    def _opened(self, link: SharedLink) -> Hub:
        key = (link.address, link.user)
        if self._asked is not None and self._asked.key == key:
            return self._asked.hub
        self._let_go()
        login = None
        if link.user:
            password = self._parts.passwords(self._parts.home.keys, link.office).get(link.user)
            if password is None:
                raise SharedLoginRefused(link.user)
            login = Login(link.user, password)
        self._asked = _Asked(key, self._open_hub(link.address, login))
        return self._asked.hub

    def _let_go(self) -> None:
        if self._asked is not None:
            self._asked.hub.close()
            self._asked = None


def _fitting(record: FoundRecord, fitting: FirstFit) -> FoundCase | None:
    """The case, if what it says fits; None also for one that cannot be read here."""
    fields = _opened(record.document)
    said = searchable(
        (fields["title"], fields["text"]),
        names=(fields["name"],),
        phones=(fields["phone"],),
        numbers=(fields.get("number") or "", fields.get("external_number") or ""),
    )
    reading = fitting.of(said)
    if reading is None:
        return None
    try:
        return FoundCase(
            place=(record.place, record.document.row_id),
            reading=reading,
            case_id=record.document.row_id,
            number=fields["number"],
            kind=told(CaseKind, fields["kind"], CaseKind.OTHER),
            title=fields["title"],
            name=fields["name"],
            department_code=fields["department_code"],
            received_at=datetime.fromisoformat(fields["received_at"]),
            ended_on=date.fromisoformat(fields["ended_on"]) if fields.get("ended_on") else None,
            to_auditor=bool(fields.get("to_auditor")),
        )
    except (KeyError, TypeError, ValueError):  # nothing this program can show
        return None


def _opened(document: Document) -> dict[str, Any]:
    fields = dict(document.fields)
    for name in CASE_FILE.personal:
        value = fields.get(name)
        if isinstance(value, dict):
            value = _unlocked(document.key, value)
        fields[name] = value if isinstance(value, str) else ""
    return fields


def _unlocked(key: bytes | None, value: dict[str, Any]) -> str:
    try:
        return open_locked(key, value) if key is not None and is_locked(value) else ""
    except CannotUnlock:
        return ""
