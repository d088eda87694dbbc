"""A backup is the whole home as of one moment, and a file that is none, or is spoilt, becomes no home."""

from __future__ import annotations

import json
import os
import resource
import subprocess
import sys
import zipfile
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.bootstrap import back_up_home, opened_office, restore_home
from app.config.paths import Home
from app.config.settings import PRINT_TO_FILES, DeskSettings, load_settings, save_settings
from app.db.store_health import look_at_store
from app.domain.errors import AppError, CannotWrite, DatabaseDamaged, DatabaseNewer, HomeExists, HomeMissing
from app.domain.health import Code
from app.domain.sharing_errors import BackupUnusable
from app.domain.visits import NewVisit
from tests.support.command_line import ROOT, environment
from tests.support.faults import in_unprivileged_child
from tests.support.offices import PASSWORD, home, home_template, stored

__all__ = ["home", "home_template"]

_WRITER = """
import sys
from pathlib import Path
from app.bootstrap import open_office
from app.config.paths import Home
from app.domain.visits import NewVisit
office = open_office(Home(Path(sys.argv[1])))
clerk = office.accounts.sign_in("clerk1", sys.argv[2])
while True:
    print(office.visits.register(clerk, NewVisit("SEAL")).visit.id, flush=True)
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "home.backup"


@pytest.fixture
def target(tmp_path: Path) -> Home:
    return Home(tmp_path / "restored")


def test_everything_comes_back(home: Home, file: Path, target: Home) -> None:
    save_settings(home.settings, DeskSettings(printer=PRINT_TO_FILES))
    with opened_office(home) as office:
        visit = office.visits.register(office.accounts.sign_in("clerk1", PASSWORD), NewVisit("SEAL")).visit
        office.stores.export(home.survey)
        from app.db.survey_store import SurveyStore

        with closing(SurveyStore.open(home.survey, hold_key_file=home.keys / "hold.key")):
            back_up_home(home, file)  # with the window and the survey server open
    assert file.stat().st_mode & 0o777 == 0o600
    restore_home(target, file)

    assert stored(target, "SELECT * FROM visit") == stored(home, "SELECT * FROM visit")
    assert {p.name: p.read_bytes() for p in target.keys.iterdir()} == {
        p.name: p.read_bytes() for p in home.keys.iterdir()
    }
    assert load_settings(target.settings).printer == PRINT_TO_FILES
    assert look_at_store(target.survey, target.keys / "hold.key").code is Code.FINE
    for path in target.root.rglob("*"):
        assert path.stat().st_mode & 0o077 == 0, path
    assert target.root.stat().st_mode & 0o077 == 0
    with opened_office(target) as office:
        clerk = office.accounts.sign_in("clerk1", PASSWORD)
        assert [each.id for each in office.visits.list_day(clerk)] == [visit.id]
        assert office.visits.register(clerk, NewVisit("SEAL")).visit.number == "A-002"


def test_a_home_in_use_is_backed_up_as_of_one_moment(home: Home, file: Path, target: Home, tmp_path: Path) -> None:
    """Everything acknowledged before the backup began is in it, whole, and nothing is half there."""
    writer = subprocess.Popen(
        [sys.executable, "-c", _WRITER, str(home.root), PASSWORD],
        cwd=ROOT, env=environment(), stdout=subprocess.PIPE, text=True,
    )  # fmt: skip
    assert writer.stdout is not None
    try:
        acknowledged = [writer.stdout.readline().strip() for _ in range(20)]
        for n in range(5):
            kept = tmp_path / f"{n}.backup"
            back_up_home(home, kept)
            restored = Home(tmp_path / f"restored-{n}")
            restore_home(restored, kept)
            there = {row[0] for row in stored(restored, "SELECT id FROM visit")}
            assert set(acknowledged) <= there
            for table in ("visit_step", "outbox"):
                column = "row_id" if table == "outbox" else "visit_id"
                where = "WHERE entity = 'visit'" if table == "outbox" else ""
                assert {row[0] for row in stored(restored, f"SELECT {column} FROM {table} {where}")} == there
            assert stored(restored, "PRAGMA integrity_check") == [("ok",)]
            assert stored(restored, "PRAGMA foreign_key_check") == []
            with opened_office(restored) as office:
                office.visits.register(office.accounts.sign_in("clerk2", PASSWORD), NewVisit("SEAL"))
            acknowledged.append(writer.stdout.readline().strip())
        assert writer.poll() is None
    finally:
        writer.kill()
        writer.wait()
        writer.stdout.close()


def test_where_there_is_a_home_nothing_is_restored(home: Home, file: Path) -> None:
    back_up_home(home, file)
    before = home.database.read_bytes()
    with pytest.raises(HomeExists):
        restore_home(home, file)
    assert home.database.read_bytes() == before


def test_an_empty_folder_is_filled(home: Home, file: Path, target: Home) -> None:
    back_up_home(home, file)
    target.root.mkdir(0o755)
    restore_home(target, file)
    assert target.root.stat().st_mode & 0o077 == 0
    assert stored(target, "SELECT count(*) FROM person") == stored(home, "SELECT count(*) FROM person")


# --- files that are no backup ---


def rewritten(change: Callable[[dict[str, bytes]], object]) -> Callable[[Path], None]:
    """The same archive with other contents."""

    def spoil(file: Path) -> None:
        with zipfile.ZipFile(file) as archive:
            contents = {name: archive.read(name) for name in archive.namelist()}
        change(contents)
        with zipfile.ZipFile(file, "w") as archive:
            for name, content in contents.items():
                archive.writestr(name, content)

    return spoil


def overwritten(at: float, content: bytes = b"\xa5" * 512) -> Callable[[Path], None]:
    def spoil(file: Path) -> None:
        with file.open("r+b") as opened:
            opened.seek(int(file.stat().st_size * at))
            opened.write(content)

    return spoil


def shortened(file: Path) -> None:
    os.truncate(file, file.stat().st_size // 2)


def not_ours(file: Path) -> None:
    with zipfile.ZipFile(file, "w") as archive:
        archive.writestr("letter.txt", "somebody's letter")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda file: file.unlink(),
        lambda file: file.write_bytes(b""),
        lambda file: file.write_bytes(b"PK\x03\x04 not an archive"),
        not_ours,
        shortened,
        overwritten(0.3),
        overwritten(0.6),
        rewritten(lambda c: c.pop("minwon.db")),
        rewritten(lambda c: c.pop("keys/slip.key")),
        rewritten(lambda c: c.update({"keys/slip.key": b"zz"})),
        rewritten(lambda c: c.update({"minwon.db": c["minwon.db"][: len(c["minwon.db"]) // 2]})),
        rewritten(lambda c: c.update({"minwon.db": b"SQLite format 3\x00" + bytes(4000)})),
        rewritten(lambda c: c.update({"minwon-backup.json": b"[]"})),
        rewritten(lambda c: c.update({"minwon-backup.json": b"{"})),
        rewritten(lambda c: c.update({"../outside": b"x"})),
        rewritten(lambda c: c.update({"keys/../../outside": b"x"})),
        rewritten(lambda c: c.update({"/etc/outside": b"x"})),
        rewritten(lambda c: c.update({"keys/C:\\outside": b"x"})),
        rewritten(lambda c: c.update({"elsewhere/file": b"x"})),
    ],
)  # fmt: skip
def test_a_file_that_is_no_backup_becomes_no_home(
    home: Home, file: Path, target: Home, tmp_path: Path, spoil: Callable[[Path], None]
) -> None:
    back_up_home(home, file)
    spoil(file)
    before = sorted(path.name for path in tmp_path.iterdir())
    with pytest.raises(BackupUnusable):
        restore_home(target, file)
    assert sorted(path.name for path in tmp_path.iterdir()) == before


def test_a_backup_of_a_newer_release_is_told_from_a_damaged_one(home: Home, file: Path, target: Home) -> None:
    back_up_home(home, file)
    newer = json.dumps({"made_at": datetime.now(UTC).isoformat(), "schema": "9999"}).encode()
    rewritten(lambda c: c.update({"minwon-backup.json": newer}))(file)
    with pytest.raises(DatabaseNewer):
        restore_home(target, file)
    assert not target.root.exists()


# --- homes that cannot be backed up, and disks without room ---


def test_a_home_that_is_not_there_is_not_made_by_backing_it_up(tmp_path: Path, file: Path) -> None:
    empty = Home(tmp_path / "empty")
    empty.root.mkdir()
    for missing in (Home(tmp_path / "nowhere"), empty):
        with pytest.raises(HomeMissing):
            back_up_home(missing, file)
    assert list(empty.root.iterdir()) == []
    assert not file.exists()


def test_a_damaged_home_gives_no_backup_and_keeps_the_last_one(home: Home, file: Path) -> None:
    back_up_home(home, file)
    before = file.read_bytes()
    home.database.write_bytes(b"gone" * 5000)
    with pytest.raises(DatabaseDamaged):
        back_up_home(home, file)
    assert file.read_bytes() == before


def test_a_backup_does_not_lie_in_the_home_it_is_of(home: Home) -> None:
    before = home.database.read_bytes()
    for inside in (home.database, home.root / "backup", home.keys / "backup"):
        with pytest.raises(CannotWrite):
            back_up_home(home, inside)
    assert home.database.read_bytes() == before
    assert not (home.root / "backup").exists()


@pytest.mark.parametrize("limit", [60_000, 1_600_000])
def test_a_disk_without_room_for_the_backup(home: Home, file: Path, tmp_path: Path, limit: int) -> None:
    """Room for a part of the database's copy only, and for that but not for the file."""
    home.survey.mkdir()
    (home.survey / "incompressible").write_bytes(os.urandom(2_500_000))
    back_up_home(home, file)
    assert 60_000 < home.database.stat().st_size < 1_600_000 < file.stat().st_size
    before = file.read_bytes()

    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
        try:
            back_up_home(home, file)
        except AppError as error:
            return type(error).__name__
        return "written"

    names = sorted(path.name for path in tmp_path.iterdir())
    assert in_unprivileged_child(attempt, keep_account=True) == "DiskFull"
    assert file.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == names


def test_a_disk_without_room_for_the_home(home: Home, file: Path, target: Home, tmp_path: Path) -> None:
    back_up_home(home, file)

    def attempt() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, 60_000))
        try:
            restore_home(target, file)
        except AppError as error:
            return type(error).__name__
        return "written"

    names = sorted(path.name for path in tmp_path.iterdir())
    assert in_unprivileged_child(attempt, keep_account=True) == "DiskFull"
    assert sorted(path.name for path in tmp_path.iterdir()) == names
