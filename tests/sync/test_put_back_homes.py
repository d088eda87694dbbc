"""A home whose past the shared side knows better goes on under a new counter, and nothing is lost or numbered twice."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.bootstrap import back_up_home, restore_home
from app.config.paths import Home
from app.crypto.signing import key_id
from app.db.home_moves import HomeMoves
from app.domain.languages import Language
from app.domain.sharing import Push
from app.domain.sharing_errors import SharedSideSilent
from app.domain.slips import Paper
from app.domain.tokens import split_token
from app.domain.visits import NewVisit, Registered, VisitStatus
from app.sync import identity
from app.sync.hub import Hub
from tests.support.offices import stored
from tests.support.shared_offices import Desk, SharedOffice


def register(desk: Desk, service: str = "SEAL", **more: Any) -> Registered:
    return desk.office.visits.register(desk.clerk, NewVisit(service, **more))


def numbers(desk: Desk) -> list[str]:
    return sorted(visit.number for visit in desk.office.visits.list_day(desk.clerk))


def code(desk: Desk) -> str:
    return str(stored(desk.home, "SELECT counter_code FROM home")[0][0])


def shown(desk: Desk) -> list[tuple[str, str]]:
    return [(one.before, one.after) for one in desk.office.sharing.relabelled(desk.clerk)]


def key_of(url: str) -> bytes:
    """The id of the key that signed the slip with this address."""
    return split_token(url.rsplit("/", 1)[-1])[0].key_id


def reprinted(desk: Desk, visit_id: str) -> str:
    _, content = desk.office.slips.issue(desk.clerk, visit_id, Paper.ROLL80, Language.KO)
    return content.survey_url


def put_back(shared: SharedOffice, desk: Desk, copy: Home) -> Desk:
    """The desk's folder is again what it was when `copy` was taken."""
    shared.shut(desk)
    shutil.rmtree(desk.home.root)
    shutil.copytree(copy.root, desk.home.root)
    return shared.desk(desk.home, desk.clock)


@pytest.fixture
def aged(shared: SharedOffice, first: Desk) -> tuple[Desk, Home]:
    """A desk that has gone on since a copy of its folder was taken."""
    register(first)
    first.exchange()
    copy = shared.copy(first, "image")
    register(first)
    register(first)
    first.exchange()
    return first, copy


def test_a_home_put_back_from_an_old_copy_goes_on_under_a_new_counter(
    shared: SharedOffice, second: Desk, aged: tuple[Desk, Home]
) -> None:
    before = aged[0]
    known = {visit.id for visit in before.office.visits.list_day(before.clerk)}
    desk = put_back(shared, *aged)
    again = register(desk)
    assert again.visit.number == "A-002"  # on paper twice, as long as the shared side has not been heard
    exchanged = desk.exchange()

    assert (exchanged.relabelled, exchanged.unsent, exchanged.refused) == (1, 0, 0)
    new = code(desk)
    assert new not in ("A", "B", "C", "7")
    assert shown(desk) == [("A-002", f"{new}-002")]
    assert {visit.id for visit in desk.office.visits.list_day(desk.clerk)} == known | {again.visit.id}
    assert numbers(desk) == ["A-001", "A-002", "A-003", f"{new}-002"]
    assert register(desk).visit.number == f"{new}-003"
    shared.settled(desk, second)
    assert numbers(second) == numbers(desk)
    # Once is enough.
    assert (desk.exchange().relabelled, code(desk)) == (0, new)


def test_it_is_recognised_before_it_pushes_anything(shared: SharedOffice, aged: tuple[Desk, Home]) -> None:
    desk = put_back(shared, *aged)
    (told,) = shared.stored("SELECT count(*) FROM op")
    assert desk.exchange().relabelled == 0
    assert code(desk) != "A"
    offered = shared.stored("SELECT DISTINCT home FROM op WHERE n > 0")
    assert len(offered) == 1, told  # nothing was offered under the new name, nothing new under the old one
    shared.settled(desk)


