"""The same field changed at two counters: both values with who and when, and one click for either."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.administration import ServiceEntry, ServiceForm
from app.ui.admin.view import AdminView
from app.ui.shared.places import ScreenName
from app.ui.shared.widgets import Text
from app.ui.sharing.conflicts_dialog import ConflictsDialog
from tests.support.offices import PASSWORD
from tests.ui.conftest import CTRL, Desk, MakeDesk
from tests.ui.shared_counters import Shared, shared

__all__ = ["shared"]

CODE = "PASSPORT"


@pytest.fixture
def admin(office: Office) -> Actor:
    return office.accounts.sign_in("admin", PASSWORD)


def service(office: Office, admin: Actor, code: str = CODE) -> ServiceEntry:
    return next(entry for entry in office.admin.catalogue.services(admin) if entry.code == code)


def rename(office: Office, admin: Actor, name: str, keywords: str = "", code: str = CODE) -> None:
    entry = service(office, admin, code)
    form = ServiceForm(name, entry.department_code, entry.area, entry.key, keywords or entry.keywords)
    office.admin.catalogue.edit_service(admin, code, form, entry.version)


@pytest.fixture
def collided(office: Office, shared: Shared, admin: Actor) -> Office:
    """Both counters gave the same service another name while they could not reach each other."""
    other = shared.actor("admin")
    rename(shared.other, other, "여권 접수 (새)")
    rename(office, admin, "여권·국제면허")
    shared.other.sharing.exchange()
    office.sharing.exchange()
    shared.other.sharing.exchange()
    assert office.sharing.state().conflicts == 1
    return office


def opened(desk: Desk) -> ConflictsDialog:
    """From the indicator's panel."""
    desk.press(Qt.Key.Key_B, CTRL)
    desk.settle()
    panel = desk.shell.sharing
    assert panel is not None
    panel.settle.click()
    desk.settle()
    assert panel.conflicts is not None
    desk.until(lambda: bool(panel.conflicts is not None and panel.conflicts.cards))
    return panel.conflicts


def texts(dialog: ConflictsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(Text))


def test_both_values_are_shown_and_one_click_takes_the_other(collided: Office, desk: Desk, admin: Actor) -> None:
    desk.sign_in("admin")
    desk.until(lambda: "두 값 1건" in desk.shell.status.syncing.text())
    assert desk.shell.status.syncing.property("tone") == "warning"
    stands = service(collided, admin).name
    dialog = opened(desk)
    said = texts(dialog)
    assert "여권 접수 (새)" in said
    assert "여권·국제면허" in said
    assert "업무 · " in said
    assert said.count("한지우, ") == 2
    dialog.cards[0].take.click()
    desk.until(lambda: not dialog.cards)
    assert dialog.empty.heading.text() == "모두 정했습니다"
    names = {"여권 접수 (새)", "여권·국제면허"}
    assert {service(collided, admin).name} == names - {stands}
    desk.until(lambda: desk.shell.status.syncing.text() == "공유됨 · 모두 보냄")


def test_the_other_counter_hears_what_was_settled(collided: Office, shared: Shared, desk: Desk, admin: Actor) -> None:
    desk.sign_in("admin")
    desk.until(lambda: "두 값 1건" in desk.shell.status.syncing.text())
    stands = service(collided, admin).name
    dialog = opened(desk)
    dialog.cards[0].keep.click()
    desk.until(lambda: not dialog.cards)
    assert service(collided, admin).name == stands
    desk.until(lambda: collided.sharing.state().unsent == 0)
    shared.other.sharing.exchange()
    assert shared.other.sharing.state().conflicts == 0
    assert service(shared.other, shared.actor("admin")).name == stands


def test_somebody_elses_decision_is_told(collided: Office, shared: Shared, desk: Desk, admin: Actor) -> None:
    desk.sign_in("admin")
    desk.until(lambda: "두 값 1건" in desk.shell.status.syncing.text())
    dialog = opened(desk)
    conflict = collided.sharing.conflicts(admin)[0]
    card = dialog.cards[0]
    shared.cut()
    collided.sharing.settle(admin, conflict.conflict_id, take_other=False)
    card.take.click()
    desk.until(lambda: "이미 정했습니다" in dialog.trouble.words.text())
    desk.until(lambda: not dialog.cards)


