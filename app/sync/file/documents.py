"""Reading and writing documents of a shared file, inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Any, NamedTuple

from app.domain.sharing import Document, Operation, OperationKind, Outcome, Result
from app.sync.file.merge import (
    CASE,
    OF_A_CASE,
    ROOTS,
    SYSTEM,
    Entered,
    Kept,
    Merging,
    Offered,
    RecordName,
    read_offer,
)
from app.sync.file.storable import storable_texts

_KEPT = (
    "d.place, d.entity, d.row_id, d.version, d.home, d.made_by, d.made_at, d.erased, d.fields, d.stamps, d.parent, "
    "d.day, d.department, d.holder, d.number"
)
DOCUMENT = "d.entity, d.row_id, d.version, d.place, d.home, d.erased, d.fields, k.key"
"""The columns of `document_of`, of `doc d LEFT JOIN record_key k`."""

OF_DOC = "doc d LEFT JOIN record_key k ON k.entity = d.entity AND k.row_id = d.row_id"

_OF_ENTITY = "json_each(?2) i CROSS JOIN {} d ON d.entity = ?1 AND d.row_id = i.value"
_ENTER = "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
# An error ends the transaction in any case. Where SQLite is told so, it need not keep the pages as they were before
# each single row, which it otherwise does for a table with triggers.
_INSERT = "INSERT OR ROLLBACK INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = """
UPDATE OR ROLLBACK doc SET version = ?, home = ?, made_by = ?, made_at = ?, erased = ?, fields = ?, stamps = ?,
    parent = ?, day = ?, department = ?, holder = ?, number = ? WHERE place = ?
"""
_SEEN_ALL = 2**62
_PLACING = {"department_code", "day", "ended_on"}
"""Fields of a visit or case that say where and how long it is held."""
_WRITTEN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def document_of(row: Sequence[Any]) -> Document:
    """The record of a row of `DOCUMENT`."""
    entity, row_id, version, place, home, erased, fields, key = row
    return Document(entity, row_id, version, place, home, bool(erased), json.loads(fields), key)


@dataclass(frozen=True, slots=True)
class Offer:
    """Operations of `home` to be taken at the time `now`, and what has to be looked up for them, as JSON: the ids of
    the operations and, by entity, the rows they touch. `moved` are visits and cases whose department or day they may
    change, and cases they may erase.
    """

    home: str
    now: str
    offered: Sequence[Offered]
    ids: str
    rows: Mapping[str, str]
    moved: Sequence[str]
    numbers: Sequence[str]


class Answers(NamedTuple):
    """What became of an offer: what the ledger told already, what was entered, and which records were erased."""

    known: dict[str, Outcome]
    entered: list[Entered]
    erased: list[RecordName]

    def outcomes(self) -> dict[str, Outcome]:
        """By the operations' ids."""
        return self.known | {entered.operation.op_id: entered.outcome for entered in self.entered}


def offer_of(home: str, operations: Iterable[Operation], now: str) -> Offer:
    """All that can be done for `enter` before the others have to wait."""
    return _offer(home, read_offer(operations), now)


def enter(connection: sqlite3.Connection, offer: Offer) -> Answers:
    """Take what is not in the ledger yet."""
    known = _known(connection, offer)
    if known:
        new = [offered for offered in offer.offered if offered.operation.op_id not in known]
        offer = _offer(offer.home, new, offer.now)
    merging = _merging(connection, offer)
    for offered in offer.offered:
        merging.enter(offered)
    _write(connection, merging)
    return Answers(known, merging.entered, merging.buried)


def enter_own(
    connection: sqlite3.Connection, kind: OperationKind, name: RecordName, fields: object, now: str, home: str = SYSTEM
) -> Outcome:
    """Take an operation of no counter's, which has seen every version."""
    operation = Operation(str(uuid.uuid4()), 0, *name, kind, _SEEN_ALL, _WRITTEN(fields), "", now)
    return enter(connection, offer_of(home, [operation], now)).outcomes()[operation.op_id]


def current(connection: sqlite3.Connection, name: RecordName) -> Kept | None:
    """The document of that name."""
    entity, row_id = name
    return _load(connection, {entity: _WRITTEN([row_id])}).get(name)


def _offer(home: str, read: Iterable[Offered], now: str) -> Offer:
    # A second one of the same id in one push is answered like a repeat.
    offered: dict[str, Offered] = {}
    rows: dict[str, dict[str, None]] = {}
    moved: dict[str, None] = {}
    for each in read:
        operation, fields, _, root, _ = each
        if offered.setdefault(operation.op_id, each) is not each or fields is None:
            continue
        rows.setdefault(operation.entity, {})[operation.row_id] = None
        if root is not None:
            rows.setdefault(root[0], {})[root[1]] = None
        edits = operation.entity in ROOTS and operation.kind is OperationKind.EDIT
        erases = operation.entity == CASE and operation.kind is OperationKind.ERASE
        if erases or (edits and fields.keys() & _PLACING):
            moved[operation.row_id] = None
    return Offer(
        home,
        now,
        tuple(offered.values()),
        ids=_WRITTEN(list(offered)),
        rows={entity: _WRITTEN(list(ids)) for entity, ids in rows.items() if ids},
        moved=list(moved),
        numbers=[each.number for each in offered.values() if each.number is not None],
    )


