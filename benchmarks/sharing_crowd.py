"""Many counters at once: ten that catch up together, and five hundred that look all day and storm in at nine.

Ten real homes exchange in ten processes; the limit is the shared side's push function alone, called over ten
connections by ten processes with the same values. The five hundred are light: each is a counter of its own with its
own login and connection, asks for news about once a second, and at nine o'clock offers 50 operations. One more is a
real home, whose clerk registers visits meanwhile.
"""

from __future__ import annotations

import asyncio
import json
import math
import pickle
import random
import tempfile
import time
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg

from app.bootstrap import join_home
from app.config.paths import Home
from app.db.outbox_log import new_id
from app.domain.sharing import EVERY_PLACE, Login, SharedAddress, Ticket
from app.domain.visits import NewVisit
from app.sync.hubs import open_owner
from benchmarks.measure import Row, Times, milliseconds
from benchmarks.shared_sides import Desk, begun, copied, copy_home, database, exchanging, moved, recorded, server
from benchmarks.shared_worker import Worker, together
from tests.support.postgres import Cluster

_DAY = date(2026, 11, 20)
_PUSH = "SELECT * FROM minwon.push(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_PULL = "SELECT * FROM minwon.pull(%s, %s, %s, %s, %s, %s, %s)"
_GREET = "SELECT * FROM minwon.epoch(%s, %s, %s, %s, %s, %s, %s, now(), 0, 0)"


def measure(quick: bool) -> list[Row]:
    """Three rows: ten counters, the storm, and a clerk's saves beside it."""
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server(connections=620) as cluster:
        folder = Path(name)
        ten = _ten(folder / "ten", cluster, *((2, 20, 1) if quick else (10, 1_000, 3)))
        return [ten, *_crowd(folder / "crowd", cluster, *((5, 2.0) if quick else (499, 20.0)))]


# --- ten counters catch up at once -----------------------------------------------------------------------------------


def _ten(folder: Path, cluster: Cluster, counters: int, visits: int, rounds: int) -> Row:
    address, login = database(cluster)
    first = begun(folder / "first", address, login)
    homes = [first.home]
    for number in range(2, counters + 1):
        home = Home(folder / f"joined_{number}")
        join_home(home, address, first.sharing.invite(first.admin).code, f"{number}번")
        homes.append(home)
    first.office.close()
    for home in homes:
        desk = Desk.at(home)
        desk.sharing.exchange()
        desk.register(visits)
        desk.office.close()
    calls, operations = _recorded_calls(folder, cluster, address, homes)
    whole, bare = [], []
    for number in range(rounds + 1):
        there = copied(cluster, address, f"ten_{number}")
        mine = [copy_home(home, folder / f"whole_{number}_{place}") for place, home in enumerate(homes)]
        for home in mine:
            moved(home, there)
        whole.append(together([Worker("exchange", home.root) for home in mine]))
        there = copied(cluster, address, f"ten_bare_{number}")
        files = []
        for place, (own, said) in enumerate(calls):
            path = folder / f"calls_{number}_{place}"
            path.write_bytes(pickle.dumps((there, own, said)))
            files.append(path)
        bare.append(together([Worker("replay", path) for path in files]))
    subject, limit = Times(tuple(whole[1:])), Times(tuple(bare[1:]))
    rate, most = operations / subject.median, operations / limit.median
    return Row(
        what=f"{counters} counters catch up at once, against the push function alone over {counters} connections",
        target="≥ 0.6×",
        measured=f"{rate:,.0f} operations/s",
        limit=f"{most:,.0f} operations/s",
        ratio=rate / most,
        met=rate >= 0.6 * most,
        note=f"{operations:,} operations in {subject.median:.1f} s",
        figures={"operations": operations, **subject.figures("exchange"), **limit.figures("bare")},
    )


def _recorded_calls(
    folder: Path, cluster: Cluster, address: SharedAddress, homes: list[Home]
) -> tuple[list[tuple[Login | None, list[tuple[str, tuple[object, ...]]]]], int]:
    """What each home's exchange calls, on a copy that is then forgotten."""
    there = copied(cluster, address, "ten_recorded")
    calls, operations = [], 0
    for place, home in enumerate(homes):
        mine = copy_home(home, folder / f"recorded_{place}")
        moved(mine, there)
        desk = Desk.at(mine)
        with recorded() as (said, _, logins):
            operations += desk.sharing.exchange().pushed
        desk.office.close()
        calls.append((logins[-1], list(said)))
    return calls, operations


# --- five hundred counters -------------------------------------------------------------------------------------------


@dataclass
class _Light:
    """A counter without a home."""

    home: str
    login: Login
    code: str
    epoch: str = ""
    cursor: tuple[int, int] = (0, 0)


