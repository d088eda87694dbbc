"""Finding cases by their words: in this home, and on the shared side where there is one."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol
from zoneinfo import ZoneInfo

from app.db.search import NEWEST, SearchFilter
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor, Role
from app.domain.case_search import FoundCase
from app.domain.cases import CaseFilter, CaseLine, CasePage, CaseScope, CaseStatus, SearchedWhere
from app.domain.errors import AppError, BadValue, NotAllowed
from app.domain.people import masked_name
from app.domain.search_queries import SearchQuery, query_of, readings_of
from app.services.case_reading import CaseReader

_LOOKED_AT_ONCE = 100
_TRIED = 20
"""Cases that say which of many spellings was meant."""
_FIRST = (NEWEST, "")
_EVERYWHERE = frozenset({CaseScope.OPEN, CaseScope.CLOSED, CaseScope.ALL})
"""What hangs on deadlines and on who has taken a case over is known only where its steps are."""

_Place = tuple[int, str]


class CasesElsewhere(Protocol):
    """The shared side's cases; `app.sync.case_search` has what is behind it."""

    def attached(self) -> bool: ...

    def find(
        self,
        actor: Actor,
        queries: Sequence[SearchQuery],
        narrowed: SearchFilter,
        places: tuple[int, _Place],
        limit: int,
    ) -> tuple[FoundCase, ...] | None: ...


@dataclass(frozen=True, slots=True)
class _Found:
    """Of one case: where it stands among all found, which of the queries it fits, and what is shown of it."""

    place: _Place
    reading: int
    line: CaseLine


class CaseFinder:
    """`begin` makes a reader of cases for a person, in a transaction. `elsewhere` None: this office has no other PC."""

    def __init__(
        self,
        database: Database,
        begin: Callable[[UnitOfWork, Actor], CaseReader],
        elsewhere: CasesElsewhere | None = None,
    ) -> None:
        self._database = database
        self._begin = begin
        self._elsewhere = elsewhere

    def find(self, actor: Actor, wanted: CaseFilter, after: str, limit: int) -> CasePage:
        """A page of what fits `wanted.text`, newest first. May take a few seconds where there is a shared side.

        Errors: `NotAllowed`, `BadValue` (`after`).
        """
        before, read_as = _read_after(after)
        search = _Search(self, actor, wanted, before)
        if self._elsewhere is not None and wanted.scope in _EVERYWHERE and self._elsewhere.attached():
            search.elsewhere, search.where = self._elsewhere, SearchedWhere.SHARED
        if after:
            return _page(search, search.of((query_of(read_as or wanted.text),), limit + 1), read_as, limit)
        for at, queries in enumerate(readings_of(wanted.text)):
            found = search.of(queries, _TRIED if len(queries) > 1 else limit + 1)
            if found and len(queries) > 1:
                # Of all spellings the most common one, so that what is said to have been read is all that is shown.
                [(best, _)] = Counter(one.reading for one in found).most_common(1)
                queries = (queries[best],)
                found = search.of(queries, limit + 1)
            if found:
                return _page(search, found, queries[0].text if at else "", limit)
        return CasePage((), where=search.where)

    def here(
        self, actor: Actor, queries: Sequence[SearchQuery], wanted: CaseFilter, before: _Place, limit: int
    ) -> list[_Found]:
        """Up to `limit` of this home's cases."""
        with self._database.read() as work:
            return _here(self._begin(work, actor), queries, wanted, before, limit)

    def away(
        self,
        elsewhere: CasesElsewhere,
        actor: Actor,
        queries: Sequence[SearchQuery],
        wanted: CaseFilter,
        before: _Place,
        limit: int,
    ) -> list[_Found] | None:
        """Up to `limit` of the shared side's that are not here; None where it knows no words."""
        with self._database.read() as work:
            reader = self._begin(work, actor)
            narrowed = _narrowed(wanted, reader)
            first, last = narrowed.numbers(ZoneInfo(reader.timezone))
        found = elsewhere.find(actor, queries, narrowed, (first, min(before, (last + 1, ""))), limit)
        if found is None:
            return None
        with self._database.read() as work:
            # Of what is here, this home says whether it fits: it may have been changed since.
            held = work.case_lists.held(one.case_id for one in found)
            names = {each.code: each.name for each in work.offices.departments()}
        return [
            _Found(one.place, one.reading, _line(one, names.get(one.department_code, "")))
            for one in found
            if one.case_id not in held
        ]


