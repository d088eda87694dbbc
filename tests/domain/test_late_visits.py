"""Which times of a paper list can have been, and how they are typed."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clocks import SEOUL, office_day, office_now
from app.domain.errors import PersonalDataInText
from app.domain.late_errors import LateVisitAhead, LateVisitEndsWrong, LateVisitTooOld
from app.domain.late_visits import LATE_DAYS, LateVisit, paper_time
from app.domain.visits import LateReason, NewVisit, late_reason

NOW = office_now(datetime(2026, 11, 20, 1, 0, tzinfo=UTC), None)
"""10:00 in Seoul."""
MOMENTS = st.datetimes(datetime(2026, 9, 1), datetime(2026, 12, 31), timezones=st.just(ZoneInfo(SEOUL)))  # noqa: DTZ001
LENGTHS = st.none() | st.timedeltas(timedelta(hours=-3), timedelta(hours=20))


def late(at: datetime, until: datetime | None = None, new: NewVisit | None = None) -> LateVisit:
    return LateVisit(new or NewVisit("SEAL"), at, LateReason.POWER, until)


@given(MOMENTS, LENGTHS)
def test_what_is_taken_can_have_been(at: datetime, length: timedelta | None) -> None:
    until = None if length is None else at + length
    first = NOW.day - timedelta(days=LATE_DAYS)
    possible = at <= NOW.at and first <= at.date()
    if until is not None:
        possible = possible and at <= until <= NOW.at and until.date() == at.date()
    try:
        taken = late(at, until).checked(NOW, SEOUL)
    except (LateVisitAhead, LateVisitTooOld, LateVisitEndsWrong):
        assert not possible
        return
    assert possible
    assert (taken.at, taken.until, taken.at.tzinfo) == (at, until, UTC)
    moment = taken.moment(NOW, SEOUL)
    assert (moment.day, moment.at, moment.pc_clock) == (at.date(), at, NOW.pc_clock)
    assert first <= moment.day <= NOW.day


@given(MOMENTS)
def test_the_zone_of_the_moment_makes_no_difference(at: datetime) -> None:
    def said(moment: datetime) -> object:
        try:
            return late(moment).checked(NOW, SEOUL)
        except (LateVisitAhead, LateVisitTooOld) as error:
            return type(error), vars(error)

    assert said(at) == said(at.astimezone(UTC)) == said(at.astimezone(ZoneInfo("America/Lima")))


def test_the_edges() -> None:
    zone = ZoneInfo(SEOUL)
    late(NOW.at, NOW.at).checked(NOW, SEOUL)
    late(datetime(2026, 10, 20, 0, 0, tzinfo=zone)).checked(NOW, SEOUL)
    with pytest.raises(LateVisitTooOld) as old:
        late(datetime(2026, 10, 19, 23, 59, tzinfo=zone)).checked(NOW, SEOUL)
    assert (old.value.day, old.value.limit) == (date(2026, 10, 19), 31)
    with pytest.raises(LateVisitAhead) as ahead:
        late(NOW.at - timedelta(hours=1), NOW.at + timedelta(seconds=1)).checked(NOW, SEOUL)
    assert (ahead.value.field, ahead.value.at.hour) == ("until", 10)  # as the clerk reads the clock on the wall
    overnight = datetime(2026, 11, 18, 23, 50, tzinfo=zone)
    with pytest.raises(LateVisitEndsWrong):
        late(overnight, overnight + timedelta(minutes=20)).checked(NOW, SEOUL)


def test_texts_are_checked_like_those_of_any_visit() -> None:
    with pytest.raises(PersonalDataInText):
        late(NOW.at, new=NewVisit("SEAL", note="010-1234-5678")).checked(NOW, SEOUL)


def test_a_clock_that_is_behind_takes_nothing_from_the_office() -> None:
    """The office goes by its newest record then, and so do the limits."""
    newest = NOW.at
    behind = office_now(newest - timedelta(days=400), newest)
    assert late(newest - timedelta(hours=1)).checked(behind, SEOUL).at == newest - timedelta(hours=1)
    assert office_day(late(newest).moment(behind, SEOUL).at) == NOW.day


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("0912", time(9, 12)),
        ("912", time(9, 12)),
        ("9:12", time(9, 12)),
        (" 09:12 ", time(9, 12)),
        ("9시 12분", time(9, 12)),
        ("０９１２", time(9, 12)),
        ("1730", time(17, 30)),
        ("17.30", time(17, 30)),
        ("0000", time(0, 0)),
        ("2359", time(23, 59)),
    ],
)
def test_times_as_they_are_typed(typed: str, meant: time) -> None:
    assert paper_time(typed) == meant


@pytest.mark.parametrize(
    "typed", ["", "9", "12", "2400", "1260", "09:1", "9시", "-912", "09:12:30", "아홉 시", "12345"]
)
def test_what_is_no_time(typed: str) -> None:
    assert paper_time(typed) is None


@given(st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_every_time_of_the_day_can_be_typed(meant: time) -> None:
    assert (
        paper_time(f"{meant:%H%M}")
        == paper_time(f"{meant:%H:%M}")
        == paper_time(f"{meant.hour}시 {meant:%M}분")
        == meant
    )


def test_a_reason_that_only_a_newer_program_knows() -> None:
    assert (late_reason(""), late_reason("power"), late_reason("flood")) == (None, LateReason.POWER, LateReason.OTHER)
