"""What a home has made itself does not come back to it; whatever is lost or cut on the way, it misses nothing."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from datetime import date
from pathlib import Path

import pytest

from app.domain.sharing import EVERY_PLACE, Cursor, Document, Page
from app.domain.sharing_errors import SharedSideUnreachable
from app.domain.visits import NewVisit
from app.sync import exchange, pace
from tests.support.faulty_hub import Fault, FaultyHub
from tests.support.model_hub import ModelHub
from tests.support.offices import MORNING, SetClock
from tests.support.shared_homes import CLERK, SharedHome
from tests.support.shared_invariants import (
    check_courses,
    check_home,
    check_shared_side,
    stored,
    view_of,
    view_of_model,
)
from tests.support.shared_offices import Desk, SharedOffice


class ListeningHub(FaultyHub):
    """Keeps what a home was told."""

    def __init__(self) -> None:
        super().__init__()
        self.told: list[Document] = []

    def pull(
        self, home: str, epoch: str, cursor: Cursor, limit: int, hold_from: date, own_before: int = EVERY_PLACE
    ) -> Page:
        page = super().pull(home, epoch, cursor, limit, hold_from, own_before)
        self.told += page.documents
        return page


def services(home: SharedHome) -> dict[str, tuple[str, ...]]:
    """What each visit of the day is about, by its id."""
    return {visit.id: visit.service_codes for visit in home.office.visits.list_day(CLERK)}


@pytest.fixture
def pair(shared: SharedOffice, first: Desk, second: Desk) -> Iterator[tuple[SharedHome, SharedHome]]:
    """Two counters that know everything of each other."""
    shared.shut(first)
    shared.shut(second)
    a, b = (SharedHome(desk.home.root, None, desk.clock) for desk in (first, second))
    for home in (a, b, a, b):
        home.exchange()
    yield a, b
    a.close()
    b.close()


@pytest.mark.parametrize("lost", [None, *Fault])
def test_nothing_of_its_own_comes_back_even_when_the_answer_was_lost(
    shared: SharedOffice, pair: tuple[SharedHome, SharedHome], lost: Fault | None
) -> None:
    a, b = pair
    a.hub = listening = ListeningHub()
    a.close()
    a.reopen()
    theirs = b.office.visits.register(CLERK, NewVisit("MOVEIN", note="둘째")).visit
    b.exchange()
    own = a.office.visits.register(CLERK, NewVisit("SEAL", note="메모")).visit
    a.office.visits.admit(CLERK, NewVisit("PASSPORT", queue_number="B12"))
    if lost in (Fault.REQUEST, Fault.REPLY):
        listening.plan("push", lost)
        with pytest.raises(SharedSideUnreachable):
            a.exchange()
    elif lost is not None:
        listening.plan("push", lost)
    a.exchange()
    assert theirs.id in {document.row_id for document in listening.told}
    ((home_id,),) = stored(a.database, "SELECT home_id FROM home")
    assert [document for document in listening.told if document.home == home_id] == []
    b.exchange()
    view = view_of(shared.stored)
    check_shared_side(view)
    check_home(view, a.database)
    check_courses([a.database, b.database])
    assert a.compare().agree
    assert b.compare().agree
    # Whatever it was not told of its own, it is told of as soon as somebody changes it.
    b.office.corrections.correct_services(CLERK, own.id, ("PASSPORT",), "잘못 적음")
    b.exchange()
    a.exchange()
    assert services(a)[own.id] == ("PASSPORT",)
    assert a.compare().agree


# --- with the shared side in memory -----------------------------------------------------------------------------------


def settled(hub: ModelHub, homes: list[SharedHome]) -> None:
    for _ in range(6):
        for home in homes:
            home.exchange()
    view = view_of_model(hub)
    check_shared_side(view)
    for home in homes:
        check_home(view, home.database)
        compared = home.compare()
        assert compared.agree, compared
    check_courses(home.database for home in homes)


def test_what_a_double_pushes_between_push_and_pull_is_not_missed(
    hub: ModelHub, homes: list[SharedHome], tmp_path: Path
) -> None:
    """Two PCs go on from one disk, which was copied while a push had been drawn up and had not gone through."""
    home = homes[0]
    home.office.visits.register(CLERK, NewVisit("SEAL"))
    home.hub.plan("push", Fault.REQUEST)
    with pytest.raises(SharedSideUnreachable):
        home.exchange()
    home.image(tmp_path / "copied")
    double = SharedHome(tmp_path / "copied", hub, SetClock(MORNING))
    with closing(double):
        made = double.office.visits.register(CLERK, NewVisit("PASSPORT")).visit

        def meanwhile(method: str) -> None:
            if method == "pull":
                home.hub.before = lambda _: None
                double.exchange()

        home.hub.before = meanwhile
        home.exchange()
        assert ("visit", made.id) in hub.state.documents
        settled(hub, [*homes, double])
        assert services(home)[made.id] == ("PASSPORT",)


def test_steps_offered_under_other_names_get_the_places_they_have(hub: ModelHub, homes: list[SharedHome]) -> None:
    """Two restores: in between the steps came after another one, before which they stood and stand again."""
    a, b, c = homes
    before = hub.backup()
    visit = b.office.visits.admit(CLERK, NewVisit("SEAL")).visit
    b.exchange()
    a.exchange()
    a.office.visits.register(CLERK, NewVisit("PASSPORT"))
    a.office.reception.start(CLERK, visit.id)
    a.office.reception.hand_over(CLERK, visit.id, b.office.offices.counter().code, "다음 창구로")
    a.exchange()
    b.exchange()
    b.office.reception.start(CLERK, visit.id)
    b.exchange()
    after = hub.backup()
    hub.restore(before, told=True)
    a.exchange()  # the visit is not there: its steps wait for it, and are offered under other names
    for _ in range(4):
        c.office.visits.register(CLERK, NewVisit("MOVEIN"))
    for home in (c, b, a):
        home.exchange()
    hub.restore(after, told=True)
    a.hub.plan("push", Fault.REPLY)
    with pytest.raises(SharedSideUnreachable):
        a.exchange()
    settled(hub, homes)


def test_what_was_erased_before_it_was_offered_again_is_erased_at_home_too(
    hub: ModelHub, homes: list[SharedHome]
) -> None:
    """The shared side hears of the erasing first, and only then of the record: that one is new there, and erased."""
    a, b, _ = homes
    backup = hub.backup()
    visit = a.office.visits.register(CLERK, NewVisit("SEAL", note="메모")).visit
    for home in homes:
        home.exchange()
    assert isinstance(b.clock, SetClock)
    b.clock.pass_by(days=40)
    b.office.day_end.sweep(CLERK, date_is_right=True)
    b.exchange()
    b.clock.at = MORNING
    hub.restore(backup, told=True)
    b.exchange()
    assert hub.state.tombs == {("visit", visit.id)}
    settled(hub, homes)
    for home in homes:
        assert stored(home.database, "SELECT note FROM visit") == [("",)]
        assert stored(home.database, "SELECT key FROM record_key WHERE entity = 'visit'") == []


@pytest.mark.parametrize("lost", [Fault.REQUEST, Fault.REPLY])
@pytest.mark.parametrize(("drawn", "sent"), [(2, 500), (500, 2)])
def test_a_push_drawn_up_under_another_limit_is_sent_once(
    hub: ModelHub, homes: list[SharedHome], monkeypatch: pytest.MonkeyPatch, lost: Fault, drawn: int, sent: int
) -> None:
    """As of a release before or after this one, or while nobody was at work."""
    home = homes[0]

    def limit(operations: int) -> None:
        monkeypatch.setattr(exchange, "PUSH_LIMIT", operations)
        monkeypatch.setattr(pace, "PUSH_LIMIT", operations)
        monkeypatch.setattr(pace, "_HANDS_ON_PUSH", operations)

    limit(drawn)
    made = [home.office.visits.register(CLERK, NewVisit("SEAL")).visit.id for _ in range(4)]
    home.hub.plan("push", lost)
    with pytest.raises(SharedSideUnreachable):
        home.exchange()
    made.append(home.office.visits.register(CLERK, NewVisit("PASSPORT")).visit.id)
    limit(sent)
    done = home.exchange()
    assert (done.unsent, done.refused) == (0, 0)
    settled(hub, homes)
    assert services(homes[1]).keys() == set(made)


def test_a_clock_a_year_ahead_at_a_restore_does_not_hide_what_comes_afterwards(
    hub: ModelHub, homes: list[SharedHome]
) -> None:
    """The counter takes all that is here now for long past, until its clock is right again."""
    a, b, _ = homes
    settled(hub, homes)
    hub.restore(hub.backup(), told=True)
    assert isinstance(b.clock, SetClock)
    b.clock.pass_by(days=365)
    b.exchange()
    b.clock.pass_by(days=-365)
    made = a.office.visits.register(CLERK, NewVisit("SEAL")).visit
    settled(hub, homes)
    assert services(b)[made.id] == ("SEAL",)
