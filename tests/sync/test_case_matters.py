"""A second grievance on one matter is the audit officer's, whichever counters the two were received at (영 17조)."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseKind, CaseResult, NewCase
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice


def opened(desk: Desk, kind: CaseKind, matter: Case | None = None) -> Case:
    desk.clock.at += timedelta(minutes=1)
    department = desk.office.offices.departments(desk.clerk)[0].code
    named = {"name": "홍길동", "phone": "010-1234-5678", "address": "한빛로 12"}
    matter_id = matter.id if matter is not None else None
    said = NewCase(kind, "골목 소음", "밤마다 시끄럽습니다", department_code=department, matter_id=matter_id, **named)  # type: ignore[arg-type]
    return desk.office.cases.open(desk.clerk, said)


def sealed(desk: Desk, *cases: Case) -> list[bool]:
    return [desk.office.cases.show(desk.clerk, case.id).sealed for case in cases]


def told(shared: SharedOffice, *cases: Case) -> list[bool]:
    return [bool(shared.fields("case_file", case.id)["to_auditor"]) for case in cases]


def ended_long_ago(desk: Desk, case: Case) -> None:
    steps = (NewStep(CaseStepKind.ANSWERED, text="살폈습니다", result=CaseResult.DONE), NewStep(CaseStepKind.CLOSED))
    for step in steps:
        desk.office.cases.step(desk.clerk, case.id, step)
    desk.clock.at += timedelta(days=400)


def test_two_who_could_not_know_of_each_other(shared: SharedOffice, first: Desk, second: Desk) -> None:
    matter = opened(first, CaseKind.SUGGESTION)
    shared.settled(first, second)
    later = opened(second, CaseKind.GRIEVANCE, matter)
    second.clock.at -= timedelta(minutes=30)
    earlier = opened(second, CaseKind.SUGGESTION)
    second.clock.at += timedelta(minutes=30)
    older = opened(first, CaseKind.GRIEVANCE, matter)
    # What was received first and turns out to be a grievance afterwards makes both the second.
    assert sealed(first, older) == sealed(second, later) == [False]
    second.office.cases.link(second.clerk, earlier.id, matter.id)
    second.office.cases.edit(second.clerk, earlier.id, CaseChange(kind=CaseKind.GRIEVANCE))
    assert sealed(second, earlier, later) == [False, True]
    shared.settled(first, second)
    cases = sorted((older, later), key=lambda case: (case.received_at, case.id))
    first_of_all, *others = sorted((earlier, *cases), key=lambda case: (case.received_at, case.id))
    for desk in (first, second):
        assert sealed(desk, first_of_all, *others) == [False, True, True]
    shared.settled(first, second)
    assert told(shared, first_of_all, *others) == [False, True, True]
    for desk in (first, second):
        assert desk.office.sharing.conflicts(desk.clerk) == ()


def test_the_first_one_ended_long_ago_and_is_not_here(shared: SharedOffice, first: Desk, second: Desk) -> None:
    matter = opened(first, CaseKind.SUGGESTION)
    old = opened(first, CaseKind.GRIEVANCE, matter)
    ended_long_ago(first, old)
    shared.settled(first, second)
    joined = shared.join(first, "9", "clerk1")
    joined.exchange()
    assert stored(joined.home, f"SELECT count(*) FROM case_file WHERE id = '{old.id}'") == [(0,)]
    new = opened(joined, CaseKind.GRIEVANCE, matter)
    other = opened(joined, CaseKind.GRIEVANCE)
    assert sealed(joined, new) == [False]
    joined.exchange()
    assert sealed(joined, new, other) == [True, False]
    assert stored(joined.home, "SELECT row_id, login FROM audit WHERE action = 'seal_case'") == [(new.id, "")]
    joined.exchange()
    assert told(shared, new, other) == [True, False]


def test_it_is_asked_once_and_nothing_else_counts(
    shared: SharedOffice, first: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("app.db.search", "app.sync.matters"):  # numbers of terms may be the same by chance
        monkeypatch.setattr(f"{module}.matter_term", lambda _: "m")
    opened(first, CaseKind.GRIEVANCE)
    matter = opened(first, CaseKind.SUGGESTION)
    only = opened(first, CaseKind.GRIEVANCE, matter)
    asked = "SELECT count(*) FROM access_log WHERE wanted = 'words'"
    for _ in range(3):
        first.exchange()
        assert sealed(first, only) == [False]
        assert shared.stored(asked) == [(1,)]


def test_a_conflict_that_makes_a_grievance_is_judged_again(shared: SharedOffice, first: Desk, second: Desk) -> None:
    matter = opened(first, CaseKind.SUGGESTION)
    shared.settled(first, second)
    new = opened(first, CaseKind.GRIEVANCE, matter)
    shared.settled(first, second)
    first.office.cases.edit(first.clerk, matter.id, CaseChange(kind=CaseKind.OTHER))
    second.office.cases.edit(second.clerk, matter.id, CaseChange(kind=CaseKind.GRIEVANCE))
    assert sealed(second, new) == [True]
    shared.settled(second, first)
    [conflict] = first.office.sharing.conflicts(first.clerk)
    assert conflict.field == "kind"
    first.office.sharing.settle(first.clerk, conflict.conflict_id, take_other=conflict.kept != "GRIEV")
    shared.settled(first, second)
    assert sealed(first, matter, new) == sealed(second, matter, new) == [False, True]
