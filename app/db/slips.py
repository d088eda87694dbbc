"""Slips, and what is needed to print a visit's QR code again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, Row, delete, exists, insert, select, update

from app.db.prepared import PreparedChange
from app.domain.languages import Language
from app.domain.slips import Paper, SlipRecord, SlipState
from app.models.tables import slip, slip_token

_ADD_TOKEN = PreparedChange(lambda: insert(slip_token))


@dataclass(frozen=True, slots=True)
class StoredToken:
    """A token without its key: department and area numbers as printed, and the locked nonce.

    `key_id` names the key it was signed with, if this home has had several; None: the first one.
    """

    department_number: int
    area_number: int
    day: date
    afternoon: bool
    locked_nonce: bytes
    key_id: bytes | None = None


class SlipRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add_token(self, visit_id: str, token: StoredToken) -> None:
        _ADD_TOKEN.run(
            self._connection,
            {
                "visit_id": visit_id,
                "department_number": token.department_number,
                "area_number": token.area_number,
                "day": token.day,
                "afternoon": token.afternoon,
                "locked_nonce": token.locked_nonce,
                "key_id": token.key_id,
            },
        )

    def token(self, visit_id: str) -> StoredToken | None:
        """None when it has expired and been deleted."""
        row = self._connection.execute(select(slip_token).where(slip_token.c.visit_id == visit_id)).one_or_none()
        if row is None:
            return None
        return StoredToken(row.department_number, row.area_number, row.day, row.afternoon, row.locked_nonce, row.key_id)

    def forget_tokens(self, before: date) -> int:
        """Delete the tokens of slips of days before `before`; how many there were."""
        return self._connection.execute(delete(slip_token).where(slip_token.c.day < before)).rowcount

    def has_tokens(self, before: date) -> bool:
        """Whether there is a token of a day before `before`."""
        return bool(self._connection.scalar(select(exists().where(slip_token.c.day < before))))

    def add(self, record: SlipRecord, department_code: str, made_by: str) -> None:
        """`department_code` is the department that stands on the slip."""
        self._connection.execute(
            insert(slip),
            {
                "id": record.id,
                "visit_id": record.visit_id,
                "paper": record.paper.value,
                "language": record.language.value,
                "reissue": record.reissue,
                "state": record.state.value,
                "reason": record.reason,
                "printed_at": record.printed_at,
                "version": 1,
                "made_by": made_by,
                "department_code": department_code,
            },
        )

    def get(self, slip_id: str) -> SlipRecord | None:
        row = self._connection.execute(select(slip).where(slip.c.id == slip_id)).one_or_none()
        return None if row is None else _record(row)

    def of_visit(self, visit_id: str) -> tuple[SlipRecord, ...]:
        """The visit's slips, oldest first."""
        rows = self._connection.execute(select(slip).where(slip.c.visit_id == visit_id).order_by(slip.c.id))
        return tuple(_record(row) for row in rows)

    def waiting(self) -> tuple[SlipRecord, ...]:
        rows = self._connection.execute(select(slip).where(slip.c.state == SlipState.WAITING.value))
        return tuple(_record(row) for row in rows)

    def set_state(self, slip_id: str, state: SlipState, reason: str) -> None:
        """Give the slip another state."""
        changed = {"state": state.value, "reason": reason, "version": slip.c.version + 1}
        self._connection.execute(update(slip).where(slip.c.id == slip_id).values(**changed))


def _record(row: Row[Any]) -> SlipRecord:
    printed_at: datetime = row.printed_at
    return SlipRecord(
        row.id,
        row.visit_id,
        Paper(row.paper),
        Language(row.language),
        row.reissue,
        SlipState(row.state),
        row.reason,
        printed_at,
    )
