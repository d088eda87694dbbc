"""Signing in and out, and who sees what."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config.settings import load_settings
from app.domain.languages import ScreenLanguage
from app.ui.shared.places import ScreenName
from app.ui.sign_in.view import SignInView
from tests.support.offices import PASSWORD
from tests.ui.conftest import CTRL, Desk


def card(desk: Desk) -> SignInView:
    view = desk.window.sign_in_view
    assert view is not None
    return view


def test_a_wrong_password_says_what_to_check_and_lets_type_again(desk: Desk) -> None:
    desk.write("clerk1")
    desk.enter()
    desk.write("wrong")
    desk.enter()
    desk.until(card(desk).notice.isVisible)
    assert card(desk).notice.words.text() == (
        "아이디나 비밀번호가 맞지 않습니다. 한/영 키와 Caps Lock을 확인하고 다시 입력해 주세요."
    )
    assert QApplication.focusWidget() is card(desk).password
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()


def test_an_unknown_login_says_the_same(desk: Desk) -> None:
    desk.write("nobody")
    desk.enter()
    desk.write(PASSWORD)
    desk.enter()
    desk.until(card(desk).notice.isVisible)
    assert card(desk).notice.words.text().startswith("아이디나 비밀번호가 맞지 않습니다.")


def test_after_five_failures_the_account_rests(desk: Desk) -> None:
    desk.write("clerk1")
    for _ in range(6):
        card(desk).password.setFocus()
        card(desk).password.selectAll()
        desk.write("wrong")
        desk.enter()
        desk.settle()
    said = card(desk).notice.words.text()
    assert said.startswith("비밀번호를 여러 번 틀려 계정이 잠겼습니다. 기록은 그대로 있습니다. ")
    desk.clock.pass_by(minutes=6)
    card(desk).password.selectAll()
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()


def test_nothing_typed_is_said_at_once(desk: Desk) -> None:
    card(desk).password.setFocus()
    desk.enter()
    assert card(desk).notice.words.text() == "아이디와 비밀번호를 모두 입력해 주세요."


def test_the_language_is_chosen_with_the_keyboard_and_remembered(desk: Desk) -> None:
    desk.write("clerk1")
    english = next(chip for chip in card(desk)._languages.buttons() if chip.text() == "English")
    english.setFocus()
    desk.press(Qt.Key.Key_Space)
    assert card(desk).enter.text().startswith("Sign in")
    assert card(desk).login.text() == "clerk1"
    assert load_settings(desk.office.home.settings).language is ScreenLanguage.EN
    card(desk).password.setFocus()
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()
    words = [place.words for place in desk.shell.navigation.places]
    assert (words[0], words[-1]) == ("Register", "Settings")


@pytest.mark.parametrize(
    ("login", "screens"),
    [
        (
            "clerk1",
            [
                ScreenName.COUNTER,
                ScreenName.RECEPTION,
                ScreenName.FINDER,
                ScreenName.CASEWORK,
                ScreenName.SETTINGS,
            ],
        ),
        (
            "consultant1",
            [
                ScreenName.FINDER,
                ScreenName.COUNTER,
                ScreenName.RECEPTION,
                ScreenName.CASEWORK,
                ScreenName.SETTINGS,
            ],
        ),
        (
            "supervisor1",
            [
                ScreenName.COUNTER,
                ScreenName.RECEPTION,
                ScreenName.FINDER,
                ScreenName.DAILY_SHEET,
                ScreenName.CASEWORK,
                ScreenName.INTEGRITY,
                ScreenName.SETTINGS,
            ],
        ),
        (
            "auditor1",
            [
                ScreenName.DAILY_SHEET,
                ScreenName.SEALED_ANSWERS,
                ScreenName.CASEWORK,
                ScreenName.INTEGRITY,
                ScreenName.SETTINGS,
            ],
        ),
        ("admin", [ScreenName.OFFICE, ScreenName.SETTINGS]),
    ],
)
def test_each_role_has_its_screens_and_no_others(desk: Desk, login: str, screens: list[ScreenName]) -> None:
    desk.sign_in(login)
    assert [place.name for place in desk.shell.navigation.places] == screens
    assert desk.shell.current is screens[0]
    every = (
        Qt.Key.Key_F2,
        Qt.Key.Key_F3,
        Qt.Key.Key_F4,
        Qt.Key.Key_F6,
        Qt.Key.Key_F7,
        Qt.Key.Key_F8,
        Qt.Key.Key_F11,
        Qt.Key.Key_F9,
    )
    for key in every:
        desk.press(key)
        assert desk.shell.current in screens
    assert desk.shell.current is ScreenName.SETTINGS
    desk.settle()


@pytest.mark.parametrize(
    ("login", "key"),
    [
        ("clerk1", Qt.Key.Key_F7),
        ("consultant1", Qt.Key.Key_F7),
        ("supervisor1", Qt.Key.Key_F7),
        ("auditor1", Qt.Key.Key_F8),
    ],
)
def test_cases_have_a_key_of_their_own(desk: Desk, login: str, key: Qt.Key) -> None:
    desk.sign_in(login)
    desk.press(key)
    desk.settle()
    assert desk.shell.current is ScreenName.CASEWORK


def test_signing_out_brings_the_card_back_empty(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_L, CTRL)
    assert card(desk).login.text() == card(desk).password.text() == ""
    desk.sign_in("supervisor1")
    assert desk.shell.status.left.text().endswith("최은영")


def test_f1_lists_the_keys_and_escape_closes_it(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F1)
    keys = desk.shell.keys
    assert keys is not None
    assert keys.isVisible()
    desk.press(Qt.Key.Key_Escape)
    assert not keys.isVisible()
    desk.press(Qt.Key.Key_F1)
    assert keys.isVisible()
    desk.press(Qt.Key.Key_Escape)
