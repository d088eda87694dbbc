"""Days, weeks and months on the calendar."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.errors import BadValue, PeriodBackwards, PeriodTooLong
from app.domain.periods import FIRST_DAY, LAST_DAY, By, Period, Span, row_key

DAYS = st.dates(date(2001, 1, 1), date(2098, 12, 31))


@pytest.mark.parametrize(
    ("span", "first", "last"),
    [
        (Span.DAY, date(2026, 11, 20), date(2026, 11, 20)),
        (Span.WEEK, date(2026, 11, 16), date(2026, 11, 22)),
        (Span.MONTH, date(2026, 11, 1), date(2026, 11, 30)),
        (Span.RANGE, date(2026, 11, 19), date(2026, 11, 24)),
    ],
)
def test_a_span_is_known_by_its_days(span: Span, first: date, last: date) -> None:
    assert Period.between(first, last).span is span


@given(day=DAYS, span=st.sampled_from([Span.DAY, Span.WEEK, Span.MONTH]), steps=st.integers(-30, 30))
def test_steps_lead_through_the_calendar_without_a_gap(day: date, span: Span, steps: int) -> None:
    period = Period.of(span, day)
    assert period.first <= day <= period.last
    after = period.moved(1)
    assert after.first == period.last + timedelta(days=1)
    assert after.span is span
    assert period.moved(steps).moved(-steps) == period
    assert Period.between(period.first, period.last) == period


@given(day=DAYS)
def test_every_day_has_one_row_in_each_cut(day: date) -> None:
    assert row_key(By.DAY, day) == day.isoformat()
    monday = date.fromisoformat(row_key(By.WEEK, day))
    assert monday.weekday() == 0
    assert timedelta(0) <= day - monday < timedelta(days=7)
    assert row_key(By.MONTH, day) == day.isoformat()[:7]


def test_bad_periods() -> None:
    with pytest.raises(PeriodBackwards):
        Period.between(date(2026, 11, 20), date(2026, 11, 19))
    with pytest.raises(PeriodTooLong):
        Period.between(date(2020, 1, 1), date(2026, 1, 1))
    assert Period.between(date(2021, 1, 1), date(2025, 12, 31)).length == 1826


@pytest.mark.parametrize("day", [date.min, FIRST_DAY - timedelta(days=1), LAST_DAY + timedelta(days=1), date.max])
@pytest.mark.parametrize("span", Span)
def test_days_of_other_centuries_are_refused(span: Span, day: date) -> None:
    with pytest.raises(BadValue) as refused:
        Period.of(span, day)
    assert (refused.value.field, refused.value.value) == ("period", day.isoformat())
    with pytest.raises(BadValue):
        Period.between(day, day)


@pytest.mark.parametrize("span", [Span.DAY, Span.WEEK, Span.MONTH])
def test_the_first_and_the_last_period_are_whole_and_have_neighbours(span: Span) -> None:
    for day in (FIRST_DAY, LAST_DAY):
        period = Period.of(span, day)
        assert period.first <= day <= period.last
        assert period.moved(-1).moved(1) == period.moved(1).moved(-1) == period
