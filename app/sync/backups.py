"""A backup of one home: its database as of one moment, its keys, its settings and its survey store, in one file.

It holds the keys that sign slips: it belongs where only the administrator can read it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
import zipfile
from contextlib import closing
from datetime import datetime
from pathlib import Path, PurePosixPath

from app.config.files import write_error
from app.config.paths import Home
from app.db.schema_version import HEAD, REVISIONS
from app.domain.errors import DatabaseNewer
from app.domain.sharing_errors import BackupUnusable

_MARK = "minwon-backup.json"
_DATABASE = "minwon.db"
_FOLDERS = ("keys", "survey")
_SETTINGS = "settings.json"


def back_up(home: Home, path: Path, at: datetime) -> None:
    """Write the whole of `home` to `path`, which appears whole or not at all. Errors: `CannotWrite`, `DiskFull`."""
    try:
        draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
        try:
            with tempfile.TemporaryDirectory(dir=path.parent, prefix=".minwon-backup-") as folder:
                copy = Path(folder) / _DATABASE
                copy.touch(0o600)
                with closing(sqlite3.connect(home.database)) as live, closing(sqlite3.connect(copy)) as kept:
                    live.backup(kept)
                draft.touch(0o600)
                with zipfile.ZipFile(draft, "w", zipfile.ZIP_DEFLATED) as archive:
                    archive.writestr(_MARK, json.dumps({"made_at": at.isoformat(), "schema": HEAD}))
                    archive.write(copy, _DATABASE)
                    for name in _FOLDERS:
                        _put_folder(archive, home.root / name, name)
                    if home.settings.exists():
                        archive.write(home.settings, _SETTINGS)
            with draft.open("rb") as file:
                os.fsync(file.fileno())
            draft.replace(path)
        finally:
            draft.unlink(missing_ok=True)
    except (OSError, sqlite3.OperationalError) as error:
        if isinstance(error, sqlite3.OperationalError):
            raise write_error(OSError(28 if "full" in str(error) else 5, str(error)), path) from error
        raise write_error(error, path) from error


def fill_from_backup(home: Home, path: Path) -> None:
    """Fill the new folder `home` from a backup. Errors: `BackupUnusable`, `DatabaseNewer`."""
    try:
        with zipfile.ZipFile(path) as archive:
            said = json.loads(archive.read(_MARK))
            if said["schema"] not in REVISIONS:
                raise DatabaseNewer(found=str(said["schema"]), known=HEAD)
            if archive.testzip() is not None:
                raise BackupUnusable(str(path))
            for info in archive.infolist():
                if info.filename != _MARK:
                    _take(archive, info, home.root, path)
        with closing(sqlite3.connect(home.database)) as database:
            (found,) = database.execute("PRAGMA quick_check").fetchone()
        if found != "ok":
            raise BackupUnusable(str(path))
    except (OSError, zipfile.BadZipFile, KeyError, ValueError, sqlite3.DatabaseError) as error:
        raise BackupUnusable(str(path)) from error


def _put_folder(archive: zipfile.ZipFile, folder: Path, name: str) -> None:
    for file in sorted(folder.rglob("*")) if folder.is_dir() else ():
        if not file.is_file() or file.name.endswith(("-wal", "-shm", "-journal")):
            continue
        with file.open("rb") as opened:
            is_database = opened.read(16) == b"SQLite format 3\x00"
        place = str(PurePosixPath(name, *file.relative_to(folder).parts))
        archive.writestr(place, _whole(file) if is_database else file.read_bytes())


def _whole(database: Path) -> bytes:
    """A database in use, as of one moment."""
    with closing(sqlite3.connect(database)) as live, closing(sqlite3.connect(":memory:")) as kept:
        live.backup(kept)
        return kept.serialize()


def _take(archive: zipfile.ZipFile, info: zipfile.ZipInfo, root: Path, path: Path) -> None:
    parts = PurePosixPath(info.filename).parts
    known = len(parts) == 1 and parts[0] in (_DATABASE, _SETTINGS)
    if not known and (len(parts) < 2 or parts[0] not in _FOLDERS or ".." in parts):
        raise BackupUnusable(str(path))
    target = root.joinpath(*parts)
    target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file, archive.open(info) as stored:
        while piece := stored.read(1 << 20):
            file.write(piece)
        file.flush()
        os.fsync(file.fileno())
