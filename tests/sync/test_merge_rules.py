"""The merge rule by itself: whatever is offered in whatever order, the promises of the shared side hold."""

from __future__ import annotations

import json
from collections import Counter
from copy import deepcopy
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.sharing import Operation, OperationKind, Outcome, Refusal, Result
from app.sync.file.merge import (
    FIELDS_LIMIT,
    Kept,
    Merging,
    Offered,
    RecordName,
    in_order,
    read_fields,
    read_offer,
    same,
    unlocked,
)

HOMES = ("h1", "h2", "h3")
ROWS = ("v1", "v2", "v3")
FIELDS = ("department_code", "day", "ended_on", "note", "status", "seq")


class Office:
    """The shared side as one dictionary."""

    def __init__(self) -> None:
        self.kept: dict[RecordName, Kept] = {}
        self.tombs: set[RecordName] = set()
        self.place = 0
        self.clock = 0
        self.fed: list[RecordName] = []
        """Every document written, in the order of the writes."""

    def push(self, home: str, *operations: Operation) -> list[Outcome]:
        self.clock += 1
        children: dict[str, list[Kept]] = {}
        for kept in self.kept.values():
            if kept.parent is not None:
                children.setdefault(kept.parent, []).append(kept)
        numbers = {kept.number: kept.row_id for kept in self.kept.values() if kept.number}
        now = f"2026-11-20T{self.clock // 60:02d}:{self.clock % 60:02d}:00+00:00"
        merging = Merging(home, now, self.place, self.kept, children, self.tombs, whose=numbers.get)
        outcomes = [merging.take(offered) for offered in read_offer(operations)]
        self.place = merging.place
        self.fed += merging.touched
        return outcomes


def root_of(kept: Kept) -> RecordName:
    """The visit or case that a document belongs to."""
    about = kept.fields["entity"] if kept.entity == "conflict" else kept.entity
    return "case_file" if about.startswith("case") else "visit", kept.parent or ""


_COUNT = iter(range(10**9))


def operation(kind: str, entity: str, row_id: str, fields: Any, seen: int = 0) -> Operation:
    n = next(_COUNT)
    text = fields if isinstance(fields, str) else json.dumps(fields)
    return Operation(f"op{n}", n, entity, row_id, OperationKind(kind), seen, text, f"by{n}", "")


def values() -> st.SearchStrategy[Any]:
    return st.one_of(st.sampled_from(["", "x", "y", 0, 1, True, None]), st.just({"locked": "Zm9v"}))


@st.composite
def steps(draw: st.DrawFn) -> tuple[str, Operation]:
    """A home, and an operation it might offer."""
    entity = draw(st.sampled_from(["visit", "visit_step", "department", "case_file", "case_step"]))
    kind = draw(st.sampled_from(["create", "edit", "edit", "edit", "erase"]))
    fields = draw(st.dictionaries(st.sampled_from(FIELDS), values(), max_size=3))
    if entity in ("visit_step", "case_step") and kind == "create":
        fields["visit_id" if entity == "visit_step" else "case_id"] = draw(st.sampled_from(ROWS))
    row = draw(st.sampled_from(ROWS))
    return draw(st.sampled_from(HOMES)), operation(kind, entity, row, fields, draw(st.integers(0, 6)))


@given(st.lists(steps(), max_size=40))
def test_whatever_is_offered_the_promises_hold(offered: list[tuple[str, Operation]]) -> None:
    office = Office()
    applied: Counter[RecordName] = Counter()
    for home, each in offered:
        before = deepcopy(office.kept)
        name = (each.entity, each.row_id)
        (outcome,) = office.push(home, each)
        after = office.kept.get(name)
        if outcome.result in (Result.REFUSED, Result.EXISTS):
            assert office.kept == before
            assert (outcome.place == 0) is (outcome.result is Result.REFUSED)
            continue
        if after is None:
            assert each.kind is OperationKind.ERASE
            continue
        if each.kind is OperationKind.CREATE and outcome.result is Result.CONFLICT:
            # Somebody else had made it: it stands, and what was offered is kept beside.
            assert (after, after.home != home) == (before[name], True)
            told = office.kept["conflict", each.op_id].fields["fields"]
            assert told
            assert all(same(both["kept"], after.fields.get(field)) for field, both in told.items())
            assert all(same(both["other"], json.loads(each.fields)[field]) for field, both in told.items())
            continue
        applied[name] += 1
        # Versions have no gap, and the answer is the version that stands.
        assert after.version == outcome.version == applied[name]
        fields = json.loads(each.fields)
        if each.kind is not OperationKind.ERASE:
            wanted = unlocked(fields) if name in office.tombs else fields
            assert all(same(after.fields[field], value) for field, value in wanted.items())
        if after.erased:
            assert not any(isinstance(value, dict) and "locked" in value for value in after.fields.values())
        if outcome.result is Result.CONFLICT:
            told = office.kept["conflict", each.op_id].fields
            assert told["fields"]
            for field, both in told["fields"].items():
                # Both values are kept: what stands, and what stood before.
                assert same(both["kept"], after.fields[field])
                assert same(both["other"], before[name].fields[field])
        for kept in office.kept.values():
            if kept.parent is not None:
                root = office.kept[root_of(kept)]
                assert (kept.day, kept.department, kept.holder) == (root.day, root.department, root.holder)
    numbers = [kept.number for kept in office.kept.values() if kept.number is not None]
    assert len(numbers) == len(set(numbers))


@given(st.lists(steps(), max_size=30))
def test_parents_are_written_before_their_children(offered: list[tuple[str, Operation]]) -> None:
    office = Office()
    office.push("h1", *(each for _, each in offered))
    seen: set[RecordName] = set()
    for name in office.fed:
        kept = office.kept[name]
        assert kept.parent is None or root_of(kept) in seen
        seen.add(name)


