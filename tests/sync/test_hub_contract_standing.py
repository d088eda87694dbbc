"""Where a home stands with the shared side, on both kinds: tickets, epochs, homes put back, copied and removed."""

from __future__ import annotations

import secrets
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, suppress
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest

from app.domain.sharing import PROTOCOL, Cursor, Request, Standing, Ticket, Wanted
from app.domain.sharing_errors import HomeBehind, HomeRemoved, SharedSideNewer, SharedSideRestored
from tests.support.hubs import LONG_AGO, OFFICE, Counter, HubKit, audit_row, new_id


@pytest.fixture
def a(hub_kit: HubKit) -> Counter:
    return hub_kit.admitted("A", "1번 창구")


@pytest.fixture
def b(hub_kit: HubKit, a: Counter) -> Counter:
    return hub_kit.joined("B")


def refusals(counter: Counter, epoch: str) -> list[type[Exception]]:
    """What every call but greeting is answered with when it names `epoch`."""
    request = Request(counter.home, epoch, "clerk1", "clerk", Wanted.DAY, "2026-11-20")
    found: list[type[Exception]] = []
    for call in (
        lambda: counter.hub.push(replace(counter.offer(counter.visit(900)), epoch=epoch)),
        lambda: counter.hub.pull(counter.home, epoch, Cursor(), 10, LONG_AGO),
        lambda: counter.hub.fetch(request),
        lambda: counter.hub.put_part(counter.home, epoch, "ab", 0, b"x"),
        lambda: counter.hub.get_part(counter.home, epoch, "ab", 0),
    ):
        with pytest.raises(Exception) as caught:  # noqa: PT011  which one it is, is what is asked
            call()
        found.append(caught.type)
    return found


# --- greeting --------------------------------------------------------------------------------------------------------


def test_greeting_tells_what_both_sides_need(hub_kit: HubKit, a: Counter) -> None:
    greeting = a.greet(release="0.3.1", unsent=7, conflicts=2, at=datetime.now(UTC) + timedelta(hours=1))
    assert (greeting.office, greeting.counter_code, greeting.standing) == (OFFICE, "A", Standing.IN_STEP)
    assert (greeting.protocol_needed, greeting.key_accepted) == (PROTOCOL, True)
    assert greeting.epoch
    assert abs(greeting.now - datetime.now(UTC)) < timedelta(seconds=30)
    (state,) = hub_kit.owner.counters()
    assert (state.home, state.counter_code, state.name) == (a.home, "A", "1번 창구")
    assert (state.release, state.unsent, state.conflicts) == ("0.3.1", 7, 2)
    assert state.clock == pytest.approx(3600, abs=30)
    assert state.last_seen is not None
    assert abs(state.last_seen - datetime.now(UTC)) < timedelta(seconds=30)


def test_greeting_changes_no_standing(a: Counter) -> None:
    for _ in range(3):
        assert a.greet().standing is Standing.IN_STEP
    assert a.push(a.visit(1))
    for _ in range(3):
        assert a.greet().standing is Standing.IN_STEP


def test_a_home_nobody_knows_is_told_so(a: Counter) -> None:
    stranger = replace(a, home=new_id())
    assert stranger.hub.greet(stranger.caller()).standing is Standing.UNKNOWN
    with pytest.raises(SharedSideRestored):
        stranger.push(stranger.visit(1))


def test_a_program_that_says_too_little_is_refused(a: Counter) -> None:
    with pytest.raises(SharedSideNewer):
        a.greet(protocol=PROTOCOL - 1)


# --- tickets ---------------------------------------------------------------------------------------------------------


def test_a_lost_answer_does_no_harm(a: Counter) -> None:
    push = a.offer(a.visit(1))
    first = a.hub.push(push)
    assert a.hub.greet(a.caller(following=push.following)).standing is Standing.IN_STEP
    assert a.send(push) == first
    assert a.greet().standing is Standing.IN_STEP
    assert a.push(a.visit(2))


def test_a_lost_request_does_no_harm(a: Counter) -> None:
    lost = a.offer(a.visit(1))
    assert a.hub.greet(a.caller(following=lost.following)).standing is Standing.IN_STEP
    assert a.send(lost)


def test_a_home_put_back_is_behind(hub_kit: HubKit, a: Counter) -> None:
    image = hub_kit.again(a)
    a.push(a.visit(1))
    a.push(a.visit(2))
    assert image.greet().standing is Standing.BEHIND
    visit = image.visit(3)
    with pytest.raises(HomeBehind):
        image.push(visit, audits=(audit_row(1),))
    assert visit.row_id not in a.names("visit")
    assert hub_kit.stored("SELECT count(*) FROM audit") == [(0,)]
    assert a.greet().standing is Standing.IN_STEP


def test_of_two_clones_the_second_is_behind(hub_kit: HubKit, a: Counter) -> None:
    a.push(a.visit(1))
    clone = hub_kit.again(a)
    a.push(a.visit(2))
    assert clone.greet().standing is Standing.BEHIND
    with pytest.raises(HomeBehind):
        clone.push(clone.visit(2))
    assert a.greet().standing is Standing.IN_STEP


def test_two_clones_that_push_at_once_are_told_apart(hub_kit: HubKit, a: Counter) -> None:
    for _ in range(5):
        clone = hub_kit.again(a)

        def go(counter: Counter) -> bool:
            try:
                counter.push(counter.visit(counter.n))
            except HomeBehind:
                return False
            return True

        with closing(clone.hub), ThreadPoolExecutor(2) as pool:
            went = list(pool.map(go, (a, clone)))
        assert sorted(went) == [False, True]
        if went[1]:
            a.ticket, a.n = clone.ticket, clone.n


