"""Erasing what clerks wrote about visits when its time has passed; what is counted stays (design section 4)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import Boolean, ColumnElement, Connection, and_, delete, exists, literal_column, or_, select, update
from sqlalchemy.dialects.sqlite import insert as upsert

from app.models.tables import record_key, replica, step_word, visit

# As in the index of visits that have words.
_HAS_WORDS: ColumnElement[bool] = literal_column("(visit.note != '' OR visit.queue_number != '')", Boolean)


_OTHERS_FIRST = timedelta(days=7)
"""Another home's words are erased by that home; here only when it has not been heard for so long after its time."""


@dataclass(frozen=True, slots=True)
class ErasedWords:
    """How many visits had words, and the records (entity and row) whose keys are gone."""

    visits: int
    records: tuple[tuple[str, str], ...]


class VisitWords:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def any_before(self, before: date) -> bool:
        """Whether there is something to erase."""
        old = exists().where(_HAS_WORDS, self._due(before))
        worded = exists().where(visit.c.id == step_word.c.visit_id, self._due(before))
        return bool(self._connection.scalar(select(or_(old, worded))))

    def erase(self, before: date) -> ErasedWords:
        """Erase notes, queue numbers and words why of visits of days before `before`.

        Their keys go too, so that what was sent elsewhere cannot be read any more; each record's operation says so to
        the shared side, and here the record stays erased whatever comes back from there.
        """
        old = select(visit.c.id).where(_HAS_WORDS, self._due(before))
        worded = (
            select(step_word.c.step_id, step_word.c.visit_id)
            .join(visit, visit.c.id == step_word.c.visit_id)
            .where(self._due(before))
        )
        visits = set(self._connection.scalars(old))
        records: list[tuple[str, str]] = []
        for step_id, visit_id in list(self._connection.execute(worded)):
            visits.add(visit_id)
            self._connection.execute(delete(step_word).where(step_word.c.step_id == step_id))
            records.append(("visit_step", step_id))
        for visit_id in sorted(visits):
            self._connection.execute(update(visit).where(visit.c.id == visit_id).values(note="", queue_number=""))
            records.append(("visit", visit_id))
        for entity, row_id in records:
            self._forget_key(entity, row_id)
        return ErasedWords(len(visits), tuple(records))

    def _due(self, before: date) -> ColumnElement[bool]:
        return and_(visit.c.day < before, or_(~visit.c.elsewhere, visit.c.day < before - _OTHERS_FIRST))

    def _forget_key(self, entity: str, row_id: str) -> None:
        self._connection.execute(
            delete(record_key).where(and_(record_key.c.entity == entity, record_key.c.row_id == row_id))
        )
        made = upsert(replica).values(entity=entity, row_id=row_id, version=0, erased=True)
        self._connection.execute(made.on_conflict_do_update(set_={"erased": True}))
