"""The office's calendar: holidays, and the working time that deadlines are counted in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from pathlib import Path

from app.config.paths import resources
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Action, Actor
from app.domain.calendars import FIRST_YEAR, HOLIDAY_LIMIT, LAST_YEAR, Holiday, holidays_of, working_time
from app.domain.deadlines import WorkingTime
from app.domain.errors import BadValue
from app.domain.finder_errors import UnknownHoliday
from app.domain.plain_text import check_plain_text
from app.services.clock import Clock
from app.services.trail import Trail


def holidays_file() -> Path:
    """The list of holidays that the program comes with."""
    return resources() / "calendar" / "holidays.tsv"


def known_holidays() -> Mapping[date, str]:
    """The holidays of that list by day; a home's own are not among them."""
    return _shipped_holidays(holidays_file())


class CalendarService:
    def __init__(self, database: Database, clock: Clock, shipped: Path) -> None:
        """`shipped` is the list of holidays that the program comes with (`date` and `name`, tab between)."""
        self._database = database
        self._clock = clock
        self._shipped = shipped

    def holidays(self, actor: Actor, year: int) -> tuple[Holiday, ...]:
        """The holidays of `year`, by day. Errors: `NotAllowed`."""
        actor.require(Action.SEE_OFFICE)
        with self._database.read() as work:
            known = self._holidays(work)
        return tuple(holiday for day, holiday in known.items() if day.year == year)

    def add_holiday(self, actor: Actor, day: date, name: str) -> Holiday:
        """Close the office on `day`; on a day that is a holiday already, another name.

        Errors: `NotAllowed`, `BadValue` (`name`, `date`), those of `check_plain_text`.
        """
        actor.require(Action.CHANGE_OFFICE)
        tidied = check_plain_text("name", name, HOLIDAY_LIMIT)
        if not tidied:
            raise BadValue("name", "")
        if day.year not in range(FIRST_YEAR, LAST_YEAR + 1):
            raise BadValue("date", day.isoformat())
        with self._database.write() as work:
            self._put(work, actor, day, tidied, closed=True)
        return Holiday(day, tidied, own=True)

    def remove_holiday(self, actor: Actor, day: date) -> None:
        """Open the office on a day that was a holiday. Errors: `NotAllowed`, `UnknownHoliday`."""
        actor.require(Action.CHANGE_OFFICE)
        with self._database.write() as work:
            known = self._holidays(work).get(day)
            if known is None:
                raise UnknownHoliday(day.isoformat())
            self._put(work, actor, day, known.name, closed=False)

    def working_time(self) -> WorkingTime:
        """The office's hours without lunch and holidays. Moments are to be given in the office's zone."""
        with self._database.read() as work:
            return self.working_time_of(work)

    def working_time_of(self, work: UnitOfWork) -> WorkingTime:
        """The same inside somebody's transaction."""
        settings = work.offices.settings()
        names = {day: holiday.name for day, holiday in self._holidays(work).items()}
        return working_time(settings.opens, settings.closes, settings.lunch, names)

    def _holidays(self, work: UnitOfWork) -> dict[date, Holiday]:
        return holidays_of(_shipped_holidays(self._shipped), work.holidays.all())

    def _put(self, work: UnitOfWork, actor: Actor, day: date, name: str, *, closed: bool) -> None:
        work.people.require_active(actor)
        trail = Trail(work, actor, work.offices.here().code, self._clock())
        new = work.holidays.put(day, name, closed=closed)
        fields = {"name": name, "closed": closed}
        trail.operation("holiday", day.isoformat(), "create" if new else "edit", fields)
        trail.act("add_holiday" if closed else "remove_holiday", "holiday", day.isoformat())


@cache
def _shipped_holidays(path: Path) -> dict[date, str]:
    lines = path.read_text(encoding="utf-8").splitlines()[1:]
    return {date.fromisoformat(day): name for day, _, name in (line.partition("\t") for line in lines if line)}