class _Search:
    """One question, as long as it is asked in several readings. `where` is how far it went."""

    def __init__(self, finder: CaseFinder, actor: Actor, wanted: CaseFilter, before: _Place) -> None:
        self._finder = finder
        self._asked = (actor, wanted, before)
        self.elsewhere: CasesElsewhere | None = None
        self.where = SearchedWhere.HERE

    def of(self, queries: Sequence[SearchQuery], limit: int) -> list[_Found]:
        """Newest first, at most `limit`; this home's and the shared side's."""
        actor, wanted, before = self._asked
        away: list[_Found] | None = []
        if self.elsewhere is not None:
            try:
                away = self._finder.away(self.elsewhere, actor, queries, wanted, before, limit)
            except NotAllowed:
                raise
            except AppError:
                away = None
            if away is None:
                self.elsewhere, self.where = None, SearchedWhere.HERE_ONLY
        found = [*self._finder.here(actor, queries, wanted, before, limit), *(away or ())]
        return sorted(found, key=lambda one: one.place, reverse=True)[:limit]


def _page(search: _Search, found: Sequence[_Found], read_as: str, limit: int) -> CasePage:
    more = json.dumps([*found[limit - 1].place, read_as], ensure_ascii=False) if len(found) > limit else ""
    return CasePage(tuple(one.line for one in found[:limit]), more, search.where, read_as)


def _here(
    reader: CaseReader, queries: Sequence[SearchQuery], wanted: CaseFilter, before: _Place, limit: int
) -> list[_Found]:
    lists, zone = reader.work.case_lists, ZoneInfo(reader.timezone)
    kept: list[tuple[_Place, int]] = []
    looked: list[tuple[_Place, int]] = []

    def look() -> None:
        # Whether the words of a sealed case fit tells something of them.
        ids = [row_id for (_, row_id), _ in looked]
        fitting = set(lists.fitting(ids, wanted, reader.looker, sealed=False))
        kept.extend(one for one in looked if one[0][1] in fitting)
        looked.clear()

    for hit in reader.work.search.find(queries, _narrowed(wanted, reader), zone, before[0] + 1):
        place = (hit.n, hit.row_id)
        if place < before:
            looked.append((place, hit.reading))
        if len(looked) >= min(_LOOKED_AT_ONCE, limit):
            look()
            if len(kept) >= limit:
                break
    look()
    lines = {line.id: line for line in lists.lines((row_id for (_, row_id), _ in kept[:limit]), reader.looker)}
    return [_Found(place, reading, lines[place[1]]) for place, reading in kept[:limit] if place[1] in lines]


def _narrowed(wanted: CaseFilter, reader: CaseReader) -> SearchFilter:
    return SearchFilter(
        kind=wanted.kind.value if wanted.kind is not None else "",
        department_code=wanted.department_code,
        ended=None if wanted.scope is CaseScope.ALL else wanted.scope is CaseScope.CLOSED,
        to_auditor=reader.actor.role is Role.AUDITOR,
        first=wanted.first,
        last=wanted.last,
    )


def _line(found: FoundCase, department: str) -> CaseLine:
    """What is known of a case whose steps are not here."""
    return CaseLine(
        id=found.case_id,
        number=found.number,
        kind=found.kind,
        title=found.title,
        masked_name=masked_name(found.name),
        department_code=found.department_code,
        department=department,
        status=CaseStatus.CLOSED if found.ended_on is not None else CaseStatus.RECEIVED,
        received_at=found.received_at,
        due_day=None,
        due_clock="",
        moved_from=None,
        owner="",
        supplements=0,
        ended_on=found.ended_on,
        result=None,
        to_auditor=found.to_auditor,
        elsewhere=True,
    )


def _read_after(after: str) -> tuple[_Place, str]:
    """After which case a page begins, and what was read instead of what was typed. Errors: `BadValue`."""
    if not after:
        return _FIRST, ""
    try:
        n, row_id, read_as = json.loads(after)
    except (ValueError, TypeError) as error:
        raise BadValue("after", after[:40]) from error
    if not (type(n) is int and isinstance(row_id, str) and isinstance(read_as, str)):
        raise BadValue("after", after[:40])
    return (n, row_id), read_as
