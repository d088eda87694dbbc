"""Documents that do not fit this home's tables: they are parked, and hold up nobody and nothing."""

from __future__ import annotations

import hashlib
import secrets
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from app.crypto.invites import new_invite
from app.db.locked_text import locked
from app.domain.sharing import RecordKey, SharedKind
from app.domain.sharing_errors import SharedDatabaseMissing
from app.sync.hubs import open_door, open_hub, open_owner
from tests.support.hubs import Counter, new_id
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice

pytestmark = pytest.mark.parametrize("shared", [SharedKind.FILE], indirect=True)

_ORPHAN = """
INSERT INTO outbox (op_id, entity, row_id, kind, base_version, fields, made_at, state, by, about, reason)
VALUES (?, 'visit', ?, 'edit', 1, '{}', '2026-11-20T00:00:00.000000Z', 'refused', 'clerk1', 'v', 'orphan')
"""
_CONFLICT = {"entity": "service", "row_id": "SEAL"}
_BOTH = {"kept": 1, "kept_by": "a", "kept_at": "2026-11-20T01:00:00", "other": 2, "other_by": "b", "other_at": "soon"}


@pytest.fixture
def other(shared: SharedOffice, first: Desk) -> Iterator[Counter]:
    """A counter that says what no program of the office would."""
    code, home, key = new_invite(), new_id(), bytes(range(32))
    with closing(open_owner(shared.address, shared.login)) as owner:
        owner.invite(code, datetime.now(UTC) + timedelta(hours=1))
    with closing(open_door(shared.address)) as door:
        place = door.redeem(code, home, "X", key)
    with closing(open_hub(shared.address, place.login)) as hub:
        counter = Counter(home, hub, place.login, place.counter_code, key, place.epoch)
        counter.greet()
        first.exchange()
        yield counter


def database_digest(desk: Desk) -> str:
    """Of the database and its journal: whatever is written changes it."""
    path = desk.home.database
    return hashlib.sha256(path.read_bytes() + path.with_name(path.name + "-wal").read_bytes()).hexdigest()


@pytest.mark.parametrize(
    ("entity", "fields"),
    [
        ("service", {"name": {"a": 1}, "department_code": "D001"}),
        ("service", {"name": ["민원"], "department_code": "D001"}),
        ("service", {"name": "민원", "department_code": "D001", "position": 2**70}),
        ("person", {"name": 5, "role": [], "password_hash": ""}),
        ("person", {"name": "가", "role": "wizard", "password_hash": ""}),
        ("department", {"name": "과", "number": 300, "retired_at": 5}),
        ("conflict", {**_CONFLICT, "fields": [1]}),
        ("conflict", {**_CONFLICT, "fields": {"name": 5}}),
        ("conflict", {**_CONFLICT, "fields": {"name": _BOTH}}),
        ("audit_key", {"public": 5, "made_at": 5}),
    ],
)
def test_a_record_that_fits_nowhere_stops_nobody(
    shared: SharedOffice, first: Desk, other: Counter, entity: str, fields: dict[str, Any]
) -> None:
    row_id = new_id()
    other.do(other.create(entity, row_id, fields))
    other.do(other.create("service", "OLDER", {"name": "예전 민원", "department_code": "D001", "area": "기타"}))
    first.exchange()
    assert "OLDER" in {service.code for service in first.office.offices.services()}
    assert first.office.sharing.conflicts(first.admin) == ()
    found = first.compare()
    assert [parked.split(":")[0] for parked in found.parked] == [f"{entity}/{row_id}"]
    assert found.differing == (f"{entity}/{row_id}",)
    before = database_digest(first)
    first.exchange()
    assert database_digest(first) == before


@pytest.mark.parametrize(
    "fields",
    [{"timezone": "Mars/Olympus"}, {"hold_days": "x"}, {"hold_days": 10**9}, {"approval_boxes": 3}, {"closes": "밤"}],
)
def test_settings_nobody_can_go_by_are_not_taken(
    shared: SharedOffice, first: Desk, other: Counter, fields: dict[str, Any]
) -> None:
    before = first.office.offices.settings()
    right = {name: other.document("office_setting", "office").fields[name] for name in fields}
    other.do(other.edit("office_setting", "office", fields, seen=99))
    first.exchange()
    first.exchange()
    assert first.office.offices.settings() == before
    assert [parked.split(":")[0] for parked in first.compare().parked] == ["office_setting/office"]
    other.do(other.edit("office_setting", "office", {**right, "undo_seconds": 20}, seen=99))
    first.exchange()
    assert first.office.offices.settings().undo_seconds == 20
    assert first.compare().parked == ()


def test_what_was_erased_has_no_key_here_even_where_the_rest_does_not_fit(
    shared: SharedOffice, first: Desk, other: Counter
) -> None:
    key, visit = secrets.token_bytes(32), new_id()
    fields = {"counter_code": "X", "day": "no day", "seq": 1, "note": locked(key, "메모"), "queue_number": ""}
    fields |= {"service_code": "SEAL", "department_code": "D001"}
    other.do(other.create("visit", visit, fields), keys=(RecordKey("visit", visit, key),))
    first.exchange()
    question = f"SELECT count(*) FROM record_key WHERE row_id = '{visit}'"
    assert stored(first.home, question) == [(1,)]
    other.do(other.erase("visit", visit))
    first.exchange()
    assert stored(first.home, question) == [(0,)]
    assert key.hex() not in str(stored(first.home, "SELECT document FROM parked_document"))


def test_an_idle_exchange_waits_for_no_writer(shared: SharedOffice, first: Desk, other: Counter) -> None:
    other.do(other.create("service", "ODD", {"name": ["민원"]}))
    with closing(sqlite3.connect(first.home.database)) as database:
        database.execute(_ORPHAN, (new_id(), new_id()))
        database.commit()
        first.exchange()
        database.execute("BEGIN IMMEDIATE")
        assert (first.exchange().pulled, first.office.sharing.state().refused) == (0, 1)


def test_a_cut_network_is_written_down_once(shared: SharedOffice, first: Desk, other: Counter) -> None:
    path = Path(shared.address.path)
    path.rename(path.with_name("elsewhere.db"))
    with pytest.raises(SharedDatabaseMissing):
        first.exchange()
    since = first.office.sharing.state().failing_since
    first.clock.pass_by(hours=1)
    with closing(sqlite3.connect(first.home.database)) as database:
        database.execute("BEGIN IMMEDIATE")
        with pytest.raises(SharedDatabaseMissing):
            first.exchange()
    assert since is not None
    assert first.office.sharing.state().failing_since == since
    path.with_name("elsewhere.db").rename(path)
    first.exchange()
    assert first.office.sharing.state().failing_since is None
