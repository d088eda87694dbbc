"""The access log of coming, going and coming back at a window."""

from __future__ import annotations

import pytest

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.errors import AccountLocked, SignInFailed
from app.domain.presence import KnownPerson, Presence
from tests.support.offices import MORNING, PASSWORD, SetClock, stored


def log(office: Office) -> list[tuple[str, str, str, str]]:
    statement = "SELECT login, role, action, counter_code FROM audit WHERE entity = 'person' ORDER BY n DESC LIMIT 3"
    rows = stored(office.home, statement)
    return [(login, role, action, counter) for login, role, action, counter in reversed(rows)]


def test_going_away_is_written_down_with_the_offices_own_time(office: Office, clerk: Actor) -> None:
    assert office.accounts.note(clerk, Presence.AWAY) == MORNING
    office.accounts.sign_in("clerk1", PASSWORD, Presence.BACK)
    assert [row[2] for row in log(office)] == ["sign_in", "away", "back"]
    assert log(office)[-1] == ("clerk1", "clerk", "back", "A")


def test_a_refused_return_is_written_down_and_counts_like_a_refused_sign_in(
    office: Office, clerk: Actor, clock: SetClock
) -> None:
    for _ in range(5):
        with pytest.raises(SignInFailed):
            office.accounts.sign_in("clerk1", "wrong", Presence.UNLOCKED)
    assert {row[2] for row in log(office)} == {"unlocked_refused"}
    with pytest.raises(AccountLocked):
        office.accounts.sign_in("clerk1", PASSWORD, Presence.UNLOCKED)
    clock.pass_by(minutes=6)
    assert office.accounts.sign_in("clerk1", PASSWORD, Presence.UNLOCKED) == clerk


def test_names_of_those_who_are_still_there_in_the_order_asked(office: Office) -> None:
    assert office.accounts.known(["clerk1", "nobody", "supervisor1"]) == (
        KnownPerson("clerk1", "김하늘"),
        KnownPerson("supervisor1", "최은영"),
    )
    assert office.accounts.known([]) == ()