def test_two_pcs_made_from_one_image_both_work_on(shared: SharedOffice, first: Desk, second: Desk) -> None:
    register(first)
    first.exchange()
    twin = shared.desk(shared.copy(first, "twin"), first.clock, "clerk2")
    mine, other = register(first, note="first"), register(twin, note="twin")
    assert mine.visit.number == other.visit.number == "A-002"
    first.exchange()
    assert twin.exchange().relabelled == 1
    assert (code(first), shown(first)) == ("A", [])
    assert shown(twin) == [("A-002", f"{code(twin)}-002")]
    for _ in range(3):
        register(first)
        register(twin)
    shared.settled(first, twin, second)
    notes = {visit.id: visit.note for visit in second.office.visits.list_day(second.clerk)}
    assert (notes[mine.visit.id], notes[other.visit.id], len(notes)) == ("first", "twin", 9)


def test_twins_that_were_both_offline_share_what_was_unsent(shared: SharedOffice, first: Desk, second: Desk) -> None:
    before = register(first)
    twin = shared.desk(shared.copy(first, "twin"), first.clock)
    register(twin)
    register(first)
    twin.exchange()
    assert first.exchange().relabelled == 1
    assert (code(twin), code(first) != "A") == ("A", True)
    shared.settled(first, twin, second)
    assert [visit.number for visit in second.office.visits.list_day(second.clerk) if visit.id == before.visit.id] == [
        "A-001"
    ]
    assert len(numbers(second)) == 3


def cut_off_push(monkeypatch: pytest.MonkeyPatch, desk: Desk, *, taken: bool) -> None:
    """One exchange whose answer to a push never comes."""
    hub = type(desk.office.sharing._opened(desk.office.sharing._link()))
    push = hub.push

    def lost(self: Hub, pushed: Push) -> Any:
        if taken:
            push(self, pushed)
        raise SharedSideSilent("cut")

    with monkeypatch.context() as cut:
        cut.setattr(hub, "push", lost)
        with pytest.raises(SharedSideSilent):
            desk.exchange()


@pytest.mark.parametrize("taken", [True, False])
def test_twins_cloned_in_the_middle_of_an_exchange(
    shared: SharedOffice, first: Desk, second: Desk, monkeypatch: pytest.MonkeyPatch, taken: bool
) -> None:
    """What was under way is offered again by both and taken once; then one of them is told apart."""
    register(first)
    cut_off_push(monkeypatch, first, taken=taken)
    twin = shared.desk(shared.copy(first, "twin"), first.clock)
    mine, other = register(first), register(twin)
    assert mine.visit.number == other.visit.number == "A-002"
    first.exchange()
    assert twin.exchange().relabelled == 1
    assert (code(first), code(twin) != "A") == ("A", True)
    shared.settled(first, twin, second)
    assert numbers(second) == ["A-001", "A-002", f"{code(twin)}-002"]
    for desk in (first, twin):
        assert_access_log_is_there(shared, desk)


def assert_access_log_is_there(shared: SharedOffice, desk: Desk) -> None:
    """Every row of the home's access log, under the name that it has now."""
    ((home,),) = stored(desk.home, "SELECT home_id FROM home")
    there = {(n, bytes(chain)) for n, chain in shared.stored(f"SELECT n, chain FROM audit WHERE home = '{home}'")}
    assert there == {(n, chain) for n, chain in stored(desk.home, "SELECT n, chain FROM audit")}


def test_a_home_restored_from_its_backup(shared: SharedOffice, first: Desk, second: Desk, tmp_path: Path) -> None:
    earlier = register(first)
    url = reprinted(first, earlier.visit.id)
    first.exchange()
    back_up_home(first.home, tmp_path / "backup.minwon", first.clock)
    lost = register(first)
    first.exchange()
    shared.shut(first)
    restore_home(Home(tmp_path / "restored"), tmp_path / "backup.minwon")
    desk = shared.desk(Home(tmp_path / "restored"), first.clock)
    late = register(desk)
    assert desk.exchange().relabelled == 1
    assert {earlier.visit.id, lost.visit.id, late.visit.id} == {v.id for v in desk.office.visits.list_day(desk.clerk)}
    assert reprinted(desk, earlier.visit.id) == url
    shared.settled(desk, second)


