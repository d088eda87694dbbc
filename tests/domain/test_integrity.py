"""Small-number rules of the integrity report."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from app.domain.figures import FEW, QuickCounts
from app.domain.integrity import SMALLEST_ROW, DepartmentSigns, QuickSpan, added_up, quick_spans, report_rows


def _signs(visits: list[int]) -> list[DepartmentSigns]:
    return [DepartmentSigns(f"D{n}", f"{n}과", n, count, count, 1, 0, 0, count, 0) for n, count in enumerate(visits)]


@given(st.lists(st.integers(0, 12), max_size=12))
def test_no_row_and_no_difference_is_few_visits(visits: list[int]) -> None:
    rows = report_rows(_signs(visits), {}, "그 밖")
    total = added_up("", "", rows)
    assert total.visits == sum(visits)
    assert total.departments == len(visits)
    if total.visits >= SMALLEST_ROW:
        # Whatever set of rows one takes away from the total, what is left is nothing or at least five visits.
        assert all(row.visits >= SMALLEST_ROW or row.visits == 0 for row in rows)


def test_a_single_small_department_takes_its_smallest_neighbour_along() -> None:
    rows = report_rows(_signs([3, 20, 7]), {1: QuickSpan(10, 1, 4)}, "그 밖")
    assert [(row.name, row.departments, row.visits) for row in rows] == [("1과", 1, 20), ("그 밖", 2, 10)]
    assert (rows[0].answers, rows[0].quick_least, rows[0].quick_most, rows[1].answers) == (10, 1, 4, None)


def test_few_quick_answers_are_told_as_a_span() -> None:
    days = [(QuickCounts({1: FEW, 2: 0}, None), {1: 9, 2: 6}), (QuickCounts({1: 7}, 7), {1: 11})]
    assert quick_spans(days) == {1: QuickSpan(20, 8, 11), 2: QuickSpan(6, 0, 0)}
