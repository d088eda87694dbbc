"""Confidence intervals: known values, bounds, and how often they hold."""

from __future__ import annotations

import random
from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.intervals import mean_interval, wilson

STEPS = (0.0, 0.25, 0.5, 0.75, 1.0)
GIVEN = st.dictionaries(st.sampled_from(STEPS), st.integers(1, 400), min_size=1)


@pytest.mark.parametrize(
    ("hits", "n", "low", "high"),
    # Worked by hand from Wilson's formula with z = 1.959964.
    [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (81, 263, 0.2553, 0.3662)],
)
def test_wilson(hits: int, n: int, low: float, high: float) -> None:
    assert wilson(hits, n) == pytest.approx((low, high), abs=0.0001)


@given(n=st.integers(1, 5000), data=st.data())
def test_a_share_lies_in_its_interval_which_lies_in_the_scale(n: int, data: st.DataObject) -> None:
    hits = data.draw(st.integers(0, n))
    low, high = wilson(hits, n)
    assert 0 <= low <= hits / n <= high <= 1
    assert high - low > 0
    mirrored = wilson(n - hits, n)
    assert (1 - mirrored[1], 1 - mirrored[0]) == pytest.approx((low, high))


@given(values=GIVEN)
def test_a_mean_lies_in_its_interval_which_lies_in_the_scale(values: dict[float, int]) -> None:
    n = sum(values.values())
    mean = sum(value * times for value, times in values.items()) / n
    low, high = mean_interval(values)
    assert 0 <= low <= mean + 1e-12
    assert mean - 1e-12 <= high <= 1
    assert high - low > 0, "equal answers are no certainty"
    widest = wilson(mean * n, n)
    assert high - low <= (widest[1] - widest[0]) * 1.0001, "nothing spreads more than zeros and ones"


@given(values=GIVEN)
def test_more_answers_alike_narrow_the_interval(values: dict[float, int]) -> None:
    few, many = mean_interval(values), mean_interval({value: 4 * times for value, times in values.items()})
    assert many[1] - many[0] < few[1] - few[0]


@pytest.mark.parametrize("chances", [(0.02, 0.03, 0.1, 0.35, 0.5), (0.2,) * 5, (0.4, 0.05, 0.05, 0.1, 0.4)])
@pytest.mark.parametrize("n", [5, 20, 100])
def test_the_interval_holds_nineteen_times_in_twenty(chances: tuple[float, ...], n: int) -> None:
    dice = random.Random(n)
    true = sum(value * chance for value, chance in zip(STEPS, chances, strict=True))
    held = 0
    for _ in range(1500):
        low, high = mean_interval(Counter(dice.choices(STEPS, chances, k=n)))
        held += low <= true <= high
    assert held / 1500 > 0.93
