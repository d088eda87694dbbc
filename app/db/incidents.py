"""Notes of abuse at the counter."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, and_, insert, or_, select, update

from app.db.told import told
from app.domain.case_errors import UnknownRecord
from app.domain.errors import RecordChanged
from app.domain.incidents import AbuseKind, Incident, IncidentEnd
from app.models.tables import incident

_WORDED = or_(incident.c.text != "", incident.c.witnesses != "")


class IncidentRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, begun: Incident) -> None:
        row = {
            "id": begun.id,
            "begun_at": begun.begun_at,
            "counter_code": begun.counter_code,
            "by": begun.by,
            "kind": begun.kind.value,
            "text": begun.text,
            "witnesses": begun.witnesses,
            "warned_at": begun.warned_at,
            "ended_at": begun.ended_at,
            "end": begun.end.value,
            "of_visit": begun.visit_id,
            "version": begun.version,
        }
        self._connection.execute(insert(incident), row)

    def get(self, incident_id: str) -> Incident:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(select(incident).where(incident.c.id == incident_id)).one_or_none()
        if row is None:
            raise UnknownRecord("incident", incident_id)
        return _incident(row)

    def change(self, incident_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(incident.c.id == incident_id, incident.c.version == seen)
        done = self._connection.execute(update(incident).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(incident_id)

    def running(self, counter_code: str, since: datetime) -> Incident | None:
        """The newest one at the counter, begun after `since`, that has not ended."""
        where = (incident.c.counter_code == counter_code, incident.c.begun_at >= since, incident.c.ended_at.is_(None))
        found = select(incident).where(*where).order_by(incident.c.begun_at.desc()).limit(1)
        row = self._connection.execute(found).one_or_none()
        return None if row is None else _incident(row)

    def between(self, first: datetime, end: datetime, by: str | None) -> tuple[Incident, ...]:
        """Those begun from `first` to before `end`, newest first; by one person, or by anybody."""
        where = [incident.c.begun_at >= first, incident.c.begun_at < end]
        if by is not None:
            where.append(incident.c.by == by)
        found = select(incident).where(*where).order_by(incident.c.begun_at.desc(), incident.c.id)
        return tuple(_incident(row) for row in self._connection.execute(found))

    def worded_before(self, before: datetime, limit: int) -> tuple[str, ...]:
        """The ids of those begun before `before` that still have their words."""
        return tuple(
            self._connection.scalars(select(incident.c.id).where(incident.c.begun_at < before, _WORDED).limit(limit))
        )


def _incident(row: Row[Any]) -> Incident:
    return Incident(
        id=row.id,
        begun_at=row.begun_at,
        counter_code=row.counter_code,
        by=row.by,
        kind=told(AbuseKind, row.kind, AbuseKind.OTHER),
        text=row.text,
        witnesses=row.witnesses,
        warned_at=row.warned_at,
        ended_at=row.ended_at,
        end=told(IncidentEnd, row.end, IncidentEnd.LEFT),
        visit_id=row.of_visit,
        version=row.version,
    )
