"""What can happen to a file on a share: every fault has its own error, and nothing acknowledged is lost."""

from __future__ import annotations

import random
import resource
import shutil
import sqlite3
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from app.crypto.invites import new_invite
from app.domain.errors import AppError
from app.domain.sharing import SharedAddress, SharedKind, Standing
from app.domain.sharing_errors import (
    SharedDatabaseMissing,
    SharedFileInCloudFolder,
    SharedSideBusy,
    SharedSideDamaged,
    SharedSideFull,
    SharedSideNewer,
    SharedSideNotOurs,
    SharedSideReadOnly,
    SharedSideRestored,
    SharedSideUnreachable,
)
from app.sync.file.file_door import FileDoor
from app.sync.file.file_hub import FileHub
from app.sync.file.file_owner import FileOwner
from tests.support.faults import in_unprivileged_child, read_only
from tests.support.hubs import LONG_AGO, OFFICE, OFFICE_NAME, Counter, FileKit, new_id
from tests.support.share_writers import ended, half_written, held, killed, pushed, pushers, say

WRITERS = 10


@pytest.fixture
def a(file_kit: FileKit) -> Counter:
    counter = file_kit.admitted("A", "1번 창구")
    counter.push(*(counter.visit(number) for number in range(20)))
    return counter


def whole(path: Path) -> bool:
    with closing(sqlite3.connect(path)) as connection:
        return bool(connection.execute("PRAGMA integrity_check").fetchone() == ("ok",))


def all_errors(counter: Counter) -> set[type[Exception]]:
    """What reading and writing end with."""
    found: set[type[Exception]] = set()
    calls: tuple[Callable[[], object], ...] = (
        lambda: counter.hub.pull(counter.home, counter.epoch, counter.cursor, 10, LONG_AGO),
        lambda: counter.push(counter.visit(900)),
        lambda: counter.hub.greet(counter.caller()),
    )
    for call in calls:
        with pytest.raises(AppError) as caught:
            call()
        found.add(caught.type)
    return found


# --- locked ----------------------------------------------------------------------------------------------------------


def test_a_file_locked_for_too_long_is_busy(file_kit: FileKit, a: Counter) -> None:
    a.hub = FileHub(file_kit.address, patience=0.4)
    with held(file_kit.path, "EXCLUSIVE"):
        begun = time.monotonic()
        assert all_errors(a) == {SharedSideBusy}
        assert time.monotonic() - begun < 10
    assert a.push(a.visit(900))


def test_a_writer_does_not_keep_readers_out(file_kit: FileKit, a: Counter) -> None:
    with held(file_kit.path, "IMMEDIATE"):
        assert len(a.names("visit")) == 20


def test_a_file_locked_for_a_moment_is_waited_for(file_kit: FileKit, a: Counter) -> None:
    with held(file_kit.path, "EXCLUSIVE") as other, ThreadPoolExecutor(2) as pool:
        pushing = pool.submit(lambda: a.push(a.visit(900)))
        reading = pool.submit(lambda: file_kit.again(a).names("visit"))
        say(other)
        assert len(pushing.result(timeout=30)) == 1
        assert len(reading.result(timeout=30)) >= 20


# --- ten at once -----------------------------------------------------------------------------------------------------


def test_ten_writers_get_fair_turns(file_kit: FileKit) -> None:
    counters = [file_kit.admitted(f"C{number}", f"{number}번 창구") for number in range(WRITERS)]
    processes = pushers(file_kit, counters, seconds=3, batch=20)
    shares = sorted(pushed(ended(process)) for process in processes)
    assert all(process.returncode == 0 for process in processes)
    assert file_kit.stored("SELECT count(*) FROM doc WHERE entity = 'visit'") == [(20 * sum(shares),)]
    assert file_kit.stored("SELECT count(DISTINCT op_id), max(version) FROM op WHERE entity = 'visit'") == [
        (20 * sum(shares), 1)
    ]
    assert whole(file_kit.path)
    mean = sum(shares) / WRITERS
    assert shares[0] >= mean / 3, f"somebody starved: {shares}"
    assert shares[-1] <= mean * 3, f"somebody took it all: {shares}"


@pytest.mark.parametrize("seed", range(4))
def test_killed_pushers_lose_nothing_that_was_acknowledged(file_kit: FileKit, seed: int) -> None:
    chance = random.Random(seed)
    counters = [file_kit.admitted(f"C{number}", f"{number}번 창구") for number in range(3)]
    processes = pushers(file_kit, counters, seconds=30, batch=50)
    acknowledged = {}
    for counter, process in zip(counters, processes, strict=True):
        time.sleep(chance.uniform(0.05, 0.4))  # at any moment of a push
        acknowledged[counter.home] = pushed(killed(process))
    for counter in counters:
        # A push either is there or is not, and one may be there whose answer nobody heard.
        ((found,),) = file_kit.stored("SELECT count(*) FROM doc WHERE entity = 'visit' AND home = %s", (counter.home,))
        assert found % 50 == 0
        assert found // 50 in (acknowledged[counter.home], acknowledged[counter.home] + 1)
    assert whole(file_kit.path)


