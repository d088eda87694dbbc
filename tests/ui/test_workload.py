"""The supervisor's page about all cases: counts, lists, reminders, who has how much, and the month's sheet."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.case_steps import CaseStepKind
from app.domain.cases import Case, CaseKind, NewCase
from app.ui.cases.due_card import DueCard
from app.ui.casework.pages import CasePageName
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from app.ui.workload.view import WorkloadView
from tests.support.offices import SetClock
from tests.ui.conftest import ALT, CTRL, Desk


@pytest.fixture
def overdue(office: Office, clerk: Actor, clock: SetClock) -> Case:
    """A grievance that nobody has answered within its seven days."""
    department = office.offices.departments(clerk)[0].code
    new = NewCase(
        CaseKind.GRIEVANCE,
        "가로등이 꺼져 있습니다",
        "밤에 골목이 어둡습니다.",
        name="홍길동",
        address="한빛로 1",
        department_code=department,
    )
    case = office.cases.open(clerk, new)
    clock.pass_by(days=20)
    return case


def workload(desk: Desk) -> WorkloadView:
    desk.sign_in("supervisor1")
    desk.press(Qt.Key.Key_F7)
    desk.settle()
    desk.press(Qt.Key.Key_3, ALT)
    desk.settle()
    page = desk.screen(ScreenName.CASEWORK, CaseworkView).page(CasePageName.WORKLOAD)
    assert isinstance(page, WorkloadView)
    desk.until(lambda: page.presenter.overview is not None)
    return page


def test_what_is_overdue_stands_first_and_opens_with_enter(overdue: Case, desk: Desk) -> None:
    view = workload(desk)
    assert [line.number for line in view.model.records] == [overdue.number]
    assert "1" in view.cards.group.button(0).text()
    (row,) = view.work.model.records
    assert (row.open, row.overdue) == (1, 1)
    desk.press(Qt.Key.Key_G, CTRL)
    assert view.work.by_bureau.isChecked()
    desk.enter()
    desk.settle()
    casework = desk.screen(ScreenName.CASEWORK, CaseworkView)
    assert casework.rows[casework.place].name is CasePageName.CASES


def test_a_click_on_a_due_date_shows_its_days(overdue: Case, desk: Desk) -> None:
    desk.click_cell(workload(desk).table, 0, "기한")
    casework = desk.screen(ScreenName.CASEWORK, CaseworkView)
    assert casework.rows[casework.place].name is CasePageName.CASES
    browser = casework.cases.browser
    assert browser.view is not None
    assert browser.view.case.id == overdue.id
    assert isinstance(browser.side.card, DueCard)


def test_a_reminder_is_written_down_and_printed_once(overdue: Case, desk: Desk) -> None:
    view = workload(desk)
    place = [heap.name for heap in view.cards.heaps].index("reminders")
    desk.press(Qt.Key(Qt.Key.Key_1 + place), CTRL)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    actor = desk.shell.session.actor
    kinds = [step.kind for step in desk.office.cases.show(actor, overdue.id).steps]
    assert kinds == [CaseStepKind.REMINDED]
    assert len(list((desk.office.home.root / "letters").glob("*.pdf"))) == 1
    assert view.model.records == ()  # nobody is reminded twice of one day
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert len(desk.office.cases.show(actor, overdue.id).steps) == 1


def test_the_month_before_is_printed_on_one_sheet(overdue: Case, desk: Desk) -> None:
    view = workload(desk)
    assert f"{view.presenter.overview.check_month:%Y-%m}" in view.month.text()  # type: ignore[union-attr]
    desk.press(Qt.Key.Key_M, CTRL)
    desk.settle()
    assert len(list((desk.office.home.root / "checks").glob("*.pdf"))) == 1


def test_a_clerk_does_not_find_the_page(desk: Desk) -> None:
    desk.sign_in()
    desk.press(Qt.Key.Key_F7)
    desk.settle()
    names = [row.name for row in desk.screen(ScreenName.CASEWORK, CaseworkView).rows]
    assert CasePageName.WORKLOAD not in names
    assert CasePageName.IMPROVEMENTS in names
