"""Finding cases and cards in this home by their words.

Triggers note every change of what a case or a card is found by (`search_change`); the transaction that made it puts the
index right before it ends (`follow`), so nobody who writes a case has to think of it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from typing import Any

from sqlalchemy import Connection

from app.db import term_index
from app.domain.cases import CaseKind
from app.domain.search_queries import FirstFit, SearchQuery
from app.domain.search_terms import Searchable, filter_terms, matter_term, searchable

_BEGAN = datetime(2000, 1, 1, tzinfo=UTC)
NEWEST = 2**62
"""No entry is newer."""
_FIRST_LOOK = 64
_LOOK = 1024
"""Entries looked at in one go, at first and at the most."""
_ERASED = ("", "erased")
_PRESSED_AT_ONCE = 256

_NOTED = "SELECT entity, row_id, before FROM search_change WHERE later = {} AND entity != '' LIMIT ?"
_FREE = """
SELECT CASE WHEN NOT EXISTS (SELECT 1 FROM search_entry WHERE n = ?1) THEN ?1 ELSE (
    SELECT e.n + 1 FROM search_entry e
    WHERE e.n >= ?1 AND NOT EXISTS (SELECT 1 FROM search_entry f WHERE f.n = e.n + 1) ORDER BY e.n LIMIT 1) END
"""

SHARED = "case_file"
"""What the shared side is told the words of; cards every counter has."""

_Row = Sequence[Any]


@dataclass(frozen=True, slots=True)
class SearchFilter:
    """What a search is narrowed by; "" and None leave open. Days are the office's, by when the record began.

    `kind` is a case's kind or a card's side; `ended`: a case has ended, a card is put away.
    """

    entity: str = "case_file"
    kind: str = ""
    department_code: str = ""
    ended: bool | None = None
    to_auditor: bool = False
    first: date | None = None
    last: date | None = None

    @property
    def terms(self) -> frozenset[str]:
        return filter_terms(
            self.entity,
            kind=self.kind,
            department=self.department_code,
            ended=self.ended,
            to_auditor=self.to_auditor,
        )

    @property
    def shared_terms(self) -> frozenset[str]:
        """As the shared side knows them, which has words of cases only."""
        return self.terms - filter_terms(self.entity)

    def numbers(self, zone: tzinfo) -> tuple[int, int]:
        """The first and the last entry number it leaves, given the office's time zone."""
        first = 0 if self.first is None else entry_number(_midnight(self.first, zone))
        last = NEWEST if self.last is None else entry_number(_midnight(self.last + timedelta(days=1), zone)) - 1
        return first, last


@dataclass(frozen=True, slots=True)
class Hit:
    """A record found; `n` orders all of them, `reading` is the place of the query it fits."""

    n: int
    row_id: str
    reading: int


@dataclass(frozen=True, slots=True)
class Words:
    """What the shared side is told of a record: its terms, and the version of it they are of."""

    n: int
    entity: str
    row_id: str
    version: int
    terms: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Entity:
    """`columns` are in the order in which the triggers write them down; the last one is whether it has ended."""

    columns: tuple[str, ...]
    read: Callable[[_Row], Searchable]
    narrowed: Callable[[_Row], frozenset[str]]
    began: int


def _read_case(row: _Row) -> Searchable:
    title, text, name, phone, number, external = row[:6]
    return searchable((title, text), names=(name,), phones=(phone,), numbers=(number, external))


def _case_terms(row: _Row) -> frozenset[str]:
    *_, kind, department, to_auditor, matter, _began, ended = row
    found = filter_terms("case_file", kind=kind, department=department, to_auditor=bool(to_auditor), ended=bool(ended))
    return found | {matter_term(matter)} if kind == CaseKind.GRIEVANCE.value and matter else found


def _read_card(row: _Row) -> Searchable:
    return searchable(row[:3])


def _card_terms(row: _Row) -> frozenset[str]:
    return filter_terms("card", kind=row[3], department=row[4], ended=bool(row[6]))


_CASE_COLUMNS = (
    *("title", "text", "name", "phone", "number", "external_number", "kind", "department_code", "to_auditor"),
    *("matter_id", "received_at", "ended_on IS NOT NULL"),
)
_CARD_COLUMNS = ("text", "before", "after", "side", "department_code", "at", "state = 'hidden'")
_ENTITIES: Mapping[str, _Entity] = {
    "case_file": _Entity(_CASE_COLUMNS, _read_case, _case_terms, _CASE_COLUMNS.index("received_at")),
    "card": _Entity(_CARD_COLUMNS, _read_card, _card_terms, _CARD_COLUMNS.index("at")),
}


