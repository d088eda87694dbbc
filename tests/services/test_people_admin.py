"""Accounts: granted, changed, withdrawn, and never down to no administrator at all."""

from __future__ import annotations

import pytest

from app.bootstrap import Office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import (
    AccountLocked,
    AccountWithdrawn,
    AlreadyThere,
    AppError,
    BadValue,
    LastAdministrator,
    NotAllowed,
    PasswordMustChange,
    PasswordTooShort,
    RecordChanged,
    SamePassword,
    SignInFailed,
    UnknownPerson,
    WrongPassword,
)
from tests.support.offices import PASSWORD, SetClock, stored

OWN = "own words"


def test_nobody_else_manages_accounts(office: Office, admin: Actor) -> None:
    people = office.admin.people
    for role in set(Role) - {Role.ADMIN}:
        other = Actor("clerk1", "x", role)
        for work in (
            lambda: people.list(other),  # noqa: B023 - called at once
            lambda: people.add(other, "new1", "새 사람", Role.CLERK),  # noqa: B023
            lambda: people.change(other, "clerk2", name="x"),  # noqa: B023
            lambda: people.withdraw(other, "clerk2"),  # noqa: B023
            lambda: people.reinstate(other, "clerk2"),  # noqa: B023
            lambda: people.reset_password(other, "clerk2"),  # noqa: B023
        ):
            with pytest.raises(NotAllowed):
                work()


def test_a_new_person_can_do_nothing_but_choose_a_password(office: Office, admin: Actor) -> None:
    issued = office.admin.people.add(admin, " clerk9 ", "오새롬", Role.CLERK)
    assert issued.person.login == "clerk9"
    assert issued.person.must_change
    with pytest.raises(PasswordMustChange):
        office.accounts.sign_in("clerk9", issued.password)
    with pytest.raises(SamePassword):
        office.accounts.choose_password("clerk9", issued.password, issued.password)
    chosen = office.accounts.choose_password("clerk9", issued.password, OWN)
    assert (chosen.login, chosen.role) == ("clerk9", Role.CLERK)
    assert office.accounts.sign_in("clerk9", OWN) == chosen
    with pytest.raises(SignInFailed):
        office.accounts.sign_in("clerk9", issued.password)


def test_a_forgotten_password_is_reset_without_mail(office: Office, admin: Actor, clerk: Actor) -> None:
    for _ in range(5):
        with pytest.raises(SignInFailed):
            office.accounts.sign_in("clerk1", "wrong")
    issued = office.admin.people.reset_password(admin, "clerk1")
    with pytest.raises(SignInFailed):
        office.accounts.sign_in("clerk1", PASSWORD)
    with pytest.raises(PasswordMustChange):  # the rest is over, and the open window is too
        office.accounts.sign_in("clerk1", issued.password)
    with pytest.raises(PasswordMustChange):
        office.visits.list_day(clerk)
    office.accounts.choose_password("clerk1", issued.password, OWN)
    office.visits.list_day(clerk)


def test_temporary_passwords_differ_and_stand_nowhere(office: Office, admin: Actor, home: Home) -> None:
    first = office.admin.people.reset_password(admin, "clerk1").password
    second = office.admin.people.reset_password(admin, "clerk1").password
    assert first != second
    assert len(first.replace("-", "")) == 12
    whole = home.database.read_bytes() + home.database.with_name("minwon.db-wal").read_bytes()
    assert first.encode() not in whole
    assert second.encode() not in whole


def test_an_own_password_asks_for_the_old_one(office: Office, clerk: Actor) -> None:
    with pytest.raises(WrongPassword):
        office.accounts.change_password(clerk, "wrong", OWN)
    with pytest.raises(PasswordTooShort):
        office.accounts.change_password(clerk, PASSWORD, "")
    office.accounts.change_password(clerk, PASSWORD, OWN)
    assert office.accounts.sign_in("clerk1", OWN) == clerk


def test_guessing_the_old_password_is_counted(office: Office, clerk: Actor) -> None:
    for _ in range(5):
        with pytest.raises(WrongPassword):
            office.accounts.change_password(clerk, "wrong", OWN)
    with pytest.raises(AccountLocked):
        office.accounts.change_password(clerk, PASSWORD, OWN)


def test_a_withdrawn_account_is_refused_at_once_and_stays_visible(
    office: Office, admin: Actor, clerk: Actor, clock: SetClock
) -> None:
    gone = office.admin.people.withdraw(admin, "clerk1")
    assert gone.retired_at == clock.at
    with pytest.raises(AccountWithdrawn):
        office.visits.list_day(clerk)
    with pytest.raises(AccountWithdrawn):
        office.accounts.sign_in("clerk1", PASSWORD)
    with pytest.raises(SignInFailed):  # the account's end is told to nobody who does not know its password
        office.accounts.sign_in("clerk1", "wrong")
    assert office.admin.people.list(admin)[-1] == gone
    assert office.accounts.known(("clerk1", "clerk2", "nobody"))[0].login == "clerk2"
    back = office.admin.people.reinstate(admin, "clerk1")
    assert back.retired_at is None
    assert office.accounts.sign_in("clerk1", PASSWORD) == clerk


