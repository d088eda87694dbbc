"""Finding cases in a whole office: what only other counters hold, and what is said when they cannot be asked."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import CaseFilter, CaseKind, CasePage, CaseResult, CaseScope, NewCase, SearchedWhere
from app.domain.errors import BadValue
from app.domain.sharing_errors import SharedSideUnreachable
from app.sync.file.file_hub import FileHub
from app.sync.postgres.postgres_hub import PostgresHub
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice


def opened(desk: Desk, title: str, **more: Any) -> str:
    """A case received at this desk; its id."""
    received = NewCase(CaseKind.OTHER, title, department_code="D001", **more)
    return desk.office.cases.open(desk.clerk, received).id


def search(desk: Desk, text: str, scope: CaseScope = CaseScope.ALL, after: str = "", limit: int = 50) -> CasePage:
    return desk.office.cases.list(desk.clerk, CaseFilter(scope, text=text), after, limit)


def ids(page: CasePage) -> list[str]:
    return [line.id for line in page.lines]


def let_go(desk: Desk, *case_ids: str) -> None:
    """As if its time here were over."""
    for case_id in case_ids:
        stored(desk.home, "DELETE FROM case_step WHERE case_id = ?", (case_id,))
        stored(desk.home, "DELETE FROM case_file WHERE id = ?", (case_id,))


def test_what_is_not_here_is_found_on_the_shared_side(shared: SharedOffice, first: Desk, second: Desk) -> None:
    noise = opened(first, "옆집 소음", name="홍길동", phone="010-1234-5678")
    first.clock.pass_by(minutes=1)
    night = opened(first, "밤 소음")
    second.clock.at = first.clock.at
    second.clock.pass_by(minutes=1)
    here = opened(second, "소음 하나 더")
    first.exchange()
    second.exchange()
    let_go(second, noise)
    page = search(second, "소음")
    assert (ids(page), page.where, page.read_as) == ([here, night, noise], SearchedWhere.SHARED, "")
    far = page.lines[2]
    assert (far.title, far.masked_name, far.elsewhere, far.department_code) == ("옆집 소음", "홍*동", True, "D001")
    assert not page.lines[1].elsewhere
    assert ids(search(second, "홍길동")) == ids(search(second, "010 1234 5678")) == [noise]
    assert ids(search(second, "ㅇㅈ")) == [noise]
    assert (search(second, "소옴").read_as, ids(search(second, "소옴"))) == ("소음", [here, night, noise])
    assert (search(second, "thdma").read_as, ids(search(second, "thdma"))) == ("소음", [here, night, noise])
    assert ids(search(second, "홍길")) == ids(search(second, "5678")) == ids(search(second, "여권")) == []


def test_a_case_not_told_yet_is_found_beside_the_others(first: Desk, second: Desk) -> None:
    other = opened(first, "소음")
    first.exchange()
    second.exchange()
    mine = opened(second, "소음")
    assert ids(search(second, "소음")) == [mine, other]
    assert ids(search(first, "소음")) == [other]


def test_pages_go_through_both_sides_once(first: Desk, second: Desk) -> None:
    cases = []
    for n in range(12):
        first.clock.pass_by(minutes=1)
        second.clock.at = first.clock.at
        cases.append(opened(first if n % 3 else second, f"소음 {n}"))
    for desk in (first, second, first, second):
        desk.exchange()
    let_go(second, *cases[1::3])
    for text, read_as in (("소음", ""), ("소옴", "소음")):
        seen: list[str] = []
        page = search(second, text, limit=5)
        seen += ids(page)
        while page.more:
            page = search(second, text, after=page.more, limit=5)
            assert page.read_as == read_as
            seen += ids(page)
        assert seen == cases[::-1]
    for wrong in ("x", "[1]", '["a", "b", "c"]', json.dumps([1, 2, 3])):
        with pytest.raises(BadValue):
            search(second, "소음", after=wrong)


def test_what_has_ended_is_told_apart(first: Desk, second: Desk) -> None:
    case = opened(first, "소음")
    for desk in (first, second):
        desk.exchange()
    end(first, case)
    for desk in (first, second):
        desk.exchange()
    let_go(second, case)
    assert ids(search(second, "소음", CaseScope.OPEN)) == []
    [line] = search(second, "소음", CaseScope.CLOSED).lines
    assert (line.elsewhere, line.ended_on) == (True, first.clock.at.date())


def test_words_follow_a_change_by_whoever_makes_it(shared: SharedOffice, first: Desk, second: Desk) -> None:
    case = opened(first, "소음")
    for desk in (first, second):
        desk.exchange()
    second.office.cases.edit(second.clerk, case, CaseChange(title="악취"))
    for desk in (second, first, second):
        desk.exchange()
    let_go(first, case)
    assert (ids(search(first, "악취")), ids(search(first, "소음"))) == ([case], [])
    assert stored(second.home, "SELECT count(*) FROM search_entry WHERE unsent = 1") == [(0,)]


def test_without_the_shared_side_what_is_here_is_searched_and_that_is_said(
    first: Desk, second: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    here, far = opened(second, "소음"), opened(first, "소음 저쪽")
    first.exchange()
    asked = []

    def gone(hub: object, search: object) -> None:
        asked.append(search)
        raise SharedSideUnreachable("")

    for kind in (FileHub, PostgresHub):
        monkeypatch.setattr(kind, "find_words", gone)
    page = search(second, "소음")
    assert (ids(page), page.where) == ([here], SearchedWhere.HERE_ONLY)
    assert search(second, "없는말").where is SearchedWhere.HERE_ONLY
    assert len(asked) == 1  # not once more with every letter
    assert far not in ids(page)


def test_a_new_life_of_the_shared_side_is_told_everything_again(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    case = opened(first, "소음")
    for desk in (first, second):
        desk.exchange()
    shared.stored("DELETE FROM searched")
    first.office.sharing.restored(first.admin)
    for desk in (first, second):
        desk.exchange()
    let_go(second, case)
    assert ids(search(second, "소음")) == [case]


def test_what_was_erased_is_found_nowhere_and_stands_in_no_file(first: Desk, second: Desk) -> None:
    case = opened(first, "쁅훓이 문제", text="뷁쀍 사연", name="쁅길동", phone="010-9753-8642")
    other = opened(first, "소음")
    end(first, case)
    for desk in (first, second):
        desk.exchange()
    assert ids(search(second, "쁅길동")) == [case]
    first.office.cases.erase(first.supervisor, case, "요청")
    for desk in (first, second):
        desk.exchange()
        desk.office.day_end.sweep(desk.clerk)
        assert ids(search(desk, "쁅훓")) == ids(search(desk, "쁅길동")) == ids(search(desk, "01097538642")) == []
        assert ids(search(desk, "소음")) == [other]
        stored(desk.home, "PRAGMA wal_checkpoint(TRUNCATE)")
        files = [desk.home.database, Path(f"{desk.home.database}-wal")]
        held = b"".join(file.read_bytes() for file in files if file.exists())
        assert [word for word in ("쁅훓", "뷁쀍", "쁅길동", "01097538642") if word.encode() in held] == []


def end(desk: Desk, case: str) -> None:
    """Take it over, answer it and close it."""
    desk.office.cases.step(desk.clerk, case, NewStep(CaseStepKind.TAKEN_OVER))
    desk.office.cases.step(desk.clerk, case, NewStep(CaseStepKind.ANSWERED, "했습니다", result=CaseResult.DONE))
    desk.office.cases.step(desk.clerk, case, NewStep(CaseStepKind.CLOSED))
