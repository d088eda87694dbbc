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
    publish,
    shown_cells,
)
from app.domain.period_figures import NOTHING
from app.domain.period_scores import route, satisfied, score, trouble
from app.domain.surveys import OVERALL, ROUTE, TROUBLE


def _tally(answers: Sequence[Mapping[str, tuple[str, ...]]]) -> Tally:
    tally = Tally()
    for answer in answers:
        tally.add(answer)
    return tally


def test_five_point_items_become_0_to_100() -> None:
    tally = _tally([{OVERALL: (value,)} for value in "54321"])
    assert score(tally, OVERALL).value == 50.0
    assert satisfied(tally).value == 0.4


@pytest.mark.parametrize("answers", range(5))
def test_under_five_answers_there_is_no_figure(answers: int) -> None:
    tally = _tally([{OVERALL: ("5",), ROUTE: ("ONCE",), TROUBLE: ("PASSIVE",)}] * answers)
    figures = (score(tally, OVERALL), satisfied(tally), route(tally), trouble(tally, "PASSIVE"))
    assert figures == (NOTHING,) * 4


def test_route_success_leaves_out_those_who_needed_no_directions() -> None:
    tally = _tally([{ROUTE: (value,)} for value in ("ONCE", "ONCE", "ONCE", "MOVED1", "MOVED2", "NA", "NA")])
    assert route(tally).value == 0.6


def test_trouble_shares_leave_out_those_who_skipped() -> None:
    troubles = [("PASSIVE", "COLD_ANSWER"), ("PASSIVE",), ("NONE",), ("NONE",), ("NONE",), ("SKIP",)]
    tally = _tally([{TROUBLE: values} for values in troubles])
    assert [trouble(tally, value).value for value in ("PASSIVE", "COLD_ANSWER")] == [0.4, 0.2]


def test_only_every_fifth_answer_publishes() -> None:
    assert [n for n in range(16) if is_publishing_moment(n)] == [5, 10, 15]


def test_a_question_whose_base_grew_by_less_than_a_step_stays() -> None:
    first = _tally([{ROUTE: ("ONCE",)}] * 5)
    now = _tally([{ROUTE: ("ONCE",)}] * 5 + [{ROUTE: ("MOVED2",)}] + [{ROUTE: ("NA",)}] * 4)
    assert route(publish(first, now)) == route(first)
    later = _tally([{ROUTE: ("ONCE",)}] * 5 + [{ROUTE: ("MOVED2",)}] * 5 + [{ROUTE: ("NA",)}] * 5)
    assert route(publish(publish(first, now), later)).value == 0.5


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
