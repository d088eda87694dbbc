"""A backup of one home: its database as of one moment, its keys, its settings, its survey store and the locked scans of
its cases, in one file.

It holds the keys that sign slips: it belongs where only the administrator can read it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import struct
import tempfile
import zipfile
import zlib
from contextlib import closing, suppress
from datetime import datetime
from pathlib import Path, PurePosixPath

from app.config.files import write_error
from app.config.paths import Home
from app.db.faults import app_error
from app.db.health import revision
from app.db.home_keys import read_home_keys
from app.db.schema_version import HEAD, REVISIONS
from app.db.survey_file import database_uri
from app.domain.errors import (
    AppError,
    CannotWrite,
    DatabaseDamaged,
    DatabaseNewer,
    DiskFull,
    HomeMissing,
    KeyFileDamaged,
)
from app.domain.sharing_errors import BackupUnusable

_MARK = "minwon-backup.json"
_DATABASE = "minwon.db"
_FOLDERS = ("keys", "survey", "attachments")
_LOCKED = "attachments"
"""What cannot be made smaller, and of which a file may go while others are read."""
_SETTINGS = "settings.json"
_IN_USE = ("-wal", "-shm", "-journal", ".part", ".tmp")
_PIECE = 1 << 20
_DAMAGED = (
    zipfile.BadZipFile,
    zlib.error,
    struct.error,
    EOFError,
    KeyError,
    ValueError,
    TypeError,
    RuntimeError,
    FileExistsError,
    KeyFileDamaged,
    sqlite3.DatabaseError,
)
"""What reading a file that is no backup, or a spoilt one, may end with."""


def back_up(home: Home, path: Path, at: datetime) -> None:
    """Write the whole of `home` to `path`, which appears whole or not at all; the home may be in use.

    Errors: `HomeMissing`, `DatabaseDamaged`, `DatabaseNewer`, `CannotWrite` (also inside the home), `DiskFull`.
    """
    if not home.database.is_file():
        raise HomeMissing(str(home.root))
    if path.resolve().is_relative_to(home.root.resolve()):
        raise CannotWrite(str(path))  # it would be lost together with the home, if it did not spoil it
    try:
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".minwon-backup-") as name:
            _write(home, Path(name), at).replace(path)
    except OSError as error:
        raise write_error(error, path) from error
    except sqlite3.Error as error:
        raise _of_sqlite(error, home, path) from error


def fill_from_backup(home: Home, path: Path) -> None:
    """Fill the new folder `home` from a backup.

    Errors: `BackupUnusable`, `DatabaseNewer`; `OSError` when the home cannot be written.
    """
    try:
        file = path.open("rb")
    except OSError as error:
        raise BackupUnusable(str(path)) from error
    with file:
        try:
            with zipfile.ZipFile(file) as archive:
                _check_mark(archive)
                for info in archive.infolist():
                    if info.filename != _MARK:
                        _take(archive, info, home.root)
            _check(home)
        except _DAMAGED as error:
            raise BackupUnusable(str(path)) from error


# --- writing ---


def _write(home: Home, folder: Path, at: datetime) -> Path:
    """The backup as a file inside `folder`, on the disk for good."""
    copy, draft = folder / _DATABASE, folder / "backup"
    copy.touch(0o600)
    live_uri = database_uri(home.database.resolve(), "rw")  # which makes none where there is none
    with closing(sqlite3.connect(live_uri, uri=True)) as live, closing(sqlite3.connect(copy)) as kept:
        live.backup(kept)
    schema = revision(copy)
    if schema is None:
        raise DatabaseDamaged(str(home.database))
    if schema not in REVISIONS:
        raise DatabaseNewer(found=schema, known=HEAD)
    draft.touch(0o600)
    with draft.open("wb") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
            archive.writestr(_MARK, json.dumps({"made_at": at.isoformat(), "schema": schema}))
            archive.write(copy, _DATABASE)
            for name in _FOLDERS:
                _put_folder(archive, home.root / name, name)
            if home.settings.exists():
                archive.write(home.settings, _SETTINGS)
        file.flush()
        os.fsync(file.fileno())
    return draft


def _put_folder(archive: zipfile.ZipFile, folder: Path, name: str) -> None:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if not file.is_file() or file.name.endswith(_IN_USE):
            continue
        place = str(PurePosixPath(name, *file.relative_to(folder).parts))
        if name == _LOCKED:
            with suppress(FileNotFoundError):
                archive.writestr(place, file.read_bytes(), zipfile.ZIP_STORED)
            continue
        with file.open("rb") as opened:
            is_database = opened.read(16) == b"SQLite format 3\x00"
        archive.writestr(place, _whole(file) if is_database else file.read_bytes())


def _whole(database: Path) -> bytes:
    """A database in use, as of one moment."""
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(":memory:")) as kept:
        live.backup(kept)
        return kept.serialize()


def _of_sqlite(error: sqlite3.Error, home: Home, path: Path) -> AppError:
    """Only the copy is written: what has no room is beside `path`, what cannot be read is the home's."""
    expected = app_error(error, home.database) or CannotWrite(str(path))
    return DiskFull(str(path.parent)) if isinstance(expected, DiskFull) else expected


# --- reading ---


def _check_mark(archive: zipfile.ZipFile) -> None:
    said = json.loads(archive.read(_MARK))
    if said["schema"] not in REVISIONS:
        raise DatabaseNewer(found=str(said["schema"]), known=HEAD)
    if _DATABASE not in archive.namelist():
        raise ValueError("no database")


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, root: Path) -> None:
    parts = PurePosixPath(info.filename).parts
    known = len(parts) == 1 and parts[0] in (_DATABASE, _SETTINGS)
    inside = (
        len(parts) > 1 and parts[0] in _FOLDERS and not any(part == ".." or set(part) & set(":\\") for part in parts)
    )
    if not known and not inside:
        raise ValueError("a place outside the home")
    target = root.joinpath(*parts)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, archive.open(info) as stored:
        while piece := stored.read(_PIECE):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())


def _check(home: Home) -> None:
    """That what was taken is a home. Errors: `sqlite3.DatabaseError`, `ValueError`, `KeyFileDamaged`."""
    with closing(sqlite3.connect(home.database)) as database:
        (found,) = database.execute("PRAGMA quick_check").fetchone()
    if found != "ok" or revision(home.database) not in REVISIONS:
        raise ValueError("a damaged database")
    read_home_keys(home.keys)
