"""Away and back, the lock that comes by itself, and what is written about it."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QMenu, QWidget

from app.domain.actors import Role
from app.ui.away.cover import CoverView
from app.ui.away.idle import steady_seconds
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import CTRL, Desk, MakeDesk, slips_in
from tests.ui.test_change_of_clerk import take
from tests.ui.test_failing_saves import full_disk

LOCK_SECONDS = 600


class Stopwatch:
    """Seconds that pass when the test says so."""

    def __init__(self) -> None:
        self.at = 1_000.0

    def __call__(self) -> float:
        return self.at


@pytest.fixture
def stopwatch(desk: Desk) -> Stopwatch:
    watch = Stopwatch()
    desk.window.doorway.idle.clock = watch
    desk.window.doorway.idle.timer.setInterval(10)
    return watch


def cover(desk: Desk) -> CoverView:
    page = desk.window.doorway.cover
    assert page is not None
    return page


def come_back(desk: Desk, password: str = PASSWORD) -> None:
    desk.write(password)
    desk.enter()
    desk.until(lambda: desk.window.doorway.cover is None)
    desk.settle()


def presence_rows(desk: Desk) -> list[tuple[str, str]]:
    """Who and what, from the access log, without what other work wrote."""
    rows = stored(desk.office.home, "SELECT login, action FROM audit WHERE entity = 'person' ORDER BY n")
    return [(login, action) for login, action in rows if not action.startswith("add")]


def readable(desk: Desk) -> str:
    """Everything that can be read on the window and beside it."""
    windows = [w for w in QApplication.topLevelWidgets() if w.isVisible()]
    labels = [label for window in windows for label in window.findChildren(QLabel) if label.isVisible()]
    return "\n".join(label.text() for label in labels)


def test_one_key_covers_the_window_and_the_password_brings_everything_back(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("4")
    desk.write("1")
    counter.entry.note.setFocus()
    desk.commit("위임장 ")
    desk.compose("확")
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert cover(desk).words.text() == "자리 비움 · 김하늘 · 10:00부터"
    assert not counter.isVisible()
    assert "A-001" not in readable(desk)
    assert "여권" not in readable(desk)
    assert QApplication.focusWidget() is cover(desk).password
    come_back(desk)
    assert counter.isVisible()
    assert counter.entry.note.text() == "위임장 확"
    assert QApplication.focusWidget() is counter.entry.note
    assert presence_rows(desk)[-2:] == [("clerk1", "away"), ("clerk1", "back")]
    desk.enter()
    desk.settle()
    assert [visit.number for visit in desk.stored()] == ["A-001", "A-002"]


def test_the_picked_service_is_still_selected_so_that_the_next_key_replaces_it(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    picked = counter.entry.service.selectedText()
    assert picked
    desk.press(Qt.Key.Key_F12)
    come_back(desk)
    assert counter.entry.service.selectedText() == picked


def test_the_screen_locks_itself_when_nobody_touches_it(desk: Desk, stopwatch: Stopwatch) -> None:
    counter = desk.sign_in_at_counter()
    stopwatch.at += LOCK_SECONDS - 1
    desk.write("4")  # a key counts from anew
    stopwatch.at += LOCK_SECONDS - 1
    desk.bot.wait(60)
    assert desk.window.doorway.cover is None
    stopwatch.at += 1
    desk.until(lambda: desk.window.doorway.cover is not None)
    desk.settle()
    assert cover(desk).words.text() == "화면 잠김 · 김하늘 · 10:00부터"
    come_back(desk)
    assert counter.entry.service.text()
    assert presence_rows(desk)[-2:] == [("clerk1", "locked"), ("clerk1", "unlocked")]


def test_the_first_key_after_a_long_sleep_does_not_reach_the_screen(desk: Desk, stopwatch: Stopwatch) -> None:
    counter = desk.sign_in_at_counter()
    desk.window.doorway.idle.timer.setInterval(3_600_000)
    stopwatch.at += 8 * 3600
    desk.write("4")
    assert desk.window.doorway.cover is not None
    assert counter.entry.service.text() == ""
    desk.settle()


def test_the_clock_of_idleness_goes_forward_only() -> None:
    first = steady_seconds()
    assert steady_seconds() >= first > 0


def test_a_wrong_password_is_said_and_written_down_and_five_lock_the_account(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F12)
    desk.enter()
    assert cover(desk).notice.words.text() == "비밀번호를 입력해 주세요."
    for _ in range(5):
        desk.write("wrong")
        desk.enter()
        desk.settle()
        assert desk.window.doorway.cover is not None
    assert cover(desk).notice.words.text().startswith("아이디나 비밀번호가 맞지 않습니다.")
    assert presence_rows(desk)[-5:] == [("clerk1", "back_refused")] * 5
    desk.write(PASSWORD)
    desk.enter()
    desk.settle()
    assert cover(desk).notice.words.text().startswith("비밀번호를 여러 번 틀려 계정이 잠겼습니다.")
    desk.clock.pass_by(minutes=6)
    come_back(desk)
    assert desk.counter.isVisible()


@pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)
def test_dialogs_and_menus_are_hidden_too_and_dialogs_come_back(desk: Desk, stopwatch: Stopwatch) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F1)
    keys = desk.shell.keys
    assert keys is not None
    assert keys.isVisible()
    desk.press(Qt.Key.Key_F12)  # works in a dialog as well
    assert not keys.isVisible()
    come_back(desk)
    desk.until(keys.isVisible)
    assert keys.isModal()
    desk.press(Qt.Key.Key_Escape)
    menu = QMenu(desk.counter)
    menu.addAction("A-001")
    menu.popup(desk.window.mapToGlobal(desk.window.rect().center()))
    desk.until(menu.isVisible)
    stopwatch.at += LOCK_SECONDS
    desk.until(lambda: desk.window.doorway.cover is not None)
    assert not menu.isVisible()
    desk.window.unexpected.report(RuntimeError())
    late = desk.window.unexpected.dialog
    assert late is not None
    desk.until(lambda: not late.isVisible())
    come_back(desk)
    desk.until(late.isVisible)
    late.buttons[0].click()


def test_a_slip_under_way_is_printed_behind_the_cover(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("4")
    desk.enter()
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert desk.window.doorway.cover is not None
    assert len(slips_in(desk.office.home.root)) == 1
    come_back(desk)


def test_the_cover_stands_also_when_the_log_cannot_be_written(desk: Desk) -> None:
    desk.sign_in_at_counter()
    with full_disk():
        desk.press(Qt.Key.Key_F12)
        desk.settle()
    assert cover(desk).words.text() == "자리 비움 · 김하늘"
    come_back(desk)


def test_nobody_signed_in_means_nothing_to_lock(desk: Desk, stopwatch: Stopwatch) -> None:
    stopwatch.at += LOCK_SECONDS * 2
    desk.press(Qt.Key.Key_F12)
    desk.bot.wait(40)
    assert desk.window.sign_in_view is not None
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_L, CTRL)
    stopwatch.at += LOCK_SECONDS * 2
    desk.bot.wait(40)
    assert desk.window.sign_in_view is not None


def test_a_role_that_changed_meanwhile_gets_its_own_screens(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    stored(desk.office.home, "UPDATE person SET role = 'supervisor' WHERE login = 'clerk1'")
    come_back(desk)
    assert ScreenName.DAILY_SHEET in [place.name for place in desk.shell.navigation.places]


@pytest.mark.parametrize("put_aside", [False, True])
def test_a_new_name_loses_nothing_and_is_shown_when_nothing_is_begun_any_more(desk: Desk, put_aside: bool) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    with full_disk():
        desk.enter()
        desk.settle()
    desk.write("1")
    counter.entry.note.setFocus()
    desk.commit("위임장")
    leave(desk, put_aside)
    admin = desk.office.accounts.sign_in("admin", PASSWORD)
    desk.office.admin.people.change(admin, "clerk1", name="김하늘빛")
    back(desk, put_aside)
    assert desk.counter is counter
    assert len(counter.entry.presenter.unsaved) == 1
    assert counter.entry.note.text() == "위임장"
    assert desk.window.windowTitle() == "민원데스크 · 김하늘빛"
    desk.enter()
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert [visit.note for visit in desk.stored()] in (["위임장", ""], ["", "위임장"])
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    assert "김하늘빛" in cover(desk).words.text()
    come_back(desk)
    assert desk.shell.session.actor.name == "김하늘빛"
    assert "김하늘빛" in desk.shell.status.left.text()


@pytest.mark.parametrize("put_aside", [False, True])
def test_a_role_that_changed_meanwhile_is_said_before_anything_begun_goes(desk: Desk, put_aside: bool) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    with full_disk():
        desk.enter()
        desk.settle()
    desk.write("1")
    counter.entry.note.setFocus()
    desk.commit("위임장")
    leave(desk, put_aside)
    admin = desk.office.accounts.sign_in("admin", PASSWORD)
    desk.office.admin.people.change(admin, "clerk1", role=Role.SUPERVISOR)
    for _ in range(2):  # also when its owner goes away once more in front of it
        back(desk, put_aside)
        said = desk.window.account_end.dialog
        assert said is not None
        assert said.isVisible()
        assert "저장하지 못한 접수 1건, 입력 중인 내용" in said.sentence.text()
        assert counter.isVisible()
        assert (len(counter.entry.presenter.unsaved), counter.entry.note.text()) == (1, "위임장")
        desk.press(Qt.Key.Key_Escape)
        assert said.isVisible()
        leave(desk, put_aside)
    back(desk, put_aside)
    desk.enter()
    desk.settle()
    assert desk.window.account_end.dialog is None
    assert desk.shell.session.actor.role is Role.SUPERVISOR
    assert ScreenName.DAILY_SHEET in [place.name for place in desk.shell.navigation.places]
    assert desk.counter.entry.note.text() == ""
    assert QApplication.activeModalWidget() is None


def leave(desk: Desk, put_aside: bool) -> None:
    """Go away, or give the window to somebody else."""
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    if put_aside:
        take(desk, "0", "clerk2")


def back(desk: Desk, put_aside: bool) -> None:
    if put_aside:
        take(desk, "0", "clerk1")
    else:
        come_back(desk)


def hidden_pages(desk: Desk) -> list[QWidget | None]:
    pages = desk.window.doorway.pages
    return [pages.widget(number) for number in range(pages.count())]


def test_nothing_piles_up_when_going_away_often(desk: Desk) -> None:
    desk.sign_in_at_counter()
    for _ in range(3):
        desk.press(Qt.Key.Key_F12)
        come_back(desk)
    assert hidden_pages(desk) == [desk.shell]


def test_a_temporary_password_opens_the_cover_only_to_choose_an_own_one(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    stored(desk.office.home, "UPDATE person SET must_change = 1 WHERE login = 'clerk1'")
    desk.write(PASSWORD)
    desk.enter()
    desk.settle()
    dialog = cover(desk).dialog
    assert dialog is not None
    assert dialog.isVisible()
    for _ in range(2):
        desk.write("another word")
        desk.enter()
    desk.until(lambda: desk.window.doorway.cover is None)
    desk.settle()
    assert counter.isVisible()
    assert counter.entry.service.text()


def test_an_account_withdrawn_behind_the_cover_is_said_there(desk: Desk, stopwatch: Stopwatch) -> None:
    counter = desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F12)
    desk.settle()
    stored(desk.office.home, "UPDATE person SET retired_at = '2026-11-20T00:00:00+00:00' WHERE login = 'clerk1'")
    counter.today.presenter.reload()
    desk.settle()
    assert desk.window.account_end.dialog is None
    desk.write(PASSWORD)
    desk.enter()
    desk.settle()
    assert "회수" in cover(desk).notice.words.text()
    assert not counter.isVisible()
