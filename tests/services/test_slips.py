"""Slips: the first is the original, every later one a reissue, and each says honestly how far it came."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta

import pytest

from app.bootstrap import Office, render_slip
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.errors import BadValue, UnknownVisit
from app.domain.languages import Language
from app.domain.slips import Paper, SlipFailure, SlipState
from app.domain.visits import NewVisit, VisitRecord
from tests.support.offices import SetClock, stored

AT = datetime(2026, 11, 20, 1, 5, tzinfo=UTC)


@pytest.fixture
def visit(office: Office, clerk: Actor) -> VisitRecord:
    return office.visits.register(clerk, NewVisit("PASSPORT", queue_number="17")).visit


def test_a_slip_waits_until_something_is_known(office: Office, clerk: Actor, visit: VisitRecord) -> None:
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert (slip.state, slip.reissue) == (SlipState.WAITING, False)
    listed = office.visits.list_day(clerk)[0]
    assert (listed.slip_state, listed.slips) == (SlipState.WAITING, 0)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    listed = office.visits.list_day(clerk)[0]
    assert (listed.slip_state, listed.slips) == (SlipState.HANDED, 1)


def test_a_failed_slip_says_why_and_the_next_try_is_still_the_original(
    office: Office, clerk: Actor, visit: VisitRecord, clock: SetClock
) -> None:
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.FAILED, SlipFailure.NO_PRINTER.value)
    listed = office.visits.list_day(clerk)[0]
    assert (listed.slip_state, listed.slip_reason, listed.slips) == (SlipState.FAILED, "no_printer", 0)
    clock.pass_by(seconds=5)
    again, content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert not again.reissue
    assert not content.reissue


def test_every_slip_after_the_first_is_a_reissue(
    office: Office, clerk: Actor, visit: VisitRecord, clock: SetClock
) -> None:
    slip, first = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    clock.pass_by(seconds=5)
    _, second = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert (first.reissue, second.reissue) == (False, True)
    assert first.survey_url == second.survey_url


def test_the_same_visit_language_paper_and_time_give_the_same_bytes(
    office: Office, clerk: Actor, visit: VisitRecord
) -> None:
    def once() -> bytes:
        slip, content = office.slips.issue(clerk, visit.id, Paper.ROLL58, Language.VI, AT)
        office.slips.mark(clerk, slip.id, SlipState.HANDED)
        return render_slip(content, Paper.ROLL58)

    assert once() == once()
    assert office.visits.list_day(clerk)[0].slips == 1


def test_what_stands_on_it(office: Office, clerk: Actor, visit: VisitRecord) -> None:
    _, content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO, AT)
    assert (content.office, content.number, content.service) == ("한빛구", "A-001", "여권 신청")
    assert (content.department, content.location, content.phone) == (
        "민원여권과",
        "본관 1층 종합민원실",
        "02-000-4381",
    )
    assert content.clerk == "김*늘"
    assert content.survey_host == "survey.hanbit.go.kr"
    assert content.answer_until.isoformat() == "2026-11-27"
    assert content.printed_at.isoformat() == "2026-11-20T10:05:00+09:00"


def test_after_a_correction_it_names_the_services_of_now_and_keeps_its_department_and_code(
    office: Office, clerk: Actor, visit: VisitRecord
) -> None:
    _, before = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO, AT)
    other = next(s for s in office.offices.services() if s.department_name != before.department)
    office.corrections.correct_services(clerk, visit.id, (other.code, "SEAL"), "잘못 고름")
    _, after = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert (after.service, after.further_services) == (other.name, ("인감증명",))
    assert (after.department, after.survey_url) == (before.department, before.survey_url)


def test_slips_left_waiting_by_a_crash_are_not_claimed(office: Office, clerk: Actor, visit: VisitRecord) -> None:
    office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert office.slips.close_interrupted(clerk) == 1
    listed = office.visits.list_day(clerk)[0]
    assert (listed.slip_state, listed.slip_reason) == (SlipState.FAILED, "interrupted")
    assert office.slips.close_interrupted(clerk) == 0


def test_unknown_visits_and_slips(office: Office, clerk: Actor) -> None:
    with pytest.raises(UnknownVisit):
        office.slips.issue(clerk, "nothing", Paper.ROLL80, Language.KO)
    with pytest.raises(UnknownVisit):
        office.slips.mark(clerk, "nothing", SlipState.HANDED)


def test_the_slip_is_dated_by_the_office_even_when_the_clock_is_behind(
    office: Office, clerk: Actor, visit: VisitRecord, clock: SetClock
) -> None:
    clock.at -= timedelta(days=400)
    _, content = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert content.printed_at >= content.registered_at


@pytest.mark.parametrize(
    ("first", "then"),
    [
        ((SlipState.HANDED, ""), (SlipState.WAITING, "")),
        ((SlipState.CONFIRMED, ""), (SlipState.HANDED, "")),
        ((SlipState.CONFIRMED, ""), (SlipState.FAILED, "no_printer")),
        ((SlipState.HANDED, ""), (SlipState.FAILED, "")),
        ((SlipState.HANDED, ""), (SlipState.FAILED, "010-1234-5678")),
        ((SlipState.WAITING, ""), (SlipState.HANDED, "no_printer")),
    ],
)
def test_a_slip_does_not_go_back_and_a_reason_is_one_of_ours(
    office: Office,
    clerk: Actor,
    visit: VisitRecord,
    first: tuple[SlipState, str],
    then: tuple[SlipState, str],
) -> None:
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, *first)
    with pytest.raises(BadValue):
        office.slips.mark(clerk, slip.id, *then)
    assert office.visits.list_day(clerk)[0].slip_state is first[0]


def test_every_edit_is_an_operation_with_what_changed(
    office: Office, clerk: Actor, visit: VisitRecord, home: Home
) -> None:
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.FAILED, "no_printer")
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    office.slips.mark(clerk, slip.id, SlipState.CONFIRMED)
    sent = stored(home, "SELECT fields FROM outbox WHERE row_id = ? AND kind = 'edit' ORDER BY n", (slip.id,))
    assert [json.loads(fields)["state"] for (fields,) in sent] == ["failed", "handed", "confirmed"]


def test_a_slip_and_what_becomes_of_it_are_about_its_visit(
    office: Office, clerk: Actor, visit: VisitRecord, home: Home
) -> None:
    slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)
    assert set(stored(home, "SELECT about FROM outbox WHERE entity = 'slip'")) == {(visit.id,)}
