"""The consultant's line: what is said leads to answers by keys alone, or calmly to none."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

from app.domain.directory import Choice, Question
from app.domain.finding import Reason, Why
from app.domain.languages import ScreenLanguage
from app.ui.finder import words
from app.ui.finder.asking_presenter import Stage
from app.ui.finder.view import FinderView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk


def finder(desk: Desk) -> FinderView:
    """The consultant's first screen, ready to find."""
    desk.sign_in("consultant1")
    view = desk.screen(ScreenName.FINDER, FinderView)
    assert view.asking.state.stage is Stage.START
    return view


def ask(desk: Desk, view: FinderView, text: str) -> None:
    """As an input method gives it, in place of what stands there."""
    view.line.selectAll()
    desk.commit(text)


def test_a_consultants_day_starts_at_the_finder_with_the_keys_in_its_line(desk: Desk) -> None:
    view = finder(desk)
    assert desk.shell.current is ScreenName.FINDER
    assert QApplication.focusWidget() is view.line
    assert view.start.isVisible()
    assert len(view.start.flow.items) == len(view.asking.events) > 10


def test_answers_are_there_from_the_first_letter_on_while_it_is_being_composed(desk: Desk) -> None:
    view = finder(desk)
    desk.compose("여")
    assert view.asking.state.query == "여"
    assert view.answers.rows[0].isVisible()
    desk.compose("여궈")
    desk.commit("여권")
    state = view.asking.state
    assert (state.stage, state.query, state.chosen) == (Stage.ANSWERS, "여권", 0)
    assert state.rows[0].task.department == "민원여권과"
    assert "민원여권과" in view.answers.rows[0].accessibleName()
    assert view.detail.sheet.department.text() == "민원여권과"
    assert view.detail.sheet.place.text() == state.rows[0].task.form.location


