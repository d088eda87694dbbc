"""Looking after a shared file: does the share lock, the nightly look and copy, and making it anew."""

from __future__ import annotations

import fcntl
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.domain.errors import CannotWrite, DiskFull
from app.domain.sharing_errors import (
    SharedFileDoesNotLock,
    SharedSideBusy,
    SharedSideDamaged,
    SharedSideUnreachable,
)
from app.sync.file.file_hub import FileHub
from app.sync.file.lock_test import held_by, hold_lock, refuse_without_locks
from app.sync.file.nightly import NightlyCheck
from tests.support.faults import in_unprivileged_child, read_only
from tests.support.hubs import OFFICE, OFFICE_NAME, FileKit
from tests.support.share_writers import ended, held, killed, say

NIGHT = datetime(2026, 11, 20, 20, 0, tzinfo=UTC)
ROOT = Path(__file__).resolve().parents[2]

_HOLD = """
import sys
from pathlib import Path
from app.sync.file.lock_test import hold_lock
with hold_lock(Path(sys.argv[1]), "", "3번 창구"):
    print("held", flush=True)
    sys.stdin.readline()
"""


def _same(moment: datetime) -> datetime:
    return moment


@contextmanager
def another_pc_holds(path: Path) -> Iterator[subprocess.Popen[str]]:
    command = [sys.executable, "-c", _HOLD, str(path)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT)
    try:
        assert process.stdout is not None
        assert process.stdout.readline().strip() == "held"
        yield process
    finally:
        if process.poll() is None:
            process.kill()
        process.communicate()


# --- locks -----------------------------------------------------------------------------------------------------------


def test_a_share_that_locks_is_fine(file_kit: FileKit) -> None:
    refuse_without_locks(file_kit.path, "here")
    refuse_without_locks(file_kit.path, "here")


def test_a_share_that_only_says_it_locks_is_refused(file_kit: FileKit, monkeypatch: pytest.MonkeyPatch) -> None:
    granted: list[int] = []

    def grant(descriptor: int, command: int, *_: Any) -> bytes:
        """Some file servers answer every request for a lock with yes."""
        granted.append(command)
        return b""

    monkeypatch.setattr(fcntl, "fcntl", grant)
    with pytest.raises(SharedFileDoesNotLock):
        file_kit.owner.prepare(OFFICE, OFFICE_NAME)
    assert granted == [fcntl.F_OFD_SETLK]


def test_a_share_somebody_else_tests_just_now_is_waited_for(file_kit: FileKit) -> None:
    with another_pc_holds(file_kit.path) as other:
        say(other)
        refuse_without_locks(file_kit.path, "here")


def test_the_other_pc_s_lock_is_seen(file_kit: FileKit) -> None:
    assert held_by(file_kit.path, "here") is None
    with another_pc_holds(file_kit.path) as other:
        assert held_by(file_kit.path, "here") == "3번 창구"
        say(other)
        ended(other)
    assert held_by(file_kit.path, "here") is None


def left_its_name(kit: FileKit) -> sqlite3.Connection:
    """The test file as a PC leaves it that holds a lock which reaches nobody."""
    with hold_lock(kit.path, "here", "3번 창구"):
        pass
    probe = sqlite3.connect(kit.path.with_name("office.db-lock-test"), isolation_level=None)
    probe.execute("INSERT INTO holder VALUES ('3번 창구')")
    return probe


def test_a_lock_that_does_not_reach_the_other_pc_is_seen(file_kit: FileKit, monkeypatch: pytest.MonkeyPatch) -> None:
    with closing(left_its_name(file_kit)) as other:
        pauses: list[float] = []

        def pause(seconds: float) -> None:
            pauses.append(seconds)
            if sum(pauses) > 3:
                other.execute("DELETE FROM holder")  # it ends its test as it always does

        monkeypatch.setattr(time, "sleep", pause)
        with pytest.raises(SharedFileDoesNotLock):
            held_by(file_kit.path, "here")


def test_a_pc_that_was_switched_off_while_testing_proves_nothing(file_kit: FileKit) -> None:
    with another_pc_holds(file_kit.path) as other:
        killed(other)
    assert held_by(file_kit.path, "here", longest=0.1) is None
    assert held_by(file_kit.path, "here") is None


def test_testing_holds_up_nobody(file_kit: FileKit) -> None:
    with another_pc_holds(file_kit.path):
        counter = file_kit.admitted()
        assert counter.push(counter.visit(1))


# --- nightly ---------------------------------------------------------------------------------------------------------


