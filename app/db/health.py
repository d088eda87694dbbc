"""Looking at a home's database without changing a byte of it, whatever state it is in.

SQLite changes files even for a reader: in WAL it makes its two side files. So a database without a journal beside it is
opened as one that nobody changes, and any other for reading only.
"""

from __future__ import annotations

import os
import sqlite3
import struct
import sys
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import datetime
from pathlib import Path

from sqlalchemy import NullPool, create_engine, select

from app.db.audit_log import AuditLog
from app.db.engine import make_engine
from app.db.opening import SQLITE_HEADER
from app.db.schema_version import HEAD, REVISIONS
from app.db.survey_file import database_uri
from app.domain.clocks import SEOUL
from app.domain.health import Check, Code, Finding, Health, not_checked, problem, warning
from app.models.counter import counter
from app.models.slip_token import slip_token
from app.models.visit_step import visit_step

_BUSY_SECONDS = 2.0
_FULL = 2
# Of SQLite's header: a reader of an unchanging file is told another journal.
_WRITE_VERSION, _WAL = 18, b"\x02"
_MOST_ROWS = 100
# Where SQLite's connections to one WAL database hold a lock as long as they live (its file format, "WAL-index").
_SHM_LIVE_BYTE = 128


def look_at_database(path: Path) -> Finding:
    """Whether it is there, ours, not newer than this program, and may be written."""
    check = Check.DATABASE
    if not path.parent.is_dir():
        return problem(check, Code.NO_HOME)
    try:
        with path.open("rb") as file:
            header = file.read(len(SQLITE_HEADER))
    except FileNotFoundError:
        return problem(check, Code.NO_DATABASE)
    except OSError:
        return problem(check, Code.UNREADABLE)
    if header != SQLITE_HEADER:
        return problem(check, Code.DAMAGED)
    try:
        found = revision(path)
    except sqlite3.Error as error:
        return problem(check, _code(error))
    if found is None:
        return problem(check, Code.DAMAGED)
    if found not in REVISIONS:
        return problem(check, Code.NEWER, found=found, known=HEAD)
    if not os.access(path, os.W_OK) or not os.access(path.parent, os.W_OK):
        return problem(check, Code.READ_ONLY)
    if found != HEAD:
        return Finding(check, Health.OK, Code.OLDER, {"found": found, "known": HEAD})
    return Finding(check, values={"revision": found})


def revision(path: Path) -> str | None:
    """The schema's revision, None when the file is no database of this program. Errors: `sqlite3.Error`."""
    with _reading(path) as connection:
        known = connection.execute("SELECT count(*) FROM sqlite_master WHERE name = 'alembic_version'").fetchone()
        if not known[0]:
            return None
        row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    return None if row is None else str(row[0])


def look_at_integrity(path: Path) -> Finding:
    """SQLite's own quick check, and rows that refer to rows that are not there."""
    check = Check.INTEGRITY
    try:
        with _reading(path) as connection:
            told = [str(row[0]) for row in connection.execute(f"PRAGMA quick_check({_MOST_ROWS})")]
            if told != ["ok"]:
                return problem(check, Code.DAMAGED, faults=len(told))
            loose = connection.execute("PRAGMA foreign_key_check").fetchmany(_MOST_ROWS)
    except sqlite3.Error as error:
        return problem(check, _code(error))
    return problem(check, Code.LOOSE_ROWS, rows=len(loose)) if loose else Finding(check)


def look_at_durability(path: Path) -> Finding:
    """Whether what is acknowledged stays when the power goes, on this disk too; and how the program ended last time."""
    check = Check.DURABILITY
    try:
        with path.open("rb") as file:
            mode = "wal" if file.read(_WRITE_VERSION + 1)[_WRITE_VERSION:] == _WAL else "delete"
    except OSError:
        return not_checked(check)
    synchronous = _FULL
    if os.access(path.parent, os.W_OK):
        mode_here, synchronous = _tried(path.parent)
        mode = mode if mode != "wal" else mode_here
    if mode != "wal" or synchronous != _FULL:
        return problem(check, Code.NOT_DURABLE, journal=mode, synchronous=synchronous)
    if _journal(path) and _is_alive(path) is False:
        return warning(check, Code.CUT_OFF)
    return Finding(check, values={"journal": mode, "synchronous": "full"})


