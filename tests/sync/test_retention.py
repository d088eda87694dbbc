"""A counter's file holds its own visits and the office's newest days; no part of a day ever passes for the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from app.bootstrap import Office, join_home, open_office
from app.config.paths import Home
from app.db.opening import open_database
from app.db.unit_of_work import Database
from app.domain.errors import NotAllowed
from app.domain.languages import Language
from app.domain.periods import Period, Span
from app.domain.sharing_errors import DayNotHere
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit
from app.sync import pace, retention
from app.sync.hubs import open_owner
from app.sync.sharing import Sharing
from tests.support.offices import SetClock, stored
from tests.support.older_days import HOLD, OLD, TwoCounters, visits_in
from tests.support.older_days import cut_off as cut_off
from tests.support.older_days import lived as lived
from tests.support.older_days import two as two

_CHILDREN = ("further_service", "visit_step", "step_word", "slip")


@pytest.fixture(autouse=True)
def nobody_types(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing waits for clerks to have been quiet for a while; one test says otherwise."""
    monkeypatch.setattr(pace, "QUIET_AFTER", 0.0)


# --- days go ---


def test_older_days_of_other_counters_go_and_every_figure_stays_what_it_was(two: TwoCounters) -> None:
    assert visits_in(two.b, OLD) == ["A-1", "A-2", "D-1"]
    before = [two.figures(office) for office in (two.a, two.b)]

    two.hold(HOLD)

    assert visits_in(two.b, OLD) == ["D-1"]
    assert visits_in(two.a, OLD) == ["A-1", "A-2"]
    assert visits_in(two.b, date(2026, 11, 20)) == ["A-1", "A-2", "D-1"]
    assert [two.figures(office) for office in (two.a, two.b)] == before
    assert [replace(one, previous=None) for one in before[0]] == [replace(one, previous=None) for one in before[1]]
    assert two.agree()


def test_nothing_of_a_visit_that_went_is_left(two: TwoCounters) -> None:
    of_a = "(SELECT id FROM visit WHERE counter_code = 'A' AND day < '2026-11-20')"
    ids = [row[0] for row in stored(two.b.home, f"SELECT id FROM visit WHERE id IN {of_a}")]
    ids += [row[0] for table in ("visit_step", "slip") for row in _children_of(two.b, table, ids)]
    assert len(ids) > 60

    two.hold(HOLD)

    marks = ", ".join("?" * len(ids))
    for table, column in [
        *((table, "visit_id") for table in _CHILDREN),
        ("replica", "row_id"),
        ("record_key", "row_id"),
    ]:
        assert stored(two.b.home, f"SELECT * FROM {table} WHERE {column} IN ({marks})", ids) == [], table
    assert stored(two.b.home, "PRAGMA foreign_key_check") == []


def _children_of(office: Office, table: str, visits: list[str]) -> list[tuple[str]]:
    marks = ", ".join("?" * len(visits))
    return stored(office.home, f"SELECT id FROM {table} WHERE visit_id IN ({marks})", visits)


def test_a_day_that_is_not_whole_is_not_shown(two: TwoCounters) -> None:
    two.hold(HOLD)

    with pytest.raises(DayNotHere) as caught:
        two.b.visits.list_day(two.who(two.b, "clerk2"), OLD)

    assert caught.value.day == OLD
    with pytest.raises(DayNotHere):
        two.b.summaries.export_visits(two.who(two.b, "supervisor1"), Period.of(Span.WEEK, OLD), "점검", lambda _: None)
    with pytest.raises(DayNotHere):
        two.b.integrity.report(two.who(two.b, "auditor1"), OLD, OLD)
    assert len(two.b.visits.list_day(two.who(two.b, "clerk2"), date(2026, 11, 20))) == 3


def test_what_this_counter_has_worked_on_stays(two: TwoCounters) -> None:
    at_a, at_b = two.who(two.a, "clerk1"), two.who(two.b, "clerk2")
    two.a.visits.admit(at_a, NewVisit("SEAL", note="기다림"), "D")
    two.exchange()
    two.b.reception.call_next(at_b)
    two.exchange()
    two.clock.pass_by(days=HOLD + 1)
    two.b.visits.register(at_b, NewVisit("SEAL"))

    two.hold(HOLD)

    assert visits_in(two.b, date(2026, 11, 25)) == ["A-1"]
    assert visits_in(two.b, date(2026, 11, 24)) == ["D-1"]
    assert two.agree()


