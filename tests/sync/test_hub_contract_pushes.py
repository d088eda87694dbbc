"""Large pushes of both kinds, in which everything comes at once: each operation gets the answer it would get alone."""

from __future__ import annotations

import random

import pytest

from app.domain.sharing import PUSH_LIMIT, Operation, OperationKind, Outcome, Refusal, Result
from tests.support.hubs import Counter, HubKit, locked, new_id

Answer = tuple[Result, int, str]
APPLIED = (Result.APPLIED, 1, "")


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def refused(reason: Refusal) -> Answer:
    return Result.REFUSED, 0, reason.value


def answer(outcome: Outcome) -> Answer:
    return outcome.result, outcome.version, outcome.reason


def expected(a: Counter, theirs: Operation, known: Operation) -> list[tuple[Operation, Answer]]:
    """One of everything, in the order in which the home did it, with what must become of it."""
    visit, taken = a.visit(a.n + 1000), a.visit(a.n + 5000)
    step = a.step(visit.row_id)
    again = a.create("visit", visit.row_id, visit.fields)
    worded = a.create("visit_step", new_id(), {"visit_id": visit.row_id, "kind": "called", "word": locked("ab")})
    orphan = a.step(new_id())
    forbidden = a.erase("service", "S001")
    clash = a.create("service", theirs.row_id, {"name": "인감"})
    return [
        (visit, APPLIED),
        (step, APPLIED),
        (a.edit("visit", visit.row_id, {"status": "called"}), (Result.APPLIED, 2, "")),
        (worded, APPLIED),
        (again, (Result.EXISTS, 1, "")),
        (a.edit("visit", visit.row_id, {"status": "left"}), (Result.APPLIED, 3, "")),
        (a.erase("visit", visit.row_id), (Result.APPLIED, 4, "")),
        (a.edit("visit_step", worded.row_id, {"kind": "serving_started"}), (Result.APPLIED, 2, "")),
        (a.erase("visit_step", worded.row_id), (Result.APPLIED, 3, "")),
        (a.erase("visit_step", new_id()), (Result.APPLIED, 0, "")),
        (taken, APPLIED),
        (a.create("visit", new_id(), taken.fields), refused(Refusal.NUMBER_TAKEN)),
        (orphan, refused(Refusal.ORPHAN)),
        (a.edit("visit_step", orphan.row_id, {"kind": "called"}), refused(Refusal.ORPHAN)),
        (a.create("note", new_id(), "[]"), refused(Refusal.MALFORMED)),
        (a.create("note", new_id(), "null"), refused(Refusal.MALFORMED)),
        (a.create("note", "", {}), refused(Refusal.MALFORMED)),
        (a.edit("", new_id(), {}), refused(Refusal.MALFORMED)),
        (a.create("note", new_id(), {"text": None}), APPLIED),
        (a.create("note", new_id(), {}), APPLIED),
        (forbidden, refused(Refusal.FORBIDDEN)),
        (clash, (Result.CONFLICT, 1, "")),
        (known, APPLIED),
    ]


@pytest.mark.parametrize("seed", range(2))
def test_everything_at_once_becomes_what_it_would_alone(a: Counter, b: Counter, seed: int) -> None:
    theirs = b.create("service", "S100", {"name": "여권"})
    b.do(theirs)
    known = a.create("service", "S200", {"name": "전입"})
    place_of_known = a.do(known).place
    told: list[tuple[Operation, Answer]] = []
    while len(told) + 24 <= PUSH_LIMIT:
        told += expected(a, theirs, known)
    shuffled = list(dict(told))
    random.Random(seed).shuffle(shuffled)
    twice = [*shuffled, shuffled[0], shuffled[-1], known]
    outcomes = a.push(*twice)
    assert [outcome.op_id for outcome in outcomes] == [operation.op_id for operation in twice]
    wanted = dict(told)
    found = dict(zip(twice, map(answer, outcomes), strict=True))
    assert {o: f for o, f in found.items() if f != wanted[o]} == {}
    # Places are given in the order in which the home did things, whatever came of them.
    places = {o.op_id: o.place for o in outcomes}
    assert places.pop(known.op_id) == place_of_known
    in_order = [places[o.op_id] for o in sorted(wanted, key=lambda o: o.n) if places.get(o.op_id)]
    assert in_order == sorted(set(in_order))
    assert in_order[0] > place_of_known
    assert all(places[o.op_id] == 0 for o, (result, *_) in wanted.items() if result is Result.REFUSED)
    made = {
        o.row_id: places[o.op_id]
        for o, (result, version, _) in wanted.items()
        if (o.kind, result, version) == (OperationKind.CREATE, Result.APPLIED, 1) and o is not known
    }
    documents = {row_id: document.place for (_, row_id), document in b.catch_up().items()}
    assert {row_id: documents.get(row_id) for row_id in made} == made
    # Offered once more, with one operation that is new, everything is answered as it was.
    assert a.push(*twice, a.visit(9_000_000))[:-1] == outcomes
