"""A counter whose clock is wrong by a year moves neither another counter's office day nor its numbers."""

from __future__ import annotations

import pytest

from app.domain.visits import NewVisit, VisitStatus
from tests.support.offices import MORNING, stored
from tests.support.shared_offices import Desk, SharedOffice


@pytest.mark.parametrize("days", [365, -365])
def test_another_counters_wrong_clock_changes_nothing_here(
    shared: SharedOffice, first: Desk, second: Desk, days: int
) -> None:
    first.office.visits.register(first.clerk, NewVisit("SEAL"))
    shared.settled(first, second)
    second.clock.pass_by(days=days)
    strange = second.office.visits.register(second.clerk, NewVisit("SEAL")).visit
    called = second.office.visits.admit(second.clerk, NewVisit("SEAL"), "A").visit
    shared.settled(second, first)

    assert first.office.visits.now(first.clerk).day == MORNING.date()
    assert first.office.visits.now(first.clerk).trusted
    assert first.office.visits.register(first.clerk, NewVisit("SEAL")).visit.number == "A-002"
    newest = first.office.visits.list_day(first.clerk)[0]
    assert (newest.number, newest.day) == ("A-002", MORNING.date())
    # Whoever waits for this counter can be called, whenever the other clock says that was.
    first.office.reception.call(first.clerk, called.id)
    shared.settled(first, second)
    steps = dict(stored(second.home, "SELECT kind, counter_code FROM visit_step WHERE visit_id = ?", (called.id,)))
    assert steps == {"registered": "7", "called": "A"}
    assert strange.status is VisitStatus.SERVING


@pytest.mark.parametrize("days", [365, -365])
def test_whose_clock_was_wrong_goes_on_when_it_is_put_right(
    shared: SharedOffice, first: Desk, second: Desk, days: int
) -> None:
    second.clock.pass_by(days=days)
    strange = second.office.visits.register(second.clerk, NewVisit("SEAL")).visit
    shared.settled(second, first)
    second.clock.pass_by(days=-days)
    visit = second.office.visits.register(second.clerk, NewVisit("SEAL")).visit
    shared.settled(second, first)
    # A clock that ran ahead moved this home's own day, and no other's.
    assert visit.day == (strange.day if days > 0 else MORNING.date())
    assert first.office.visits.now(first.clerk).day == MORNING.date()


def test_the_administrator_sees_whose_clock_is_wrong(shared: SharedOffice, first: Desk, second: Desk) -> None:
    states = {one.counter_code: one for one in first.office.sharing.counters(first.admin)}
    before = states["7"].clock
    second.clock.pass_by(days=365)
    second.exchange()
    after = {one.counter_code: one for one in first.office.sharing.counters(first.admin)}["7"].clock
    assert before is not None
    assert after is not None
    assert after - before == pytest.approx(365 * 86400, abs=600)
