"""Disks that are full, power that fails, clocks that are years off: what was acknowledged stays; nobody else moves."""

from __future__ import annotations

import os
import random
import resource
import shutil
import signal
import sqlite3
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from app.config.paths import Home
from app.domain.errors import AppError, DiskFull
from app.domain.sharing import SharedKind
from app.domain.sharing_errors import SharedSideFull
from app.domain.visits import NewVisit
from tests.support.crashes import killed
from tests.support.offices import MORNING, SetClock, stored
from tests.support.postgres import Cluster, new_cluster
from tests.support.shared_homes import CLERK, PreparedOffice, SharedHome
from tests.support.shared_offices import Desk, SharedFileOffice, SharedOffice, SharedServerOffice

CUTS = 60


@pytest.fixture
def homes(prepared: PreparedOffice, tmp_path: Path) -> Iterator[list[SharedHome]]:
    hub = prepared.hub(SetClock(MORNING))
    opened = [prepared.copy(n, tmp_path / f"home-{n}", hub, SetClock(MORNING)) for n in range(3)]
    yield opened
    for home in opened:
        home.close()


def visits(home: SharedHome) -> set[str]:
    return {row_id for (row_id,) in stored(home.home, "SELECT id FROM visit")}


def many(home: SharedHome, number: int) -> set[str]:
    return {home.office.visits.register(CLERK, NewVisit("SEAL", note="메모 " * 12)).visit.id for _ in range(number)}


def test_a_disk_that_fills_up_while_documents_come_keeps_what_there_was(homes: list[SharedHome]) -> None:
    there = many(homes[0], 500)
    homes[0].exchange()
    mine = many(homes[1], 1)
    root, clock = homes[1].home.root, homes[1].clock
    room = max(path.stat().st_size for path in root.glob("minwon.db*"))
    answers = root.parent / "answer"

    def exchange() -> None:
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))
        home = SharedHome(root, homes[0].hub.inner, clock)
        try:
            home.exchange()
        except AppError as error:
            answers.touch()
            answers.rename(root.parent / type(error).__name__)

    homes[1].close()
    assert not killed(exchange)
    assert (root.parent / DiskFull.__name__).exists()
    homes[1].reopen()
    assert stored(homes[1].home, "PRAGMA integrity_check") == [("ok",)]
    assert mine <= visits(homes[1])
    homes[1].exchange()
    assert there | mine <= visits(homes[1])
    assert homes[1].compare().agree


