"""Attacks on small numbers: what published figures give away when they are subtracted from each other."""

from __future__ import annotations

import os
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, create_engine
from sqlalchemy.pool import StaticPool

from app.db.survey_answers import NewAnswer
from app.db.survey_closing import close_day
from app.db.survey_memory import StoreMemory
from app.db.survey_quick import published_quick
from app.db.survey_store import Form, Outcome, StoreTurn
from app.db.survey_tallies import published_department_tallies, published_tally
from app.domain.figures import FEW, SMALLEST_CELL, Tally, shown_cells
from app.domain.languages import Language
from app.domain.surveys import OVERALL, parse_survey
from app.models.survey_store import store_metadata
from tests.support.survey import DAY, NOON, survey_raw

_SURVEY = parse_survey(survey_raw())
_OPEN = [q for q in _SURVEY.questions if q.options and not q.sealed]
answers = st.fixed_dictionaries({q.id: st.sampled_from([(option.value,) for option in q.options]) for q in _OPEN})
arrivals = st.lists(st.tuples(st.integers(1, 4), st.booleans(), answers), min_size=5, max_size=45)


def store_for_tallies() -> Connection:
    """A store in memory: the small-number rules need no disk."""
    connection = create_engine("sqlite://", poolclass=StaticPool).connect()
    store_metadata.create_all(connection)
    return connection


def moved_by_too_few(before: Tally, after: Tally) -> list[str]:
    """The questions whose base moved by one to four answers between two published tallies."""
    return [
        question
        for question in after.bases
        if before.bases.get(question, 0) >= SMALLEST_CELL
        and 0 < abs(after.bases[question] - before.bases[question]) < SMALLEST_CELL
    ]


@settings(max_examples=25, deadline=None)
@given(arrivals)
def test_no_difference_of_published_figures_is_about_fewer_than_five(
    order: list[tuple[int, bool, dict[str, tuple[str, ...]]]],
) -> None:
    connection = store_for_tallies()
    key = os.urandom(32)
    memory = StoreMemory(key)
    published: list[Tally] = []
    really_quick: dict[int, int] = {}
    for number, (department, quick, chosen) in enumerate(order):
        if number < len(order) // SMALLEST_CELL * SMALLEST_CELL:
            really_quick[department] = really_quick.get(department, 0) + quick
        turn = StoreTurn(connection, key, memory)
        form = Form(DAY, os.urandom(15), os.urandom(16), b"", quick)
        made = NewAnswer(DAY, department, 1, Language.KO, chosen, "", None)
        assert turn.accept(form, made, NOON) is Outcome.STORED
        turn.end()
        assert published_quick(connection, DAY) is None
        now = published_tally(connection, DAY)
        if now is not None and (not published or now != published[-1]):
            published.append(now)
        assert published_department_tallies(connection, DAY) == {}
    close_day(connection, key, DAY)
    cells = {number: tally.answers for number, tally in published_department_tallies(connection, DAY).items()}
    departments = published_department_tallies(connection, DAY)
    told = published_quick(connection, DAY)
    connection.close()

    assert [tally.answers for tally in published] == list(range(5, len(order) + 1, 5))
    for before, after in pairwise(published):
        assert after.answers - before.answers >= SMALLEST_CELL
        assert moved_by_too_few(before, after) == []
        for question, base in after.bases.items():
            if base == before.bases.get(question):
                inside = {o: n for o, n in after.counts[question].items() if o not in {"NA", "SKIP"}}
                assert inside == {o: n for o, n in before.counts[question].items() if o not in {"NA", "SKIP"}}

    last = published[-1]
    shown = shown_cells(cells)
    assert all(cells[cell] >= SMALLEST_CELL for cell in shown)
    assert sum(cells.values()) == last.answers
    hidden = last.answers - sum(cells[cell] for cell in shown)
    assert hidden == 0 or hidden >= SMALLEST_CELL
    # Departments show the share of the overall question, which everybody answers.
    rest = last.bases[OVERALL] - sum(departments[cell].bases[OVERALL] for cell in shown)
    assert rest == hidden

    # Who answered within a minute: no count of one to four, none of a hidden department, no sum that gives one away.
    assert told is not None
    assert told.departments.keys() == shown
    for department, count in told.departments.items():
        really = really_quick.get(department, 0)
        assert count == (FEW if 0 < really < SMALLEST_CELL else really)
    if told.office is None:
        assert shown != cells.keys() or FEW in told.departments.values()
    else:
        assert told.office == sum(told.departments.values()) == sum(really_quick.values())
        assert told.office == 0 or told.office >= SMALLEST_CELL