def test_what_has_not_been_acknowledged_stays(two: TwoCounters) -> None:
    of_a = "visit_id IN (SELECT id FROM visit WHERE day = ? AND elsewhere)"
    [(slip,)] = stored(two.b.home, f"SELECT id FROM slip WHERE {of_a}", [str(OLD)])
    two.b.slips.mark(two.who(two.b, "clerk2"), slip, SlipState.CONFIRMED)
    database = Database(open_database(two.b.home.database), two.b.home.database)
    try:
        with database.write() as work:
            assert work.retention.take_out(OLD, 100, ()) == 1
    finally:
        database.close()

    assert visits_in(two.b, OLD) == ["A-1", "D-1"]


# --- the clock ---


def test_both_sides_agree_across_midnight(two: TwoCounters) -> None:
    two.hold(HOLD)

    for _ in range(3):
        two.clock.pass_by(hours=24)
        assert two.agree()
    two.exchange()

    assert visits_in(two.b, date(2026, 11, 21)) == ["D-1"]
    assert two.agree()


def test_a_clock_a_year_ahead_takes_nothing_out(two: TwoCounters) -> None:
    two.hold(HOLD)
    two.clock.pass_by(days=365)

    two.exchange()

    assert visits_in(two.b, date(2026, 11, 23)) == ["A-1", "A-2", "D-1"]


# --- cut off ---


def test_a_clean_up_cut_off_goes_on_with_the_next_exchange(two: TwoCounters, monkeypatch: pytest.MonkeyPatch) -> None:
    before = two.figures(two.b)
    monkeypatch.setattr(retention, "_SLICE_SECONDS", 0.0)
    monkeypatch.setattr(retention, "_QUIET_VISITS", 1)
    two.hold(HOLD)
    assert visits_in(two.b, date(2026, 11, 13)) == ["D-1"]
    assert visits_in(two.b, date(2026, 11, 19)) == ["A-1", "A-2", "D-1"]
    assert two.figures(two.b) == before
    assert two.agree()

    monkeypatch.setattr(retention, "_SLICE_SECONDS", 10.0)
    two.exchange()

    assert visits_in(two.b, date(2026, 11, 19)) == ["D-1"]
    assert two.figures(two.b) == before
    assert two.agree()


def test_while_somebody_works_here_little_is_taken_out_at_once(
    two: TwoCounters, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pace, "QUIET_AFTER", 20.0)
    monkeypatch.setattr(retention, "_HANDS_ON_VISITS", 1)
    two.b.sharing.exchange()
    two.b.visits.register(two.who(two.b, "clerk2"), NewVisit("SEAL"))

    two.hold(HOLD)

    left = stored(two.b.home, "SELECT count(*) FROM visit WHERE elsewhere AND day < '2026-11-20'")
    assert left == [(2 * 7 - 2,)]


# --- days come back ---


def test_a_day_that_is_asked_for_comes_back_for_some_days(two: TwoCounters) -> None:
    at_b = two.who(two.b, "clerk2")
    shown = two.b.visits.list_day(at_b, OLD)
    before = two.figures(two.b)
    two.hold(HOLD)

    assert two.b.sharing.fetch_day(at_b, OLD)
    assert not two.b.sharing.fetch_day(at_b, OLD)

    assert two.b.visits.list_day(at_b, OLD) == shown
    assert [visit.note for visit in shown if visit.note] == ["B의 메모", "메모"]
    assert stored(two.b.home, "SELECT login, row_id FROM audit WHERE action = 'fetch_day'") == [("clerk2", str(OLD))]
    assert two.figures(two.b) == before
    two.exchange()
    assert two.agree()

    two.clock.pass_by(days=4)
    two.b.visits.register(at_b, NewVisit("SEAL"))
    two.exchange()
    assert visits_in(two.b, OLD) == ["D-1"]
    assert replace(two.day(two.b, OLD), made_at=before[0].made_at, provisional=False) == replace(
        before[0], provisional=False
    )
    assert two.agree()