def test_up_and_down_choose_without_leaving_the_line(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권")
    desk.press(Qt.Key.Key_Down)
    assert view.asking.state.chosen == 1
    chosen = view.asking.state.row
    assert chosen is not None
    assert view.detail.sheet.task.text() == chosen.task.title
    desk.press(Qt.Key.Key_Up)
    desk.press(Qt.Key.Key_Up)
    assert view.asking.state.chosen == 0
    desk.press(Qt.Key.Key_PageDown)
    assert view.asking.state.chosen == len(view.asking.state.rows) - 1
    assert QApplication.focusWidget() is view.line
    assert view.line.text() == "여권"


def test_the_wrong_keyboard_mode_is_understood_and_said(desk: Desk) -> None:
    view = finder(desk)
    desk.write("durnjs")
    row = view.asking.state.rows[0]
    assert row.task.department == "민원여권과"
    assert row.why is not None
    assert words.why(row.why) == "자판을 한글로 바꾸면 ‘여권’"


def test_what_is_not_in_this_building_is_marked_on_the_row_and_on_the_sheet(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "126")
    row = view.asking.state.row
    assert row is not None
    assert row.task.outside
    assert view.answers.rows[0].accessibleName().startswith("이 건물이 아님, 관할세무서")
    assert view.detail.sheet.outside.isVisible()
    assert not view.detail.hand.isEnabled()
    ask(desk, view, "여권")
    assert not view.detail.sheet.outside.isVisible()


def test_what_nobody_does_is_said_calmly_and_nothing_is_told_by_enter(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "오늘 날씨 참 좋네요")
    state = view.asking.state
    assert (state.stage, state.chosen) == (Stage.UNSURE, None)
    assert view.answers.unsure.isVisible()
    assert view.answers.unsure.heading.text() == "맞는 부서를 찾지 못했습니다"
    desk.enter()
    desk.settle()
    assert view.detail.notice.words.text() == "안내할 곳을 먼저 고르세요: ↑ ↓"
    assert view.guided.state.today == ()
    desk.press(Qt.Key.Key_Escape)
    assert (view.line.text(), view.asking.state.stage) == ("", Stage.START)


def test_the_question_that_decides_is_answered_by_a_key(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권")
    rows = view.asking.state.rows
    # Which words bring up a question is the finder's to decide; here it is what the screen does with one.
    question = Question("q", "어느 쪽인가요?", (Choice("하나", rows[0].task.id), Choice("둘", rows[2].task.id)))
    view.asking.state = replace(view.asking.state, question=question)
    view.asking.changed.emit(view.asking.state)
    assert view.question.isVisible()
    assert [button.text() for button in view.question.choices.items] == ["하나   Alt+1", "둘   Alt+2"]  # type: ignore[attr-defined]
    desk.press(Qt.Key.Key_2, ALT)
    assert not view.question.isVisible()
    assert view.asking.state.rows[0] == rows[2]
    assert view.asking.state.chosen == 0
    assert QApplication.focusWidget() is view.line


def test_a_life_event_that_was_spoken_of_opens_as_a_list_in_order(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "이사 왔어요")
    assert view.event_bar.isVisible()
    event = view.asking.state.events[0]
    desk.press(Qt.Key.Key_E, CTRL)
    state = view.asking.state
    assert state.stage is Stage.EVENT
    assert [row.step for row in state.rows] == list(range(1, len(event.steps) + 1))
    assert [row.task.id for row in state.rows] == [step.task_id for step in event.steps]
    assert view.answers.head.isVisible()
    assert view.detail.paper.text() == "할 일 모두 출력   Ctrl+P"
    desk.press(Qt.Key.Key_Escape)
    assert (view.asking.state.stage, view.line.text()) == (Stage.ANSWERS, "이사 왔어요")
    desk.press(Qt.Key.Key_Escape)
    assert (view.asking.state.stage, view.line.text()) == (Stage.START, "")


def test_the_key_of_life_events_is_no_key_of_the_line(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "이사 왔어요")
    asked = QKeyEvent(QEvent.Type.ShortcutOverride, Qt.Key.Key_E, CTRL)
    asked.ignore()
    QApplication.sendEvent(view.line, asked)
    assert not asked.isAccepted()


def test_a_life_event_is_chosen_from_the_beginning_by_keys(desk: Desk) -> None:
    view = finder(desk)
    view.start.flow.items[0].setFocus()
    desk.enter()
    assert view.asking.state.event == view.asking.events[0]
    assert QApplication.focusWidget() is view.line
    desk.press(Qt.Key.Key_Escape)
    assert view.asking.state.stage is Stage.START


@pytest.mark.parametrize(
    "text",
    [
        " ",
        "가" * 10_000,
        "🙂🙃",
        "'; DROP TABLE task; --",
        "(.*[",
        "\u1112\u1161\u11ab\u1100\u1173\u11af",
        "한a1ㄱ漢",
        "\x00\x01",
    ],
)
def test_anything_may_be_typed(desk: Desk, text: str) -> None:
    view = finder(desk)
    ask(desk, view, text)
    assert view.asking.state.stage in (Stage.START, Stage.ANSWERS, Stage.UNSURE)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Escape)
    assert view.line.text() == ""


def test_an_office_without_a_directory_is_told_so(desk: Desk) -> None:
    admin = desk.office.accounts.sign_in("admin", "minwon")
    for task in desk.office.directory.tasks(admin):
        desk.office.directory.retire(admin, task.id)
    desk.sign_in("consultant1")
    view = desk.screen(ScreenName.FINDER, FinderView)
    assert view.asking.state.stage is Stage.NO_DIRECTORY
    ask(desk, view, "여권")
    assert view.start.heading.text() == "업무 안내 자료가 아직 없습니다"


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080)])
@pytest.mark.parametrize("language", list(ScreenLanguage))
def test_everything_fits_the_window(make_desk: MakeDesk, size: tuple[int, int], language: ScreenLanguage) -> None:
    desk = make_desk(size=size, language=language)
    view = finder(desk)
    for text in ("여권", "이사 왔어요", "오늘 날씨 참 좋네요"):
        ask(desk, view, text)
        QApplication.processEvents()
        assert (desk.window.width(), desk.window.height()) == size
        assert view.panel.isVisible() is (size[0] > 1500)
        for button in (view.detail.give, view.detail.paper, view.detail.hand, *view.detail.clocks):
            if button.isVisible():
                assert button.width() >= button.minimumSizeHint().width(), button.text()
                assert button.height() >= 44


def test_reasons_are_said_in_words() -> None:
    assert words.why(Why(Reason.WORDS, ("장례", "치르고"))) == "‘장례’, ‘치르고’라는 말로"
    assert words.why(Why(Reason.WORDS, ("여권",))) == "‘여권’이라는 말로"
    assert words.why(Why(Reason.LEARNED)) == "전에 확인된 말"
    assert words.why(Why(Reason.KEYBOARD, ("chi",))) == "자판을 영문으로 바꾸면 ‘chi’"
    assert words.why(Why(Reason.PHONE, ("4101",))) == "전화번호 ‘4101’"
