"""Sharing as the person at the counter meets it: nothing to press, words that are true, and work that never waits."""

from __future__ import annotations

import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Office, open_office
from app.config.paths import Home
from app.domain.actors import Actor
from app.domain.administration import ServiceForm
from app.domain.sharing import Exchanged, SyncState
from app.domain.sharing_errors import DayNotHere, SharedSideUnreachable
from app.domain.visits import NewVisit
from app.ui.shared import syncing
from app.ui.shared.sync_pace import SyncPace
from app.ui.shared.task_runner import Lane
from app.ui.sharing.panel import SyncPanel
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk
from tests.ui.shared_counters import Shared, share, shared

__all__ = ["shared"]

IN_STEP = "공유됨 · 모두 보냄"


def words(desk: Desk) -> str:
    return desk.shell.status.syncing.text()


def shown(desk: Desk) -> bool:
    return desk.shell.status.syncing.isVisible()


def opened_panel(desk: Desk) -> SyncPanel:
    desk.press(Qt.Key.Key_B, CTRL)
    desk.settle()
    panel = desk.shell.sharing
    assert panel is not None
    assert panel.isVisible()
    return panel


class Edge:
    """What stands where the network begins: exchanges wait until they are let go on, or fail."""

    def __init__(self, office: Office) -> None:
        self._office = office
        self.gate = threading.Event()
        self.gate.set()
        self.begun = 0
        self.failing = False

    def state(self) -> SyncState:
        return self._office.sharing.state()

    def exchange(self) -> Exchanged:
        self.begun += 1
        self.gate.wait(30)
        if self.failing:
            raise SharedSideUnreachable("sqlite:///nowhere")
        return self._office.sharing.exchange()

    def relabelled(self, actor: Actor) -> object:
        return self._office.sharing.relabelled(actor)

    def conflicts(self, actor: Actor) -> object:
        return self._office.sharing.conflicts(actor)


@pytest.fixture
def edge(office: Office) -> Iterator[Edge]:
    made = Edge(office)
    yield made
    made.gate.set()