def test_another_role_ends_what_the_old_one_may_do(office: Office, admin: Actor, clerk: Actor) -> None:
    office.admin.people.change(admin, "clerk1", role=Role.SUPERVISOR)
    with pytest.raises(AccountWithdrawn):
        office.visits.list_day(clerk)
    assert office.accounts.sign_in("clerk1", PASSWORD).role is Role.SUPERVISOR


def test_a_withdrawn_administrator_changes_nothing_any_more(office: Office, admin: Actor) -> None:
    second = office.admin.people.add(admin, "admin2", "둘째 관리자", Role.ADMIN)
    other = office.accounts.choose_password("admin2", second.password, OWN)
    office.admin.people.withdraw(admin, "admin2")
    for work in (
        lambda: office.admin.people.list(other),
        lambda: office.admin.people.add(other, "x1", "x", Role.ADMIN),
        lambda: office.offices.change(other, slip_days=3),
        lambda: office.admin.counters.add(other, "Z", "x"),
        lambda: office.admin.catalogue.retire_service(other, "SEAL"),
        lambda: office.admin.recovery.make(other),
    ):
        with pytest.raises(AccountWithdrawn):
            work()


def test_the_last_administrator_stays(office: Office, admin: Actor) -> None:
    with pytest.raises(LastAdministrator):
        office.admin.people.withdraw(admin, "admin")
    with pytest.raises(LastAdministrator):
        office.admin.people.change(admin, "admin", role=Role.CLERK)
    assert office.accounts.sign_in("admin", PASSWORD) == admin
    office.admin.people.change(admin, "clerk2", role=Role.ADMIN)
    office.admin.people.change(admin, "admin", role=Role.CLERK)
    assert office.accounts.sign_in("admin", PASSWORD).role is Role.CLERK


def test_two_people_do_not_overwrite_each_other(office: Office, admin: Actor) -> None:
    seen = {person.login: person.version for person in office.admin.people.list(admin)}
    office.admin.people.change(admin, "clerk2", name="이도윤2", seen=seen["clerk2"])
    with pytest.raises(RecordChanged):
        office.admin.people.change(admin, "clerk2", role=Role.CONSULTANT, seen=seen["clerk2"])
    with pytest.raises(RecordChanged):
        office.admin.people.withdraw(admin, "clerk2", seen["clerk2"])


@pytest.mark.parametrize(
    ("login", "name", "error"),
    [
        ("", "이름", BadValue),
        ("한글", "이름", BadValue),
        ("two words", "이름", BadValue),
        ("x" * 33, "이름", BadValue),
        ("clerk1", "이름", AlreadyThere),
        ("Clerk1", "이름", AlreadyThere),
        ("ADMIN", "이름", AlreadyThere),
        ("clerk9", " ", BadValue),
        ("clerk9", "가\x07", AppError),
    ],
)
def test_bad_accounts_are_not_made(office: Office, admin: Actor, login: str, name: str, error: type[AppError]) -> None:
    before = office.admin.people.list(admin)
    with pytest.raises(error):
        office.admin.people.add(admin, login, name, Role.CLERK)
    assert office.admin.people.list(admin) == before


def test_accounts_of_old_that_differ_in_capitals_alone_stay_apart(office: Office, admin: Actor, home: Home) -> None:
    columns = "name, role, password_hash, failures, locked_until, retired_at, must_change, version"
    stored(home, f"INSERT INTO person (login, {columns}) SELECT 'Clerk1', {columns} FROM person WHERE login = 'clerk1'")
    office.admin.people.change(admin, "Clerk1", name="다른 사람")
    assert office.accounts.sign_in("Clerk1", PASSWORD).name == "다른 사람"
    assert office.accounts.sign_in("clerk1", PASSWORD).name == "김하늘"
    with pytest.raises(SignInFailed):
        office.accounts.sign_in("CLERK1", PASSWORD)


def test_unknown_people_are_said_so(office: Office, admin: Actor) -> None:
    with pytest.raises(UnknownPerson):
        office.admin.people.withdraw(admin, "nobody")


def test_rights_are_on_record_and_names_are_not(office: Office, admin: Actor, home: Home) -> None:
    office.admin.people.add(admin, "clerk9", "오새롬", Role.CLERK)
    office.admin.people.change(admin, "clerk9", name="오새봄", role=Role.SUPERVISOR)
    office.admin.people.withdraw(admin, "clerk9")
    logged = stored(home, "SELECT login, action, detail FROM audit WHERE row_id = 'clerk9' ORDER BY n")
    assert [row[:2] for row in logged] == [
        ("admin", "add_person"),
        ("admin", "change_person"),
        ("admin", "withdraw_person"),
    ]
    assert '"before": "clerk"' in logged[1][2]
    assert '"after": "supervisor"' in logged[1][2]
    written = stored(home, "SELECT fields, by FROM outbox WHERE entity = 'person' AND row_id = 'clerk9'")
    assert [row[1] for row in written] == ["admin", "admin", "admin"]
    assert "오새" not in str(logged) + str(written)
