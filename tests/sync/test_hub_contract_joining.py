"""Making a shared side and joining it, on both kinds: codes, names, counters."""

from __future__ import annotations

import secrets
from contextlib import closing
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from app.crypto.invites import new_invite
from app.domain.sharing import InviteCode, Standing
from app.domain.sharing_errors import (
    CounterNameTaken,
    InvitationTaken,
    InviteExpired,
    InviteUnusable,
    InviteUsed,
    SharedSideOfAnotherOffice,
    UnknownInvitation,
)
from app.sync.hub import Redeemed
from app.sync.hubs import open_door
from tests.support.hubs import OFFICE, OFFICE_NAME, Counter, FileKit, HubKit, new_id

KEY = bytes(range(32))


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


def invited(kit: HubKit, hours: float = 24) -> InviteCode:
    code = new_invite()
    kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=hours))
    return code


def redeem(kit: HubKit, code: InviteCode, name: str = "2번 창구", home: str | None = None) -> Redeemed:
    with closing(open_door(kit.address)) as door:
        return door.redeem(code, home or new_id(), name, KEY)


def test_preparing_again_keeps_everything(hub_kit: HubKit, a: Counter) -> None:
    a.do(a.visit(1))
    hub_kit.owner.prepare(OFFICE, "한빛구청")
    assert hub_kit.owner.office() == (OFFICE, "한빛구청")
    assert len(a.names("visit")) == 1


def test_another_office_s_shared_side_is_left_alone(hub_kit: HubKit) -> None:
    with pytest.raises(SharedSideOfAnotherOffice) as caught:
        hub_kit.owner.prepare(new_id(), "다른구")
    assert caught.value.office == OFFICE_NAME
    assert hub_kit.owner.office() == (OFFICE, OFFICE_NAME)


def test_admitting_again_changes_nothing(hub_kit: HubKit, a: Counter) -> None:
    a.push(a.visit(1))
    login = hub_kit.owner.admit(a.home, "A", "1번 창구", a.public_key)
    again = replace(a, hub=hub_kit.hub(login))
    assert again.greet().standing is Standing.IN_STEP
    assert len(hub_kit.owner.counters()) == 1


def test_the_counter_of_the_first_home_is_there_however_often_it_says_so(a: Counter) -> None:
    outcome = a.do(a.create("counter", "A", {"name": "1번 창구", "public_key": a.public_key.hex()}))
    assert outcome.version == 1
    assert a.document("counter", "A").fields["public_key"] == a.public_key.hex()
    assert a.greet().key_accepted


def test_a_code_makes_a_counter(hub_kit: HubKit, a: Counter) -> None:
    code, home = invited(hub_kit), new_id()
    redeemed = redeem(hub_kit, code, "민원 2번", home)
    assert (redeemed.office, redeemed.office_name) == (OFFICE, OFFICE_NAME)
    assert (redeemed.counter_code, redeemed.epoch) == ("B", a.epoch)
    counter = a.document("counter", "B")
    assert counter.fields == {"name": "민원 2번", "public_key": KEY.hex(), "home": home}
    new = Counter(home, hub_kit.hub(redeemed.login), redeemed.login, "B", KEY, redeemed.epoch)
    greeting = new.greet()
    assert (greeting.standing, greeting.key_accepted) == (Standing.IN_STEP, True)
    assert new.push(new.visit(1))


def test_a_code_is_used_once(hub_kit: HubKit, a: Counter) -> None:
    code = invited(hub_kit)
    redeem(hub_kit, code)
    with pytest.raises(InviteUsed):
        redeem(hub_kit, code, "3번 창구")
    assert len(hub_kit.owner.counters()) == 2


def test_an_expired_code_opens_nothing(hub_kit: HubKit, a: Counter) -> None:
    code = invited(hub_kit, hours=-0.001)
    with pytest.raises(InviteExpired):
        redeem(hub_kit, code)
    assert a.names("counter") == {"A"}


def test_a_code_nobody_made_opens_nothing(hub_kit: HubKit, a: Counter) -> None:
    # A server does not tell a login that never was from one whose password was changed.
    with pytest.raises((InviteUnusable, InviteUsed)):
        redeem(hub_kit, InviteCode(secrets.token_bytes(16)))
    assert len(hub_kit.owner.counters()) == 1


def test_making_the_same_code_twice_is_making_it_once(hub_kit: HubKit, a: Counter) -> None:
    code = invited(hub_kit)
    hub_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
    redeem(hub_kit, code)
    with pytest.raises(InviteUsed):
        redeem(hub_kit, code, "3번 창구")


@pytest.mark.parametrize("name", ["1번 창구", "A", "a", " 1번 창구 "])
def test_a_name_is_taken_once(hub_kit: HubKit, a: Counter, name: str) -> None:
    code = invited(hub_kit)
    with pytest.raises(CounterNameTaken):
        redeem(hub_kit, code, name)
    assert redeem(hub_kit, code, "2번 창구").counter_code == "B"


def test_names_differ_in_more_than_capitals(hub_kit: HubKit, a: Counter) -> None:
    redeem(hub_kit, invited(hub_kit), "Desk east")
    with pytest.raises(CounterNameTaken):
        redeem(hub_kit, invited(hub_kit), "DESK EAST")


@pytest.mark.parametrize(("name", "code"), [("C7", "C7"), ("12", "12"), ("북문", "B"), ("ABCDE", "B")])
def test_a_name_that_is_a_code_becomes_the_code(hub_kit: HubKit, a: Counter, name: str, code: str) -> None:
    assert redeem(hub_kit, invited(hub_kit), name).counter_code == code


