"""What stays in this home of other homes' cases: open ones of its departments, those that ended lately, and for some
days those that somebody asked for (design §4).

A case that the feed tells of and that need not be here is not taken, nor is what belongs to it.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from app.db.document_fields import RANKS
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor
from app.domain.case_errors import UnknownCase
from app.domain.sharing import Document, Request, Wanted
from app.sync.hub import Hub
from app.sync.pace import Pace

_HANDS_ON_CASES = 3
_QUIET_CASES = 40
"""Cases taken out in one transaction."""
_OF_A_CASE = frozenset({"case_step", "attachment"})
_NOTHING = Document("case_file", "", 0, 0, "", erased=False, fields={})


@dataclass(frozen=True, slots=True)
class NarrowedCases:
    """Documents to take, and the ids of cases that have left this home's departments."""

    documents: tuple[Document, ...]
    left: tuple[str, ...]


def has_left(document: Document) -> bool:
    """Whether the document says no more than that its case is another department's now."""
    return document.entity == "case_file" and document.fields.get("left") is True


class CaseRetention:
    """Works for one home, which exchanges meanwhile with nobody else. `role` is in which the home asks by itself."""

    def __init__(self, database: Database, hub: Hub, clock: Callable[[], datetime], pace: Pace, role: str) -> None:
        self._database = database
        self._hub = hub
        self._clock = clock
        self._pace = pace
        self._role = role

    # --- what comes ---

    def narrowed(self, link: SharedLink, documents: Sequence[Document], hold_from: date) -> NarrowedCases:
        """What of a page of the feed is to be taken. Errors: those of `Hub.fetch`."""
        left = {d.row_id for d in documents if has_left(d)}
        documents = [d for d in documents if not has_left(d)]
        cases = self._cases_of(documents)
        asked = {case_id for case_id in cases.values() if case_id is not None}
        if not asked:
            return NarrowedCases(tuple(documents), tuple(sorted(left)))
        with self._database.read() as work:
            here = work.case_retention.here(asked)
        told = {d.row_id: d for d in documents if d.entity == "case_file"}
        own = {d.row_id for d in told.values() if d.home == link.home}
        over = {
            case_id
            for case_id in asked - here - own
            if is_over((told.get(case_id) or self._record(link, case_id) or _NOTHING).fields, hold_from)
        }
        taken = tuple(d for d in documents if cases[d.entity, d.row_id] not in over)
        # One that came back in the same page comes with all that belongs to it.
        return NarrowedCases(taken, tuple(sorted(left - told.keys())))

    def leave(self, work: UnitOfWork, case_ids: Iterable[str]) -> None:
        """Take out cases that are another department's now, as far as nothing is unsaid about them."""
        if case_ids:
            refused = work.retention.refused()
            work.case_retention.take_out(work.case_retention.leaving(case_ids, refused))

    def _cases_of(self, documents: Sequence[Document]) -> Mapping[tuple[str, str], str | None]:
        cases = {(d.entity, d.row_id): case_of(d) for d in documents}
        conflicts = [d for d in documents if d.entity == "conflict"]
        if conflicts:
            with self._database.read() as work:
                for document in conflicts:
                    about = (str(document.fields.get("entity")), str(document.fields.get("row_id")))
                    cases["conflict", document.row_id] = cases.get(about) or work.case_retention.case_of(*about)
        return cases

    def _record(self, link: SharedLink, case_id: str) -> Document | None:
        asked = Request(link.home, link.epoch, "", self._role, Wanted.RECORD, f"case_file/{case_id}")
        return next(iter(self._hub.fetch(asked)), None)

    # --- asked for ---

    def fetch_for(self, link: SharedLink, case_id: str, actor: Actor, until: date) -> None:
        """Bring the case here because `actor` wants to see it, which is logged on both sides; it stays until `until`.

        Errors: those of `Hub.fetch`, `UnknownCase`.
        """
        asked = Request(link.home, link.epoch, actor.login, actor.role.value, Wanted.CASE, case_id)
        documents = sorted(self._hub.fetch(asked), key=lambda d: (RANKS.get(d.entity, 9), d.place))
        if not documents:
            raise UnknownCase(case_id)
        with self._database.write() as work:
            if work.replica.take(documents):
                work.replica.try_parked()
                work.shared.arrived()
            work.case_retention.fetched(case_id, until)
            work.audit.write(
                at=self._clock(),
                login=actor.login,
                role=actor.role.value,
                counter_code=work.offices.here().code,
                action="fetch_case",
                entity="case_file",
                row_id=case_id,
            )

    # --- after an exchange ---

    def clear(self, before: date, today: date, until: float) -> bool:
        """Take out cases that ended before `before`, a few at a time; False when it is time to stop before all that may
        go had gone."""
        with self._database.read() as work:
            refused = work.retention.refused()
        while True:
            limit = _HANDS_ON_CASES if self._pace.hands_on else _QUIET_CASES
            with self._database.read() as work:
                over = work.case_retention.over(before, today, limit, refused)
            if not over:
                return True
            with self._database.write() as work:
                # Somebody may have said something of one meanwhile.
                work.case_retention.take_out(work.case_retention.leaving(over, refused))
            self._pace.look()
            if self._pace.hands_on or time.monotonic() > until:
                return False


def case_of(document: Document) -> str | None:
    """The case a document says it belongs to; None for one that belongs to none."""
    if document.entity == "case_file":
        return document.row_id
    return str(document.fields.get("case_id")) if document.entity in _OF_A_CASE else None


def is_over(fields: Mapping[str, Any], hold_from: date) -> bool:
    """Whether a case with these fields ended before `hold_from`."""
    try:
        return date.fromisoformat(str(fields.get("ended_on"))) < hold_from
    except ValueError:
        return False
