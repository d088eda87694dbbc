"""Opening the home's database: is it there, is it ours, is it not newer, and bringing an older one up to date."""

from __future__ import annotations

import filecmp
import os
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import count
from pathlib import Path

from sqlalchemy import Engine

from app.db.engine import make_engine
from app.db.faults import translated
from app.db.schema_version import HEAD, REVISIONS
from app.domain.errors import DatabaseDamaged, DatabaseNewer, HomeMissing, HomeReadOnly

SQLITE_HEADER = b"SQLite format 3\x00"


def open_database(path: Path) -> Engine:
    """The engine of an existing, current database.

    An older database is copied to `<name>.before-<revision>` and then migrated; where another copy has that name
    already, to `<name>.before-<revision>-2` and so on. Errors: `HomeMissing`, `DatabaseDamaged`, `DatabaseNewer`,
    `HomeReadOnly`, `DiskFull`, `DatabaseBusy`.
    """
    _check_file(path)
    with translated(path):
        engine = make_engine(path)
        found = _revision(path)
        if found not in REVISIONS:
            engine.dispose()
            raise DatabaseNewer(found=found, known=HEAD)
        if found != HEAD:
            migrate(engine, lambda: _keep_copy(path, found))
    return engine


def create_database(path: Path) -> Engine:
    """The engine of a new, empty, migrated database at `path`. Errors: `HomeReadOnly`, `DiskFull`."""
    with translated(path):
        try:
            # SQLite gives its journals the rights of the file: nobody else may read a visit's note.
            os.close(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600))
        except OSError as error:
            raise HomeReadOnly(str(path.parent)) from error
        engine = make_engine(path)
        migrate(engine)
    return engine


def migrate(engine: Engine, before: Callable[[], None] | None = None) -> None:
    """Run every migration the database has not seen, in one transaction; `before` runs when the lock is held."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    folder = str(Path(__file__).with_name("migrations"))
    config.set_main_option("script_location", folder.replace("%", "%%"))
    with engine.connect().execution_options(writes=True) as connection, connection.begin():
        if before is not None:
            before()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")


def _check_file(path: Path) -> None:
    try:
        with path.open("rb") as file:
            header = file.read(len(SQLITE_HEADER))
    except (FileNotFoundError, NotADirectoryError) as error:
        raise HomeMissing(str(path.parent)) from error
    except OSError as error:
        raise HomeReadOnly(str(path.parent)) from error
    if header != SQLITE_HEADER:
        raise DatabaseDamaged(str(path))
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        raise HomeReadOnly(str(path.parent))


def _revision(path: Path) -> str:
    connection = sqlite3.connect(path, timeout=10)
    try:
        tables = {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        if "alembic_version" not in tables:
            raise DatabaseDamaged(str(path))
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    finally:
        connection.close()
    if row is None:
        raise DatabaseDamaged(str(path))
    return str(row[0])


def _keep_copy(path: Path, revision: str) -> None:
    """A copy that appears whole, its owner's alone, beside every copy that is there already."""
    if _revision(path) != revision:
        return  # another program was quicker and has copied and migrated it while this one waited for the lock
    first = path.with_name(f"{path.name}.before-{revision}")
    draft = first.with_name(first.name + ".tmp")
    draft.unlink(missing_ok=True)  # of a program that was ended meanwhile; SQLite would take it for damage
    try:
        draft.touch(0o600, exist_ok=False)  # SQLite would let the whole PC read the visits' notes
        with closing(sqlite3.connect(path)) as old, closing(sqlite3.connect(draft)) as new:
            old.backup(new)
        target = first
        for number in count(2):
            if not target.exists():
                draft.replace(target)
                return
            if filecmp.cmp(draft, target, shallow=False):
                return  # of a try that went wrong after copying: trying again must not fill the disk
            target = first.with_name(f"{first.name}-{number}")
    finally:
        for left in (draft, draft.with_name(draft.name + "-journal")):
            left.unlink(missing_ok=True)