def test_an_office_on_one_pc_says_and_does_nothing(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.register("1")
    assert not shown(desk)
    assert Lane.SYNC not in desk.window.runner._lanes
    desk.press(Qt.Key.Key_B, CTRL)
    assert desk.shell.sharing is None


def test_what_is_saved_here_is_sent_at_once_and_what_others_do_appears(shared: Shared, desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.until(lambda: words(desk) == IN_STEP)
    desk.register("1")
    desk.until(lambda: desk.office.sharing.state().unsent == 0)
    assert shared.other.sharing.exchange().pulled > 0
    clerk = shared.actor("clerk2")
    assert [visit.number for visit in shared.other.visits.list_day(clerk)] == ["A-001"]
    visit = shared.other.visits.admit(clerk, NewVisit("PASSPORT"), "A").visit
    shared.other.sharing.exchange()
    desk.until(lambda: any(v.id == visit.id for v in desk.counter.waiting.state.mine))
    assert visit.number in desk.counter.queue.words.whole()
    desk.until(lambda: visit.number in desk.shown())
    desk.until(lambda: words(desk) == IN_STEP)


def test_new_services_of_another_counter_can_be_picked(shared: Shared, desk: Desk) -> None:
    desk.sign_in_at_counter()
    admin = shared.actor("admin")
    service = shared.other.admin.catalogue.services(admin)[0]
    shared.other.admin.catalogue.add_service(admin, ServiceForm("드론 신고", service.department_code))
    shared.other.sharing.exchange()
    desk.until(lambda: "드론 신고" in [s.name for s in desk.counter.entry.presenter.picker.services])


def test_offline_everything_works_and_the_indicator_says_since_when_and_why(shared: Shared, desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.until(lambda: words(desk) == IN_STEP)
    shared.cut()
    desk.register("1")
    desk.register("2")
    since = f"{desk.clock.at.astimezone(desk.shell.session.zone):%H:%M}"
    kept = desk.office.sharing.state().unsent_records
    assert kept >= 2
    desk.until(lambda: words(desk) == f"{since}부터 끊김 · {kept}건 보관 중")
    assert desk.shell.status.syncing.property("tone") == "warning"
    assert desk.shown() == ["A-002", "A-001"]
    panel = opened_panel(desk)
    assert "닿지 않습니다" in panel.why.text() or "없습니다" in panel.why.text()
    assert f"{kept}건" in panel.lines["unsent"].text()
    assert "잃는 것은 없습니다" in panel.safe.text()
    shared.heal()
    panel.again.click()
    desk.until(lambda: words(desk) == IN_STEP)
    assert panel.heading.text() == IN_STEP
    assert not panel.why.isVisible()
    assert panel.lines["unsent"].text() == "없음"


def test_a_hung_network_delays_no_save_and_is_told_about(
    shared: Shared, make_desk: MakeDesk, edge: Edge, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(syncing, "_PATIENCE_MS", 50)
    edge.gate.clear()
    desk = make_desk(parts={"sharing": edge})
    desk.write("clerk1")
    desk.enter()
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None and desk.counter.today.presenter.loaded)
    desk.until(lambda: "기다리는 중" in words(desk))
    began = time.monotonic()
    desk.write("1")
    desk.enter()
    desk.until(lambda: desk.shown() == ["A-001"])
    assert time.monotonic() - began < 3
    desk.until(lambda: words(desk).endswith("1건 보관 중"))
    began = time.monotonic()
    desk.close()
    assert time.monotonic() - began < 4
    assert edge.begun == 1


def test_while_it_fails_saves_do_not_hammer_and_a_press_tries_at_once(
    shared: Shared, make_desk: MakeDesk, edge: Edge
) -> None:
    edge.failing = True
    desk = make_desk(parts={"sharing": edge})
    desk.window.syncing.pace = SyncPace(spread=most)
    desk.sign_in_at_counter()
    desk.until(lambda: edge.begun >= 1 and not desk.window.syncing.trying)
    desk.settle()
    before = edge.begun
    desk.register("1")
    desk.register("2")
    desk.settle()
    assert edge.begun <= before + 1
    edge.failing = False
    opened_panel(desk).again.click()
    desk.until(lambda: desk.office.sharing.state().unsent == 0)


def test_another_try_that_fails_too_is_told(shared: Shared, desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.until(lambda: words(desk) == IN_STEP)
    shared.cut()
    desk.register("1")
    desk.until(lambda: "끊김" in words(desk))
    panel = opened_panel(desk)
    assert not panel.tried.isVisible()
    panel.again.setFocus()
    desk.enter()  # it presses the button that has the keys, not the one that closes
    assert panel.isVisible()
    desk.until(lambda: "아직 연결되지 않았습니다" in panel.tried.text())
    shared.heal()
    panel.again.click()
    desk.until(lambda: words(desk) == IN_STEP)
    desk.until(lambda: not panel.tried.isVisible())


def test_a_counter_that_was_taken_out_is_not_promised_that_all_will_be_sent(shared: Shared, desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.until(lambda: words(desk) == IN_STEP)
    by = shared.actor("admin")
    own = next(one for one in shared.other.sharing.counters(by) if one.counter_code == "A")
    shared.other.sharing.remove(by, own.home, datetime.now(UTC).date())
    desk.register("1")
    desk.until(lambda: "공유 멈춤" in words(desk))
    panel = opened_panel(desk)
    assert "관리자가 이 창구를 공유에서 뺐습니다" in panel.why.text()
    assert "저절로" not in panel.safe.text()
    assert "관리자에게" in panel.safe.text()
    assert not panel.again.isVisible()
    assert not panel.lines["key"].isVisible()


def test_it_goes_on_at_the_sign_in_card(shared: Shared, desk: Desk) -> None:
    desk.until(lambda: desk.window.syncing.state.attached)
    clerk = shared.actor("clerk2")
    shared.other.visits.register(clerk, NewVisit("PASSPORT"))
    shared.other.sharing.exchange()
    first = desk.window.syncing.state.last_exchange
    desk.until(lambda: len(desk.stored()) == 1)
    assert first is not None


def test_beginning_elsewhere_is_noticed_at_the_next_sign_in(desk: Desk, tmp_path: Path) -> None:
    desk.sign_in_at_counter()
    assert not shown(desk)
    desk.clock.at = datetime.now(UTC)
    share(desk.office, tmp_path / "share")
    desk.press(Qt.Key.Key_L, CTRL)
    desk.sign_in_at_counter()
    desk.until(lambda: shown(desk) and words(desk) == IN_STEP)


@contextmanager
def twin(home: Home, clock: Callable[[], object], place: Path) -> Iterator[Office]:
    """A copy of the home, as an image of its disk on another PC."""
    shutil.copytree(home.root, place)
    with closing(open_office(Home(place), clock)) as office:  # type: ignore[arg-type]
        yield office


def test_a_new_counter_code_is_told_calmly_and_what_was_typed_is_kept(
    shared: Shared, desk: Desk, tmp_path: Path
) -> None:
    desk.sign_in_at_counter()
    desk.register("1")
    desk.until(lambda: words(desk) == IN_STEP)
    shared.cut()
    desk.until(lambda: "끊김" in words(desk))
    with twin(desk.office.home, desk.clock, tmp_path / "twin") as other:
        desk.register("2")
        shared.heal()
        clerk = other.accounts.sign_in("clerk2", PASSWORD)
        other.visits.register(clerk, NewVisit("PASSPORT"))
        for _ in range(2):
            other.sharing.exchange()
    desk.counter.entry.note.setFocus()
    desk.commit("서류 확인")
    desk.window.syncing.exchange_now()
    desk.until(lambda: desk.window.counter_change.dialog is not None)
    dialog = desk.window.counter_change.dialog
    assert dialog is not None
    code = desk.office.offices.counter().code
    assert code != "A"
    assert code in dialog.windowTitle()
    assert [(one.before, one.after) for one in dialog.model.records] == [("A-002", f"{code}-002")]
    dialog.button.click()
    desk.until(lambda: desk.window.sign_in_view is not None)
    desk.until(lambda: desk.window.doorway.desk is None)
    view = desk.window.sign_in_view
    assert view is not None
    assert view.login.text() == "clerk1"
    desk.until(view.password.hasFocus)
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()
    assert desk.counter.entry.note.text() == "서류 확인"
    assert desk.window.counter_change.dialog is None
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F9)
    desk.settle()
    assert desk.shell.session.signed_in.counter.code == code


def test_an_earlier_day_kept_elsewhere_is_fetched_or_said_to_be_away(
    shared: Shared, make_desk: MakeDesk, edge: Edge
) -> None:
    away = threading.Event()
    away.set()

    def fetch_day(actor: Actor, day: object) -> bool:
        if away.is_set():
            raise DayNotHere(day)  # type: ignore[arg-type]
        return True

    edge.fetch_day = fetch_day  # type: ignore[attr-defined]
    desk = make_desk(parts={"sharing": edge})
    desk.sign_in_at_counter()
    today = desk.counter.today
    desk.press(Qt.Key.Key_Left, ALT)
    desk.settle()
    assert not today.elsewhere.isVisible()
    first = today.presenter.today
    desk.clock.pass_by(days=60)
    today.presenter.reload()
    desk.until(lambda: (today.presenter.today - first).days == 60)
    today.presenter.open_day(first + timedelta(days=28))
    desk.until(lambda: today.presenter.days.elsewhere.missing == 1)
    assert "공유 서버" in today.elsewhere.words.text()
    assert today.empty.heading.text() == "이 PC에는 이날의 기록이 없습니다"
    away.clear()
    today.elsewhere.again.click()
    desk.until(lambda: not today.presenter.days.elsewhere)
    desk.settle()
    assert not today.elsewhere.isVisible()
    assert today.empty.heading.text() == "이날은 접수가 없습니다"


def most(_low: float, high: float) -> float:
    return high


def least(low: float, _high: float) -> float:
    return low


@pytest.mark.parametrize(
    ("kind", "counters", "in_use", "failures", "seconds"),
    [
        ("postgresql", 500, True, 0, 0.5),
        ("postgresql", 500, False, 0, 5.0),
        ("sqlite", 3, True, 0, 2.0),
        ("sqlite", 30, True, 0, 6.0),
        ("sqlite", 3, False, 0, 5.0),
        ("postgresql", 1, True, 1, 1.6),
        ("postgresql", 1, True, 4, 12.8),
        ("postgresql", 1, True, 99, 48.0),
    ],
)
def test_the_pace(kind: str, counters: int, in_use: bool, failures: int, seconds: float) -> None:
    pace = SyncPace(spread=least)
    assert pace.seconds(kind, counters, in_use=in_use, failures=failures) == pytest.approx(seconds)
    assert SyncPace(spread=most).seconds(kind, counters, in_use=in_use, failures=failures) <= 60
