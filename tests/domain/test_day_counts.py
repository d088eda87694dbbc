"""Counts that can be added up and kept."""

from __future__ import annotations

import statistics
from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from app.domain.day_counts import Cell, DayCounts, beginning, middle, nine_in_ten

CODES = st.text("ABC가", min_size=1, max_size=2)
CELLS = st.dictionaries(CODES, st.builds(Cell, *[st.integers(0, 99)] * 5), max_size=4)
TIMES = st.dictionaries(st.integers(0, 5000), st.integers(1, 30), max_size=30).map(Counter)
COUNTS = st.builds(
    DayCounts,
    st.dictionaries(st.sampled_from(["done", "left"]), st.integers(0, 99)).map(Counter),
    *[CELLS] * 4,
    *[st.dictionaries(CODES, st.integers(0, 99)).map(Counter)] * 2,
    TIMES,
    TIMES,
    st.integers(0, 9),
)


@given(counts=COUNTS)
def test_what_is_kept_is_what_was_counted(counts: DayCounts) -> None:
    text = counts.to_json("Asia/Seoul")
    assert text.startswith(beginning("Asia/Seoul"))
    assert DayCounts.from_json(text, "Asia/Seoul") == counts
    assert DayCounts.from_json(text, "Asia/Tokyo") is None
    assert DayCounts.from_json(text[:-3], "Asia/Seoul") is None
    assert DayCounts.from_json("counting 0123", "Asia/Seoul") is None


@given(days=st.lists(COUNTS, max_size=4))
def test_days_add_up(days: list[DayCounts]) -> None:
    together = DayCounts()
    for day in days:
        together.add(day)
    assert together.total().visits == sum(day.total().visits for day in days)
    assert together.waiting.total() == sum(day.waiting.total() for day in days)
    for code in {code for day in days for code in day.services}:
        assert together.services[code].services == sum(day.services.get(code, Cell()).services for day in days)


@given(seconds=st.lists(st.integers(0, 4000), min_size=1, max_size=200))
def test_medians_of_histograms_are_those_of_the_values(seconds: list[int]) -> None:
    histogram = Counter(seconds)
    assert middle(histogram) == statistics.median(seconds)
    nine = nine_in_ten(histogram)
    assert nine in seconds
    assert sum(value <= nine for value in seconds) >= 0.9 * len(seconds)
    assert sum(value < nine for value in seconds) < 0.9 * len(seconds)


def test_nothing_has_no_median() -> None:
    assert middle({}) is None
    assert nine_in_ten({}) is None
