"""Erasing what clerks wrote about visits when its time has passed; what is counted stays (design section 4)."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Boolean, ColumnElement, Connection, and_, delete, exists, literal_column, or_, select, update

from app.models.tables import record_key, step_word, visit

# As in the index of visits that have words.
_HAS_WORDS: ColumnElement[bool] = literal_column("(visit.note != '' OR visit.queue_number != '')", Boolean)


class VisitWords:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def any_before(self, before: date) -> bool:
        """Whether there is something to erase."""
        old = exists().where(_HAS_WORDS, visit.c.day < before)
        worded = exists().where(visit.c.id == step_word.c.visit_id, visit.c.day < before)
        return bool(self._connection.scalar(select(or_(old, worded))))

    def erase(self, before: date) -> int:
        """Erase notes, queue numbers and words why of visits of days before `before`; how many visits had any.

        Their keys go too, so that what was sent elsewhere cannot be read any more.
        """
        old = select(visit.c.id).where(_HAS_WORDS, visit.c.day < before)
        worded = (
            select(step_word.c.step_id, step_word.c.visit_id)
            .join(visit, visit.c.id == step_word.c.visit_id)
            .where(visit.c.day < before)
        )
        visits = set(self._connection.scalars(old))
        for step_id, visit_id in list(self._connection.execute(worded)):
            visits.add(visit_id)
            self._connection.execute(delete(step_word).where(step_word.c.step_id == step_id))
            self._forget_key("visit_step", step_id)
        for visit_id in visits:
            self._connection.execute(update(visit).where(visit.c.id == visit_id).values(note="", queue_number=""))
            self._forget_key("visit", visit_id)
        return len(visits)

    def _forget_key(self, entity: str, row_id: str) -> None:
        self._connection.execute(
            delete(record_key).where(and_(record_key.c.entity == entity, record_key.c.row_id == row_id))
        )
