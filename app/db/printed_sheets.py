"""Sheets that were printed, so that the next one can say what was corrected since."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import Connection, insert, select

from app.db.outbox_log import new_id
from app.models.tables import printed_sheet


@dataclass(frozen=True, slots=True)
class PrintedSheet:
    """`printed_at` in UTC."""

    printed_at: datetime
    totals: Mapping[str, Any]


class PrintedSheetRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def newest(self, first: date, last: date) -> PrintedSheet | None:
        """The sheet of exactly these days that was printed last."""
        row = self._connection.execute(
            select(printed_sheet.c.printed_at, printed_sheet.c.totals)
            .where(printed_sheet.c.first_day == first, printed_sheet.c.last_day == last)
            .order_by(printed_sheet.c.printed_at.desc(), printed_sheet.c.id.desc())
            .limit(1)
        ).one_or_none()
        return None if row is None else PrintedSheet(row.printed_at, json.loads(row.totals))

    def add(self, first: date, last: date, at: datetime, login: str, totals: Mapping[str, object]) -> None:
        self._connection.execute(
            insert(printed_sheet),
            {
                "id": new_id(),
                "first_day": first,
                "last_day": last,
                "printed_at": at,
                "printed_by": login,
                "totals": json.dumps(totals, ensure_ascii=False),
            },
        )
