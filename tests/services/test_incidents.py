"""The incident key: one note at a counter at a time, whose it is, and that what is personal in it can be erased."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.case_errors import ResidentNumberInText, UnknownRecord
from app.domain.errors import BadValue, NotAllowed, RecordChanged, TextTooLong, UnknownVisit
from app.domain.incidents import AbuseKind, IncidentEnd, IncidentForm, TalkLimits
from app.domain.visits import NewVisit, VisitorKind
from tests.support.offices import PASSWORD, SetClock, stored

TODAY = date(2026, 11, 20)


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


def test_one_key_begins_a_note_and_the_next_one_finds_it(office: Office, clerk: Actor, clock: SetClock) -> None:
    begun = office.incidents.begin(clerk)
    assert (begun.begun_at, begun.counter_code, begun.by) == (clock.at, office.offices.counter().code, clerk.login)
    clock.pass_by(minutes=3)
    assert office.incidents.begin(clerk) == begun == office.incidents.running(clerk)
    office.incidents.end(clerk, begun.id, IncidentEnd.LEFT)
    assert office.incidents.running(clerk) is None
    assert office.incidents.begin(clerk).id != begun.id


def test_one_that_nobody_ended_does_not_run_for_days(office: Office, clerk: Actor, clock: SetClock) -> None:
    begun = office.incidents.begin(clerk)
    clock.pass_by(hours=13)
    assert office.incidents.running(clerk) is None
    assert office.incidents.begin(clerk).id != begun.id


def test_warning_ending_and_writing(office: Office, clerk: Actor, clock: SetClock) -> None:
    begun = office.incidents.begin(clerk)
    clock.pass_by(minutes=15)
    warned = office.incidents.warn(clerk, begun.id)
    clock.pass_by(minutes=1)
    assert office.incidents.warn(clerk, begun.id) == warned
    assert warned.warned_at == datetime(2026, 11, 20, 1, 15, tzinfo=UTC)
    ended = office.incidents.end(clerk, begun.id, IncidentEnd.ENDED_BY_US)
    clock.pass_by(minutes=5)
    assert office.incidents.end(clerk, begun.id, IncidentEnd.POLICE).ended_at == ended.ended_at  # said later
    form = IncidentForm(AbuseKind.SHOUTING, "큰 소리로 욕을 함\n안내문을 던짐", "옆 창구 직원")
    written = office.incidents.write(clerk, begun.id, form)
    assert (written.kind, written.text, written.witnesses) == (form.kind, form.text, form.witnesses)
    with pytest.raises(RecordChanged):
        office.incidents.write(clerk, begun.id, form, seen=ended.version)
    reopened = office.incidents.end(clerk, begun.id, IncidentEnd.OPEN)
    assert (reopened.ended_at, office.incidents.running(clerk)) == (None, reopened)
    assert office.incidents.unwarn(clerk, begun.id).warned_at is None


def test_it_may_be_about_a_visit(office: Office, clerk: Actor) -> None:
    with pytest.raises(UnknownVisit):
        office.incidents.begin(clerk, "nothing")
    visit = office.visits.register(clerk, NewVisit(office.offices.services()[0].code, VisitorKind.SELF)).visit
    assert office.incidents.begin(clerk, visit.id).visit_id == visit.id


def test_what_may_not_be_written(office: Office, clerk: Actor) -> None:
    begun = office.incidents.begin(clerk)
    with pytest.raises(ResidentNumberInText) as refused:
        office.incidents.write(clerk, begun.id, IncidentForm(AbuseKind.OTHER, "적힌 번호 900101-1234567"))
    assert (refused.value.field, refused.value.start, refused.value.end) == ("incident_text", 6, 20)
    with pytest.raises(TextTooLong):
        office.incidents.write(clerk, begun.id, IncidentForm(AbuseKind.OTHER, "가" * 2001))
    assert office.incidents.show(clerk, begun.id) == begun


def test_everybody_sees_their_own_and_the_supervisor_all(
    office: Office, clerk: Actor, colleague: Actor, supervisor: Actor, auditor: Actor, clock: SetClock
) -> None:
    mine = office.incidents.begin(clerk)
    # Whoever stands at the counter while it runs may help.
    office.incidents.warn(colleague, mine.id)
    office.incidents.end(colleague, mine.id, IncidentEnd.CALMED)
    theirs = office.incidents.begin(colleague)
    office.incidents.end(colleague, theirs.id, IncidentEnd.MISTAKE)
    assert [each.id for each in office.incidents.all(clerk, TODAY, TODAY)] == [mine.id]
    assert {each.id for each in office.incidents.all(supervisor, TODAY, TODAY)} == {mine.id, theirs.id}
    assert office.incidents.all(supervisor, date(2026, 11, 1), date(2026, 11, 19)) == ()
    with pytest.raises(UnknownRecord):
        office.incidents.write(clerk, theirs.id, IncidentForm(AbuseKind.OTHER, "남의 것"))
    office.incidents.write(supervisor, theirs.id, IncidentForm(AbuseKind.THREAT))
    with pytest.raises(NotAllowed):
        office.incidents.begin(auditor)


def test_words_travel_locked(office: Office, clerk: Actor, home: Home) -> None:
    begun = office.incidents.begin(clerk)
    office.incidents.write(clerk, begun.id, IncidentForm(AbuseKind.THREAT, "홍길동이 욕을 함", "김목격"))
    said = " ".join(row[0] for row in stored(home, "SELECT fields FROM outbox WHERE entity = 'incident'"))
    assert "threat" in said
    assert "홍길동" not in said
    assert "김목격" not in said


def test_limits_are_the_offices(office: Office, clerk: Actor, admin: Actor) -> None:
    assert office.incidents.limits() == TalkLimits(15, 20)
    office.offices.change(admin, talk_notice=10, talk_end=30)
    assert office.incidents.limits() == TalkLimits(10, 30)


def test_words_are_erased_when_their_time_has_passed(
    office: Office, clerk: Actor, supervisor: Actor, clock: SetClock, home: Home
) -> None:
    begun = office.incidents.begin(clerk)
    office.incidents.write(clerk, begun.id, IncidentForm(AbuseKind.THREAT, "욕을 함", "옆 창구"))
    office.incidents.end(clerk, begun.id, IncidentEnd.LEFT)
    clock.pass_by(days=1095)
    assert office.day_end.sweep(clerk).notes == 0  # to the day
    clock.pass_by(days=1)
    assert office.day_end.sweep(clerk).notes == 1
    left = office.incidents.show(supervisor, begun.id)
    assert (left.text, left.witnesses, left.kind, left.end) == ("", "", AbuseKind.THREAT, IncidentEnd.LEFT)
    assert stored(home, "SELECT count(*) FROM record_key WHERE entity = 'incident'") == [(0,)]
    with pytest.raises(BadValue):
        office.incidents.write(clerk, begun.id, IncidentForm(AbuseKind.THREAT, "다시 씀"))


def test_what_is_printed(office: Office, clerk: Actor, supervisor: Actor) -> None:
    begun = office.incidents.begin(clerk)
    report = office.incidents.report(supervisor, begun.id)
    assert (report.office, report.clerk, report.printed_by) == ("한빛구", clerk.name, supervisor.name)
    assert report.counter == office.offices.counter().name
    assert report.printed_at.utcoffset() == timedelta(hours=9)
