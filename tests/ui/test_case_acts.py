"""What is seldom done to a case, behind one key: put right, linked with others or a task, erased; and one fetched."""

from __future__ import annotations

import json
from contextlib import closing
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.db.opening import open_database
from app.db.unit_of_work import Database
from app.domain.actors import Actor
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.case_views import CaseChange
from app.domain.cases import Case, CaseFilter, CaseFlag, CaseKind, CaseScope, CaseStatus, NewCase
from app.domain.improvements import ImprovementForm, ImprovementStatus, LinkKind
from app.ui.cases.acts import CaseAct
from app.ui.cases.browser import CaseBrowser
from app.ui.cases.edit_form import EditForm
from app.ui.cases.erase_card import EraseCard
from app.ui.cases.link_card import LinkCard
from app.ui.cases.task_card import TaskCard
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import CTRL, Desk
from tests.ui.shared_counters import Shared, shared
from tests.ui.test_cases import PERSON, log, open_first, receive

__all__ = ["shared"]

K = Qt.Key


def choose(desk: Desk, browser: CaseBrowser, act: CaseAct) -> None:
    """Choose from the menu behind Ctrl+. without showing it: what has no screen has no menus."""
    deeds = browser.sheet.deeds
    actions = [each for each in deeds.make_menu().actions() if not each.isSeparator()]
    actions[len(deeds.further) + deeds.acts.index(act)].trigger()
    desk.settle()


def edit_form(browser: CaseBrowser) -> EditForm:
    assert isinstance(browser.side.card, EditForm)
    return browser.side.card


def ended(desk: Desk, actor: Actor, case: Case) -> None:
    desk.office.cases.step(actor, case.id, NewStep(CaseStepKind.CLOSED))


# --- put right --------------------------------------------------------------------------------------------------------


def test_what_was_received_is_put_right_and_only_what_differs_is_changed(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 눌려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.EDIT)
    form = edit_form(browser)
    assert QApplication.focusWidget() is form.title
    assert form.text.toPlainText() == case.text
    assert not form.name.isVisible()  # covered until somebody says why
    desk.press(K.Key_A, CTRL)
    desk.compose("도서관에 책상을 늘려 주세요")
    form.flags.chips[CaseFlag.MANY].click()
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    changed = desk.office.cases.show(clerk, case.id).case
    assert changed == replace(
        case, title="도서관에 책상을 늘려 주세요", flags=frozenset({CaseFlag.MANY}), version=changed.version
    )
    assert browser.side.card is None
    assert browser.sheet.said.words.text() == "고쳤습니다."
    assert browser.sheet.title.whole() == "도서관에 책상을 늘려 주세요"
    assert QApplication.focusWidget() is browser.sheet.timeline
    rows = stored(desk.office.home, "SELECT detail FROM audit WHERE action = 'edit_case'")
    assert "flags" in str(rows[0][0])


def test_the_name_is_put_right_after_saying_why_and_what_was_begun_is_still_there(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.EDIT)
    desk.press(K.Key_End)
    desk.commit(" 꼭")
    desk.press(K.Key_I, CTRL)
    assert desk.shell.unfinished().typed
    desk.press(K.Key_1)
    desk.settle()
    form = edit_form(browser)
    assert form.title.text() == "도서관에 책상을 늘려 주세요 꼭"
    assert form.name.text() == "홍길동"
    form.name.setText("홍길순")
    form.address.setText("")
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert "이름과 주소가 있어야" in form.trouble.words.text()
    assert QApplication.focusWidget() is form.address
    form.address.setText("새빛구 새빛로 12")
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    changed = desk.office.cases.show(clerk, case.id).case
    assert (changed.title, changed.name) == ("도서관에 책상을 늘려 주세요 꼭", "홍길순")
    assert not desk.shell.unfinished().typed
    assert stored(desk.office.home, "SELECT count(*) FROM audit WHERE action = 'see_case_name'") == [(1,)]


def test_what_somebody_else_put_right_in_between_is_told_and_both_stay(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 눌려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.EDIT)
    desk.press(K.Key_A, CTRL)
    desk.commit("도서관에 책상을 늘려 주세요")
    other = desk.office.accounts.sign_in("consultant1", PASSWORD)
    desk.office.cases.edit(other, case.id, CaseChange(text="창가 자리에요."))
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    form = edit_form(browser)
    assert "그 사이 이 민원이 바뀌었습니다" in form.told.words.text()
    assert form.title.text() == "도서관에 책상을 늘려 주세요"
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    changed = desk.office.cases.show(clerk, case.id).case
    assert (changed.title, changed.text) == ("도서관에 책상을 늘려 주세요", "창가 자리에요.")


