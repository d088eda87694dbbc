"""Catching up with the shared side, against the shared side's own bare function and against bare SQLite.

The subject is a whole exchange: greeting, reading the outbox, pushing, noting what became of each operation, pulling.
The limit on PostgreSQL is its push function alone, called over one connection with the same values that the program
sent; on a file it is `sqlite3` alone, which writes the same rows into the same tables in batches of the same size, in
`BEGIN IMMEDIATE` … `COMMIT`, rollback journal and `synchronous=FULL`, reading nothing and asking nothing.
"""

from __future__ import annotations

import json
import sqlite3
import tempfile
import time
from collections.abc import Iterable
from contextlib import closing
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import psycopg

from app.config.paths import Home
from app.domain.sharing import Login, Push, SharedAddress
from app.sync.file.schema import MAKE
from benchmarks.measure import Row, Times
from benchmarks.shared_sides import Desk, begun, copied, copy_home, database, file_address, moved, server
from benchmarks.shared_sides import recorded as recorded_exchange
from tests.support.postgres import Cluster


@dataclass(frozen=True)
class Fed:
    """What one exchange sent: how many operations, the calls of the push function, and by which login."""

    operations: int
    calls: list[tuple[str, tuple[Any, ...]]]
    pushes: list[Push]
    login: Login | None


Batch = list[tuple[str, list[tuple[Any, ...]]]]
"""Statements and the rows each of them is given, for one transaction."""


def measure(quick: bool) -> list[Row]:
    """Two rows: one counter after an outage, on PostgreSQL and on a file."""
    visits, rounds = (60, 1) if quick else (10_000, 3)
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server() as cluster:
        folder = Path(name)
        return [_on_postgres(folder / "server", cluster, visits, rounds), _on_file(folder / "file", visits, rounds)]


def _on_postgres(folder: Path, cluster: Cluster, visits: int, rounds: int) -> Row:
    address, login = database(cluster)
    offline = _after_an_outage(folder, address, login, visits)
    whole, bare, fed = [], [], None
    for number in range(rounds + 1):
        there = copied(cluster, address, f"whole_{number}")
        seconds, fed = _exchanged(offline, folder / f"whole_{number}", there)
        whole.append(seconds)
        there = copied(cluster, address, f"bare_{number}")
        bare.append(_bare_calls(there, fed))
    assert fed is not None
    return _row("PostgreSQL", "its push function alone", Times(tuple(whole[1:])), Times(tuple(bare[1:])), fed, 3_000)


def _on_file(folder: Path, visits: int, rounds: int) -> Row:
    folder.mkdir()
    address = file_address(folder / "office.db")
    offline = _after_an_outage(folder, address, None, visits)
    whole, bare, fed = [], [], None
    for number in range(rounds + 1):
        there = file_address(folder / f"whole_{number}.db")
        Path(there.path).write_bytes(Path(address.path).read_bytes())
        seconds, fed = _exchanged(offline, folder / f"whole_{number}", there)
        whole.append(seconds)
        bare.append(_bare_batches(folder / f"bare_{number}.db", fed.pushes))
    assert fed is not None
    row = _row("a shared file", "the same rows by sqlite3", Times(tuple(whole[1:])), Times(tuple(bare[1:])), fed, None)
    # What is asked of a file is asked with ten counters at once (`sharing_ten`): alone, this one keeps nobody waiting.
    return replace(row, target="", met=None)


def _row(where: str, limit: str, whole: Times, bare: Times, fed: Fed, least: int | None) -> Row:
    rate, most = fed.operations / whole.median, fed.operations / bare.median
    met = rate >= 0.5 * most and (least is None or rate >= least)
    return Row(
        what=f"catch up after an outage, one counter to {where}, against {limit}",
        target="≥ 0.5× its rate" + (f", ≥ {least:,} operations/s" if least else ""),
        measured=f"{rate:,.0f} operations/s",
        limit=f"{most:,.0f} operations/s",
        ratio=rate / most,
        met=met,
        note=f"{fed.operations:,} operations in {whole.median:.1f} s",
        figures={"operations": fed.operations, **whole.figures("exchange"), **bare.figures("bare")},
    )


