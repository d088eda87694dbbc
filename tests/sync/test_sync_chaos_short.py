"""A short storm for each kind of shared side: a few counters, a few kills, and everything is there in the end."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

import pytest

from app.config.paths import Home
from tests.support.offices import SetClock
from tests.support.postgres import new_cluster
from tests.support.shared_chaos import Chaos, file_office, server_office
from tests.support.shared_offices import SharedOffice

SECONDS = 8.0
COUNTERS = 3


def counters(shared: SharedOffice, home: Home, names: int) -> list[Path]:
    """Homes of an office that has begun, with nobody at work."""
    first = shared.begin(home, SetClock(datetime.now(UTC)))
    desks = [first, *(shared.join(first, f"{n}번") for n in range(2, names + 1))]
    first.exchange()
    for desk in desks:
        shared.shut(desk)
    return [desk.home.root for desk in desks]


@pytest.mark.usefixtures("no_password_store")
def test_a_storm_over_a_shared_file(home: Home, tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    with file_office(tmp_path / "offices") as shared:
        chaos = Chaos(shared, counters(shared, home, COUNTERS), tmp_path, seed=1)
        chaos.run(SECONDS, server_kills=0)
        chaos.check()
    assert chaos.met["counter killed"] >= 3, chaos.met
    assert chaos.met["acknowledged"] >= 20, chaos.met


@pytest.mark.usefixtures("no_password_store")
def test_a_storm_over_a_server(home: Home, tmp_path: Path) -> None:
    (tmp_path / "offices").mkdir()
    with new_cluster() as cluster, server_office(tmp_path / "offices", cluster, 1) as (shared, proxy):
        chaos = Chaos(shared, counters(shared, home, COUNTERS), tmp_path, seed=1, proxy=proxy, cluster=cluster)
        chaos.run(SECONDS, server_kills=1)
        chaos.check()
    assert chaos.met["counter killed"] >= 3, chaos.met
    assert chaos.met["server killed"] == 1
    assert chaos.met["acknowledged"] >= 20, chaos.met
