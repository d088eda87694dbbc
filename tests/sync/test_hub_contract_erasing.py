"""Erasing a case on both kinds of shared side: it reaches all that belongs to the case, whenever that arrives."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.domain.clocks import office_day
from app.domain.sharing import Operation, RecordKey, Result
from app.sync.file.nightly import NightlyCheck
from app.sync.postgres.postgres_owner import PostgresOwner
from tests.support.hubs import OFFICE, OFFICE_NAME, Counter, HubKit, locked, record_key

BLOB, OTHER_BLOB = "ab" * 32, "cd" * 32
CHILDREN = ["case_step", "attachment"]


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def child(counter: Counter, entity: str, case_id: str) -> tuple[Operation, RecordKey]:
    made = counter.case_step if entity == "case_step" else counter.attachment
    operation = made(case_id, text=locked("Zm9v"), remedy=locked("YmFy"))
    return operation, record_key(entity, operation.row_id)


def case_of(counter: Counter, **more: Any) -> str:
    """A case that the counter has made, with a locked text."""
    case = counter.case(text=locked("Zm9v"), **more)
    counter.push(case, keys=(record_key("case_file", case.row_id),))
    return case.row_id


def assert_gone(kit: HubKit, entity: str, row_id: str, *readers: Counter) -> None:
    """No key, no locked text, a tombstone, and every reader is told so."""
    named = f"entity = '{entity}' AND row_id = '{row_id}'"
    assert kit.stored(f"SELECT count(*) FROM record_key WHERE {named}") == [(0,)]
    assert kit.stored(f"SELECT count(*) FROM erased WHERE {named}") == [(1,)]
    [(fields,)] = kit.stored(f"SELECT fields FROM doc WHERE {named}")
    assert "locked" not in (fields if isinstance(fields, str) else json.dumps(fields))
    for reader in readers:
        found = reader.document(entity, row_id)
        assert (found.erased, found.key) == (True, None)
        assert not any(isinstance(value, dict) for value in found.fields.values())


def parts_of(kit: HubKit, blob: str) -> int:
    [(count,)] = kit.stored("SELECT count(*) FROM blob WHERE blob = %s", (blob,))
    return int(count)


# --- in whatever order ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("entity", CHILDREN)
def test_what_comes_to_an_erased_case_is_erased_with_it(hub_kit: HubKit, a: Counter, b: Counter, entity: str) -> None:
    case = case_of(a)
    b.catch_up()
    a.push(a.erase("case_file", case))
    late, key = child(b, entity, case)
    outcome = b.do(late, keys=(key,))
    assert (outcome.result, outcome.version) == (Result.APPLIED, 1)
    assert_gone(hub_kit, entity, late.row_id, a, b, hub_kit.joined("C"))
    # Nor does it come back: with its key, with another word, or offered by somebody else once more.
    b.push(b.edit(entity, late.row_id, {"text": locked("YmF6")}, seen=1), keys=(key,))
    a.push(a.create(entity, late.row_id, {"case_id": case, "text": locked("YmF6")}), keys=(key,))
    assert_gone(hub_kit, entity, late.row_id, a, b)


@pytest.mark.parametrize("entity", CHILDREN)
def test_what_came_before_is_erased_with_its_case_though_the_eraser_did_not_know_it(
    hub_kit: HubKit, a: Counter, b: Counter, entity: str
) -> None:
    case = case_of(a)
    early, key = child(b, entity, case)
    b.push(early, keys=(key,))
    assert b.document(entity, early.row_id).key == key.key
    a.push(a.erase("case_file", case))
    assert_gone(hub_kit, entity, early.row_id, a, b)
    # Told at the version that everybody knows, so that no operation is missing from its history.
    assert b.document(entity, early.row_id).version == 1
    assert a.do(a.erase(entity, early.row_id)).version == 2


@pytest.mark.parametrize("entity", CHILDREN)
@pytest.mark.parametrize("erased_first", [False, True])
def test_in_one_push_with_the_erasure_it_is_erased_too(
    hub_kit: HubKit, a: Counter, b: Counter, entity: str, erased_first: bool
) -> None:
    case = case_of(a)
    erasure = a.erase("case_file", case) if erased_first else None
    made, key = child(a, entity, case)
    outcomes = a.push(*((erasure, made) if erasure else (made, a.erase("case_file", case))), keys=(key,))
    assert [outcome.result for outcome in outcomes] == [Result.APPLIED, Result.APPLIED]
    assert_gone(hub_kit, entity, made.row_id, a, b)


def test_a_case_erased_before_it_comes_has_nothing_readable_either(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    """A shared side that was put back hears of the erasing first."""
    case = a.case(text=locked("Zm9v"))
    b.push(b.erase("case_file", case.row_id))
    made, key = child(a, "case_step", case.row_id)
    assert a.do(case, made, keys=(key,)).result is Result.APPLIED
    assert_gone(hub_kit, "case_file", case.row_id, b)
    assert_gone(hub_kit, "case_step", made.row_id, b)


@pytest.mark.parametrize("entity", CHILDREN)
def test_what_an_earlier_program_left_goes_with_the_next_word_about_it(
    hub_kit: HubKit, a: Counter, b: Counter, entity: str
) -> None:
    case = case_of(a)
    left, key = child(b, entity, case)
    b.push(left, keys=(key,))
    hub_kit.stored(f"UPDATE doc SET erased = {_true(hub_kit)} WHERE row_id = '{case}'")
    b.push(b.edit(entity, left.row_id, {"text": locked("YmF6")}, seen=1))
    assert_gone(hub_kit, entity, left.row_id, a, b)


def test_a_conflict_about_what_was_erased_says_nothing_of_it(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    case = case_of(a)
    b.catch_up()
    a.push(a.edit("case_file", case, {"text": locked("YmFy"), "period": "7d"}, seen=1), a.erase("case_file", case))
    assert b.do(b.edit("case_file", case, {"text": locked("YmF6"), "period": "9d"}, seen=1)).result is Result.CONFLICT
    [(told,)] = hub_kit.stored("SELECT fields FROM doc WHERE entity = 'conflict'")
    assert (told if isinstance(told, dict) else json.loads(told))["fields"].keys() == {"period"}


def test_a_visit_s_steps_are_erased_by_themselves(a: Counter, b: Counter) -> None:
    """Only what a case has is erased with it: a visit's words have a time of their own each."""
    visit = a.visit(1)
    a.push(visit, a.erase("visit", visit.row_id))
    step = b.create("visit_step", "s1", {"visit_id": visit.row_id, "word": locked("Zm9v")})
    b.push(step, keys=(record_key("visit_step", "s1"),))
    assert not a.document("visit_step", "s1").erased


