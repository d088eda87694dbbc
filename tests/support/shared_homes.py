"""Real homes that share one office over a shared side of the test's choice, made once per run and copied."""

from __future__ import annotations

import pickle
import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app import __version__
from app.bootstrap import Office, found_home, open_office
from app.config.paths import Home, resources
from app.crypto.invites import invite_text, new_invite
from app.db.opening import open_database
from app.db.unit_of_work import Database, UnitOfWork
from app.domain.actors import Actor, Role
from app.domain.sharing import Comparison, Exchanged, Login, SharedAddress
from app.services.founding import sample_office
from app.sync.enrolment import fill_joined_home
from app.sync.hub import Hub
from app.sync.hubs import open_hub
from app.sync.sharing import Sharing, SharingParts
from tests.support.faulty_hub import FaultyHub
from tests.support.model_hub import ADDRESS, ModelHub
from tests.support.offices import MORNING, PASSWORD, SetClock

CLERK = Actor("clerk1", "", Role.CLERK)
COLLEAGUE = Actor("clerk2", "", Role.CLERK)
ADMIN = Actor("admin", "", Role.ADMIN)


class SharedHome:
    """A home on disk with its services open. It exchanges over `hub`; None: over what it is really tied to."""

    def __init__(self, root: Path, hub: Hub | None, clock: Callable[[], datetime]) -> None:
        self.home = Home(root)
        self.hub = FaultyHub(hub)
        self.clock = clock
        self._given = hub
        self.reopen()

    @property
    def database(self) -> Path:
        return self.home.database

    def exchange(self) -> Exchanged:
        return self.sharing.exchange()

    def compare(self) -> Comparison:
        return self.sharing.compare()

    def write(self) -> AbstractContextManager[UnitOfWork]:
        """One write transaction past the services."""
        return self._database.write()

    def image(self, folder: Path) -> None:
        """A copy of the home's disk as it is now."""
        self.close()
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(self.home.root, folder)
        self.reopen()

    def put_back(self, folder: Path) -> None:
        """The home's disk is what it was when `folder` was copied."""
        self.close()
        shutil.rmtree(self.home.root)
        shutil.copytree(folder, self.home.root)
        self.reopen()

    def close(self) -> None:
        self.office.close()
        self.sharing.close()
        self._database.close()

    def reopen(self) -> None:
        self.office: Office = open_office(self.home, self.clock)
        self._database = Database(open_database(self.database), self.database)
        self.sharing = Sharing(SharingParts(self._database, self.home, self.clock, __version__, open_hub=self._reach))

    def _reach(self, address: SharedAddress, login: Login | None) -> Hub:
        if self._given is None:
            self.hub.inner = open_hub(address, login)
        return self.hub


@dataclass(frozen=True)
class PreparedOffice:
    """Folders of homes that have exchanged everything, and the state of the model they share."""

    homes: tuple[Path, ...]
    state: bytes

    def hub(self, clock: Callable[[], datetime]) -> ModelHub:
        hub = ModelHub(clock)
        hub.state = pickle.loads(self.state)
        return hub

    def copy(self, n: int, root: Path, hub: Hub, clock: Callable[[], datetime]) -> SharedHome:
        """The `n`-th home, copied to `root` and open."""
        shutil.copytree(self.homes[n], root)
        return SharedHome(root, hub, clock)


def prepare_office(folder: Path, counters: int = 3) -> PreparedOffice:
    """The practice office with a counter A and `counters` - 1 more, on a shared side in memory."""
    clock = SetClock(MORNING)
    hub = ModelHub(clock)
    first = Home(folder / "home-0")
    found_home(first, sample_office(resources() / "sample"), PASSWORD, clock=clock)
    office = open_office(first, clock)
    database = Database(open_database(first.database), first.database)
    parts = SharingParts(database, first, clock, __version__, lambda *_: hub, lambda *_: hub)
    sharing = Sharing(parts)
    try:
        office.offices.change(ADMIN, note_days=30)
        sharing.begin(ADMIN, ADDRESS, None)
        sharing.exchange()
        for n in range(1, counters):
            joined = Home(folder / f"home-{n}")
            joined.root.mkdir()
            code = invite_text(new_invite())
            fill_joined_home(
                joined, ADDRESS, code, f"{n + 1}번 창구", clock, __version__, door=lambda _: hub, hub=lambda *_: hub
            )
        sharing.exchange()
    finally:
        sharing.close()
        database.close()
        office.close()
    return PreparedOffice(tuple(folder / f"home-{n}" for n in range(counters)), hub.backup())
