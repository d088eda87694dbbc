"""minwon holidays: days on which the office is closed."""

from __future__ import annotations

from typing import Annotated

import typer

from app.commands.context import emit, office_as_actor
from app.commands.values import read_date
from app.domain.calendars import FIRST_YEAR, LAST_YEAR, Holiday

holiday_commands = typer.Typer(help="Days on which the office is closed; no deadline runs on them.")


@holiday_commands.command("list")
def list_holidays(
    year: Annotated[int | None, typer.Option(help="this year if left out", min=FIRST_YEAR, max=LAST_YEAR)] = None,
) -> None:
    """One line a holiday of a year."""
    with office_as_actor() as (opened, actor):
        for holiday in opened.calendar.holidays(actor, year or opened.visits.now(actor).day.year):
            emit(_line(holiday))


@holiday_commands.command("add")
def add(
    day: Annotated[str, typer.Argument(help="such as 2026-10-05")],
    name: Annotated[str, typer.Argument(help="what is celebrated")],
) -> None:
    """The office is closed on that day."""
    with office_as_actor() as (opened, actor):
        emit(_line(opened.calendar.add_holiday(actor, read_date("date", day), name)))


@holiday_commands.command("remove")
def remove(day: Annotated[str, typer.Argument(help="such as 2026-10-05")]) -> None:
    """The office is open on that day, although it was a holiday."""
    with office_as_actor() as (opened, actor):
        opened.calendar.remove_holiday(actor, read_date("date", day))
        emit({"date": day, "removed": True})


def _line(holiday: Holiday) -> dict[str, object]:
    return {"date": holiday.day.isoformat(), "name": holiday.name, "own": holiday.own}
