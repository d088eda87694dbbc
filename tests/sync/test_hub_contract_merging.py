"""What becomes of operations, on both kinds of shared side: exactly once, merged field by field, nothing lost."""

from __future__ import annotations

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from typing import Any

import pytest

from app.domain.sharing import Outcome, Refusal, Result, Wanted
from tests.support.hubs import Counter, HubKit, audit_row, locked, new_id, record_key


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def department(counter: Counter, **fields: Any) -> str:
    row_id = f"D{counter.n:03d}"
    outcome = counter.do(counter.create("department", row_id, {"number": 1, "name": "민원과", "phone": "", **fields}))
    assert (outcome.result, outcome.version) == (Result.APPLIED, 1)
    return row_id


def conflicts(counter: Counter) -> list[dict[str, Any]]:
    return [dict(doc.fields) for (entity, _), doc in counter.catch_up().items() if entity == "conflict"]


# --- exactly once ----------------------------------------------------------------------------------------------------


def test_no_counter_changes_the_key_answers_are_sealed_to_or_erases_more_than_words(hub_kit: HubKit) -> None:
    a = hub_kit.admitted()
    a.do(a.create("audit_key", "auditor1", {"public": "aa" * 32, "made_at": "2026-11-20T00:00:00+00:00"}))
    a.do(a.create("person", "clerk9", {"role": "clerk"}))
    for operation in (a.edit("audit_key", "auditor1", {"public": "bb" * 32}), a.erase("person", "clerk9")):
        refused = a.do(operation)
        assert (refused.result, refused.reason) == (Result.REFUSED, Refusal.FORBIDDEN)
    assert a.document("audit_key", "auditor1").fields["public"] == "aa" * 32
    assert not a.document("person", "clerk9").erased


def test_an_operation_offered_again_gets_the_answer_it_got(a: Counter) -> None:
    visit = a.visit(1)
    operations = (visit, a.step(visit.row_id), a.edit("visit", visit.row_id, {"status": "done"}, seen=1))
    first = a.push(*operations)
    assert [outcome.op_id for outcome in first] == [operation.op_id for operation in operations]
    assert a.push(*operations) == first
    assert a.document("visit", visit.row_id).version == 2
    assert len(a.names("visit_step")) == 1


def test_outcomes_come_in_the_order_offered(a: Counter) -> None:
    visit, other = a.visit(1), a.visit(2)
    offered = (a.step(visit.row_id), a.step(other.row_id), other, visit)
    outcomes = a.push(*offered)
    assert [outcome.op_id for outcome in outcomes] == [operation.op_id for operation in offered]
    assert {outcome.result for outcome in outcomes} == {Result.APPLIED}
    assert len({outcome.place for outcome in outcomes}) == 4


def test_the_same_operation_twice_in_one_push_is_one(a: Counter) -> None:
    visit = a.visit(1)
    first, second = a.push(visit, visit)
    assert first == second
    assert first.result is Result.APPLIED


def test_the_same_push_from_two_connections_at_once_is_one(hub_kit: HubKit, a: Counter) -> None:
    """A counter that gave up waiting asks again while the first try is still under way."""
    hubs = [hub_kit.hub(a.login) for _ in range(2)]
    for _ in range(8):
        visits = [a.visit(a.n) for _ in range(20)]
        push = a.offer(*visits, *(a.step(visit.row_id) for visit in visits))
        with ThreadPoolExecutor(2) as pool:
            answers = list(pool.map(lambda hub, push=push: hub.push(push), hubs))
        a.ticket = push.following
        assert answers[0] == answers[1]
        assert {outcome.result for outcome in answers[0]} == {Result.APPLIED}
    assert {document.version for (entity, _), document in a.catch_up().items() if entity == "visit"} == {1}
    assert len(a.names("visit")) == len(a.names("visit_step")) == 160


