"""Five hundred counters that look all day and storm in at nine, and the clerk at one of them.

The five hundred are light: each is a counter of its own with its own login and connection, asks for news about once a
second, and at nine o'clock offers 50 operations. One more is a real home in a process of its own, whose clerk registers
visits meanwhile. In an office the server and the others are other machines: here they give way to that process, which
still shares the disk with them.
"""

from __future__ import annotations

import asyncio
import json
import math
import os
import random
import tempfile
import time
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import psycopg

from app.db.outbox_log import new_id
from app.domain.sharing import EVERY_PLACE, Login, SharedAddress, Ticket
from app.sync.hubs import open_owner
from benchmarks.measure import Row, Times, milliseconds
from benchmarks.shared_sides import begun, database, server
from benchmarks.shared_worker import Worker
from tests.support.postgres import Cluster

_GIVES_WAY = 10
_DAY = date(2026, 11, 20)
_PUSH = "SELECT * FROM minwon.push(%s, %s, %s, %s, %s, %s, %s, %s, %s)"
_PULL = "SELECT * FROM minwon.pull(%s, %s, %s, %s, %s, %s, %s)"
_GREET = "SELECT * FROM minwon.epoch(%s, %s, %s, %s, %s, %s, %s, now(), 0, 0)"


def measure(quick: bool) -> list[Row]:
    """Two rows: the storm, and a clerk's saves beside it."""
    with tempfile.TemporaryDirectory(prefix="minwon-bench-") as name, server(connections=620) as cluster:
        return _crowd(Path(name), cluster, *((5, 2.0) if quick else (499, 30.0)))


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
    desk.office.close()
    counters = _admitted(address, login, light)
    os.setpriority(os.PRIO_PROCESS, cluster.process_id(), _GIVES_WAY)
    told = asyncio.run(_day(address, counters, Worker("clerk", desk.home.root, seconds), seconds))
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


async def _day(address: SharedAddress, counters: list[_Light], clerk: Worker, seconds: float) -> _Told:
    links = await asyncio.gather(*(_connected(address, counter) for counter in counters))
    over, asked = asyncio.Event(), [0]
    start = time.perf_counter()
    lookers = [
        asyncio.create_task(_look(counter, link, over, asked)) for counter, link in zip(counters, links, strict=True)
    ]
    await asyncio.to_thread(clerk.await_ready)
    os.setpriority(os.PRIO_PROCESS, 0, _GIVES_WAY)
    clerk.begin()
    await asyncio.sleep(seconds / 4)
    began = time.perf_counter()
    await asyncio.gather(*(_storm(counter, link) for counter, link in zip(counters, links, strict=True)))
    storm = time.perf_counter() - began
    saves = Times(tuple((await asyncio.to_thread(clerk.told))["saves"]))
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
