"""Writing operations for the shared side, in the transaction of the change itself (design section 4).

Personal text goes in as ciphertext under a key of its record, kept in `record_key`; destroying that key erases it.
"""

from __future__ import annotations

import base64
import json
from collections.abc import Mapping
from datetime import datetime

import uuid_utils
from sqlalchemy import Connection, insert, select

from app.crypto.secrets import lock, new_key
from app.models.outbox import outbox
from app.models.record_key import record_key


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
        base_version: int,
        fields: Mapping[str, object],
        personal: Mapping[str, str] | None = None,
    ) -> None:
        """`kind` is create or edit; `fields` only what changed; `personal` fields are locked, empty ones left plain."""
        body: dict[str, object] = dict(fields)
        for name, text in (personal or {}).items():
            body[name] = {"locked": self._lock(entity, row_id, text)} if text else ""
        self._connection.execute(
            insert(outbox),
            {
                "op_id": new_id(),
                "entity": entity,
                "row_id": row_id,
                "kind": kind,
                "base_version": base_version,
                "fields": json.dumps(body, ensure_ascii=False, sort_keys=True, default=str),
                "made_at": at,
                "state": "waiting",
            },
        )

    def _lock(self, entity: str, row_id: str, text: str) -> str:
        where = (record_key.c.entity == entity) & (record_key.c.row_id == row_id)
        key = self._connection.scalar(select(record_key.c.key).where(where))
        if key is None:
            key = new_key()
            self._connection.execute(insert(record_key), {"entity": entity, "row_id": row_id, "key": key})
        return base64.b64encode(lock(key, text.encode())).decode("ascii")
