"""What has become of a visit follows from its steps alone, also at counters that knew nothing of each other."""

from __future__ import annotations

import itertools
import shutil
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import AppError
from app.domain.visit_course import CourseStep, course_of
from app.domain.visits import NewVisit, StepKind, VisitStatus
from tests.support.offices import SetClock, stored
from tests.support.shared_offices import Desk, SharedOffice

CLERK = Actor("clerk1", "", Role.CLERK)
STEPS = ("register", "admit", "admit here", "call", "call next", "start", "leave", "hand over", "finish", "undo")
ACTIONS = (*STEPS, "sweep", "a day later", "an hour later")


def stored_courses(home: Home) -> dict[str, tuple[str, str | None]]:
    return {of: (status, at) for of, status, at in stored(home, "SELECT id, status, now_at FROM visit")}


def worked_out(home: Home) -> dict[str, tuple[str, str | None]]:
    """The same from the steps alone."""
    found = stored(
        home, "SELECT visit_id, kind, counter_code, to_counter FROM visit_step ORDER BY place IS NULL, place, rowid"
    )
    steps: dict[str, list[CourseStep]] = {}
    for visit, kind, counter, to in found:
        steps.setdefault(visit, []).append(CourseStep(StepKind(kind), counter, to))
    courses = {visit: course_of(taken) for visit, taken in steps.items()}
    return {visit: (course.status.value, course.now_at) for visit, course in courses.items()}


def act(office: Office, clock: SetClock, counter: str, action: str, visit: str | None) -> None:
    """Do it, if it may be done now."""
    reception, visits = office.reception, office.visits
    does: dict[str, Callable[[], object]] = {
        "register": lambda: visits.register(CLERK, NewVisit("SEAL")),
        "admit": lambda: visits.admit(CLERK, NewVisit("SEAL")),
        "admit here": lambda: visits.admit(CLERK, NewVisit("SEAL"), counter),
        "call next": lambda: reception.call_next(CLERK),
        "sweep": lambda: office.day_end.sweep(CLERK, date_is_right=True),
        "a day later": lambda: clock.pass_by(days=1),
        "an hour later": lambda: clock.pass_by(hours=1),
    }
    if visit is not None:
        does |= {
            "call": lambda: reception.call(CLERK, visit),
            "start": lambda: reception.start(CLERK, visit),
            "leave": lambda: reception.leave(CLERK, visit),
            "hand over": lambda: reception.hand_over(CLERK, visit, "B" if counter == "A" else "A", "왜냐하면"),
            "finish": lambda: visits.finish(CLERK, visit),
            "undo": lambda: visits.undo(CLERK, visit),
        }
    if action in does:
        with suppress(AppError):
            does[action]()


@pytest.fixture(scope="module")
def fresh(home_template: Path, tmp_path_factory: pytest.TempPathFactory) -> Callable[[], Home]:
    """A new copy of the practice office each time."""
    folder, numbers = tmp_path_factory.mktemp("courses"), itertools.count()

    def copied() -> Home:
        return Home(Path(shutil.copytree(home_template, folder / str(next(numbers)))))

    return copied


@given(plan=st.lists(st.tuples(st.sampled_from(ACTIONS), st.sampled_from("AB"), st.integers(0, 5)), max_size=25))
@settings(max_examples=40, suppress_health_check=[HealthCheck.too_slow])
def test_the_steps_tell_what_is_stored_whatever_is_done(
    fresh: Callable[[], Home], plan: list[tuple[str, str, int]]
) -> None:
    home, clock = fresh(), SetClock()
    with closing(open_office(home, clock, "A")) as at_a, closing(open_office(home, clock, "B")) as at_b:
        for action, counter, which in plan:
            visits = sorted(stored_courses(home))
            visit = visits[which % len(visits)] if visits else None
            act(at_a if counter == "A" else at_b, clock, counter, action, visit)
            clock.pass_by(seconds=1)
            assert stored_courses(home) == worked_out(home)
    shutil.rmtree(home.root)


# --- two homes that know nothing of each other -----------------------------------------------------------------------


def course(desk: Desk, visit: str) -> tuple[str, str | None]:
    return stored_courses(desk.home)[visit]