class SearchIndex:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        driver = connection.connection.driver_connection
        assert isinstance(driver, sqlite3.Connection)
        self._driver = driver

    # --- finding ---

    def find(
        self, queries: Sequence[SearchQuery], narrowed: SearchFilter, zone: tzinfo, after: int = NEWEST
    ) -> Iterator[Hit]:
        """Records that fit one of `queries`, newest first, those before the entry `after`; read as far as is wanted."""
        known = _ENTITIES[narrowed.entity]
        ways = tuple(dict.fromkeys(way for query in queries for way in query.ways))
        fitting = FirstFit(queries)
        first, last = narrowed.numbers(zone)
        last, look = min(last, after - 1), _FIRST_LOOK
        while True:
            numbers = term_index.newest(self._driver, ways, narrowed.terms, first, last, look)
            for n, row_id, row in self._rows(narrowed.entity, known, numbers):
                place = fitting.of(known.read(row))
                if place is not None:
                    yield Hit(n, row_id, place)
            if len(numbers) < look:
                return
            last, look = numbers[-1] - 1, min(2 * look, _LOOK)

    def _rows(self, entity: str, known: _Entity, numbers: Sequence[int]) -> list[tuple[int, str, _Row]]:
        columns = ", ".join(f"r.{column}" for column in known.columns)
        found = self._driver.execute(
            f"SELECT e.n, e.row_id, {columns} FROM json_each(?) i CROSS JOIN search_entry e ON e.n = i.value "
            f"CROSS JOIN {entity} r ON r.id = e.row_id ORDER BY e.n DESC",
            (json.dumps(numbers),),
        )
        return [(n, row_id, row) for n, row_id, *row in found]

    def count(self) -> int:
        """Entries in the index."""
        [(found,)] = self._driver.execute("SELECT count(*) FROM search_entry")
        return int(found)

    # --- keeping it right ---

    def follow(self, *, told: bool = False) -> None:
        """Put the index right for every record that this transaction has changed.

        `told`: the shared side told of them and has their words already, except where others have changed what this
        home had made: it gives the words of both.
        """
        while noted := self._driver.execute(_NOTED.format(0), (_LOOK,)).fetchall():
            self._put_right(noted, told)

    def is_behind(self) -> bool:
        """Whether there is something for `reindex` or `press_out` to do."""
        return self._driver.execute("SELECT 1 FROM search_change LIMIT 1").fetchone() is not None

    def reindex(self, limit: int = 200) -> int:
        """Take up to `limit` of the records that may wait into the index; how many were left to take."""
        noted = self._driver.execute(_NOTED.format(1), (limit,)).fetchall()
        self._put_right(noted, told=False)
        return len(noted)

    def rebuild(self) -> None:
        """Empty the index; everything is taken into it anew by `reindex`."""
        term_index.clear(self._driver)
        self._driver.execute("DELETE FROM search_entry")
        self._driver.execute("DELETE FROM search_change")
        for entity in _ENTITIES:
            self._driver.execute(
                f"INSERT INTO search_change (entity, row_id, before, later) SELECT ?, id, NULL, 1 FROM {entity}",
                (entity,),
            )

    def press_out(self) -> bool:
        """Write a piece of the index anew, so that nothing erased stays in the file; whether more is left to do."""
        marked = self._driver.execute("SELECT before FROM search_change WHERE (entity, row_id) = (?, ?)", _ERASED)
        mark = marked.fetchone()
        if mark is None:
            return False
        if term_index.press(self._driver, _PRESSED_AT_ONCE, begin=mark[0] is None):
            self._driver.execute("UPDATE search_change SET before = 'begun' WHERE (entity, row_id) = (?, ?)", _ERASED)
            return True
        self._driver.execute("DELETE FROM search_change WHERE (entity, row_id) = (?, ?)", _ERASED)
        return False

    def _put_right(self, noted: Sequence[tuple[str, str, str | None]], told: bool) -> None:
        for entity, row_id, before in noted:
            known, was = _ENTITIES[entity], None if before is None else json.loads(before)
            n = self._number(entity, row_id)
            if n is not None and was is None:
                # It was replaced behind the triggers' back: nobody knows what to take out.
                self.rebuild()
                return
            row = self._row(entity, row_id)
            if n is None or was is None or not self._same(known, was, row):
                unsent = self._is_unsent(n) or not told or self._made_here(entity, row_id)
                if n is not None and was is not None:
                    self._take_out(known, n, was, row)
                if row is not None:
                    self._take_in(entity, row_id, row, unsent)
            forget = "DELETE FROM search_change WHERE entity = ? AND row_id = ?"
            self._driver.execute(forget, (entity, row_id))

    def _take_out(self, known: _Entity, n: int, was: _Row, row: _Row | None) -> None:
        before = known.read(was)
        term_index.remove(self._driver, [(n, before.terms() | known.narrowed(was))])
        self._driver.execute("DELETE FROM search_entry WHERE n = ?", (n,))
        if row is None or not before.terms() <= known.read(row).terms():
            self._driver.execute(
                "INSERT OR REPLACE INTO search_change (entity, row_id, before, later) VALUES (?, ?, NULL, 1)", _ERASED
            )

    def _take_in(self, entity: str, row_id: str, row: _Row, unsent: bool) -> None:
        known = _ENTITIES[entity]
        found = known.read(row)
        if found.empty:
            return
        [(n,)] = self._driver.execute(_FREE, (entry_number(datetime.fromisoformat(row[known.began])),))
        term_index.add(self._driver, [(n, found.terms() | known.narrowed(row))])
        said = unsent and entity == SHARED
        self._driver.execute("INSERT INTO search_entry VALUES (?, ?, ?, ?)", (n, entity, row_id, said))

    def _same(self, known: _Entity, was: _Row, row: _Row | None) -> bool:
        if row is None or was[known.began] != row[known.began]:
            return False
        return known.narrowed(was) == known.narrowed(row) and known.read(was) == known.read(row)

    def _number(self, entity: str, row_id: str) -> int | None:
        entry = "SELECT n FROM search_entry WHERE entity = ? AND row_id = ?"
        found = self._driver.execute(entry, (entity, row_id)).fetchone()
        return None if found is None else int(found[0])

    def _row(self, entity: str, row_id: str) -> _Row | None:
        columns = ", ".join(_ENTITIES[entity].columns)
        found: _Row | None = self._driver.execute(f"SELECT {columns} FROM {entity} WHERE id = ?", (row_id,)).fetchone()
        return found

    def _is_unsent(self, n: int | None) -> bool:
        found = self._driver.execute("SELECT unsent FROM search_entry WHERE n = ?", (n,)).fetchone()
        return found is not None and bool(found[0])

    def _made_here(self, entity: str, row_id: str) -> bool:
        if entity != SHARED:
            return False
        found = self._driver.execute("SELECT elsewhere FROM case_file WHERE id = ?", (row_id,)).fetchone()
        return found is not None and not found[0]

    # --- what the shared side is told ---

    def unsent(self, limit: int) -> tuple[Words, ...]:
        """Records that the shared side has, but not their words as they are now; newest first."""
        columns = ", ".join(f"c.{column}" for column in _ENTITIES[SHARED].columns)
        rows = self._driver.execute(
            f"SELECT e.n, e.row_id, r.version, {columns} FROM search_entry e "
            "JOIN replica r ON r.entity = ?1 AND r.row_id = e.row_id AND r.version > 0 AND NOT r.erased "
            "JOIN case_file c ON c.id = e.row_id WHERE e.unsent = 1 ORDER BY e.n DESC LIMIT ?2",
            (SHARED, limit),
        )
        return tuple(Words(n, SHARED, row_id, version, _all_terms(row)) for n, row_id, version, *row in rows.fetchall())

    def sent(self, words: Sequence[Words]) -> None:
        """The shared side has these; what has changed meanwhile is told again."""
        for told in words:
            row = self._row(SHARED, told.row_id)
            if row is not None and _all_terms(row) == told.terms:
                self._driver.execute("UPDATE search_entry SET unsent = 0 WHERE n = ?", (told.n,))

    def tell_again(self) -> None:
        """Another shared side, or one that was put back: it is told everything."""
        self._driver.execute("UPDATE search_entry SET unsent = 1 WHERE entity = ? AND unsent = 0", (SHARED,))


def entry_number(began: datetime) -> int:
    """The number of the entry of a record that began then, unless it is taken."""
    return max(0, int((began - _BEGAN).total_seconds()))


def _all_terms(row: _Row) -> frozenset[str]:
    return _read_case(row).terms() | _case_terms(row)


def _midnight(day: date, zone: tzinfo) -> datetime:
    return datetime.combine(day, time(), zone)
