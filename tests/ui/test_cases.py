"""The log of cases by keyboard: found, opened, taken further, undone, explained, printed; and two at one case."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import Case, CaseKind, CaseResult, CaseScope, CaseStatus, NewCase
from app.domain.re_reviews import PrecedentForm
from app.ui.cases.acts import CaseAct
from app.ui.cases.browser import CaseBrowser
from app.ui.cases.due_card import DueCard
from app.ui.cases.step_fields import results_of
from app.ui.cases.step_form import StepForm
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD, stored
from tests.ui.conftest import ALT, CTRL, Desk

PERSON = {"name": "홍길동", "phone": "010-1234-5678", "address": "새빛구 새빛로 12"}
K = Qt.Key


def receive(desk: Desk, actor: Actor, title: str, kind: CaseKind = CaseKind.SUGGESTION) -> Case:
    """A case received at the counter now."""
    person = {} if kind in (CaseKind.OTHER, CaseKind.PRAISE) else PERSON
    department = desk.office.offices.departments(actor)[1].code
    new = NewCase(kind, title, text="언제 고쳐 주시나요?", department_code=department, **person)  # type: ignore[arg-type]
    return desk.office.cases.open(actor, new)


def log(desk: Desk, login: str = "clerk1") -> CaseBrowser:
    """The log, with the keyboard in its list."""
    desk.sign_in(login)
    desk.press(K.Key_F8 if login == "auditor1" else K.Key_F7)
    desk.settle()
    return desk.screen(ScreenName.CASEWORK, CaseworkView).cases.browser


def open_first(desk: Desk, browser: CaseBrowser) -> None:
    """Open the case whose row is chosen."""
    desk.enter()
    desk.settle()
    assert browser.view is not None
    assert browser.sheet.isVisible()


def form(browser: CaseBrowser) -> StepForm:
    assert isinstance(browser.side.card, StepForm)
    return browser.side.card


def status(browser: CaseBrowser) -> CaseStatus:
    """Where the open case stands."""
    assert browser.view is not None
    return browser.view.course.status


def titles(browser: CaseBrowser) -> list[str]:
    return [line.title for line in browser.list.model.records]


def test_the_log_opens_with_the_keyboard_in_its_rows_and_enter_opens_a_case_beside_it(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "가로등이 꺼졌습니다")
    desk.clock.pass_by(minutes=1)
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    assert QApplication.focusWidget() is browser.list.table
    assert not browser.sheet.isVisible()
    desk.press(K.Key_Down)
    open_first(desk, browser)
    assert browser.sheet.title.whole() == titles(browser)[1]
    assert browser.sheet.who.whole() == "홍*동"
    assert [row.head for row in browser.sheet.timeline.rows] == ["접수 · 창구"]
    desk.press(K.Key_Escape)
    assert browser.view is None
    assert QApplication.focusWidget() is browser.list.table


def test_typing_searches_after_a_pause_and_says_where(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "가로등이 꺼졌습니다")
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    desk.press(K.Key_F, CTRL)
    desk.compose("가로")
    desk.commit("가로등")
    desk.until(lambda: titles(browser) == ["가로등이 꺼졌습니다"])
    assert browser.list.where.text() == "이 PC의 모든 민원에서 찾았습니다."
    desk.press(K.Key_Escape)
    desk.until(lambda: len(titles(browser)) == 2)
    assert not browser.list.where.isVisible()


def test_scopes_and_filters_narrow_the_list(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "여권 창구가 친절합니다", CaseKind.PRAISE)
    late = receive(desk, clerk, "가로등이 꺼졌습니다")
    browser = log(desk)
    desk.press(K.Key_2, CTRL)
    desk.settle()
    assert browser.list.presenter.filter.scope is CaseScope.OVERDUE
    assert titles(browser) == []
    assert browser.list.empty.heading.text() == "기한이 지난 민원이 없습니다"
    desk.clock.pass_by(days=40)
    desk.press(K.Key_2, CTRL)
    desk.settle()
    assert [line.id for line in browser.list.model.records] == [late.id]
    due = next(c for c in browser.list.model.columns if c.title == "기한")
    assert due.text(browser.list.model.records[0]).startswith("지남 ")
    desk.press(K.Key_7, CTRL)
    browser.list.presenter.choose_kind(CaseKind.PRAISE)
    desk.settle()
    assert titles(browser) == ["여권 창구가 친절합니다"]


def test_a_list_is_read_page_by_page(desk: Desk, clerk: Actor) -> None:
    for number in range(60):
        receive(desk, clerk, f"{number}번 가로등", CaseKind.OTHER)
    browser = log(desk)
    assert len(titles(browser)) == 50
    browser.list.table.scrollToBottom()
    desk.until(lambda: len(titles(browser)) == 60)


def test_taking_over_answering_and_closing_by_the_next_key(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_F5)
    desk.settle()
    assert browser.view is not None
    assert browser.view.course.owner == "clerk1"
    desk.press(K.Key_F5)
    assert form(browser).kind is CaseStepKind.ANSWERED
    desk.compose("책상을 늘리겠습니")
    desk.press(K.Key_Return, CTRL)  # what was being composed is not lost
    desk.settle()
    assert status(browser) is CaseStatus.ANSWERED
    assert browser.view.steps[-1].text == "책상을 늘리겠습니"
    assert "처리결과 통지서" in browser.sheet.said.words.text()
    assert QApplication.focusWidget() is browser.sheet.timeline
    desk.press(K.Key_P, CTRL)
    desk.settle()
    assert [path.name for path in (desk.office.home.root / "letters").glob("*")] == [f"{case.number}-result.pdf"]
    desk.press(K.Key_F5)
    desk.enter()
    desk.settle()
    assert status(browser) is CaseStatus.CLOSED


def test_a_step_is_undone_and_one_is_put_right_with_both_days_shown(desk: Desk, clerk: Actor) -> None:
    desk.clock.pass_by(days=-3)
    case = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    desk.clock.pass_by(days=3)
    desk.office.cases.step(clerk, case.id, NewStep(CaseStepKind.TAKEN_OVER))
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_J, CTRL)
    desk.press(K.Key_A, CTRL)
    desk.write("11.18")
    desk.enter()
    desk.settle()
    assert browser.view is not None
    [taken_over] = [row for row in browser.sheet.timeline.rows if row.head == "이어받기"]
    assert (taken_over.day, taken_over.note) == ("11.20.", "실제로는 11.18.")
    desk.press(K.Key_Z, CTRL)
    form(browser).of.setCurrentIndex(form(browser).of.count() - 1)  # type: ignore[union-attr]
    form(browser).submit()
    desk.settle()
    [taken_over] = [row for row in browser.sheet.timeline.rows if row.head == "이어받기"]
    assert (taken_over.struck, taken_over.note) == (True, "되돌림")
    assert browser.view.course.owner == ""


def test_a_day_before_the_case_began_is_refused_and_what_was_typed_stays(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("늘리겠습니다")
    on = form(browser).on
    assert on is not None
    on.line.setText("11.3")
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert "앞입니다" in form(browser).trouble.words.text()
    assert form(browser).text.toPlainText() == "늘리겠습니다"  # type: ignore[union-attr]
    assert QApplication.focusWidget() is on.line
    on.line.setText("언젠가")
    desk.press(K.Key_Return, CTRL)
    assert "날짜" in form(browser).trouble.words.text()
    assert browser.view is not None
    assert browser.view.steps == ()


def test_what_is_written_is_there_again_when_the_form_is(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("늘리겠습니다")
    assert desk.shell.unfinished().typed
    desk.press(K.Key_Escape)
    assert browser.side.card is None
    assert desk.shell.unfinished().typed
    desk.press(K.Key_W, CTRL)
    assert form(browser).text.toPlainText() == "늘리겠습니다"  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("kind", "told", "not_told"),
    [
        (CaseKind.CERTIFICATE, ("60일", "이의신청", "행정심판"), ("고충민원",)),
        (CaseKind.SUGGESTION, ("고충민원", "행정심판", "물어보실 수 있습니다"), ("60일", "이의신청")),
    ],
)
def test_what_a_refusal_says_of_objecting_is_that_of_its_kind(
    desk: Desk, clerk: Actor, kind: CaseKind, told: tuple[str, ...], not_told: tuple[str, ...]
) -> None:
    case = receive(desk, clerk, "책상을 늘려 주세요", kind)
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("자리가 없습니다")
    form(browser).results.button(results_of(kind).index(CaseResult.REFUSED)).click()
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    step = desk.office.cases.show(clerk, case.id).steps[-1]
    assert step.kind is CaseStepKind.ANSWERED
    assert all(word in step.remedy for word in told)
    assert not any(word in step.remedy for word in not_told)


def test_a_key_for_what_is_not_possible_says_why(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_G, CTRL)
    assert browser.side.card is None
    assert "아직 답변하지 않았습니다" in browser.sheet.notice.words.text()


def test_a_due_date_shows_its_days_one_by_one(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "놀이터 모래를 바꿔 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_D, CTRL)
    card = browser.side.card
    assert isinstance(card, DueCard)
    days = card.model.records
    counted = [row for row in days if row.count]
    assert len(counted) == 14
    assert counted[0].day == date(2026, 11, 20)
    assert counted[-1].day == date(2026, 12, 9)
    assert [row.why for row in days if row.day == date(2026, 11, 21)] == ["주말"]
    desk.office.cases.step(clerk, case.id, NewStep(CaseStepKind.SUPPLEMENT_ASKED, "사진", until=date(2026, 11, 27)))
    desk.press(K.Key_D, CTRL)
    assert browser.side.card is None
    browser.open_case(case.id)
    desk.settle()
    assert "기한을 세지 않습니다" in browser.sheet.pause.words.text()
    browser.sheet.due.click()
    assert isinstance(browser.side.card, DueCard)
    assert "보완을 기다린 날" in {row.why for row in browser.side.card.model.records}


def test_a_click_on_a_due_date_in_the_list_shows_its_days_too(desk: Desk, clerk: Actor) -> None:
    cases = [receive(desk, clerk, title) for title in ("놀이터 모래를 바꿔 주세요", "의자를 놓아 주세요")]
    browser = log(desk)
    desk.click_cell(browser.list.table, 1, "기한")
    assert browser.view is not None
    assert browser.view.case.id in {case.id for case in cases}
    assert isinstance(browser.side.card, DueCard)
    assert [row.count for row in browser.side.card.model.records if row.last] == [14]
    shown = browser.view.case.id
    desk.click_cell(browser.list.table, 0, "기한")
    assert browser.view.case.id != shown
    assert isinstance(browser.side.card, DueCard)
    browser.open_case(shown)
    desk.settle()
    assert browser.side.card is None
    desk.click_cell(browser.list.table, 0, "제목")
    assert browser.side.card is None


def test_the_name_is_shown_after_saying_why_and_that_is_logged(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "놀이터 모래를 바꿔 주세요")
    browser = log(desk)
    open_first(desk, browser)
    assert "홍길동" not in browser.sheet.who.whole()
    desk.press(K.Key_I, CTRL)
    desk.press(K.Key_2)
    desk.settle()
    assert browser.sheet.who.whole() == "홍길동 · 010-1234-5678 · 새빛구 새빛로 12"
    rows = stored(desk.office.home, "SELECT row_id, detail FROM audit WHERE action = 'see_case_name'")
    assert [row[0] for row in rows] == [case.id]
    assert "identity" in str(rows[0][1])


def test_somebody_elses_step_in_between_is_told_and_nothing_typed_is_lost(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    other = desk.office.accounts.sign_in("consultant1", PASSWORD)
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("늘리겠습니다")
    desk.office.cases.step(other, case.id, NewStep(CaseStepKind.NOTED, "통화함"))
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    told = form(browser).told.words.text()
    assert other.name in told
    assert "메모" in told
    assert form(browser).text.toPlainText() == "늘리겠습니다"  # type: ignore[union-attr]
    assert [row.head for row in browser.sheet.timeline.rows] == ["메모", "접수 · 창구"]
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert browser.view is not None
    assert status(browser) is CaseStatus.ANSWERED


def test_two_who_close_the_same_case(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "가로등이 꺼졌습니다", CaseKind.OTHER)
    other = desk.office.accounts.sign_in("consultant1", PASSWORD)
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("고쳤습니다")
    desk.office.cases.step(other, case.id, NewStep(CaseStepKind.CLOSED))
    desk.press(K.Key_Return, CTRL)
    desk.settle()
    assert "종결" in form(browser).told.words.text()
    assert form(browser).text.toPlainText() == "고쳤습니다"  # type: ignore[union-attr]
    assert browser.view is not None
    assert status(browser) is CaseStatus.CLOSED


def test_precedents_stand_beside_an_answer_and_an_answer_becomes_one(desk: Desk, clerk: Actor) -> None:
    form_ = PrecedentForm("도서관 책상을 늘려 달라는 건의", "내년 예산에 넣어 늘립니다.")
    desk.office.precedents.add(clerk, form_)
    receive(desk, clerk, "도서관 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.until(form(browser).precedents.isVisible)
    desk.press(K.Key_1, CTRL)
    assert form(browser).text.toPlainText() == "내년 예산에 넣어 늘립니다."  # type: ignore[union-attr]
    desk.commit(" 고맙습니다.")
    desk.press(K.Key_R, CTRL)
    desk.settle()
    kept = {each.answer for each in desk.office.precedents.all(clerk)}
    assert "내년 예산에 넣어 늘립니다. 고맙습니다." in kept


def test_files_are_dropped_opened_and_taken_out_and_a_program_is_refused(
    desk: Desk, clerk: Actor, tmp_path: Path
) -> None:
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    picture = tmp_path / "책상.png"
    browser.grab().save(str(picture))
    program = tmp_path / "사진.png"
    program.write_bytes(b"MZ" + bytes(500))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(picture)), QUrl.fromLocalFile(str(program))])
    everywhere = Qt.DropAction.CopyAction
    buttons, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    browser.sheet.dropEvent(QDropEvent(QPointF(5, 5), everywhere, dropped, buttons, none))
    desk.until(lambda: len(browser.sheet.attachments.chips.items) == 1 and desk.window.runner.idle)
    assert "PDF나 사진이 아닙니다" in browser.sheet.notice.words.text()
    chip = browser.sheet.attachments.chips.items[0]
    chip.setFocus()
    desk.press(K.Key_Space)
    desk.settle()
    assert browser.side.card is not None
    desk.until(lambda: not browser.side.card.picture.pixmap().isNull())  # type: ignore[union-attr]
    desk.press(K.Key_Escape)
    browser.sheet.attachments.chips.items[0].setFocus()
    desk.press(K.Key_Delete)
    assert browser.papers.question is not None
    desk.enter()
    desk.until(lambda: not browser.sheet.attachments.chips.items and desk.window.runner.idle)


def test_a_second_grievance_is_the_audit_officers(desk: Desk, clerk: Actor) -> None:
    first = receive(desk, clerk, "가로등이 꺼졌습니다", CaseKind.GRIEVANCE)
    second = desk.office.cases.open(
        clerk,
        NewCase(
            CaseKind.GRIEVANCE,
            "아직도 꺼져 있습니다",
            matter_id=first.id,
            department_code=first.department_code,
            **PERSON,  # type: ignore[arg-type]
        ),
    )
    browser = log(desk)
    browser.open_case(second.id)
    desk.settle()
    assert browser.sheet.sealed.isVisible()
    assert browser.sheet.title.whole() == "(볼 수 없음)"
    assert not browser.sheet.deeds.buttons
    desk.window.sign_out()
    assert desk.window.sign_in_view is not None
    desk.window.sign_in_view.setFocus()
    auditors = log(desk, "auditor1")
    assert titles(auditors) == ["아직도 꺼져 있습니다"]
    assert not auditors.list.new.isVisible()
    open_first(desk, auditors)
    desk.press(K.Key_T, CTRL)
    desk.settle()
    assert auditors.view is not None
    assert auditors.view.course.owner == "auditor1"
    auditors.rarer.begin(CaseAct.UNLINK)
    desk.settle()
    assert not auditors.sheet.isVisible()
    assert titles(auditors) == []
    assert not desk.office.cases.show(clerk, second.id).sealed


def test_the_list_says_who_has_taken_a_case_over_by_name(desk: Desk, clerk: Actor) -> None:
    case = receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    receive(desk, clerk, "가로등이 꺼졌습니다")
    desk.office.cases.step(clerk, case.id, NewStep(CaseStepKind.TAKEN_OVER))
    browser = log(desk)
    owner = next(c for c in browser.list.model.columns if c.title == "담당자")
    said = {line.title: owner.text(line) for line in browser.list.model.records}
    assert said == {"도서관에 책상을 늘려 주세요": clerk.name, "가로등이 꺼졌습니다": "–"}


def test_a_new_holiday_moves_the_due_date_visibly(desk: Desk, clerk: Actor) -> None:
    admin = desk.office.accounts.sign_in("admin", PASSWORD)
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    desk.office.calendar.add_holiday(admin, date(2026, 11, 25), "임시공휴일")
    browser.list.presenter.reload()
    desk.settle()
    due = next(c for c in browser.list.model.columns if c.title == "기한")
    line = browser.list.model.records[0]
    assert "옮겨짐" in due.text(line)
    assert due.tip is not None
    assert "12월 9일" in due.tip(line)
    open_first(desk, browser)
    assert "기한 옮겨짐" in browser.sheet.moved.words.text()


def test_other_pages_and_screens_leave_the_case_as_it_was(desk: Desk, clerk: Actor) -> None:
    receive(desk, clerk, "도서관에 책상을 늘려 주세요")
    browser = log(desk)
    open_first(desk, browser)
    desk.press(K.Key_W, CTRL)
    desk.commit("늘리겠습니다")
    desk.press(K.Key_F2)
    desk.press(K.Key_F7)
    desk.settle()
    assert form(browser).text.toPlainText() == "늘리겠습니다"  # type: ignore[union-attr]
    assert QApplication.focusWidget() is form(browser).text
    desk.press(K.Key_1, ALT)
    assert QApplication.focusWidget() is form(browser).text
