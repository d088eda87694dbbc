"""Deadlines of cases: what holds for all of them, and the same found in another way."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from datetime import date, datetime, time, timedelta
from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.case_errors import BadPeriod, ExtensionDoesNotFit, PauseBackwards, TimeNeeded
from app.domain.cases import CaseKind
from app.domain.deadlines import WorkingTime
from app.domain.due import (
    Counting,
    Due,
    NotCounted,
    Pause,
    PauseWhy,
    Period,
    PeriodUnit,
    RuleCode,
    Skipped,
    civil_due,
    due_of,
    statutory_period,
)
from app.services.calendar import known_holidays
from tests.support.counted_otherwise import PlainOffice, all_days, due_by_calendar, due_by_days, due_by_minutes

_GIVEN = Path(__file__).parent.parent / "data" / "holidays_2024_2030.tsv"
_FIRST, _LAST = date(2024, 1, 1), date(2029, 6, 30)


@cache
def _office() -> WorkingTime:
    with _GIVEN.open(encoding="utf-8", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t")
        return WorkingTime(holidays={date.fromisoformat(row["date"]): row["name"] for row in rows})


def _period(text: str) -> Period:
    return Period.parse(text)


def _at(text: str) -> datetime:
    return datetime.fromisoformat(text)


def _last_minute(due: Due) -> datetime:
    return datetime.fromisoformat(f"{due.day}T{due.clock or '23:59'}")


_MOMENTS = st.datetimes(datetime.combine(_FIRST, time()), datetime.combine(_LAST, time())).map(
    lambda moment: moment.replace(second=0, microsecond=0)
)
_HOUR_PERIODS = st.sampled_from(
    ["now", *(f"{n}h" for n in (1, 2, 3, 5, 8, 13, 24, 40)), *(f"{n}d" for n in range(1, 6))]
)
_DAY_PERIODS = st.integers(6, 60).map(lambda n: f"{n}d")
_CALENDAR_PERIODS = st.sampled_from([*(f"{n}w" for n in range(1, 9)), *(f"{n}m" for n in range(1, 14)), "1y", "2y"])
_PERIODS = (_HOUR_PERIODS | _DAY_PERIODS | _CALENDAR_PERIODS).map(_period)
_OFFICES = st.sampled_from(
    [
        WorkingTime(),
        WorkingTime(time(9), time(18), None),
        WorkingTime(time(9), time(17), (time(12), time(13))),
        WorkingTime(time(8, 30), time(20, 15), (time(11, 30), time(12, 45))),
    ]
)


@st.composite
def _pauses_after(draw: st.DrawFn, received: datetime) -> tuple[Pause, ...]:
    made = []
    for _ in range(draw(st.integers(0, 3))):
        first = received.date() + timedelta(days=draw(st.integers(0, 40)))
        last = first + timedelta(days=draw(st.integers(0, 20)))
        made.append(Pause(first, last, draw(st.sampled_from(PauseWhy))))
    return tuple(made)


@st.composite
def _cases(draw: st.DrawFn) -> tuple[datetime, Period, tuple[Pause, ...]]:
    received = draw(_MOMENTS)
    return received, draw(_PERIODS), draw(_pauses_after(received))


# --- periods ---


@pytest.mark.parametrize(
    ("text", "count", "unit", "counting"),
    [
        ("now", 1, PeriodUnit.NOW, Counting.HOUR),
        ("3h", 3, PeriodUnit.HOURS, Counting.HOUR),
        ("40h", 40, PeriodUnit.HOURS, Counting.HOUR),
        ("5d", 5, PeriodUnit.DAYS, Counting.HOUR),
        ("6d", 6, PeriodUnit.DAYS, Counting.DAY),
        (" 14D ", 14, PeriodUnit.DAYS, Counting.DAY),
        ("2w", 2, PeriodUnit.WEEKS, Counting.CALENDAR),
        ("1m", 1, PeriodUnit.MONTHS, Counting.CALENDAR),
        ("1y", 1, PeriodUnit.YEARS, Counting.CALENDAR),
    ],
)
def test_a_period_is_read_and_written(text: str, count: int, unit: PeriodUnit, counting: Counting) -> None:
    period = _period(text)
    assert (period.count, period.unit, period.counting) == (count, unit, counting)
    assert _period(str(period)) == period
    assert str(period) == text.strip().lower()


@pytest.mark.parametrize(
    "text",
    ["", " ", "0d", "0h", "-1d", "+1d", "7", "d", "7 d", "1.5d", "7일", "７d", "1000d", "nowd", "1n", "7d7d", "7d\n3h"],
)
def test_what_is_no_period_is_refused(text: str) -> None:
    with pytest.raises(BadPeriod) as refused:
        _period(text)
    assert refused.value.text == text


def test_the_act_says_how_long_a_kind_may_take() -> None:
    said = {kind.value: statutory_period(kind) for kind in CaseKind}
    assert {kind: str(period) for kind, period in said.items() if period is not None} == {
        "Q-LAW": "14d",
        "Q-PROC": "7d",
        "SUGGEST": "14d",
        "OTHER": "now",
        "GRIEV": "7d",
    }
    assert [kind for kind, period in said.items() if period is None] == [
        "L-PERMIT", "L-REPORT", "L-REGISTER", "L-CERT", "PRAISE",
    ]  # fmt: skip


# --- what is told ---


def test_every_day_is_told_with_its_reason_and_its_article() -> None:
    pauses = [Pause(date(2026, 9, 19), date(2026, 9, 22), PauseWhy.SUPPLEMENT)]
    found = due_of(_office(), _period("6d"), _at("2026-09-17T18:00"), pauses=pauses)
    assert (found.day, found.clock, found.unit) == (date(2026, 10, 1), "", Counting.DAY)
    assert [counted.day.day for counted in found.counted] == [18, 23, 28, 29, 30, 1]
    days = "민원처리법 제19조제2항"
    supplement = "민원처리법 시행령 제20조(행정절차법 시행령 제11조제1호)"
    assert found.skipped == (
        Skipped(date(2026, 9, 17), NotCounted.AFTER_HOURS),
        Skipped(date(2026, 9, 19), NotCounted.WEEKEND, "", days),
        Skipped(date(2026, 9, 20), NotCounted.WEEKEND, "", days),
        Skipped(date(2026, 9, 21), NotCounted.SUPPLEMENT, "", supplement),
        Skipped(date(2026, 9, 22), NotCounted.SUPPLEMENT, "", supplement),
        Skipped(date(2026, 9, 24), NotCounted.HOLIDAY, "추석 전날", days),
        Skipped(date(2026, 9, 25), NotCounted.HOLIDAY, "추석", days),
        Skipped(date(2026, 9, 26), NotCounted.HOLIDAY, "추석 다음날", days),
        Skipped(date(2026, 9, 27), NotCounted.WEEKEND, "", days),
    )
    assert (found.rule.code, found.rule.article, found.rule.further) == (RuleCode.DAYS, days, (supplement,))


def test_hours_are_told_to_the_minute() -> None:
    found = due_of(_office(), _period("1d"), _at("2026-11-20T10:30:59"))
    assert (found.day, found.clock) == (date(2026, 11, 23), "10:30")
    assert [(each.day.day, each.spans, each.minutes) for each in found.counted] == [
        (20, ((time(10, 30), time(12)), (time(13), time(18))), 390),
        (23, ((time(9), time(10, 30)),), 90),
    ]


@pytest.mark.parametrize(
    ("period", "code"),
    [("now", "at_once"), ("3h", "hours"), ("5d", "hours"), ("6d", "days"), ("1w", "calendar"), ("1y", "calendar")],
)
def test_every_rule_names_its_article(period: str, code: str) -> None:
    extended = due_of(_office(), _period(period), _at("2026-03-03T09:00"), extensions=[_period(period)])
    assert extended.rule.code == code
    assert extended.rule.article.startswith("민원처리법")
    assert extended.rule.further == ("민원처리법 시행령 제21조",)


def test_it_is_over_when_its_moment_or_its_day_has_passed() -> None:
    at = due_of(_office(), _period("now"), _at("2026-11-20T09:00"))
    assert not at.is_over(_at("2026-11-20T12:00"))
    assert at.is_over(_at("2026-11-20T12:01"))
    on = due_of(_office(), _period("7d"), _at("2026-11-20T09:00"))
    assert not on.is_over(_at("2026-11-30T23:59"))
    assert on.is_over(_at("2026-12-01T00:00"))


def test_civil_law_does_not_count_the_first_day() -> None:
    found = civil_due(_office(), _period("5d"), date(2026, 11, 16))
    assert (found.day, found.unit, found.rule.code) == (date(2026, 11, 23), Counting.CALENDAR, RuleCode.CIVIL)
    assert [(skipped.day.day, skipped.why.value) for skipped in found.skipped] == [
        (16, "first_day"), (21, "weekend"), (22, "weekend"),
    ]  # fmt: skip
    assert civil_due(_office(), _period("10d"), date(2026, 11, 16), extensions=[_period("10d")]).day.day == 7
    assert civil_due(_office(), _period("1m"), date(2026, 1, 31)).day == date(2026, 3, 3)
    for hours in ("now", "3h"):
        with pytest.raises(BadPeriod):
            civil_due(_office(), _period(hours), date(2026, 11, 16))


# --- refused ---


def test_a_pause_does_not_end_before_it_begins() -> None:
    with pytest.raises(PauseBackwards):
        Pause(date(2026, 11, 16), date(2026, 11, 15))


@pytest.mark.parametrize("period", ["now", "3h", "1d", "5d"])
def test_hours_need_the_time_of_receipt(period: str) -> None:
    with pytest.raises(TimeNeeded):
        due_of(_office(), _period(period), _at("2026-11-20T00:00"), has_time=False)


@pytest.mark.parametrize(
    ("period", "extension"), [("7d", "3h"), ("7d", "1m"), ("3h", "1w"), ("5d", "1m"), ("1m", "7d"), ("1y", "now")]
)
def test_an_extension_is_counted_as_the_period_is(period: str, extension: str) -> None:
    with pytest.raises(ExtensionDoesNotFit):
        due_of(_office(), _period(period), _at("2026-11-20T10:00"), extensions=[_period(extension)])


@pytest.mark.parametrize("period", ["3h", "7d", "1m"])
def test_a_calendar_without_working_days_is_refused(period: str) -> None:
    closed = {date(2026, 1, 1) + timedelta(days=n): "" for n in range(700)}
    with pytest.raises(ValueError, match=r".*"):
        due_of(WorkingTime(holidays=closed), _period(period), _at("2026-01-02T09:00"))


# --- what holds for all ---


@given(_cases())
def test_it_never_falls_on_a_day_that_does_not_count(case: tuple[datetime, Period, tuple[Pause, ...]]) -> None:
    received, period, pauses = case
    found = due_of(_office(), period, received, pauses=pauses)
    assert _office().closed(found.day) is None
    assert not any(pause.first <= found.day <= pause.last for pause in pauses)
    assert found.day >= received.date()
    if found.clock:
        clock = time.fromisoformat(found.clock)
        assert time(9) < clock <= time(12) or time(13) < clock <= time(18)


@given(_cases())
def test_counted_and_skipped_days_cover_it_all(case: tuple[datetime, Period, tuple[Pause, ...]]) -> None:
    received, period, pauses = case
    found = due_of(_office(), period, received, pauses=pauses)
    days = [*(counted.day for counted in found.counted), *(skipped.day for skipped in found.skipped)]
    assert sorted(days) == all_days(received.date(), found.day)
    assert found.counted[-1].day == found.day
    if period.counting is Counting.HOUR:
        assert sum(counted.minutes for counted in found.counted) == 60 * period.hours
    elif period.counting is Counting.DAY:
        assert len(found.counted) == period.count
    short = due_of(_office(), period, received, pauses=pauses, listed=False)
    assert (short.day, short.clock, short.rule) == (found.day, found.clock, found.rule)
    assert (short.counted, short.skipped) == ((), ())


@given(_cases(), st.integers(0, 60))
def test_another_holiday_never_shortens(case: tuple[datetime, Period, tuple[Pause, ...]], after: int) -> None:
    received, period, pauses = case
    named = {**_office().holidays, received.date() + timedelta(days=after): "임시공휴일"}
    more = due_of(WorkingTime(holidays=named), period, received, pauses=pauses)
    assert _last_minute(more) >= _last_minute(due_of(_office(), period, received, pauses=pauses))


@given(_cases(), st.data())
def test_another_pause_never_shortens(case: tuple[datetime, Period, tuple[Pause, ...]], data: st.DataObject) -> None:
    received, period, pauses = case
    more = due_of(_office(), period, received, pauses=(*pauses, *data.draw(_pauses_after(received))))
    assert _last_minute(more) >= _last_minute(due_of(_office(), period, received, pauses=pauses))


@given(_MOMENTS, st.integers(0, 60 * 24 * 40), _PERIODS, st.data())
def test_later_received_is_never_due_earlier(
    received: datetime, minutes: int, period: Period, data: st.DataObject
) -> None:
    later = received + timedelta(minutes=minutes)
    pauses = data.draw(_pauses_after(later))
    first, second = (due_of(_office(), period, moment, pauses=pauses) for moment in (received, later))
    assert _last_minute(first) <= _last_minute(second)


@given(_MOMENTS, st.sampled_from("hdwm"), st.integers(1, 60), st.integers(1, 60), st.data())
def test_a_longer_period_is_never_due_earlier(
    received: datetime, unit: str, count: int, more: int, data: st.DataObject
) -> None:
    """Also from five days to six, where the counting changes."""
    pauses = data.draw(_pauses_after(received))
    shorter, longer = (due_of(_office(), _period(f"{n}{unit}"), received, pauses=pauses) for n in (count, count + more))
    assert shorter.day <= longer.day
    assert longer.clock == "" or _last_minute(shorter) < _last_minute(longer)


@given(_MOMENTS, st.integers(1, 5))
def test_days_of_eight_hours_end_at_the_same_clock_time(received: datetime, days: int) -> None:
    found = due_of(_office(), _period(f"{days}d"), received)
    began = found.counted[0]
    clock = began.spans[0][0]
    assert time.fromisoformat(found.clock) == {time(9): time(18), time(13): time(12)}.get(clock, clock)
    later = [day for day in all_days(began.day, found.day)[1:] if _office().closed(day) is None]
    assert len(later) == days - (clock == time(9))
    assert due_of(_office(), _period(f"{8 * days}h"), received).day == found.day


@given(_cases(), st.lists(st.integers(1, 9), min_size=1, max_size=2))
def test_an_extension_makes_one_longer_period(
    case: tuple[datetime, Period, tuple[Pause, ...]], extended: Sequence[int]
) -> None:
    received, period, pauses = case
    if period.unit is PeriodUnit.NOW or (period.unit is PeriodUnit.DAYS and period.counting is Counting.HOUR):
        period = Period(period.hours, PeriodUnit.HOURS)
    extensions = [Period(count, period.unit) for count in extended]
    whole = Period(period.count + sum(extended), period.unit)
    found = due_of(_office(), period, received, pauses=pauses, extensions=extensions)
    meant = due_of(_office(), whole, received, pauses=pauses)
    assert (found.day, found.clock, found.counted) == (meant.day, meant.clock, meant.counted)


# --- the same in another way ---


def _plain(office: WorkingTime, pauses: Sequence[Pause]) -> PlainOffice:
    worked = set(range(office.opens.hour * 60 + office.opens.minute, office.closes.hour * 60 + office.closes.minute))
    if office.lunch is not None:
        begins, ends = office.lunch
        worked -= set(range(begins.hour * 60 + begins.minute, ends.hour * 60 + ends.minute))
    paused = frozenset(day for pause in pauses for day in all_days(pause.first, pause.last))
    return PlainOffice(frozenset(worked), frozenset(office.holidays), paused)


@given(_OFFICES, st.frozensets(st.integers(0, 60), max_size=12), _MOMENTS, st.data())
@settings(max_examples=150)
def test_another_way_of_counting_finds_the_same(
    hours: WorkingTime, closed: frozenset[int], received: datetime, data: st.DataObject
) -> None:
    names = {received.date() + timedelta(days=after): "쉬는 날" for after in closed}
    office = WorkingTime(hours.opens, hours.closes, hours.lunch, {**_office().holidays, **names})
    pauses = data.draw(_pauses_after(received))
    plain = _plain(office, pauses)

    counted = int(data.draw(st.sampled_from([1, 3, 8, 16, 24, 40])))
    found = due_of(office, Period(counted, PeriodUnit.HOURS), received, pauses=pauses)
    assert _last_minute(found) == due_by_minutes(plain, received, counted)

    days = data.draw(st.integers(6, 60))
    assert due_of(office, _period(f"{days}d"), received, pauses=pauses).day == due_by_days(plain, received, days)

    months, weeks = data.draw(st.sampled_from([(1, 0), (2, 0), (12, 0), (13, 2), (1, 1), (0, 1), (0, 9)]))
    parts = [
        *([Period(months, PeriodUnit.MONTHS)] if months else []),
        *([Period(weeks, PeriodUnit.WEEKS)] if weeks else []),
    ]
    first = received.date()
    found = due_of(office, parts[0], received, pauses=pauses, extensions=parts[1:])
    assert found.day == due_by_calendar(plain, first, months, weeks)

    civil = civil_due(office, Period(days, PeriodUnit.DAYS), first, pauses=pauses)
    assert civil.day == due_by_calendar(plain, first + timedelta(days=1), 0, 0, days)


@given(st.dates(date(2024, 1, 25), date(2024, 3, 5)) | st.dates(_FIRST, _LAST), st.integers(1, 14))
def test_months_end_the_day_before_their_number_comes_again(first: date, months: int) -> None:
    found = due_of(WorkingTime(), Period(months, PeriodUnit.MONTHS), datetime.combine(first, time(9)))
    assert found.day == due_by_calendar(_plain(WorkingTime(), ()), first, months, 0)


def test_the_program_knows_the_holidays_of_many_years() -> None:
    years = {day.year for day in known_holidays()}
    assert years >= set(range(2016, 2031))
    # A period of a year received at the end of the table's certain years still finds its holidays.
    assert due_of(WorkingTime(holidays=known_holidays()), _period("1y"), _at("2030-01-02T09:00")).day == date(
        2031, 1, 2
    )