def _known(connection: sqlite3.Connection, offer: Offer) -> dict[str, Outcome]:
    found = connection.execute(
        "SELECT o.op_id, o.result, o.version, o.place, o.reason "
        "FROM json_each(?) i CROSS JOIN op o ON o.op_id = i.value",
        (offer.ids,),
    ).fetchall()
    return {
        op_id: Outcome(op_id, Result(result), version, 0 if result == Result.REFUSED else place, reason)
        for op_id, result, version, place, reason in found
    }


def _merging(connection: sqlite3.Connection, offer: Offer) -> Merging:
    """Everything the operations touch, read in a few statements however many they are."""
    (place,) = connection.execute("SELECT coalesce(max(place), 0) FROM op").fetchone()
    numbers: dict[str, str | None] = dict.fromkeys(offer.numbers)
    kept = _load(connection, offer.rows)
    cases = {each.parent for each in kept.values() if each.entity in OF_A_CASE}
    if cases:
        kept = _load(connection, {CASE: _WRITTEN(sorted(filter(None, cases)))}) | kept
    return Merging(
        offer.home,
        offer.now,
        place,
        kept=kept,
        children=_children(connection, offer.moved),
        tombs=_tombs(connection, offer.rows),
        numbers=numbers | _owners(connection, offer.numbers),
        whose=lambda number: _owners(connection, [number]).get(number),
    )


def _load(connection: sqlite3.Connection, rows: Mapping[str, str]) -> dict[RecordName, Kept]:
    statement = f"SELECT {_KEPT} FROM {_OF_ENTITY.format('doc')}"
    found = [row for named in rows.items() for row in connection.execute(statement, named).fetchall()]
    return {kept.name: kept for kept in map(_kept, found)}


def _children(connection: sqlite3.Connection, roots: Iterable[str]) -> dict[str, list[Kept]]:
    found = connection.execute(
        f"SELECT {_KEPT} FROM json_each(?) i CROSS JOIN doc d ON d.parent = i.value ORDER BY d.place",
        (_WRITTEN(list(roots)),),
    ).fetchall()
    children: dict[str, list[Kept]] = {}
    for kept in map(_kept, found):
        children.setdefault(kept.parent or "", []).append(kept)
    return children


def _tombs(connection: sqlite3.Connection, rows: Mapping[str, str]) -> set[RecordName]:
    statement = f"SELECT d.entity, d.row_id FROM {_OF_ENTITY.format('erased')}"
    return {name for named in rows.items() for name in connection.execute(statement, named).fetchall()}


def _owners(connection: sqlite3.Connection, numbers: Sequence[str]) -> dict[str, str | None]:
    found = connection.execute(
        "SELECT d.number, d.row_id FROM json_each(?) i CROSS JOIN doc d ON d.number = i.value", (_WRITTEN(numbers),)
    ).fetchall()
    return dict(found)


def _kept(row: Sequence[Any]) -> Kept:
    place, entity, row_id, version, home, by, at, erased, fields, stamps, parent, day, department, holder, number = row
    return Kept(
        place,
        entity,
        row_id,
        version,
        home,
        (1, home, by, at),
        bool(erased),
        json.loads(fields),
        holder,
        {name: tuple(stamp) for name, stamp in json.loads(stamps).items()},
        parent,
        day,
        department,
        number,
    )


def _write(connection: sqlite3.Connection, merging: Merging) -> None:
    # In the order of their places: the table only grows at its end.
    connection.executemany(_ENTER, sorted(_ledger_row(merging, entered) for entered in merging.entered))
    # In their order: it is the order of the feed, which has parents before children.
    for fresh, group in groupby(merging.touched.items(), lambda touched: touched[0] in merging.fresh):
        if fresh:
            connection.executemany(_INSERT, [_row(kept) for _, kept in group])
        else:
            connection.executemany(_UPDATE, [(*_row(kept)[3:], kept.place) for _, kept in group])
    connection.executemany("DELETE FROM record_key WHERE entity = ? AND row_id = ?", merging.buried)
    connection.executemany(
        "INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", [(*name, merging.now) for name in merging.buried]
    )


def _ledger_row(merging: Merging, entered: Entered) -> tuple[Any, ...]:
    place, operation, fields, result, version, reason = entered
    names = (operation.entity, operation.row_id, operation.by, operation.at)
    # What was not refused as malformed was seen to be storable.
    entity, row_id, by, at = names if fields else storable_texts(*names)
    return (
        place,
        operation.op_id,
        merging.home,
        operation.n,
        entity,
        row_id,
        str(operation.kind),
        operation.base_version,
        fields,
        by,
        at,
        merging.now,
        str(result),
        reason,
        version,
    )


def _row(kept: Kept) -> tuple[Any, ...]:
    return (
        kept.place,
        kept.entity,
        kept.row_id,
        kept.version,
        kept.home,
        kept.made[2],
        kept.made[3],
        int(kept.erased),
        _WRITTEN(kept.fields) if kept.text is None else kept.text,
        _WRITTEN(kept.stamps) if kept.stamps else "{}",
        kept.parent,
        kept.day,
        kept.department,
        kept.holder,
        kept.number,
    )