def test_the_first_of_the_day_looks_and_copies(file_kit: FileKit, tmp_path: Path) -> None:
    counter = file_kit.admitted()
    counter.push(counter.visit(1))
    ours, theirs = tmp_path / "copies", tmp_path / "other-pc"
    copy = NightlyCheck(file_kit.address, lambda: NIGHT).check_and_copy(ours)
    assert copy == ours / "shared-2026-11-21.db"  # it is morning in the office
    assert NightlyCheck(file_kit.address, lambda: NIGHT + timedelta(hours=2)).check_and_copy(theirs) is None
    assert not theirs.exists()
    with closing(sqlite3.connect(copy)) as connection:
        assert connection.execute("SELECT count(*) FROM doc WHERE entity = 'visit'").fetchone() == (1,)
    assert [path.name for path in ours.iterdir()] == [copy.name]
    assert copy.stat().st_mode & 0o077 == 0


def test_so_many_copies_stay(file_kit: FileKit, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()
    (folder / "mine.db").touch()
    for day in range(5):
        night = NIGHT + timedelta(days=day)
        NightlyCheck(file_kit.address, partial(_same, night)).check_and_copy(folder, keep=3)
    assert sorted(path.name for path in folder.iterdir()) == [
        "mine.db",
        "shared-2026-11-23.db",
        "shared-2026-11-24.db",
        "shared-2026-11-25.db",
    ]


def test_a_copy_put_back_is_a_shared_file_again(file_kit: FileKit, tmp_path: Path) -> None:
    counter = file_kit.admitted()
    counter.push(counter.visit(1))
    copy = NightlyCheck(file_kit.address, lambda: NIGHT).check_and_copy(tmp_path / "copies")
    lost = counter.visit(2)
    counter.push(lost)
    assert copy is not None
    copy.replace(file_kit.path)
    file_kit.owner.begin_anew()
    counter.greet()
    assert counter.push(lost)[0].version == 1
    assert len(counter.names("visit")) == 2


def test_a_damaged_file_is_set_aside_and_made_anew(file_kit: FileKit, tmp_path: Path) -> None:
    counter = file_kit.admitted()
    visits = [counter.visit(number) for number in range(200)]
    counter.push(*visits)
    content = bytearray(file_kit.path.read_bytes())
    middle = 4096 * (len(content) // 8192)
    content[middle : middle + 4096 * 8] = b"\xff" * 4096 * 8
    file_kit.path.write_bytes(content)
    with pytest.raises(SharedSideDamaged):
        NightlyCheck(file_kit.address, lambda: NIGHT).check_and_copy(tmp_path / "copies")
    assert list((tmp_path / "copies").glob("*")) == []
    (aside,) = file_kit.path.parent.glob("office.db.damaged-*")
    assert aside.read_bytes()[middle : middle + 16] == b"\xff" * 16
    file_kit.owner.prepare(OFFICE, OFFICE_NAME)
    file_kit.owner.admit(counter.home, "A", "1번 창구", counter.public_key)
    before = counter.epoch
    counter.greet()
    assert counter.epoch != before
    assert {outcome.version for outcome in counter.push(*visits)} == {1}
    assert len(counter.names("visit")) == 200


def test_a_share_that_is_away_is_not_damaged(file_kit: FileKit, tmp_path: Path) -> None:
    file_kit.path.parent.rename(tmp_path / "away")
    with pytest.raises(SharedSideUnreachable):
        NightlyCheck(file_kit.address, lambda: NIGHT).check_and_copy(tmp_path / "copies")
    assert (tmp_path / "away" / "office.db").exists()


def test_a_busy_file_is_not_damaged(file_kit: FileKit, tmp_path: Path) -> None:
    with held(file_kit.path, "EXCLUSIVE"), pytest.raises(SharedSideBusy):
        NightlyCheck(file_kit.address, lambda: NIGHT, patience=0.2).check_and_copy(tmp_path / "copies")
    assert file_kit.path.exists()


def test_a_folder_for_copies_that_can_not_be_written(file_kit: FileKit, tmp_path: Path) -> None:
    folder = tmp_path / "copies"
    folder.mkdir()

    def work() -> str:
        try:
            NightlyCheck(file_kit.address, lambda: NIGHT).check_and_copy(folder)
        except (CannotWrite, DiskFull) as error:
            return type(error).__name__
        return "copied"

    for path in (file_kit.path.parent, file_kit.path):
        path.chmod(0o777)
    with read_only(folder):
        assert in_unprivileged_child(work) == "CannotWrite"


def test_a_hub_keeps_nothing_open_that_stops_the_renaming(file_kit: FileKit) -> None:
    counter = file_kit.admitted()
    assert isinstance(counter.hub, FileHub)
    counter.push(counter.visit(1))
    names = sorted(path.name for path in file_kit.path.parent.iterdir())
    assert names == ["office.db", "office.db-lock-test"]
