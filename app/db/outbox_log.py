"""Writing operations for the shared side, in the transaction of the change itself (design section 4).

Personal text goes in as ciphertext under a key of its record, kept in `record_key`; destroying that key erases it.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection, bindparam, func, insert, select

from app.crypto.secrets import new_key
from app.db.locked_text import locked
from app.db.prepared import PreparedChange, PreparedSelect
from app.models.outbox import outbox
from app.models.record_key import record_key
from app.models.replica import replica

_ROOTS = {"case_step": "case_id", "attachment": "case_id"}
"""The field that tells what a record belongs to, where that is no visit."""

_COLUMNS = (
    "op_id",
    "entity",
    "row_id",
    "kind",
    "base_version",
    "fields",
    "made_at",
    "state",
    "by",
    "about",
    "reason",
)
_ADD = PreparedChange(lambda: insert(outbox), _COLUMNS)
_ADD_KEY = PreparedChange(lambda: insert(record_key))
_KEY = PreparedSelect(
    lambda: select(record_key.c.key).where(
        record_key.c.entity == bindparam("entity"), record_key.c.row_id == bindparam("row_id")
    )
)
_SEEN = PreparedSelect(
    lambda: select(replica.c.version).where(
        replica.c.entity == bindparam("entity"), replica.c.row_id == bindparam("row_id")
    )
)


def new_id() -> str:
    """A UUIDv7 as text: unique everywhere, and in time order."""
    return str(uuid_utils.uuid7())


class OutboxLog:
    """Appends within the caller's transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(
        self,
        *,
        at: datetime,
        entity: str,
        row_id: str,
        kind: str,
        by: str,
        fields: Mapping[str, object],
        personal: Mapping[str, str] | None = None,
        about: str = "",
    ) -> None:
        """`kind` is create, edit or erase; `fields` only what changed; `personal` ones are locked, empty ones plain.

        `about` is the visit or case the record belongs to; left out, it is the fields' own or the record itself.

        What the shared side's version of the record was, as far as this home knows it, is noted beside.
        """
        body: dict[str, object] = dict(fields)
        for name, text in (personal or {}).items():
            body[name] = locked(self._key(entity, row_id), text) if text else ""
        _ADD.run(
            self._connection,
            {
                "op_id": new_id(),
                "entity": entity,
                "row_id": row_id,
                "kind": kind,
                "base_version": self._seen(entity, row_id) if kind != "create" else 0,
                "fields": json.dumps(body, ensure_ascii=False, sort_keys=True, default=str),
                "made_at": at,
                "state": "waiting",
                "by": by,
                "about": about or str(fields.get(_ROOTS.get(entity, "visit_id"), row_id)),
                "reason": "",
            },
        )

    def newest(self) -> int:
        """The number of the newest operation, 0 before the first."""
        return self._connection.scalar(select(func.max(outbox.c.n))) or 0

    def _seen(self, entity: str, row_id: str) -> int:
        return _SEEN.scalar(self._connection, entity=entity, row_id=row_id) or 0

    def _key(self, entity: str, row_id: str) -> bytes:
        key: bytes | None = _KEY.scalar(self._connection, entity=entity, row_id=row_id)
        if key is None:
            key = new_key()
            _ADD_KEY.run(self._connection, {"entity": entity, "row_id": row_id, "key": key})
        return key
