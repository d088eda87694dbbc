"""Signing in: one-way passwords, a rest after five failures, and nothing that tells which logins exist."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.bootstrap import Office, found_home, open_office
from app.config.paths import Home, resources
from app.crypto.sealing import LockedKey, unlock
from app.domain.actors import Actor, Role
from app.domain.errors import (
    AccountLocked,
    NotAllowed,
    PassphraseEqualsPassword,
    PassphraseTooShort,
    PasswordMustChange,
    SignInFailed,
    WrongPassword,
)
from app.domain.visits import NewVisit
from app.services.founding import sample_office
from tests.support.offices import PASSPHRASE, PASSWORD, SetClock, stored


@pytest.mark.parametrize(
    ("login", "role"),
    [
        ("clerk1", Role.CLERK),
        ("clerk2", Role.CLERK),
        ("consultant1", Role.CONSULTANT),
        ("supervisor1", Role.SUPERVISOR),
        ("auditor1", Role.AUDITOR),
        ("admin", Role.ADMIN),
    ],
)
def test_the_practice_accounts(office: Office, login: str, role: Role) -> None:
    assert office.accounts.sign_in(login, PASSWORD).role is role


@pytest.mark.parametrize(("login", "password"), [("clerk1", "wrong"), ("nobody", PASSWORD), ("", ""), ("clerk1", "")])
def test_a_wrong_sign_in_says_no_more_than_that(office: Office, login: str, password: str) -> None:
    with pytest.raises(SignInFailed):
        office.accounts.sign_in(login, password)


def test_five_failures_rest_the_account_for_five_minutes(office: Office, clock: SetClock) -> None:
    for _ in range(5):
        with pytest.raises(SignInFailed):
            office.accounts.sign_in("clerk1", "wrong")
    with pytest.raises(AccountLocked):
        office.accounts.sign_in("clerk1", PASSWORD)
    office.accounts.sign_in("clerk2", PASSWORD)
    clock.pass_by(minutes=5, seconds=1)
    office.accounts.sign_in("clerk1", PASSWORD)


def test_a_success_forgets_earlier_failures(office: Office) -> None:
    for _ in range(3):
        for _ in range(4):
            with pytest.raises(SignInFailed):
                office.accounts.sign_in("clerk1", "wrong")
        office.accounts.sign_in("clerk1", PASSWORD)


def test_no_password_stands_in_the_file(office: Office, home: Home) -> None:
    office.accounts.sign_in("clerk1", PASSWORD)
    hashes = stored(home, "SELECT password_hash FROM person")
    assert all(stored.startswith("$argon2id$") for (stored,) in hashes)
    assert len(set(hashes)) == len(hashes)


def test_only_the_auditor_makes_the_key_and_not_from_the_password(office: Office, auditor: Actor) -> None:
    with pytest.raises(NotAllowed):
        office.audit_keys.make(Actor("admin", "", Role.ADMIN), PASSPHRASE)
    with pytest.raises(PassphraseTooShort):
        office.audit_keys.make(auditor, "short")


def test_a_passphrase_that_is_the_password_is_refused(tmp_path: Path) -> None:
    root = tmp_path / "other"
    with pytest.raises(PassphraseEqualsPassword):
        found_home(
            Home(root), sample_office(resources() / "sample"), "the same words", audit_passphrase="the same words"
        )
    assert not root.exists()


def test_the_passphrase_is_not_taken_for_a_password_afterwards(office: Office, admin: Actor, auditor: Actor) -> None:
    with pytest.raises(PassphraseEqualsPassword):
        office.accounts.change_password(auditor, PASSWORD, PASSPHRASE)
    assert office.accounts.sign_in("auditor1", PASSWORD) == auditor
    with pytest.raises(WrongPassword):  # who does not know the password is not told that it is the passphrase
        office.accounts.change_password(auditor, "wrong", PASSPHRASE)
    issued = office.admin.people.reset_password(admin, "auditor1")
    with pytest.raises(PassphraseEqualsPassword):
        office.accounts.choose_password("auditor1", issued.password, PASSPHRASE)
    with pytest.raises(PasswordMustChange):
        office.accounts.sign_in("auditor1", issued.password)
    assert office.accounts.choose_password("auditor1", issued.password, "other own words") == auditor


def test_the_passphrase_is_unlocked_outside_the_transaction(
    office: Office, clerk: Actor, auditor: Actor, monkeypatch: pytest.MonkeyPatch
) -> None:
    saved: list[str] = []

    def while_a_clerk_saves(key: LockedKey, passphrase: str) -> bytes:
        saved.append(office.visits.register(clerk, NewVisit("SEAL")).visit.number)
        return unlock(key, passphrase)

    monkeypatch.setattr("app.services.accounts.unlock", while_a_clerk_saves)
    office.accounts.change_password(auditor, PASSWORD, "other own words")
    assert [visit.number for visit in office.visits.list_day(clerk)] == saved
    office.accounts.change_password(clerk, PASSWORD, PASSPHRASE)  # it is nobody else's business
    assert len(saved) == 1


def test_guessing_in_parallel_is_counted_too(home: Home) -> None:
    offices = [open_office(home) for _ in range(6)]

    def guess(office: Office) -> type[Exception]:
        try:
            office.accounts.sign_in("clerk1", "wrong")
        except (SignInFailed, AccountLocked) as refused:
            return type(refused)
        raise AssertionError("a wrong password was taken")

    with ThreadPoolExecutor(6) as pool:
        assert set(pool.map(guess, offices)) <= {SignInFailed, AccountLocked}
    with pytest.raises(AccountLocked):
        offices[0].accounts.sign_in("clerk1", PASSWORD)
    for office in offices:
        office.close()


def test_a_clock_that_was_ahead_locks_nobody_out_for_a_year(office: Office, clock: SetClock) -> None:
    clock.pass_by(days=365)
    for _ in range(5):
        with pytest.raises(SignInFailed):
            office.accounts.sign_in("clerk1", "wrong")
    clock.pass_by(days=-365)
    office.accounts.sign_in("clerk1", PASSWORD)
