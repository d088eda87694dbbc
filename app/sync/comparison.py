"""Both sides laid side by side: every document this counter is to hold, there and as the tables here have it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from app.crypto.secrets import CannotUnlock
from app.db.document_fields import MAPS, RANKS
from app.db.held_days import Held
from app.db.locked_text import open_locked
from app.db.snapshots import Snapshot
from app.db.unit_of_work import Database
from app.domain.sharing import Comparison, Cursor, Document
from app.sync.case_retention import has_left, is_over
from app.sync.hub import Hub

_PAGE = 1_000
_SHOWN = 20
_ROOTS = {"visit": ("visit", ""), "visit_step": ("visit", "visit_id"), "slip": ("visit", "visit_id")}
_ROOTS |= {
    "case_file": ("case_file", ""),
    "case_step": ("case_file", "case_id"),
    "attachment": ("case_file", "case_id"),
}
"""To what a record belongs, and which field tells; "": the record itself."""
_EXTRA: Mapping[str, tuple[str, ...]] = {"visit": ("further_services",)}


_Row = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Record:
    """A record as both sides can be told to write it. `home` created it, where that is known."""

    entity: str
    fields: dict[str, Any]
    personal: dict[str, str]
    home: str = ""


def compare(database: Database, hub: Hub, hold_from: date) -> Comparison:
    """Read everything on both sides. `hold_from` is the first day that is to be here whole; days that are whole beside
    are compared, too. Errors: the `SharedSide…` family, `NotShared`."""
    with database.read() as work:
        link = work.shared.link()
        assert link is not None
        held = work.held_days.all()
        first = min(work.held_days.oldest_of_others(hold_from), hold_from, *held.fetched)
        found = {(s.entity, s.row_id): _mine(s) for s in work.snapshots.everything(hold_from)}
        unsent, _, refused = work.queue.count()
        audits = work.queue.audits_waiting(link.audit_sent)
        parked = work.replica.parked()
    visits = {row for row in found if row[0] == "visit"}
    here = _belonging(found, {row for row in found if row[0] in ("visit", "case_file")})

    def read(since: date) -> dict[_Row, _Record]:
        everything = everything_there(hub, link.home, link.epoch, since)
        told = {(d.entity, d.row_id): _theirs(d) for d in everything if not has_left(d)}
        kept = {
            row
            for row, record in told.items()
            if record.home == link.home
            or (row[0] == "visit" and (row in visits or _is_held(record, held, hold_from)))
            or (row[0] == "case_file" and not is_over(record.fields, hold_from))
        }
        return _belonging(told, kept)

    there = read(first)
    if any(visit not in there for visit in visits):
        # A home that goes on as another one has visits that the shared side does not count among its own.
        there = read(date.min)
    mine = {row: _canonical(record) for row, record in here.items()}
    theirs = {row: _canonical(_less_cause(record, here.get(row))) for row, record in there.items()}
    differing = sorted(row for row in mine.keys() | theirs.keys() if mine.get(row) != theirs.get(row))
    return Comparison(
        here=_counts(mine),
        there=_counts(theirs),
        digest_here=_digest(mine),
        digest_there=_digest(theirs),
        differing=tuple(f"{entity}/{row_id}" for entity, row_id in differing[:_SHOWN]),
        differing_count=len(differing),
        unsent=unsent,
        refused=refused,
        audits_unsent=audits,
        parked=tuple(f"{entity}/{row_id}: {why}" for entity, row_id, why in parked),
    )


def _is_held(record: _Record, held: Held, hold_from: date) -> bool:
    try:
        day = date.fromisoformat(str(record.fields.get("day")))
    except ValueError:
        return True
    return day >= hold_from or held.has(day)


def _belonging(records: Mapping[_Row, _Record], roots: set[_Row]) -> dict[_Row, _Record]:
    """Records that belong to no visit and no case, and those of `roots`; a conflict belongs where its record does."""
    of = {row: _root_of(row, record) for row, record in records.items()}
    kept = {row for row, root in of.items() if root is None or root in roots}
    for row, record in records.items():
        about = (str(record.fields.get("entity")), str(record.fields.get("row_id")))
        if row[0] == "conflict" and about[0] in _ROOTS and about not in kept:
            kept.discard(row)
    return {row: record for row, record in records.items() if row in kept}


def _root_of(row: _Row, record: _Record) -> _Row | None:
    """The visit or case that a record belongs to, or is."""
    if row[0] not in _ROOTS:
        return None
    entity, named = _ROOTS[row[0]]
    return (entity, str(record.fields.get(named))) if named else row


def _less_cause(theirs: _Record, mine: _Record | None) -> _Record:
    """A step's cause is not here where that visit is not."""
    if theirs.entity == "visit_step" and mine is not None and mine.fields.get("because_of") is None:
        return replace(theirs, fields={**theirs.fields, "because_of": None})
    return theirs


def everything_there(hub: Hub, home: str, epoch: str, hold_from: date) -> Iterator[Document]:
    """Every document this home may hold, in feed order; one that changed while reading may come twice."""
    cursor = Cursor()
    while True:
        page = hub.pull(home, epoch, cursor, _PAGE, hold_from)
        yield from (document for document in page.documents if document.entity in RANKS)
        if not page.more:
            return
        cursor = page.cursor


def _mine(snapshot: Snapshot) -> _Record:
    personal = {name: text for name, text in snapshot.personal.items() if text}
    return _Record(snapshot.entity, dict(snapshot.fields), personal)


def _theirs(document: Document) -> _Record:
    fields = dict(document.fields)
    personal = {}
    for name, value in list(fields.items()):
        if isinstance(value, dict) and value.keys() == {"locked"}:
            del fields[name]
            try:
                text = "" if document.key is None else open_locked(document.key, value)
            except CannotUnlock:
                text = "?"
            if text:
                personal[name] = text
    known = MAPS.get(document.entity)
    if known is not None:
        extra = {name: fields[name] for name in _EXTRA.get(document.entity, ()) if fields.get(name)}
        with suppress(ValueError, TypeError, AttributeError):  # one that does not fit differs, as it is
            fields = {**known.document(known.row(document.row_id, fields)), **extra}
    return _Record(document.entity, fields, personal, document.home)


def _canonical(record: _Record) -> str:
    written = [record.entity, record.fields, record.personal]
    return json.dumps(written, ensure_ascii=False, sort_keys=True, default=list)


def _counts(rows: Iterable[tuple[str, str]]) -> dict[str, int]:
    return dict(sorted(Counter(entity for entity, _ in rows).items()))


def _digest(rows: Mapping[tuple[str, str], str]) -> str:
    digest = hashlib.sha256()
    for (entity, row_id), text in sorted(rows.items()):
        digest.update(f"{entity}\0{row_id}\0{text}\n".encode())
    return digest.hexdigest()
