"""Counters of several releases in one office: yesterday's still push, tomorrow's are passed on, and none guesses."""

from __future__ import annotations

import json
import tarfile
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.config.paths import Home
from app.crypto.invites import new_invite
from app.domain.sharing import PROTOCOL, Result
from app.domain.sharing_errors import SharedSideNewer
from app.domain.visits import NewVisit
from app.sync.hubs import open_door, open_hub, open_owner
from tests.support.hubs import Counter, new_id
from tests.support.offices import SetClock, stored
from tests.support.shared_offices import Desk, SharedOffice

HOMES = Path(__file__).resolve().parents[1] / "data" / "homes"
LAST_MOMENT = datetime.fromisoformat("2026-11-20T17:30:00+09:00")


@pytest.fixture
def other(shared: SharedOffice, first: Desk) -> Iterator[Counter]:
    """A counter with a program of another release, reduced to what it says."""
    code, home, key = new_invite(), new_id(), bytes(range(32))
    with closing(open_owner(shared.address, shared.login)) as owner:
        owner.invite(code, datetime.now(UTC) + timedelta(hours=1))
    with closing(open_door(shared.address)) as door:
        place = door.redeem(code, home, "X", key)
    with closing(open_hub(shared.address, place.login)) as hub:
        counter = Counter(home, hub, place.login, place.counter_code, key, place.epoch)
        counter.greet()
        yield counter


def old_visit(other: Counter) -> dict[str, Any]:
    """A visit as release 0.2.0 writes one, and less."""
    at = "2026-11-20T01:00:00+00:00"
    fields = {"counter_code": other.counter_code, "day": "2026-11-20", "seq": 1, "service_code": "SEAL"}
    return fields | {"department_code": "D001", "registered_by": "clerk2", "registered_at": at}


def old_step(visit_id: str, kind: str) -> dict[str, Any]:
    at = "2026-11-20T01:00:00+00:00"
    return {"visit_id": visit_id, "kind": kind, "at": at, "by": "clerk2", "counter_code": "X", "pc_clock": at}


def old_slip(visit_id: str) -> dict[str, Any]:
    fields = {"visit_id": visit_id, "paper": "roll80", "language": "ko", "state": "confirmed", "made_by": "clerk2"}
    return fields | {"printed_at": "2026-11-20T01:00:00+00:00"}


def test_a_counter_that_knows_less_still_pushes(shared: SharedOffice, first: Desk, other: Counter) -> None:
    visit = new_id()
    outcomes = other.push(
        other.create("visit", visit, old_visit(other)),
        other.create("visit_step", new_id(), old_step(visit, "registered")),
        other.create("visit_step", new_id(), old_step(visit, "serving_started")),
        other.create("slip", new_id(), old_slip(visit)),
        other.create("service", "OLDER", {"name": "예전 민원", "department_code": "D001", "area": "기타"}),
    )
    assert {outcome.result for outcome in outcomes} == {Result.APPLIED}
    first.exchange()
    (found,) = first.office.visits.list_day(first.clerk)
    assert (found.id, found.number, found.status, found.late_reason) == (visit, "X-001", "serving", None)
    assert first.office.sharing.compare().parked == ()
    shared.settled(first)
    # And the other way round: it takes what this one says, with all that it does not know.
    said = first.office.visits.register(first.clerk, NewVisit("SEAL", note="메모")).visit.id
    first.exchange()
    assert other.document("visit", said).fields["slip_withheld"] is False


def test_what_a_newer_counter_says_is_passed_on_and_kept(
    shared: SharedOffice, first: Desk, second: Desk, other: Counter
) -> None:
    visit = new_id()
    tomorrow = {"colour_of_tomorrow": "blue", "list_of_tomorrow": [1, {"a": None}]}
    other.push(
        other.create("visit", visit, old_visit(other) | tomorrow),
        other.create("visit_step", new_id(), old_step(visit, "registered") | tomorrow),
        other.create("thing_of_tomorrow", "t1", {"visit_id": visit, **tomorrow}),
        other.create("office_of_tomorrow", "t2", tomorrow),
        other.edit("office_setting", "office", {"setting_of_tomorrow": 7}, seen=1),
    )
    shared.settled(first, second)
    assert first.office.sharing.compare().parked == ()
    assert [one.id for one in second.office.visits.list_day(second.clerk)] == [visit]
    # A change made here does not take anything of it away.
    first.office.corrections.correct_services(first.clerk, visit, ("MOVEIN",))
    first.office.offices.change(first.admin, undo_seconds=25)
    shared.settled(first, second)
    kept = shared.fields("visit", visit)
    assert kept["service_code"] == "MOVEIN"
    assert {name: kept[name] for name in tomorrow} == tomorrow
    assert shared.fields("thing_of_tomorrow", "t1") == {"visit_id": visit, **tomorrow}
    assert shared.fields("office_setting", "office")["setting_of_tomorrow"] == 7
    assert shared.fields("office_setting", "office")["undo_seconds"] == 25