def test_a_backup_of_the_newest_state_goes_on_as_the_same_counter(
    shared: SharedOffice, first: Desk, tmp_path: Path
) -> None:
    register(first)
    first.exchange()
    back_up_home(first.home, tmp_path / "backup.minwon", first.clock)
    shared.shut(first)
    restore_home(Home(tmp_path / "restored"), tmp_path / "backup.minwon")
    desk = shared.desk(Home(tmp_path / "restored"), first.clock)
    register(desk)
    assert (desk.exchange().relabelled, code(desk)) == (0, "A")
    shared.settled(desk)


def test_slips_keep_the_key_they_were_printed_with(shared: SharedOffice, aged: tuple[Desk, Home]) -> None:
    desk = put_back(shared, *aged)
    early = register(desk)
    url = reprinted(desk, early.visit.id)
    assert url == early.survey_url
    desk.exchange()

    late = register(desk)
    assert reprinted(desk, early.visit.id) == url
    assert reprinted(desk, late.visit.id) == late.survey_url
    assert key_of(late.survey_url) != key_of(url)
    # Both keys are the office's, so that both slips can be answered.
    publics = {bytes.fromhex(shared.fields("counter", one)["public_key"]) for one in ("A", code(desk))}
    assert {key_id(public) for public in publics} == {key_of(url), key_of(late.survey_url)}
    # The program is started anew, and put back a second time.
    again = shared.copy(desk, "image2")
    register(desk)
    desk.exchange()
    desk = put_back(shared, desk, again)
    desk.exchange()
    third = register(desk)
    assert [reprinted(desk, one.visit.id) for one in (early, late, third)] == [
        url,
        late.survey_url,
        third.survey_url,
    ]
    assert len({key_of(one) for one in (url, late.survey_url, third.survey_url)}) == 3
    shared.settled(desk)


def test_another_process_of_the_home_signs_with_the_new_key_at_once(
    shared: SharedOffice, aged: tuple[Desk, Home]
) -> None:
    desk = put_back(shared, *aged)
    window = shared.desk(desk.home, desk.clock)
    early = register(window)
    desk.exchange()
    late = register(window)
    assert late.visit.number == f"{code(desk)}-003"
    public = bytes.fromhex(shared.fields("counter", code(desk))["public_key"])
    assert key_of(late.survey_url) == key_id(public) != key_of(early.survey_url)
    assert reprinted(window, early.visit.id) == early.survey_url


def test_open_visits_at_the_desk_go_on_under_the_new_code(shared: SharedOffice, first: Desk, second: Desk) -> None:
    """Except those with which something has happened that the copy does not know of."""
    waiting = first.office.visits.admit(first.clerk, NewVisit("SEAL"), "A").visit.id
    called = first.office.visits.admit(first.clerk, NewVisit("SEAL")).visit.id
    first.office.reception.call(first.clerk, called)
    finished = register(first).visit.id
    first.exchange()
    copy = shared.copy(first, "image")
    first.office.visits.finish(first.clerk, finished)
    first.exchange()
    desk = put_back(shared, first, copy)
    serving = register(desk).visit.id
    stood = {visit.id: visit.status for visit in desk.office.visits.list_day(desk.clerk)}
    desk.exchange()
    new = code(desk)
    now = {visit.id: (visit.status, visit.now_at) for visit in desk.office.visits.list_day(desk.clerk)}
    assert now[waiting] == (VisitStatus.WAITING, new)
    assert now[called] == (VisitStatus.CALLED, new)
    assert now[serving] == (VisitStatus.SERVING, new)
    assert now[finished] == (VisitStatus.DONE, "A")
    assert stood[called] is VisitStatus.CALLED
    desk.office.reception.start(desk.clerk, called)
    assert desk.office.reception.call_next(desk.clerk).id == waiting
    shared.settled(desk, second)
    steps = stored(
        desk.home, "SELECT count(*) FROM visit_step WHERE visit_id = ? AND kind = 'handed_over'", (finished,)
    )
    assert steps == [(0,)]


