"""Showing the way at the finder: told, printed, announced, transferred; and what became of it."""

from __future__ import annotations

from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.actors import Actor
from app.domain.finding import Reason
from app.domain.guidance import Guidance, GuidanceOutcome, TransferKind, WrongReason
from app.domain.languages import Language
from app.domain.visits import VisitStatus
from app.ui.finder import words
from app.ui.finder.asking_presenter import Stage
from app.ui.finder.view import FinderView
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.test_finder_asking import ask, finder


def consultant(desk: Desk) -> Actor:
    return desk.office.accounts.sign_in("consultant1", PASSWORD)


def guided(desk: Desk) -> tuple[Guidance, ...]:
    """What the database says, newest first."""
    return desk.office.guidance.today(consultant(desk))


def papers(desk: Desk) -> list[str]:
    return sorted(path.name for path in (desk.office.home.root / "guidance").glob("*.pdf"))


def told(desk: Desk, view: FinderView, text: str) -> Guidance:
    """Ask, and tell the first answer."""
    ask(desk, view, text)
    desk.enter()
    desk.settle()
    return guided(desk)[0]


def test_enter_writes_down_that_it_was_told_once_and_the_next_letter_begins_anew(desk: Desk) -> None:
    view = finder(desk)
    given = told(desk, view, "여권 만들러 왔어요")
    desk.enter()
    desk.settle()
    assert [(each.phrase, each.task_id) for each in guided(desk)] == [
        ("여권 만들러 왔어요", view.asking.state.rows[0].task.id)
    ]
    assert given.login == "consultant1"
    assert view.detail.said.isVisible()
    assert QApplication.focusWidget() is view.line
    desk.compose("이")
    assert view.asking.state.query == "이"


