"""Answers that two officers should give alike."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, select, update

from app.domain.case_errors import UnknownRecord
from app.domain.errors import RecordChanged
from app.domain.re_reviews import Precedent
from app.models.tables import precedent


class PrecedentRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, values: Mapping[str, Any]) -> None:
        """`values` are columns."""
        self._connection.execute(insert(precedent), {"active": True, "version": 1, **values})

    def get(self, precedent_id: str) -> Precedent:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(select(precedent).where(precedent.c.id == precedent_id)).one_or_none()
        if row is None:
            raise UnknownRecord("precedent", precedent_id)
        return _precedent(row)

    def change(self, precedent_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(precedent.c.id == precedent_id, precedent.c.version == seen)
        done = self._connection.execute(update(precedent).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(precedent_id)

    def all(self) -> tuple[Precedent, ...]:
        """Those in use first, the newest first among them."""
        ordered = select(precedent).order_by(precedent.c.active.desc(), precedent.c.at.desc(), precedent.c.id)
        return tuple(_precedent(row) for row in self._connection.execute(ordered))


def _precedent(row: Row[Any]) -> Precedent:
    return Precedent(
        id=row.id,
        question=row.question,
        answer=row.answer,
        law=row.law,
        department_code=row.department_code,
        by=row.by,
        at=row.at,
        case_id=row.case_id,
        active=row.active,
        version=row.version,
    )
