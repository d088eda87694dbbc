"""The office's settings: the administrator alone changes them, and what follows from them."""

from __future__ import annotations

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.db.store_files import read_store_keys
from app.domain.actors import Actor, Role
from app.domain.errors import AppError, BadValue, EmojiInText, NotAllowed, TextTooLong
from app.domain.visits import NewVisit, VisitStatus
from tests.support.offices import PASSWORD, SetClock, stored


@pytest.fixture
def admin(office: Office) -> Actor:
    return office.accounts.sign_in("admin", PASSWORD)


def test_only_the_administrator_changes_them(office: Office, clerk: Actor) -> None:
    for role in Role:
        if role is not Role.ADMIN:
            with pytest.raises(NotAllowed):
                office.offices.change(Actor("x", "x", role), slip_days=3)


def test_without_finishing_on_the_next_two_are_served(office: Office, clerk: Actor, admin: Actor) -> None:
    office.offices.change(admin, finish_on_next=False)
    first = office.visits.register(clerk, NewVisit("SEAL")).visit
    second = office.visits.register(clerk, NewVisit("SEAL"))
    assert second.finished_number is None
    statuses = {visit.id: visit.status for visit in office.visits.list_day(clerk)}
    assert statuses[first.id] is VisitStatus.SERVING


def test_the_undo_time_follows(office: Office, clerk: Actor, admin: Actor, clock: SetClock) -> None:
    office.offices.change(admin, undo_seconds=30)
    visit = office.visits.register(clerk, NewVisit("SEAL")).visit
    clock.pass_by(seconds=25)
    assert office.visits.undo(clerk, visit.id).status is VisitStatus.UNDONE


def test_the_survey_store_learns_of_them(office: Office, admin: Actor, home: Home) -> None:
    office.stores.export(home.survey)
    office.offices.change(admin, slip_days=14)
    assert read_store_keys(home.survey).slip_days == 14


def test_a_change_is_logged_and_no_change_is_not(office: Office, admin: Actor, home: Home) -> None:
    office.offices.change(admin, slip_days=14)
    office.offices.change(admin, slip_days=14)
    logged = stored(home, "SELECT detail FROM audit WHERE action = 'change_office'")
    assert logged == [('{"changed": ["slip_days"]}',)]
    assert stored(home, "SELECT fields FROM outbox WHERE entity = 'office_setting'") == [('{"slip_days": 14}',)]


@pytest.mark.parametrize(
    ("change", "error"),
    [
        ({"slip_days": 0}, BadValue),
        ({"slip_days": 61}, BadValue),
        ({"undo_seconds": -1}, BadValue),
        ({"survey_host": "not a host"}, BadValue),
        ({"survey_host": "https://survey.example.kr"}, BadValue),
        ({"survey_host": ""}, BadValue),
        ({"name": ""}, BadValue),
        ({"name": "구" * 41}, TextTooLong),
        ({"approval_boxes": ()}, BadValue),
        ({"approval_boxes": ("담당",) * 6}, BadValue),
        ({"approval_boxes": ("담당", " ")}, BadValue),
        ({"approval_boxes": ("😀",)}, EmojiInText),
    ],
)
def test_bad_settings_change_nothing(
    office: Office, admin: Actor, change: dict[str, object], error: type[AppError]
) -> None:
    before = office.offices.settings()
    with pytest.raises(error):
        office.offices.change(admin, **change)
    assert office.offices.settings() == before