def test_holding_days_longer_brings_them_back_and_shorter_lets_them_go(two: TwoCounters) -> None:
    before = two.figures(two.b)
    two.hold(HOLD)
    assert visits_in(two.b, OLD) == ["D-1"]

    two.hold(20)
    for _ in range(6):
        two.exchange()

    assert visits_in(two.b, OLD) == ["A-1", "A-2", "D-1"]
    assert visits_in(two.b, date(2026, 11, 13)) == ["A-1", "A-2", "D-1"]
    assert two.agree()
    assert two.figures(two.b) == before
    two.hold(HOLD)
    assert visits_in(two.b, OLD) == ["D-1"]
    assert two.figures(two.b) == before
    assert two.agree()


def test_without_the_network_a_day_that_is_not_here_is_said_to_be_elsewhere(
    two: TwoCounters, cut_off: Callable[[Office, SetClock], Sharing]
) -> None:
    two.hold(HOLD)

    with pytest.raises(DayNotHere) as caught:
        cut_off(two.b, two.clock).fetch_day(two.who(two.b, "clerk2"), OLD)

    assert caught.value.day == OLD
    assert two.day(two.b, OLD).visits == 3
    assert stored(two.b.home, "SELECT count(*) FROM audit WHERE action = 'fetch_day'") == [(0,)]


def test_only_who_may_see_visits_may_fetch_them(two: TwoCounters) -> None:
    two.hold(HOLD)

    for login in ("auditor1", "admin"):
        with pytest.raises(NotAllowed):
            two.b.sharing.fetch_day(two.who(two.b, login), OLD)

    assert visits_in(two.b, OLD) == ["D-1"]


# --- figures follow ---


def test_figures_follow_what_another_counter_corrects_on_a_day_that_went(two: TwoCounters) -> None:
    two.hold(HOLD)
    at_a = two.who(two.a, "clerk1")
    visit = next(v for v in _own(two.a, OLD) if v[1] == 2)

    two.a.corrections.correct_services(at_a, visit[0], ("SEAL", "MOVEIN", "PASSPORT"))
    two.exchange()

    assert two.day(two.b, OLD) == two.day(two.a, OLD)
    assert two.day(two.b, OLD).corrections == 2
    assert two.agree()


def test_figures_follow_a_slip_of_a_visit_that_went(two: TwoCounters) -> None:
    two.hold(HOLD)
    at_a = two.who(two.a, "clerk1")
    assert two.day(two.b, OLD).slips_printed == 1

    slip, _ = two.a.slips.issue(at_a, next(v for v in _own(two.a, OLD) if v[1] == 2)[0], Paper.A5, Language.KO)
    two.exchange()
    two.a.slips.mark(at_a, slip.id, SlipState.HANDED)
    two.exchange()

    assert two.day(two.b, OLD).slips_printed == 2
    assert two.day(two.b, OLD) == two.day(two.a, OLD)
    assert two.agree()


def test_until_it_is_fetched_a_day_corrected_here_has_no_figures(
    two: TwoCounters,
) -> None:
    two.hold(HOLD)
    at_b = two.who(two.b, "clerk2")

    two.b.corrections.correct_services(at_b, _own(two.b, OLD)[0][0], ("SEAL",))

    with pytest.raises(DayNotHere):
        two.day(two.b, OLD)
    with pytest.raises(DayNotHere):
        two.b.summaries.period(two.who(two.b, "supervisor1"), Period.of(Span.MONTH, OLD))
    assert OLD not in two.b.rollups.missing(Period.of(Span.MONTH, OLD))
    two.exchange()
    assert two.day(two.b, OLD).visits == 3
    assert two.day(two.b, OLD) == two.day(two.a, OLD)


