"""Figures of periods: services counted each, states, hand-overs, rollups, corrections, exports."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from datetime import UTC, date, datetime, timedelta

import pytest

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.db.day_counts import DayCountRepository
from app.db.opening import open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor, Role
from app.domain.administration import ServiceForm
from app.domain.errors import Cancelled, NotAllowed, PersonalDataInText, WordMissing
from app.domain.languages import Language
from app.domain.period_figures import CountRow, PeriodFigures
from app.domain.periods import By, Period, Span
from app.domain.slips import Paper, SlipState
from app.domain.visit_exports import ExportedVisit
from app.domain.visits import NewVisit, VisitStatus
from tests.support.offices import SetClock, stored

DAY = date(2026, 11, 20)
WEEK = Period.of(Span.WEEK, DAY)


def print_slip(office: Office, clerk: Actor, visit_id: str) -> None:
    slip, _ = office.slips.issue(clerk, visit_id, Paper.ROLL80, Language.KO)
    office.slips.mark(clerk, slip.id, SlipState.HANDED)


def row(figures: PeriodFigures, by: By, key: str) -> CountRow:
    return next(row for row in figures.cuts[by].rows if row.key == key)


def code_of(office: Office, home: Home, service: str) -> str:
    return str(stored(home, "SELECT department_code FROM service WHERE code = ?", [service])[0][0])


def test_a_visit_with_three_services_is_one_visit_and_three_services(
    office: Office, clerk: Actor, supervisor: Actor, home: Home
) -> None:
    """SEAL and PASSPORT belong to one department, CARREG to another."""
    visit = office.visits.register(clerk, NewVisit("SEAL", further_services=("PASSPORT", "CARREG"))).visit
    print_slip(office, clerk, visit.id)
    office.visits.register(clerk, NewVisit("CARREG"))
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.visits, figures.services, figures.slips_printed) == (2, 4, 1)
    by_service = {r.key: (r.visits, r.services, r.slips) for r in figures.cuts[By.SERVICE].rows}
    assert by_service == {"SEAL": (1, 1, 1), "PASSPORT": (1, 1, 1), "CARREG": (2, 2, 1)}
    civil, traffic = code_of(office, home, "SEAL"), code_of(office, home, "CARREG")
    assert code_of(office, home, "PASSPORT") == civil
    by_department = {r.key: (r.visits, r.services, r.slips) for r in figures.cuts[By.DEPARTMENT].rows}
    assert by_department == {civil: (1, 2, 1), traffic: (2, 2, 1)}
    for by in By:
        cut = figures.cuts[by]
        assert (cut.total.visits, cut.total.services) == (2, 4)
        assert sum(r.services for r in cut.rows) == 4
        if not cut.overlapping:
            assert sum(r.visits for r in cut.rows) == 2


def test_one_bureau_counts_a_visit_once(office: Office, clerk: Actor, supervisor: Actor, home: Home) -> None:
    stored(home, "UPDATE department SET bureau = '민원국'")
    office.visits.register(clerk, NewVisit("SEAL", further_services=("CARREG",)))
    (bureau,) = office.summaries.day(supervisor, DAY).cuts[By.BUREAU].rows
    assert (bureau.name, bureau.visits, bureau.services) == ("민원국", 1, 2)


def test_every_state_is_counted_once(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    office.visits.admit(clerk, NewVisit("SEAL"))
    called = office.visits.admit(clerk, NewVisit("SEAL")).visit
    office.reception.call(clerk, called.id)
    left = office.visits.admit(clerk, NewVisit("SEAL")).visit
    office.reception.leave(clerk, left.id)
    office.visits.register(clerk, NewVisit("SEAL", slip_withheld=True))
    undone = office.visits.register(clerk, NewVisit("PASSPORT")).visit
    office.visits.undo(clerk, undone.id)
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.waiting, figures.called, figures.left, figures.undone) == (1, 1, 1, 1)
    assert (figures.visits, figures.slips_withheld) == (4, 1)
    states = (figures.waiting, figures.called, figures.serving, figures.done, figures.left, figures.unrecorded)
    assert sum(states) == figures.visits
    clock.pass_by(days=1)
    office.day_end.sweep(clerk)
    assert office.summaries.day(supervisor, DAY).unrecorded == sum(states) - 1 - figures.done


def test_times_say_of_how_many_visits_and_leave_hand_overs_out(
    office: Office, home: Home, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    """One waits ten minutes and is handled in five; another waits ten and is handed over in the middle."""
    other = open_office(home, clock, "B")
    first = office.visits.admit(clerk, NewVisit("SEAL")).visit
    second = office.visits.admit(clerk, NewVisit("SEAL")).visit
    clock.pass_by(minutes=10)
    office.reception.start(clerk, first.id)
    clock.pass_by(minutes=5)
    office.visits.finish(clerk, first.id)
    office.reception.start(clerk, second.id)
    clock.pass_by(minutes=1)
    office.reception.hand_over(clerk, second.id, "B", "확인")
    clock.pass_by(minutes=30)
    other.reception.start(clerk, second.id)
    clock.pass_by(minutes=4)
    other.visits.finish(clerk, second.id)
    other.close()
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.handling_time.n, figures.handling_time.of, figures.handling_time.median) == (1, 2, 300.0)
    assert (figures.waiting_time.n, figures.waiting_time.of, figures.waiting_time.median) == (2, 2, 750.0)


def test_the_day_before_stands_beside_it(office: Office, clerk: Actor, supervisor: Actor, clock: SetClock) -> None:
    for _ in range(3):
        office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=3)  # over a weekend
    office.visits.register(clerk, NewVisit("SEAL"))
    monday = office.summaries.day(supervisor, DAY + timedelta(days=3))
    assert monday.previous is not None
    assert (monday.previous.period.first, monday.previous.visits, monday.visits) == (DAY, 3, 1)
    week = office.summaries.period(supervisor, WEEK.moved(1))
    assert week.previous is not None
    assert (week.previous.period, week.previous.visits) == (WEEK, 3)
    assert office.summaries.period(supervisor, Period(DAY, DAY + timedelta(days=3))).previous is None


# --- kept counts ---


@pytest.fixture
def three_days(office: Office, clerk: Actor, clock: SetClock) -> Period:
    """Wednesday to Friday with visits, and the clock on Monday."""
    for day, codes in ((18, ["SEAL"] * 3), (19, ["SEAL", "PASSPORT"]), (20, ["CARREG"] * 4)):
        clock.at = datetime(2026, 11, day, 1, 0, tzinfo=UTC)
        for code in codes:
            visit = office.visits.register(clerk, NewVisit(code, further_services=("LOCALTAX",))).visit
            print_slip(office, clerk, visit.id)
            clock.pass_by(minutes=7)
    clock.at = datetime(2026, 11, 23, 0, 30, tzinfo=UTC)
    return WEEK


def kept(home: Home) -> list[str]:
    return [day for (day,) in stored(home, "SELECT day FROM day_rollup WHERE counts LIKE '{%' ORDER BY day")]


def test_kept_counts_give_the_same_figures(
    office: Office, supervisor: Actor, clerk: Actor, home: Home, three_days: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    fresh = office.summaries.period(supervisor, three_days)
    assert kept(home) == ["2026-11-18", "2026-11-19", "2026-11-20"]

    def never(self: DayCountRepository, day: date, timezone: str) -> object:
        raise AssertionError("counted again")

    monkeypatch.setattr(DayCountRepository, "of_day", never)
    assert office.summaries.period(supervisor, three_days) == fresh
    assert (fresh.visits, fresh.services) == (9, 18)


def test_the_sweep_keeps_the_days_that_are_over(office: Office, clerk: Actor, home: Home, three_days: Period) -> None:
    assert office.rollups.make_missing(clerk) == 3
    assert office.rollups.make_missing(clerk) == 0
    assert len(kept(home)) == 3


def test_today_is_never_kept(office: Office, clerk: Actor, supervisor: Actor, home: Home) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    office.summaries.day(supervisor, DAY)
    assert kept(home) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE visit SET status = 'undone' WHERE day = '2026-11-19'",
        "UPDATE slip SET state = 'failed' WHERE visit_id IN (SELECT id FROM visit WHERE day = '2026-11-19')",
        "DELETE FROM further_service WHERE visit_id IN (SELECT id FROM visit WHERE day = '2026-11-19')",
    ],
)
def test_a_change_of_a_past_day_is_seen(
    office: Office, supervisor: Actor, home: Home, three_days: Period, change: str
) -> None:
    before = office.summaries.period(supervisor, three_days)
    stored(home, change)
    assert kept(home) == ["2026-11-18", "2026-11-20"]
    after = office.summaries.period(supervisor, three_days)
    assert after.cuts != before.cuts
    assert len(kept(home)) == 3


def test_a_change_while_a_day_is_counted_is_not_lost(
    office: Office, supervisor: Actor, home: Home, three_days: Period, monkeypatch: pytest.MonkeyPatch
) -> None:
    count = DayCountRepository.of_day

    def meanwhile(self: DayCountRepository, day: date, timezone: str) -> object:
        counted = count(self, day, timezone)
        if day == date(2026, 11, 19):
            monkeypatch.setattr(DayCountRepository, "of_day", count)
            with closing(sqlite3.connect(home.database)) as connection, connection:
                connection.execute("UPDATE visit SET status = 'undone' WHERE day = '2026-11-19'")
        return counted

    monkeypatch.setattr(DayCountRepository, "of_day", meanwhile)
    figures = office.summaries.period(supervisor, three_days)
    assert figures.visits == 7
    assert kept(home) == ["2026-11-18", "2026-11-20"]


def test_progress_is_told_and_can_end_it(office: Office, supervisor: Actor, three_days: Period) -> None:
    told: list[tuple[int, int]] = []
    office.summaries.period(supervisor, three_days, lambda done, total: told.append((done, total)))
    assert told[0] == (0, 3)

    def stop(done: int, total: int) -> None:
        raise Cancelled

    with pytest.raises(Cancelled):
        office.summaries.period(supervisor, three_days.moved(-1), stop)


# --- what was corrected after printing ---


def test_a_second_print_says_what_changed(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home
) -> None:
    visit = office.visits.register(clerk, NewVisit("PASSPORT")).visit
    office.visits.finish(clerk, visit.id)
    clock.pass_by(hours=9)  # the day's end
    assert office.summaries.sheet(supervisor, DAY).figures.correction is None
    clock.pass_by(minutes=30)
    assert office.summaries.sheet(supervisor, DAY).figures.correction is None
    office.corrections.correct_services(clerk, visit.id, ("SEAL",), "잘못 고름")
    office.visits.register(clerk, NewVisit("SEAL"))
    found = office.summaries.sheet(supervisor, DAY).figures.correction
    assert found is not None
    assert f"{found.printed_at:%m-%d %H:%M}" == "11-20 19:30"
    changes = {change.key: (change.name, change.before, change.now) for change in found.changes}
    assert changes["visits"] == ("visits", 1, 2)
    assert changes["service:SEAL"] == ("인감증명", 0, 2)
    assert changes["service:PASSPORT"][1:] == (1, 0)
    assert found.corrections == 1
    assert office.summaries.sheet(supervisor, DAY).figures.correction is None
    assert office.summaries.period_sheet(supervisor, WEEK).figures.correction is None
    assert len(stored(home, "SELECT 1 FROM printed_sheet")) == 5


def test_a_correction_that_changes_no_total_is_said_too(office: Office, clerk: Actor, supervisor: Actor) -> None:
    one = office.visits.register(clerk, NewVisit("PASSPORT")).visit
    two = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.summaries.sheet(supervisor, DAY)
    office.corrections.correct_services(clerk, one.id, ("SEAL",), "바뀜")
    office.corrections.correct_services(clerk, two.id, ("PASSPORT",), "바뀜")
    found = office.summaries.day(supervisor, DAY).correction
    assert found is not None
    assert (found.changes, found.corrections) == ((), 2)


@pytest.mark.parametrize("span", [Span.DAY, Span.MONTH])
def test_a_period_that_still_ran_when_it_was_printed_only_grew(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, span: Span
) -> None:
    period = Period.of(span, DAY)
    first = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.summaries.period_sheet(supervisor, period)
    clock.pass_by(minutes=5)
    later = office.visits.register(clerk, NewVisit("SEAL")).visit
    office.visits.finish(clerk, later.id)
    print_slip(office, clerk, later.id)
    assert office.summaries.period(supervisor, period).correction is None
    # What came after the sheet cannot be wrong on it.
    office.corrections.correct_services(clerk, later.id, ("CARREG",), "바뀜")
    assert office.summaries.period(supervisor, period).correction is None
    clock.pass_by(days=1)
    office.day_end.sweep(clerk)
    assert office.summaries.period(supervisor, period).correction is None
    office.corrections.correct_services(clerk, first.id, ("PASSPORT",), "바뀜")
    found = office.summaries.period_sheet(supervisor, period).figures.correction
    assert found is not None
    assert (found.changes, found.corrections) == ((), 1)


def test_a_visit_undone_after_it_stood_on_a_sheet_is_said(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(seconds=2)
    office.summaries.sheet(supervisor, DAY)
    clock.pass_by(seconds=2)
    office.visits.undo(clerk, visit.id)
    office.visits.register(clerk, NewVisit("SEAL"))
    found = office.summaries.sheet(supervisor, DAY).figures.correction
    assert found is not None
    assert [(change.key, change.before, change.now) for change in found.changes] == [("undone", 0, 1)]
    assert found.corrections == 0


def test_visits_left_open_are_no_correction_when_the_day_is_closed_after_printing(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock
) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(hours=9, minutes=10)
    office.summaries.sheet(supervisor, DAY)
    clock.pass_by(hours=2)
    office.day_end.sweep(clerk)
    figures = office.summaries.day(supervisor, DAY)
    assert (figures.unrecorded, figures.correction) == (1, None)


# --- the department on the slip ---


def test_a_slip_counts_for_the_department_printed_on_it_whatever_moves_later(
    office: Office, clerk: Actor, supervisor: Actor, admin: Actor, clock: SetClock, home: Home
) -> None:
    def printed() -> dict[str, int]:
        database = Database(open_database(home.database), home.database)
        with database.read() as work:
            counts = work.day_counts.of_day(DAY, "Asia/Seoul")
        database.close()
        return {code: n for code, n in counts.printed.items() if n}

    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    print_slip(office, clerk, visit.id)
    on_paper, other = code_of(office, home, "SEAL"), code_of(office, home, "CARREG")
    office.corrections.correct_services(clerk, visit.id, ("CARREG",))
    clock.pass_by(minutes=1)
    print_slip(office, clerk, visit.id)
    assert printed() == {on_paper: 1}
    (seal,) = [entry for entry in office.admin.catalogue.services(admin) if entry.code == "SEAL"]
    moved = ServiceForm(seal.name, other, seal.area, seal.key, seal.keywords)
    office.admin.catalogue.edit_service(admin, "SEAL", moved)
    assert printed() == {on_paper: 1}
    assert stored(home, "SELECT DISTINCT department_code FROM slip") == [(on_paper,)]
    sent = stored(home, "SELECT fields FROM outbox WHERE entity = 'slip' AND kind = 'create'")
    assert [json.loads(fields)["department_code"] for (fields,) in sent] == [on_paper] * 2


# --- lists that leave the program ---


def nobody(visits: Iterator[ExportedVisit]) -> None:
    raise AssertionError(visits)


def test_the_list_of_visits_has_no_words_of_anybody(
    office: Office, clerk: Actor, supervisor: Actor, home: Home
) -> None:
    office.visits.register(clerk, NewVisit("SEAL", note="비밀 메모", queue_number="77", further_services=("CARREG",)))
    office.visits.register(clerk, NewVisit("PASSPORT"))
    rows: list[ExportedVisit] = []
    total = office.summaries.export_visits(supervisor, WEEK, "월간 점검", rows.extend)
    assert (total, len(rows)) == (2, 2)
    assert (rows[0].number, rows[0].services, rows[0].status) == ("A-001", "인감증명, 자동차 등록", VisitStatus.DONE)
    assert rows[0].registered_at == datetime(2026, 11, 20, 10, 0)  # noqa: DTZ001 - the office's clock, as on paper
    assert "메모" not in repr(rows)
    assert "77" not in repr(rows)
    ((login, detail),) = stored(home, "SELECT login, detail FROM audit WHERE action = 'export_visits'")
    assert login == "supervisor1"
    assert "월간 점검" in detail


def test_a_list_of_visits_needs_a_reason_and_the_right_role(office: Office, supervisor: Actor) -> None:
    with pytest.raises(WordMissing):
        office.summaries.export_visits(supervisor, WEEK, "  ", nobody)
    with pytest.raises(PersonalDataInText):
        office.summaries.export_visits(supervisor, WEEK, "800101-1234567", nobody)
    for role in (Role.CLERK, Role.AUDITOR, Role.ADMIN):
        with pytest.raises(NotAllowed):
            office.summaries.export_visits(Actor("x", "x", role), WEEK, "점검", nobody)


def test_kept_counts_need_no_supervisor_but_somebody(office: Office, clerk: Actor) -> None:
    assert office.rollups.make_missing(clerk) == 0
