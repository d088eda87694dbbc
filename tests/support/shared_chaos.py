"""Counters as processes, killed at any moment, on a network and a server that fail; and what must hold afterwards."""

from __future__ import annotations

import json
import random
import secrets
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

from psycopg import sql

from app.domain.sharing import Exchanged
from tests.support.command_line import ROOT, environment
from tests.support.fault_proxy import FaultProxy, Weather
from tests.support.postgres import Cluster
from tests.support.shared_homes import SharedHome
from tests.support.shared_invariants import (
    check_courses,
    check_home,
    check_nothing_invented,
    check_shared_side,
    ever_offered,
    view_of,
)
from tests.support.shared_offices import SharedFileOffice, SharedOffice, SharedServerOffice

WEATHERS = (
    Weather(),
    Weather(latency=0.5),
    Weather(latency=0.03),
    Weather(cut=0.05),
    Weather(torn=0.05),
    Weather(lost_reply=0.1),
    Weather(bandwidth=20_000),
    Weather(refuse=True),
    Weather(black_hole=True),
    Weather(half_open=True),
)
CLOCKS = (timedelta(0), timedelta(days=-365), timedelta(0), timedelta(seconds=40))
_HEALING_ROUNDS = 12
_END_SECONDS = 30
_START_SECONDS = 60


@dataclass(frozen=True)
class Saved:
    """A visit that a clerk was told was saved; `at` by the machine's clock, `seconds` it took."""

    visit_id: str
    at: float
    seconds: float


def start_counter(root: Path, told: Path, seed: int, *, clock: timedelta = timedelta(0)) -> subprocess.Popen[bytes]:
    """A counter process over the home `root`, writing to `told`. It works until it is killed or told to end."""
    command = [sys.executable, "-m", "tests.support.counter_process", str(root), str(told), str(seed)]
    return subprocess.Popen([*command, str(clock.total_seconds())], cwd=ROOT, env=environment(), stdin=subprocess.PIPE)


def saved(told: Path) -> list[Saved]:
    """Whole lines only: a line cut by a kill was never read by anybody."""
    lines = told.read_bytes().split(b"\n")[:-1] if told.exists() else []
    return [Saved(**json.loads(line)) for line in lines]


