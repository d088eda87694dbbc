"""Long storms over both kinds of shared side: many counters, kills of all processes, and every fault of a network."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.config.paths import Home
from tests.support.fault_proxy import Weather
from tests.support.offices import SetClock
from tests.support.postgres import new_cluster
from tests.support.shared_chaos import Chaos, file_office, server_office
from tests.support.shared_offices import SharedOffice
from tests.support.shared_offices import no_password_store as no_password_store

pytestmark = [pytest.mark.chaos, pytest.mark.usefixtures("no_password_store")]

SECONDS = 90.0
COUNTERS = 8


def counters(shared: SharedOffice, home: Home, number: int = COUNTERS) -> list[Path]:
    """Homes of an office that has begun, with nobody at work."""
    first = shared.begin(home, SetClock(datetime.now(UTC)))
    desks = [first, *(shared.join(first, f"{n}번") for n in range(2, number + 1))]
    first.exchange()
    for desk in desks:
        shared.shut(desk)
    return [desk.home.root for desk in desks]


def report(chaos: Chaos) -> None:
    """To be read, not judged: two busy cores say nothing about a save of fifty milliseconds."""
    while_dead = chaos.while_dead()
    print(f"seed {chaos.seed}: {dict(chaos.met)}")
    if while_dead:
        shown = {f"p{part}": f"{while_dead[len(while_dead) * part // 100] * 1000:.1f} ms" for part in (50, 95, 99)}
        print(f"{len(while_dead)} saves while the network was dead: {shown}")


@pytest.mark.parametrize("seed", [2, 3])
def test_a_long_storm_over_a_shared_file(home: Home, tmp_path: Path, seed: int) -> None:
    (tmp_path / "offices").mkdir()
    with file_office(tmp_path / "offices") as shared:
        chaos = Chaos(shared, counters(shared, home), tmp_path, seed)
        chaos.run(SECONDS, server_kills=0)
        chaos.check()
    report(chaos)
    assert chaos.met["counter killed"] >= 30


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_a_long_storm_over_a_server(home: Home, tmp_path: Path, seed: int) -> None:
    (tmp_path / "offices").mkdir()
    with new_cluster() as cluster, server_office(tmp_path / "offices", cluster, seed) as (shared, proxy):
        chaos = Chaos(shared, counters(shared, home), tmp_path, seed, proxy=proxy, cluster=cluster)
        chaos.run(SECONDS, server_kills=3)
        chaos.check()
    chaos.met.update(proxy.met)
    report(chaos)
    assert chaos.met["counter killed"] >= 30
    assert chaos.met["server killed"] == 3


@pytest.mark.parametrize("weather", [Weather(refuse=True), Weather(black_hole=True), Weather(half_open=True)])
def test_one_counter_while_the_network_is_dead(home: Home, tmp_path: Path, weather: Weather) -> None:
    (tmp_path / "offices").mkdir()
    with new_cluster() as cluster, server_office(tmp_path / "offices", cluster, 1) as (shared, proxy):
        chaos = Chaos(shared, counters(shared, home, 1), tmp_path, 1, proxy=proxy, weathers=(weather,), kills=0.0)
        chaos.run(20.0, server_kills=0)
        chaos.check()
    report(chaos)
    assert len(chaos.while_dead()) >= 50
