"""Holidays of the program and of the office, and the working time that follows."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.calendars import Holiday
from app.domain.errors import BadValue, NotAllowed
from app.domain.finder_errors import UnknownHoliday

NEW_YEAR, OWN = date(2026, 1, 1), date(2026, 11, 25)


def days(office: Office, actor: Actor, year: int = 2026) -> list[date]:
    return [holiday.day for holiday in office.calendar.holidays(actor, year)]


def test_the_program_comes_with_holidays(office: Office, clerk: Actor) -> None:
    found = days(office, clerk)
    assert NEW_YEAR in found
    assert len(found) > 10
    assert found == sorted(found)
    assert {day.year for day in found} == {2026}


def test_the_office_adds_renames_removes_and_puts_back(office: Office, admin: Actor) -> None:
    added = office.calendar.add_holiday(admin, OWN, " 개청기념일 ")
    assert added == Holiday(OWN, "개청기념일", own=True)
    assert added in office.calendar.holidays(admin, 2026)
    assert OWN in office.calendar.working_time().holidays
    office.calendar.add_holiday(admin, OWN, "생일")
    assert [h.name for h in office.calendar.holidays(admin, 2026) if h.day == OWN] == ["생일"]
    for day in (OWN, NEW_YEAR):
        office.calendar.remove_holiday(admin, day)
        assert day not in days(office, admin)
        assert day not in office.calendar.working_time().holidays
        with pytest.raises(UnknownHoliday):
            office.calendar.remove_holiday(admin, day)
    office.calendar.add_holiday(admin, NEW_YEAR, "신정")
    assert NEW_YEAR in days(office, admin)


def test_what_is_no_holiday_is_refused(office: Office, admin: Actor, supervisor: Actor) -> None:
    with pytest.raises(BadValue):
        office.calendar.add_holiday(admin, OWN, " ")
    with pytest.raises(BadValue):
        office.calendar.add_holiday(admin, date(1999, 1, 1), "옛날")
    with pytest.raises(NotAllowed):
        office.calendar.add_holiday(supervisor, OWN, "쉬는 날")
    with pytest.raises(NotAllowed):
        office.calendar.remove_holiday(supervisor, NEW_YEAR)


def test_working_time_follows_the_settings(office: Office, admin: Actor) -> None:
    assert office.calendar.working_time().lunch == (time(12), time(13))
    office.offices.change(admin, opens="08:30", closes="17:30", lunch="11:30-12:30")
    found = office.calendar.working_time()
    assert (found.opens, found.closes, found.lunch) == (time(8, 30), time(17, 30), (time(11, 30), time(12, 30)))
    office.offices.change(admin, lunch="")
    assert office.calendar.working_time().lunch is None
    with pytest.raises(BadValue):
        office.offices.change(admin, lunch="12시")
    office.offices.change(admin, opens="13:00", lunch="12:00-13:00")
    assert office.calendar.working_time().lunch is None
