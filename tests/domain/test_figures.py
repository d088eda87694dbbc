"""Scores, shares, and the rules that keep small cells from being worked out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures import (
    SMALLEST_CELL,
    Tally,
    is_publishing_moment,
    median,
    percentile,
    publish,
    route_success,
    satisfied_share,
    score,
    shown_cells,
    trouble_shares,
)
from app.domain.surveys import OVERALL, ROUTE, TROUBLE


def _tally(answers: Sequence[Mapping[str, tuple[str, ...]]]) -> Tally:
    tally = Tally()
    for answer in answers:
        tally.add(answer)
    return tally


def test_five_point_items_become_0_to_100() -> None:
    tally = _tally([{OVERALL: (value,)} for value in "54321"])
    assert score(tally, OVERALL) == 50.0
    assert satisfied_share(tally) == 0.4


@pytest.mark.parametrize("answers", range(5))
def test_under_five_answers_there_is_no_figure(answers: int) -> None:
    tally = _tally([{OVERALL: ("5",), ROUTE: ("ONCE",), TROUBLE: ("PASSIVE",)}] * answers)
    assert score(tally, OVERALL) is None
    assert satisfied_share(tally) is None
    assert route_success(tally) is None
    assert trouble_shares(tally, ["PASSIVE"]) == {"PASSIVE": None}


def test_route_success_leaves_out_those_who_needed_no_directions() -> None:
    tally = _tally([{ROUTE: (value,)} for value in ("ONCE", "ONCE", "ONCE", "MOVED1", "MOVED2", "NA", "NA")])
    assert route_success(tally) == 0.6


def test_trouble_shares_leave_out_those_who_skipped() -> None:
    troubles = [("PASSIVE", "COLD_ANSWER"), ("PASSIVE",), ("NONE",), ("NONE",), ("NONE",), ("SKIP",)]
    shares = trouble_shares(_tally([{TROUBLE: values} for values in troubles]), ["PASSIVE", "COLD_ANSWER"])
    assert shares == {"PASSIVE": 0.4, "COLD_ANSWER": 0.2}


def test_no_tally_no_figures() -> None:
    assert score(None, OVERALL) is None
    assert satisfied_share(None) is None
    assert route_success(None) is None


def test_only_every_fifth_answer_publishes() -> None:
    assert [n for n in range(16) if is_publishing_moment(n)] == [5, 10, 15]


def test_a_question_whose_base_grew_by_less_than_a_step_stays() -> None:
    first = _tally([{ROUTE: ("ONCE",)}] * 5)
    now = _tally([{ROUTE: ("ONCE",)}] * 5 + [{ROUTE: ("MOVED2",)}] + [{ROUTE: ("NA",)}] * 4)
    assert route_success(publish(first, now)) == route_success(first)
    later = _tally([{ROUTE: ("ONCE",)}] * 5 + [{ROUTE: ("MOVED2",)}] * 5 + [{ROUTE: ("NA",)}] * 5)
    assert route_success(publish(publish(first, now), later)) == 0.5


@given(st.dictionaries(st.integers(1, 20), st.integers(0, 30), max_size=8))
def test_what_is_hidden_adds_up_to_nothing_or_to_five(cells: dict[int, int]) -> None:
    shown = shown_cells(cells)
    hidden = sum(n for cell, n in cells.items() if cell not in shown)
    assert all(cells[cell] >= SMALLEST_CELL for cell in shown)
    assert hidden == 0 or hidden >= SMALLEST_CELL or not shown


@given(st.dictionaries(st.integers(1, 6), st.integers(1, 12), min_size=1, max_size=6))
def test_no_difference_of_total_and_shown_cells_is_small(cells: dict[int, int]) -> None:
    total = sum(cells.values())
    shown = sorted(shown_cells(cells))
    for size in range(len(shown) + 1):
        for chosen in combinations(shown, size):
            rest = total - sum(cells[cell] for cell in chosen)
            assert rest == 0 or rest >= SMALLEST_CELL or total < SMALLEST_CELL


_ANSWERS = st.fixed_dictionaries(
    {
        ROUTE: st.sampled_from(["ONCE", "MOVED1", "MOVED2", "NA"]).map(lambda v: (v,)),
        TROUBLE: st.sampled_from(["NONE", "PASSIVE", "SKIP"]).map(lambda v: (v,)),
        OVERALL: st.sampled_from("54321").map(lambda v: (v,)),
    }
)


@given(st.lists(_ANSWERS, max_size=40))
def test_two_successive_publications_differ_by_nothing_or_a_full_step(
    arrivals: list[dict[str, tuple[str, ...]]],
) -> None:
    published: Tally | None = None
    for count in range(1, len(arrivals) + 1):
        if not is_publishing_moment(count):
            continue
        new = publish(published, _tally(arrivals[:count]))
        before = published or Tally()
        assert new.answers - before.answers >= 5
        for question in (ROUTE, TROUBLE, OVERALL):
            grown = new.bases.get(question, 0) - before.bases.get(question, 0)
            assert grown == 0 or grown >= 5 or (published is None)
        published = new


@given(st.lists(st.floats(0, 10_000), min_size=1, max_size=50))
def test_median_and_percentile_lie_among_the_values(values: list[float]) -> None:
    middle, high = median(values), percentile(values, 0.9)
    assert middle is not None
    assert high is not None
    assert min(values) <= middle <= max(values)
    assert high in values
    assert sum(v <= high for v in values) >= 0.9 * len(values)


def test_no_values_no_median() -> None:
    assert median([]) is None
    assert percentile([], 0.9) is None
