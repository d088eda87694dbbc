"""Kept counts of past days. Triggers delete a day's row in the transaction that changes the day.

A row is made in three steps, so that nobody's save waits while a day is counted: a mark is put in the day's place, the
day is counted in a reading transaction, and the counts replace the mark. Whatever changed the day in between has
deleted the mark, and then nothing is kept.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime

from sqlalchemy import Connection, bindparam, insert, select, update

from app.domain.day_counts import DayCounts, beginning
from app.models.tables import day_rollup

_KEEP = (
    update(day_rollup)
    .where(day_rollup.c.day == bindparam("of_day"), day_rollup.c.counts == bindparam("mark"))
    .values(counts=bindparam("text"))
)


class DayRollupRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def days(self, first: date, last: date, timezone: str) -> set[date]:
        """The days whose counts are kept and can be used."""
        usable = day_rollup.c.counts.startswith(beginning(timezone), autoescape=True)
        where = (day_rollup.c.day.between(first, last), usable)
        return set(self._connection.scalars(select(day_rollup.c.day).where(*where)))

    def between(self, first: date, last: date, timezone: str) -> Iterator[tuple[date, DayCounts]]:
        """Kept counts, oldest first; counts for another zone or of another release are passed over."""
        chosen = select(day_rollup.c.day, day_rollup.c.counts).where(day_rollup.c.day.between(first, last))
        for day, text in self._connection.execute(chosen.order_by(day_rollup.c.day)):
            counts = DayCounts.from_json(text, timezone)
            if counts is not None:
                yield day, counts

    def mark(self, days: Sequence[date], mark: str, at: datetime) -> None:
        """Put `mark` where the counts of `days` are to be."""
        rows = [{"day": day, "made_at": at, "counts": mark} for day in days]
        self._connection.execute(insert(day_rollup).prefix_with("OR REPLACE"), rows)

    def keep(self, counted: Mapping[date, str], mark: str) -> None:
        """Replace `mark` by the counts, on the days that nothing has changed since."""
        self._connection.execute(_KEEP, [{"of_day": day, "mark": mark, "text": text} for day, text in counted.items()])
