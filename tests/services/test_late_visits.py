"""Visits from a paper list through the service: numbers, times, trail, and where they show."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from app.bootstrap import Office, open_office, opened_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.clocks import SEOUL
from app.domain.errors import NotAllowed, PersonalDataInText, SlipExpired, UndoTooLate, UnknownService
from app.domain.languages import Language
from app.domain.late_errors import LateVisitAhead, LateVisitEndsWrong, LateVisitTooOld
from app.domain.slips import Paper, SlipState
from app.domain.tokens import is_quick, split_token
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import LateReason, NewVisit, StepKind, VisitorKind, VisitStatus
from tests.support.offices import MORNING, PASSWORD, SetClock, stored

TODAY = date(2026, 11, 20)
TABLES = ("visit", "visit_step", "slip_token", "outbox", "audit", "day_rollup")


def at(hour: int, minute: int = 0, day: date = TODAY) -> datetime:
    """A time on the office's wall."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=ZoneInfo(SEOUL))


def handed_slip(office: Office, clerk: Actor, visit_id: str) -> None:
    slip, _ = office.slips.issue(clerk, visit_id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)


# --- what is recorded ---


def test_it_is_done_at_once_with_the_times_of_the_paper(office: Office, clerk: Actor, home: Home) -> None:
    new = NewVisit("SEAL", VisitorKind.PROXY, "B12", further_services=("CARREG",))
    entered = office.late_visits.enter(clerk, new, at(9, 12), LateReason.POWER, at(9, 25))
    visit = entered.visit
    assert (visit.number, visit.day, visit.status, visit.now_at) == ("A-001", TODAY, VisitStatus.DONE, "A")
    assert (visit.registered_at, visit.finished_at) == (at(9, 12), at(9, 25))
    assert (visit.late_reason, visit.entered_at) == (LateReason.POWER, MORNING)
    assert (visit.queue_number, visit.service_codes, visit.slip_state) == ("B12", ("SEAL", "CARREG"), None)
    assert entered.finished_number is None
    steps = stored(home, "SELECT kind, at, automatic, trusted, pc_clock FROM visit_step ORDER BY id")
    assert [(kind, auto, trusted) for kind, _, auto, trusted, _ in steps] == [
        (StepKind.REGISTERED, 0, 0),
        (StepKind.SERVING_STARTED, 1, 0),
        (StepKind.FINISHED, 0, 0),
    ]
    assert [moment[:16] for _, moment, *_ in steps] == ["2026-11-20T00:12", "2026-11-20T00:12", "2026-11-20T00:25"]
    assert {clock[:16] for *_, clock in steps} == {"2026-11-20T01:00"}


def test_without_a_noted_end_the_program_ends_it_by_itself(office: Office, clerk: Actor, home: Home) -> None:
    visit = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9, 12), LateReason.OTHER).visit
    assert (visit.status, visit.finished_at) == (VisitStatus.DONE, at(9, 12))
    assert stored(home, "SELECT automatic FROM visit_step WHERE kind = 'finished'") == [(1,)]


def test_the_number_is_the_next_of_that_day(office: Office, home: Home, clerk: Actor, clock: SetClock) -> None:
    for _ in range(2):
        office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=3)
    office.visits.register(clerk, NewVisit("SEAL"))
    entered = [
        office.late_visits.enter(clerk, NewVisit("SEAL"), moment, LateReason.POWER).visit
        for moment in (at(9), at(8), at(9, day=TODAY + timedelta(days=3)), at(9, day=TODAY + timedelta(days=1)))
    ]
    assert [(v.day.day, v.number) for v in entered] == [(20, "A-003"), (20, "A-004"), (23, "A-002"), (21, "A-001")]
    other = open_office(home, clock, "B")
    assert other.late_visits.enter(clerk, NewVisit("SEAL"), at(9), LateReason.POWER).visit.number == "B-001"
    other.close()
    assert office.visits.register(clerk, NewVisit("SEAL")).visit.number == "A-003"


