"""The feed of both kinds: nothing skipped, nothing for ever, parents first, and only what a counter may hold."""

from __future__ import annotations

import random
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta

import pytest

from app.domain.sharing import Cursor, Operation
from tests.support.hubs import DAY, Counter, HubKit


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def assert_parents_first(counter: Counter) -> None:
    """Whatever came for the first time came after its visit."""
    seen: set[tuple[str, str]] = set()
    for name in counter.came:
        visit_id = counter.replica[name].fields.get("visit_id")
        assert visit_id is None or ("visit", visit_id) in seen, f"{name} came before its visit"
        seen.add(name)


def assert_same(counter: Counter, other: Counter) -> None:
    ours = {name: (doc.version, doc.fields) for name, doc in counter.catch_up().items()}
    assert ours == {name: (doc.version, doc.fields) for name, doc in other.catch_up().items()}


# --- pages -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("limit", [1, 2, 3, 7, 500])
def test_every_document_comes_whatever_the_page(a: Counter, b: Counter, limit: int) -> None:
    visits = [a.visit(number) for number in range(5)]
    a.push(*visits, *(a.step(visit.row_id) for visit in visits))
    a.push(*(a.edit("visit", visit.row_id, {"status": "done"}, seen=1) for visit in visits))
    assert b.names("visit", limit=limit) == {visit.row_id for visit in visits}
    assert len(b.names("visit_step")) == 5
    assert {doc.fields["status"] for (entity, _), doc in b.replica.items() if entity == "visit"} == {"done"}
    assert_parents_first(b)


def test_a_page_is_no_longer_than_asked(a: Counter, b: Counter) -> None:
    a.push(*(a.visit(number) for number in range(10)))
    page = b.pull(limit=4)
    assert (len(page.documents), page.more) == (4, True)


def test_when_all_was_read_nothing_comes_until_something_changes(a: Counter, b: Counter) -> None:
    visit = a.visit(1)
    a.do(visit)
    b.catch_up()
    page = b.pull()
    assert (page.documents, page.more) == ((), False)
    assert b.pull().cursor == page.cursor
    a.do(a.edit("visit", visit.row_id, {"status": "done"}, seen=1))
    (document,) = b.pull().documents
    assert (document.row_id, document.version, document.home) == (visit.row_id, 2, a.home)


def test_a_changed_record_comes_with_what_stands_now(a: Counter, b: Counter) -> None:
    visit = a.visit(1)
    outcome = a.do(visit)
    for status in ("called", "serving", "done"):
        a.do(a.edit("visit", visit.row_id, {"status": status}, seen=1))
    b.catch_up(limit=1)
    assert {doc.version for doc in b.replica.values() if doc.row_id == visit.row_id} == {4}
    assert b.replica["visit", visit.row_id].place == outcome.place


def test_the_cursor_only_goes_forward(a: Counter, b: Counter) -> None:
    a.push(*(a.visit(number) for number in range(20)))
    cursors = [Cursor()]
    while b.pull(limit=3).more:
        cursors.append(b.cursor)
    assert cursors == sorted(set(cursors))


def test_places_order_what_was_made(a: Counter, b: Counter) -> None:
    places = [outcome.place for number in range(5) for outcome in a.push(a.visit(number))]
    assert places == sorted(set(places))
    visits = {doc.fields["seq"]: doc.place for (entity, _), doc in b.catch_up().items() if entity == "visit"}
    assert [visits[number] for number in range(5)] == places


