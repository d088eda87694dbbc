"""What a counter has made itself it is not told again, of both kinds; what anybody has changed of it, it always is."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from app.domain.sharing import EVERY_PLACE, Cursor, Document, Operation, Result
from tests.support.hubs import LONG_AGO, Counter, HubKit, locked, record_key


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def told(counter: Counter, own_before: int, limit: int = 200) -> dict[str, Document]:
    """By row id, all that the counter is told from its cursor on; the cursor moves."""
    found: dict[str, Document] = {}
    for _ in range(200):
        page = counter.hub.pull(counter.home, counter.epoch, counter.cursor, limit, LONG_AGO, own_before)
        assert len(page.documents) <= limit
        assert page.cursor >= counter.cursor
        counter.cursor = page.cursor
        found |= {document.row_id: document for document in page.documents}
        if not page.more:
            return found
    raise AssertionError("the feed never ends")


def test_what_it_has_just_made_a_counter_is_not_told(a: Counter, b: Counter) -> None:
    a.catch_up()
    b.catch_up()
    visit = a.visit(1)
    made = [visit, a.step(visit.row_id), a.create("service", "S001", {"name": "여권"})]
    own_before = min(outcome.place for outcome in a.push(*made))
    before = a.cursor
    assert told(a, own_before) == {}
    assert a.cursor > before
    assert told(a, EVERY_PLACE) == {}
    assert told(b, own_before).keys() == {operation.row_id for operation in made}


def test_without_saying_so_it_is_told_everything(a: Counter) -> None:
    a.catch_up()
    visit = a.visit(1)
    outcome = a.do(visit)
    assert told(a, outcome.place + 1).keys() == {visit.row_id}
    a.cursor = Cursor()
    assert visit.row_id in told(a, EVERY_PLACE)


def test_what_was_made_before_is_told(a: Counter) -> None:
    a.catch_up()
    older, newer = a.visit(1), a.visit(2)
    a.do(older)
    assert told(a, a.do(newer).place).keys() == {older.row_id}


@pytest.mark.parametrize("limit", [1, 2, 200])
def test_what_others_made_is_told_between_what_is_not(a: Counter, b: Counter, limit: int) -> None:
    a.catch_up()
    places, others = [], []
    for number in range(6):
        places.append(a.do(a.visit(number)).place)
        others.append(b.visit(number))
        b.do(others[-1])
    places += [a.do(a.visit(number)).place for number in range(6, 10)]
    assert told(a, min(places), limit).keys() == {visit.row_id for visit in others}
    page = a.hub.pull(a.home, a.epoch, a.cursor, limit, LONG_AGO)
    assert (page.documents, page.more) == ((), False)


def edited(_: Counter, b: Counter, visit: Operation) -> None:
    b.do(b.edit("visit", visit.row_id, {"status": "left"}, seen=1))


def edited_alike(_: Counter, b: Counter, visit: Operation) -> None:
    b.do(b.edit("visit", visit.row_id, {"status": "serving"}, seen=1))


def edited_by_itself(a: Counter, _: Counter, visit: Operation) -> None:
    a.do(a.edit("visit", visit.row_id, {"status": "left"}, seen=1))


def erased(_: Counter, b: Counter, visit: Operation) -> None:
    b.do(b.erase("visit", visit.row_id))


def handed_over(_: Counter, b: Counter, visit: Operation) -> None:
    b.do(b.edit("visit", visit.row_id, {"department_code": "D002"}, seen=1))


CHANGES = [edited, edited_alike, edited_by_itself, erased, handed_over]


@pytest.mark.parametrize("change", CHANGES, ids=lambda change: change.__name__)
def test_what_anybody_has_changed_is_told(
    a: Counter, b: Counter, change: Callable[[Counter, Counter, Operation], None]
) -> None:
    a.catch_up()
    visit, untouched = a.visit(1, note=locked("ab12")), a.visit(2)
    outcomes = a.push(visit, untouched, keys=(record_key("visit", visit.row_id),))
    own_before = min(outcome.place for outcome in outcomes)
    change(a, b, visit)
    came = told(a, own_before)
    assert came.keys() == {visit.row_id}
    assert came[visit.row_id].version == 2
    assert came[visit.row_id].erased == (change is erased)


def test_what_changes_after_it_was_passed_over_is_told(a: Counter, b: Counter) -> None:
    a.catch_up()
    visit = a.visit(1)
    own_before = a.do(visit).place
    assert told(a, own_before) == {}
    edited(a, b, visit)
    assert told(a, own_before).keys() == {visit.row_id}


def test_what_comes_to_a_record_that_was_erased_before_is_told_as_erased(a: Counter, b: Counter) -> None:
    a.catch_up()
    visit = a.visit(1, note=locked("ab12"))
    b.do(b.erase("visit", visit.row_id))
    outcome = a.do(visit)
    came = told(a, outcome.place)[visit.row_id]
    assert (came.version, came.erased, came.fields["note"]) == (1, True, "")


def test_a_conflict_of_its_own_is_told(a: Counter, b: Counter) -> None:
    visit = a.visit(1)
    a.do(visit)
    edited(a, b, visit)
    a.catch_up()
    made = a.visit(2)
    outcomes = a.push(made, a.edit("visit", visit.row_id, {"status": "absent"}, seen=1))
    assert outcomes[1].result is Result.CONFLICT
    came = told(a, min(outcome.place for outcome in outcomes))
    assert {document.entity for document in came.values()} == {"visit", "conflict"}
    assert made.row_id not in came


def test_what_two_made_is_told_to_the_second_one(a: Counter, b: Counter) -> None:
    a.do(a.create("service", "S001", {"name": "여권"}))
    b.catch_up()
    fresh = b.create("service", "S002", {"name": "인감"})
    outcomes = b.push(fresh, b.create("service", "S001", {"name": "전입"}))
    assert [outcome.result for outcome in outcomes] == [Result.APPLIED, Result.CONFLICT]
    (conflict,) = told(b, outcomes[0].place).values()
    assert conflict.entity == "conflict"
    b.cursor = Cursor()
    assert {"S001", conflict.row_id} <= told(b, outcomes[0].place).keys()


def test_answers_of_a_push_made_again_leave_out_the_same(a: Counter) -> None:
    a.catch_up()
    offer = a.offer(a.visit(1), a.visit(2))
    first = a.hub.push(offer)  # and nobody hears of it
    again = a.send(offer)
    assert [outcome.place for outcome in again] == [outcome.place for outcome in first]
    assert told(a, min(outcome.place for outcome in again)) == {}


def test_steps_that_go_to_another_department_with_their_visit_are_not_told_again(a: Counter, b: Counter) -> None:
    a.catch_up()
    visit = a.visit(1)
    outcomes = a.push(visit, a.step(visit.row_id))
    handed_over(a, b, visit)
    assert told(a, outcomes[0].place).keys() == {visit.row_id}