def test_nobody_being_served_is_finished_by_it(office: Office, clerk: Actor) -> None:
    serving = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.late_visits.enter(clerk, NewVisit("MOVEIN"), at(9), LateReason.PROGRAM)
    newest, late = office.visits.list_day(clerk)
    assert (newest.id, newest.status) == (serving.id, VisitStatus.SERVING)
    assert (late.status, late.late_reason) == (VisitStatus.DONE, LateReason.PROGRAM)


def test_the_shared_side_and_the_access_log_are_told(office: Office, clerk: Actor, home: Home) -> None:
    before = stored(home, "SELECT max(n) FROM audit")[0][0]
    visit = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9, 12), LateReason.NETWORK, at(9, 20)).visit
    (row,) = stored(home, "SELECT fields FROM outbox WHERE entity = 'visit' AND row_id = ?", (visit.id,))
    fields = json.loads(row[0])
    assert (fields["late_reason"], fields["day"]) == ("network", "2026-11-20")
    assert datetime.fromisoformat(fields["entered_at"]) == MORNING
    assert datetime.fromisoformat(fields["registered_at"]) == at(9, 12)
    told = [
        json.loads(f) for (f,) in stored(home, "SELECT fields FROM outbox WHERE entity = 'visit_step' ORDER BY rowid")
    ]
    assert [(step["kind"], step["trusted"]) for step in told] == [
        ("registered", False),
        ("serving_started", False),
        ("finished", False),
    ]
    ((login, detail),) = stored(
        home, "SELECT login, detail FROM audit WHERE action = 'enter_late' AND n > ?", (before,)
    )
    assert (login, json.loads(detail)) == ("clerk1", {"reason": "network", "day": "2026-11-20"})


@pytest.mark.parametrize(
    ("moment", "until", "error"),
    [
        (at(10, 1), None, LateVisitAhead),
        (at(9), at(10, 1), LateVisitAhead),
        (at(9), at(8, 59), LateVisitEndsWrong),
        (at(9, day=date(2026, 10, 19)), None, LateVisitTooOld),
    ],
)
def test_what_cannot_have_been_leaves_nothing(
    office: Office, clerk: Actor, home: Home, moment: datetime, until: datetime | None, error: type[Exception]
) -> None:
    before = [stored(home, f"SELECT * FROM {table}") for table in TABLES]
    with pytest.raises(error):
        office.late_visits.enter(clerk, NewVisit("SEAL"), moment, LateReason.POWER, until)
    with pytest.raises(UnknownService):
        office.late_visits.enter(clerk, NewVisit("NOWHERE"), at(9), LateReason.POWER)
    with pytest.raises(PersonalDataInText):
        office.late_visits.enter(clerk, NewVisit("SEAL", note="010-1234-5678"), at(9), LateReason.POWER)
    assert [stored(home, f"SELECT * FROM {table}") for table in TABLES] == before


@pytest.mark.parametrize("role", [Role.AUDITOR, Role.ADMIN])
def test_only_who_registers_visits_enters_them_later(office: Office, role: Role) -> None:
    with pytest.raises(NotAllowed):
        office.late_visits.enter(Actor("x", "x", role), NewVisit("SEAL"), at(9), LateReason.POWER)


def test_a_line_typed_wrongly_is_undone_by_when_it_was_typed(office: Office, clerk: Actor, clock: SetClock) -> None:
    wrong = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9), LateReason.POWER).visit
    clock.pass_by(seconds=9)
    assert office.visits.undo(clerk, wrong.id).status is VisitStatus.UNDONE
    other = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9), LateReason.POWER).visit
    assert other.number == "A-002"
    clock.pass_by(seconds=12)
    with pytest.raises(UndoTooLate):
        office.visits.undo(clerk, other.id)


# --- the office's clock ---


