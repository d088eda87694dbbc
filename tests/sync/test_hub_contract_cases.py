"""Cases on both kinds of shared side: who is given one and for how long, what goes with it, and who may ask for it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from app.domain.errors import NotAllowed
from app.domain.sharing import Document, Refusal, Result, Wanted
from tests.support.hubs import DAY, Counter, HubKit, locked, record_key

LONG_OVER = DAY - timedelta(days=400)


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def of_cases(counter: Counter, hold_from: date = DAY) -> set[tuple[str, str]]:
    """What the counter has been told of cases and what belongs to them."""
    names = counter.catch_up(hold_from=hold_from)
    return {name for name in names if name[0] in ("case_file", "case_step", "attachment", "conflict")}


def has_left(document: Document) -> bool:
    return (document.fields, document.key) == ({"left": True}, None)


# --- for how long -----------------------------------------------------------------------------------------------------


def test_an_open_case_goes_to_every_counter_with_what_belongs_to_it(a: Counter, b: Counter) -> None:
    case = a.case(received_at="2019-01-02T01:00:00+00:00")
    step, scan = a.case_step(case.row_id), a.attachment(case.row_id)
    a.push(scan, step, case)
    assert of_cases(b) == {("case_file", case.row_id), ("case_step", step.row_id), ("attachment", scan.row_id)}
    entities = [entity for entity, _ in b.came if entity in ("case_file", "case_step", "attachment")]
    assert entities[0] == "case_file"


def test_a_case_that_ended_is_given_as_long_as_a_visit_of_that_day(a: Counter, b: Counter) -> None:
    new, old = a.case(ended_on=DAY.isoformat()), a.case(ended_on=LONG_OVER.isoformat())
    a.push(new, old, a.case_step(new.row_id), a.case_step(old.row_id), a.attachment(old.row_id))
    assert {row_id for entity, row_id in of_cases(b) if entity == "case_file"} == {new.row_id}
    assert len(of_cases(b)) == 2
    # Whoever made it has it whatever its day.
    assert old.row_id in a.names("case_file", hold_from=DAY)


def test_closing_a_case_ends_it_for_whoever_begins_later_and_reopening_brings_all_of_it_back(
    hub_kit: HubKit, a: Counter, b: Counter
) -> None:
    case = a.case()
    step = a.case_step(case.row_id)
    a.push(case, step)
    a.push(a.edit("case_file", case.row_id, {"ended_on": LONG_OVER.isoformat()}, seen=1))
    assert of_cases(b) == set()
    before = len(b.came)
    a.push(a.edit("case_file", case.row_id, {"ended_on": None}, seen=2))
    assert of_cases(b) == {("case_file", case.row_id), ("case_step", step.row_id)}
    came = [name for name in b.came[before:] if name[0].startswith("case")]
    assert came[0] == ("case_file", case.row_id)
    assert of_cases(hub_kit.joined("C")) == of_cases(b)


def test_what_is_added_to_a_case_goes_where_the_case_goes(a: Counter, b: Counter) -> None:
    case = a.case(ended_on=LONG_OVER.isoformat())
    a.push(case)
    a.push(a.case_step(case.row_id, "objected"))
    assert of_cases(b) == set()
    a.push(a.edit("case_file", case.row_id, {"ended_on": DAY.isoformat()}, seen=1))
    assert len(of_cases(b)) == 2


# --- to whom ----------------------------------------------------------------------------------------------------------


def test_departments_limit_whose_cases_are_given(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D002"])
    ours, theirs = a.case(department="D002"), a.case(department="D001", title=locked("x"))
    a.push(
        ours,
        theirs,
        a.case_step(ours.row_id),
        a.case_step(theirs.row_id),
        keys=(record_key("case_file", theirs.row_id),),
    )
    told = {name: document for name, document in b.catch_up(hold_from=DAY).items() if name in of_cases(b)}
    assert not has_left(told["case_file", ours.row_id])
    assert {name for name, document in told.items() if not has_left(document)} == {
        ("case_file", ours.row_id),
        *((d.entity, d.row_id) for d in told.values() if d.fields.get("case_id") == ours.row_id),
    }
    assert {name[1] for name, document in told.items() if has_left(document)} <= {theirs.row_id}


def test_a_case_that_goes_to_another_department_leaves_with_nothing_said_and_comes_back_whole(
    hub_kit: HubKit, a: Counter, b: Counter
) -> None:
    hub_kit.limit_departments(b.home, ["D001"])
    case = a.case(title=locked("x"))
    step = a.case_step(case.row_id)
    a.push(case, step, keys=(record_key("case_file", case.row_id),))
    assert not has_left(b.document("case_file", case.row_id))
    a.push(a.edit("case_file", case.row_id, {"department_code": "D002"}, seen=1))
    before = len(b.came)
    assert has_left(b.document("case_file", case.row_id))
    assert ("case_step", step.row_id) not in b.came[before:]
    a.push(a.edit("case_file", case.row_id, {"department_code": "D001"}, seen=2))
    before = len(b.came)
    assert b.document("case_file", case.row_id).fields["title"] == locked("x")
    assert ("case_step", step.row_id) in b.came[before:]


def test_whoever_made_a_case_keeps_it_when_it_goes_to_another_department(
    hub_kit: HubKit, a: Counter, b: Counter
) -> None:
    hub_kit.limit_departments(b.home, ["D001"])
    case = b.case()
    b.push(case)
    a.catch_up()
    a.push(a.edit("case_file", case.row_id, {"department_code": "D002"}, seen=1))
    step = a.case_step(case.row_id)
    a.push(step)
    assert b.document("case_file", case.row_id).fields["department_code"] == "D002"
    assert ("case_step", step.row_id) in of_cases(b)


# --- merging ----------------------------------------------------------------------------------------------------------


def test_what_belongs_to_a_case_that_is_not_there_is_refused(a: Counter) -> None:
    for orphan in (a.case_step("nowhere"), a.attachment("nowhere"), a.edit("case_file", "nowhere", {"period": "7d"})):
        outcome = a.do(orphan)
        assert (outcome.result, outcome.reason) == (Result.REFUSED, Refusal.ORPHAN.value)
    # A card names the case that was made of it, and belongs to none.
    assert a.do(a.create("card", "c1", {"case_id": "nowhere", "side": "missed"})).result is Result.APPLIED


def test_a_visit_and_a_case_of_one_id_keep_what_is_theirs(a: Counter, b: Counter) -> None:
    visit = a.visit(1, "one-id", day=LONG_OVER)
    case = a.case("one-id")
    a.push(visit, case)
    visit_step, case_step = a.step("one-id"), a.case_step("one-id")
    a.push(visit_step, case_step)
    assert of_cases(b) == {("case_file", "one-id"), ("case_step", case_step.row_id)}
    assert ("visit_step", visit_step.row_id) not in b.catch_up(hold_from=DAY)


def test_cases_have_no_number_that_only_one_may_have(a: Counter, b: Counter) -> None:
    said: dict[str, Any] = {"counter_code": "A", "day": DAY.isoformat(), "seq": 1}
    assert a.do(a.visit(1)).result is Result.APPLIED
    assert a.do(a.case(**said)).result is Result.APPLIED
    assert b.do(b.case(**said)).result is Result.APPLIED


def test_two_who_close_a_case_at_once_both_have_their_step_and_fields_merge(a: Counter, b: Counter) -> None:
    case = a.case()
    a.push(case)
    b.catch_up()
    mine, theirs = a.case_step(case.row_id, "closed"), b.case_step(case.row_id, "closed")
    first = a.do(a.edit("case_file", case.row_id, {"ended_on": "2026-11-20"}, seen=1), mine)
    second = b.do(b.edit("case_file", case.row_id, {"ended_on": "2026-11-20", "period": "7d"}, seen=1), theirs)
    assert (first.result, second.result) == (Result.APPLIED, Result.APPLIED)
    told = [a.catch_up(), b.catch_up()]
    places = [[replica["case_step", step.row_id].place for step in (mine, theirs)] for replica in told]
    assert places[0] == places[1] == sorted(places[0])
    assert told[0]["case_file", case.row_id].fields == told[1]["case_file", case.row_id].fields


def test_a_conflict_about_a_case_goes_where_the_case_goes(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D001"])
    case = a.case(department="D002")
    a.push(case)
    other = hub_kit.joined("C")
    other.catch_up()
    a.push(a.edit("case_file", case.row_id, {"period": "7d"}, seen=1))
    outcome = other.do(other.edit("case_file", case.row_id, {"period": "14d"}, seen=1))
    assert outcome.result is Result.CONFLICT
    assert len(a.names("conflict")) == 1
    assert b.names("conflict") == set()


@pytest.mark.parametrize("entity", ["case_file", "case_step", "attachment", "card", "incident", "re_review"])
def test_what_is_personal_is_erased_for_good(a: Counter, b: Counter, entity: str) -> None:
    case = a.case("case-1")
    a.push(case)
    row_id = "case-1" if entity == "case_file" else "r1"
    if entity == "case_file":
        a.push(a.edit(entity, row_id, {"text": locked("x")}, seen=1), keys=(record_key(entity, row_id),))
    else:
        fields = {"case_id": "case-1", "text": locked("x")}
        a.push(a.create(entity, row_id, fields), keys=(record_key(entity, row_id),))
    assert b.document(entity, row_id).key is not None
    assert b.do(b.erase(entity, row_id)).result is Result.APPLIED
    gone = a.document(entity, row_id)
    assert (gone.erased, gone.key, gone.fields["text"]) == (True, None, "")


@pytest.mark.parametrize("entity", ["improvement", "improvement_review", "precedent"])
def test_what_is_not_personal_is_erased_by_nobody(a: Counter, entity: str) -> None:
    a.push(a.create(entity, "r1", {"title": "x"}))
    assert a.do(a.erase(entity, "r1")).reason == Refusal.FORBIDDEN.value


# --- asked for --------------------------------------------------------------------------------------------------------


def test_a_case_is_asked_for_with_what_belongs_to_it(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    old, other = a.case(ended_on=LONG_OVER.isoformat()), a.case(ended_on=LONG_OVER.isoformat())
    a.push(old, other, a.case_step(old.row_id), a.attachment(old.row_id), a.case_step(other.row_id))
    found = b.fetch(Wanted.CASE, old.row_id)
    assert (found[0].entity, found[0].row_id) == ("case_file", old.row_id)
    assert sorted(document.entity for document in found) == ["attachment", "case_file", "case_step"]
    assert b.fetch(Wanted.CASE, "nowhere") == ()
    logged = hub_kit.stored("SELECT home, login, role, wanted, argument FROM access_log")
    assert logged == [(b.home, "clerk1", "clerk", "case", wanted) for wanted in (old.row_id, "nowhere")]
    hub_kit.limit_departments(b.home, ["D002"])
    assert b.fetch(Wanted.CASE, old.row_id) == ()


def test_the_audit_officer_may_ask_for_their_cases_only(a: Counter, b: Counter) -> None:
    theirs, other = a.case(to_auditor=True), a.case()
    a.push(theirs, other, a.case_step(theirs.row_id), a.case_step(other.row_id))
    assert len(b.fetch(Wanted.CASE, theirs.row_id, "auditor")) == 2
    assert b.fetch(Wanted.CASE, other.row_id, "auditor") == ()
    assert b.fetch(Wanted.CASE, a.visit(1).row_id, "auditor") == ()


@pytest.mark.parametrize("role", ["admin", "", "root"])
def test_nobody_else_may_ask_for_a_case(a: Counter, role: str) -> None:
    with pytest.raises(NotAllowed):
        a.fetch(Wanted.CASE, "c1", role)