def _crowd(folder: Path, cluster: Cluster, light: int, seconds: float) -> list[Row]:
    address, login = database(cluster)
    desk = begun(folder / "first", address, login)
    counters = _admitted(address, login, light)
    with ExitStack() as stack:
        stack.callback(desk.office.close)
        told = asyncio.run(_day(address, counters, desk, seconds))
    saves = told.saves
    ninety_nine = sorted(saves.seconds)[max(0, math.ceil(0.99 * len(saves.seconds)) - 1)]
    return [
        Row(
            what=f"{light} counters at nine o'clock, 50 operations each, while all of them go on asking for news",
            target="done in ≤ 10 s",
            measured=f"{told.storm:.1f} s",
            limit="",
            ratio=None,
            met=told.storm <= 10,
            note=f"{light * 50 / told.storm:,.0f} operations/s; {told.asked / told.took:,.0f} questions/s answered",
            figures={"storm_s": round(told.storm, 2), "questions": told.asked},
        ),
        Row(
            what=f"save a visit at one counter beside {light} others, the storm included",
            target="p99 ≤ 50 ms",
            measured=f"{milliseconds(saves.median)}, p99 {milliseconds(ninety_nine)}",
            limit="",
            ratio=None,
            met=ninety_nine <= 0.05,
            note=f"{len(saves.seconds)} visits",
            figures={**saves.figures("save"), "save_p99_ms": round(ninety_nine * 1000, 3)},
        ),
    ]


def _admitted(address: SharedAddress, login: Login, count: int) -> list[_Light]:
    owner = open_owner(address, login)
    try:
        found = []
        for number in range(count):
            home, code = new_id(), f"L{number:03d}"
            own = owner.admit(home, code, code, number.to_bytes(32, "big"))
            assert own is not None
            found.append(_Light(home, own, code))
        return found
    finally:
        owner.close()


@dataclass(frozen=True)
class _Told:
    storm: float
    asked: int
    took: float
    saves: Times


async def _day(address: SharedAddress, counters: list[_Light], desk: Desk, seconds: float) -> _Told:
    links = await asyncio.gather(*(_connected(address, counter) for counter in counters))
    over, asked = asyncio.Event(), [0]
    start = time.perf_counter()
    lookers = [
        asyncio.create_task(_look(counter, link, over, asked)) for counter, link in zip(counters, links, strict=True)
    ]
    clerk = asyncio.create_task(asyncio.to_thread(_clerk, desk, seconds))
    await asyncio.sleep(seconds / 4)
    began = time.perf_counter()
    await asyncio.gather(*(_storm(counter, link) for counter, link in zip(counters, links, strict=True)))
    storm = time.perf_counter() - began
    saves = await clerk
    over.set()
    await asyncio.gather(*lookers)
    took = time.perf_counter() - start
    for link in links:
        await link.close()
    return _Told(storm, asked[0], took, saves)


async def _connected(address: SharedAddress, counter: _Light) -> psycopg.AsyncConnection[tuple[object, ...]]:
    link = await psycopg.AsyncConnection.connect(
        host=address.host,
        port=address.port,
        dbname=address.database,
        user=counter.login.user,
        password=counter.login.password,
        autocommit=True,
    )
    mine, following = Ticket(), Ticket(1, "a")
    asked = (counter.home, "", mine.count, mine.mark, following.count, following.mark, "light")
    answer = await (await link.execute(_GREET, asked)).fetchone()
    assert answer is not None
    counter.epoch = str(answer[1])
    return link


async def _look(
    counter: _Light, link: psycopg.AsyncConnection[tuple[object, ...]], over: asyncio.Event, asked: list[int]
) -> None:
    """About once a second, as a window that is used does."""
    dice = random.Random(counter.code)
    while not over.is_set():
        await asyncio.sleep(dice.uniform(0.5, 1.5))
        rows = await (
            await link.execute(_PULL, (counter.home, counter.epoch, *counter.cursor, 200, _DAY, EVERY_PLACE))
        ).fetchall()
        counter.cursor = (int(str(rows[-1][8])), int(str(rows[-1][9])))
        asked[0] += 1


async def _storm(counter: _Light, link: psycopg.AsyncConnection[tuple[object, ...]]) -> None:
    """Fifty operations, as soon as the question under way is answered."""
    operations = [_visit(counter, number) for number in range(1, 51)]
    values = (counter.home, counter.epoch, 0, "", 1, "a", json.dumps(operations), "[]", "[]")
    await (await link.execute(_PUSH, values)).fetchall()


def _visit(counter: _Light, number: int) -> dict[str, object]:
    fields = {
        "counter_code": counter.code,
        "day": _DAY.isoformat(),
        "seq": number,
        "service_code": "SEAL",
        "department_code": "D001",
        "visitor_kind": "self",
        "registered_by": "clerk1",
        "registered_at": "2026-11-20T00:00:00+00:00",
    }
    return {
        "op_id": new_id(),
        "n": number,
        "entity": "visit",
        "row_id": new_id(),
        "kind": "create",
        "base_version": 0,
        "fields": json.dumps(fields),
        "by": "clerk1",
        "at": "2026-11-20T00:00:00+00:00",
    }


def _clerk(desk: Desk, seconds: float) -> Times:
    """Registers about four visits a second and exchanges after each, as the window's two lanes do."""
    taken, ends = [], time.perf_counter() + seconds
    dice = random.Random(9)
    with exchanging(desk):
        while time.perf_counter() < ends:
            start = time.perf_counter()
            desk.office.visits.register(desk.clerk, NewVisit("SEAL"))
            taken.append(time.perf_counter() - start)
            time.sleep(dice.uniform(0.1, 0.4))
    return Times(tuple(taken))