def test_two_homes_that_offer_the_same_operation_get_one_answer(a: Counter, b: Counter) -> None:
    """Two PCs cloned from one disk have the same outbox."""
    operations = [a.create("person", f"clerk{number}", {"role": "clerk"}) for number in range(30)]
    with ThreadPoolExecutor(2) as pool:
        first, second = pool.map(lambda counter: counter.push(*operations), (a, b))
    assert first == second
    assert {document.version for (entity, _), document in a.catch_up().items() if entity == "person"} == {1}


def test_a_record_made_twice_stays_as_it_was_made_first(a: Counter, b: Counter) -> None:
    first = a.do(a.create("department", "D001", {"name": "민원과"}))
    second = b.do(b.create("department", "D001", {"name": "세무과"}))
    assert (second.result, second.version) == (Result.CONFLICT, 1)
    found = b.document("department", "D001")
    assert (found.fields, found.place, found.home) == ({"name": "민원과"}, first.place, a.home)
    ((_, both),) = [(row_id, one.fields) for (entity, row_id), one in b.replica.items() if entity == "conflict"]
    assert (both["entity"], both["row_id"], both["fields"].keys()) == ("department", "D001", {"name"})
    assert (both["fields"]["name"]["kept"], both["fields"]["name"]["other"]) == ("민원과", "세무과")


def test_a_record_made_twice_alike_is_no_conflict(a: Counter, b: Counter) -> None:
    """Nor is what only one of them names and leaves empty, nor text that nobody else can open."""
    a.do(a.create("person", "clerk7", {"role": "clerk", "name": locked("one")}))
    again = b.do(b.create("person", "clerk7", {"role": "clerk", "name": locked("two"), "retired_at": None}))
    assert (again.result, again.version) == (Result.EXISTS, 1)
    assert a.do(a.create("person", "clerk7", {"role": "admin"})).result is Result.EXISTS
    assert b.names("conflict") == set()


def test_a_conflict_is_settled_by_two_at_once_without_another_one(a: Counter, b: Counter) -> None:
    a.do(a.create("department", "D001", {"name": "민원과"}))
    b.do(b.create("department", "D001", {"name": "세무과"}))
    (about,) = a.names("conflict")
    results = [
        one.do(one.edit("conflict", about, {"settled_by": login, "settled_at": login}, seen=1)).result
        for one, login in ((a, "clerk1"), (b, "clerk2"))
    ]
    assert results == [Result.APPLIED, Result.APPLIED]
    assert b.names("conflict") == {about}
    assert b.document("conflict", about).fields["settled_by"] == "clerk2"


def test_places_follow_the_order_in_which_a_home_did_things(a: Counter) -> None:
    """Ids do not tell it: a clock that was put back makes them sort the other way."""
    visit = a.visit(1)
    steps = [a.create("visit_step", f"{9 - n}", {"visit_id": visit.row_id, "kind": "called"}) for n in range(5)]
    outcomes = a.push(*reversed(steps), visit)
    places = [outcome.place for outcome in outcomes]
    assert places == sorted(places, reverse=True)
    assert len(set(places)) == 6
    found = {row_id: one.place for (entity, row_id), one in a.catch_up().items() if entity == "visit_step"}
    assert found == {step.row_id: outcome.place for step, outcome in zip(reversed(steps), outcomes, strict=False)}


# --- merging ---------------------------------------------------------------------------------------------------------


def test_edits_of_different_fields_both_stay(a: Counter, b: Counter) -> None:
    row_id = department(a)
    assert a.do(a.edit("department", row_id, {"name": "민원여권과"}, seen=1)).version == 2
    merged = b.do(b.edit("department", row_id, {"phone": "02-120"}, seen=1))
    assert (merged.result, merged.version) == (Result.APPLIED, 3)
    assert b.document("department", row_id).fields == {"number": 1, "name": "민원여권과", "phone": "02-120"}
    assert conflicts(a) == []


