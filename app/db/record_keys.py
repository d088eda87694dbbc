"""The keys of records' personal text, and what becomes of text when it turns out that somebody else's key stands."""

from __future__ import annotations

import json
from collections.abc import Iterable

from sqlalchemy import Connection, and_, delete, insert, select, update

from app.crypto.secrets import CannotUnlock
from app.db.locked_text import is_locked, locked, open_locked
from app.db.outbox_log import OutboxLog
from app.db.record_rows import among
from app.domain.sharing import Document
from app.models.tables import outbox, record_key

_Row = tuple[str, str]


class RecordKeys:
    """Works inside the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def of(self, rows: Iterable[_Row]) -> dict[_Row, bytes]:
        """The keys of `rows`, as far as they have any and were not erased."""
        found: dict[_Row, bytes] = {}
        for chosen in among(record_key, rows):
            for row in self._connection.execute(select(record_key).where(chosen)):
                found[row.entity, row.row_id] = row.key
        return found

    def keep(self, documents: Iterable[Document]) -> None:
        """Keep the keys that documents came with: the shared side's stands, whatever this home had made."""
        came = {(d.entity, d.row_id): (d, d.key) for d in documents if d.key is not None and not d.erased}
        if not came:
            return
        known = self.of(came)
        rows = [{"entity": entity, "row_id": row_id, "key": key} for (entity, row_id), (_, key) in came.items()]
        self._connection.execute(insert(record_key).prefix_with("OR REPLACE"), rows)
        for row, (document, key) in came.items():
            before = known.get(row, key)
            if before != key:
                self._lock_anew(row, before, key)
                self._say_again(document, before, key)

    def forget(self, rows: Iterable[_Row]) -> None:
        for chosen in among(record_key, rows):
            self._connection.execute(delete(record_key).where(chosen))

    def _lock_anew(self, row: _Row, before: bytes, key: bytes) -> None:
        """Somebody else had created the record, too: what this home has said of it is to open with their key."""
        where = and_(outbox.c.entity == row[0], outbox.c.row_id == row[1])
        for said in self._connection.execute(select(outbox.c.n, outbox.c.fields).where(where)).all():
            fields = json.loads(said.fields)
            for name, value in fields.items():
                text = open_with(before, value) if is_locked(value) else None
                if text is not None:
                    fields[name] = locked(key, text)
            again = update(outbox).where(outbox.c.n == said.n)
            self._connection.execute(again.values(fields=json.dumps(fields, ensure_ascii=False, sort_keys=True)))

    def _say_again(self, document: Document, before: bytes, key: bytes) -> None:
        """What stands there under the key that only this home had, nobody else can read: it is said once more."""
        personal = {}
        for name, value in document.fields.items():
            text = open_with(before, value) if is_locked(value) and open_with(key, value) is None else None
            if text is not None:
                personal[name] = text
        if not personal:
            return
        newest = select(outbox.c.made_at, outbox.c.by).where(
            outbox.c.entity == document.entity, outbox.c.row_id == document.row_id
        )
        said = self._connection.execute(newest.order_by(outbox.c.n.desc()).limit(1)).one_or_none()
        if said is not None:
            OutboxLog(self._connection).write(
                at=said.made_at,
                entity=document.entity,
                row_id=document.row_id,
                kind="edit",
                by=said.by,
                fields={},
                personal=personal,
            )


def open_with(key: bytes, value: dict[str, str]) -> str | None:
    """None when it does not open with `key`."""
    try:
        return open_locked(key, value)
    except CannotUnlock:
        return None