def test_the_record_itself_says_so_in_its_form(collided: Office, desk: Desk) -> None:
    desk.sign_in("admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    view.turn_to(1)
    desk.settle()
    page = view.services
    row = page.model.row_of(CODE)
    assert row is not None
    page.table.selectRow(row)
    assert page.form.two_values.isVisible()
    assert "이름" in page.form.two_values.words.text()
    other_row = next(n for n, entry in enumerate(page.model.records) if entry.code != CODE)
    page.table.selectRow(other_row)
    assert not page.form.two_values.isVisible()
    page.table.selectRow(row)
    page.form.two_values.settle.click()
    desk.settle()
    assert page.conflicts is not None
    desk.until(lambda: bool(page.conflicts is not None and page.conflicts.cards))
    page.conflicts.cards[0].take.click()
    desk.settle()
    desk.until(lambda: not page.form.two_values.isVisible())
    page.conflicts.close_button.click()


def test_the_offices_settings_say_so_too(office: Office, shared: Shared, admin: Actor, desk: Desk) -> None:
    shared.other.offices.change(shared.actor("admin"), undo_seconds=20)
    office.offices.change(admin, undo_seconds=30)
    shared.other.sharing.exchange()
    office.sharing.exchange()
    desk.sign_in("admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    view.turn_to(4)
    desk.settle()
    assert view.office.two_values.isVisible()
    assert "되돌리기 시간" in view.office.two_values.words.text()
    view.office.two_values.settle.click()
    desk.settle()
    dialog = view.office.conflicts
    assert dialog is not None
    desk.until(lambda: bool(dialog.cards))
    assert "되돌리기 시간" in texts(dialog)
    assert {"20", "30"} <= set(texts(dialog).split("\n"))
    assert "사무실 설정" in texts(dialog).split("\n")
    dialog.close_button.click()


def test_different_fields_both_stay_and_nobody_is_asked(
    office: Office, shared: Shared, admin: Actor, make_desk: MakeDesk
) -> None:
    other = shared.actor("admin")
    entry = service(shared.other, other)
    form = ServiceForm(entry.name, entry.department_code, entry.area, entry.key, "여권 새 낱말")
    shared.other.admin.catalogue.edit_service(other, CODE, form, entry.version)
    rename(office, admin, "여권·국제면허")
    shared.other.sharing.exchange()
    office.sharing.exchange()
    desk = make_desk()
    desk.sign_in("admin")
    desk.until(lambda: desk.shell.status.syncing.text() == "공유됨 · 모두 보냄")
    both = service(office, admin)
    assert (both.name, both.keywords) == ("여권·국제면허", "여권 새 낱말")


def test_whoever_may_not_settle_them_is_told_who_does(collided: Office, desk: Desk) -> None:
    desk.sign_in("clerk1")
    desk.until(lambda: "두 값 1건" in desk.shell.status.syncing.text())
    desk.press(Qt.Key.Key_B, CTRL)
    desk.settle()
    panel = desk.shell.sharing
    assert panel is not None
    panel.settle.click()
    dialog = panel.conflicts
    assert dialog is not None
    desk.until(lambda: "불러오는" not in dialog.empty.heading.text())
    assert dialog.empty.heading.text() == "여기서 정할 것은 없습니다"
    assert "1건" in texts(dialog)
    assert "관리자가 정합니다" in texts(dialog)


def test_enter_takes_the_value_whose_button_has_the_keys(collided: Office, desk: Desk, admin: Actor) -> None:
    desk.sign_in("admin")
    desk.until(lambda: "두 값 1건" in desk.shell.status.syncing.text())
    stands = service(collided, admin).name
    dialog = opened(desk)
    desk.until(dialog.cards[0].keep.hasFocus)
    dialog.cards[0].take.setFocus()
    desk.until(dialog.cards[0].take.hasFocus)
    desk.bot.keyClick(dialog.cards[0].take, Qt.Key.Key_Return)
    desk.until(lambda: not dialog.cards)
    assert dialog.isVisible()
    assert dialog.empty.heading.text() == "모두 정했습니다"
    assert service(collided, admin).name != stands
