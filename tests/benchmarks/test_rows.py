"""Every benchmark still runs all the way through and tells its rows; how fast is nobody's business here."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import asdict, replace
from pathlib import Path

import pytest

from benchmarks.__main__ import NAMES, machine, markdown, present
from benchmarks.measure import Row, Times, in_turns
from tests.support.command_line import ROOT

LAST = ROOT / "docs" / "benchmarks.json"


@pytest.mark.parametrize("name", NAMES)
def test_a_benchmark_tells_its_rows(name: str) -> None:
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_LOGGING_RULES": "default.warning=false"}
    asked = [sys.executable, "-m", "benchmarks", "--rows", "--quick", name]
    done = subprocess.run(asked, cwd=ROOT, env=environment, capture_output=True, text=True, timeout=240, check=False)
    assert done.returncode == 0, done.stderr
    rows = [Row(**row) for row in json.loads(done.stdout.splitlines()[-1])]
    assert rows
    for row in rows:
        assert row.what
        assert row.measured
        assert row.target or row.met is None
        assert row.ratio is None or (row.ratio > 0 and row.limit)
        assert all(isinstance(figure, int | float) for figure in row.figures.values())


def test_all_benchmarks_are_there() -> None:
    assert present() == NAMES


def test_every_call_counts() -> None:
    calls: list[str] = []
    subject, limit = in_turns([lambda: calls.append("a"), lambda: calls.append("b")], rounds=3, warm_up=1)
    assert "".join(calls) == "abababab"
    assert (len(subject.seconds), len(limit.seconds)) == (3, 3)


def test_median_and_95th_percentile_are_of_all_calls() -> None:
    times = Times(tuple(float(n) for n in range(1, 101)))
    assert (times.median, times.p95, times.worst) == (50.5, 95.0, 100.0)
    assert Times((3.0,)).p95 == 3.0
    assert times.ratio_to(Times((101.0,))) == 0.5


def test_the_table_says_what_is_missed() -> None:
    met = Row("a", "≤ 2×", "1 ms", "1 ms", 1.0, True)
    rows = [asdict(met), asdict(replace(met, what="b", ratio=3.0, met=False, note="why"))]
    lines = markdown({**machine(), "screen": "Xvfb"}, rows).splitlines()
    assert lines[2] == "| a | ≤ 2× | 1 ms | 1 ms | 1.00× | yes |"
    assert lines[3] == "| b | ≤ 2× | 1 ms; why | 1 ms | 3.00× | **no** |"


def test_what_was_measured_last_names_no_machine() -> None:
    told = json.loads(LAST.read_text("utf-8"))
    assert set(told["machine"]) == {*machine(), "screen"}
    assert not re.search(r"/(home|root|tmp|work|Users)/|\w:\\", LAST.read_text("utf-8"))
    assert re.search(r"^\| what ", (Path(LAST).with_suffix(".md")).read_text("utf-8"), re.MULTILINE)
