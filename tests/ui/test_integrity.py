"""The integrity check in the window: who finds it, what it shows, and that it says what it does not mean."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.languages import Language
from app.domain.slips import Paper, SlipState
from app.domain.visits import NewVisit
from app.ui.integrity.presenter import Period, days_of
from app.ui.integrity.view import IntegrityView
from app.ui.shared.places import ScreenName
from tests.support.offices import SetClock
from tests.ui.conftest import ALT, SHIFT, Desk, MakeDesk


def _open(desk: Desk, login: str) -> IntegrityView:
    desk.sign_in(login)
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.settle()
    return desk.screen(ScreenName.INTEGRITY, IntegrityView)


def _texts(view: IntegrityView, row: int) -> list[str]:
    return [view.model.index(row, column).data() for column in range(view.model.columnCount())]


@pytest.mark.parametrize("login", ["supervisor1", "auditor1"])
def test_the_table_shows_departments_and_their_sum(
    office: Office, clerk: Actor, clock: SetClock, make_desk: MakeDesk, login: str
) -> None:
    for _ in range(6):
        visit = office.visits.register(clerk, NewVisit("SEAL")).visit
        slip, _ = office.slips.issue(clerk, visit.id, Paper.ROLL80, Language.KO)
        office.slips.mark(clerk, slip.id, SlipState.HANDED)
        clock.pass_by(seconds=10)
    view = _open(make_desk(), login)
    assert view.model.rowCount() == 2
    assert _texts(view, 0) == ["민원여권과", "6", "6", "0", "0", "0", "5 (100%)", "0", "–", "–"]
    assert _texts(view, 1)[:3] == ["모두", "6", "6"]
    said = " ".join(label.text() for label in view.findChildren(QLabel) if label.isVisible())
    assert "잘못을 뜻하지 않습니다" in said
    assert "2026-10-22 ~ 2026-11-20" in said


def test_another_period_by_keyboard(office: Office, clerk: Actor, clock: SetClock, make_desk: MakeDesk) -> None:
    office.visits.register(clerk, NewVisit("SEAL"))
    clock.pass_by(days=10)
    desk = make_desk()
    view = _open(desk, "supervisor1")
    assert view.model.rowCount() == 2
    desk.press(Qt.Key.Key_1, ALT)
    desk.settle()
    assert view.model.rowCount() == 0
    desk.press(Qt.Key.Key_2, ALT)
    desk.settle()
    assert view.model.rowCount() == 2


def test_an_empty_period_says_so(make_desk: MakeDesk) -> None:
    desk = make_desk()
    view = _open(desk, "supervisor1")
    assert view.pages.currentWidget() is view.empty
    desk.press(Qt.Key.Key_1, ALT)
    desk.settle()
    assert view.presenter.period is Period.WEEK
    assert "2026-11-14 ~ 2026-11-20" in view.span.text()


def test_a_clerk_does_not_find_it(make_desk: MakeDesk) -> None:
    desk = make_desk()
    desk.sign_in("clerk1")
    desk.press(Qt.Key.Key_F6, SHIFT)
    desk.settle()
    assert desk.shell.current is ScreenName.COUNTER


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        (Period.WEEK, date(2027, 2, 23), date(2027, 3, 1)),
        (Period.MONTH, date(2027, 1, 31), date(2027, 3, 1)),
        (Period.THIS_MONTH, date(2027, 3, 1), date(2027, 3, 1)),
        (Period.LAST_MONTH, date(2027, 2, 1), date(2027, 2, 28)),
    ],
)
def test_the_days_of_a_period(period: Period, first: date, last: date) -> None:
    assert days_of(period, date(2027, 3, 1)) == (first, last)
