"""Another person at the same window, in two keys; what the one before had begun is kept, and shown to nobody else."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.config.settings import load_settings
from app.domain.actors import Role
from app.domain.languages import ScreenLanguage
from app.ui.away.change import ChangeView
from app.ui.shared.dialogs import CalmDialog
from app.ui.shell.desks import KEPT_AT_MOST
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk
from tests.ui.test_failing_saves import full_disk


def picking(desk: Desk) -> ChangeView:
    page = desk.window.doorway.change
    assert page is not None
    return page


def names(desk: Desk) -> list[str]:
    return [button.text() for button in picking(desk).buttons.buttons()]


def take(desk: Desk, digit: str, login: str, password: str = PASSWORD) -> None:
    """F10, a digit, the password."""
    desk.press(Qt.Key.Key_F10)
    desk.write(digit)
    if digit == "0":
        desk.write(login)
        desk.enter()
    desk.write(password)
    desk.enter()
    desk.until(lambda: desk.window.doorway.desk is not None and desk.window.doorway.desk.login == login)
    desk.settle()


def question(desk: Desk) -> CalmDialog:
    asked = desk.window.question
    assert asked is not None
    assert asked.isVisible()
    return asked


def test_two_keys_lead_to_the_password_and_everything_begun_comes_back(desk: Desk) -> None:
    first = desk.sign_in_at_counter()
    desk.write("4")
    first.entry.note.setFocus()
    desk.commit("서류 ")
    desk.compose("확")
    take(desk, "0", "clerk2")
    second = desk.counter
    assert second is not first
    assert not first.isVisible()
    assert second.entry.note.text() == second.entry.service.text() == ""
    assert desk.shell.session.actor.login == "clerk2"
    desk.write("1")
    desk.press(Qt.Key.Key_F10)
    assert names(desk)[:1] == ["1   김하늘  ·  하던 일 보관 중"]
    desk.write("1")
    assert QApplication.focusWidget() is picking(desk).password
    desk.write(PASSWORD)
    desk.enter()
    desk.until(lambda: desk.window.shell is not None and desk.counter is first)
    desk.settle()
    assert first.entry.note.text() == "서류 확"
    assert QApplication.focusWidget() is first.entry.note
    desk.enter()
    desk.settle()
    assert [(v.number, v.note) for v in desk.stored()] == [("A-001", "서류 확")]
    written = stored(desk.office.home, "SELECT login FROM audit WHERE action = 'set_aside' ORDER BY n")
    assert written == [("clerk1",), ("clerk2",)]


def test_visits_that_could_not_be_saved_wait_for_their_owner(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("4")
    with full_disk():
        desk.enter()
        desk.settle()
    take(desk, "0", "clerk2")
    assert desk.counter.entry.presenter.unsaved == ()
    take(desk, "1", "clerk1")
    assert len(desk.counter.entry.presenter.unsaved) == 1
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert len(desk.stored()) == 1


def test_escape_changes_nobody(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    desk.press(Qt.Key.Key_F10)
    desk.write("0")
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.doorway.change is None
    assert counter.isVisible()
    assert counter.entry.service.text()
    assert QApplication.focusWidget() is counter.entry.service


def test_a_wrong_password_leaves_the_window_to_nobody_else(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F10)
    desk.write("0")
    desk.write("clerk2")
    desk.enter()
    desk.write("wrong")
    desk.enter()
    desk.settle()
    assert picking(desk).notice.words.text().startswith("아이디나 비밀번호가 맞지 않습니다.")
    assert desk.shell.session.actor.login == "clerk1"


def test_a_locked_window_can_be_taken_by_another_and_stays_locked_for_others(desk: Desk) -> None:
    first = desk.sign_in_at_counter()
    desk.write("4")
    desk.press(Qt.Key.Key_F12)
    desk.press(Qt.Key.Key_F10)
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.doorway.cover is not None
    assert not first.isVisible()
    take(desk, "0", "clerk2")
    assert desk.counter is not first
    take(desk, "1", "clerk1")
    assert desk.counter is first
    assert first.entry.service.text()
    assert desk.window.doorway.cover is None


def test_the_names_are_remembered_and_offered_on_the_sign_in_card(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in_at_counter()
    take(desk, "0", "supervisor1")
    desk.press(Qt.Key.Key_L, CTRL)
    assert load_settings(desk.office.home.settings).recent == ("supervisor1", "clerk1")
    desk.close()
    later = make_desk(recent=("supervisor1", "clerk1", "gone"))
    later.settle()
    card = later.window.sign_in_view
    assert card is not None
    later.until(lambda: [chip.text() for chip in card.recent.buttons.buttons()] == ["1 최은영", "2 김하늘"])
    later.press(Qt.Key.Key_2, ALT)
    assert QApplication.focusWidget() is card.password
    later.write(PASSWORD)
    later.enter()
    later.until(lambda: later.window.shell is not None)
    later.settle()
    assert later.shell.session.actor.login == "clerk1"


def test_signing_out_warns_before_a_visit_is_lost(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.write("4")
    with full_disk():
        desk.enter()
        desk.settle()
    desk.press(Qt.Key.Key_L, CTRL)
    said = question(desk).sentence.text()
    assert "저장하지 못한 접수 1건" in said
    desk.enter()  # the safe answer
    assert desk.counter is counter
    desk.press(Qt.Key.Key_L, CTRL)
    desk.press(Qt.Key.Key_Escape)
    assert desk.counter is counter
    desk.press(Qt.Key.Key_L, CTRL)
    desk.press(Qt.Key.Key_Tab)
    question(desk).buttons[1].setFocus()
    desk.press(Qt.Key.Key_Space)
    desk.until(lambda: desk.window.sign_in_view is not None)


def test_closing_names_everybody_whose_input_would_be_lost(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.write("4")
    with full_disk():
        desk.enter()
        desk.settle()
    take(desk, "0", "clerk2")
    desk.counter.entry.note.setFocus()
    desk.commit("메모")
    desk.window.close()
    assert desk.window.isVisible()
    said = question(desk).sentence.text()
    assert "김하늘: 저장하지 못한 접수 1건" in said
    assert ": 입력 중인 내용" in said
    desk.press(Qt.Key.Key_Escape)
    assert desk.window.isVisible()
    desk.press(Qt.Key.Key_F12)
    desk.window.close()
    assert question(desk).isVisible()
    question(desk).buttons[1].click()
    assert not desk.window.isVisible()


def test_at_most_six_are_kept_and_nothing_begun_is_thrown_away_for_room(desk: Desk) -> None:
    for number in range(KEPT_AT_MOST + 2):
        add_clerk(desk, number)
    desk.sign_in("c0")
    for number in range(1, KEPT_AT_MOST + 1):
        assert desk.focus() is desk.counter.entry.service
        desk.write("4")
        take(desk, "0", f"c{number}")
    assert len(list(desk.window.doorway.kept)) == KEPT_AT_MOST
    desk.write("4")
    desk.press(Qt.Key.Key_F10)
    desk.write("0")
    assert picking(desk).notice.words.text().startswith("입력 중인 내용을 이미 여러 명 보관하고 있어")
    assert picking(desk).pages.currentIndex() == 0
    desk.write("1")  # somebody whose desk is kept may come back
    assert QApplication.focusWidget() is picking(desk).password
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_Escape)  # clears the form: now this desk needs no room
    take(desk, "0", f"c{KEPT_AT_MOST + 1}")
    assert len(desk.window.doorway.kept.unfinished()) == KEPT_AT_MOST


def add_clerk(desk: Desk, number: int) -> None:
    stored(
        desk.office.home,
        "INSERT INTO person (login, name, role, password_hash, failures, must_change, version) "
        "SELECT ?, ?, ?, password_hash, 0, 0, 1 FROM person WHERE login = 'clerk1'",
        (f"c{number}", f"직원{number}", Role.CLERK.value),
    )


def test_another_language_waits_for_what_is_begun(desk: Desk) -> None:
    first = desk.sign_in_at_counter()
    desk.write("4")
    take(desk, "0", "clerk2")
    desk.window.store.keep(desk.window.store.settings.__class__(language=ScreenLanguage.EN, printer="files"))
    assert desk.shell.navigation.places[0].words == "Register"
    take(desk, "1", "clerk1")
    assert desk.counter is first
    assert first.entry.service.text()
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F9)
    assert desk.shell.navigation.places[0].words == "Register"
    desk.settle()
