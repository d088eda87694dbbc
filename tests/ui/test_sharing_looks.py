"""Nothing that speaks of sharing is cut off, overlapped or nameless, in small and in large letters."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.errors import HomeMissing
from app.domain.languages import ScreenLanguage
from app.domain.sharing import CounterState, Invitation, Relabelled, SharedAddress, SyncState
from app.ui.admin.view import AdminView
from app.ui.joining import JoinDialog, no_home_question
from app.ui.shared.places import ScreenName
from app.ui.sharing.attach_dialog import AttachDialog
from app.ui.sharing.invite_dialog import InviteDialog
from app.ui.sharing.panel import SyncPanel
from app.ui.sharing.relabelled_dialog import RelabelledDialog
from app.ui.sharing.removal_dialog import RemovalDialog
from app.ui.sharing.withdrawal_dialog import WithdrawalDialog
from tests.support.offices import PASSWORD
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.shared_counters import Shared, shared
from tests.ui.test_looks import check

__all__ = ["shared"]

every_look = pytest.mark.parametrize(
    ("language", "text_size"), [(language, size) for language in ScreenLanguage for size in (0, 2)]
)


def never(_address: SharedAddress, _code: str, _name: str) -> str:
    raise AssertionError


def fits(desk: Desk, dialog: QWidget) -> None:
    """It comes up whole on the smallest screen."""
    if not dialog.isVisible():
        dialog.show()
    desk.bot.waitExposed(dialog)
    desk.settle()
    assert dialog.width() <= 1366
    assert dialog.height() <= 768
    check(dialog)
    dialog.close()


def sign_in(desk: Desk, login: str) -> None:
    assert desk.window.sign_in_view is not None
    desk.window.sign_in_view.presenter.submit(login, PASSWORD)
    desk.until(lambda: desk.window.shell is not None)
    desk.settle()


@every_look
def test_an_office_alone(make_desk: MakeDesk, language: ScreenLanguage, text_size: int) -> None:
    desk = make_desk(language=language, text_size=text_size)
    sign_in(desk, "admin")
    view = desk.screen(ScreenName.OFFICE, AdminView)
    view.turn_to(6)
    desk.settle()
    check(desk.window)
    for kind in (0, 1):
        dialog = AttachDialog(desk.shell.session, desk.window)
        dialog.form.kinds.button(kind).click()
        dialog.bad.say("x " * 120)
        fits(desk, dialog)
    joining = JoinDialog(never, desk.window.runner, desk.window)
    joining.trouble.say("x " * 120)
    fits(desk, joining)
    question = no_home_question(HomeMissing("/srv/minwon/" + "긴경로/" * 8))
    fits(desk, question)
    question.deleteLater()
    view.sharing.restore.click()
    assert view.sharing.guide is not None
    fits(desk, view.sharing.guide)


@every_look
def test_a_shared_office(shared: Shared, make_desk: MakeDesk, language: ScreenLanguage, text_size: int) -> None:
    desk = make_desk(language=language, text_size=text_size)
    sign_in(desk, "admin")
    desk.until(desk.shell.status.syncing.isVisible)
    view = desk.screen(ScreenName.OFFICE, AdminView)
    view.turn_to(6)
    page = view.sharing
    desk.until(lambda: len(page.model.records) == 2)
    now = datetime.now(UTC)
    some = CounterState("x", "B", "아주 긴 이름의 창구 " * 3, "0.2.0", now, 12_345, 7, -7_300.0)
    open_code = CounterState("", "", "", "", None, 0, 0, None, None, now + timedelta(hours=20), ("D009",), "x")
    page.presenter.counters_loaded.emit(
        (
            some,
            replace(some, home="y", counter_code="C", last_seen=now - timedelta(days=40)),
            replace(some, home="z", counter_code="D", removed_on=now.date()),
            replace(some, home="u", counter_code="E", departments=("D009", "D010")),
            open_code,
        )
    )
    page.good.say("x " * 60)
    page.bad.say("x " * 60)
    check(desk.window)
    fits(desk, RemovalDialog(some, now.date(), desk.window))
    page.table.selectRow(next(n for n, c in enumerate(page.model.records) if c.invitation))
    check(desk.window)
    fits(desk, WithdrawalDialog(open_code, page._session.zone, desk.window))
    question = InviteDialog(page.presenter.departments, desk.window)
    question.choices.button(1).click()
    question.go.click()
    fits(desk, question)
    page.invitation.show(Invitation("WWWW-WWWW-WWWW-WWWW-WWWW-WWWW-WWWW", now))
    assert page.invitation.dialog is not None
    check(page.invitation.dialog)
    page.invitation.dialog.finish.click()
    desk.settle()
    moved = [Relabelled(str(n), date(2026, 11, 20), f"A-{n:03}", f"E-{n:03}") for n in range(40)]
    fits(desk, RelabelledDialog(moved, "x " * 150, "새 창구로 로그인", desk.window, "이 PC는 이제 E 창구입니다"))


STATES = (
    SyncState(attached=True, address="postgresql://a-long-name.hanbit.go.kr:5432/minwon", kind="postgresql"),
    SyncState(
        attached=True,
        address="sqlite:////srv/" + "긴경로/" * 8 + "office.db",
        kind="sqlite",
        unsent=54_321,
        unsent_records=12_345,
        refused=3,
        conflicts=17,
        last_exchange=datetime(2026, 11, 19, 1, 0, tzinfo=UTC),
        failing_since=datetime(2026, 11, 19, 1, 0, tzinfo=UTC),
        trouble="SharedCertificateRefused",
        trouble_data={"address": "sqlite:////srv/" + "긴경로/" * 8 + "office.db"},
        clock=-90_000.0,
        key_accepted=False,
    ),
)


@every_look
@pytest.mark.parametrize("state", STATES, ids=["new", "everything at once"])
def test_the_indicator_and_its_panel(
    make_desk: MakeDesk, language: ScreenLanguage, text_size: int, state: SyncState
) -> None:
    desk = make_desk(language=language, text_size=text_size)
    sign_in(desk, "clerk1")
    desk.window.syncing.state = state
    desk.window.syncing.state_changed.emit(state)
    check(desk.window)
    fits(desk, SyncPanel(desk.shell.session, desk.window))
