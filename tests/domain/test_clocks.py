"""The office's day, and a clock that has fallen behind."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import office_day, office_now

NEWEST = datetime(2026, 11, 20, 3, 0, tzinfo=UTC)


def test_the_day_is_seouls_whatever_the_pc_says() -> None:
    assert office_day(datetime(2026, 11, 20, 14, 59, tzinfo=UTC)) == date(2026, 11, 20)
    assert office_day(datetime(2026, 11, 20, 15, 0, tzinfo=UTC)) == date(2026, 11, 21)


def test_a_clock_set_back_a_year_keeps_the_newest_records_day() -> None:
    now = office_now(NEWEST - timedelta(days=365), NEWEST)
    assert now.day == date(2026, 11, 20)
    assert now.at == NEWEST
    assert now.clock_is_wrong
    assert not now.trusted


def test_a_few_seconds_behind_is_nothing_to_tell() -> None:
    now = office_now(NEWEST - timedelta(seconds=30), NEWEST)
    assert not now.clock_is_wrong
    assert not now.trusted


_MOMENTS = st.integers(-(10**9), 10**9).map(lambda seconds: NEWEST + timedelta(seconds=seconds))


@given(_MOMENTS, st.none() | st.just(NEWEST))
def test_time_never_goes_back(clock: datetime, newest: datetime | None) -> None:
    now = office_now(clock, newest)
    assert newest is None or now.at >= newest
    assert now.at >= clock
