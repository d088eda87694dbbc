"""Whatever happens to an office of several counters: in the end nothing is lost, nothing is twice, and all agree."""

from __future__ import annotations

import hypothesis
import pytest
from hypothesis import HealthCheck, Phase
from hypothesis.stateful import run_state_machine_as_test

from tests.support.shared_homes import PreparedOffice
from tests.sync.shared_machine import Office


def play(prepared: PreparedOffice, seed: int, examples: int, steps: int) -> None:
    machine = type("SeededOffice", (Office,), {"prepared": prepared})
    settings = hypothesis.settings(
        max_examples=examples,
        stateful_step_count=steps,
        deadline=None,
        derandomize=False,
        database=None,
        suppress_health_check=list(HealthCheck),
        phases=[Phase.generate],
    )
    hypothesis.seed(seed)(machine)
    run_state_machine_as_test(machine, settings=settings)


def test_all_counters_agree_in_the_end(prepared: PreparedOffice) -> None:
    play(prepared, seed=1, examples=30, steps=40)


@pytest.mark.chaos
@pytest.mark.parametrize("seed", range(2, 8))
def test_all_counters_agree_in_the_end_however_long(prepared: PreparedOffice, seed: int) -> None:
    play(prepared, seed, examples=400, steps=60)
