"""Nothing of the administrator's screen is cut off, overlapped or nameless, in small and in large letters."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.domain.languages import ScreenLanguage
from app.ui.admin.view import AdminView
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD
from tests.ui.conftest import Desk, MakeDesk
from tests.ui.test_looks import check

every_look = pytest.mark.parametrize(
    ("language", "text_size"), [(language, size) for language in ScreenLanguage for size in (0, 2)]
)


def shown(desk: Desk) -> AdminView:
    assert desk.window.sign_in_view is not None
    desk.window.sign_in_view.presenter.submit("admin", PASSWORD)
    desk.settle()
    view = desk.screen(ScreenName.OFFICE, AdminView)
    desk.settle()
    return view


@every_look
def test_every_tab(make_desk: MakeDesk, language: ScreenLanguage, text_size: int, tmp_path: Path) -> None:
    desk = make_desk(language=language, text_size=text_size)
    view = shown(desk)
    for place in range(6):
        view.turn_to(place)
        desk.settle()
        check(desk.window)
    for page in (view.people, view.services, view.departments, view.counters):
        view.turn_to(view.pages.indexOf(page))
        page.table.selectRow(0)
        desk.settle()
        check(desk.window)
        page.begin()
        page.form.submitted.emit()
        desk.settle()
        check(desk.window)
    table = tmp_path / "table.csv"
    table.write_text("업무명,부서\n새 업무,민원여권과\n,민원여권과\n", encoding="utf-8")
    view.turn_to(5)
    view.imports.read(str(table))
    desk.settle()
    check(desk.window)


@every_look
def test_every_dialog(make_desk: MakeDesk, language: ScreenLanguage, text_size: int) -> None:
    desk = make_desk(language=language, text_size=text_size)
    assert desk.window.sign_in_view is not None
    desk.window.sign_in_view.recover.click()
    desk.settle()
    recovery = desk.window.sign_in_view.dialog
    assert recovery is not None
    recovery.presenter.refused.emit("x " * 60)
    desk.settle()
    check(recovery)
    recovery.reject()
    view = shown(desk)
    view.presenter.make_recovery_code()
    desk.settle()
    assert view.once is not None
    check(view.once)
    view.once.finish.click()
    view.people.table.selectRow(2)
    view.people.print_plate()
    plate = view.people.plate_dialog
    assert plate is not None
    plate.take_photo("아주 긴 이름의 사진 " * 6 + ".jpg")
    plate.print.click()
    desk.settle()
    assert plate.hint.isVisible()
    check(plate)
    plate.reject()
    desk.shell.change_password()
    desk.settle()
    assert desk.shell.password is not None
    check(desk.shell.password)
    desk.shell.password.reject()
