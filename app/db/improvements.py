"""Improvement tasks and their quarterly reviews."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Connection, Row, Select, and_, insert, select, update

from app.db.told import told
from app.domain.case_errors import UnknownRecord
from app.domain.errors import RecordChanged
from app.domain.improvements import Improvement, ImprovementForm, ImprovementStatus, LinkKind, Review, review_due
from app.models.tables import department, improvement, improvement_review

Links = Iterable[tuple[LinkKind, str]]


class ImprovementRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, values: Mapping[str, Any]) -> None:
        """`values` are columns."""
        self._connection.execute(insert(improvement), {"links": "[]", "version": 1, **values})

    def change(self, improvement_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(improvement.c.id == improvement_id, improvement.c.version == seen)
        done = self._connection.execute(update(improvement).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(improvement_id)

    def add_review(self, review: Review) -> None:
        self._connection.execute(insert(improvement_review), {**asdict(review), "status": review.status.value})

    def get(self, improvement_id: str, today: date, zone: ZoneInfo) -> Improvement:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(_tasks().where(improvement.c.id == improvement_id)).one_or_none()
        if row is None:
            raise UnknownRecord("improvement", improvement_id)
        chosen = improvement_review.c.improvement_id == improvement_id
        return _improvement(row, self._reviews(select(improvement_review).where(chosen)), today, zone)

    def all(self, today: date, zone: ZoneInfo) -> tuple[Improvement, ...]:
        """Newest first."""
        by_task: dict[str, list[Review]] = defaultdict(list)
        for review in self._reviews(select(improvement_review)):
            by_task[review.improvement_id].append(review)
        rows = self._connection.execute(_tasks().order_by(improvement.c.made_at.desc(), improvement.c.id))
        return tuple(_improvement(row, by_task[row.id], today, zone) for row in rows)

    def _reviews(self, chosen: Select[Any]) -> list[Review]:
        ordered = chosen.order_by(improvement_review.c.quarter, improvement_review.c.at, improvement_review.c.id)
        return [
            Review(
                row.id,
                row.improvement_id,
                row.quarter,
                told(ImprovementStatus, row.status, ImprovementStatus.ON_TRACK),
                row.text,
                row.value,
                row.at,
                row.by,
            )
            for row in self._connection.execute(ordered)
        ]


def links_text(links: Links) -> str:
    """As the table has them."""
    return json.dumps([[kind.value, row_id] for kind, row_id in links])


def _tasks() -> Select[Any]:
    named = department.c.name.label("department")
    return select(improvement, named).outerjoin(department, department.c.code == improvement.c.department_code)


def _improvement(row: Row[Any], reviews: list[Review], today: date, zone: ZoneInfo) -> Improvement:
    form = ImprovementForm(
        title=row.title,
        goal=row.goal,
        department_code=row.department_code,
        measure=row.measure,
        before=row.before,
        after=row.after,
        consulted=row.consulted,
        learned=row.learned,
        begins=row.begins,
        ends=row.ends,
        status=told(ImprovementStatus, row.status, ImprovementStatus.ON_TRACK),
    )
    known = {kind.value: kind for kind in LinkKind}
    return Improvement(
        id=row.id,
        form=form,
        department=row.department or "",
        made_at=row.made_at,
        made_by=row.made_by,
        links=tuple((known[kind], row_id) for kind, row_id in json.loads(row.links) if kind in known),
        reviews=tuple(reviews),
        version=row.version,
        review_due=review_due(form, row.made_at.astimezone(zone).date(), reviews, today),
    )
