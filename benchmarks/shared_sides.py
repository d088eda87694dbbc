"""Shared sides to measure against: a real PostgreSQL of its own, files, homes with much to say, and what they said.

`recorded` remembers what an exchange sends, so that the very same operations can be fed to the bare function or to bare
SQLite afterwards.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from psycopg import sql

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.sharing import Login, Push, SharedAddress, SharedKind
from app.domain.visits import NewVisit
from app.sync.file.file_hub import FileHub
from app.sync.postgres.connection import DeadlineConnection
from app.sync.postgres.postgres_hub import PostgresHub
from app.sync.sharing import Sharing
from benchmarks.stored import PASSWORD, practice_home
from tests.support.postgres import Cluster, new_cluster, new_database

OFTEN = ("RESREG", "SEAL", "MOVEIN", "PASSPORT", "FAMILY")


@contextmanager
def server(connections: int = 100) -> Iterator[Cluster]:
    """A PostgreSQL of its own on the loopback, writing to the disk as in an office."""
    with new_cluster(f"max_connections = {connections}", "shared_buffers = 256MB") as cluster:
        yield cluster


def database(cluster: Cluster) -> tuple[SharedAddress, Login]:
    """An empty one."""
    return new_database(cluster)


def copied(cluster: Cluster, address: SharedAddress, name: str) -> SharedAddress:
    """The database at `address` as it is now, under another name."""
    with closing(cluster.connect()) as connection:
        names = sql.Identifier(name), sql.Identifier(address.database)
        connection.execute(sql.SQL("CREATE DATABASE {} TEMPLATE {}").format(*names))
    return replace(address, database=name)


def file_address(path: Path) -> SharedAddress:
    return SharedAddress(SharedKind.FILE, path=str(path))


@dataclass
class Desk:
    """An opened home, its clerk and its administrator."""

    home: Home
    office: Office
    clerk: Actor
    admin: Actor

    @classmethod
    def at(cls, home: Home) -> Desk:
        office = open_office(home)
        people = [office.accounts.sign_in(login, PASSWORD) for login in ("clerk1", "admin")]
        return cls(home, office, *people)

    @property
    def sharing(self) -> Sharing:
        return self.office.sharing

    def register(self, visits: int) -> None:
        """As many visits, one after the other."""
        for number in range(visits):
            self.office.visits.register(self.clerk, NewVisit(OFTEN[number % len(OFTEN)], queue_number=str(number)))


def begun(folder: Path, address: SharedAddress, login: Login | None) -> Desk:
    """The practice office with a shared side at `address`, nothing left to say."""
    desk = Desk.at(practice_home(folder))
    desk.sharing.begin(desk.admin, address, login)
    desk.sharing.exchange()
    return desk


def copy_home(home: Home, folder: Path) -> Home:
    """The folder of a closed home, once more."""
    shutil.copytree(home.root, folder)
    return Home(folder)


def moved(home: Home, address: SharedAddress) -> None:
    """Let a closed home find its shared side at `address`."""
    with closing(sqlite3.connect(home.database)) as connection, connection:
        (text,) = connection.execute("SELECT address FROM shared_link").fetchone()
        said = {**json.loads(text), "database": address.database, "path": address.path}
        connection.execute("UPDATE shared_link SET address = ?", (json.dumps(said),))


@contextmanager
def exchanging(desk: Desk) -> Iterator[None]:
    """Exchange all the time in another thread, as the window does, with a short rest after each."""
    over = threading.Event()

    def run() -> None:
        while not over.wait(0.3):
            desk.sharing.exchange()

    thread = threading.Thread(target=run)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def between(offered: Callable[[float], None]) -> Iterator[None]:
    """Let an exchange call `offered` once, before it pulls, with the monotonic moment its last push was answered."""
    last: list[float] = []
    pushes = {hub: hub.push for hub in (PostgresHub, FileHub)}
    pulls = {hub: hub.pull for hub in (PostgresHub, FileHub)}

    def timed(hub: type[PostgresHub] | type[FileHub]) -> Any:
        def push(self: Any, push: Push) -> Any:
            outcomes = pushes[hub](self, push)
            last.append(time.monotonic())
            return outcomes

        return push

    def held(hub: type[PostgresHub] | type[FileHub]) -> Any:
        def pull(self: Any, *asked: Any) -> Any:
            if last:
                offered(last[-1])
                last.clear()
            return pulls[hub](self, *asked)

        return pull

    for hub in pushes:
        hub.push, hub.pull = timed(hub), held(hub)  # type: ignore[method-assign]
    try:
        yield
    finally:
        for hub in pushes:
            hub.push, hub.pull = pushes[hub], pulls[hub]  # type: ignore[method-assign]


@contextmanager
def recorded() -> Iterator[tuple[list[tuple[str, tuple[Any, ...]]], list[Push], list[Login | None]]]:
    """What exchanges send meanwhile: calls of the push function, pushes, and the logins hubs are opened with."""
    calls: list[tuple[str, tuple[Any, ...]]] = []
    pushes: list[Push] = []
    logins: list[Login | None] = []
    with (
        patched(DeadlineConnection, "execute", calls),
        patched(PostgresHub, "push", pushes),
        patched(FileHub, "push", pushes),
        patched(PostgresHub, "__init__", logins),
    ):
        yield calls, pushes, logins


@contextmanager
def patched(owner: type, name: str, seen: list[Any]) -> Iterator[None]:
    """Remember what the method `name` is given, and let it be done."""
    original = getattr(owner, name)

    def passed_on(self: Any, *values: Any, **named: Any) -> Any:
        match name:
            case "execute" if "minwon.push" in str(values[0]):
                seen.append((values[0], tuple(values[1])))
            case "push":
                seen.append(values[0])
            case "__init__":
                seen.append(values[1])
        return original(self, *values, **named)

    setattr(owner, name, passed_on)
    try:
        yield
    finally:
        setattr(owner, name, original)
