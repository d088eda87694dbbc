"""What the office says of a day goes before what the program ships; lunch that makes no sense is none."""

from __future__ import annotations

from datetime import date, time

import pytest

from app.domain.calendars import Holiday, OwnHoliday, holidays_of, lunch_hours, working_time
from app.domain.errors import BadValue

NEW_YEAR, CHUSEOK, OWN = date(2026, 1, 1), date(2026, 9, 25), date(2026, 11, 25)


def test_the_office_has_the_last_word() -> None:
    said = (OwnHoliday(OWN, "개청기념일"), OwnHoliday(CHUSEOK, "한가위"), OwnHoliday(NEW_YEAR, "", closed=False))
    assert list(holidays_of({NEW_YEAR: "신정", CHUSEOK: "추석"}, said).values()) == [
        Holiday(CHUSEOK, "한가위", own=True),
        Holiday(OWN, "개청기념일", own=True),
    ]


def test_lunch() -> None:
    assert lunch_hours("11:30-12:30") == (time(11, 30), time(12, 30))
    assert lunch_hours("") is None


@pytest.mark.parametrize(
    "text", ["12", "12:00", "13:00-12:00", "12:00-12:00", "25:00-26:00", "12:00 - 13:00", "1-2", "정오"]
)
def test_a_lunch_that_is_none_is_refused(text: str) -> None:
    with pytest.raises(BadValue):
        lunch_hours(text)


@pytest.mark.parametrize("lunch", ["08:00-09:30", "17:30-18:30", "odd", ""])
def test_an_office_whose_lunch_lies_outside_its_hours_has_none(lunch: str) -> None:
    assert working_time("09:00", "18:00", lunch, {}).lunch is None