def test_edits_of_the_same_field_keep_both_values(a: Counter, b: Counter) -> None:
    row_id = department(a)
    a.do(a.edit("department", row_id, {"name": "여권과", "phone": "02-120"}, seen=1, by="admin"))
    edit = b.edit("department", row_id, {"name": "민원1과"}, seen=1, by="admin2")
    outcome = b.do(edit)
    assert (outcome.result, outcome.version) == (Result.CONFLICT, 3)
    assert b.document("department", row_id).fields == {"number": 1, "name": "민원1과", "phone": "02-120"}
    (told,) = conflicts(a)
    clash = told["fields"].pop("name")
    assert told == {"entity": "department", "row_id": row_id, "fields": {}}
    assert (clash["kept"], clash["kept_by"], clash["other"], clash["other_by"]) == (
        "민원1과",
        "admin2",
        "여권과",
        "admin",
    )
    assert clash["other_at"] < clash["kept_at"]
    assert a.document("conflict", edit.op_id).version == 1


def test_a_conflict_offered_again_is_one_conflict(a: Counter, b: Counter) -> None:
    row_id = department(a)
    a.do(a.edit("department", row_id, {"name": "여권과"}, seen=1))
    edit = b.edit("department", row_id, {"name": "민원1과"}, seen=1)
    assert b.do(edit) == b.do(edit)
    assert len(conflicts(a)) == 1
    assert a.document("department", row_id).version == 3


def test_who_has_not_seen_the_record_at_all_conflicts_with_its_maker(a: Counter, b: Counter) -> None:
    row_id = department(a)
    assert b.do(b.edit("department", row_id, {"name": "여권과"}, seen=0)).result is Result.CONFLICT


def test_the_same_value_is_no_conflict(a: Counter, b: Counter) -> None:
    row_id = department(a, phones=["02-120"])
    a.do(a.edit("department", row_id, {"name": "여권과", "phones": ["02-1", "02-2"]}, seen=1))
    same = b.do(b.edit("department", row_id, {"name": "여권과", "phones": ["02-1", "02-2"]}, seen=1))
    assert (same.result, same.version) == (Result.APPLIED, 3)
    assert conflicts(a) == []


def test_own_edits_are_no_conflict_whatever_was_seen(a: Counter) -> None:
    row_id = department(a)
    edits = [a.edit("department", row_id, {"name": f"{number}과"}, seen=1) for number in range(3)]
    assert [outcome.version for outcome in a.push(*edits)] == [2, 3, 4]
    assert a.document("department", row_id).fields["name"] == "2과"
    assert conflicts(a) == []


def test_a_field_seen_is_changed_without_a_conflict(a: Counter, b: Counter) -> None:
    row_id = department(a)
    a.do(a.edit("department", row_id, {"name": "여권과"}, seen=1))
    assert b.do(b.edit("department", row_id, {"name": "민원1과"}, seen=2)).result is Result.APPLIED


def test_a_new_field_is_no_conflict(a: Counter, b: Counter) -> None:
    row_id = department(a)
    added = b.do(b.edit("department", row_id, {"floor": 3}, seen=0))
    assert added.result is Result.APPLIED
    assert a.document("department", row_id).fields["floor"] == 3


def test_what_pcs_think_the_time_is_orders_nothing(a: Counter, b: Counter) -> None:
    row_id = department(a)
    a.do(replace(a.edit("department", row_id, {"name": "여권과"}, seen=1), at="2036-01-01T00:00:00+00:00"))
    b.do(replace(b.edit("department", row_id, {"name": "민원1과"}, seen=2), at="2016-01-01T00:00:00+00:00"))
    assert a.document("department", row_id).fields["name"] == "민원1과"


def test_edits_from_two_sides_at_once_leave_no_gap_in_the_versions(a: Counter, b: Counter) -> None:
    row_id = department(a)

    def edit(counter: Counter) -> list[Outcome]:
        return [counter.do(counter.edit("department", row_id, {"name": f"{n}"}, seen=1)) for n in range(15)]

    with ThreadPoolExecutor(2) as pool:
        versions = [outcome.version for outcomes in pool.map(edit, (a, b)) for outcome in outcomes]
    assert sorted(versions) == list(range(2, 32))
    assert a.document("department", row_id).version == 31