def look_at_access_log(path: Path) -> Finding:
    """Whether every row of the access log still fits the one before it."""
    check = Check.ACCESS_LOG
    engine = create_engine("sqlite+pysqlite://", creator=lambda: read_only(path), poolclass=NullPool)
    try:
        with closing(engine.connect()) as connection:
            broken = AuditLog(connection).first_broken_row()
            rows = connection.exec_driver_sql("SELECT count(*) FROM audit").scalar()
    except (ValueError, TypeError, AttributeError):
        return problem(check, Code.CHAIN_BROKEN, row="?")  # something stands in it that the program cannot have written
    except Exception as error:
        if isinstance(getattr(error, "orig", error), sqlite3.Error):
            return not_checked(check)
        raise
    finally:
        engine.dispose()
    return Finding(check, values={"rows": rows}) if broken is None else problem(check, Code.CHAIN_BROKEN, row=broken)


def newest_record(path: Path) -> datetime | None:
    """When the newest step was recorded, in UTC. Errors: `sqlite3.Error`, `ValueError`."""
    statement = str(select(visit_step.c.at).order_by(visit_step.c.at.desc()).limit(1).compile(compile_kwargs=_LITERAL))
    with _reading(path) as connection:
        row = connection.execute(statement).fetchone()
    return None if row is None else datetime.fromisoformat(row[0])


def office_timezone(path: Path) -> str:
    """The office's zone, Seoul when it cannot be read or is not set."""
    try:
        with _reading(path) as connection:
            row = connection.execute("SELECT value FROM office_setting WHERE name = 'timezone'").fetchone()
    except (sqlite3.Error, OSError):
        return SEOUL
    return SEOUL if row is None else str(row[0]).strip('"')


def public_keys(path: Path) -> tuple[bytes, ...]:
    """The public keys of the counters. Errors: `sqlite3.Error`."""
    with _reading(path) as connection:
        return tuple(bytes(row[0]) for row in connection.execute(str(select(counter.c.public_key))))


def newest_locked_nonce(path: Path) -> bytes | None:
    """Something that was locked with the nonce key. Errors: `sqlite3.Error`."""
    wanted = select(slip_token.c.locked_nonce).order_by(slip_token.c.day.desc()).limit(1)
    with _reading(path) as connection:
        row = connection.execute(str(wanted.compile(compile_kwargs=_LITERAL))).fetchone()
    return None if row is None else bytes(row[0])


_LITERAL = {"literal_binds": True}


@contextmanager
def _reading(path: Path) -> Iterator[sqlite3.Connection]:
    with closing(read_only(path)) as connection:
        yield connection


def read_only(path: Path) -> sqlite3.Connection:
    """A connection that leaves no trace. Errors: `sqlite3.Error`."""
    nobody_writes = "" if _journal(path) else "&immutable=1"
    uri = database_uri(path.resolve(), "ro") + nobody_writes
    connection = sqlite3.connect(uri, uri=True, timeout=_BUSY_SECONDS)
    connection.execute("PRAGMA query_only = ON")
    return connection


def _journal(path: Path) -> bool:
    """Whether a journal with something in it lies beside: the program is open, or was cut off."""
    try:
        return path.with_name(path.name + "-wal").stat().st_size > 0
    except OSError:
        return False


def _is_alive(path: Path) -> bool | None:
    """Whether any process has the database open; None where that cannot be asked."""
    if not sys.platform.startswith("linux") or sys.maxsize < 2**32:
        return None
    import fcntl

    try:
        with path.with_name(path.name + "-shm").open("rb") as file:
            asked = struct.pack("hhqqi4x", fcntl.F_WRLCK, os.SEEK_SET, _SHM_LIVE_BYTE, 1, 0)
            told = fcntl.fcntl(file.fileno(), fcntl.F_GETLK, asked)
    except FileNotFoundError:
        return False
    except OSError:
        return None
    return bool(struct.unpack("hhqqi4x", told)[0] != fcntl.F_UNLCK)


def _tried(folder: Path) -> tuple[str, int]:
    """Journal and sync setting of a new database in `folder`, as the program makes one; it is gone afterwards."""
    with tempfile.TemporaryDirectory(prefix=".minwon-doctor-", dir=folder) as draft:
        engine = make_engine(Path(draft) / "try.db")
        try:
            with engine.connect() as connection:
                mode = str(connection.exec_driver_sql("PRAGMA journal_mode").scalar())
                return mode, int(connection.exec_driver_sql("PRAGMA synchronous").scalar() or 0)
        finally:
            engine.dispose()


def _code(error: sqlite3.Error) -> Code:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return Code.BUSY
    if code in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_PERM, sqlite3.SQLITE_READONLY):
        return Code.UNREADABLE
    return Code.DAMAGED