def test_what_is_being_put_right_is_there_again_when_the_form_is(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "도서관에 책상을 눌려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.EDIT)
    desk.press(K.Key_Escape)
    assert not desk.shell.unfinished().typed
    choose(desk, browser, CaseAct.EDIT)
    edit_form(browser).external.setText("202611191630001234")
    desk.press(K.Key_Escape)
    assert browser.side.card is None
    assert desk.shell.unfinished().typed
    choose(desk, browser, CaseAct.EDIT)
    assert edit_form(browser).external.text() == "202611191630001234"


# --- linked with an earlier case --------------------------------------------------------------------------------------


def test_a_case_is_linked_with_one_that_looks_alike(desk: Desk, clerk: Actor) -> None:
    earlier = receive(desk, clerk, "도서관 책상을 늘려 주세요")
    desk.clock.pass_by(minutes=1)
    later = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    browser.open_case(later.id)
    desk.settle()
    browser.start()
    choose(desk, browser, CaseAct.LINK)
    card = browser.side.card
    assert isinstance(card, LinkCard)
    assert [line.id for line in card.model.records] == [earlier.id]
    assert not card.save.isEnabled()
    desk.press(K.Key_Down)
    assert earlier.number in card.save.text()
    desk.enter()
    desk.settle()
    assert desk.office.cases.show(clerk, later.id).case.matter_id == earlier.id
    assert earlier.number in browser.sheet.said.words.text()
    assert "같은 내용 2번째" in browser.sheet.matter.items[0].text()  # type: ignore[attr-defined]
    choose(desk, browser, CaseAct.UNLINK)
    desk.settle()
    assert desk.office.cases.show(clerk, later.id).case.matter_id == later.id
    assert "뗐습니다" in browser.sheet.said.words.text()
    assert CaseAct.UNLINK not in browser.sheet.deeds.acts


def test_a_case_is_linked_by_its_number_and_two_grievances_are_asked_about(desk: Desk, clerk: Actor) -> None:
    earlier = receive(desk, clerk, "공사장이 시끄럽습니다", CaseKind.GRIEVANCE)
    desk.clock.pass_by(minutes=1)
    later = receive(desk, clerk, "새벽에 잠을 못 잡니다", CaseKind.GRIEVANCE)
    browser = log(desk)
    browser.open_case(later.id)
    desk.settle()
    browser.start()
    choose(desk, browser, CaseAct.LINK)
    desk.commit(earlier.number)
    desk.enter()
    card = browser.side.card
    assert isinstance(card, LinkCard)
    desk.until(lambda: QApplication.focusWidget() is card.table)
    desk.enter()
    assert browser.rarer.question is not None
    desk.enter()  # as it is
    desk.settle()
    assert desk.office.cases.show(clerk, later.id).case.matter_id == later.id
    card.submit()
    browser.rarer.question.buttons[1].click()
    desk.settle()
    assert browser.sheet.sealed.isVisible()
    assert browser.side.card is None
    assert not browser.sheet.deeds.acts


# --- linked with an improvement task ----------------------------------------------------------------------------------


def test_a_case_is_linked_with_a_running_task_and_taken_out_again(desk: Desk, clerk: Actor) -> None:
    department = desk.office.offices.departments(clerk)[1].code
    form = ImprovementForm("안내판 글자 키우기", "한 번에 찾아가기", department)
    task = desk.office.improvements.put(clerk, form)
    desk.office.improvements.put(
        clerk, replace(form, title="끝난 과제", consulted="여권팀", status=ImprovementStatus.DONE)
    )
    case = receive(desk, clerk, "안내판이 작습니다")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.IMPROVEMENT)
    card = browser.side.card
    assert isinstance(card, TaskCard)
    assert [each.id for each in card.model.records] == [task.id]
    assert QApplication.focusWidget() is card.table
    desk.enter()
    desk.settle()
    assert desk.office.improvements.show(clerk, task.id).links == ((LinkKind.CASE, case.id),)
    assert "안내판 글자 키우기" in browser.sheet.said.words.text()
    choose(desk, browser, CaseAct.IMPROVEMENT)
    again = browser.side.card
    assert isinstance(again, TaskCard)
    assert "빼기" in again.save.text()
    desk.enter()
    desk.settle()
    assert desk.office.improvements.show(clerk, task.id).links == ()


def test_without_a_running_task_it_says_where_one_is_made(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "안내판이 작습니다")
    browser = log(desk)
    open_first(desk, browser)
    choose(desk, browser, CaseAct.IMPROVEMENT)
    card = browser.side.card
    assert isinstance(card, TaskCard)
    assert "Alt+4" in card.none.text()
    assert not card.save.isEnabled()
    desk.press(K.Key_Escape)
    assert browser.side.card is None


# --- erased -----------------------------------------------------------------------------------------------------------


