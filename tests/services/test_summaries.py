"""The daily figures: what is always shown, what is suppressed, and what two looks can give away."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime
from itertools import combinations, pairwise

import pytest

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.crypto.secrets import random_bytes
from app.db.survey_store import Form, NewAnswer, Outcome, StoredDay, SurveyStore
from app.domain.actors import Actor, Role
from app.domain.clocks import office_day
from app.domain.errors import NotAllowed, SurveyStoreDamaged
from app.domain.languages import Language
from app.domain.period_figures import NOTHING, PeriodFigures
from app.domain.periods import By
from app.domain.slips import Paper, SlipState
from app.domain.tokens import NONCE_BYTES
from app.domain.visits import NewVisit
from tests.support.offices import MORNING, SetClock, stored

DAY = date(2026, 11, 20)
GOOD: dict[str, tuple[str, ...]] = {
    "Q1_KIND": ("5",),
    "Q2_ROUTE": ("ONCE",),
    "Q3_EXPLAIN": ("5",),
    "Q4_SPEED": ("4",),
    "Q5_FAIR": ("5",),
    "Q6_TROUBLE": ("NONE",),
    "Q8_OVERALL": ("5",),
}
BAD: dict[str, tuple[str, ...]] = {**GOOD, "Q2_ROUTE": ("MOVED2",), "Q6_TROUBLE": ("PASSIVE",), "Q8_OVERALL": ("1",)}

Arrive = Callable[[int, dict[str, tuple[str, ...]]], None]


@pytest.fixture
def store(office: Office, home: Home) -> Iterator[SurveyStore]:
    """The survey store as its server has it open."""
    office.stores.export(home.survey)
    opened = SurveyStore.open(home.survey)
    yield opened
    opened.close()


@pytest.fixture
def arrive(store: SurveyStore) -> Arrive:
    """Lets an answer to a slip of `DAY` of a department (by number) arrive at the store."""

    def one(department: int, answers: dict[str, tuple[str, ...]]) -> None:
        form = Form(DAY, random_bytes(NONCE_BYTES), random_bytes(16), b"content")
        answer = NewAnswer(DAY, department, 1, Language.KO, answers, "", None)
        assert store.accept(form, answer, MORNING) is Outcome.STORED

    return one


def _close_the_day(store: SurveyStore, clock: SetClock) -> None:
    """Eight days pass, and the survey server closes the day."""
    clock.pass_by(days=9)
    store.close_expired(office_day(clock()), 7)


def _register(office: Office, clerk: Actor, services: Sequence[str], clock: SetClock, *, slips: bool = True) -> None:
    for code in services:
        visit = office.visits.register(clerk, NewVisit(code)).visit
        if slips:
            slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
            office.slips.mark(clerk, slip.id, SlipState.HANDED)
        clock.pass_by(minutes=6)


def test_counts_by_service_department_hour_and_counter(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    _register(office, clerk, ["SEAL"] * 8 + ["CARREG"] * 4, clock)
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.visits, figures.done, figures.serving, figures.slips_printed) == (12, 11, 1, 12)
    assert [(row.name, row.visits) for row in figures.cuts[By.SERVICE].rows] == [("인감증명", 8), ("자동차 등록", 4)]
    assert [(row.name, row.visits) for row in figures.cuts[By.DEPARTMENT].rows] == [
        ("민원여권과", 8),
        ("교통행정과", 4),
    ]
    assert [(row.key, row.visits) for row in figures.cuts[By.HOUR].rows] == [("10", 10), ("11", 2)]
    assert [(row.key, row.visits) for row in figures.cuts[By.COUNTER].rows] == [("A", 12)]
    assert (figures.handling_time.n, figures.handling_time.median) == (11, 360.0)
    assert figures.waiting_time.n == 0


def test_an_undone_visit_counts_only_for_its_slip(
    office: Office, clerk: Actor, supervisor: Actor, arrive: Arrive
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    office.visits.undo(clerk, visit.id)
    arrive(9, GOOD)
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.visits, figures.undone, figures.slips_printed) == (0, 1, 1)
    assert figures.response_rate == 1.0


def test_a_failed_slip_is_no_slip(office: Office, clerk: Actor, supervisor: Actor) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.FAILED, "no_printer")
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.slips_printed, figures.response_rate) == (0, None)


def test_an_empty_day(office: Office, supervisor: Actor) -> None:
    figures = office.summaries.day(supervisor, date(2020, 1, 1))
    assert (figures.visits, figures.slips_printed, figures.surveys_answered) == (0, 0, 0)
    assert (figures.response_rate, figures.satisfied_share, figures.route_success) == (None, None, None)
    assert not figures.provisional


def test_a_day_is_provisional_until_its_slips_have_expired(office: Office, supervisor: Actor, clock: SetClock) -> None:
    assert office.summaries.day(supervisor, DAY).provisional
    clock.at = datetime(2026, 11, 27, 14, 59, tzinfo=UTC)
    assert office.summaries.day(supervisor, DAY).provisional
    clock.at = datetime(2026, 11, 27, 15, 0, tzinfo=UTC)
    closed = office.summaries.day(supervisor, DAY)
    assert (closed.provisional, closed.final_from) == (False, date(2026, 11, 28))


def test_q7_has_no_figure(office: Office, supervisor: Actor, arrive: Arrive) -> None:
    for _ in range(10):
        arrive(9, GOOD)
    (sealed,) = [item for item in office.summaries.day(supervisor, DAY).items if item.sealed]
    assert (sealed.id, sealed.score, sealed.shares) == ("Q7_INTEGRITY", NOTHING, ())


def test_departments_are_shown_when_the_day_is_closed_and_never_small(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, arrive: Arrive, store: SurveyStore
) -> None:
    _register(office, clerk, ["SEAL", "LOCALTAX", "CARREG", "CARTAX"], clock)
    order = [9] * 9 + [5] * 6 + [6] * 1 + [34] * 4
    random.Random(1).shuffle(order)
    for department in order:
        arrive(department, GOOD)
    assert all(row.answers is None for row in office.summaries.day(supervisor, DAY).scores[By.DEPARTMENT])
    _close_the_day(store, clock)
    shown = {row.name: row.answers for row in office.summaries.day(supervisor, DAY).scores[By.DEPARTMENT]}
    assert shown == {"민원여권과": 9, "세무1과": 6, "세무2과": None, "교통행정과": None}
    assert sum(answers or 0 for answers in shown.values()) == 15


def test_the_smallest_neighbour_is_hidden_where_subtraction_would_tell(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, arrive: Arrive, store: SurveyStore
) -> None:
    _register(office, clerk, ["SEAL", "LOCALTAX", "CARREG"], clock)
    for department in [9] * 8 + [5] * 6 + [34]:
        arrive(department, GOOD)
    _close_the_day(store, clock)
    shown = {row.name: row.answers for row in office.summaries.day(supervisor, DAY).scores[By.DEPARTMENT]}
    assert shown == {"민원여권과": 8, "세무1과": None, "교통행정과": None}


def test_nothing_two_looks_show_differs_by_a_small_cell(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, arrive: Arrive, store: SurveyStore
) -> None:
    """An attacker keeps every screen ever shown and subtracts whatever can be subtracted."""
    _register(office, clerk, ["SEAL", "LOCALTAX", "CARREG"], clock)
    choice = random.Random(7)
    looks: list[PeriodFigures] = []
    for _ in range(38):
        arrive(choice.choice([9, 9, 9, 5, 34]), choice.choice([GOOD, GOOD, BAD]))
        looks.append(office.summaries.day(supervisor, DAY))
    _close_the_day(store, clock)
    looks.append(office.summaries.day(supervisor, DAY))
    office_sizes = {look.scored_answers for look in looks}
    for one, other in combinations(sorted(office_sizes), 2):
        assert other - one >= 5 or one == 0
    for before, after in pairwise(looks):
        if before.scored_answers == after.scored_answers:
            assert before.items == after.items
            assert (before.satisfied_share, before.route_success) == (after.satisfied_share, after.route_success)
    cells = [row.answers for row in looks[-1].scores[By.DEPARTMENT] if row.answers is not None]
    assert cells
    for size in range(len(cells) + 1):
        for chosen in combinations(cells, size):
            rest = looks[-1].scored_answers - sum(chosen)
            assert rest == 0 or rest >= 5
    assert all(row.answers is None for look in looks[:-1] for row in look.scores[By.DEPARTMENT])


def test_turning_the_desks_clock_ahead_shows_no_department(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, arrive: Arrive
) -> None:
    _register(office, clerk, ["SEAL"], clock)
    for _ in range(10):
        arrive(9, GOOD)
    clock.pass_by(days=30)
    assert all(row.answers is None for row in office.summaries.day(supervisor, DAY).scores[By.DEPARTMENT])


def test_more_answers_than_slips_is_no_more_than_everybody(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, arrive: Arrive
) -> None:
    _register(office, clerk, ["SEAL"], clock)
    for _ in range(3):
        arrive(9, GOOD)
    assert office.summaries.day(supervisor, DAY).response_rate == 1.0


@pytest.mark.parametrize("role", [Role.CLERK, Role.CONSULTANT, Role.ADMIN])
def test_figures_are_for_supervisor_and_auditor(office: Office, role: Role) -> None:
    with pytest.raises(NotAllowed):
        office.summaries.day(Actor("x", "x", role), DAY)
    with pytest.raises(NotAllowed):
        office.summaries.sheet(Actor("x", "x", role), DAY)


def test_the_sheet_names_who_and_when_and_is_logged(office: Office, supervisor: Actor, home: Home) -> None:
    content = office.summaries.sheet(supervisor, DAY)
    assert (content.printed_by, content.printed_at.isoformat()) == ("최은영", "2026-11-20T10:00:00+09:00")
    assert content.approval_boxes == ("담당", "팀장", "과장")
    assert content.figures == office.summaries.day(supervisor, DAY)
    logged = stored(home, "SELECT login FROM audit WHERE action = 'print_day'")
    assert logged == [("supervisor1",)]


def test_a_clerk_registers_while_the_sheet_is_counted(
    office: Office, clerk: Actor, supervisor: Actor, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    read = SurveyStore.figures_of
    numbers: list[str] = []

    def slow(store: SurveyStore, day: date) -> StoredDay:
        other = open_office(home, lambda: MORNING)
        numbers.append(other.visits.register(clerk, NewVisit("SEAL")).visit.number)
        other.close()
        return read(store, day)

    monkeypatch.setattr(SurveyStore, "figures_of", slow)
    office.summaries.sheet(supervisor, DAY)
    assert numbers == ["A-001"]


def test_a_damaged_store_is_said_so(office: Office, supervisor: Actor, home: Home) -> None:
    office.stores.export(home.survey)
    (home.survey / "answers.db").write_bytes(b"garbage" * 100)
    with pytest.raises(SurveyStoreDamaged):
        office.summaries.day(supervisor, DAY)


def test_no_counters_file_holds_an_answer(office: Office, supervisor: Actor, home: Home, arrive: Arrive) -> None:
    for _ in range(6):
        arrive(9, BAD)
    office.summaries.day(supervisor, DAY)
    office.summaries.sheet(supervisor, DAY)
    office.close()
    for path in home.root.glob("minwon.db*"):
        content = path.read_bytes()
        assert b"Q8_OVERALL" not in content
        assert b"MOVED2" not in content