# --- bytes ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("by_case", [False, True])
def test_bytes_go_with_the_last_attachment_that_names_them(
    hub_kit: HubKit, a: Counter, b: Counter, by_case: bool
) -> None:
    case, other = case_of(a), case_of(a)
    one, same, another = a.attachment(case, BLOB), a.attachment(other, BLOB), a.attachment(case, OTHER_BLOB)
    a.push(one, same, another)
    for blob in (BLOB, OTHER_BLOB):
        for part in range(3):
            a.hub.put_part(a.home, a.epoch, blob, part, b"bytes")
    erased = [a.erase("case_file", case)] if by_case else [a.erase("attachment", o.row_id) for o in (one, another)]
    a.push(*erased)
    assert (parts_of(hub_kit, BLOB), parts_of(hub_kit, OTHER_BLOB)) == (3, 0)
    # A counter that was about to send them is told nothing and nothing is kept.
    b.hub.put_part(b.home, b.epoch, OTHER_BLOB, 0, b"bytes")
    assert parts_of(hub_kit, OTHER_BLOB) == 0
    a.push(a.erase("case_file", other) if by_case else a.erase("attachment", same.row_id))
    assert parts_of(hub_kit, BLOB) == 0
    # Attached once more they are wanted again.
    b.push(b.attachment(case_of(b), BLOB))
    b.hub.put_part(b.home, b.epoch, BLOB, 0, b"bytes")
    assert b.hub.get_part(b.home, b.epoch, BLOB, 0) == b"bytes"