@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    registered=st.booleans(),
    back=st.timedeltas(timedelta(minutes=1), timedelta(days=30)),
    drift=st.timedeltas(timedelta(days=-40), timedelta(0)),
)
def test_the_offices_clock_does_not_go_by_paper(
    home_template: Path, registered: bool, back: timedelta, drift: timedelta
) -> None:
    """Whatever is entered late, what time it is afterwards is as without it, also on a PC that is set back then."""
    clock = SetClock()
    with TemporaryDirectory() as folder:
        shutil.copytree(home_template, Path(folder) / "home")
        with opened_office(Home(Path(folder) / "home"), clock) as office:
            clerk = office.accounts.sign_in("clerk1", PASSWORD)
            if registered:
                clock.pass_by(days=-2)
                office.visits.register(clerk, NewVisit("SEAL"))
            clock.at = MORNING + drift
            without = office.visits.now(clerk)
            clock.at = MORNING
            office.late_visits.enter(clerk, NewVisit("SEAL"), MORNING - back, LateReason.POWER, MORNING - back)
            clock.at = MORNING + drift
            assert office.visits.now(clerk) == without


def test_a_clock_that_was_behind_still_counts_as_before(office: Office, clerk: Actor, clock: SetClock) -> None:
    """Steps taken while the PC's clock is behind are not trusted either; the newest trusted one holds the time."""
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=-3)
    office.visits.register(clerk, NewVisit("SEAL"))
    assert office.visits.now(clerk).at == MORNING
    assert office.visits.now(clerk).behind == timedelta(days=3)


# --- slips ---


def test_a_slip_may_be_issued_and_says_when_it_was(office: Office, clerk: Actor) -> None:
    entered = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9, 12), LateReason.POWER)
    slip, content = office.slips.issue(clerk, entered.visit.id, Paper.ROLL80, Language.KO)
    assert (slip.reissue, content.late, content.registered_at) == (False, True, at(9, 12))
    assert content.survey_url == entered.survey_url
    claims, _, _ = split_token(entered.survey_url.rsplit("/", 1)[1])
    assert (claims.day, claims.afternoon) == (TODAY, False)
    # Answered at once it is no quick answer: its mark is that of the time on paper.
    assert not is_quick(claims, MORNING, SEOUL)
    assert is_quick(claims, at(9, 12).astimezone(UTC), SEOUL)


def test_no_slip_after_its_last_day(office: Office, clerk: Actor, home: Home) -> None:
    """Seven days to answer: of the 13th today is the last, of the 12th it has passed."""
    last = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9, day=date(2026, 11, 13)), LateReason.POWER)
    over = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9, day=date(2026, 11, 12)), LateReason.POWER)
    assert office.slips.issue(clerk, last.visit.id, Paper.ROLL80, Language.KO)[1].answer_until == TODAY
    assert over.survey_url == ""
    with pytest.raises(SlipExpired):
        office.slips.issue(clerk, over.visit.id, Paper.ROLL80, Language.KO)
    assert stored(home, "SELECT visit_id FROM slip_token") == [(last.visit.id,)]


# --- figures ---


