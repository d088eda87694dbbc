"""Both sides laid side by side: every document this counter is to hold, there and as the tables here have it."""

from __future__ import annotations

import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from app.crypto.secrets import CannotUnlock
from app.db.document_fields import MAPS, RANKS
from app.db.locked_text import open_locked
from app.db.snapshots import Snapshot
from app.db.unit_of_work import Database
from app.domain.sharing import Comparison, Cursor, Document
from app.sync.hub import Hub

_PAGE = 1_000
_SHOWN = 20
_EXTRA: Mapping[str, tuple[str, ...]] = {"visit": ("further_services",)}


def compare(database: Database, hub: Hub, hold_from: date) -> Comparison:
    """Read everything on both sides. Errors: the `SharedSide…` family, `NotShared`."""
    with database.read() as work:
        link = work.shared.link()
        assert link is not None
        here = {(s.entity, s.row_id): _mine(s) for s in work.snapshots.everything(hold_from)}
        unsent, _, refused = work.queue.count()
        audits = work.queue.audits_waiting(link.audit_sent)
        parked = work.replica.parked()
    there = {(d.entity, d.row_id): _theirs(d) for d in everything_there(hub, link.home, link.epoch, hold_from)}
    differing = sorted(row for row in here.keys() | there.keys() if here.get(row) != there.get(row))
    return Comparison(
        here=_counts(here),
        there=_counts(there),
        digest_here=_digest(here),
        digest_there=_digest(there),
        differing=tuple(f"{entity}/{row_id}" for entity, row_id in differing[:_SHOWN]),
        differing_count=len(differing),
        unsent=unsent,
        refused=refused,
        audits_unsent=audits,
        parked=tuple(f"{entity}/{row_id}: {why}" for entity, row_id, why in parked),
    )


def everything_there(hub: Hub, home: str, epoch: str, hold_from: date) -> Iterator[Document]:
    """Every document this home may hold, in feed order; one that changed while reading may come twice."""
    cursor = Cursor()
    while True:
        page = hub.pull(home, epoch, cursor, _PAGE, hold_from)
        yield from (document for document in page.documents if document.entity in RANKS)
        if not page.more:
            return
        cursor = page.cursor


def _mine(snapshot: Snapshot) -> str:
    personal = {name: text for name, text in snapshot.personal.items() if text}
    return _canonical(snapshot.entity, dict(snapshot.fields), personal)


def _theirs(document: Document) -> str:
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
        fields = {**known.document(known.row(document.row_id, fields)), **extra}
    return _canonical(document.entity, fields, personal)


def _canonical(entity: str, fields: dict[str, Any], personal: dict[str, str]) -> str:
    return json.dumps([entity, fields, personal], ensure_ascii=False, sort_keys=True, default=list)


def _counts(rows: Iterable[tuple[str, str]]) -> dict[str, int]:
    return dict(sorted(Counter(entity for entity, _ in rows).items()))


def _digest(rows: Mapping[tuple[str, str], str]) -> str:
    digest = hashlib.sha256()
    for (entity, row_id), text in sorted(rows.items()):
        digest.update(f"{entity}\0{row_id}\0{text}\n".encode())
    return digest.hexdigest()
