"""Beyond the feed, on both kinds: days, records and searches with the role checked, blobs, audit rows."""

from __future__ import annotations

import secrets
from datetime import timedelta

import pytest

from app.domain.errors import NotAllowed
from app.domain.sharing import PART_BYTES, Wanted
from tests.support.hubs import DAY, Counter, HubKit, audit_row, record_key

OLD = DAY - timedelta(days=400)


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def test_a_day_comes_with_what_belongs_to_its_visits(a: Counter, b: Counter) -> None:
    old, new = a.visit(1, day=OLD), a.visit(1)
    a.push(old, new, a.step(old.row_id), a.step(new.row_id), a.create("slip", "s1", {"visit_id": old.row_id}))
    found = b.fetch(Wanted.DAY, OLD.isoformat())
    assert found[0].row_id == old.row_id
    assert sorted(document.entity for document in found) == ["slip", "visit", "visit_step"]
    assert all(d.entity == "visit" or d.fields["visit_id"] == old.row_id for d in found)
    assert b.fetch(Wanted.DAY, "2019-01-01") == ()


def test_a_record_is_found_by_its_name(a: Counter, b: Counter) -> None:
    visit = a.visit(1, day=OLD)
    a.push(visit, a.create("department", "D/1", {"name": "민원과"}))
    (found,) = b.fetch(Wanted.RECORD, f"visit/{visit.row_id}")
    assert (found.row_id, found.version, found.fields["seq"]) == (visit.row_id, 1, 1)
    (department,) = b.fetch(Wanted.RECORD, "department/D/1")
    assert department.fields == {"name": "민원과"}
    assert b.fetch(Wanted.RECORD, "visit/nothing") == ()
    assert b.fetch(Wanted.RECORD, "") == ()


def test_visits_are_found_by_number_and_service_a_page_at_a_time(a: Counter, b: Counter) -> None:
    a.push(*(a.visit(number, day=DAY - timedelta(days=10 - number)) for number in range(1, 10)))
    b.push(b.visit(7, service_code="S777"))
    assert [doc.fields["seq"] for doc in b.fetch(Wanted.SEARCH, "A-00")] == [9, 8, 7, 6, 5, 4, 3, 2, 1]
    assert [doc.fields["seq"] for doc in b.fetch(Wanted.SEARCH, "a-00", limit=3)] == [9, 8, 7]
    assert [doc.fields["seq"] for doc in b.fetch(Wanted.SEARCH, "A-00", offset=6, limit=200)] == [3, 2, 1]
    assert len(b.fetch(Wanted.SEARCH, "007")) == 2
    assert len(b.fetch(Wanted.SEARCH, "s777")) == 1
    assert b.fetch(Wanted.SEARCH, "%") == b.fetch(Wanted.SEARCH, "S_01") == ()


def test_departments_limit_what_is_fetched_days_do_not(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.limit_departments(b.home, ["D002"])
    ours, theirs = a.visit(1, day=OLD, department="D002"), a.visit(2, day=OLD, department="D001")
    a.push(ours, theirs, a.step(ours.row_id), a.step(theirs.row_id))
    found = b.fetch(Wanted.DAY, OLD.isoformat())
    assert {doc.row_id for doc in found if doc.entity == "visit"} == {ours.row_id}
    assert len(found) == 2
    assert b.fetch(Wanted.RECORD, f"visit/{theirs.row_id}") == ()
    assert [doc.row_id for doc in b.fetch(Wanted.SEARCH, "A-")] == [ours.row_id]


def test_a_fetched_record_brings_its_key(a: Counter, b: Counter) -> None:
    visit = a.visit(1, note={"locked": "Zm9v"})
    key = record_key("visit", visit.row_id)
    a.push(visit, keys=(key,))
    (found,) = b.fetch(Wanted.RECORD, f"visit/{visit.row_id}")
    assert found.key == key.key
    a.push(a.erase("visit", visit.row_id))
    (found,) = b.fetch(Wanted.RECORD, f"visit/{visit.row_id}")
    assert (found.key, found.erased, found.fields["note"]) == (None, True, "")


@pytest.mark.parametrize("role", ["clerk", "consultant", "supervisor"])
def test_who_works_at_a_counter_may_fetch_and_it_is_logged(hub_kit: HubKit, a: Counter, role: str) -> None:
    a.fetch(Wanted.DAY, "2026-11-20", role)
    logged = hub_kit.stored("SELECT home, login, role, wanted, argument FROM access_log")
    assert logged == [(a.home, "clerk1", role, "day", "2026-11-20")]


@pytest.mark.parametrize("role", ["auditor", "admin", "", "root"])
@pytest.mark.parametrize("wanted", [Wanted.DAY, Wanted.RECORD, Wanted.SEARCH])
def test_nobody_else_may_fetch(a: Counter, role: str, wanted: Wanted) -> None:
    with pytest.raises(NotAllowed):
        a.fetch(wanted, "2026-11-20", role)


# --- blobs -----------------------------------------------------------------------------------------------------------


def test_a_blob_goes_in_parts_and_comes_back(a: Counter, b: Counter) -> None:
    parts = [secrets.token_bytes(PART_BYTES), secrets.token_bytes(17)]
    blob = "ab" * 32
    for number, part in enumerate(parts):
        a.hub.put_part(a.home, a.epoch, blob, number, part)
    a.hub.put_part(a.home, a.epoch, blob, 1, b"something else")
    assert [b.hub.get_part(b.home, b.epoch, blob, number) for number in range(3)] == [*parts, None]
    assert b.hub.get_part(b.home, b.epoch, "cd" * 32, 0) is None


# --- audit rows ------------------------------------------------------------------------------------------------------


def test_audit_rows_arrive_once_and_stay_as_they_came(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    a.push(audits=tuple(audit_row(n) for n in (1, 2, 3)))
    a.push(audits=(audit_row(3, "something_else"), audit_row(4)))
    b.push(audits=(audit_row(1, "sign_in"),))
    rows = "SELECT n, action FROM audit WHERE home = %s ORDER BY n"
    assert hub_kit.stored(rows, (a.home,)) == [(n, "register_visit") for n in (1, 2, 3, 4)]
    assert hub_kit.stored(rows, (b.home,)) == [(1, "sign_in")]


def test_an_audit_row_comes_back_byte_for_byte(hub_kit: HubKit, a: Counter) -> None:
    row = audit_row(1)
    a.push(audits=(row,))
    columns = "n, at, login, role, counter_code, action, entity, row_id, detail, chain"
    ((*values, chain),) = hub_kit.stored(f"SELECT {columns} FROM audit")
    expected = (row.n, row.at, row.login, row.role, row.counter_code, row.action, row.entity, row.row_id, row.detail)
    assert (tuple(values), bytes(chain)) == (expected, row.chain)
