"""Writing the access log (접속기록). Each row's chain value seals the row before, so a removed or altered row shows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime

from sqlalchemy import Connection, insert, select

from app.db.prepared import PreparedChange, PreparedSelect
from app.models.audit import audit

FIRST_LINK = bytes(32)

_COLUMNS = ("at", "login", "role", "counter_code", "action", "entity", "row_id", "detail", "chain")
_NEWEST_LINK = PreparedSelect(lambda: select(audit.c.chain).order_by(audit.c.n.desc()).limit(1))
_ADD = PreparedChange(lambda: insert(audit), _COLUMNS)


def _link(before: bytes, values: Mapping[str, object]) -> bytes:
    text = json.dumps([str(values[name]) for name in sorted(values)], ensure_ascii=False)
    return hashlib.sha256(before + text.encode()).digest()


class AuditLog:
    """Appends within the caller's transaction. `detail` holds codes and counts, never personal text (design law 11)."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def write(
        self,
        *,
        at: datetime,
        login: str,
        role: str,
        counter_code: str,
        action: str,
        entity: str,
        row_id: str,
        detail: Mapping[str, object] | None = None,
    ) -> None:
        values: dict[str, object] = {
            "at": at.astimezone(UTC),  # as it is read back, whatever zone it was told in: the chain seals its text
            "login": login,
            "role": role,
            "counter_code": counter_code,
            "action": action,
            "entity": entity,
            "row_id": row_id,
            "detail": json.dumps(detail or {}, ensure_ascii=False, sort_keys=True),
        }
        before: bytes | None = _NEWEST_LINK.scalar(self._connection)
        _ADD.run(self._connection, {**values, "chain": _link(before or FIRST_LINK, values)})

    def first_broken_row(self) -> int | None:
        """The number of the first row whose chain does not fit, or None when the log is whole."""
        before = FIRST_LINK
        for row in self._connection.execute(select(audit).order_by(audit.c.n)):
            values = {name: value for name, value in row._mapping.items() if name not in ("n", "chain")}
            if row.chain != _link(before, values):
                return int(row.n)
            before = row.chain
        return None
