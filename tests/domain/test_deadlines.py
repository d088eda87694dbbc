"""Working hours counted as the act has it: worked cases, and rules that hold for all of them."""

from __future__ import annotations

import csv
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.deadlines import Closed, SkippedDay, WorkingTime

_SEOUL = ZoneInfo("Asia/Seoul")
_CASES = Path(__file__).parent.parent / "data" / "working_hours.tsv"
_HOLIDAYS = Path(__file__).parent.parent.parent / "resources" / "calendar" / "holidays.tsv"


def _at(year: int, month: int, day: int, hour: int = 0, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=_SEOUL)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


@cache
def _office() -> WorkingTime:
    return WorkingTime(holidays={date.fromisoformat(row["date"]): row["name"] for row in _rows(_HOLIDAYS)})


_MINUTES = (_at(2030, 10, 1) - _at(2024, 2, 1)) // timedelta(minutes=1)
_MOMENTS = st.integers(0, _MINUTES).map(lambda minutes: _at(2024, 2, 1) + timedelta(minutes=minutes))
_HOURS = st.integers(1, 80).map(lambda quarters: timedelta(minutes=15 * quarters))


@pytest.mark.parametrize("case", _rows(_CASES), ids=lambda row: row["case"])
def test_worked_cases(case: dict[str, str]) -> None:
    received = datetime.fromisoformat(case["received"]).replace(tzinfo=_SEOUL)
    due = _office().after(received, timedelta(hours=int(case["hours"]))).due
    assert due == datetime.fromisoformat(case["due"]).replace(tzinfo=_SEOUL)


def test_a_deadline_says_what_was_counted_and_what_was_not() -> None:
    found = _office().after(_at(2026, 7, 16, 17, 30), timedelta(hours=3))
    assert [(span.start, span.end) for span in found.counted] == [
        (_at(2026, 7, 16, 17, 30), _at(2026, 7, 16, 18)),
        (_at(2026, 7, 20, 9), _at(2026, 7, 20, 11, 30)),
    ]
    assert found.skipped == (
        SkippedDay(date(2026, 7, 17), Closed.HOLIDAY, "제헌절"),
        SkippedDay(date(2026, 7, 18), Closed.WEEKEND),
        SkippedDay(date(2026, 7, 19), Closed.WEEKEND),
    )


def test_an_office_without_a_lunch_hour() -> None:
    office = WorkingTime(lunch=None)
    assert office.after(_at(2026, 11, 20, 11), timedelta(hours=3)).due == _at(2026, 11, 20, 14)


@given(_MOMENTS, st.integers(1, 20))
def test_whole_days_of_eight_hours_end_at_the_same_clock_time(received: datetime, days: int) -> None:
    office = _office()
    start = office.after(received, timedelta(minutes=1)).counted[0].start
    due = office.after(received, timedelta(hours=8 * days)).due
    assert due.time() == {time(9): time(18), time(13): time(12)}.get(start.time(), start.time())


@given(_MOMENTS, _HOURS)
def test_a_deadline_is_in_working_time_and_that_much_after(received: datetime, period: timedelta) -> None:
    office = _office()
    found = office.after(received, period)
    assert office.closed(found.due.date()) is None
    assert time(9) < found.due.time() <= time(12) or time(13) < found.due.time() <= time(18)
    assert sum((span.end - span.start for span in found.counted), timedelta()) == period
    assert office.between(received, found.due) == period


@given(_MOMENTS, _HOURS, _HOURS)
def test_one_period_after_another_is_both(received: datetime, first: timedelta, second: timedelta) -> None:
    office = _office()
    assert office.after(office.after(received, first).due, second).due == office.after(received, first + second).due


@given(_MOMENTS, _HOURS, st.dates(date(2024, 2, 1), date(2030, 12, 1)))
def test_another_holiday_never_shortens(received: datetime, period: timedelta, holiday: date) -> None:
    office = _office()
    more = WorkingTime(holidays={**office.holidays, holiday: "임시공휴일"})
    assert more.after(received, period).due >= office.after(received, period).due


@pytest.mark.parametrize("period", [timedelta(), timedelta(hours=-1)])
def test_a_period_is_longer_than_nothing(period: timedelta) -> None:
    with pytest.raises(ValueError, match=r".*"):
        _office().after(_at(2026, 11, 20, 10), period)


def test_hours_out_of_order_and_a_year_without_a_working_day_are_refused() -> None:
    with pytest.raises(ValueError, match=r".*"):
        WorkingTime(opens=time(9), closes=time(12, 30))
    closed = {date(2026, 1, 1) + timedelta(days=n): "" for n in range(500)}
    with pytest.raises(ValueError, match=r".*"):
        WorkingTime(holidays=closed).after(_at(2026, 1, 1, 9), timedelta(hours=1))
