"""The same content on the same paper is the same file, byte for byte, wherever it is made."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from app.domain.slips import Paper
from app.printing.slip import slip_pdf
from tests.printing.case_samples import case_digests
from tests.printing.samples import SLIP, digests

ROOT = Path(__file__).resolve().parents[2]


def all_digests() -> list[str]:
    return [*digests(), *case_digests()]


def test_twice_in_one_process() -> None:
    first = all_digests()
    assert all_digests() == first
    assert len(set(first)) == len(first)


@pytest.mark.parametrize(("seed", "zone"), [("0", "UTC"), ("12345", "America/New_York")])
def test_in_another_process_with_another_seed_and_zone(seed: str, zone: str) -> None:
    environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": str(ROOT), "LC_ALL": "C"}
    code = "from tests.printing.test_same_bytes import all_digests; print(*all_digests(), sep='\\n')"
    run = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, env=environment, capture_output=True, text=True, check=True
    )
    assert run.stdout.split() == all_digests()


@pytest.mark.parametrize("paper", Paper)
def test_another_print_time_or_a_reissue_is_another_file(paper: Paper) -> None:
    plain = slip_pdf(SLIP, paper)
    assert slip_pdf(replace(SLIP, printed_at=SLIP.printed_at + timedelta(seconds=1)), paper) != plain
    assert slip_pdf(replace(SLIP, reissue=True), paper) != plain
