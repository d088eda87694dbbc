"""Cases and cards written straight into a home's tables, many at once."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import insert

from app.db.unit_of_work import UnitOfWork
from app.models.tables import card, case_file

BEGAN = datetime(2026, 1, 5, 0, 0, tzinfo=UTC)

_CASE: Mapping[str, Any] = {
    **dict.fromkeys(("title", "text", "name", "phone", "address", "period", "flags", "external_number"), ""),
    "kind": "GRIEV",
    "channel": "counter",
    "written_by": "citizen",
    "received_by": "clerk1",
    "counter_code": "A",
    "department_code": "D001",
    "to_auditor": False,
    "version": 1,
    "elsewhere": False,
}
_CARD: Mapping[str, Any] = {
    **dict.fromkeys(("text", "before", "after", "department_code", "about", "state_by"), ""),
    "side": "missed",
    "source": "paper",
    "state": "new",
    "by": "clerk1",
    "version": 1,
}


def put_case(work: UnitOfWork, minute: int, **said: Any) -> str:
    """A case received `minute` minutes after `BEGAN`; its id."""
    id_ = said.pop("id", None) or str(uuid.UUID(int=minute))
    at = BEGAN + timedelta(minutes=minute)
    row = {**_CASE, "id": id_, "number": f"2026-A-{minute:04}", "matter_id": id_, "received_at": at, **said}
    work._connection.execute(insert(case_file), row)
    return id_


def put_card(work: UnitOfWork, minute: int, **said: Any) -> str:
    """A card put up `minute` minutes after `BEGAN`; its id."""
    id_ = str(uuid.UUID(int=10**9 + minute))
    at = BEGAN + timedelta(minutes=minute)
    work._connection.execute(insert(card), {**_CARD, "id": id_, "day": at.date(), "at": at, **said})
    return id_
