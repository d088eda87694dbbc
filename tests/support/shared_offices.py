"""The practice office with a shared side of either kind: whole homes that really exchange, and old copies of both."""

from __future__ import annotations

import json
import shutil
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import keyring
import pytest
from keyring.backends.fail import Keyring as NoStore

from app.bootstrap import Office, join_home, open_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.sharing import Comparison, Exchanged, Login, SharedAddress, SharedKind
from app.sync.file.shared_file import SharedFile
from tests.support.offices import SetClock, stored
from tests.support.postgres import Cluster, new_database

ADMIN = Actor("admin", "", Role.ADMIN)
SUPERVISOR = Actor("supervisor1", "", Role.SUPERVISOR)


@dataclass
class Desk:
    """A home at work, with somebody at it."""

    home: Home
    office: Office
    clerk: Actor
    clock: SetClock
    admin: Actor = ADMIN
    supervisor: Actor = SUPERVISOR

    def exchange(self) -> Exchanged:
        return self.office.sharing.exchange()

    def compare(self) -> Comparison:
        return self.office.sharing.compare()


class SharedOffice(ABC):
    """One shared side and the homes around it. The desk `first` began it."""

    def __init__(self, root: Path, address: SharedAddress, login: Login | None) -> None:
        self.root = root
        self.address = address
        self.login = login
        self._open: list[Office] = []

    # --- homes ---

    def begin(self, home: Home, clock: SetClock) -> Desk:
        """Make the shared side from `home`, and tell it everything."""
        desk = self.desk(home, clock)
        desk.office.sharing.begin(desk.admin, self.address, self.login)
        desk.exchange()
        return desk

    def join(self, by: Desk, name: str, clerk: str = "clerk2") -> Desk:
        """A new home with the counter name `name`."""
        home, clock = Home(self.root / name), SetClock(by.clock.at)
        # A code is good for a day by the shared side's own clock.
        said, by.clock.at = by.clock.at, datetime.now(UTC)
        invitation = by.office.sharing.invite(by.admin)
        by.clock.at = said
        join_home(home, self.address, invitation.code, name, clock)
        return self.desk(home, clock, clerk)

    def desk(self, home: Home, clock: SetClock, clerk: str = "clerk1") -> Desk:
        office = open_office(home, clock)
        self._open.append(office)
        return Desk(home, office, Actor(clerk, "", Role.CLERK), clock)

    def shut(self, desk: Desk) -> None:
        """The program ends at this desk."""
        desk.office.close()
        self._open.remove(desk.office)

    def copy(self, desk: Desk, name: str) -> Home:
        """A copy of the home's folder, taken while nobody works at it."""
        with closing(desk.office):
            self._open.remove(desk.office)
        copied = Home(Path(shutil.copytree(desk.home.root, self.root / name)))
        again = self.desk(desk.home, desk.clock, desk.clerk.login)
        desk.office, desk.clerk = again.office, again.clerk
        return copied

    def close(self) -> None:
        for office in self._open:
            office.close()

    def settled(self, *desks: Desk) -> None:
        """Exchange until nobody has anything new; then all agree with the shared side, and numbers are unique."""
        for _ in range(4):
            moved = [desk.exchange() for desk in desks]
            if not any(one.pushed or one.pulled or one.refused for one in moved):
                break
        for desk in desks:
            found = desk.compare()
            assert found.agree, (desk.home.root.name, found)
            assert_numbers_unique(desk.home)
        self.assert_numbers_unique()

    # --- the shared side, past the program ---

    def assert_numbers_unique(self) -> None:
        said = [json.loads(fields) for (fields,) in self.stored(f"SELECT {self.text} FROM doc WHERE entity = 'visit'")]
        numbers = [(one["counter_code"], one["day"], one["seq"]) for one in said]
        assert len(numbers) == len(set(numbers)), sorted(numbers)

    def fields(self, entity: str, row_id: str) -> dict[str, Any]:
        """A document's fields as they are kept there."""
        question = f"SELECT {self.text} FROM doc WHERE entity = '{entity}' AND row_id = '{row_id}'"
        ((said,),) = self.stored(question)
        found: dict[str, Any] = json.loads(said)
        return found

    text = "fields"

    @abstractmethod
    def stored(self, statement: str) -> list[tuple[Any, ...]]:
        """What lies there; a change is committed."""

    @abstractmethod
    def raw(self) -> bytes:
        """Everything that lies there, as bytes to search in."""

    @abstractmethod
    def back_up(self) -> object:
        """A backup of the shared side."""

    @abstractmethod
    def restore(self, backup: Any) -> None:
        """Put a backup back: the shared side knows nothing of what came after it."""