# --- what is refused -------------------------------------------------------------------------------------------------


def test_a_visit_number_is_given_once(a: Counter, b: Counter) -> None:
    a.do(a.visit(1))
    other = b.visit(1, counter_code=a.counter_code)
    refused = b.do(other, b.step(other.row_id))
    assert (refused.result, refused.reason) == (Result.REFUSED, Refusal.ORPHAN)
    taken = b.do(other)
    assert (taken.result, taken.reason, taken.place) == (Result.REFUSED, Refusal.NUMBER_TAKEN, 0)
    assert b.do(b.visit(1)).result is Result.APPLIED
    assert other.row_id not in a.names("visit")


def test_an_edit_does_not_take_a_number_either(a: Counter) -> None:
    first, second = a.visit(1), a.visit(2)
    a.push(first, second)
    refused = a.do(a.edit("visit", second.row_id, {"seq": 1}, seen=1))
    assert (refused.result, refused.reason) == (Result.REFUSED, Refusal.NUMBER_TAKEN)
    assert a.do(a.edit("visit", second.row_id, {"seq": 3}, seen=1)).result is Result.APPLIED
    assert a.do(a.visit(2)).result is Result.APPLIED


def test_what_is_not_there_is_not_changed(a: Counter) -> None:
    refused = a.do(a.edit("department", "D999", {"name": "여권과"}, seen=1))
    assert (refused.result, refused.reason, refused.place) == (Result.REFUSED, Refusal.ORPHAN, 0)
    orphan = a.do(a.step(new_id()))
    assert (orphan.result, orphan.reason) == (Result.REFUSED, Refusal.ORPHAN)
    assert a.names("visit_step") == set()


@pytest.mark.parametrize(
    "fields",
    [
        "[1, 2]",
        '"text"',
        "17",
        "null",
        '{"note": ',
        "",
        '{"note": "\\u0000"}',
        '{"\\u0000": 1}',
        '{"note": "a\0b"}',
        '{"note": "\\ud800"}',
        '{"note": ["\\udfff"]}',
        '{"note": NaN}',
        '{"note": "\ud800"}',
        json.dumps({"note": "가" * 22_000}, ensure_ascii=False),
    ],
)
def test_a_malformed_operation_is_refused_and_blocks_nobody(a: Counter, fields: str) -> None:
    visit = a.visit(1)
    offered = (visit, a.create("department", "D001", fields), a.step(visit.row_id))
    first = a.push(*offered)
    assert [outcome.result for outcome in first] == [Result.APPLIED, Result.REFUSED, Result.APPLIED]
    assert (first[1].reason, first[1].place, first[1].version) == (Refusal.MALFORMED, 0, 0)
    assert a.push(*offered) == first
    assert "D001" not in a.names("department")


def test_a_key_or_a_row_of_the_log_that_cannot_be_held_spoils_no_operation(a: Counter) -> None:
    spoilt = a.create("person", "a\0b", {"name": locked("가")})
    odd = replace(audit_row(1), login="a\0b", detail="\ud800")
    outcomes = a.push(a.visit(1), spoilt, a.visit(2), keys=(record_key("person", "a\0b"),), audits=(odd,))
    assert [outcome.result for outcome in outcomes] == [Result.APPLIED, Result.REFUSED, Result.APPLIED]
    assert a.push(audits=(replace(odd, n=2),)) == ()


def test_text_of_all_kinds_comes_back_as_it_went(a: Counter, b: Counter) -> None:
    fields = {"note": "가나다 \\u0000 '\"%s?:x 𝟙\n\t", "": "", "list": [1, 2.5, None, True, {"a": []}], "big": 2**53}
    a.do(a.create("department", "D 001/ㄱ?%", fields))
    assert b.document("department", "D 001/ㄱ?%").fields == fields


def test_an_entity_of_tomorrow_is_kept(a: Counter, b: Counter) -> None:
    assert a.do(a.create("case_file", "c1", {"title": "가로등"})).result is Result.APPLIED
    assert a.do(a.edit("case_file", "c1", {"title": "가로등 고장"}, seen=1)).version == 2
    assert b.document("case_file", "c1").fields == {"title": "가로등 고장"}