@dataclass
class Chaos:
    """`homes` are worked at by processes of their own while `shared` and the way to it fail."""

    shared: SharedOffice
    homes: list[Path]
    told: Path
    seed: int
    proxy: FaultProxy | None = None
    cluster: Cluster | None = None
    weathers: tuple[Weather, ...] = WEATHERS
    kills: float = 0.5
    """How likely it is, each time the storm looks around, that a counter is killed."""
    met: Counter[str] = field(default_factory=Counter)
    dead: list[tuple[float, float]] = field(default_factory=list)
    """When the network was dead, by the machine's clock."""
    sizes: dict[int, int] = field(default_factory=dict)
    """How long what a counter has told was when it was started last."""

    def run(self, seconds: float, *, server_kills: int) -> None:
        chance = random.Random(self.seed)
        crashes = [seconds * (n + 1) / (server_kills + 1) for n in range(server_kills)] if self.cluster else []
        processes = [self._start(n, chance) for n in range(len(self.homes))]
        try:
            self._await_work()
            began = time.monotonic()
            while (passed := time.monotonic() - began) < seconds:
                time.sleep(chance.uniform(0.1, 0.5))
                n = chance.randrange(len(processes))
                if chance.random() < self.kills and self._works(n):
                    _kill(processes[n])
                    self.met["counter killed"] += 1
                    processes[n] = self._start(n, chance)
                if self.proxy is not None and chance.random() < 0.4:
                    self._change_weather(chance)
                if self.cluster is not None and crashes and passed > crashes[0]:
                    del crashes[0]
                    self.met["server killed"] += 1
                    self.cluster.kill()
                    self.cluster.start()
                    self._other_password(chance)
            self._end_weather()
            for process in processes:
                assert process.stdin is not None
                process.stdin.close()
            for process in processes:
                assert process.wait(_END_SECONDS) == 0
        finally:
            for process in processes:
                _kill(process)

    def acknowledged(self) -> list[Saved]:
        return [one for n in range(len(self.homes)) for one in saved(self._told(n))]

    def while_dead(self) -> list[float]:
        """How long each save took that was begun and ended while the network was dead, in seconds, shortest first."""
        return sorted(
            one.seconds
            for one in self.acknowledged()
            if any(begin <= one.at - one.seconds and one.at <= end for begin, end in self.dead)
        )

    def check(self) -> None:
        """Everything works again: all exchange until there is nothing left to say, and agree."""
        homes = [SharedHome(root, None, lambda: datetime.now(UTC)) for root in self.homes]
        try:
            _settle(homes)
            view = view_of(self.shared.stored)
            check_shared_side(view)
            for home in homes:
                check_home(view, home.database)
            check_nothing_invented(view, {op for home in homes for op in ever_offered(home.database)})
            check_courses(home.database for home in homes)
            for home in homes:
                compared = home.compare()
                assert compared.agree, (self.seed, compared)
            there = {row_id for entity, row_id in view.documents if entity == "visit"}
            lost = {one.visit_id for one in self.acknowledged()} - there
            assert not lost, (self.seed, lost)
            self.met["acknowledged"] = len(self.acknowledged())
            self.met["operations"] = len(view.ledger)
            self.met["conflicts"] = sum(row.result == "conflict" for row in view.ledger.values())
        finally:
            for home in homes:
                home.close()

    # --- how it is done ---

    def _await_work(self) -> None:
        until = time.monotonic() + _START_SECONDS
        while not all(self._works(n) for n in range(len(self.homes))):
            assert time.monotonic() < until, "a counter does not begin to work"
            time.sleep(0.02)

    def _works(self, n: int) -> bool:
        """Whether somebody has been told of a visit since the counter was started."""
        told = self._told(n)
        return told.exists() and told.stat().st_size > self.sizes.get(n, 0)

    def _start(self, n: int, chance: random.Random) -> subprocess.Popen[bytes]:
        clock, told = CLOCKS[n % len(CLOCKS)], self._told(n)
        self.sizes[n] = told.stat().st_size if told.exists() else 0
        return start_counter(self.homes[n], self._told(n), chance.randrange(1_000_000), clock=clock)

    def _told(self, n: int) -> Path:
        return self.told / f"told-{n}"

    def _change_weather(self, chance: random.Random) -> None:
        assert self.proxy is not None
        self._end_weather()
        weather = chance.choice(self.weathers)
        self.met[weather.name] += 1
        if weather.dead:
            self.dead.append((time.time(), float("inf")))
        self.proxy.weather = weather
        if weather.refuse or chance.random() < 0.2:
            self.proxy.cut_all()

    def _end_weather(self) -> None:
        if self.proxy is not None:
            self.proxy.weather = Weather()
            if self.dead and self.dead[-1][1] == float("inf"):
                self.dead[-1] = (self.dead[-1][0], time.time())

    def _other_password(self, chance: random.Random) -> None:
        """Somebody changes a counter's password over there, and puts it right again."""
        assert self.cluster is not None
        kept: dict[str, str] = {}
        for root in self.homes[1:]:
            kept |= json.loads((root / "keys" / "shared.json").read_text())
        user = chance.choice(sorted(user for user in kept if user != "administrator"))
        self.met["password changed"] += 1
        with closing(self.cluster.connect()) as connection:
            for password in (secrets.token_hex(8), kept[user]):
                connection.execute(
                    sql.SQL("ALTER ROLE {} PASSWORD {}").format(sql.Identifier(user), sql.Literal(password))
                )
                time.sleep(0.3)


@contextmanager
def server_office(root: Path, cluster: Cluster, seed: int) -> Iterator[tuple[SharedServerOffice, FaultProxy]]:
    """An office on a server that its counters reach through a network that can fail."""
    with FaultProxy(cluster.port, seed) as proxy, closing(SharedServerOffice(root, cluster)) as office:
        office.address = replace(office.address, port=proxy.port)
        yield office, proxy


@contextmanager
def file_office(root: Path) -> Iterator[SharedFileOffice]:
    with closing(SharedFileOffice(root)) as office:
        yield office


def _settle(homes: list[SharedHome]) -> None:
    done: list[Exchanged] = []
    for _ in range(_HEALING_ROUNDS):
        done = [home.exchange() for home in homes]
        if not any(one.pushed or one.pulled or one.unsent or one.relabelled for one in done):
            return
    raise AssertionError(f"the counters never agree: {done}")


def _kill(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    if process.stdin is not None:
        with suppress(OSError):
            process.stdin.close()