def test_half_a_change_of_a_dead_program_is_taken_back(file_kit: FileKit, a: Counter) -> None:
    a.push(*(a.visit(number) for number in range(100, 300)))
    before = {name: document.fields for name, document in a.catch_up().items()}
    half_written(file_kit.path)
    assert file_kit.path.with_name("office.db-journal").exists()
    again = file_kit.again(a)
    again.cursor, again.replica = type(a.cursor)(), {}
    assert {name: document.fields for name, document in again.catch_up().items()} == before
    assert a.push(a.visit(900))
    assert whole(file_kit.path)


# --- gone, replaced, damaged -----------------------------------------------------------------------------------------


def test_a_file_that_is_gone(file_kit: FileKit, a: Counter) -> None:
    file_kit.path.unlink()
    assert all_errors(a) == {SharedDatabaseMissing}
    assert not file_kit.path.exists()


def test_a_folder_that_is_gone(file_kit: FileKit, a: Counter) -> None:
    shutil.rmtree(file_kit.path.parent)
    assert all_errors(a) == {SharedSideUnreachable}


def test_a_folder_where_the_file_should_be(file_kit: FileKit, a: Counter) -> None:
    file_kit.path.unlink()
    file_kit.path.mkdir()
    assert all_errors(a) == {SharedSideNotOurs}


@pytest.mark.parametrize("part", [0.9, 0.5, 0.2])
def test_a_truncated_file_is_damaged(file_kit: FileKit, a: Counter, part: float) -> None:
    content = file_kit.path.read_bytes()
    pages = int(len(content) * part) // 4096
    file_kit.path.write_bytes(content[: pages * 4096])
    assert all_errors(a) == {SharedSideDamaged}


def test_an_emptied_file_is_damaged(file_kit: FileKit, a: Counter) -> None:
    file_kit.path.write_bytes(b"")
    assert all_errors(a) == {SharedSideDamaged}


def test_garbled_pages_are_damaged(file_kit: FileKit, a: Counter) -> None:
    content = bytearray(file_kit.path.read_bytes())
    content[4096:] = random.Random(1).randbytes(len(content) - 4096)
    file_kit.path.write_bytes(content)
    assert all_errors(a) == {SharedSideDamaged}


@pytest.mark.parametrize("content", [b"x" * 8192, "민원 목록,1\n".encode() * 400])
def test_something_else_is_not_ours(file_kit: FileKit, a: Counter, content: bytes) -> None:
    file_kit.path.write_bytes(content)
    assert all_errors(a) == {SharedSideNotOurs}
    with pytest.raises(SharedSideNotOurs):
        file_kit.owner.prepare(OFFICE, OFFICE_NAME)
    assert file_kit.path.read_bytes() == content


def test_somebody_else_s_database_is_not_ours(file_kit: FileKit, a: Counter) -> None:
    file_kit.path.unlink()
    with closing(sqlite3.connect(file_kit.path)) as connection:
        connection.execute("CREATE TABLE meta (office TEXT)")
        connection.commit()
    content = file_kit.path.read_bytes()
    assert all_errors(a) == {SharedSideNotOurs}
    with pytest.raises(SharedSideNotOurs):
        file_kit.owner.prepare(OFFICE, OFFICE_NAME)
    assert file_kit.path.read_bytes() == content


def test_another_shared_file_in_its_place_is_another_life(file_kit: FileKit, a: Counter) -> None:
    other = file_kit.path.with_name("other.db")
    FileOwner(SharedAddress(SharedKind.FILE, path=str(other))).prepare(new_id(), "다른구")
    other.replace(file_kit.path)
    with pytest.raises(SharedSideRestored):
        a.push(a.visit(900))
    greeting = a.hub.greet(a.caller())
    assert greeting.standing is Standing.UNKNOWN
    assert greeting.office != OFFICE


