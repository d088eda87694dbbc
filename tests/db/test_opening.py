"""Opening the home's database: missing, garbage, newer, older, read-only, full."""

from __future__ import annotations

import resource
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.db import opening
from app.db.opening import open_database
from app.db.schema_version import HEAD, REVISIONS
from app.domain.actors import Actor
from app.domain.errors import DatabaseDamaged, DatabaseNewer, DiskFull, HomeMissing, HomeReadOnly
from app.domain.visits import NewVisit
from app.models.tables import metadata
from tests.support.faults import in_unprivileged_child, read_only
from tests.support.offices import stored


def test_migrations_make_exactly_the_tables_of_the_models(home: Home) -> None:
    engine = open_database(home.database)
    with engine.connect() as connection:
        # The full-text index is a virtual table, which SQLAlchemy does not describe; it brings tables of its own.
        own = {"compare_type": True, "include_name": lambda name, *_: not str(name).startswith("search_index")}
        context = MigrationContext.configure(connection, opts=own)
        assert compare_metadata(context, metadata) == []
    engine.dispose()


def test_the_known_versions_are_the_migrations() -> None:
    scripts = ScriptDirectory(str(Path("app/db/migrations")))
    assert [script.revision for script in reversed(list(scripts.walk_revisions()))] == list(REVISIONS)
    assert scripts.get_current_head() == HEAD


@pytest.mark.parametrize("revision", ["*", "../x", "", "0001 "])
def test_a_version_that_is_none_of_ours_is_refused(home: Home, revision: str) -> None:
    stored(home, "UPDATE alembic_version SET version_num = ?", (revision,))
    with pytest.raises(DatabaseNewer):
        open_database(home.database)
    assert [path.name for path in home.root.glob("*.before*")] == []


@pytest.mark.parametrize("name", ["a?b", "a%20b", "a#b", "한글 폴더", "a&b=c;d"])
def test_any_folder_name_will_do(home: Home, name: str) -> None:
    moved = home.root.rename(home.root.parent / name)
    open_database(moved / "minwon.db").dispose()
    assert sorted(path.name for path in moved.parent.iterdir()) == [name]


def test_settings_of_a_later_program_are_left_alone_and_missing_ones_have_their_default(
    office: Office, home: Home
) -> None:
    stored(home, "INSERT INTO office_setting VALUES ('of_tomorrow', '1')")
    stored(home, "DELETE FROM office_setting WHERE name = 'undo_seconds'")
    assert office.offices.settings().undo_seconds == 10


def test_a_missing_table_is_damage(office: Office, clerk: Actor, home: Home) -> None:
    stored(home, "DROP TABLE slip_token")
    with pytest.raises(DatabaseDamaged):
        office.visits.register(clerk, NewVisit("SEAL"))


def test_wal_and_full_durability(home: Home) -> None:
    engine = open_database(home.database)
    with engine.connect() as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar() == "wal"
        assert connection.exec_driver_sql("PRAGMA synchronous").scalar() == 2
        assert connection.exec_driver_sql("PRAGMA foreign_keys").scalar() == 1
    engine.dispose()


def test_a_missing_home_is_said_so(tmp_path: Path) -> None:
    with pytest.raises(HomeMissing):
        open_database(tmp_path / "nowhere" / "minwon.db")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("garbage", [b"", b"this is not a database" * 400, b"SQLite format 3\x00" + b"\xff" * 8000])
def test_garbage_is_said_so_and_left_alone(home: Home, garbage: bytes) -> None:
    home.database.write_bytes(garbage)
    with pytest.raises(DatabaseDamaged):
        open_database(home.database)
    assert home.database.read_bytes() == garbage


def test_somebody_elses_database_is_not_ours(home: Home) -> None:
    home.database.unlink()
    stored(home, "CREATE TABLE recipe(name TEXT)")
    with pytest.raises(DatabaseDamaged):
        open_database(home.database)


def test_a_newer_database_is_refused_untouched(home: Home) -> None:
    stored(home, "UPDATE alembic_version SET version_num = '9999'")
    before = home.database.read_bytes()
    with pytest.raises(DatabaseNewer) as refused:
        open_database(home.database)
    assert (refused.value.found, refused.value.known) == ("9999", HEAD)
    assert home.database.read_bytes() == before


def test_a_read_only_home_is_said_so(home: Home) -> None:
    def attempt() -> str:
        try:
            open_database(home.database)
        except HomeReadOnly:
            return "read only"
        return "opened"

    with read_only(home.root):
        assert in_unprivileged_child(attempt) == "read only"


def test_a_full_disk_loses_nothing_acknowledged(office: Office, clerk: Actor, home: Home) -> None:
    kept = office.visits.register(clerk, NewVisit("SEAL")).visit

    def attempt() -> str:
        limited = open_office(home, lambda: kept.registered_at)
        size = max(path.stat().st_size for path in home.root.glob("minwon.db*"))
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))
        acknowledged = [kept.number]
        try:
            for _ in range(10_000):
                acknowledged.append(limited.visits.register(clerk, NewVisit("SEAL", note="가" * 200)).visit.number)
        except DiskFull:
            return " ".join(acknowledged)
        return "never full"

    office.close()
    acknowledged = in_unprivileged_child(attempt, keep_account=True).split()
    assert len(acknowledged) > 1
    after = open_office(home)
    assert [visit.number for visit in reversed(after.visits.list_day(clerk, kept.day))] == acknowledged
    assert stored(home, "PRAGMA integrity_check") == [("ok",)]
    after.close()


def test_an_older_database_is_copied_before_it_is_migrated(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(opening, "HEAD", "later")  # so that today's database is an older one
    before = stored(home, "SELECT count(*) FROM department")
    open_database(home.database).dispose()
    (home.root / "copied").mkdir()
    copied = Home(home.root / "copied")
    home.database.with_name(f"minwon.db.before-{HEAD}").rename(copied.database)
    assert stored(copied, "SELECT count(*) FROM department") == before
