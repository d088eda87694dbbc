"""What the program tidies up by itself at the end of the day, of a slip's days, and of a note's time."""

from __future__ import annotations

from datetime import timedelta

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.errors import SlipExpired
from app.domain.languages import Language
from app.domain.slips import Paper
from app.domain.visits import NewVisit, VisitStatus
from app.services.day_end import Swept
from tests.support.offices import MORNING, SetClock, stored


def _statuses(office: Office, clerk: Actor) -> list[VisitStatus]:
    return [visit.status for visit in reversed(office.visits.list_day(clerk, MORNING.date()))]


def test_nothing_is_due_in_the_middle_of_the_day(office: Office, clerk: Actor, home: Home) -> None:
    office.visits.admit(clerk, NewVisit("SEAL"))
    audits = stored(home, "SELECT count(*) FROM audit")
    assert office.day_end.sweep(clerk) == Swept()
    assert stored(home, "SELECT count(*) FROM audit") == audits


@pytest.mark.parametrize("later", [timedelta(hours=9), timedelta(days=1)])
def test_what_is_open_when_the_office_day_ends_is_closed_as_not_recorded(
    office: Office, clerk: Actor, clock: SetClock, later: timedelta, home: Home
) -> None:
    done = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.finish(clerk, done.id)
    for _ in range(2):
        office.visits.admit(clerk, NewVisit("SEAL"))
    office.reception.start(clerk, office.reception.call_next(clerk).id)
    clock.at = MORNING + later  # 19:00 in Seoul, and the next morning
    assert office.day_end.sweep(clerk).closed == 2
    assert _statuses(office, clerk) == [VisitStatus.DONE, VisitStatus.UNRECORDED, VisitStatus.UNRECORDED]
    assert stored(home, "SELECT DISTINCT automatic, trusted FROM visit_step WHERE kind = 'closed'") == [(1, 0)]
    assert office.day_end.sweep(clerk).closed == 0


def test_who_comes_after_the_end_of_the_day_is_not_closed_under_the_hands(
    office: Office, clerk: Actor, clock: SetClock
) -> None:
    clock.at = MORNING + timedelta(hours=9, minutes=5)
    office.visits.register(clerk, NewVisit("SEAL"))
    assert office.day_end.sweep(clerk).closed == 0
    assert _statuses(office, clerk) == [VisitStatus.SERVING]


def test_tokens_are_deleted_on_the_day_their_slips_expire(
    office: Office, clerk: Actor, home: Home, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(days=7)
    assert office.day_end.sweep(clerk).tokens == 0
    office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    clock.pass_by(days=1)
    assert office.day_end.sweep(clerk).tokens == 1
    assert stored(home, "SELECT count(*) FROM slip_token") == [(0,)]
    with pytest.raises(SlipExpired):
        office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)


def test_what_was_written_about_a_visit_is_erased_with_its_keys_and_the_visit_stays(
    office: Office, clerk: Actor, home: Home, clock: SetClock
) -> None:
    old = office.visits.register(clerk, NewVisit("SEAL", queue_number="12", note="통역 요청")).visit
    office.reception.hand_over(clerk, old.id, "B", "여권 창구로")
    clock.pass_by(days=366)
    fresh = office.visits.register(clerk, NewVisit("SEAL", note="새 메모")).visit
    assert office.day_end.sweep(clerk).words == 1
    assert stored(home, "SELECT note, queue_number FROM visit ORDER BY id") == [("", ""), ("새 메모", "")]
    assert stored(home, "SELECT count(*) FROM step_word") == [(0,)]
    assert stored(home, "SELECT row_id FROM record_key WHERE entity IN ('visit', 'visit_step')") == [(fresh.id,)]
    assert stored(home, "SELECT count(*) FROM visit_step WHERE kind = 'handed_over'") == [(1,)]


def test_a_note_of_yesterday_is_not_erased(office: Office, clerk: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL", note="메모"))
    clock.pass_by(days=365)
    assert office.day_end.sweep(clerk).words == 0


def test_who_is_being_served_at_the_end_of_the_day_can_be_finished(
    office: Office, clerk: Actor, clock: SetClock
) -> None:
    clock.at = MORNING + timedelta(hours=8, minutes=55)
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(minutes=6)
    assert office.day_end.sweep(clerk).closed == 0
    assert office.visits.finish(clerk, visit.id).status is VisitStatus.DONE
    forgotten = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.at = MORNING + timedelta(days=1)
    assert office.day_end.sweep(clerk).closed == 1
    assert _statuses(office, clerk) == [VisitStatus.DONE, VisitStatus.UNRECORDED]
    assert office.visits.list_day(clerk, forgotten.day)[0].id == forgotten.id


def test_a_clock_that_runs_ahead_erases_nothing_by_itself(
    office: Office, clerk: Actor, home: Home, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL", note="메모")).visit
    clock.pass_by(days=800)
    assert office.day_end.sweep(clerk) == Swept()
    assert stored(home, "SELECT note FROM visit") == [("메모",)]
    clock.at = MORNING + timedelta(hours=1)
    office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
    assert office.visits.finish(clerk, visit.id).status is VisitStatus.DONE
    clock.pass_by(days=800)
    assert office.day_end.sweep(clerk, date_is_right=True) == Swept(0, 1, 1)


def test_what_the_program_closes_by_itself_does_not_move_the_office_day(
    office: Office, clerk: Actor, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=10)
    assert office.day_end.sweep(clerk).closed == 1
    clock.at = MORNING + timedelta(hours=1)
    now = office.visits.now(clerk)
    assert (now.day, now.clock_is_wrong) == (MORNING.date(), False)
