"""The code on paper: it lets an administrator in once, and nobody else ever."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.bootstrap import Office, found_home, opened_office
from app.config.paths import Home
from app.domain.actors import Actor, Role
from app.domain.errors import NotAllowed, NotAnAdministrator, PasswordTooShort, SignInFailed, WrongRecoveryCode
from app.domain.readable_codes import ALPHABET, as_typed
from app.services.founding import empty_office
from tests.support.offices import PASSWORD, stored

OWN = "own words"


def test_only_the_administrator_makes_a_code(office: Office, clerk: Actor) -> None:
    with pytest.raises(NotAllowed):
        office.admin.recovery.make(clerk)


def test_a_code_has_a_hundred_bits_and_no_sign_that_looks_like_another(office: Office, admin: Actor) -> None:
    codes = [office.admin.recovery.make(admin) for _ in range(3)]
    assert len(set(codes)) == 3
    for code in codes:
        groups = code.split("-")
        assert [len(group) for group in groups] == [4] * 5
        assert set(code) - {"-"} <= set(ALPHABET)
    assert len(set(ALPHABET)) == 32
    assert not set(ALPHABET) & set("01IO")


@pytest.mark.parametrize("typed", ["{}", " {} ", "lower", "spaces", "together", "full width"])
def test_it_may_be_typed_as_it_is_read(office: Office, admin: Actor, typed: str) -> None:
    code = office.admin.recovery.make(admin)
    wide = "".join(chr(ord(sign) + 0xFEE0) for sign in code)
    spelled = {
        "lower": code.lower(),
        "spaces": code.replace("-", " "),
        "together": code.replace("-", ""),
        "full width": wide,
    }
    assert as_typed(spelled.get(typed, typed.format(code))) == code


def test_it_works_once_and_gives_the_next(office: Office, admin: Actor) -> None:
    code = office.admin.recovery.make(admin)
    recovered = office.admin.recovery.recover("admin", code.lower().replace("-", " "), OWN)
    assert recovered.actor == admin
    assert office.accounts.sign_in("admin", OWN) == admin
    with pytest.raises(WrongRecoveryCode):
        office.admin.recovery.recover("admin", code, "another one")
    office.admin.recovery.recover("admin", recovered.code, "another one")
    assert office.accounts.sign_in("admin", "another one") == admin


def test_it_brings_back_a_withdrawn_administrator_and_one_who_must_rest(office: Office, admin: Actor) -> None:
    code = office.admin.recovery.make(admin)
    office.admin.people.change(admin, "clerk2", role=Role.ADMIN)
    office.admin.people.withdraw(admin, "admin")
    for _ in range(5):
        with pytest.raises(SignInFailed):
            office.accounts.sign_in("admin", "wrong")
    office.admin.recovery.recover("admin", code, OWN)
    assert office.accounts.sign_in("admin", OWN) == admin


def test_nothing_happens_without_the_right_code(office: Office, admin: Actor) -> None:
    with pytest.raises(WrongRecoveryCode):  # none was made yet
        office.admin.recovery.recover("admin", "ABCD-EFGH-JKLM-NPQR-STUV", OWN)
    code = office.admin.recovery.make(admin)
    with pytest.raises(WrongRecoveryCode):
        office.admin.recovery.recover("admin", "ABCD-EFGH-JKLM-NPQR-STUV", OWN)
    with pytest.raises(NotAnAdministrator):
        office.admin.recovery.recover("clerk1", code, OWN)
    with pytest.raises(PasswordTooShort):
        office.admin.recovery.recover("admin", code, "")
    assert office.accounts.sign_in("admin", PASSWORD) == admin
    office.admin.recovery.recover("admin", code, OWN)  # and it is still good


def test_the_code_stands_nowhere(office: Office, admin: Actor, tmp_path: Path) -> None:
    code = office.admin.recovery.make(admin)
    home = office.home
    whole = home.database.read_bytes() + home.database.with_name("minwon.db-wal").read_bytes()
    assert code.encode() not in whole
    assert code.replace("-", "").encode() not in whole
    assert stored(home, "SELECT substr(code_hash, 1, 9) FROM recovery_code") == [("$argon2id",)]


def test_a_refused_code_is_logged(office: Office) -> None:
    with pytest.raises(WrongRecoveryCode):
        office.admin.recovery.recover("admin", "x", OWN)
    assert stored(office.home, "SELECT count(*) FROM audit WHERE action = 'recover_refused'") == [(1,)]


def test_a_real_office_begins_with_a_code(tmp_path: Path) -> None:
    home = Home(tmp_path / "real")
    code = found_home(home, empty_office("가람구", "survey.garam.go.kr"), "long enough")
    with opened_office(home) as office:
        assert office.admin.recovery.recover("admin", code, "another one").actor.login == "admin"
        with pytest.raises(PasswordTooShort):
            office.admin.recovery.recover("admin", code, "short")