def test_an_ended_case_is_erased_with_a_reason_after_two_questions(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "가로등이 꺼졌습니다", CaseKind.OTHER)
    browser = log(desk, "supervisor1")
    open_first(desk, browser)
    assert CaseAct.ERASE not in browser.sheet.deeds.acts  # still open
    ended(desk, clerk, case)
    browser.case.reload()
    desk.settle()
    choose(desk, browser, CaseAct.ERASE)
    card = browser.side.card
    assert isinstance(card, EraseCard)
    desk.enter()
    assert "왜 지우는지" in card.trouble.words.text()
    desk.commit("민원인이 삭제를 요청함")
    desk.enter()
    assert card.question is not None
    desk.enter()  # leave it
    desk.settle()
    assert desk.office.cases.show(clerk, case.id).case.title == "가로등이 꺼졌습니다"
    assert desk.focus() is card.reason
    desk.enter()
    card.question.buttons[1].click()
    desk.settle()
    erased = desk.office.cases.show(clerk, case.id).case
    assert (erased.erased, erased.title, erased.text) == (True, "", "")
    assert browser.sheet.title.whole() == "(개인정보를 지움)"
    assert "지웠습니다" in browser.sheet.said.words.text()
    assert browser.sheet.deeds.acts == (CaseAct.IMPROVEMENT,)
    rows = stored(desk.office.home, "SELECT detail FROM audit WHERE action = 'erase_case'")
    assert json.loads(str(rows[0][0])) == {"reason": "민원인이 삭제를 요청함"}


def test_a_clerk_erases_nothing(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "가로등이 꺼졌습니다", CaseKind.OTHER)
    ended(desk, clerk, case)
    browser = log(desk)
    browser.open_case(case.id)
    desk.settle()
    assert browser.sheet.deeds.acts == (CaseAct.EDIT, CaseAct.LINK, CaseAct.IMPROVEMENT)


# --- fetched from the shared side -------------------------------------------------------------------------------------


@pytest.fixture
def away(shared: Shared, desk: Desk) -> Case:
    """A case of the other counter that this home does not hold any more."""
    other = shared.actor("clerk1")
    department = shared.other.offices.departments(other)[1].code
    new = NewCase(CaseKind.SUGGESTION, "도서관에 책상을 늘려 주세요", department_code=department, **PERSON)  # type: ignore[arg-type]
    case = shared.other.cases.open(other, new)
    shared.other.sharing.exchange()
    desk.office.sharing.exchange()
    place = desk.office.home.database
    with closing(Database(open_database(place), place)) as database, database.write() as work:
        work.case_retention.take_out([case.id])
    return case


def found(desk: Desk, case: Case) -> CaseBrowser:
    """The log, with the case found by its words and the keyboard on its row."""
    browser = log(desk)
    desk.press(K.Key_F, CTRL)
    desk.commit("책상을")
    desk.until(lambda: [line.id for line in browser.list.model.records] == [case.id])
    assert browser.list.model.records[0].elsewhere
    desk.enter()
    return browser


def test_a_case_that_only_the_shared_side_has_is_fetched_and_opened(desk: Desk, away: Case) -> None:
    browser = found(desk, away)
    said: list[str] = []
    browser.case.fetching.connect(lambda _coming: said.append(browser.list.coming.words.text()))
    desk.enter()
    desk.until(lambda: browser.view is not None)
    assert browser.view is not None
    assert browser.view.case.id == away.id
    assert browser.sheet.title.whole() == away.title
    assert "공유 쪽에서 가져옵니다" in said[0]
    assert not browser.list.coming.isVisible()
    assert not browser.list.model.records[0].elsewhere
    actor = desk.shell.session.actor
    assert [line.id for line in desk.office.cases.list(actor, CaseFilter(CaseScope.ALL)).lines] == [away.id]
    desk.press(K.Key_T, CTRL)
    desk.settle()
    assert browser.view.course.status is CaseStatus.HANDLING


def test_a_case_that_cannot_be_fetched_says_so_and_comes_when_it_can(desk: Desk, away: Case, shared: Shared) -> None:
    browser = found(desk, away)
    shared.cut()
    desk.enter()
    desk.until(lambda: bool(browser.list.notice.words.text()))
    assert "공유 쪽에만 있는 민원" in browser.list.notice.words.text()
    assert not browser.list.coming.isVisible()
    assert browser.view is None
    assert QApplication.focusWidget() is browser.list.table
    shared.heal()
    desk.enter()
    desk.until(lambda: browser.view is not None)
    assert not browser.list.notice.isVisible()


def test_a_case_on_its_way_is_not_waited_for_any_more_after_esc(desk: Desk, away: Case) -> None:
    browser = found(desk, away)
    browser.open_case(away.id)
    desk.until(lambda: browser.case.coming)
    desk.press(K.Key_Escape)
    assert not browser.list.coming.isVisible()
    desk.settle()
    assert browser.view is None
