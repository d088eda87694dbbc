"""The form of a new case: by keyboard alone, due date and earlier cases beside it, nothing typed is ever lost."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.cases import Case, CaseFilter, CaseFlag, CaseKind, CaseScope, Channel, NewCase, WrittenBy
from app.ui.cases.new_case_fields import KINDS
from app.ui.cases.new_case_view import NewCaseView
from app.ui.cases.view import CasesView
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import CTRL, Desk

K = Qt.Key
PERSON = {"name": "홍길동", "phone": "010-1234-5678", "address": "새빛구 새빛로 12"}


@pytest.fixture
def page(desk: Desk) -> CasesView:
    """The log, with the form of a new case over it."""
    desk.sign_in()
    desk.press(K.Key_F7)
    desk.settle()
    page = desk.screen(ScreenName.CASEWORK, CaseworkView).cases
    desk.press(K.Key_N, CTRL)
    desk.settle()
    assert page.pages.currentWidget() is page.form
    return page


def stored_cases(desk: Desk) -> list[Case]:
    """Every case there is, the newest first."""
    actor = desk.shell.session.actor
    lines = desk.office.cases.list(actor, CaseFilter(CaseScope.ALL)).lines
    return [desk.office.cases.show(actor, line.id).case for line in lines]


def fill(desk: Desk, *parts: str) -> None:
    """Give each part to the field that has the keys, and go on to the next one."""
    for part in parts:
        desk.commit(part)
        desk.press(K.Key_Tab)


def pick_department(desk: Desk, form: NewCaseView) -> str:
    """Pick the second department by the beginning of its name."""
    department = desk.office.offices.departments(desk.shell.session.actor)[1]
    form.fields.department.setFocus()
    desk.commit(department.name)
    desk.enter()
    assert form.fields.department.code == department.code
    return department.code


def test_a_grievance_is_received_by_keyboard_alone_and_its_receipt_is_printed(desk: Desk, page: CasesView) -> None:
    form = page.form
    desk.press(K.Key_1)
    assert form.fields.kind is CaseKind.GRIEVANCE
    assert QApplication.focusWidget() is form.fields.title
    fill(desk, "가로등이 꺼졌습니다")
    assert QApplication.focusWidget() is form.fields.text
    desk.commit("골목이 어둡습니다.")
    desk.enter()  # a new line, not a saved case
    desk.compose("빨리")
    desk.press(K.Key_Tab)
    for _ in range(2):
        desk.press(K.Key_Right)
    desk.press(K.Key_Tab)
    desk.press(K.Key_Right)
    desk.press(K.Key_Tab)
    fill(desk, *PERSON.values())
    code = pick_department(desk, form)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    [case] = stored_cases(desk)
    assert (case.kind, case.title, case.text) == (CaseKind.GRIEVANCE, "가로등이 꺼졌습니다", "골목이 어둡습니다.\n빨리")
    assert (case.channel, case.written_by) == (Channel.PAPER, WrittenBy.CLERK)
    assert (case.name, case.phone, case.address, case.department_code) == (*PERSON.values(), code)


def test_a_case_that_needs_writing_is_received_and_then_open(desk: Desk, page: CasesView) -> None:
    desk.press(K.Key_4)
    fill(desk, "도서관에 책상을 늘려 주세요")
    form = page.form
    form.fields.name.setText("홍길동")
    form.fields.address.setText("새빛구 새빛로 12")
    pick_department(desk, form)
    form.fields.title.setFocus()
    desk.enter()  # from a line Enter saves
    desk.settle()
    [case] = stored_cases(desk)
    assert page.pages.currentWidget() is page.browser
    assert page.browser.view is not None
    assert page.browser.view.case.id == case.id
    assert case.number in page.browser.sheet.said.words.text() or "접수증" in page.browser.sheet.said.words.text()
    letters = [path.name for path in (desk.office.home.root / "letters").glob("*")]
    assert letters == [f"{case.number}-receipt.pdf"]
    assert not desk.shell.unfinished()


def test_the_due_date_shows_as_soon_as_the_kind_is_chosen(desk: Desk, page: CasesView) -> None:
    form = page.form
    assert form.due.due.text() == "–"
    desk.press(K.Key_4)
    desk.until(lambda: "12월 9일" in form.due.due.text())
    desk.press(K.Key_5, CTRL)
    desk.until(lambda: "14:00" in form.due.due.text())
    assert not form.fields.person.isVisible()
    assert "이름 없이" in form.fields.named.text()
    desk.press(K.Key_6, CTRL)
    desk.until(lambda: form.due.due.text() == "기한 없음")


def test_a_legal_kind_asks_for_its_service_and_is_due_by_it(desk: Desk, page: CasesView) -> None:
    form = page.form
    desk.press(K.Key_8)
    assert form.fields.service.isVisible()
    desk.until(lambda: "업무를 고르면" in form.due.rule.text())
    services = desk.office.offices.services(desk.shell.session.actor)
    service = next(each for each in services if each.period)
    form.fields.service.setFocus()
    desk.commit(service.name)
    desk.enter()
    assert form.fields.service.code == service.code
    desk.until(lambda: form.due.due.text().endswith("까지"))


def test_what_is_missing_is_marked_and_nothing_typed_is_lost(desk: Desk, page: CasesView) -> None:
    form = page.form
    desk.press(K.Key_Return, CTRL)
    assert "먼저 고르세요" in form.trouble.words.text()
    desk.press(K.Key_1)
    fill(desk, "가로등이 꺼졌습니다", "주민등록번호는 900101-1234567입니다")
    desk.press(K.Key_Return, CTRL)
    assert QApplication.focusWidget() is form.fields.department.line
    pick_department(desk, form)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert form.fields.text.property("wrong") == "true"
    assert "주민등록번호" in form.trouble.words.text()
    form.fields.text.fill("골목이 어둡습니다")
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert QApplication.focusWidget() is form.fields.name
    assert form.fields.text.property("wrong") == "false"
    assert "이름과 주소가 있어야" in form.trouble.words.text()
    assert form.fields.title.text() == "가로등이 꺼졌습니다"
    assert stored_cases(desk) == []


def test_an_earlier_case_on_the_same_matter_is_found_and_linked_with_one_key(
    desk: Desk, page: CasesView, clerk: Actor
) -> None:
    department = desk.office.offices.departments(clerk)[1].code
    earlier = desk.office.cases.open(
        clerk,
        NewCase(CaseKind.SUGGESTION, "도서관 책상을 늘려 주세요", department_code=department, **PERSON),  # type: ignore[arg-type]
    )
    form = page.form
    desk.press(K.Key_4)
    fill(desk, "도서관 책상을 늘려 주세요")
    desk.until(lambda: [line.id for line in form.similar.model.records] == [earlier.id])
    desk.press(K.Key_F5)
    assert earlier.number in form.similar.hint.text()
    form.fields.name.setText("김민수")
    form.fields.address.setText("새빛구 새빛로 3")
    pick_department(desk, form)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert {case.matter_id for case in stored_cases(desk)} == {earlier.id}
    assert "같은 내용 2번째" in page.browser.sheet.matter.items[0].text()  # type: ignore[attr-defined]


def test_esc_asks_before_anything_is_thrown_away(desk: Desk, page: CasesView) -> None:
    form = page.form
    desk.press(K.Key_4)
    desk.compose("도서")
    assert desk.shell.unfinished().typed
    desk.press(K.Key_Escape)
    assert form.question is not None
    desk.press(K.Key_Escape)  # no answer
    assert page.pages.currentWidget() is form
    desk.press(K.Key_Escape)
    desk.enter()  # go on writing
    assert form.fields.begun()
    assert desk.focus() is form.fields.title
    desk.press(K.Key_F2)
    desk.press(K.Key_F7)
    assert form.fields.begun()
    desk.press(K.Key_Escape)
    assert form.question is not None
    form.question.buttons[1].click()
    assert page.pages.currentWidget() is page.browser
    assert not desk.shell.unfinished()
    desk.press(K.Key_N, CTRL)
    desk.press(K.Key_Escape)  # nothing is written: no question
    assert page.pages.currentWidget() is page.browser


def test_a_case_about_a_visit_leads_back_to_the_counter(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    desk.register("4")
    [visit] = desk.stored()
    desk.press(K.Key_M, CTRL)
    desk.settle()
    page = desk.screen(ScreenName.CASEWORK, CaseworkView).cases
    assert visit.number in page.form.visit.text()
    assert page.form.fields.department.code
    desk.press(K.Key_5)
    fill(desk, "창구 안내가 없습니다")
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    [case] = stored_cases(desk)
    assert case.visit_id == visit.id
    assert desk.shell.current is ScreenName.COUNTER
    assert case.number in counter.said.words.text()
    assert QApplication.focusWidget() is counter.entry.service
    desk.press(K.Key_M, CTRL)
    desk.press(K.Key_Escape)
    assert desk.shell.current is ScreenName.COUNTER


def test_the_form_can_be_begun_with_what_is_known_and_saved_as_part_of_something_else(
    desk: Desk, page: CasesView
) -> None:
    saved: list[NewCase] = []

    def save(actor: Actor, new: NewCase) -> Case:
        saved.append(new)
        return desk.office.cases.open(actor, new)

    department = desk.office.offices.departments(desk.shell.session.actor)[1].code
    page.begin_with(NewCase(CaseKind.OTHER, "안내판이 없습니다", department_code=department), save)
    desk.settle()
    assert page.form.fields.title.text() == "안내판이 없습니다"
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert [new.title for new in saved] == ["안내판이 없습니다"]
    assert [case.title for case in stored_cases(desk)] == ["안내판이 없습니다"]


def test_an_earlier_moment_flags_and_another_number_are_seldom_needed_and_one_key_away(
    desk: Desk, page: CasesView
) -> None:
    form, more = page.form, page.form.fields.more
    desk.press(K.Key_5)
    assert not more.isVisible()
    desk.commit("번호표 기계가 멈췄습니다")
    desk.until(lambda: "14:00" in form.due.due.text())
    desk.press(K.Key_Period, CTRL)
    assert desk.focus() is more.received.line
    desk.press(K.Key_Period, CTRL)  # nothing stands there: it goes
    assert not more.isVisible()
    desk.press(K.Key_Period, CTRL)
    desk.commit("어제 16:30")
    assert more.received.said.text() == "11월 19일(목) 16:30"
    desk.until(lambda: form.due.since.text() == "11월 19일(목) 16:30에 받았으니")
    assert "11월 20일(금) 10:30" in form.due.due.text()
    desk.press(K.Key_Tab)
    desk.commit("202611191630")
    assert more.length.text() == "지금 12자리"
    desk.commit("001234")
    assert more.length.text() == ""
    desk.press(K.Key_Tab)
    desk.press(K.Key_Tab)
    desk.press(K.Key_Space)
    pick_department(desk, form)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    [case] = stored_cases(desk)
    assert case.received_at == datetime(2026, 11, 19, 16, 30, tzinfo=ZoneInfo("Asia/Seoul"))
    assert (case.external_number, case.flags) == ("202611191630001234", frozenset({CaseFlag.MANY}))
    desk.press(K.Key_N, CTRL)
    assert not more.isVisible()  # the next one is as quick as ever


@pytest.mark.parametrize(("typed", "told"), [("언젠가", "어제 16:30"), ("내일 9:00", "아직 오지 않은 때")])
def test_a_moment_of_receipt_that_cannot_be_is_refused_and_stays(
    desk: Desk, page: CasesView, typed: str, told: str
) -> None:
    form = page.form
    desk.press(K.Key_5)
    desk.commit("번호표 기계가 멈췄습니다")
    pick_department(desk, form)
    desk.press(K.Key_Period, CTRL)
    desk.commit(typed)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert told in form.trouble.words.text()
    assert desk.focus() is form.fields.more.received.line
    assert form.fields.more.received.line.property("wrong") == "true"
    assert form.fields.more.received.line.text() == typed
    assert stored_cases(desk) == []
    desk.press(K.Key_A, CTRL)
    desk.press(K.Key_Delete)
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert [case.received_at for case in stored_cases(desk)] == [desk.clock.at]


def test_another_form_that_is_wanted_is_asked_about_while_one_is_written(desk: Desk, page: CasesView) -> None:
    form = page.form
    department = desk.office.offices.departments(desk.shell.session.actor)[1].code
    card = NewCase(CaseKind.OTHER, "안내판이 없습니다", department_code=department)
    desk.press(K.Key_4)
    desk.commit("도서관에 책상을 늘려 주세요")
    page.begin_with(card)
    assert form.question is not None
    assert "도서관에 책상을" in form.question.sentence.text()
    desk.press(K.Key_Escape)
    assert form.fields.title.text() == "도서관에 책상을 늘려 주세요"
    page.begin_with(card)
    desk.enter()  # go on writing
    assert form.fields.title.text() == "도서관에 책상을 늘려 주세요"
    assert desk.focus() is form.fields.title
    page.begin_with(card)
    form.question.buttons[1].click()
    assert form.fields.title.text() == "안내판이 없습니다"
    form.question = None
    page.begin_with(card)  # the same again: it is there
    page.begin_new()
    assert form.question is None
    assert form.fields.title.text() == "안내판이 없습니다"


def test_the_days_of_its_deadline_are_shown_before_it_is_saved(desk: Desk, page: CasesView) -> None:
    form = page.form
    desk.press(K.Key_D, CTRL)
    assert not form.beside.explaining  # no kind, no deadline
    assert not form.due.how.isVisible()
    form.fields.choose_kind(KINDS.index(CaseKind.SUGGESTION))
    form.fields.title.setFocus()
    desk.commit("놀이터 모래를 바꿔 주세요")
    desk.until(form.due.how.isVisible)
    desk.press(K.Key_D, CTRL)
    assert form.beside.explaining
    assert [row.count for row in form.beside.days.model.records if row.last] == [14]
    assert not form.similar.isVisible()
    desk.press(K.Key_Escape)
    assert not form.beside.explaining
    assert form.similar.isVisible()
    assert form.question is None  # it asks nothing: the form stays
    assert desk.focus() is form.fields.title
    desk.bot.mouseClick(form.due, Qt.MouseButton.LeftButton, pos=form.due.due.geometry().center())
    assert form.beside.explaining
    form.fields.choose_kind(KINDS.index(CaseKind.GRIEVANCE))
    desk.until(lambda: [row.count for row in form.beside.days.model.records if row.last] == [7])
    form.due.how.click()
    assert not form.beside.explaining
