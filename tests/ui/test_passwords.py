"""Temporary passwords, one's own, the code on paper, and an account that ends while its window is open."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor, Role
from app.ui.shared.dialogs import CalmDialog
from app.ui.sign_in.password_dialogs import FirstPasswordDialog, OwnPasswordDialog, RecoveryDialog
from tests.support.offices import PASSWORD
from tests.ui.conftest import CTRL, Desk

OWN = "ownwords"


@pytest.fixture
def admin(desk: Desk) -> Actor:
    return desk.office.accounts.sign_in("admin", PASSWORD)


def ended(desk: Desk) -> CalmDialog:
    """Register what is typed; any call of the window may be the first that is refused."""
    if desk.window.account_end.dialog is None:
        desk.enter()
    desk.until(lambda: desk.window.account_end.dialog is not None)
    desk.settle()
    dialog = desk.window.account_end.dialog
    assert dialog is not None
    return dialog


def test_a_temporary_password_leads_to_an_own_one_and_nowhere_else(desk: Desk, admin: Actor) -> None:
    password = desk.office.admin.people.reset_password(admin, "clerk1").password
    desk.write("clerk1")
    desk.enter()
    desk.commit(password)
    desk.enter()
    desk.settle()
    assert desk.window.shell is None
    view = desk.window.sign_in_view
    assert view is not None
    dialog = view.dialog
    assert isinstance(dialog, FirstPasswordDialog)
    desk.write(OWN)
    desk.enter()
    desk.write("other")
    desk.enter()
    desk.settle()
    assert "서로 다릅니다" in dialog.notice.words.text()
    dialog.again.setText(OWN)
    dialog.save.click()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()
    assert desk.shell.session.actor.login == "clerk1"
    assert desk.office.accounts.sign_in("clerk1", OWN).login == "clerk1"


def test_everybody_can_change_their_own(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_K, CTRL)
    dialog = desk.shell.password
    assert isinstance(dialog, OwnPasswordDialog)
    for text in ("wrong", OWN, OWN):
        desk.write(text)
        desk.enter()
    desk.settle()
    assert "지금 비밀번호가 맞지 않습니다" in dialog.notice.words.text()
    dialog.present.setText(PASSWORD)
    dialog.save.click()
    desk.settle()
    assert not dialog.isVisible()
    assert dialog.new.text() == ""
    assert desk.office.accounts.sign_in("clerk1", OWN).login == "clerk1"


def test_the_paper_lets_an_administrator_in(desk: Desk, admin: Actor) -> None:
    code = desk.office.admin.recovery.make(admin)
    view = desk.window.sign_in_view
    assert view is not None
    view.recover.click()
    dialog = view.dialog
    assert isinstance(dialog, RecoveryDialog)
    for text in ("admin", "ABCD", OWN, OWN):
        desk.write(text)
        desk.enter()
    desk.settle()
    assert "복구 코드가 맞지 않습니다" in dialog.notice.words.text()
    dialog.code.setText(code.lower())
    dialog.save.click()
    desk.settle()
    assert view.once is not None
    assert view.once.secret_text != code
    assert desk.window.shell is None  # the next code is written down first
    view.once.finish.click()
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()
    assert desk.shell.session.actor.login == "admin"


def test_an_account_withdrawn_while_its_window_is_open(desk: Desk, admin: Actor) -> None:
    desk.sign_in_at_counter()
    desk.write("2")
    desk.office.admin.people.withdraw(admin, "clerk1")
    dialog = ended(desk)
    assert "회수" in dialog.sentence.text()
    assert "적던 내용" in dialog.sentence.text()  # the visit that was begun is still in sight
    assert desk.shell.unfinished()
    assert desk.office.visits.list_day(desk.office.accounts.sign_in("clerk2", PASSWORD)) == ()
    dialog.buttons[0].click()
    desk.settle()
    assert desk.window.shell is None
    assert desk.window.sign_in_view is not None


def test_another_role_ends_the_window_too(desk: Desk, admin: Actor) -> None:
    desk.sign_in_at_counter()
    desk.write("2")
    desk.office.admin.people.change(admin, "clerk1", role=Role.CONSULTANT)
    ended(desk).buttons[0].click()
    desk.settle()
    desk.sign_in("clerk1")
    assert desk.shell.session.actor.role is Role.CONSULTANT
    desk.settle()
    assert QApplication.activeModalWidget() is None


def test_a_retired_service_is_said_and_its_tile_goes(desk: Desk, admin: Actor) -> None:
    counter = desk.sign_in_at_counter()
    desk.office.admin.catalogue.retire_service(admin, "SEAL")
    desk.write("2")
    desk.enter()
    desk.settle()
    assert "SEAL" not in {service.code for service in counter.entry.presenter.picker.services}
    assert desk.stored() == ()