OFFLINE = ("call", "start", "leave", "hand over", "finish")


def do(desk: Desk, action: str, visit: str) -> None:
    reception = desk.office.reception
    match action:
        case "call":
            reception.call(desk.clerk, visit)
        case "start":
            reception.start(desk.clerk, visit)
        case "leave":
            reception.leave(desk.clerk, visit)
        case "hand over":
            reception.hand_over(desk.clerk, visit, "A", "왜냐하면")
        case "finish":
            reception.start(desk.clerk, visit)
            desk.office.visits.finish(desk.clerk, visit)


def test_two_homes_that_act_on_the_same_visitor_agree_afterwards(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    """Every pair of what two clerks may do to one who waits, in both orders of arrival."""
    pairs = list(itertools.product(OFFLINE, OFFLINE))
    visits = [first.office.visits.admit(first.clerk, NewVisit("SEAL")).visit.id for _ in range(2 * len(pairs))]
    first.office.offices.change(first.admin, finish_on_next=False)
    shared.settled(first, second)
    for order, desks in enumerate(((first, second), (second, first))):
        for (one, other), visit in zip(pairs, visits[order::2], strict=True):
            do(desks[0], one, visit)
            do(desks[1], other, visit)
        desks[0].exchange()
        shared.settled(desks[1], desks[0])
    for visit in visits:
        assert course(first, visit) == course(second, visit)
    assert stored_courses(first.home) == worked_out(first.home) == worked_out(second.home)
    # Served is served, whatever the other one did.
    for order in range(2):
        for pair, visit in zip(pairs, visits[order::2], strict=True):
            if "finish" in pair:
                assert course(first, visit)[0] == VisitStatus.DONE, pair


def test_a_late_call_brings_nobody_back(shared: SharedOffice, first: Desk, second: Desk) -> None:
    visit = first.office.visits.admit(first.clerk, NewVisit("SEAL")).visit.id
    shared.settled(first, second)
    second.office.reception.call(second.clerk, visit)
    first.office.reception.start(first.clerk, visit)
    first.office.visits.finish(first.clerk, visit)
    shared.settled(first, second)
    for desk in (first, second):
        assert course(desk, visit) == (VisitStatus.DONE, "A")
        assert desk.office.reception.queue(desk.clerk) == ()
    undone = first.office.visits.admit(first.clerk, NewVisit("SEAL")).visit.id
    shared.settled(first, second)
    second.office.reception.call(second.clerk, undone)
    first.office.visits.undo(first.clerk, undone)
    shared.settled(first, second)
    assert {course(desk, undone)[0] for desk in (first, second)} == {VisitStatus.UNDONE}


# --- the end of the day ----------------------------------------------------------------------------------------------


def test_a_home_closes_its_own_visits_and_others_after_two_days(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    mine = first.office.visits.admit(first.clerk, NewVisit("SEAL")).visit.id
    theirs = second.office.visits.admit(second.clerk, NewVisit("SEAL")).visit.id
    sent_here = second.office.visits.admit(second.clerk, NewVisit("SEAL"), "A").visit.id
    shared.settled(first, second)

    def next_day(desk: Desk) -> int:
        desk.clock.pass_by(days=1)
        return desk.office.day_end.sweep(desk.clerk).closed

    assert next_day(first) == 2
    states = stored_courses(first.home)
    assert [states[one][0] for one in (mine, theirs, sent_here)] == ["unrecorded", "waiting", "unrecorded"]
    assert next_day(first) == 0
    assert next_day(first) == 1  # nobody has been at the other one for two days
    shared.settled(first, second)
    assert {state for state, _ in stored_courses(second.home).values()} == {"unrecorded"}
    assert second.office.day_end.sweep(second.clerk).closed == 0
    # Both closing it at once is one end, too.
    again = second.office.visits.admit(second.clerk, NewVisit("SEAL")).visit.id
    shared.settled(second, first)
    for desk in (first, second):
        desk.clock.at = first.clock.at
        desk.clock.pass_by(days=4)
        assert desk.office.day_end.sweep(desk.clerk).closed == 1
    shared.settled(first, second)
    assert {course(desk, again)[0] for desk in (first, second)} == {VisitStatus.UNRECORDED}