def test_figures_count_it_and_measure_nothing(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(minutes=5)
    office.visits.register(clerk, NewVisit("SEAL"))
    before = office.summaries.day(supervisor, TODAY)
    for until in (at(9, 40), None):
        office.late_visits.enter(clerk, NewVisit("PASSPORT"), at(9), LateReason.POWER, until)
    undone = office.late_visits.enter(clerk, NewVisit("PASSPORT"), at(9), LateReason.POWER).visit
    office.visits.undo(clerk, undone.id)
    after = office.summaries.day(supervisor, TODAY)
    assert (before.late, after.late, after.visits, after.done) == (0, 2, 4, before.done + 2)
    assert (after.handling_time.n, after.handling_time.of, after.handling_time.median) == (1, 4, 300.0)
    assert after.waiting_time.n == before.waiting_time.n == 0
    rows: list[ExportedVisit] = []
    office.summaries.export_visits(supervisor, after.period, "점검", rows.extend)
    late = [row for row in rows if row.late is not None]
    assert [(row.late, row.waited, row.handled) for row in late] == [(LateReason.POWER, None, None)] * 3
    assert {row.registered_at.hour for row in late} == {9}


def test_kept_counts_of_a_past_day_are_made_anew(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=1)
    assert office.rollups.make_missing(clerk) == 1
    kept: Callable[[], list[tuple[str]]] = lambda: stored(home, "SELECT day FROM day_rollup")  # noqa: E731
    assert kept() == [("2026-11-20",)]
    office.late_visits.enter(clerk, NewVisit("SEAL"), at(9), LateReason.POWER)
    assert kept() == []
    for _ in range(2):  # counted, then read from what was kept
        figures = office.summaries.day(supervisor, TODAY)
        assert (figures.visits, figures.late) == (2, 1)
    assert kept() == [("2026-11-20",)]


def test_counts_kept_by_an_earlier_release_are_used_as_they_are(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=1)
    office.rollups.make_missing(clerk)
    stored(home, "UPDATE day_rollup SET counts = json_remove(counts, '$.late')")
    assert (office.summaries.day(supervisor, TODAY).late, len(stored(home, "SELECT 1 FROM day_rollup"))) == (0, 1)


def test_a_sheet_printed_before_shows_it_as_a_correction(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.finish(clerk, visit.id)
    clock.pass_by(days=1)
    office.summaries.sheet(supervisor, TODAY)
    office.late_visits.enter(clerk, NewVisit("PASSPORT"), at(9), LateReason.POWER)
    found = office.summaries.sheet(supervisor, TODAY).figures.correction
    assert found is not None
    changes = {change.key: (change.before, change.now) for change in found.changes}
    assert (changes["visits"], changes["late"], changes["service:PASSPORT"]) == ((1, 2), (0, 1), (0, 1))
    assert office.summaries.sheet(supervisor, TODAY).figures.correction is None


def test_a_sheet_printed_while_the_day_ran_lacks_only_what_was_before_it(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(minutes=30)
    office.summaries.sheet(supervisor, TODAY)
    clock.pass_by(hours=2)
    office.late_visits.enter(clerk, NewVisit("SEAL"), at(11), LateReason.POWER)  # after the print: the day just grew
    assert office.summaries.day(supervisor, TODAY).correction is None
    on_paper = office.late_visits.enter(clerk, NewVisit("SEAL"), at(9), LateReason.POWER).visit
    found = office.summaries.day(supervisor, TODAY).correction
    assert found is not None
    assert [(change.key, change.before, change.now) for change in found.changes] == [("late", 0, 2)]
    # It stood on no sheet, so putting it right corrects none.
    office.corrections.correct_services(clerk, on_paper.id, ("PASSPORT",), "바뀜")
    again = office.summaries.day(supervisor, TODAY).correction
    assert again is not None
    assert again.corrections == 0


def test_totals_of_a_sheet_printed_by_an_earlier_release(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.finish(clerk, visit.id)
    clock.pass_by(days=1)
    office.summaries.sheet(supervisor, TODAY)
    stored(home, "UPDATE printed_sheet SET totals = json_remove(totals, '$.counts.late')")
    assert office.summaries.day(supervisor, TODAY).correction is None


# --- signs that clerks answer for citizens ---


def test_the_integrity_check_measures_none_of_them_and_tells_how_many(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    for _ in range(5):
        office.visits.register(clerk, NewVisit("SEAL"))
        clock.pass_by(minutes=5)
    before = office.integrity.report(supervisor, TODAY, TODAY).total
    for seconds in (0, 5, 600):
        visit = office.late_visits.enter(
            clerk, NewVisit("SEAL"), at(9), LateReason.POWER, at(9) + timedelta(seconds=seconds)
        ).visit
        handed_slip(office, clerk, visit.id)
    after = office.integrity.report(supervisor, TODAY, TODAY).total
    assert (after.timed, after.short) == (before.timed, before.short) == (4, 0)
    assert (before.late, after.late, after.visits, after.slips) == (0, 3, 8, before.slips + 3)
    assert after.withheld == 0