def test_a_file_in_wal_is_refused(file_kit: FileKit, a: Counter) -> None:
    with closing(sqlite3.connect(file_kit.path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
    assert all_errors(a) == {SharedSideNotOurs}


def test_a_newer_file_is_refused(file_kit: FileKit, a: Counter) -> None:
    with closing(sqlite3.connect(file_kit.path)) as connection:
        connection.execute("PRAGMA user_version = 99")
    assert all_errors(a) == {SharedSideNewer}


# --- cannot write ----------------------------------------------------------------------------------------------------


def test_a_read_only_share_can_be_read_and_not_written(file_kit: FileKit, a: Counter) -> None:
    def read() -> str:
        return str(len(FileHub(file_kit.address).pull(a.home, a.epoch, a.cursor, 500, LONG_AGO).documents))

    def write() -> str:
        try:
            a.push(a.visit(900))
        except SharedSideReadOnly:
            return "read only"
        return "written"

    with read_only(file_kit.path.parent):
        assert in_unprivileged_child(read) == "21"
        assert in_unprivileged_child(write) == "read only"


def test_a_full_disk_loses_nothing(file_kit: FileKit, a: Counter) -> None:
    size = file_kit.path.stat().st_size

    def push() -> str:
        resource.setrlimit(resource.RLIMIT_FSIZE, (size + 4096, size + 4096))
        done = 0
        try:
            while done < 1000:
                a.push(*(a.visit(a.n) for _ in range(20)))
                done += 1
        except SharedSideFull:
            return f"full after {done}"
        return "never full"

    said = in_unprivileged_child(push, keep_account=True)
    assert said.startswith("full after ")
    assert file_kit.stored("SELECT count(*) FROM doc WHERE entity = 'visit'") == [(20 + 20 * int(said[11:]),)]
    assert whole(file_kit.path)
    a.ticket = type(a.ticket)(*file_kit.stored("SELECT ticket_count, ticket_mark FROM node")[0])
    assert a.push(a.visit(9000))


# --- where it lies ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "folder",
    [
        "OneDrive",
        "OneDrive - 한빛구",
        "Dropbox (개인)",
        "Google Drive",
        "내 드라이브",
        "iCloudDrive",
        "네이버 MYBOX",
        "Nextcloud",
    ],
)
def test_a_folder_of_a_cloud_program_is_refused_by_its_name(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder / "창구").mkdir(parents=True)
    address = SharedAddress(SharedKind.FILE, path=str(tmp_path / folder / "창구" / "office.db"))
    with pytest.raises(SharedFileInCloudFolder):
        FileOwner(address).prepare(OFFICE, OFFICE_NAME)
    assert list((tmp_path / folder / "창구").iterdir()) == []


@pytest.mark.parametrize("mark", [".dropbox", ".849C9593-D756-4E56-8D6E-42412F2A707B", ".sync_0a1b2c.db"])
def test_a_folder_of_a_cloud_program_is_refused_by_its_marks(file_kit: FileKit, mark: str) -> None:
    code = new_invite()
    file_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=1))
    (file_kit.path.parent.parent / mark).touch()
    with pytest.raises(SharedFileInCloudFolder):
        FileDoor(file_kit.address).redeem(code, new_id(), "B", bytes(32))


def test_onedrive_under_another_name_is_known_from_windows(file_kit: FileKit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("OneDriveCommercial", str(file_kit.path.parent))
    with pytest.raises(SharedFileInCloudFolder):
        file_kit.owner.prepare(OFFICE, OFFICE_NAME)


@pytest.mark.parametrize("folder", ["공유", "dropbox-alternative", "OneDriveX", "box", "drive", "my office", "sync"])
def test_other_folders_are_fine(tmp_path: Path, folder: str) -> None:
    (tmp_path / folder).mkdir()
    owner = FileOwner(SharedAddress(SharedKind.FILE, path=str(tmp_path / folder / "office.db")))
    owner.prepare(OFFICE, OFFICE_NAME)
    assert owner.office() == (OFFICE, OFFICE_NAME)


def test_nothing_is_made_where_there_is_no_folder(tmp_path: Path) -> None:
    with pytest.raises(SharedSideUnreachable):
        FileOwner(SharedAddress(SharedKind.FILE, path=str(tmp_path / "away" / "office.db"))).prepare(
            OFFICE, OFFICE_NAME
        )
    assert list(tmp_path.iterdir()) == []


def test_nothing_stays_open_between_calls(file_kit: FileKit, a: Counter) -> None:
    a.catch_up()
    a.greet()
    opened = {link.resolve() for link in Path("/proc/self/fd").iterdir() if link.exists()}
    assert not {path for path in opened if path.parent == file_kit.path.parent}


def test_asking_again_at_once_writes_nothing(file_kit: FileKit, a: Counter) -> None:
    a.greet()
    before = file_kit.path.read_bytes()
    a.greet()
    a.catch_up()
    assert file_kit.path.read_bytes() == before
    a.greet(unsent=3)
    assert file_kit.path.read_bytes() != before
    assert file_kit.owner.counters()[0].unsent == 3
