"""A counter that was removed, or that the shared side knows nothing of any more: it works on, and loses nothing."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import back_up_home, restore_home
from app.config.paths import Home
from app.domain.sharing import SharedKind
from app.domain.sharing_errors import HomeRemoved
from app.domain.visits import NewVisit
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice


def home_id(desk: Desk) -> str:
    return str(stored(desk.home, "SELECT home_id FROM home")[0][0])


def register(desk: Desk) -> str:
    return desk.office.visits.register(desk.clerk, NewVisit("SEAL")).visit.id


def test_a_removed_counter_is_told_so_and_works_on_alone(
    shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path
) -> None:
    told = register(second)
    shared.settled(first, second)
    unsent = register(second)
    there = shared.stored("SELECT count(*) FROM op")
    first.office.sharing.remove(first.admin, home_id(second), first.clock.at.date())
    for _ in range(2):
        with pytest.raises(HomeRemoved):
            second.exchange()
    state = second.office.sharing.state()
    assert (state.trouble, state.unsent > 0, state.unsent_records) == (
        "HomeRemoved",
        True,
        2,
    )  # it ended the one before
    # The counter's own document was changed there, and nothing of what it offered was taken.
    assert shared.stored("SELECT count(*) FROM op") == [(there[0][0] + 1,)]

    later = register(second)
    second.office.visits.finish(second.clerk, later)
    assert {one.id for one in second.office.visits.list_day(second.clerk)} == {told, unsent, later}
    back_up_home(second.home, tmp_path / "backup.minwon", second.clock)
    restore_home(Home(tmp_path / "restored"), tmp_path / "backup.minwon")
    again = shared.desk(Home(tmp_path / "restored"), second.clock)
    assert {one.id for one in again.office.visits.list_day(again.clerk)} == {told, unsent, later}
    with pytest.raises(HomeRemoved):
        again.exchange()

    # The others see it ended, with the last day of its slips, and keep all it had told.
    shared.settled(first)
    ((retired, until),) = stored(first.home, "SELECT retired_at, key_until FROM counter WHERE code = '7'")
    assert (retired is not None, until) == (True, first.clock.at.date().isoformat())
    assert {one.id for one in first.office.visits.list_day(first.clerk)} == {told}
    (ended,) = [one for one in first.office.sharing.counters(first.admin) if one.counter_code == "7"]
    assert ended.removed_on is not None


def test_its_place_is_taken_by_another_pc_under_another_code(shared: SharedOffice, first: Desk, second: Desk) -> None:
    visit = first.office.visits.admit(first.clerk, NewVisit("SEAL"), "7").visit.id
    shared.settled(first, second)
    first.office.sharing.remove(first.admin, home_id(second), first.clock.at.date())
    third = shared.join(first, "8")
    shared.settled(first, third)
    # Whoever was sent to the counter that is no more is called at any other.
    third.office.reception.call(third.clerk, visit)
    shared.settled(third, first)
    assert [(one.id, one.now_at) for one in first.office.reception.queue(first.clerk)] == [(visit, "8")]


def test_a_home_that_joined_after_the_backup_enters_itself_again(shared: SharedOffice, first: Desk) -> None:
    backup = shared.back_up()
    second = shared.join(first, "7")
    visit, other = register(second), register(first)
    shared.settled(first, second)
    shared.restore(backup)
    unsent = register(second)
    if shared.address.kind is SharedKind.POSTGRESQL:
        with pytest.raises(HomeRemoved):
            second.exchange()
        assert second.office.sharing.state().unsent > 0
        # The administrator, at that counter, connects the office again. A file knows no logins: there it does so alone.
        second.office.sharing.begin(second.admin, shared.address, shared.login)
    first.office.sharing.restored(first.admin)
    shared.settled(second, first)
    assert {one.id for one in first.office.visits.list_day(first.clerk)} == {visit, other, unsent}
    assert shared.fields("counter", "7")["home"] == home_id(second)
