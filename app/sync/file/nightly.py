"""The nightly look at a shared file, and its copy on a counter's own disk.

Whoever comes first on a day copies the file and looks at the copy. It is made with SQLite's own backup onto the local
disk, never by copying a file that lives, and read through there, so that the share is held up only once. A damaged file
is set aside under another name; then the administrator makes a new one, which is a new epoch, and every counter offers
all it ever had again.
"""

from __future__ import annotations

import os
import sqlite3
import time
from collections.abc import Callable
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path

from app.config.files import make_folder, write_error
from app.db.survey_file import database_uri
from app.domain.clocks import office_day
from app.domain.errors import DiskFull
from app.domain.sharing import SharedAddress
from app.domain.sharing_errors import SharedSideDamaged
from app.sync.file import forgetting
from app.sync.file.file_hub import utc_now
from app.sync.file.parts import dead_blobs, press_parts
from app.sync.file.shared_file import SharedFile
from app.sync.file.turns import PATIENCE_SECONDS
from app.sync.file.words import press_words

KEEP = 14
_PREFIX = "shared-"
_MODE = 0o600
_PAUSES = (0.05, 0.1, 0.2, 0.4)


class NightlyCheck:
    """For one shared file, by one counter."""

    def __init__(
        self,
        address: SharedAddress,
        clock: Callable[[], datetime] = utc_now,
        patience: float = PATIENCE_SECONDS,
    ) -> None:
        self._address = address
        self._file = SharedFile(address, patience)
        self._clock = clock

    def check_and_copy(self, folder: Path, keep: int = KEEP) -> Path | None:
        """Look at the file and copy it into `folder` on this PC, unless another counter has done so today.

        The copy, of which `keep` stay; None when it was somebody else's turn. Errors: `SharedSideDamaged` after the
        file was set aside, the rest of the `SharedSide…` family, `CannotWrite`, `DiskFull`.
        """
        now = self._clock()
        today = office_day(now).isoformat()
        try:
            with self._file.writing() as (connection, _):
                if connection.execute("SELECT checked_on FROM meta").fetchone() == (today,):
                    return None
                connection.execute("UPDATE meta SET checked_on = ?", (today,))
            self._forget(now)
            self._press()
            copy = self._copy(folder, today)
        except SharedSideDamaged:
            self._set_aside(now)
            raise
        _forget_old(folder, keep)
        return copy

    def _forget(self, now: datetime) -> None:
        """What nobody is left to erase, some at a time."""
        with self._file.reading() as (connection, _):
            due = forgetting.due(connection, now)
        for at in range(0, len(due), forgetting.AT_ONCE):
            with self._file.writing() as (connection, _):
                forgetting.erase(connection, due[at : at + forgetting.AT_ONCE], now)

    def _press(self) -> None:
        """What was erased is written out of the index of words, and bytes that nobody can open are taken out, a piece
        at a time."""
        more = True
        while more:
            with self._file.writing() as (connection, _):
                more = press_words(connection)
        with self._file.writing() as (connection, _):
            dead = dead_blobs(connection)
        for blob in dead:
            more = True
            while more:
                with self._file.writing() as (connection, _):
                    more = press_parts(connection, blob)

    def _copy(self, folder: Path, today: str) -> Path:
        """A copy that was looked at. Errors: `SharedSideDamaged`, `CannotWrite`, `DiskFull`."""
        make_folder(folder)
        copy = folder / f"{_PREFIX}{today}.db"
        draft = copy.with_suffix(".tmp")
        try:
            draft.unlink(missing_ok=True)  # of a program that was ended meanwhile
            os.close(os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, _MODE))
            with closing(sqlite3.connect(database_uri(draft.resolve(), "rw"), uri=True)) as local:
                with self._file.reading() as (connection, _):
                    _backup(connection, local, copy)
                if local.execute("PRAGMA quick_check(1)").fetchone() != ("ok",):
                    raise SharedSideDamaged(self._file.address)
            draft.replace(copy)
        except OSError as error:
            raise write_error(error, copy) from error
        finally:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
        return copy

    def _set_aside(self, now: datetime) -> None:
        """Rename it, when nobody else did; what is left of its journal goes with it, so that it spoils no new file."""
        path = self._file.path
        aside = path.with_name(f"{path.name}.damaged-{now:%Y%m%d-%H%M%S}")
        for pause in _PAUSES:
            try:
                path.rename(aside)
            except FileNotFoundError:
                return
            except OSError:
                time.sleep(pause)  # on Windows, while somebody else has it open
                continue
            with suppress(OSError):
                path.with_name(path.name + "-journal").rename(aside.with_name(aside.name + "-journal"))
            return


def _backup(shared: sqlite3.Connection, local: sqlite3.Connection, copy: Path) -> None:
    try:
        shared.backup(local)
    except sqlite3.Error as error:
        # The other side of a backup fails with the same errors; only a full disk is told apart from a full share.
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_FULL:
            raise DiskFull(str(copy.parent)) from error
        raise


def _forget_old(folder: Path, keep: int) -> None:
    copies = sorted(folder.glob(f"{_PREFIX}????-??-??.db"))
    for old in copies[: max(0, len(copies) - keep)]:
        with suppress(OSError):
            old.unlink()
