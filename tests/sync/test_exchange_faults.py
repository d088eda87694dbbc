"""One exchange, cut at every point: messages lost on either way, and processes killed at any statement."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import pytest

from app.domain.errors import CannotWrite
from app.domain.sharing import SharedKind
from app.domain.sharing_errors import SharedSideUnreachable
from app.domain.visits import NewVisit
from tests.support.crashes import Statements, die, killed
from tests.support.faulty_hub import Fault
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_invariants import (
    check_courses,
    check_home,
    check_nothing_invented,
    check_shared_side,
    ever_offered,
    view_of,
)
from tests.support.shared_offices import Desk, SharedFileOffice, SharedOffice


@dataclass
class Pair:
    """Two counters of an office; messages of the first one can be lost."""

    shared: SharedOffice
    first: SharedHome
    second: SharedHome

    def work(self) -> None:
        """Something new on both sides: the first has it to send, the second has sent it already."""
        code = self.second.office.offices.counter().code
        visit = self.first.office.visits.register(CLERK, NewVisit("SEAL", note="메모")).visit
        self.first.office.reception.hand_over(CLERK, visit.id, code, "서류가 그쪽에 있음")
        self.first.office.visits.admit(CLERK, NewVisit("PASSPORT", queue_number="B12"))
        self.second.office.visits.register(CLERK, NewVisit("MOVEIN", note="둘째"))
        self.second.office.corrections.correct_services(
            CLERK, self.second.office.visits.list_day(CLERK)[0].id, ("SEAL",), "바꿈"
        )
        self.second.exchange()

    def check(self) -> None:
        homes = (self.first, self.second)
        for _ in range(4):
            done = [home.exchange() for home in homes]
            if not any(one.pushed or one.pulled for one in done):
                break
        view = view_of(self.shared.stored)
        check_shared_side(view)
        for home in homes:
            check_home(view, home.database)
            compared = home.compare()
            assert compared.agree, compared
        check_nothing_invented(view, {op for home in homes for op in ever_offered(home.database)})
        check_courses(home.database for home in homes)


@pytest.fixture
def pair(shared: SharedOffice, first: Desk, second: Desk) -> Iterator[Pair]:
    shared.shut(first)
    shared.shut(second)
    homes = [SharedHome(desk.home.root, None, desk.clock) for desk in (first, second)]
    yield Pair(shared, homes[0], homes[1])
    for home in homes:
        home.close()


@pytest.mark.parametrize("method", ["greet", "push", "pull"])
def test_a_message_lost_on_either_way_does_no_harm(pair: Pair, method: str) -> None:
    for fault in Fault:
        pair.work()
        pair.first.hub.plan(method, fault)
        if fault is Fault.TWICE:
            pair.first.exchange()
        else:
            with pytest.raises(SharedSideUnreachable):
                pair.first.exchange()
            assert pair.first.sharing.state().trouble == "SharedSideUnreachable"
            assert pair.first.sharing.state().unsent > 0 or method == "pull"
        assert pair.first.hub.met
        pair.check()
        assert pair.first.sharing.state().unsent == 0


POINTS = ("after local commit", "after send", "before acknowledging", "in the middle of taking")


@pytest.mark.parametrize("point", POINTS)
def test_a_counter_killed_in_an_exchange_goes_on(pair: Pair, point: str) -> None:
    pair.work()
    pair.first.close()

    def exchange() -> None:
        statements = Statements()
        home = SharedHome(pair.first.home.root, None, pair.first.clock)
        if point == "after local commit":
            home.office.visits.register(CLERK, NewVisit("SEAL", note="마지막"))
            die()
        if point == "after send":
            home.hub.done = lambda method: die() if method == "push" else None
        if point == "before acknowledging":
            # What was heard is about to be written down.
            home.hub.done = lambda method: statements.die_at(4) if method == "push" else None
        if point == "in the middle of taking":
            home.hub.done = lambda method: statements.die_at(12) if method == "pull" else None
        home.exchange()

    assert killed(exchange)
    pair.first.reopen()
    pair.check()


def _sweep(tmp_path: Path, office: SharedFileOffice, home: SharedHome, steps: count[int]) -> int:
    """Kill an exchange at these statements of the home and of the shared file; how many kills there were."""
    root, clock = home.home.root, home.clock
    prepared, shared_file = tmp_path / "prepared", office.path.read_bytes()
    shutil.copytree(root, prepared)
    for kills, statement in enumerate(steps):
        shutil.rmtree(root)
        shutil.copytree(prepared, root)
        for path in office.path.parent.iterdir():
            path.unlink()
        office.path.write_bytes(shared_file)

        def exchange(number: int = statement) -> None:
            Statements().die_at(number)
            SharedHome(root, None, clock).exchange()

        if not killed(exchange):
            return kills
        again = SharedHome(root, None, clock)
        with closing(again):
            again.exchange()
            view = view_of(office.stored)
            check_shared_side(view)
            check_home(view, again.database)
            compared = again.compare()
            assert compared.agree, (statement, compared)
    return 0


@pytest.mark.parametrize("shared", [SharedKind.FILE], indirect=True)
def test_a_turn_that_cannot_be_taken_is_nobodys(shared: SharedOffice, first: Desk) -> None:
    lock = first.home.root / "sync.lock"
    lock.unlink(missing_ok=True)
    lock.mkdir()
    for _ in range(2):
        with pytest.raises(CannotWrite):
            first.exchange()
    lock.rmdir()
    first.exchange()


@pytest.mark.parametrize("shared", [SharedKind.FILE], indirect=True)
def test_an_exchange_killed_at_any_statement_goes_on(pair: Pair, tmp_path: Path) -> None:
    assert isinstance(pair.shared, SharedFileOffice)
    pair.work()
    pair.first.close()
    assert _sweep(tmp_path, pair.shared, pair.first, count(5, 15)) > 15
    pair.first.reopen()


@pytest.mark.chaos
@pytest.mark.parametrize("shared", [SharedKind.FILE], indirect=True)
def test_an_exchange_killed_at_each_statement_goes_on(pair: Pair, tmp_path: Path) -> None:
    assert isinstance(pair.shared, SharedFileOffice)
    pair.work()
    pair.first.close()
    assert _sweep(tmp_path, pair.shared, pair.first, count(1)) > 200
    pair.first.reopen()