# --- every night ------------------------------------------------------------------------------------------------------


def care(kit: HubKit, folder: Path, now: datetime) -> None:
    if isinstance(kit.owner, PostgresOwner):
        kit.owner.forget_cases()
    else:
        NightlyCheck(kit.address, lambda: now).check_and_copy(folder)


def _true(kit: HubKit) -> str:
    return "true" if isinstance(kit.owner, PostgresOwner) else "1"


def _days_ago(days: int) -> str:
    today: date = office_day(datetime.now(UTC))
    return (today - timedelta(days=days)).isoformat()


@pytest.mark.parametrize("said", [True, False])
def test_a_case_that_nobody_is_left_to_erase_is_erased_a_week_after_its_time(
    hub_kit: HubKit, a: Counter, b: Counter, tmp_path: Path, said: bool
) -> None:
    days = 400 if said else 1095
    if said:
        a.push(a.create("office_setting", "office", {"case_days": days}))
    over, week = case_of(b, ended_on=_days_ago(days + 8)), case_of(b, ended_on=_days_ago(days + 7))
    still_open = case_of(b)
    late, key = child(b, "case_step", over)
    b.push(late, keys=(key,))
    hub_kit.owner.remove(b.home, office_day(datetime.now(UTC)))
    care(hub_kit, tmp_path / "copies", datetime.now(UTC))
    assert_gone(hub_kit, "case_file", over, a)
    assert_gone(hub_kit, "case_step", late.row_id, a)
    for kept in (week, still_open):
        assert (a.document("case_file", kept).erased, a.document("case_file", kept).key is None) == (False, False)
    [(home, result)] = hub_kit.stored("SELECT home, result FROM op WHERE kind = 'erase'")
    assert (home, result) == ("system", "applied")


def test_a_clock_far_ahead_erases_nothing(hub_kit: HubKit, a: Counter, tmp_path: Path) -> None:
    case = case_of(a, ended_on=_days_ago(2000))
    ahead = datetime.now(UTC) + timedelta(days=15)
    if isinstance(hub_kit.owner, PostgresOwner):
        hub_kit.stored("ALTER TABLE op DISABLE TRIGGER op_stays")
        hub_kit.stored("UPDATE op SET at_server = at_server - interval '15 days'")
    care(hub_kit, tmp_path / "copies", ahead)
    assert not a.document("case_file", case).erased


def test_what_an_earlier_program_left_of_erased_cases_is_erased(
    hub_kit: HubKit, a: Counter, b: Counter, tmp_path: Path
) -> None:
    """On a server when it is brought up to date, in a file at night: there every program writes by its own rules."""
    case, kept = case_of(a), case_of(a)
    left = [child(b, entity, case) for entity in CHILDREN]
    other, other_key = child(b, "case_step", kept)
    b.push(other, *(made for made, _ in left), keys=(other_key, *(key for _, key in left)))
    for part in range(2):
        b.hub.put_part(b.home, b.epoch, BLOB, part, b"bytes")
    hub_kit.stored(f"UPDATE doc SET erased = {_true(hub_kit)} WHERE row_id = '{case}'")
    for day in range(2):
        if isinstance(hub_kit.owner, PostgresOwner):
            hub_kit.owner.prepare(OFFICE, OFFICE_NAME)
        else:
            care(hub_kit, tmp_path / "copies", datetime.now(UTC) + timedelta(days=day))
    for made, _ in left:
        assert_gone(hub_kit, made.entity, made.row_id, a, b)
    assert parts_of(hub_kit, BLOB) == 0
    assert a.document("case_step", other.row_id).key == other_key.key