@pytest.mark.parametrize("shared", [SharedKind.FILE], indirect=True)
def test_a_share_that_is_full_takes_nothing_and_loses_nothing(
    shared: SharedOffice, first: Desk, second: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert isinstance(shared, SharedFileOffice)
    shared.shut(first)
    shared.shut(second)
    path, made = shared.path, sqlite3.connect

    def connect(database: str, *arguments: Any, **options: Any) -> sqlite3.Connection:
        connection = made(database, *arguments, **options)
        if path.name in str(database):
            pages = path.stat().st_size // connection.execute("PRAGMA page_size").fetchone()[0]
            connection.execute(f"PRAGMA max_page_count = {pages + 2}")
        return connection

    with monkeypatch.context() as full:
        full.setattr(sqlite3, "connect", connect)
        _refused_as_full(first)
    assert shared.stored("PRAGMA integrity_check") == [("ok",)]
    _all_arrives(first, second)


@pytest.mark.usefixtures("no_password_store")
def test_a_server_whose_disk_is_full_takes_nothing_and_loses_nothing(
    home: Home, clock: SetClock, tmp_path: Path
) -> None:
    with small_disk() as disk, new_cluster() as cluster, closing(SharedServerOffice(tmp_path, cluster)) as shared:
        disk.take(cluster, shared.address.database)
        first = shared.begin(home, clock)
        second = shared.join(first, "7")
        shared.shut(first)
        shared.shut(second)
        disk.fill(shared)
        _refused_as_full(first)
        disk.make_room(shared)
        _all_arrives(first, second)


def _refused_as_full(desk: Desk) -> None:
    with closing(SharedHome(desk.home.root, None, desk.clock)) as home:
        many(home, 200)
        with pytest.raises(SharedSideFull):
            home.exchange()
        assert len(visits(home)) == 200
        assert home.sharing.state().trouble == "SharedSideFull"
        assert home.sharing.state().unsent > 0
        many(home, 1)  # the clerk goes on


def _all_arrives(*desks: Desk) -> None:
    homes = [SharedHome(desk.home.root, None, desk.clock) for desk in desks]
    try:
        for home in (*homes, *homes):
            home.exchange()
        for home in homes:
            assert home.compare().agree
            assert len(visits(home)) == 201
    finally:
        for home in homes:
            home.close()


@dataclass
class SmallDisk:
    """`mounted` None: this machine gives no disk to who runs the tests; the server only says that it is full then."""

    mounted: Path | None

    def take(self, cluster: Cluster, database: str) -> None:
        """Put a database on this disk."""
        if self.mounted is None:
            return
        folder = self.mounted / "tables"
        folder.mkdir()
        data = (cluster.folder / "data").stat()
        os.chown(folder, data.st_uid, data.st_gid)
        with closing(cluster.connect()) as connection:
            connection.execute(f"CREATE TABLESPACE small LOCATION '{folder}'".encode())
            connection.execute(f"ALTER DATABASE {database} SET TABLESPACE small".encode())

    def fill(self, shared: SharedServerOffice) -> None:
        if self.mounted is not None:
            free = shutil.disk_usage(self.mounted).free
            (self.mounted / "filler").write_bytes(bytes(free - 32_768))
            return
        shared.stored(
            "CREATE FUNCTION says_full() RETURNS trigger LANGUAGE plpgsql AS "
            "'BEGIN RAISE EXCEPTION USING ERRCODE = ''disk_full''; END'"
        )
        shared.stored("CREATE TRIGGER full_disk BEFORE INSERT ON op EXECUTE FUNCTION says_full()")

    def make_room(self, shared: SharedServerOffice) -> None:
        if self.mounted is not None:
            (self.mounted / "filler").unlink()
        else:
            shared.stored("DROP TRIGGER full_disk ON op")


@contextmanager
def small_disk() -> Iterator[SmallDisk]:
    with tempfile.TemporaryDirectory(prefix="minwon-disk-") as name:
        folder = Path(name)
        folder.chmod(0o755)
        asked = ["mount", "-t", "tmpfs", "-o", "size=96m,mode=755", "tmpfs", str(folder)]
        mounted = subprocess.run(asked, check=False, capture_output=True).returncode == 0
        try:
            yield SmallDisk(folder if mounted else None)
        finally:
            if mounted:
                subprocess.run(["umount", folder], check=True)


def test_power_that_fails_at_any_moment_loses_nothing_acknowledged(homes: list[SharedHome], tmp_path: Path) -> None:
    """What had not reached the disk is gone: a log cut off anywhere still has all that was committed before."""
    home, chance = homes[0], random.Random(5)
    home.exchange()
    with closing(sqlite3.connect(home.database)) as keeper:
        keeper.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        keeper.execute("BEGIN")
        keeper.execute("SELECT count(*) FROM visit").fetchone()  # so that nothing goes from the log into the file
        log = home.database.with_name(home.database.name + "-wal")
        told: list[tuple[int, str]] = []
        for _ in range(25):
            visit = home.office.visits.register(CLERK, NewVisit("SEAL", note="메모")).visit.id
            told.append((log.stat().st_size, visit))
            if chance.random() < 0.3:
                home.exchange()
        whole = log.read_bytes()
        frozen = tmp_path / "frozen.db"
        shutil.copy(home.database, frozen)
    for turn in range(CUTS):
        cut = chance.randrange(len(whole) + 1)
        torn = whole[:cut] + (chance.randbytes(chance.randrange(600)) if turn % 2 else b"")
        copied = Home(tmp_path / f"after-{turn}")
        shutil.copytree(home.home.root / "keys", copied.keys)
        shutil.copy(frozen, copied.database)
        copied.database.with_name(copied.database.name + "-wal").write_bytes(torn)
        assert stored(copied, "PRAGMA integrity_check") == [("ok",)]
        here = {row_id for (row_id,) in stored(copied, "SELECT id FROM visit")}
        assert {visit for size, visit in told if size <= cut} <= here, cut
        shutil.rmtree(copied.root)


@pytest.mark.parametrize("wrong", [timedelta(days=365), timedelta(days=-365)])
def test_a_clock_a_year_off_moves_nobody_else(homes: list[SharedHome], wrong: timedelta) -> None:
    right, other, _ = homes
    earlier = right.office.visits.admit(CLERK, NewVisit("SEAL")).visit
    right.exchange()
    assert isinstance(other.clock, SetClock)
    other.clock.at = MORNING + wrong
    other.exchange()
    strange = other.office.visits.admit(CLERK, NewVisit("PASSPORT")).visit
    other.exchange()
    right.exchange()
    assert isinstance(right.clock, SetClock)
    right.clock.pass_by(minutes=5)
    later = right.office.visits.admit(CLERK, NewVisit("SEAL")).visit
    assert right.office.visits.now(CLERK).day == MORNING.date()
    assert right.office.visits.now(CLERK).at == right.clock.at
    assert [visit.id for visit in right.office.visits.list_day(CLERK)] == [later.id, earlier.id]
    assert (later.seq, later.number) == (earlier.seq + 1, later.number)
    # The one from the wrong day is there all the same, and waits to be called.
    assert strange.id in visits(right)
    other.clock.at = right.clock.at
    for home in (other, right, other):
        home.exchange()
    assert right.compare().agree
    assert other.compare().agree
