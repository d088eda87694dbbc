"""kill -9 at any moment, several processes on one home: everything acknowledged is there, numbers have no gap."""

from __future__ import annotations

import json
import os
import random
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

from app.config.paths import Home
from tests.support.command_line import ROOT, environment
from tests.support.offices import stored

START_SECONDS = 60


def _simulate(home: Home, visits: int, seed: int) -> subprocess.Popen[bytes]:
    general = ["--home", str(home.root), "--as", "clerk1"]
    return subprocess.Popen(
        [sys.executable, "-m", "app", *general, "simulate", f"--visits={visits}", f"--seed={seed}"],
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
    )


def _acknowledged(output: bytes) -> list[str]:
    """Whole lines only: a line cut by the kill was never acknowledged."""
    return [json.loads(line)["visit_id"] for line in output.split(b"\n")[:-1]]


def _run_and_kill(home: Home, seed: int, *, after_first: bool, seconds: float) -> list[str]:
    """Kill a simulation `seconds` after its first acknowledgement, or after its start."""
    process = _simulate(home, 100_000, seed)
    assert process.stdout is not None
    output = b""
    if after_first:
        ready, _, _ = select.select([process.stdout], [], [], START_SECONDS)
        assert ready, "no acknowledgement in time"
        output = os.read(process.stdout.fileno(), 65_536)
    deadline = time.monotonic() + seconds
    while (left := deadline - time.monotonic()) > 0:
        if select.select([process.stdout], [], [], left)[0]:
            output += os.read(process.stdout.fileno(), 65_536)
    process.kill()
    output += process.stdout.read()
    process.wait()
    process.stdout.close()
    return _acknowledged(output)


def _check(home: Home, acknowledged: list[str]) -> int:
    """Every invariant of the home; the number of visits stored."""
    assert stored(home, "PRAGMA integrity_check") == [("ok",)]
    visits = {row[0] for row in stored(home, "SELECT id FROM visit")}
    assert len(set(acknowledged)) == len(acknowledged)
    assert set(acknowledged) <= visits
    for counter, day, count, lowest, highest in stored(
        home, "SELECT counter_code, day, count(*), min(seq), max(seq) FROM visit GROUP BY counter_code, day"
    ):
        assert (lowest, highest) == (1, count), (counter, day)
    for table in ("visit", "visit_step"):
        missing = stored(
            home,
            f"SELECT count(*) FROM {table} t WHERE NOT EXISTS "
            "(SELECT 1 FROM outbox o WHERE o.entity = ? AND o.row_id = t.id AND o.kind = 'create')",
            (table,),
        )
        assert missing == [(0,)]
    assert stored(home, "SELECT count(*) FROM slip_token") == [(len(visits),)]
    assert stored(home, "SELECT count(*) FROM audit WHERE action = 'register'") == [(len(visits),)]
    return len(visits)


def _kills(home: Home, times: int, seed: int) -> tuple[list[str], int]:
    """`times` kills, four of five after the first acknowledgement; what was acknowledged, and how many were late."""
    choice = random.Random(seed)
    acknowledged: list[str] = []
    late = 0
    for turn in range(times):
        after_first = turn % 5 != 0
        seconds = choice.uniform(0, 0.25) if after_first else choice.uniform(0, 1.2)
        ids = _run_and_kill(home, turn, after_first=after_first, seconds=seconds)
        late += bool(ids)
        acknowledged += ids
    return acknowledged, late


def test_a_few_kills(home: Home) -> None:
    acknowledged, late = _kills(home, 10, seed=1)
    assert late >= 8
    assert _check(home, acknowledged) >= len(acknowledged)


def test_four_processes_on_one_home(home: Home) -> None:
    processes = [_simulate(home, 60, seed) for seed in range(4)]
    acknowledged: list[str] = []
    for process in processes:
        output, _ = process.communicate(timeout=START_SECONDS)
        assert process.returncode == 0
        acknowledged += _acknowledged(output)
    assert len(acknowledged) == 240
    assert _check(home, acknowledged) == 240


@pytest.mark.chaos
def test_a_hundred_kills_and_two_thousand_acknowledged(home: Home) -> None:
    acknowledged, late = _kills(home, 120, seed=2)
    assert late >= 80
    assert len(acknowledged) >= 2_000
    _check(home, acknowledged)


@pytest.mark.chaos
def test_kills_among_four_processes(home: Home) -> None:
    choice = random.Random(3)
    acknowledged: list[str] = []
    for turn in range(12):
        processes = [_simulate(home, 100_000, turn * 10 + n) for n in range(4)]
        time.sleep(choice.uniform(1.5, 3.0))
        for process in choice.sample(processes, 4):
            process.kill()
        for process in processes:
            output, _ = process.communicate()
            acknowledged += _acknowledged(output)
    assert len(acknowledged) >= 200
    _check(home, acknowledged)


def test_a_home_cut_off_while_it_is_made_can_be_made_again(tmp_path: Path) -> None:
    root = tmp_path / "home"
    for milliseconds in (300, 700, 1100, 1500):
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "--home", str(root), "init", "--sample", "--password", "minwon"],
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.PIPE,
        )
        try:
            output, _ = process.communicate(timeout=milliseconds / 1000)
        except subprocess.TimeoutExpired:
            process.kill()
            output, _ = process.communicate()
        if output:
            break
    else:
        made = subprocess.run(
            [sys.executable, "-m", "app", "--home", str(root), "init", "--sample", "--password", "minwon"],
            cwd=ROOT,
            env=environment(),
            capture_output=True,
            check=False,
        )
        assert made.returncode == 0 or (root / "minwon.db").exists()
    assert stored(Home(root), "SELECT count(*) FROM person") == [(6,)]
