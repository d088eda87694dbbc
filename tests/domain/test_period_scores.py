"""What scores of overlapping periods give away together: nothing that the single days do not show by themselves."""

from __future__ import annotations

import json
from datetime import date, timedelta
from itertools import combinations

from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.figures import SMALLEST_CELL, STEP, Tally, publish, publish_quick
from app.domain.integrity import quick_spans
from app.domain.period_scores import Answers, DayAnswers, PeriodAnswers, route, satisfied, score, share_of, sum_of
from app.domain.survey_days import StoredDay
from app.domain.surveys import OVERALL, ROUTE

FIRST = date(2026, 11, 2)
OVERALL_GIVEN = st.sampled_from("12345").map(lambda value: (value,))
ROUTE_GIVEN = st.sampled_from(["ONCE", "MOVED1", "NA"]).map(lambda value: (value,))
GIVEN = st.fixed_dictionaries({OVERALL: OVERALL_GIVEN, ROUTE: ROUTE_GIVEN})
Arriving = list[tuple[int, dict[str, tuple[str, ...]]]]
ARRIVING = st.lists(st.tuples(st.sampled_from([1, 1, 1, 2, 3]), GIVEN), max_size=24)


def day_of(arriving: Arriving, closed: bool) -> DayAnswers:
    """What the survey store shows after these answers arrived: published at every fifth, departments when closed."""
    office, published = Tally(), None
    departments: dict[int, Tally] = {}
    shown: dict[int, Tally] = {}
    for number, given_answers in arriving:
        office.add(given_answers)
        departments.setdefault(number, Tally()).add(given_answers)
        if office.answers % STEP == 0:
            published = publish(published, office)
            shown = {n: Tally.from_json(tally.to_json()) for n, tally in departments.items()}
    return DayAnswers(len(arriving), published, shown if closed else {})


DAYS = st.lists(st.builds(day_of, ARRIVING, st.booleans()), min_size=1, max_size=5)


def period(days: list[DayAnswers], first: int, last: int) -> PeriodAnswers:
    found = PeriodAnswers()
    for place in range(first, last + 1):
        found.add_day(FIRST + timedelta(days=place), days[place])
    return found


def department(answers: PeriodAnswers, number: int) -> Answers:
    return sum_of(answers.departments.get(number, {}).values())


@settings(max_examples=60)
@given(days=DAYS)
def test_a_period_can_be_put_together_from_what_its_days_show(days: list[DayAnswers]) -> None:
    singles = [period(days, place, place) for place in range(len(days))]
    for first, last in combinations(range(len(days) + 1), 2):
        whole = period(days, first, last - 1)
        of_days = singles[first:last]
        assert whole.total() == sum_of(single.total() for single in of_days)
        for number in (1, 2, 3):
            assert department(whole, number) == sum_of(department(single, number) for single in of_days)


@settings(max_examples=60)
@given(days=DAYS)
def test_no_difference_of_two_periods_is_a_handful(days: list[DayAnswers]) -> None:
    """Every pair of periods, one inside the other; the office, departments, and the office without its departments."""
    ranges = list(combinations(range(len(days) + 1), 2))
    looked = {bounds: period(days, bounds[0], bounds[1] - 1) for bounds in ranges}

    def bases(answers: Answers) -> list[int]:
        return [answers.tally.bases.get(question, 0) for question in (OVERALL, ROUTE)]

    for wide in ranges:
        for narrow in [(a, b) for a, b in ranges if wide[0] <= a and b <= wide[1]] + [(0, 0)]:
            one, other = looked[wide], looked.get(narrow, PeriodAnswers())
            for bigger, smaller in [
                (one.total(), other.total()),
                *((department(one, number), department(other, number)) for number in (1, 2, 3)),
            ]:
                differences = [b - s for b, s in zip(bases(bigger), bases(smaller), strict=True)]
                assert all(n == 0 or n >= STEP for n in differences)
            closed_rest = [_hidden(answers) for answers in (one, other)]
            rest = closed_rest[0] - closed_rest[1]
            assert rest == 0 or rest >= STEP


def _hidden(answers: PeriodAnswers) -> int:
    """The answers that nobody's department shows, on the days on which any department is shown."""
    days = {day for of_department in answers.departments.values() for day in of_department}
    office = sum(answers.office[day].tally.bases.get(OVERALL, 0) for day in days)
    shown = sum(part.tally.bases[OVERALL] for parts in answers.departments.values() for part in parts.values())
    return office - shown


def test_a_base_under_five_of_one_day_never_enters_a_sum() -> None:
    """Five answers, three of them asked for the way: with another day's ten they would be a difference of three."""
    some: Arriving = [(1, {OVERALL: ("5",), ROUTE: ("ONCE",)}) for _ in range(3)]
    some += [(1, {OVERALL: ("5",), ROUTE: ("NA",)}) for _ in range(2)]
    many: Arriving = [(1, {OVERALL: ("4",), ROUTE: ("MOVED1",)}) for _ in range(10)]
    both = period([day_of(some, True), day_of(many, True)], 0, 1).total().tally
    assert both.bases == {OVERALL: 15, ROUTE: 10}
    assert (route(both).value, route(both).n) == (0.0, 10)
    assert (satisfied(both).value, satisfied(both).n) == (1.0, 15)


def test_scores_come_with_interval_and_n() -> None:
    tally = Tally(5, {OVERALL: {"5": 4, "1": 1}}, {OVERALL: 5})
    found = score(tally, OVERALL)
    assert (found.value, found.n) == (80.0, 5)
    assert found.low is not None
    assert found.high is not None
    assert 0 < found.low < 80 < found.high <= 100
    assert share_of(tally, ROUTE, ("ONCE",)).value is None


@settings(max_examples=60)
@given(days=DAYS)
def test_figures_of_what_is_told_are_those_of_the_store_and_nothing_more_is_told(days: list[DayAnswers]) -> None:
    here, there = PeriodAnswers(), PeriodAnswers()
    for place, day in enumerate(days):
        departments = {number: tally.answers for number, tally in day.departments.items()}
        quick = publish_quick(departments, dict.fromkeys(departments, 5)) if departments else None
        stored = StoredDay(day.answers, day.office, day.departments, quick)
        told = StoredDay.from_json(json.loads(json.dumps(stored.told().to_json())))
        assert told == stored.told() == told.told()
        assert bool(told) is bool(stored)
        here.add_day(FIRST + timedelta(days=place), day)
        there.add_day(FIRST + timedelta(days=place), DayAnswers(told.answers, told.office, told.departments))
        assert all(tally.answers >= SMALLEST_CELL for tally in told.departments.values())
        assert all(tally.counts.keys() <= {OVERALL} for tally in told.departments.values())
        assert all(base >= SMALLEST_CELL for base in (told.office.bases.values() if told.office else ()))
        if quick is not None:
            of_told = {number: tally.answers for number, tally in told.departments.items()}
            assert quick_spans([(quick, of_told)]) == quick_spans([(quick, departments)])
    assert here == there
