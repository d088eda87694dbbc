"""Closing a day for good once its slips have expired (decisions 0004 and 0005).

What a closed day no longer takes must not hang on a clock or a setting that may be another one tomorrow, so the closing
is written down, and it comes before anything of the day is forgotten.
"""

from __future__ import annotations

from datetime import date

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, insert, literal, select, union

from app.db.survey_answers import delete_blanks
from app.db.survey_file import reading_rows
from app.db.survey_quick import publish_day_quick
from app.db.survey_tallies import publish_departments
from app.models.survey_store import answer, closed_day, day_tally, used_token

_CLOSED = select(literal(1)).where(closed_day.c.day == bindparam("of_day"))


def is_closed(connection: Connection, day: date) -> bool:
    return connection.execute(_CLOSED, {"of_day": day}).first() is not None


def days_to_close(connection: Connection, first_open_day: date) -> list[date]:
    """Days before `first_open_day` of which there is anything and that are not closed yet. Errors: `RowDamaged`."""
    days = union(_answered(), select(used_token.c.day), select(day_tally.c.day)).subquery()
    chosen = select(days.c.day).where(days.c.day < first_open_day, days.c.day.not_in(select(closed_day.c.day)))
    with reading_rows():
        return sorted(connection.scalars(chosen))


def known_days(connection: Connection) -> list[date]:
    """Days of which there is anything, closed or not, oldest first. Errors: `RowDamaged`."""
    days = union(_answered(), select(day_tally.c.day), select(closed_day.c.day)).subquery()
    with reading_rows():
        return sorted(connection.scalars(select(days.c.day).where(days.c.day.is_not(None))))


def closed_days(connection: Connection) -> list[date]:
    """Oldest first. Errors: `RowDamaged`."""
    with reading_rows():
        return sorted(connection.scalars(select(closed_day.c.day)))


def _answered() -> Select[tuple[date]]:
    """Days that have answers, or blanks for them, and one that is no day."""
    # From one day to the next by the key: there are far more answers than days.
    first = select(func.min(answer.c.day).label("day")).cte("answered", recursive=True)
    after: ColumnElement[date] = (
        select(func.min(answer.c.day)).where(answer.c.day > first.c.day).correlate(first).scalar_subquery()
    )
    return select(first.union_all(select(after).where(first.c.day.is_not(None))).c.day)


def close_day(connection: Connection, key: bytes, day: date) -> None:
    """Mark `day` as closed, give out its departments' tallies and quick counts, and delete its blanks.

    Nothing happens a second time. Errors: `RowDamaged`.
    """
    if is_closed(connection, day):
        return
    connection.execute(insert(closed_day).values(day=day))
    publish_day_quick(connection, key, day, publish_departments(connection, key, day))
    delete_blanks(connection, day)
