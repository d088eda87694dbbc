"""Cards of the board."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, and_, func, insert, or_, select, update

from app.db.record_rows import pieces
from app.db.told import told
from app.domain.cards import Card, CardFilter, CardSource, CardState, Side
from app.domain.case_errors import UnknownRecord
from app.domain.errors import RecordChanged
from app.models.tables import card, department, person

_SHOWN = tuple(state.value for state in CardState if state is not CardState.HIDDEN)
_WORDED = or_(card.c.text != "", card.c.before != "", card.c.after != "")


class CardRepository:
    """What it gives has no `shown` and no `due`: those hang on the office's settings and calendar."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, values: Mapping[str, Any]) -> None:
        """`values` are columns; those left out are empty."""
        empty = {"before": "", "after": "", "case_id": None, "improvement_id": None, "thanked_at": None}
        unseen = {"state": CardState.NEW.value, "state_by": "", "state_at": None, "version": 1}
        self._connection.execute(insert(card), {**empty, **unseen, **values})

    def get(self, card_id: str) -> Card:
        """Errors: `UnknownRecord`."""
        row = self._connection.execute(_cards().where(card.c.id == card_id)).one_or_none()
        if row is None:
            raise UnknownRecord("card", card_id)
        return _card(row)

    def of(self, ids: Iterable[str]) -> tuple[Card, ...]:
        """Those of `ids` that are here, in no order."""
        return tuple(
            _card(row)
            for piece in pieces(ids)
            for row in self._connection.execute(_cards().where(card.c.id.in_(piece)))
        )

    def change(self, card_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(card.c.id == card_id, card.c.version == seen)
        done = self._connection.execute(update(card).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(card_id)

    def chosen(self, wanted: CardFilter, after: str, limit: int) -> tuple[Card, ...]:
        """Those not erased, newest first; `after` is the id of the last card before, "" for the first page."""
        states = tuple(state.value for state in wanted.states) or _SHOWN
        where: list[ColumnElement[bool]] = [card.c.state.in_(states), card.c.text != ""]
        if wanted.side is not None:
            where.append(card.c.side == wanted.side.value)
        if wanted.department_code:
            where.append(card.c.department_code == wanted.department_code)
        if after:
            last = self.get(after)
            where.append(or_(card.c.day < last.day, and_(card.c.day == last.day, card.c.id < last.id)))
        ordered = _cards().where(*where).order_by(card.c.day.desc(), card.c.id.desc()).limit(limit)
        return tuple(_card(row) for row in self._connection.execute(ordered))

    def counts(self, wanted: CardFilter) -> dict[Side, int]:
        """How many cards there are on each side."""
        states = tuple(state.value for state in wanted.states) or _SHOWN
        where: list[ColumnElement[bool]] = [card.c.state.in_(states), card.c.text != ""]
        if wanted.department_code:
            where.append(card.c.department_code == wanted.department_code)
        counted = select(card.c.side, func.count()).where(*where).group_by(card.c.side)
        found = {row[0]: int(row[1]) for row in self._connection.execute(counted)}
        return {side: found.get(side.value, 0) for side in Side}

    def praise_for(self, login: str, limit: int) -> tuple[Card, ...]:
        """What was liked about one person, newest first."""
        where = (card.c.about == login, card.c.side == Side.LIKED.value, card.c.state.in_(_SHOWN), card.c.text != "")
        ordered = _cards().where(*where).order_by(card.c.day.desc(), card.c.id.desc()).limit(limit)
        return tuple(_card(row) for row in self._connection.execute(ordered))

    def known(self, ids: Iterable[str]) -> set[str]:
        """Those of `ids` that are here, erased ones too."""
        return {
            row_id
            for piece in pieces(ids)
            for row_id in self._connection.scalars(select(card.c.id).where(card.c.id.in_(piece)))
        }

    def newest_comment(self) -> date | None:
        """The day of the newest card that was a survey comment."""
        newest = select(func.max(card.c.day)).where(card.c.source == CardSource.SURVEY.value)
        found: date | None = self._connection.scalar(newest)
        return found

    def worded_before(self, before: date, limit: int) -> tuple[str, ...]:
        """The ids of cards of days before `before` that still have their words."""
        return tuple(self._connection.scalars(select(card.c.id).where(card.c.day < before, _WORDED).limit(limit)))


def _cards() -> Select[Any]:
    named = (department.c.name.label("department"), person.c.name.label("about_name"))
    return (
        select(card, *named)
        .outerjoin(department, department.c.code == card.c.department_code)
        .outerjoin(person, person.c.login == card.c.about)
    )


def _card(row: Row[Any]) -> Card:
    return Card(
        id=row.id,
        side=told(Side, row.side, Side.MISSED),
        text=row.text,
        shown="",
        source=told(CardSource, row.source, CardSource.COUNTER),
        day=row.day,
        department_code=row.department_code,
        department=row.department or "",
        about=row.about,
        about_name=row.about_name or "",
        state=told(CardState, row.state, CardState.REVIEW),
        before=row.before,
        after=row.after,
        case_id=row.case_id,
        improvement_id=row.improvement_id,
        by=row.by,
        at=row.at,
        state_by=row.state_by,
        state_at=row.state_at,
        due=None,
        version=row.version,
        thanked_at=row.thanked_at,
    )