def contents(home: Home) -> dict[str, list[tuple[Any, ...]]]:
    """All of the home's tables, without how the last exchange went."""
    names = [str(name) for (name,) in stored(home, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    found = {name: stored(home, f"SELECT * FROM {name}") for name in names if not name.startswith("sqlite_")}
    tie = "epoch, ticket_count, ticket_mark, following_mark, cursor_xid, cursor_seq, audit_sent, pulled_with, address"
    return {**found, "shared_link": stored(home, f"SELECT {tie} FROM shared_link")}


def test_a_newer_shared_side_is_refused_and_nothing_changes(shared: SharedOffice, first: Desk, second: Desk) -> None:
    second.office.visits.register(second.clerk, NewVisit("SEAL"))
    second.exchange()
    first.office.visits.register(first.clerk, NewVisit("SEAL"))
    before, there = contents(first.home), shared.stored("SELECT count(*) FROM op")
    shared.stored(f"UPDATE meta SET protocol = {PROTOCOL + 1}")
    with pytest.raises(SharedSideNewer) as caught:
        first.exchange()
    assert (caught.value.found, caught.value.known) == (PROTOCOL + 1, PROTOCOL)
    assert contents(first.home) == before
    assert shared.stored("SELECT count(*) FROM op") == there
    state = first.office.sharing.state()
    assert (state.trouble, state.unsent > 0) == ("SharedSideNewer", True)
    # Everything goes on here meanwhile, and goes out once the program is new enough.
    first.office.visits.register(first.clerk, NewVisit("SEAL"))
    shared.stored(f"UPDATE meta SET protocol = {PROTOCOL}")
    shared.settled(first, second)


def test_a_release_that_understands_more_reads_everything_again(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    for _ in range(3):
        second.office.visits.register(second.clerk, NewVisit("SEAL"))
    shared.settled(first, second)
    # As a program leaves it that did not know the column and the entity yet.
    stored(first.home, "UPDATE visit SET registered_by = ''")
    stored(first.home, "DELETE FROM slip")
    stored(first.home, "UPDATE shared_link SET pulled_with = '0002'")
    assert not first.compare().agree
    assert first.exchange().pulled > 3
    assert first.compare().agree
    assert {one.registered_by for one in first.office.visits.list_day(first.clerk)} != {""}
    assert first.exchange().pulled == 0


@pytest.mark.parametrize("release", sorted(path.name for path in HOMES.iterdir()))
def test_a_home_of_an_earlier_release_begins_a_shared_side(shared: SharedOffice, tmp_path: Path, release: str) -> None:
    with tarfile.open(HOMES / release / "home.tar.gz") as packed:
        packed.extractall(tmp_path, filter="data")
    recorded = json.loads((HOMES / release / "recorded.json").read_text(encoding="utf-8"))
    first = shared.begin(Home(tmp_path / "home"), SetClock(LAST_MOMENT))
    second = shared.join(first, "7")
    shared.settled(first, second)
    days = [date.fromisoformat(day) for day in recorded["figures"]]
    listed = [one for day in days for one in reversed(first.office.visits.list_day(first.clerk, day))]
    assert {one.id: one.number for one in listed} == {one["id"]: one["number"] for one in recorded["visits"]}
    for day in days:
        here = first.office.visits.list_day(first.clerk, day)
        there = second.office.visits.list_day(second.clerk, day)
        assert [replace(one, slip_state=None) for one in there] == [replace(one, slip_state=None) for one in here]
        figures = [desk.office.summaries.day(desk.supervisor, day) for desk in (first, second)]
        assert figures[0].visits == figures[1].visits
    # It goes on: both give numbers, and everybody who waited can be called at either counter.
    second.office.visits.register(second.clerk, NewVisit("SEAL"))
    first.office.visits.register(first.clerk, NewVisit("SEAL"))
    shared.settled(first, second)