def test_the_same_count_with_another_mark_is_behind(hub_kit: HubKit, a: Counter) -> None:
    a.push(a.visit(1))
    other = replace(a, ticket=Ticket(a.ticket.count, secrets.token_hex(4)))
    assert other.greet().standing is Standing.BEHIND
    with pytest.raises(HomeBehind):
        other.push(other.visit(2))


def test_a_ticket_from_the_future_proves_a_restored_shared_side(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    a.push(a.visit(1))
    epoch = a.epoch
    a.ticket = Ticket(a.ticket.count + 5, "later")
    with pytest.raises(SharedSideRestored):
        a.push(a.visit(2))
    greeting = a.greet()
    assert greeting.standing is Standing.RESTORED
    assert greeting.epoch == a.epoch != epoch
    assert a.push(a.visit(3))
    assert a.greet().standing is Standing.IN_STEP
    assert set(refusals(b, b.epoch)) == {SharedSideRestored}
    assert b.greet().standing is Standing.RESTORED
    assert b.push(b.visit(1))


# --- epochs ----------------------------------------------------------------------------------------------------------


def test_nothing_is_said_across_epochs(hub_kit: HubKit, a: Counter) -> None:
    old = a.epoch
    hub_kit.owner.begin_anew()
    assert set(refusals(a, old)) == {SharedSideRestored}
    assert set(refusals(a, "")) == {SharedSideRestored}
    greeting = a.greet()
    assert (greeting.standing, greeting.epoch != old) == (Standing.RESTORED, True)
    assert a.push(a.visit(1))
    assert len(a.names("visit")) == 1


def test_after_a_new_epoch_everything_offered_again_is_there_once(hub_kit: HubKit, a: Counter) -> None:
    operations = [a.visit(number) for number in range(5)]
    first = a.push(*operations)
    hub_kit.owner.begin_anew()
    a.greet()
    assert a.push(*operations) == first
    assert {document.version for (entity, _), document in a.catch_up().items() if entity == "visit"} == {1}


def test_a_home_ahead_of_a_restored_shared_side_goes_on(hub_kit: HubKit, a: Counter) -> None:
    hub_kit.owner.begin_anew()
    a.ticket = Ticket(a.ticket.count + 3, "ahead")
    greeting = a.greet()
    assert greeting.standing is Standing.RESTORED
    assert a.push(a.visit(1))


def test_a_home_put_back_while_the_shared_side_was_restored_is_behind(hub_kit: HubKit, a: Counter) -> None:
    image = hub_kit.again(a)
    a.push(a.visit(1))
    a.push(a.visit(2))
    hub_kit.owner.begin_anew()
    assert image.greet().standing is Standing.RESTORED
    with pytest.raises(HomeBehind):
        image.push(image.visit(3))
    assert image.greet().standing is Standing.BEHIND


def test_the_epoch_stays_while_nothing_happens(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    assert a.epoch == b.epoch
    hub_kit.owner.prepare(OFFICE, "한빛구청")
    assert a.greet().epoch == a.epoch
    assert a.greet().standing is Standing.IN_STEP


# --- a new life ------------------------------------------------------------------------------------------------------


def test_a_home_that_is_behind_gets_a_new_code(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    image = hub_kit.again(a)
    a.push(a.visit(1))
    a.push(a.visit(2))
    assert image.greet().standing is Standing.BEHIND
    home, public_key = new_id(), secrets.token_bytes(32)
    code = image.hub.renew(image.caller(), home, public_key)
    assert code == "C"
    assert image.hub.renew(image.caller(), home, public_key) == code
    new = replace(image, home=home, counter_code=code, ticket=Ticket())
    greeting = new.greet()
    assert (greeting.standing, greeting.counter_code, greeting.key_accepted) == (Standing.IN_STEP, code, True)
    assert new.push(new.visit(1))
    counter = b.document("counter", code)
    assert counter.fields == {"name": "1번 창구 2", "public_key": public_key.hex(), "home": home}
    assert a.greet().standing is Standing.IN_STEP
    assert {state.counter_code for state in hub_kit.owner.counters()} == {"A", "B", "C"}


def test_a_home_in_step_gets_no_new_life(hub_kit: HubKit, a: Counter) -> None:
    with pytest.raises(SharedSideRestored):
        a.hub.renew(a.caller(), new_id(), secrets.token_bytes(32))
    assert len(hub_kit.owner.counters()) == 1


# --- removed ---------------------------------------------------------------------------------------------------------


def test_a_removed_home_says_nothing_more(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    b.push(b.visit(1))
    hub_kit.owner.remove(b.home, date(2026, 12, 31))
    assert set(refusals(b, b.epoch)) == {HomeRemoved}
    with suppress(HomeRemoved):  # where its login is closed, nobody is left to answer
        assert b.hub.greet(b.caller()).standing is Standing.REMOVED
    counter = a.document("counter", "B")
    assert counter.fields["key_until"] == "2026-12-31"
    assert counter.fields["retired_at"]
    assert {(state.counter_code, state.removed_on is None) for state in hub_kit.owner.counters()} == {
        ("A", True),
        ("B", False),
    }
    assert a.greet().standing is Standing.IN_STEP


def test_removing_twice_is_removing_once(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.owner.remove(b.home, date(2026, 12, 31))
    hub_kit.owner.remove(b.home, date(2026, 12, 31))
    assert len(hub_kit.owner.counters()) == 2


def test_the_code_of_a_removed_counter_is_not_given_again(hub_kit: HubKit, a: Counter, b: Counter) -> None:
    hub_kit.owner.remove(b.home, date(2026, 12, 31))
    assert hub_kit.joined("3번 창구").counter_code == "C"
