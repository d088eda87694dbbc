"""Registering a visit, against the same bytes in one bare durable commit; and at a million visits.

The subject is the service call: visit, steps, operations, access log, token, and the record that comes back. The limit
is `sqlite3` alone: one `INSERT` of a blob of as many bytes as registering puts into its rows, in `BEGIN IMMEDIATE` …
`COMMIT`, on the same file system with the same journal (WAL), `synchronous=FULL` and page size. Indexes are left out
of the limit's bytes.
"""

from __future__ import annotations

import sqlite3
import tempfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.visits import NewVisit
from benchmarks.measure import Row, Times, in_turns, milliseconds
from benchmarks.stored import PASSWORD, filled_home, practice_home

_TABLES = ("visit", "visit_step", "slip_token", "outbox", "audit", "record_key", "further_service")


def measure(quick: bool) -> list[Row]:
    """Two rows: against the bare commit, and a million visits against none."""
    rounds, warm_up, many = (5, 2, 500) if quick else (1_500, 150, 1_000_000)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as folder:
        empty = practice_home(Path(folder) / "empty")
        full = filled_home(Path(folder) / "full", many)
        offices = [open_office(home) for home in (empty, full)]
        try:
            subjects = [_registering(office) for office in offices]
            payload = _row_bytes(empty, subjects[0])
            with closing(_bare(Path(folder) / "bare.db", _page_size(empty))) as bare:
                bare_commit = _committing(bare, bytes(payload))
                on_empty, commit, on_full = in_turns(
                    [subjects[0], bare_commit, subjects[1]], rounds=rounds, warm_up=warm_up
                )
        finally:
            for office in offices:
                office.close()
    return [_against_bare(on_empty, commit, payload), _against_empty(on_full, on_empty, many)]


def _against_bare(subject: Times, limit: Times, payload: int) -> Row:
    ratio = subject.ratio_to(limit)
    return Row(
        what="register a visit, against one bare durable commit of the same bytes",
        target="≤ 10×, p95 ≤ 5 ms",
        measured=f"{milliseconds(subject.median)}, p95 {milliseconds(subject.p95)}",
        limit=f"{milliseconds(limit.median)}, p95 {milliseconds(limit.p95)}",
        ratio=ratio,
        met=ratio <= 10 and subject.p95 <= 0.005,
        note=f"{payload} bytes of rows a visit",
        figures={**subject.figures("register"), **limit.figures("commit"), "row_bytes": payload},
    )


def _against_empty(subject: Times, limit: Times, visits: int) -> Row:
    ratio = subject.ratio_to(limit)
    return Row(
        what=f"register a visit with {visits:,} stored, against an empty database",
        target="≤ 1.2×",
        measured=f"{milliseconds(subject.median)}, p95 {milliseconds(subject.p95)}",
        limit=f"{milliseconds(limit.median)}, p95 {milliseconds(limit.p95)}",
        ratio=ratio,
        met=ratio <= 1.2,
        figures={**subject.figures("stored"), **limit.figures("empty")},
    )


def _registering(office: Office) -> Callable[[], object]:
    clerk = office.accounts.sign_in("clerk1", PASSWORD)
    codes = [service.code for service in office.offices.services(clerk)][:9]
    calls = 0

    def register() -> object:
        nonlocal calls
        calls += 1
        return office.visits.register(clerk, NewVisit(codes[calls % 9], queue_number=str(calls % 300)))

    return register


def _row_bytes(home: Home, register: Callable[[], object]) -> int:
    """What one call adds to the rows: every value as SQLite stores it, numbers as eight bytes.

    Not of the first visit of the day: from the second on a visit also finishes the one before.
    """
    register()
    with closing(sqlite3.connect(home.database)) as connection:
        before = _stored_bytes(connection)
        register()
        return _stored_bytes(connection) - before


def _stored_bytes(connection: sqlite3.Connection) -> int:
    total = 0
    for table in _TABLES:
        columns = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        sizes = " + ".join(
            f'coalesce(CASE typeof("{c}") WHEN \'integer\' THEN 8 ELSE length(CAST("{c}" AS BLOB)) END, 0)'
            for c in columns
        )
        total += connection.execute(f"SELECT coalesce(sum({sizes}), 0) FROM {table}").fetchone()[0]
    return total


def _page_size(home: Home) -> int:
    with closing(sqlite3.connect(home.database)) as connection:
        size: int = connection.execute("PRAGMA page_size").fetchone()[0]
        return size


def _bare(path: Path, page_size: int) -> sqlite3.Connection:
    connection = sqlite3.connect(path, isolation_level=None)
    for pragma in (f"page_size = {page_size}", "journal_mode = WAL", "synchronous = FULL"):
        connection.execute(f"PRAGMA {pragma}")
    connection.execute("CREATE TABLE visit (n INTEGER PRIMARY KEY, body BLOB NOT NULL)")
    return connection


def _committing(connection: sqlite3.Connection, body: bytes) -> Callable[[], object]:
    def commit() -> None:
        connection.execute("BEGIN IMMEDIATE")
        connection.execute("INSERT INTO visit (body) VALUES (?)", (body,))
        connection.execute("COMMIT")

    return commit