@pytest.mark.parametrize("seed", range(3))
def test_two_that_push_and_pull_at_once_end_with_the_same(a: Counter, b: Counter, seed: int) -> None:
    """Each reads while the other writes; whatever the order of the commits, nothing is passed over."""
    a.do(a.create("department", "D001", {"name": "", "phone": ""}))

    def work(counter: Counter) -> None:
        chance = random.Random(seed + ord(counter.counter_code))
        made: list[Operation] = []
        for number in range(25):
            visit = counter.visit(number)
            changes = [visit, counter.step(visit.row_id)]
            changes += [counter.edit("visit", other.row_id, {"note": str(number)}, seen=1) for other in made[-2:]]
            name = chance.choice(("name", "phone"))
            changes.append(counter.edit("department", "D001", {name: f"{counter.counter_code}{number}"}, seen=1))
            counter.push(*changes)
            made.append(visit)
            counter.pull(limit=chance.choice((1, 5, 50)))

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(work, (a, b)))
    assert len(a.names("visit")) == 50
    assert len(b.names("visit_step")) == 50
    assert_same(a, b)
    assert_parents_first(a)
    assert_parents_first(b)


# --- what a counter may hold -----------------------------------------------------------------------------------------


def test_old_visits_of_others_are_not_held(a: Counter, b: Counter) -> None:
    old, new = a.visit(1, day=DAY - timedelta(days=40)), a.visit(2)
    a.push(old, new, a.step(old.row_id), a.step(new.row_id))
    hold_from = DAY - timedelta(days=30)
    assert b.names("visit", limit=1, hold_from=hold_from) == {new.row_id}
    assert len(b.names("visit_step", hold_from=hold_from)) == 1
    assert a.names("visit", hold_from=hold_from) == {old.row_id, new.row_id}


def test_a_feed_of_nothing_for_this_counter_ends(a: Counter, b: Counter) -> None:
    b.catch_up()
    before = b.cursor
    a.push(*(a.visit(number, day=date(2020, 1, 1)) for number in range(30)))
    page = b.pull(limit=1, hold_from=DAY)
    while page.more:
        page = b.pull(limit=1, hold_from=DAY)
    assert b.cursor > before
    assert "visit" not in {entity for entity, _ in b.replica}
    assert b.pull(limit=1, hold_from=DAY).cursor == page.cursor


def test_visits_of_other_departments_are_not_held(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D002"])
    ours, theirs = a.visit(1, department="D002"), a.visit(2, department="D001")
    a.push(a.create("department", "D001", {"name": "민원과"}), ours, theirs, a.step(ours.row_id), a.step(theirs.row_id))
    assert b.names("visit") == {ours.row_id}
    assert len(b.names("visit_step")) == 1
    assert "D001" in b.names("department")


def test_a_home_holds_its_own_visits_whatever_their_department(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D002"])
    visit = b.visit(1, department="D001")
    b.push(visit, b.step(visit.row_id))
    a.do(a.edit("visit", visit.row_id, {"status": "done"}, seen=1))
    assert b.document("visit", visit.row_id).fields["status"] == "done"
    assert len(b.names("visit_step")) == 1
    assert_parents_first(b)


def test_a_visit_handed_to_a_department_comes_there_with_its_steps(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D002"])
    visit = a.visit(1)
    a.push(visit, a.step(visit.row_id))
    assert b.names("visit") == set()
    handed = a.step(visit.row_id, "handed_over")
    a.push(handed, a.edit("visit", visit.row_id, {"department_code": "D002"}, seen=1))
    assert b.names("visit", limit=1) == {visit.row_id}
    assert len(b.names("visit_step")) == 2
    assert_parents_first(b)


def test_a_conflict_goes_where_its_record_goes(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    c = hub_kit.joined("C")
    hub_kit.limit_departments(c.home, ["D009"])
    visit = a.visit(1)
    a.do(visit)
    a.do(a.edit("visit", visit.row_id, {"status": "called"}, seen=1))
    b.do(b.edit("visit", visit.row_id, {"status": "left"}, seen=1))
    assert len(a.names("conflict")) == len(b.names("conflict")) == 1
    assert c.names("conflict") == set()


def test_everybody_holds_the_directory(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, [])
    a.push(a.create("person", "clerk1", {"role": "clerk"}), a.create("service", "S001", {"name": "여권"}))
    assert b.names("person", hold_from=DAY) == {"clerk1"}
    assert b.names("service", hold_from=DAY) == {"S001"}
