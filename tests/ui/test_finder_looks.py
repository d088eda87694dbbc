"""The finder's screen in both languages, at both text sizes: nothing clipped, nothing covered, everything named."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.domain.languages import ScreenLanguage
from app.ui.finder.service_choice import ServiceChoiceDialog
from app.ui.finder.view import FinderView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import CTRL, Desk, MakeDesk
from tests.ui.test_finder_asking import ask
from tests.ui.test_looks import check


@pytest.fixture(params=[(language, size) for language in ScreenLanguage for size in (0, 2)])
def seen(make_desk: MakeDesk, request: pytest.FixtureRequest) -> Desk:
    language, text_size = request.param
    desk = make_desk(language=language, text_size=text_size)
    desk.sign_in("consultant1")
    return desk


def test_all_the_screen_can_say(seen: Desk) -> None:
    view = seen.screen(ScreenName.FINDER, FinderView)
    check(seen.window)
    for text in ("여권 만들러 왔어요", "126", "이사 왔어요", "오늘 날씨 참 좋네요", "과태료 딱지가 왔어요"):
        ask(seen, view, text)
        check(seen.window)
    ask(seen, view, "이사 왔어요")
    seen.press(Qt.Key.Key_E, CTRL)
    check(seen.window)
    seen.press(Qt.Key.Key_3, CTRL)
    seen.settle()
    check(seen.window)
    seen.clock.pass_by(hours=9)
    view.guided.reload()
    seen.settle()
    view.refuse("이 건물의 부서가 아니어서 알릴 수 없습니다. " * 2)
    check(seen.window)
    seen.press(Qt.Key.Key_F, CTRL)
    check(seen.window)


def test_its_dialogs(seen: Desk) -> None:
    view = seen.screen(ScreenName.FINDER, FinderView)
    ask(seen, view, "여권 만들러 왔어요")
    seen.enter()
    seen.settle()
    seen.press(Qt.Key.Key_F8)
    assert view.real_desk is not None
    seen.bot.waitExposed(view.real_desk)
    check(view.real_desk)
    seen.commit("이사")
    check(view.real_desk)
    assert view.real_desk.height() <= 768
    seen.press(Qt.Key.Key_Escape)
    assert view.asking.state.row is not None
    services = view._session.signed_in.services
    dialog = ServiceChoiceDialog(services, view.asking.state.row.task, view)
    dialog.show()
    seen.bot.waitExposed(dialog)
    check(dialog)
    dialog.close()
