"""Visits through the service: numbers, steps, undo, times, and who may do what."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import (
    ControlCharacterInText,
    EmojiInText,
    NotAllowed,
    PersonalDataInText,
    RightToLeftText,
    TextTooLong,
    UndoTooLate,
    UnknownService,
    UnknownVisit,
    VisitIsUndone,
    VisitNotServing,
)
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.tokens import split_token
from app.domain.visits import NewVisit, VisitorKind, VisitStatus
from tests.support.offices import MORNING, SetClock


def _numbers(office: Office, clerk: Actor, day: date | None = None) -> list[str]:
    return [visit.number for visit in reversed(office.visits.list_day(clerk, day))]


def test_numbers_carry_the_counter_and_have_no_gap(office: Office, clerk: Actor) -> None:
    for _ in range(3):
        office.visits.register(clerk, NewVisit("SEAL"))
    assert _numbers(office, clerk) == ["A-001", "A-002", "A-003"]


def test_everything_typed_is_kept(office: Office, clerk: Actor) -> None:
    office.visits.register(clerk, NewVisit("FOREIGN", VisitorKind.FOREIGNER, "B12", "통역 요청"))
    visit = office.visits.list_day(clerk)[0]
    assert (visit.visitor_kind, visit.queue_number, visit.note) == (VisitorKind.FOREIGNER, "B12", "통역 요청")
    assert (visit.service_name, visit.department_name, visit.registered_by) == (
        "외국인 체류지변경",
        "민원여권과",
        "김하늘",
    )


def test_registering_starts_serving_and_finishes_the_one_before(office: Office, clerk: Actor, clock: SetClock) -> None:
    first = office.visits.register(clerk, NewVisit("SEAL"))
    assert (first.visit.status, first.finished_number) == (VisitStatus.SERVING, None)
    clock.pass_by(minutes=4)
    second = office.visits.register(clerk, NewVisit("MOVEIN"))
    assert second.finished_number == first.visit.number
    newest, oldest = office.visits.list_day(clerk)
    assert (newest.status, oldest.status) == (VisitStatus.SERVING, VisitStatus.DONE)
    assert oldest.finished_at == MORNING + timedelta(minutes=4)


def test_undo_keeps_the_number_and_resumes_what_it_had_finished(office: Office, clerk: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    wrong = office.visits.register(clerk, NewVisit("MOVEIN")).visit
    clock.pass_by(seconds=10)
    assert office.visits.undo(clerk, wrong.id).status is VisitStatus.UNDONE
    newest, oldest = office.visits.list_day(clerk)
    assert (newest.number, newest.status) == ("A-002", VisitStatus.UNDONE)
    assert oldest.status is VisitStatus.SERVING
    assert office.visits.register(clerk, NewVisit("SEAL")).visit.number == "A-003"


def test_undo_is_for_ten_seconds(office: Office, clerk: Actor, clock: SetClock) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(seconds=12)
    with pytest.raises(UndoTooLate):
        office.visits.undo(clerk, visit.id)
    assert office.visits.list_day(clerk)[0].status is VisitStatus.SERVING


def test_a_clock_that_is_behind_does_not_stretch_the_undo(office: Office, clerk: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=-30)
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(hours=5)
    with pytest.raises(UndoTooLate):
        office.visits.undo(clerk, visit.id)
    again = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(seconds=9)
    assert office.visits.undo(clerk, again.id).status is VisitStatus.UNDONE


def test_undoing_the_one_before_the_last_resumes_nobody(office: Office, clerk: Actor) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    middle = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.register(clerk, NewVisit("SEAL"))
    office.visits.undo(clerk, middle.id)
    assert [visit.status for visit in office.visits.list_day(clerk)] == [
        VisitStatus.SERVING,
        VisitStatus.UNDONE,
        VisitStatus.DONE,
    ]


def test_the_end_of_a_visit_left_open_overnight_is_not_recorded(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(minutes=5)
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=3)
    office.visits.register(clerk, NewVisit("SEAL"))
    friday = office.summaries.day(supervisor, date(2026, 11, 20))
    assert (friday.done, friday.handling_time.n, friday.handling_time.p90) == (1, 1, 300.0)
    statuses = [visit.status for visit in office.visits.list_day(clerk, date(2026, 11, 20))]
    assert statuses == [VisitStatus.UNRECORDED, VisitStatus.DONE]


def test_undoing_twice_is_refused(office: Office, clerk: Actor) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.undo(clerk, visit.id)
    with pytest.raises(VisitIsUndone):
        office.visits.undo(clerk, visit.id)
    with pytest.raises(VisitIsUndone):
        office.visits.finish(clerk, visit.id)
    with pytest.raises(VisitIsUndone):
        office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)


def test_finish_ends_serving_once(office: Office, clerk: Actor, clock: SetClock) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(minutes=7)
    assert office.visits.finish(clerk, visit.id).finished_at == MORNING + timedelta(minutes=7)
    with pytest.raises(VisitNotServing):
        office.visits.finish(clerk, visit.id)


@pytest.mark.parametrize(
    ("new", "error"),
    [
        (NewVisit("NOSUCH"), UnknownService),
        (NewVisit("SEAL", note="가" * 201), TextTooLong),
        (NewVisit("SEAL", queue_number="1" * 13), TextTooLong),
        (NewVisit("SEAL", note="가\x07"), ControlCharacterInText),
        (NewVisit("SEAL", note="😀"), EmojiInText),
        (NewVisit("SEAL", note="שלום"), RightToLeftText),
        (NewVisit("SEAL", note="010-1234-5678"), PersonalDataInText),
        (NewVisit("SEAL", note="900101-1234567"), PersonalDataInText),
    ],
)
def test_bad_input_changes_nothing(
    office: Office, clerk: Actor, home: Home, new: NewVisit, error: type[Exception]
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    before = _numbers(office, clerk)
    with pytest.raises(error):
        office.visits.register(clerk, new)
    assert _numbers(office, clerk) == before
    assert office.visits.register(clerk, NewVisit("SEAL")).visit.number == "A-002"


def test_an_unknown_visit_is_said_so(office: Office, clerk: Actor) -> None:
    for act in (office.visits.undo, office.visits.finish):
        with pytest.raises(UnknownVisit):
            act(clerk, "no-such-visit")


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_roles_without_a_counter_cannot_touch_visits(office: Office, clerk: Actor, role: Role) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    other = Actor("x", "x", role)
    for attempt in (
        lambda: office.visits.register(other, NewVisit("SEAL")),
        lambda: office.visits.undo(other, visit.id),
        lambda: office.visits.finish(other, visit.id),
        lambda: office.visits.list_day(other),
        lambda: office.slips.issue(other, visit.id, Paper.ROLL80, Language.KO),
        lambda: office.slips.mark(other, "x", SlipState.HANDED),
        lambda: office.slips.close_interrupted(other),
    ):
        with pytest.raises(NotAllowed):
            attempt()


def test_a_new_day_starts_at_midnight_in_seoul(office: Office, clerk: Actor, clock: SetClock) -> None:
    clock.at = datetime(2026, 11, 20, 14, 59, 59, tzinfo=UTC)
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.at = datetime(2026, 11, 20, 15, 0, 0, tzinfo=UTC)
    registered = office.visits.register(clerk, NewVisit("SEAL"))
    assert (registered.visit.number, registered.visit.day) == ("A-001", date(2026, 11, 21))
    assert _numbers(office, clerk, date(2026, 11, 20)) == ["A-001"]


def test_a_clock_set_back_a_year_goes_on_with_the_newest_day(office: Office, clerk: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.at -= timedelta(days=365)
    now = office.visits.now(clerk)
    assert now.clock_is_wrong
    registered = office.visits.register(clerk, NewVisit("SEAL"))
    assert (registered.visit.number, registered.visit.day) == ("A-002", date(2026, 11, 20))
    claims, _, _ = split_token(registered.survey_url.rsplit("/", 1)[1])
    assert claims.day == date(2026, 11, 20)


def test_times_from_a_wrong_clock_are_not_measured(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.at -= timedelta(hours=3)
    office.visits.register(clerk, NewVisit("SEAL"))
    office.visits.register(clerk, NewVisit("SEAL"))
    assert office.summaries.day(supervisor, date(2026, 11, 20)).handling_time.n == 0


def test_the_survey_address_is_the_same_whenever_it_is_asked_for(office: Office, clerk: Actor) -> None:
    registered = office.visits.register(clerk, NewVisit("SEAL"))
    first = office.slips.issue(clerk, registered.visit.id, Paper.ROLL80, Language.KO)[1].survey_url
    second = office.slips.issue(clerk, registered.visit.id, Paper.A5, Language.EN)[1].survey_url
    assert first == second == registered.survey_url


def test_no_token_stands_in_the_counters_file(office: Office, clerk: Actor, home: Home) -> None:
    registered = office.visits.register(clerk, NewVisit("SEAL"))
    office.slips.issue(clerk, registered.visit.id, Paper.ROLL80, Language.KO)
    claims, body, signature = split_token(registered.survey_url.rsplit("/", 1)[1])
    office.close()
    for path in home.root.glob("minwon.db*"):
        content = path.read_bytes()
        for secret in (claims.nonce, claims.nonce.hex().encode(), signature, body, registered.survey_url.encode()):
            assert secret not in content


_DEEDS = st.lists(st.tuples(st.sampled_from(["register", "undo", "finish", "later", "back"]), st.integers(0, 5)))


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_DEEDS)
def test_whatever_is_done_numbers_have_no_gap_and_one_visit_is_served(
    home: Home, clerk: Actor, deeds: list[tuple[str, int]]
) -> None:
    clock = SetClock(MORNING)
    office = open_office(home, clock)
    before = len(office.visits.list_day(clerk, MORNING.date()))
    ids: list[str] = []
    for deed, which in deeds:
        try:
            if deed == "register":
                ids.append(office.visits.register(clerk, NewVisit("SEAL")).visit.id)
            elif deed == "later":
                clock.pass_by(seconds=which)
            elif deed == "back":
                clock.pass_by(minutes=-which)
            elif ids:
                {"undo": office.visits.undo, "finish": office.visits.finish}[deed](clerk, ids[which % len(ids)])
        except (UndoTooLate, VisitIsUndone, VisitNotServing):
            pass
    visits = office.visits.list_day(clerk, MORNING.date())
    assert sorted(visit.seq for visit in visits) == list(range(1, before + len(ids) + 1))
    assert sum(visit.status is VisitStatus.SERVING for visit in visits) <= 1
    office.close()
