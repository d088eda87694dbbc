"""What the office says of single days."""

from __future__ import annotations

from datetime import date

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert as upsert

from app.domain.calendars import OwnHoliday
from app.models.tables import holiday


class HolidayRepository:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[OwnHoliday, ...]:
        """By day; one whose day is none is left out."""
        found = []
        for row in self._connection.execute(select(holiday).order_by(holiday.c.day)):
            try:
                found.append(OwnHoliday(date.fromisoformat(row.day), row.name, row.closed, row.version))
            except ValueError:
                continue
        return tuple(found)

    def put(self, day: date, name: str, *, closed: bool) -> bool:
        """Say it of `day`; whether nothing was said of it before."""
        stored = self._connection.scalar(select(holiday.c.day).where(holiday.c.day == day.isoformat()))
        values = {"name": name, "closed": closed}
        made = upsert(holiday).values(day=day.isoformat(), version=1, **values)
        changed = made.on_conflict_do_update(set_={**values, "version": holiday.c.version + 1})
        self._connection.execute(changed)
        return stored is None