def test_counters_of_the_office_that_have_no_home_keep_their_codes(hub_kit: HubKit, a: Counter) -> None:
    a.push(*(a.create("counter", code, {"name": f"{code} 창구", "public_key": KEY.hex()}) for code in "BCD"))
    assert redeem(hub_kit, invited(hub_kit), "새 창구").counter_code == "E"


def test_codes_go_on_after_z(hub_kit: HubKit, a: Counter) -> None:
    letters = [chr(code) for code in range(ord("B"), ord("Z") + 1)]
    a.push(*(a.create("counter", code, {"name": f"{code} 창구", "public_key": KEY.hex()}) for code in letters))
    assert redeem(hub_kit, invited(hub_kit), "새 창구").counter_code == "AA"


def test_the_list_shows_homes_and_open_codes_newest_first(hub_kit: HubKit, a: Counter) -> None:
    used, until = invited(hub_kit), datetime.now(UTC).replace(microsecond=0) + timedelta(hours=3)
    redeem(hub_kit, used, "2번 창구")
    hub_kit.owner.invite(new_invite(), until)
    newest, second, first = hub_kit.owner.counters()
    assert (newest.home, newest.invited_until) == ("", until)
    assert (second.counter_code, second.name, second.last_seen, second.invited_until) == ("B", "2번 창구", None, None)
    assert (first.home, first.counter_code) == (a.home, "A")


def test_a_withdrawn_code_opens_nothing_and_is_listed_no_more(hub_kit: HubKit, a: Counter) -> None:
    until = datetime.now(UTC) + timedelta(hours=24)
    code, kept = new_invite(), new_invite()
    name, other = hub_kit.owner.invite(code, until), hub_kit.owner.invite(kept, until)
    assert {state.invitation for state in hub_kit.owner.counters()} == {name, other, ""}
    for _ in range(2):  # the answer to the first may have been lost
        hub_kit.owner.withdraw(name)
        assert [state.invitation for state in hub_kit.owner.counters()] == [other, ""]
        with pytest.raises(InviteUsed):
            redeem(hub_kit, code)
    assert a.names("counter") == {"A"}
    assert redeem(hub_kit, kept).counter_code == "B"


def test_making_a_withdrawn_code_again_does_not_open_it_again(hub_kit: HubKit, a: Counter) -> None:
    code = invited(hub_kit)
    (name,) = {state.invitation for state in hub_kit.owner.counters()} - {""}
    hub_kit.owner.withdraw(name)
    hub_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24))
    with pytest.raises(InviteUsed):
        redeem(hub_kit, code)


def test_an_expired_code_can_be_withdrawn(hub_kit: HubKit, a: Counter) -> None:
    name = hub_kit.owner.invite(new_invite(), datetime.now(UTC) - timedelta(minutes=1))
    hub_kit.owner.withdraw(name)
    assert [state.home for state in hub_kit.owner.counters()] == [a.home]


def test_what_a_counter_was_made_with_cannot_be_withdrawn(hub_kit: HubKit, a: Counter) -> None:
    code = new_invite()
    name, home = hub_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24)), new_id()
    redeemed = redeem(hub_kit, code, home=home)
    with pytest.raises(InvitationTaken):
        hub_kit.owner.withdraw(name)
    new = Counter(home, hub_kit.hub(redeemed.login), redeemed.login, "B", KEY, redeemed.epoch)
    assert new.greet().standing is Standing.IN_STEP
    with pytest.raises(UnknownInvitation) as caught:
        hub_kit.owner.withdraw("nobody made it")
    assert caught.value.invitation == "nobody made it"


@pytest.mark.parametrize("departments", [None, ("D001", "D002"), ()])
def test_an_invitation_says_what_the_counter_may_hold(
    hub_kit: HubKit, a: Counter, departments: tuple[str, ...] | None
) -> None:
    code = new_invite()
    hub_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24), departments)
    assert [state.departments for state in hub_kit.owner.counters()] == [departments, None]
    home = new_id()
    redeemed = redeem(hub_kit, code, home=home)
    assert [state.departments for state in hub_kit.owner.counters()] == [departments, None]
    visits = {department: a.visit(n, department=department) for n, department in enumerate(("D001", "D002", "D003"), 1)}
    a.push(*visits.values())
    new = Counter(home, hub_kit.hub(redeemed.login), redeemed.login, "B", KEY, redeemed.epoch)
    new.greet()
    held = visits if departments is None else departments
    assert new.names("visit") == {visits[department].row_id for department in held}


def test_a_home_goes_on_with_the_departments_of_its_invitation(hub_kit: HubKit, a: Counter) -> None:
    code, home = new_invite(), new_id()
    hub_kit.owner.invite(code, datetime.now(UTC) + timedelta(hours=24), ["D002"])
    redeemed = redeem(hub_kit, code, home=home)
    new = Counter(home, hub_kit.hub(redeemed.login), redeemed.login, "B", KEY, redeemed.epoch)
    new.greet()
    old = hub_kit.again(new)
    new.push(new.visit(1))
    assert old.greet().standing is Standing.BEHIND
    old.hub.renew(old.caller(), new_id(), bytes(32))
    assert [state.departments for state in hub_kit.owner.counters()] == [("D002",), ("D002",), None]


def test_who_used_a_code_may_ask_again_and_nobody_else(file_kit: FileKit) -> None:
    """On a server the password has changed by then; see the tests of its own."""
    other = file_kit.admitted("A", "1번 창구")
    code, home = invited(file_kit), new_id()
    first = redeem(file_kit, code, "2번 창구", home)
    assert redeem(file_kit, code, "2번 창구", home) == first
    with pytest.raises(InviteUsed):
        redeem(file_kit, code, "2번 창구", other.home)
