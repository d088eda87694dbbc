"""Citizens who were shown a way, what became of it, and what was decided of phrases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date, datetime, timedelta
from enum import StrEnum
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, Row, and_, delete, insert, or_, select, text, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.db.record_rows import pieces
from app.domain.errors import RecordChanged
from app.domain.finder_errors import UnknownGuidance
from app.domain.guidance import Guidance, GuidanceOutcome, Ruling, TransferKind, WrongReason, phrase_key
from app.models.tables import guidance, phrase_ruling, record_key, replica

_OTHERS_FIRST = timedelta(days=7)
"""Another home's phrases are erased by that home; here only when it has not been heard for so long after its time."""
_CONFIRMED = text("guidance.outcome != '' AND guidance.phrase != ''")
_RUNNING = text("guidance.transfer != '' AND guidance.taken_at IS NULL")
_WRONG = text("guidance.outcome = 'wrong'")
_WORDED = text("guidance.phrase != ''")
"""Written out as in their indexes."""

_Told = TypeVar("_Told", bound=StrEnum)


class GuidanceRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, given: Guidance) -> None:
        row = asdict(given)
        row["of_visit"] = row.pop("visit_id")
        row["reason"] = given.reason or ""
        self._connection.execute(insert(guidance), {**row, "key": phrase_key(given.phrase), "elsewhere": False})

    def get(self, guidance_id: str) -> Guidance:
        """Errors: `UnknownGuidance`."""
        row = self._connection.execute(select(guidance).where(guidance.c.id == guidance_id)).one_or_none()
        if row is None:
            raise UnknownGuidance(guidance_id)
        return _guidance(row)

    def change(self, guidance_id: str, seen: int, values: Mapping[str, Any]) -> None:
        """Errors: `RecordChanged`."""
        chosen = and_(guidance.c.id == guidance_id, guidance.c.version == seen)
        done = self._connection.execute(update(guidance).where(chosen).values(**values, version=seen + 1))
        if done.rowcount != 1:
            raise RecordChanged(guidance_id)

    def of_day(self, day: date) -> tuple[Guidance, ...]:
        """Newest first."""
        return self._chosen(select(guidance).where(guidance.c.day == day).order_by(guidance.c.at.desc(), guidance.c.id))

    def running(self) -> tuple[Guidance, ...]:
        """Those whose clock runs, the most urgent first."""
        return self._chosen(select(guidance).where(_RUNNING).order_by(guidance.c.due, guidance.c.id))

    def wrong(self, first: date, last: date) -> tuple[Guidance, ...]:
        """Those found wrong that were given from `first` to `last`."""
        within = guidance.c.day.between(first, last)
        return self._chosen(select(guidance).where(_WRONG, within).order_by(guidance.c.day, guidance.c.at))

    # --- what is learned ---

    def confirmed(self, keys: Iterable[str] | None = None) -> tuple[Guidance, ...]:
        """Those of which somebody has said what became of them; of the phrases `keys`, or of all."""
        every = select(guidance).where(_CONFIRMED)
        if keys is None:
            return self._chosen(every)
        found = (self._chosen(every.where(guidance.c.key.in_(piece))) for piece in pieces(keys))
        return tuple(each for piece in found for each in piece)

    def keys_told_since(self, mark: int) -> set[str]:
        """The phrases of which something was said after `finder_mark.lessons` was `mark`."""
        found = select(guidance.c.key).where(guidance.c.mark > mark, text("guidance.mark > 0")).distinct()
        return set(self._connection.scalars(found)) - {""}

    def rulings(self) -> tuple[Ruling, ...]:
        """Those in force."""
        rows = self._connection.execute(select(phrase_ruling).where(phrase_ruling.c.active))
        return tuple(Ruling(row.phrase, row.task_id, row.by) for row in rows)

    def ruling_stored(self, key: str) -> bool:
        """Whether anything was ever decided of the phrase."""
        return self._connection.scalar(select(phrase_ruling.c.key).where(phrase_ruling.c.key == key)) is not None

    def set_ruling(self, key: str, values: Mapping[str, Any]) -> None:
        made = upsert(phrase_ruling).values(key=key, version=1, **values)
        changed = made.on_conflict_do_update(set_={**values, "version": phrase_ruling.c.version + 1})
        self._connection.execute(changed)

    # --- erasing ---

    def worded_before(self, before: date) -> tuple[str, ...]:
        """The ids of those of earlier days that still have their phrase."""
        return tuple(self._connection.scalars(select(guidance.c.id).where(_WORDED, _due(before))))

    def erase_phrases(self, ids: Iterable[str]) -> None:
        """The phrases go, and their keys, so that what was sent elsewhere cannot be read any more."""
        for piece in pieces(ids):
            self._connection.execute(update(guidance).where(guidance.c.id.in_(piece)).values(phrase="", key=""))
            of = and_(record_key.c.entity == "guidance", record_key.c.row_id.in_(piece))
            self._connection.execute(delete(record_key).where(of))
            gone = [{"entity": "guidance", "row_id": row_id, "version": 0, "erased": True} for row_id in piece]
            made = upsert(replica)
            self._connection.execute(made.on_conflict_do_update(set_={"erased": True}), gone)

    def _chosen(self, statement: Any) -> tuple[Guidance, ...]:
        return tuple(_guidance(row) for row in self._connection.execute(statement))


def _due(before: date) -> ColumnElement[bool]:
    return and_(guidance.c.day < before, or_(~guidance.c.elsewhere, guidance.c.day < before - _OTHERS_FIRST))


def _guidance(row: Row[Any]) -> Guidance:
    """What only a newer program knows reads as nothing, or as another reason."""
    reason = None
    if row.outcome == GuidanceOutcome.WRONG:
        reason = _told(WrongReason, row.reason, WrongReason.OTHER)
    return Guidance(
        id=row.id,
        day=row.day,
        at=row.at,
        login=row.login,
        counter_code=row.counter_code,
        phrase=row.phrase,
        task_id=row.task_id,
        visit_id=row.of_visit,
        transfer=_told(TransferKind, row.transfer, TransferKind.NONE),
        due=row.due,
        taken_at=row.taken_at,
        outcome=_told(GuidanceOutcome, row.outcome, GuidanceOutcome.OPEN),
        actual_task_id=row.actual_task_id,
        reason=reason,
        outcome_at=row.outcome_at,
        outcome_by=row.outcome_by,
        version=row.version,
    )


def _told(kind: type[_Told], code: str, otherwise: _Told) -> _Told:
    return next((known for known in kind if known.value == code), otherwise)


def guidance_moment(moment: datetime | None) -> str | None:
    """A moment as documents write it."""
    return None if moment is None else moment.isoformat()
