"""Rejected applicants who are to be looked at again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, Select, and_, insert, or_, select, update

from app.db.told import told
from app.domain.case_errors import UnknownRecord
from app.domain.errors import RecordChanged
from app.domain.re_reviews import ReReview, ReReviewForm, ReReviewState
from app.models.tables import department, re_review

_WORDED = or_(*(re_review.c[name] != "" for name in ("applied_for", "reason", "name", "phone", "outcome")))


class ReReviewRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, values: Mapping[str, Any]) -> None:
        """`values` are columns."""
        unseen = {"outcome": "", "state": ReReviewState.WAITING.value, "state_by": "", "state_at": None, "version": 1}
        self._connection.execute(insert(re_review), {**unseen, **values})

    def get(self, re_review_id: str) -> ReReview:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(_all().where(re_review.c.id == re_review_id)).one_or_none()
        if row is None:
            raise UnknownRecord("re_review", re_review_id)
        return _re_review(row)

    def change(self, re_review_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(re_review.c.id == re_review_id, re_review.c.version == seen)
        done = self._connection.execute(update(re_review).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(re_review_id)

    def waiting(self, until: date | None) -> tuple[ReReview, ...]:
        """Those nobody has decided, to be looked at by `until` (None: ever); the oldest day first."""
        chosen = _all().where(re_review.c.state == ReReviewState.WAITING.value)
        if until is not None:
            chosen = chosen.where(re_review.c.look_on <= until)
        rows = self._connection.execute(chosen.order_by(re_review.c.look_on, re_review.c.id))
        return tuple(_re_review(row) for row in rows)

    def decided(self, limit: int) -> tuple[ReReview, ...]:
        """The newest decisions first."""
        chosen = _all().where(re_review.c.state != ReReviewState.WAITING.value)
        rows = self._connection.execute(chosen.order_by(re_review.c.state_at.desc(), re_review.c.id).limit(limit))
        return tuple(_re_review(row) for row in rows)

    def worded_before(self, before: date, limit: int) -> tuple[str, ...]:
        """The ids of those that were to be looked at before `before` and still have their words."""
        return tuple(
            self._connection.scalars(select(re_review.c.id).where(re_review.c.look_on < before, _WORDED).limit(limit))
        )


def _all() -> Select[Any]:
    named = department.c.name.label("department")
    return select(re_review, named).outerjoin(department, department.c.code == re_review.c.department_code)


def _re_review(row: Row[Any]) -> ReReview:
    return ReReview(
        id=row.id,
        form=ReReviewForm(
            applied_for=row.applied_for,
            reason=row.reason,
            name=row.name,
            phone=row.phone,
            department_code=row.department_code,
            rejected_on=row.rejected_on,
            look_on=row.look_on,
            case_id=row.case_id,
        ),
        department=row.department or "",
        state=told(ReReviewState, row.state, ReReviewState.OTHER_HELP),
        outcome=row.outcome,
        by=row.by,
        at=row.at,
        state_by=row.state_by,
        state_at=row.state_at,
        version=row.version,
    )