def _after_an_outage(folder: Path, address: SharedAddress, login: Login | None, visits: int) -> Home:
    """A closed home with `visits` to tell to a shared side that is otherwise up to date."""
    desk = begun(folder / "origin", address, login)
    desk.register(visits)
    desk.office.close()
    return desk.home


def _exchanged(offline: Home, folder: Path, there: SharedAddress) -> tuple[float, Fed]:
    home = copy_home(offline, folder)
    moved(home, there)
    with closing(Desk.at(home).office) as office:
        office.sharing.close()
        with recorded_exchange() as (calls, pushes, logins):
            start = time.perf_counter()
            done = office.sharing.exchange()
            seconds = time.perf_counter() - start
    assert done.unsent == 0
    return seconds, Fed(done.pushed, calls, pushes, logins[-1] if logins else None)


def _bare_calls(there: SharedAddress, fed: Fed) -> float:
    assert fed.login is not None
    with closing(bare_connection(there, fed.login)) as link:
        start = time.perf_counter()
        for statement, values in fed.calls:
            link.execute(statement, values).fetchall()
        return time.perf_counter() - start


def bare_connection(there: SharedAddress, login: Login) -> psycopg.Connection[tuple[Any, ...]]:
    """Past the program, by a counter's own login."""
    return psycopg.connect(
        host=there.host,
        port=there.port,
        dbname=there.database,
        user=login.user,
        password=login.password,
        autocommit=True,
    )


_OPERATION = "INSERT INTO op VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'applied', '', 1)"
_DOCUMENT = (
    "INSERT INTO doc VALUES (?, ?, ?, 1, ?, ?, ?, 0, ?, '{}', ?, ?, ?, ?, ?) "
    "ON CONFLICT (entity, row_id) DO UPDATE SET version = version + 1, fields = excluded.fields"
)
_KEY = "INSERT INTO record_key VALUES (?, ?, ?)"
_AUDIT = "INSERT INTO audit VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def _bare_batches(path: Path, pushes: Iterable[Push]) -> float:
    with closing(bare_file(path)) as connection:
        connection.executescript(MAKE)
        batches = [batch(push) for push in pushes]
        start = time.perf_counter()
        write_batches(connection, batches)
        return time.perf_counter() - start


def bare_file(path: Path) -> sqlite3.Connection:
    """Past the program, as careful as the program."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = DELETE")
    connection.execute("PRAGMA synchronous = FULL")
    return connection


def write_batches(connection: sqlite3.Connection, batches: Iterable[Batch]) -> None:
    for rows_of_each in batches:
        connection.execute("BEGIN IMMEDIATE")
        for statement, rows in rows_of_each:
            connection.executemany(statement, rows)
        connection.execute("COMMIT")


def batch(push: Push, first: int = 0) -> Batch:
    """What the shared file keeps of a push, row by row: its ledger, documents (and so its feed), keys, access log.

    Places begin behind `first`.
    """
    operations, documents = [], []
    for op in push.operations:
        fields = json.loads(op.fields)
        number = f"{fields['counter_code']}/{fields['day']}/{fields['seq']}" if op.entity == "visit" else None
        about = (fields.get("visit_id"), fields.get("day"), fields.get("department_code"), push.home, number)
        named = (op.entity, op.row_id)
        operations.append(
            (first + op.n, op.op_id, push.home, op.n, *named, op.kind.value, 0, op.fields, op.by, op.at, op.at)
        )
        documents.append((first + op.n, *named, push.home, op.by, op.at, op.fields, *about))
    return [
        (_OPERATION, operations),
        (_DOCUMENT, documents),
        (_KEY, [(key.entity, key.row_id, key.key) for key in push.keys]),
        (
            _AUDIT,
            [
                (push.home, r.n, r.at, r.login, r.role, r.counter_code, r.action, r.entity, r.row_id, r.detail, r.chain)
                for r in push.audits
            ],
        ),
    ]