class SharedFileOffice(SharedOffice):
    def __init__(self, root: Path) -> None:
        (root / "share").mkdir()
        self.path = root / "share" / "office.db"
        super().__init__(root, SharedAddress(SharedKind.FILE, path=str(self.path)), None)

    def stored(self, statement: str) -> list[tuple[Any, ...]]:
        with SharedFile(self.address).writing() as (connection, _):
            return connection.execute(statement).fetchall()

    def raw(self) -> bytes:
        return b"".join(path.read_bytes() for path in sorted(self.path.parent.iterdir()) if path.is_file())

    def back_up(self) -> bytes:
        return self.path.read_bytes()

    def restore(self, backup: bytes) -> None:
        self.path.write_bytes(backup)


class SharedServerOffice(SharedOffice):
    text = "fields::text"

    def __init__(self, root: Path, cluster: Cluster) -> None:
        address, login = new_database(cluster)
        super().__init__(root, address, login)
        self.cluster = cluster

    def stored(self, statement: str) -> list[tuple[Any, ...]]:
        with closing(self.cluster.connect(self.address.database)) as connection:
            connection.execute("SET search_path = minwon")
            cursor = connection.execute(statement.encode())
            return cursor.fetchall() if cursor.description else []

    def raw(self) -> bytes:
        return b"".join(rows for rows in self.back_up()[0].values())

    def back_up(self) -> tuple[dict[str, bytes], dict[str, int]]:
        """Every table's rows, and how far every sequence is."""
        rows: dict[str, bytes] = {}
        with closing(self.cluster.connect(self.address.database)) as connection:
            for table in self._names("r"):
                with connection.cursor().copy(f"COPY minwon.{table} TO STDOUT".encode()) as copy:
                    rows[table] = b"".join(bytes(piece) for piece in copy)
        return rows, {name: self.stored(f"SELECT last_value FROM {name}")[0][0] for name in self._names("S")}

    def restore(self, backup: tuple[dict[str, bytes], dict[str, int]]) -> None:
        rows, sequences = backup
        with closing(self.cluster.connect(self.address.database)) as connection:
            # As restoring a dump does: rows come back as they were, and nothing is triggered by them.
            connection.execute("SET session_replication_role = replica")
            for table in rows:
                connection.execute(f"TRUNCATE minwon.{table} CASCADE".encode())
            for table, said in rows.items():
                with connection.cursor().copy(f"COPY minwon.{table} FROM STDIN".encode()) as copy:
                    copy.write(said)
            for name, last in sequences.items():
                connection.execute(f"SELECT setval('minwon.{name}', {last})".encode())

    def _names(self, kind: str) -> list[str]:
        found = self.stored(
            "SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            f"WHERE n.nspname = 'minwon' AND c.relkind = '{kind}' ORDER BY c.relname"
        )
        return [name for (name,) in found]


def assert_numbers_unique(home: Home) -> None:
    assert stored(home, "SELECT counter_code, day, seq FROM visit GROUP BY 1, 2, 3 HAVING count(*) > 1") == []


@pytest.fixture
def no_password_store() -> Iterator[None]:
    """A PC without a store for passwords: whoever runs the tests keeps theirs as it is."""
    before = keyring.get_keyring()
    keyring.set_keyring(NoStore())
    yield
    keyring.set_keyring(before)


@pytest.fixture(params=list(SharedKind))
def shared(request: pytest.FixtureRequest, tmp_path: Path, no_password_store: None) -> Iterator[SharedOffice]:
    """A place for a shared side that nobody has begun yet."""
    root = tmp_path / "offices"
    root.mkdir()
    office: SharedOffice
    if request.param is SharedKind.FILE:
        office = SharedFileOffice(root)
    else:
        office = SharedServerOffice(root, request.getfixturevalue("postgres_cluster"))
    with closing(office):
        yield office


@pytest.fixture
def first(shared: SharedOffice, home: Home, clock: SetClock) -> Desk:
    """The desk that began the shared side."""
    return shared.begin(home, clock)


@pytest.fixture
def second(shared: SharedOffice, first: Desk) -> Desk:
    """A second home, the counter 7, with a clock of its own; the first one knows of it."""
    joined = shared.join(first, "7")
    first.exchange()
    return joined
