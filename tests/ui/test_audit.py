"""What only the audit officer does: make the key, read the sealed answers."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.bootstrap import desk_parts, found_home, open_office
from app.config.paths import Home, resources
from app.config.settings import DeskSettings
from app.domain.sealed import SealedEntry
from app.services.founding import sample_office
from app.ui.sealed_answers.view import SealedAnswersView
from app.ui.shared.places import ScreenName
from app.ui.shell.window import MainWindow
from tests.support.offices import PASSPHRASE, PASSWORD, SetClock
from tests.ui.conftest import Desk
from tests.ui.survey_answers import answer


def open_screen(desk: Desk) -> SealedAnswersView:
    desk.sign_in("auditor1")
    desk.press(Qt.Key.Key_F7)
    return desk.screen(ScreenName.SEALED_ANSWERS, SealedAnswersView)


def unlock(desk: Desk, passphrase: str = PASSPHRASE) -> None:
    desk.write(passphrase)
    desk.enter()
    desk.settle()


def test_the_passphrase_opens_a_plain_list_with_troubles_first(desk: Desk) -> None:
    answer(desk.office)
    answer(desk.office, ("ASKED", "FAVOUR"), "봉투를 요구했습니다.\n3번 창구")
    answer(desk.office)
    screen = open_screen(desk)
    assert screen.pages.currentIndex() == 0
    unlock(desk)
    assert screen.count.text() == "1건 · 모두 3건"
    cells = [screen.model.index(0, column).data() for column in range(4)]
    assert cells == [
        "2026-11-20",
        cells[1],
        "금품·선물·식사·편의를 요구받음, 특정인에 대한 특혜나 청탁",
        "봉투를 요구했습니다. 3번 창구",
    ]
    assert screen.whole.toPlainText().endswith("봉투를 요구했습니다.\n3번 창구")
    screen.only.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert screen.count.text() == "3건 · 모두 3건"
    assert [screen.model.index(line, 2).data() for line in range(1, 3)] == ["없음", "없음"]


def test_a_wrong_passphrase_shows_nothing(desk: Desk) -> None:
    answer(desk.office, ("GAVE",))
    screen = open_screen(desk)
    unlock(desk, "not the passphrase")
    assert screen.notice.words.text().startswith("열쇠 암호가 맞지 않습니다. 아무것도 열지 않았습니다.")
    assert screen.model.records == ()
    assert QApplication.focusWidget() is screen.passphrase
    unlock(desk)
    assert len(screen.model.records) == 1


def test_leaving_the_screen_forgets_everything(desk: Desk) -> None:
    answer(desk.office, ("GAVE",), "적은 글")
    screen = open_screen(desk)
    unlock(desk)
    assert screen.model.records
    desk.press(Qt.Key.Key_F6)
    assert screen.model.records == ()
    assert screen.presenter.total == 0
    assert screen.whole.toPlainText() == ""
    desk.press(Qt.Key.Key_F7)
    assert screen.pages.currentIndex() == 0
    desk.settle()


def test_escape_locks_again(desk: Desk) -> None:
    answer(desk.office, ("GAVE",))
    screen = open_screen(desk)
    unlock(desk)
    desk.press(Qt.Key.Key_Escape)
    assert screen.presenter.total == 0
    assert screen.pages.currentIndex() == 0


def test_answers_that_come_after_leaving_are_dropped(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    release = threading.Event()
    read = desk.office.sealed.list

    def slow(*given: object) -> tuple[SealedEntry, ...]:
        release.wait(30)
        return read(*given)  # type: ignore[arg-type]

    monkeypatch.setattr(desk.office.sealed, "list", slow)
    answer(desk.office, ("GAVE",))
    screen = open_screen(desk)
    desk.write(PASSPHRASE)
    desk.enter()
    desk.press(Qt.Key.Key_F9)
    release.set()
    desk.settle()
    assert screen.presenter.total == 0
    assert screen.model.records == ()


def test_nothing_reported_yet(desk: Desk) -> None:
    screen = open_screen(desk)
    unlock(desk)
    assert screen.empty.heading.text() == "보여 줄 답이 없습니다"


@pytest.fixture
def fresh(qtbot: QtBot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Desk]:
    """A home whose audit officer has made no key yet."""
    home = Home(tmp_path_factory.mktemp("fresh") / "home")
    found_home(home, sample_office(resources() / "sample"), PASSWORD)
    clock = SetClock()
    office = open_office(home, clock)
    settings = DeskSettings(printer="files")
    window = MainWindow(desk_parts(office), settings)
    desk = Desk(qtbot, office, clock, desk_parts(office), settings, window)
    with qtbot.waitActive(window):
        window.show()
    yield desk
    desk.close()
    office.close()


def test_the_first_sign_in_makes_the_key(fresh: Desk) -> None:
    fresh.sign_in("auditor1")
    dialog = fresh.window.audit_key
    assert dialog is not None
    assert dialog.isVisible()
    for first, second, says in (
        ("short", "short", "열쇠 암호가 짧습니다. 열쇠를 만들지 않았습니다. 8자 이상으로 정해 주세요."),
        ("long enough", "long enougH", "두 번 입력한 암호가 서로 다릅니다."),
    ):
        dialog.first.setFocus()
        dialog.first.selectAll()
        fresh.write(first)
        fresh.enter()
        fresh.write(second)
        fresh.enter()
        fresh.settle()
        assert dialog.notice.words.text().startswith(says)
    dialog.first.selectAll()
    fresh.write("long enough")
    dialog.second.setFocus()
    dialog.second.selectAll()
    fresh.write("long enough")
    fresh.enter()
    fresh.until(lambda: not dialog.isVisible())
    auditor = fresh.office.accounts.sign_in("auditor1", PASSWORD)
    assert fresh.office.audit_keys.exists(auditor)
    assert dialog.first.text() == dialog.second.text() == ""


def test_the_key_can_wait_until_the_next_sign_in(fresh: Desk) -> None:
    fresh.sign_in("auditor1")
    dialog = fresh.window.audit_key
    assert dialog is not None
    fresh.press(Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    fresh.press(Qt.Key.Key_F7)
    screen = fresh.screen(ScreenName.SEALED_ANSWERS, SealedAnswersView)
    unlock(fresh)
    assert screen.notice.words.text().startswith("감사담당관의 열쇠가 아직 없어 봉인된 답도 없습니다.")


def test_the_passphrase_may_not_be_the_password(fresh: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.services.audit_keys.PASSPHRASE_MINIMUM", 4)
    monkeypatch.setattr("app.ui.audit_key.presenter.PASSPHRASE_MINIMUM", 4)
    fresh.sign_in("auditor1")
    dialog = fresh.window.audit_key
    assert dialog is not None
    fresh.write(PASSWORD)
    fresh.enter()
    fresh.write(PASSWORD)
    fresh.enter()
    fresh.settle()
    assert dialog.notice.words.text().startswith("열쇠 암호가 로그인 비밀번호와 같습니다.")