def test_what_is_typed_before_it_is_written_down_belongs_to_the_next_citizen(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권 만들러 왔어요")
    desk.enter()
    ask(desk, view, "이사")
    desk.settle()
    desk.commit(" 왔어요")
    assert view.line.text() == "이사 왔어요"
    assert [each.phrase for each in guided(desk)] == ["여권 만들러 왔어요"]


def test_a_slip_is_printed_in_the_language_that_was_chosen_and_is_one_guidance(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권")
    desk.press(Qt.Key.Key_G, CTRL)
    assert view.detail.languages.checkedId() == list(Language).index(Language.EN)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    desk.enter()
    desk.settle()
    assert [name[-7:] for name in papers(desk)] == ["-en.pdf"]
    assert len(guided(desk)) == 1
    assert view.detail.said.words.text() == "안내문을 프린터로 보냈습니다: 민원여권과"
    ask(desk, view, "이사")
    assert view.giving.language is Language.KO


def test_a_life_events_list_is_printed_and_is_no_guidance_yet(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "이사 왔어요")
    desk.press(Qt.Key.Key_E, CTRL)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert len(papers(desk)) == 1
    assert guided(desk) == ()


def test_the_receiving_counter_sees_the_person_coming_and_it_can_be_taken_back(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권 만들러 왔어요")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    (visit,) = desk.stored()
    assert visit.status is VisitStatus.WAITING
    assert "여권 만들러 왔어요" in visit.note
    assert guided(desk)[0].visit_id == visit.id
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.stored()[0].status is VisitStatus.UNDONE
    assert guided(desk) == ()
    assert view.line.text() == "여권 만들러 왔어요"


def test_whoever_is_told_and_then_announced_is_one_guidance(desk: Desk) -> None:
    view = finder(desk)
    given = told(desk, view, "여권 만들러 왔어요")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    (visit,) = desk.stored()
    assert [(each.id, each.visit_id) for each in guided(desk)] == [(given.id, visit.id)]


def test_what_was_told_by_mistake_can_be_taken_back_and_told_anew(desk: Desk) -> None:
    view = finder(desk)
    given = told(desk, view, "여권 만들러 왔어요")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert guided(desk) == ()
    desk.enter()
    desk.settle()
    assert [each.task_id for each in guided(desk)] == [given.task_id]
    assert guided(desk)[0].id != given.id


def test_a_department_that_registers_nothing_is_asked_about_and_waits_as_what_was_chosen(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "4101")
    chosen = view.asking.state.row
    assert chosen is not None
    assert chosen.task.department == "감사담당관"
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.stored() == ()
    dialog = view.service_choice
    assert dialog is not None
    assert dialog.isVisible()
    desk.commit("기타")
    desk.enter()
    desk.settle()
    (visit,) = desk.stored()
    assert (visit.service_code, visit.status) == ("GENERAL", VisitStatus.WAITING)
    assert guided(desk)[0].task_id == chosen.task.id
    assert QApplication.focusWidget() is view.line


def test_nobody_is_announced_in_another_building(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "126")
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert view.detail.notice.isVisible()
    assert (guided(desk), desk.stored()) == ((), ())


def test_a_transfer_clock_runs_is_overdue_in_words_and_ends_when_taken_over(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권")
    assert [button.text().splitlines()[-1] for button in view.detail.clocks] == [
        "오늘 11:00까지",
        "오늘 14:00까지",
        "23일(월) 10:00까지",
    ]
    desk.press(Qt.Key.Key_3, CTRL)
    desk.settle()
    (given,) = guided(desk)
    assert (given.transfer, given.due) == (TransferKind.INSIDE, desk.clock.at + timedelta(hours=4))
    assert view.clocks.isVisible()
    assert view.clocks.said() == ("민원여권과 · 오늘 14:00까지 · 4시간 남음",)
    desk.clock.pass_by(hours=4, minutes=12)
    view.guided.reload()
    desk.settle()
    assert view.clocks.said() == ("민원여권과 · 오늘 14:00까지 · 기한 12분 지남",)
    desk.press(Qt.Key.Key_T, CTRL)
    desk.settle()
    assert guided(desk)[0].taken_at == desk.clock.at
    assert not view.clocks.isVisible()


def test_a_clock_begun_by_mistake_is_taken_back(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "여권")
    desk.enter()
    desk.settle()
    desk.press(Qt.Key.Key_8, CTRL)
    desk.settle()
    assert [each.transfer for each in guided(desk)] == [TransferKind.OUTSIDE]
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert [each.transfer for each in guided(desk)] == [TransferKind.NONE]
    assert not view.clocks.isVisible()


def test_what_was_confirmed_comes_first_the_next_time_and_says_so(desk: Desk) -> None:
    view = finder(desk)
    ask(desk, view, "그 파란 수첩 같은 거")
    desk.press(Qt.Key.Key_Escape)
    passport = next(
        t for t in desk.office.directory.tasks(consultant(desk)) if t.title == "여권 신규·재발급 신청 및 교부"
    )
    desk.office.guidance.give(consultant(desk), "그 파란 수첩 같은 거", passport.id)
    view.guided.reload()
    desk.settle()
    desk.press(Qt.Key.Key_F5)
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert [each.outcome for each in guided(desk)] == [GuidanceOutcome.RIGHT]
    ask(desk, view, "그 파란 수첩 같은 거")
    first = view.asking.state.rows[0]
    assert (view.asking.state.stage, first.task.id) == (Stage.ANSWERS, passport.id)
    assert first.why is not None
    assert (first.why.reason, words.why(first.why)) == (Reason.LEARNED, "전에 확인된 말")


def test_the_wrong_desk_is_told_with_the_right_one_and_the_reason(desk: Desk) -> None:
    view = finder(desk)
    given = told(desk, view, "여권 만들러 왔어요")
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F8)
    dialog = view.real_desk
    assert dialog is not None
    assert all(row.task.id != given.task_id for row in dialog.presenter.state.rows)
    desk.commit("126")
    real = dialog.presenter.state.row
    assert real is not None
    desk.press(Qt.Key.Key_2, ALT)
    desk.enter()
    desk.settle()
    (now,) = guided(desk)
    assert (now.outcome, now.actual_task_id, now.reason) == (GuidanceOutcome.WRONG, real.task.id, WrongReason.MOVED)
    assert view.panel.model.index(0, 3).data() == f"→ {real.task.department}"
    assert QApplication.focusWidget() is view.line
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert guided(desk)[0].outcome is GuidanceOutcome.OPEN


def test_where_they_really_belonged_may_be_unknown(desk: Desk) -> None:
    view = finder(desk)
    told(desk, view, "여권 만들러 왔어요")
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F8)
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    (now,) = guided(desk)
    assert (now.outcome, now.actual_task_id) == (GuidanceOutcome.WRONG, None)
    assert view.panel.model.index(0, 3).data() == "다른 곳"


def test_the_list_is_reached_and_left_by_keys(desk: Desk) -> None:
    view = finder(desk)
    told(desk, view, "여권 만들러 왔어요")
    told(desk, view, "이사 왔어요")
    assert not view.panel.isVisible()
    desk.press(Qt.Key.Key_F, CTRL)
    assert view.panel.isVisible()
    assert QApplication.focusWidget() is view.panel.table
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_F5)
    desk.settle()
    assert [each.outcome for each in guided(desk)] == [GuidanceOutcome.OPEN, GuidanceOutcome.RIGHT]
    desk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is view.line
