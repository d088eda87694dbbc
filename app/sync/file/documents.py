"""Reading and writing documents of a shared file, inside a transaction of the caller's."""

from __future__ import annotations

import json
import sqlite3
import uuid
from collections.abc import Iterable, Sequence
from itertools import groupby
from typing import Any

from app.domain.sharing import Document, Operation, OperationKind, Outcome, Result
from app.sync.file.merge import (
    SYSTEM,
    VISIT,
    Kept,
    Merging,
    Offered,
    RecordName,
    read_offer,
    storable_text,
    visit_number_of,
)

_KEPT = (
    "d.place, d.entity, d.row_id, d.version, d.home, d.made_by, d.made_at, d.erased, d.fields, d.stamps, d.parent, "
    "d.day, d.department, d.holder, d.number"
)
DOCUMENT = "d.entity, d.row_id, d.version, d.place, d.home, d.erased, d.fields, k.key"
"""The columns of `document_of`, of `doc d LEFT JOIN record_key k`."""

OF_DOC = "doc d LEFT JOIN record_key k ON k.entity = d.entity AND k.row_id = d.row_id"

_NAMES = "json_each(?) i"
_INSERT = "INSERT INTO doc VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_UPDATE = """
UPDATE doc SET version = ?, home = ?, made_by = ?, made_at = ?, erased = ?, fields = ?, stamps = ?, parent = ?, day = ?,
    department = ?, holder = ?, number = ? WHERE place = ?
"""
_SEEN_ALL = 2**62
_WRITTEN = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def document_of(row: Sequence[Any]) -> Document:
    """The record of a row of `DOCUMENT`."""
    entity, row_id, version, place, home, erased, fields, key = row
    return Document(entity, row_id, version, place, home, bool(erased), json.loads(fields), key)


def enter(connection: sqlite3.Connection, home: str, offer: Sequence[Offered], now: str) -> dict[str, Outcome]:
    """Take what is not in the ledger yet; what became of each operation, by its id. `read_offer` made the offer."""
    outcomes = _known(connection, offer)
    new = [offered for offered in offer if offered.operation.op_id not in outcomes]
    merging = _merging(connection, home, new, now)
    for offered in new:
        # A second one of the same id in one push is answered like a repeat.
        if offered.operation.op_id not in outcomes:
            outcomes[offered.operation.op_id] = merging.take(offered)
    _write(connection, merging)
    return outcomes


def enter_own(
    connection: sqlite3.Connection, kind: OperationKind, name: RecordName, fields: object, now: str, home: str = SYSTEM
) -> Outcome:
    """Take an operation of no counter's, which has seen every version."""
    operation = Operation(str(uuid.uuid4()), 0, *name, kind, _SEEN_ALL, _WRITTEN(fields), "", now)
    return enter(connection, home, read_offer([operation]), now)[operation.op_id]


def current(connection: sqlite3.Connection, name: RecordName) -> Kept | None:
    """The document of that name."""
    return _load(connection, [name]).get(name)


def _known(connection: sqlite3.Connection, offer: Sequence[Offered]) -> dict[str, Outcome]:
    ids = _WRITTEN([offered.operation.op_id for offered in offer])
    found = connection.execute(
        f"SELECT o.op_id, o.result, o.version, o.place, o.reason FROM {_NAMES} CROSS JOIN op o ON o.op_id = i.value",
        (ids,),
    ).fetchall()
    return {
        op_id: Outcome(op_id, Result(result), version, 0 if result == Result.REFUSED else place, reason)
        for op_id, result, version, place, reason in found
    }


def _merging(connection: sqlite3.Connection, home: str, new: Sequence[Offered], now: str) -> Merging:
    """Everything the operations touch, read in a few statements however many they are."""
    names: set[RecordName] = set()
    moved: set[str] = set()
    numbers: dict[str, str | None] = {}
    for offered in new:
        operation, fields = offered.operation, offered.fields
        if fields is None:
            continue
        names.add((operation.entity, operation.row_id))
        if fields.get("visit_id") is not None:
            names.add((VISIT, str(fields["visit_id"])))
        if operation.entity != VISIT:
            continue
        if operation.kind is OperationKind.EDIT and fields.keys() & {"department_code", "day"}:
            moved.add(operation.row_id)
        elif operation.kind is OperationKind.CREATE and (number := visit_number_of(fields)) is not None:
            numbers[number] = None
    (place,) = connection.execute("SELECT coalesce(max(place), 0) FROM op").fetchone()
    return Merging(
        home,
        now,
        place,
        kept=_load(connection, names),
        children=_children(connection, moved),
        tombs=_tombs(connection, names),
        numbers=numbers | _owners(connection, list(numbers)),
        whose=lambda number: _owners(connection, [number]).get(number),
    )


def _load(connection: sqlite3.Connection, names: Iterable[RecordName]) -> dict[RecordName, Kept]:
    found = connection.execute(
        f"SELECT {_KEPT} FROM {_NAMES} CROSS JOIN doc d ON d.entity = i.value ->> 0 AND d.row_id = i.value ->> 1",
        (_WRITTEN(list(names)),),
    ).fetchall()
    return {kept.name: kept for kept in map(_kept, found)}


def _children(connection: sqlite3.Connection, visits: Iterable[str]) -> dict[str, list[Kept]]:
    found = connection.execute(
        f"SELECT {_KEPT} FROM json_each(?) i CROSS JOIN doc d ON d.parent = i.value ORDER BY d.place",
        (_WRITTEN(list(visits)),),
    ).fetchall()
    children: dict[str, list[Kept]] = {}
    for kept in map(_kept, found):
        children.setdefault(kept.parent or "", []).append(kept)
    return children


def _tombs(connection: sqlite3.Connection, names: Iterable[RecordName]) -> set[RecordName]:
    found = connection.execute(
        f"SELECT e.entity, e.row_id FROM {_NAMES} "
        "CROSS JOIN erased e ON e.entity = i.value ->> 0 AND e.row_id = i.value ->> 1",
        (_WRITTEN(list(names)),),
    ).fetchall()
    return {(entity, row_id) for entity, row_id in found}


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
    connection.executemany(
        "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        [
            (
                entered.place,
                operation.op_id,
                merging.home,
                operation.n,
                storable_text(operation.entity),
                storable_text(operation.row_id),
                operation.kind,
                operation.base_version,
                entered.fields,
                storable_text(operation.by),
                storable_text(operation.at),
                merging.now,
                entered.outcome.result,
                entered.outcome.reason,
                entered.outcome.version,
            )
            for entered in merging.entered
            for operation in (entered.operation,)
        ],
    )
    # In their order: it is the order of the feed, which has parents before children.
    for fresh, group in groupby(merging.touched.values(), lambda kept: kept.name in merging.fresh):
        if fresh:
            connection.executemany(_INSERT, map(_row, group))
        else:
            connection.executemany(_UPDATE, [(*_row(kept)[3:], kept.place) for kept in group])
    connection.executemany("DELETE FROM record_key WHERE entity = ? AND row_id = ?", merging.buried)
    connection.executemany(
        "INSERT OR IGNORE INTO erased VALUES (?, ?, ?)", [(*name, merging.now) for name in merging.buried]
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
        kept.erased,
        _WRITTEN(kept.fields) if kept.text is None else kept.text,
        _WRITTEN(kept.stamps) if kept.stamps else "{}",
        kept.parent,
        kept.day,
        kept.department,
        kept.holder,
        kept.number,
    )