@given(st.lists(steps(), min_size=1, max_size=30), st.randoms(use_true_random=False))
def test_the_order_within_a_push_changes_nothing(offered: list[tuple[str, Operation]], chance: Any) -> None:
    operations = [each for _, each in offered]
    shuffled = list(operations)
    chance.shuffle(shuffled)
    one, other = Office(), Office()
    outcomes = {outcome.op_id: outcome for outcome in one.push("h1", *operations)}
    assert {outcome.op_id: outcome for outcome in other.push("h1", *shuffled)} == outcomes
    assert one.kept == other.kept


@given(st.dictionaries(st.sampled_from(FIELDS), values()), st.dictionaries(st.sampled_from(FIELDS), values()))
def test_edits_of_two_homes_that_saw_the_same_lose_nothing(first: dict[str, Any], second: dict[str, Any]) -> None:
    office = Office()
    begun = dict.fromkeys(FIELDS, "begun")
    office.push("h1", operation("create", "department", "D001", begun))
    office.push("h1", operation("edit", "department", "D001", first, seen=1))
    (outcome,) = office.push("h2", operation("edit", "department", "D001", second, seen=1))
    clashing = {name for name in first.keys() & second.keys() if not same(first[name], second[name])}
    assert (outcome.result is Result.CONFLICT) is bool(clashing)
    if clashing:
        assert office.kept["conflict", outcome.op_id].fields["fields"].keys() == clashing
    assert office.kept["department", "D001"].fields == {**begun, **first, **second}


@given(st.text())
def test_any_text_is_read_or_refused(text: str) -> None:
    fields = read_fields(operation("edit", "department", "D001", text))
    assert fields is None or json.dumps(fields, ensure_ascii=False).encode()


@given(st.recursive(st.none() | st.booleans() | st.integers() | st.text(), lambda inner: st.lists(inner, max_size=3)))
def test_every_json_a_database_can_hold_is_read(value: Any) -> None:
    holds = "\\u0000" not in json.dumps(value)
    assert (read_fields(operation("edit", "department", "D001", {"note": value})) is not None) is holds


@pytest.mark.parametrize(("text", "read"), [('{"a": "\\\\u0000"}', True), ('{"a": "\\u0000"}', False)])
def test_a_backslash_before_a_u_is_no_nul(text: str, read: bool) -> None:
    assert (read_fields(operation("edit", "department", "D001", text)) is not None) is read


@pytest.mark.parametrize(("size", "read"), [(FIELDS_LIMIT, True), (FIELDS_LIMIT + 1, False)])
def test_the_limit_counts_bytes(size: int, read: bool) -> None:
    frame = len('{"a": "가"}'.encode())
    text = '{"a": "가' + "x" * (size - frame) + '"}'
    assert (read_fields(operation("edit", "department", "D001", text)) is not None) is read


def test_nesting_without_end_is_refused() -> None:
    assert read_fields(operation("edit", "department", "D001", '{"a": ' + "[" * 20_000)) is None
    assert read_fields(operation("edit", "department", "D001", '{"a": ' + "[" * 30_000 + "]" * 30_000 + "}")) is None


@pytest.mark.parametrize(("entity", "row_id"), [("", "x"), ("visit", ""), ("e" * 65, "x"), ("visit", "r" * 257)])
def test_names_have_a_length(entity: str, row_id: str) -> None:
    (outcome,) = Office().push("h1", operation("create", entity, row_id, {}))
    assert outcome.reason == Refusal.MALFORMED


def test_an_operation_without_a_name_is_left_out() -> None:
    nameless = Operation("\ud800", 1, "visit", "v", OperationKind.CREATE, 0, "{}", "", "")
    assert read_offer([nameless]) == []


def test_parents_come_first_and_every_record_s_operations_in_their_order() -> None:
    offered = [
        operation("create", "something_new", "a", {}),
        operation("create", "case_step", "a", {}),
        operation("create", "case_file", "a", {}),
        operation("create", "visit_step", "a", {}),
        operation("edit", "visit", "b", {}),
        operation("create", "visit", "a", {}),
        operation("edit", "visit", "a", {}),
        operation("create", "service", "a", {}),
        operation("create", "department", "a", {}),
    ]
    assert [(each.entity, each.row_id) for each in in_order(reversed(offered))] == [
        ("department", "a"),
        ("service", "a"),
        ("case_file", "a"),
        ("visit", "a"),
        ("visit", "a"),
        ("visit", "b"),
        ("case_step", "a"),
        ("visit_step", "a"),
        ("something_new", "a"),
    ]
    assert [each.kind for each in in_order(reversed(offered))][3:5] == [OperationKind.CREATE, OperationKind.EDIT]


def test_true_is_not_one() -> None:
    assert not same(True, 1)
    assert not same({"a": [0]}, {"a": [False]})
    assert same({"a": 1, "b": 2}, {"b": 2, "a": 1})


def test_a_number_given_up_can_be_taken_in_the_same_push() -> None:
    office = Office()
    number = {"counter_code": "A", "day": "2026-11-20", "seq": 1}
    office.push("h1", operation("create", "visit", "v1", number))
    outcomes = office.push(
        "h1", operation("edit", "visit", "v1", {"seq": 2}), operation("create", "visit", "v2", number)
    )
    assert [outcome.result for outcome in outcomes] == [Result.APPLIED, Result.APPLIED]


def test_what_was_read_is_given_as_it_was_offered() -> None:
    each = operation("create", "department", "D001", {"name": "민원과"})
    assert read_offer([each]) == [Offered(each, {"name": "민원과"}, 1)]