def test_a_visit_handed_to_the_desk_by_another_goes_on_there_too(
    shared: SharedOffice, first: Desk, second: Desk
) -> None:
    visit = second.office.visits.admit(second.clerk, NewVisit("SEAL")).visit.id
    second.exchange()
    first.exchange()
    copy = shared.copy(first, "image")
    register(first)
    first.exchange()
    desk = put_back(shared, first, copy)
    desk.office.reception.call(desk.clerk, visit)
    desk.exchange()
    assert [v.now_at for v in desk.office.visits.list_day(desk.clerk) if v.id == visit] == [code(desk)]
    shared.settled(desk, second)


def test_the_removed_former_self_does_not_end_the_new_one(
    shared: SharedOffice, second: Desk, aged: tuple[Desk, Home]
) -> None:
    ((former,),) = stored(aged[1], "SELECT home_id FROM home")
    desk = put_back(shared, *aged)
    desk.exchange()
    desk.office.sharing.remove(desk.admin, former, desk.clock.at.date())
    register(desk)
    assert desk.exchange().unsent == 0
    shared.settled(desk, second)


# --- cut off ---------------------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process ends here."""


def before(owner: Any, name: str) -> Callable[[pytest.MonkeyPatch], None]:
    def prepare(patch: pytest.MonkeyPatch) -> None:
        def die(*_: Any, **__: Any) -> Any:
            raise Killed

        patch.setattr(owner, name, die)

    return prepare


def after(owner: Any, name: str) -> Callable[[pytest.MonkeyPatch], None]:
    def prepare(patch: pytest.MonkeyPatch) -> None:
        done = getattr(owner, name)

        def die(*given: Any, **named: Any) -> Any:
            done(*given, **named)
            raise Killed

        patch.setattr(owner, name, die)

    return prepare


POINTS = {
    "before the key's file": ("key", before),
    "after the key's file": ("key", after),
    "before it is asked for": ("renew", before),
    "answer lost": ("renew", after),
    "in the tables": ("become", after),
    "before the last visit is relabelled": ("number", before),
    "after the last visit is relabelled": ("number", after),
    "first push": ("push", before),
    "first push's answer lost": ("push", after),
    "first pull": ("pull", before),
}


@pytest.mark.parametrize("point", POINTS)
def test_a_renewal_cut_off_anywhere_goes_on(
    shared: SharedOffice,
    aged: tuple[Desk, Home],
    monkeypatch: pytest.MonkeyPatch,
    point: str,
) -> None:
    desk = put_back(shared, *aged)
    early = register(desk)
    hub = type(desk.office.sharing._opened(desk.office.sharing._link()))
    places: dict[str, tuple[Any, str]] = {
        "key": (identity, "next_slip_seed"),
        "renew": (hub, "renew"),
        "become": (HomeMoves, "become"),
        "number": (HomeMoves, "number"),
        "push": (hub, "push"),
        "pull": (hub, "pull"),
    }
    place, moment = POINTS[point]
    with monkeypatch.context() as cut:
        moment(*places[place])(cut)
        with pytest.raises(Killed):
            desk.exchange()
    shared.shut(desk)
    desk = shared.desk(desk.home, desk.clock)
    between = register(desk)
    desk.exchange()
    late = register(desk)

    counters = {str(one) for (one,) in shared.stored("SELECT row_id FROM doc WHERE entity = 'counter'")}
    assert counters == {"A", "B", "C", code(desk)}
    assert len(shared.stored("SELECT home FROM node")) == 2  # no counter that nobody is
    assert {one.before for one in desk.office.sharing.relabelled(desk.clerk)} >= {"A-002"}
    for one in (early, between, late):
        assert reprinted(desk, one.visit.id) == one.survey_url
    public = bytes.fromhex(shared.fields("counter", code(desk))["public_key"])
    assert key_of(late.survey_url) == key_id(public)
    shared.settled(desk)
    assert_access_log_is_there(shared, desk)
    there = {row_id for (row_id,) in shared.stored("SELECT row_id FROM doc WHERE entity = 'visit'")}
    assert {early.visit.id, between.visit.id, late.visit.id} <= there
