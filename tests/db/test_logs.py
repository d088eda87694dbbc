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

NOTE = "휠체어 이용, 창구까지 안내"


def test_a_visit_its_operations_and_its_audit_row_are_one(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    rows = sqlite3.connect(home.database)
    operations = rows.execute(
        "SELECT entity, kind, base_version, state FROM outbox WHERE row_id = ? OR fields LIKE ? ORDER BY n",
        (visit.id, f'%"visit_id": "{visit.id}"%'),
    ).fetchall()
    assert operations == [("visit", "create", 0, "waiting"), *[("visit_step", "create", 0, "waiting")] * 2]
    assert rows.execute("SELECT login, action FROM audit WHERE row_id = ?", (visit.id,)).fetchall() == [
        ("clerk1", "register")
    ]


def test_a_refused_visit_leaves_no_trace(office: Office, clerk: Actor, home: Home) -> None:
    def counts() -> list[int]:
        rows = sqlite3.connect(home.database)
        tables = ("visit", "visit_step", "outbox", "audit", "slip_token", "record_key")
        return [rows.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables]

    before = counts()
    with pytest.raises(UnknownService):
        office.visits.register(clerk, NewVisit("NOSUCH"))
    assert counts() == before


def test_a_note_never_stands_in_the_outbox_or_the_log_in_the_clear(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL", note=NOTE)).visit
    rows = sqlite3.connect(home.database)
    for table in ("outbox", "audit"):
        assert NOTE not in str(rows.execute(f"SELECT * FROM {table}").fetchall())
    fields = json.loads(rows.execute("SELECT fields FROM outbox WHERE row_id = ?", (visit.id,)).fetchone()[0])
    key = rows.execute("SELECT key FROM record_key WHERE row_id = ?", (visit.id,)).fetchone()[0]
    assert unlock(key, base64.b64decode(fields["note"]["locked"])).decode() == NOTE


@pytest.mark.parametrize("table", ["audit", "visit_step"])
@pytest.mark.parametrize("change", ["UPDATE {} SET counter_code = 'Z'", "DELETE FROM {}"])
def test_audit_rows_and_steps_cannot_be_changed(
    office: Office, clerk: Actor, home: Home, table: str, change: str
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    with pytest.raises(sqlite3.IntegrityError, match="only ever added to"):
        sqlite3.connect(home.database).execute(change.format(table))


def test_a_doctored_log_shows(office: Office, clerk: Actor, home: Home) -> None:
    for _ in range(3):
        office.visits.register(clerk, NewVisit("SEAL"))
    database = Database(open_database(home.database), home.database)
    with database.read() as work:
        assert work.audit.first_broken_row() is None
    doctor = sqlite3.connect(home.database)
    doctor.execute("DROP TRIGGER audit_no_update")
    target = doctor.execute("SELECT max(n) - 1 FROM audit").fetchone()[0]
    doctor.execute("UPDATE audit SET login = 'clerk2' WHERE n = ?", (target,))
    doctor.commit()
    doctor.close()
    with database.read() as work:
        assert work.audit.first_broken_row() == target
    database.close()