@pytest.mark.parametrize("entity", ["sealed", "survey_answer", "survey_day"])
def test_what_the_survey_server_writes_no_counter_writes(a: Counter, entity: str) -> None:
    refused = a.do(a.create(entity, "x", {"a": 1}))
    assert (refused.result, refused.reason) == (Result.REFUSED, Refusal.FORBIDDEN)


@pytest.mark.parametrize("fields", [{"public_key": "00" * 32}, {"key_until": "2099-12-31"}, {"home": "x"}])
def test_whose_slips_are_believed_no_counter_changes(a: Counter, b: Counter, fields: dict[str, str]) -> None:
    before = a.document("counter", "A")
    for counter in (a, b):
        refused = counter.do(counter.edit("counter", "A", fields, seen=99))
        assert (refused.result, refused.reason) == (Result.REFUSED, Refusal.FORBIDDEN)
    assert b.do(b.edit("counter", "A", {"name": "민원 1"}, seen=99)).result is Result.APPLIED
    assert a.document("counter", "A").fields == {**before.fields, "name": "민원 1"}


# --- erasing ---------------------------------------------------------------------------------------------------------


def test_erasing_takes_the_key_and_what_it_locked(a: Counter, b: Counter) -> None:
    visit = a.visit(1, note=locked("Zm9v"))
    key = record_key("visit", visit.row_id)
    a.push(visit, keys=(key,))
    assert b.document("visit", visit.row_id).key == key.key
    erased = a.do(a.erase("visit", visit.row_id))
    assert (erased.result, erased.version) == (Result.APPLIED, 2)
    found = b.document("visit", visit.row_id)
    assert (found.erased, found.key, found.fields["note"], found.fields["seq"]) == (True, None, "", 1)


def test_nothing_brings_back_what_was_erased(a: Counter, b: Counter) -> None:
    visit = a.visit(1, note=locked("Zm9v"))
    key = record_key("visit", visit.row_id)
    a.push(visit, keys=(key,))
    a.push(a.erase("visit", visit.row_id))
    again = b.push(b.edit("visit", visit.row_id, {"note": locked("YmFy"), "status": "done"}, seen=1), keys=(key,))
    assert again[0].result is Result.APPLIED
    found = b.document("visit", visit.row_id)
    assert (found.key, found.fields["note"], found.fields["status"]) == (None, "", "done")


def test_a_record_erased_before_it_comes_stays_erased(a: Counter, b: Counter) -> None:
    """A restored shared side hears the erasing before the home that made the record offers it again."""
    visit = a.visit(1, note=locked("Zm9v"))
    key = record_key("visit", visit.row_id)
    assert b.do(b.erase("visit", visit.row_id)).result is Result.APPLIED
    assert a.push(visit, keys=(key,))[0].result is Result.APPLIED
    found = b.document("visit", visit.row_id)
    assert (found.key, found.fields["note"], found.fields["seq"]) == (None, "", 1)


def test_a_key_offered_first_stays(a: Counter, b: Counter) -> None:
    visit = a.visit(1, note=locked("Zm9v"))
    key = record_key("visit", visit.row_id)
    a.push(visit, keys=(key,))
    b.push(keys=(replace(key, key=bytes(32)),))
    assert b.document("visit", visit.row_id).key == key.key


@pytest.mark.parametrize("table", ["op", "audit", "access_log"])
def test_the_ledger_and_the_access_log_can_not_be_rewritten(hub_kit: HubKit, a: Counter, table: str) -> None:
    a.push(a.visit(1), audits=(audit_row(1),))
    a.fetch(Wanted.DAY, "2026-11-20")
    for statement in (f"UPDATE {table} SET home = 'x'", f"DELETE FROM {table}"):
        with pytest.raises(Exception, match=r"only added to|never changed"):
            hub_kit.stored(statement)
