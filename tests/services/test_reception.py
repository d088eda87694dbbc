"""People who wait: admitted, called, served, handed over, gone; and the rules that hold whatever the order."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule, run_state_machine_as_test

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import (
    AccountWithdrawn,
    AppError,
    CounterInUse,
    NobodyWaiting,
    NotAllowed,
    PersonalDataInText,
    ServiceTwice,
    TooManyServices,
    UndoTooLate,
    UnknownCounter,
    UnknownService,
    VisitElsewhere,
    VisitIsUndone,
    VisitNotOpen,
    VisitNotServing,
    VisitNotWaiting,
    WordMissing,
)
from app.domain.languages import Language
from app.domain.periods import Period, Span
from app.domain.slips import Paper
from app.domain.visits import NewVisit, VisitStatus
from tests.support.offices import SetClock, stored


@pytest.fixture
def second_counter(home: Home, office: Office, clock: SetClock) -> Iterator[Office]:
    """The same home, seen from the counter B."""
    opened = open_office(home, clock, "B")
    yield opened
    opened.close()


def test_one_visit_with_three_services(office: Office, clerk: Actor) -> None:
    new = NewVisit("RESREG", further_services=("SEAL", "MOVEIN"))
    visit = office.visits.register(clerk, new).visit
    assert visit.service_codes == ("RESREG", "SEAL", "MOVEIN")
    assert visit.service_names == ("주민등록 등·초본", "인감증명", "전입신고")
    assert office.visits.list_day(clerk) == (visit,)


@pytest.mark.parametrize(
    ("codes", "refusal"),
    [
        (("SEAL", "SEAL"), ServiceTwice),
        (("RESREG", "NOSUCH"), UnknownService),
        (("RESREG", "SEAL", "MOVEIN", "PASSPORT", "FAMILY", "BIRTHDEATH", "LOCALTAX"), TooManyServices),
    ],
)
def test_services_that_cannot_be_together_store_nothing(
    office: Office, clerk: Actor, home: Home, codes: tuple[str, ...], refusal: type[AppError]
) -> None:
    with pytest.raises(refusal):
        office.visits.register(clerk, NewVisit(codes[0], further_services=codes[1:]))
    assert stored(home, "SELECT count(*) FROM visit") == [(0,)]


def test_from_the_reception_to_the_end(office: Office, clerk: Actor, clock: SetClock) -> None:
    admitted = office.visits.admit(clerk, NewVisit("PASSPORT")).visit
    assert (admitted.status, admitted.now_at, admitted.serving_since) == (VisitStatus.WAITING, None, None)
    clock.pass_by(minutes=6)
    called = office.reception.call_next(clerk)
    assert (called.id, called.status, called.now_at) == (admitted.id, VisitStatus.CALLED, "A")
    clock.pass_by(minutes=1)
    assert office.reception.start(clerk, admitted.id).serving_since == clock.at
    clock.pass_by(minutes=4)
    assert office.visits.finish(clerk, admitted.id).status is VisitStatus.DONE


def test_admitting_finishes_nobody_and_starting_does(office: Office, clerk: Actor) -> None:
    served = office.visits.register(clerk, NewVisit("SEAL")).visit
    waiting = office.visits.admit(clerk, NewVisit("PASSPORT")).visit
    assert _status(office, clerk, served.id) is VisitStatus.SERVING
    office.reception.call(clerk, waiting.id)
    assert _status(office, clerk, served.id) is VisitStatus.SERVING
    office.reception.start(clerk, waiting.id)
    assert _status(office, clerk, served.id) is VisitStatus.DONE


def test_the_longest_waiting_for_this_counter_comes_first(
    office: Office, second_counter: Office, clerk: Actor, clock: SetClock
) -> None:
    for counter in ("B", None, "A", None):
        office.visits.admit(clerk, NewVisit("SEAL"), counter)
        clock.pass_by(minutes=1)
    assert [office.reception.call_next(clerk).number for _ in range(3)] == ["A-002", "A-003", "A-004"]
    with pytest.raises(NobodyWaiting):
        office.reception.call_next(clerk)
    assert second_counter.reception.call_next(clerk).number == "A-001"


def test_a_hand_over_waits_at_the_other_counter_with_a_word_why(
    office: Office, second_counter: Office, clerk: Actor
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    handed = office.reception.hand_over(clerk, visit.id, "B", "  여권은 2번 창구 ")
    assert (handed.status, handed.now_at, handed.word) == (VisitStatus.WAITING, "B", "여권은 2번 창구")
    with pytest.raises(VisitElsewhere):
        office.reception.start(clerk, visit.id)
    assert second_counter.reception.start(clerk, visit.id).now_at == "B"
    with pytest.raises(VisitElsewhere):
        office.reception.hand_over(clerk, visit.id, "C", "잘못 누름")


def test_a_word_why_is_kept_out_of_the_steps_and_locked_on_its_way(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.reception.hand_over(clerk, visit.id, "B", "통역이 필요함")
    assert stored(home, "SELECT word FROM step_word") == [("통역이 필요함",)]
    sent = stored(home, "SELECT fields FROM outbox WHERE entity = 'visit_step'")
    assert not any("통역" in fields for (fields,) in sent)
    assert any('"word": {"locked"' in fields for (fields,) in sent)


@pytest.mark.parametrize(
    ("to", "word", "refusal"),
    [
        ("B", "  ", WordMissing),
        ("Z", "이유", UnknownCounter),
        ("B", "홍길동 010-1234-5678", PersonalDataInText),
    ],
)
def test_a_hand_over_that_is_refused_changes_nothing(
    office: Office, clerk: Actor, home: Home, to: str, word: str, refusal: type[AppError]
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    before = stored(home, "SELECT * FROM visit_step"), stored(home, "SELECT * FROM visit")
    with pytest.raises(refusal):
        office.reception.hand_over(clerk, visit.id, to, word)
    assert (stored(home, "SELECT * FROM visit_step"), stored(home, "SELECT * FROM visit")) == before


def test_whoever_left_can_come_back_the_same_day_only(office: Office, clerk: Actor, clock: SetClock) -> None:
    visit = office.visits.admit(clerk, NewVisit("SEAL")).visit
    assert office.reception.leave(clerk, visit.id).status is VisitStatus.LEFT
    with pytest.raises(VisitNotWaiting):
        office.reception.start(clerk, visit.id)
    assert office.reception.call(clerk, visit.id).status is VisitStatus.CALLED
    office.reception.leave(clerk, visit.id)
    clock.pass_by(days=1)
    with pytest.raises(VisitNotWaiting):
        office.reception.call(clerk, visit.id)


def test_a_visit_that_ended_can_be_neither_called_nor_handed_over(office: Office, clerk: Actor) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.finish(clerk, visit.id)
    for step in (office.reception.call, office.reception.start, office.reception.leave):
        with pytest.raises(VisitNotWaiting):
            step(clerk, visit.id)
    with pytest.raises(VisitNotOpen):
        office.reception.hand_over(clerk, visit.id, "B", "늦음")
    undone = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.undo(clerk, undone.id)
    with pytest.raises(VisitIsUndone):
        office.reception.call(clerk, undone.id)


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_only_people_at_the_counter_move_visits(office: Office, clerk: Actor, role: Role) -> None:
    visit = office.visits.admit(clerk, NewVisit("SEAL")).visit
    other = Actor("x", "x", role)
    for step in (office.reception.call, office.reception.start, office.reception.leave, office.visits.finish):
        with pytest.raises(NotAllowed):
            step(other, visit.id)
    with pytest.raises(NotAllowed):
        office.visits.own_day(other)


def test_own_numbers_of_today_only(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=1)
    for withheld in (False, True, False):
        office.visits.register(clerk, NewVisit("SEAL", slip_withheld=withheld))
    office.visits.register(supervisor, NewVisit("SEAL"))
    undone = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.undo(clerk, undone.id)
    own = office.visits.own_day(clerk)
    assert (own.registered, own.served, own.slips, own.withheld) == (3, 3, 0, 1)
    assert office.visits.own_day(supervisor).registered == 1


def test_looking_at_an_earlier_day_is_logged_and_at_today_not(
    office: Office, clerk: Actor, home: Home, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    day = office.visits.now(clerk).day
    clock.pass_by(days=1)
    office.visits.list_day(clerk)
    assert len(office.visits.list_day(clerk, day)) == 1
    assert stored(home, "SELECT login, row_id FROM audit WHERE action = 'see_day'") == [("clerk1", day.isoformat())]


def test_what_another_counter_serves_can_be_neither_undone_nor_finished_here(
    office: Office, second_counter: Office, clerk: Actor
) -> None:
    visit = office.visits.admit(clerk, NewVisit("SEAL")).visit
    second_counter.reception.start(clerk, visit.id)
    for step in (office.visits.undo, office.visits.finish):
        with pytest.raises(VisitElsewhere):
            step(clerk, visit.id)
    assert second_counter.visits.finish(clerk, visit.id).status is VisitStatus.DONE


def test_undo_at_the_reception_takes_back_who_is_to_wait_elsewhere(office: Office, clerk: Actor) -> None:
    visit = office.visits.admit(clerk, NewVisit("SEAL"), "B").visit
    assert office.visits.undo(clerk, visit.id).status is VisitStatus.UNDONE


def test_undo_resumes_nobody_where_somebody_else_is_served(office: Office, clerk: Actor) -> None:
    first = office.visits.register(clerk, NewVisit("SEAL")).visit
    second = office.visits.register(clerk, NewVisit("SEAL")).visit
    waiting = office.visits.admit(clerk, NewVisit("SEAL")).visit
    office.reception.start(clerk, waiting.id)
    office.visits.undo(clerk, second.id)
    statuses = {visit.id: visit.status for visit in office.visits.list_day(clerk)}
    assert (statuses[first.id], statuses[waiting.id]) == (VisitStatus.DONE, VisitStatus.SERVING)


def test_who_left_can_be_called_back_when_the_counter_is_gone(
    office: Office, clerk: Actor, admin: Actor, clock: SetClock
) -> None:
    visit = office.visits.admit(clerk, NewVisit("SEAL"), "B").visit
    office.reception.leave(clerk, visit.id)
    office.admin.counters.retire(admin, "B")
    assert office.reception.call(clerk, visit.id).now_at == "A"


def test_the_counter_this_home_is_cannot_be_retired_from_another_one(second_counter: Office, admin: Actor) -> None:
    with pytest.raises(CounterInUse):
        second_counter.admin.counters.retire(admin, "A")


def test_a_withdrawn_account_does_nothing_more_from_an_open_window(
    office: Office, clerk: Actor, supervisor: Actor, admin: Actor, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    today = Period.of(Span.DAY, office.visits.now(clerk).day)
    for login in ("clerk1", "supervisor1"):
        office.admin.people.withdraw(admin, login)
    tries = [
        lambda: office.visits.register(clerk, NewVisit("SEAL")),
        lambda: office.visits.list_day(clerk),
        lambda: office.visits.own_day(clerk),
        lambda: office.reception.queue(clerk),
        lambda: office.reception.call(clerk, visit.id),
        lambda: office.corrections.correct_services(clerk, visit.id, ("PASSPORT",)),
        lambda: office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO),
        lambda: office.summaries.period(supervisor, today),
        lambda: office.summaries.period_sheet(supervisor, today),
        lambda: office.summaries.export_visits(supervisor, today, "점검", lambda _: None),
        lambda: office.integrity.report(supervisor, today.first, today.last),
    ]
    for attempt in tries:
        with pytest.raises(AccountWithdrawn):
            attempt()


def _status(office: Office, clerk: Actor, visit_id: str) -> VisitStatus:
    return next(visit.status for visit in office.visits.list_day(clerk) if visit.id == visit_id)


@dataclass
class _Desk:
    office: Office
    code: str


def test_whatever_the_order_the_list_follows_from_the_steps(
    home_template: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    """Two counters, any order of steps: nobody is at two places, and refused steps leave nothing behind."""

    class Counters(RuleBasedStateMachine):
        def __init__(self) -> None:
            super().__init__()
            self.clock = SetClock()
            home = Home(tmp_path_factory.mktemp("counters") / "home")
            shutil.copytree(home_template, home.root)
            self.home = home
            self.clerk = Actor("clerk1", "김하늘", Role.CLERK)
            self.desks = [_Desk(open_office(home, self.clock, code), code) for code in ("A", "B")]
            self.ids: list[str] = []

        def teardown(self) -> None:
            for desk in self.desks:
                desk.office.close()

        @rule(desk=st.integers(0, 1), to=st.sampled_from([None, "A", "B"]))
        def admit(self, desk: int, to: str | None) -> None:
            self.ids.append(self.desks[desk].office.visits.admit(self.clerk, NewVisit("SEAL"), to).visit.id)

        @rule(desk=st.integers(0, 1))
        def register(self, desk: int) -> None:
            self.ids.append(self.desks[desk].office.visits.register(self.clerk, NewVisit("SEAL")).visit.id)

        @rule(
            desk=st.integers(0, 1),
            pick=st.integers(0, 30),
            step=st.sampled_from(["call", "start", "leave", "hand_over", "finish", "undo"]),
        )
        def step(self, desk: int, pick: int, step: str) -> None:
            if not self.ids:
                return
            visit_id, here = self.ids[pick % len(self.ids)], self.desks[desk]
            self.clock.pass_by(seconds=3)
            count = stored(self.home, "SELECT count(*) FROM visit_step")
            refused = (VisitNotWaiting, VisitElsewhere, VisitNotOpen, VisitIsUndone, VisitNotServing, UndoTooLate)
            try:
                if step == "hand_over":
                    here.office.reception.hand_over(self.clerk, visit_id, "B" if here.code == "A" else "A", "넘김")
                elif step in ("finish", "undo"):
                    getattr(here.office.visits, step)(self.clerk, visit_id)
                else:
                    getattr(here.office.reception, step)(self.clerk, visit_id)
            except refused:
                assert stored(self.home, "SELECT count(*) FROM visit_step") == count

        @invariant()
        def one_is_served_a_counter(self) -> None:
            for number in stored(
                self.home, "SELECT count(*) FROM visit WHERE status IN ('serving', 'called') AND now_at IS NULL"
            ):
                assert number == (0,)
            for desk in self.desks:
                served = stored(
                    self.home, "SELECT count(*) FROM visit WHERE status = 'serving' AND now_at = ?", (desk.code,)
                )
                # Taking back the newest visit resumes the one before only where nobody else is served.
                assert served[0][0] <= 1

        @invariant()
        def the_newest_step_tells_the_status(self) -> None:
            follows = {
                "registered": "waiting",
                "called": "called",
                "serving_started": "serving",
                "handed_over": "waiting",
                "finished": "done",
                "left": "left",
                "resumed": "serving",
                "undone": "undone",
            }
            newest = stored(
                self.home,
                "SELECT v.status, (SELECT kind FROM visit_step s WHERE s.visit_id = v.id ORDER BY s.id DESC LIMIT 1) "
                "FROM visit v",
            )
            for status, kind in newest:
                assert follows[kind] == status

    limits = settings(
        max_examples=15,
        stateful_step_count=25,
        deadline=None,
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    run_state_machine_as_test(Counters, settings=limits)
