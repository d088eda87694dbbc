"""minwon due: when something is due, and the days counted one by one. Open to everybody, with or without a home."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import Annotated
from zoneinfo import ZoneInfo

import typer

from app.bootstrap import Office
from app.commands.context import emit, office
from app.commands.values import read_date, read_moment
from app.config.holiday_files import read_holidays
from app.domain.case_errors import BeforeItBegan, OutsideHolidays, PeriodNeeded
from app.domain.cases import CaseKind
from app.domain.clocks import SEOUL
from app.domain.deadlines import WorkingTime
from app.domain.due import CountedDay, Due, Pause, Period, Skipped, civil_due, due_of, set_by_service, statutory_period
from app.domain.errors import BadValue, HomeMissing, UnknownService
from app.services.calendar import known_holidays


@dataclass(frozen=True)
class _Calendar:
    """When the office works, in which zone, and from which year to which its holidays are known."""

    working: WorkingTime
    zone: str
    years: range

    def check(self, day: date) -> None:
        """Errors: `OutsideHolidays`."""
        if self.years and day.year not in self.years:
            raise OutsideHolidays(day, self.years[0], self.years[-1])


def due(
    received: Annotated[str, typer.Option(help="2026-11-20T16:30, or 2026-11-20 where days are counted")],
    kind: Annotated[CaseKind | None, typer.Option(help="the kind of petition, whose period the act sets")] = None,
    period: Annotated[str, typer.Option(help="now, 3h, 7d, 2w, 1m or 1y instead of the kind's")] = "",
    service: Annotated[str, typer.Option(help="a service code of this home, whose period counts")] = "",
    pause: Annotated[list[str] | None, typer.Option(help="days not counted, such as 2026-11-11..2026-11-16")] = None,
    extend: Annotated[list[str] | None, typer.Option(help="a period added to it, such as 7d")] = None,
    holidays: Annotated[Path | None, typer.Option(help="holidays to count by instead: day, tab, name")] = None,
    civil: Annotated[bool, typer.Option("--civil", help="by civil law: the first day is not counted")] = False,
) -> None:
    """When it is due, and every day that was counted or passed over.

    With a home its hours and its own holidays count, without one 09:00 to 18:00 and the holidays the program has.
    """
    calendar, of_service = _surroundings(service)
    allowed = _period(kind, period, of_service)
    extensions = [Period.parse(text) for text in extend or []]
    pauses = [_pause(text) for text in pause or []]
    moment, has_time = _received(received, calendar.zone)
    if holidays is not None:
        working = replace(calendar.working, holidays=read_holidays(holidays))
        calendar = replace(calendar, working=working, years=range(0))
    calendar.check(moment.date())
    for first in (each.first for each in pauses):
        if first < moment.date():
            raise BeforeItBegan(first, moment.date())
    try:
        if civil:
            found = civil_due(calendar.working, allowed, moment.date(), pauses=pauses, extensions=extensions)
        else:
            found = due_of(calendar.working, allowed, moment, pauses=pauses, extensions=extensions, has_time=has_time)
    except (ValueError, OverflowError) as error:  # no working day for a year, or beyond what a calendar has
        raise BadValue("--period" if holidays is None else "--holidays", str(holidays or allowed)) from error
    calendar.check(found.day)
    emit(due_line(found))


def _surroundings(service: str) -> tuple[_Calendar, str]:
    """The calendar to count by, and the period of `service`. Errors: those of opening a home that is there."""
    shipped = known_holidays()
    years = range(min(shipped).year, max(shipped).year + 1)
    try:
        with office() as opened:
            zone = opened.offices.settings().timezone
            return _Calendar(opened.calendar.working_time(), zone, years), _service_period(opened, service)
    except HomeMissing:
        if service:
            raise
    return _Calendar(WorkingTime(holidays=shipped), SEOUL, years), ""


def _service_period(opened: Office, code: str) -> str:
    if not code:
        return ""
    for service in opened.offices.services():
        if service.code == code:
            return service.period
    raise UnknownService(code)


def _period(kind: CaseKind | None, typed: str, of_service: str) -> Period:
    """What was typed, else the service's where it decides, else the kind's. Errors: `BadPeriod`, `PeriodNeeded`."""
    if typed:
        return Period.parse(typed)
    if of_service and (kind is None or set_by_service(kind)):
        return Period.parse(of_service)
    if kind is None:
        raise BadValue("--period", "")
    statutory = statutory_period(kind)
    if statutory is not None:
        return statutory
    raise PeriodNeeded(kind) if set_by_service(kind) else BadValue("--kind", kind)


def _received(text: str, zone: str) -> tuple[datetime, bool]:
    """The office's own clock time, and whether there was a time. Errors: `BadValue`."""
    with suppress(ValueError):
        date.fromisoformat(text)
        return datetime.combine(read_date("--received", text), datetime.min.time()), False
    return read_moment("--received", text, zone).astimezone(ZoneInfo(zone)).replace(tzinfo=None), True


def _pause(text: str) -> Pause:
    first, between, last = text.partition("..")
    if not between:
        raise BadValue("--pause", text)
    return Pause(read_date("--pause", first), read_date("--pause", last))


def due_line(found: Due) -> dict[str, object]:
    """A deadline as the command line writes it."""
    return {
        "due": found.day.isoformat() + (f"T{found.clock}" if found.clock else ""),
        "unit": found.unit,
        "counted": [each for day in found.counted for each in _counted(day)],
        "skipped": [_skipped(skipped) for skipped in found.skipped],
        "rule": ", ".join((found.rule.article, *found.rule.further)),
    }


def _counted(counted: CountedDay) -> list[str]:
    """The day, or of hours each stretch of them: 2026-11-20T16:30/2026-11-20T18:00."""
    day = counted.day.isoformat()
    return [f"{day}T{start:%H:%M}/{day}T{end:%H:%M}" for start, end in counted.spans] or [day]


def _skipped(skipped: Skipped) -> dict[str, str]:
    name = {"name": skipped.name} if skipped.name else {}
    return {"date": skipped.day.isoformat(), "why": skipped.why, **name}
