"""The access log, the outbox and the steps: written with the change, never altered."""

from __future__ import annotations

import base64
import json
import sqlite3

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.crypto.secrets import unlock
from app.db.opening import open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.errors import UnknownService
from app.domain.visits import NewVisit
from tests.support.offices import stored

NOTE = "휠체어 이용, 창구까지 안내"


def test_a_visit_its_operations_and_its_audit_row_are_one(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    operations = stored(
        home,
        "SELECT entity, kind, base_version, state FROM outbox WHERE row_id = ? OR fields LIKE ? ORDER BY n",
        (visit.id, f'%"visit_id": "{visit.id}"%'),
    )
    assert operations == [("visit", "create", 0, "waiting"), *[("visit_step", "create", 0, "waiting")] * 2]
    assert stored(home, "SELECT login, action FROM audit WHERE row_id = ?", (visit.id,)) == [("clerk1", "register")]


def test_a_refused_visit_leaves_no_trace(office: Office, clerk: Actor, home: Home) -> None:
    def counts() -> list[int]:
        tables = ("visit", "visit_step", "outbox", "audit", "slip_token", "record_key")
        return [stored(home, f"SELECT count(*) FROM {table}")[0][0] for table in tables]

    before = counts()
    with pytest.raises(UnknownService):
        office.visits.register(clerk, NewVisit("NOSUCH"))
    assert counts() == before


def test_a_note_never_stands_in_the_outbox_or_the_log_in_the_clear(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL", note=NOTE)).visit
    for table in ("outbox", "audit"):
        assert NOTE not in str(stored(home, f"SELECT * FROM {table}"))
    fields = json.loads(stored(home, "SELECT fields FROM outbox WHERE row_id = ?", (visit.id,))[0][0])
    key = stored(home, "SELECT key FROM record_key WHERE row_id = ?", (visit.id,))[0][0]
    assert unlock(key, base64.b64decode(fields["note"]["locked"])).decode() == NOTE


@pytest.mark.parametrize("table", ["audit", "visit_step"])
@pytest.mark.parametrize("change", ["UPDATE {} SET counter_code = 'Z'", "DELETE FROM {}"])
def test_audit_rows_and_steps_cannot_be_changed(
    office: Office, clerk: Actor, home: Home, table: str, change: str
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        stored(home, change.format(table))


def test_a_doctored_log_shows(office: Office, clerk: Actor, home: Home) -> None:
    for _ in range(3):
        office.visits.register(clerk, NewVisit("SEAL"))
    database = Database(open_database(home.database), home.database)
    with database.read() as work:
        assert work.audit.first_broken_row() is None
    stored(home, "DROP TRIGGER audit_no_update")
    target = stored(home, "SELECT max(n) - 1 FROM audit")[0][0]
    stored(home, "UPDATE audit SET login = 'clerk2' WHERE n = ?", (target,))
    with database.read() as work:
        assert work.audit.first_broken_row() == target
    database.close()