def test_a_sheet_printed_before_the_day_was_over_needs_thevisits_in(two: TwoCounters) -> None:
    supervisor = two.who(two.b, "supervisor1")
    day = two.clock().date()
    two.b.visits.register(two.who(two.b, "clerk2"), NewVisit("SEAL"))
    two.a.visits.register(two.who(two.a, "clerk1"), NewVisit("SEAL"))
    two.exchange()
    two.b.summaries.sheet(supervisor, day)
    two.clock.pass_by(days=HOLD + 1)
    two.b.visits.register(two.who(two.b, "clerk2"), NewVisit("SEAL"))
    two.hold(HOLD)

    with pytest.raises(DayNotHere):
        two.b.summaries.day(supervisor, day)
    two.b.sharing.fetch_day(supervisor, day)

    assert two.b.summaries.day(supervisor, day).visits == 2


# --- who comes later ---


@pytest.fixture
def late(two: TwoCounters, tmp_path: Path) -> Iterator[Office]:
    """A counter that joins forty days later."""
    two.clock.pass_by(days=40)
    join_home(Home(tmp_path / "c"), two.address, two.invite(), "3층 창구", two.clock)
    office = open_office(Home(tmp_path / "c"), two.clock)
    yield office
    office.close()


def test_a_new_counter_knows_that_it_does_not_know_the_days_before(two: TwoCounters, late: Office) -> None:
    supervisor = two.who(late, "supervisor1")
    long_ago = date(2026, 10, 20)

    with pytest.raises(DayNotHere):
        late.summaries.day(supervisor, long_ago)
    with pytest.raises(DayNotHere):
        late.summaries.period(supervisor, Period.of(Span.MONTH, long_ago))
    with pytest.raises(DayNotHere):
        late.visits.list_day(supervisor, long_ago)

    month = Period.of(Span.MONTH, long_ago)
    assert late.sharing.fetch_days(supervisor, month.first, month.last) > 20
    assert late.summaries.period(supervisor, month).visits == 0
    assert late.sharing.fetch_days(supervisor, month.first, month.last) == 0
    late.sharing.exchange()
    assert late.sharing.compare().agree


def test_figures_a_new_counter_fetched_are_those_of_the_others(two: TwoCounters, late: Office) -> None:
    supervisor = two.who(late, "supervisor1")
    month = Period.between(date(2026, 11, 1), date(2026, 11, 18))
    assert late.sharing.fetch_days(supervisor, month.first, month.last) > 0

    theirs = two.a.summaries.period(two.who(two.a, "supervisor1"), month)
    assert theirs.visits == 6 * 3
    assert late.summaries.period(supervisor, month) == replace(theirs, previous=None)


# --- another life of the shared side, another release ---


def test_after_a_restore_over_there_older_figures_are_asked_for_anew(two: TwoCounters) -> None:
    before = two.figures(two.b)
    two.hold(HOLD)
    with closing(open_owner(two.address, two.login)) as owner:
        owner.begin_anew()

    two.exchange()

    assert two.agree()
    with pytest.raises(DayNotHere):
        two.day(two.b, OLD)
    supervisor = two.who(two.b, "supervisor1")
    two.b.sharing.fetch_days(supervisor, date(2026, 10, 1), OLD)
    two.b.sharing.fetch_days(supervisor, OLD, date(2026, 11, 30))
    assert [replace(one, previous=None) for one in two.figures(two.b)] == [
        replace(one, previous=None) for one in before
    ]
    two.exchange()
    assert two.agree()


def test_a_release_that_understands_more_keeps_the_figures_and_misses_no_change(two: TwoCounters) -> None:
    two.hold(HOLD)
    at_a = two.who(two.a, "clerk1")
    two.a.corrections.correct_services(at_a, next(v for v in _own(two.a, OLD) if v[1] == 2)[0], ("SEAL", "MOVEIN"))
    two.a.sharing.exchange()
    stored(two.b.home, "UPDATE shared_link SET pulled_with = '0001'")

    for _ in range(4):
        two.exchange()

    assert two.day(two.b, OLD) == two.day(two.a, OLD)
    assert len(two.figures(two.b)) == 4
    assert two.day(two.b, OLD).corrections == 2
    assert two.agree()


def _own(office: Office, day: date) -> list[tuple[str, int]]:
    return stored(office.home, "SELECT id, seq FROM visit WHERE day = ? AND NOT elsewhere", [day.isoformat()])
