"""Improvement tasks, second looks and precedents at the real window, by keys."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.improvements import ImprovementStatus
from app.domain.re_reviews import ReReviewState
from app.ui.casework.pages import CasePageName
from app.ui.casework.view import CaseworkView
from app.ui.improvements.page import ImprovementsPage
from app.ui.improvements.view import ImprovementsView
from app.ui.precedents.view import PrecedentsView
from app.ui.re_reviews.view import ReReviewsView
from app.ui.shared.places import ScreenName
from app.ui.shared.side_form import FieldGrid
from app.ui.shared.typed_line import TypedLine
from app.ui.shared.typed_text import TypedText
from tests.ui.conftest import ALT, CTRL, Desk

W = TypeVar("W", bound=QWidget)


def opened(desk: Desk, name: CasePageName, digit: Qt.Key, kind: type[W]) -> W:
    """A page of the screen for cases, opened by its keys."""
    desk.sign_in()
    desk.press(Qt.Key.Key_F7)
    desk.settle()
    desk.press(digit, ALT)
    desk.settle()
    page = desk.screen(ScreenName.CASEWORK, CaseworkView).page(name)
    assert isinstance(page, kind)
    return page


def fill(desk: Desk, grid: FieldGrid, **texts: str) -> None:
    """Type into fields, as an input method gives it."""
    for name, text in texts.items():
        field = grid.widgets[name]
        assert isinstance(field, TypedLine | TypedText)
        field.setFocus()
        field.selectAll()
        desk.commit(text)


def new(desk: Desk) -> None:
    desk.press(Qt.Key.Key_N, CTRL)


def test_a_precedent_is_kept_changed_and_put_away(desk: Desk) -> None:
    view = opened(desk, CasePageName.PRECEDENTS, Qt.Key.Key_6, PrecedentsView)
    new(desk)
    fill(desk, view.list.form.grid, precedent_question="가족관계증명서를 대신 받을 수 있나요?")
    fill(desk, view.list.form.grid, answer="위임장과 신분증이 있으면 됩니다.", law="가족관계등록법 제14조")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    actor = desk.shell.session.actor
    (kept,) = desk.office.precedents.all(actor)
    assert (kept.question, kept.law) == ("가족관계증명서를 대신 받을 수 있나요?", "가족관계등록법 제14조")
    assert [found.id for found in desk.office.precedents.find(actor, "가족관계증명서 대신 받고 싶어요")] == [kept.id]
    view.list.table.setFocus()
    desk.press(Qt.Key.Key_D, CTRL)
    desk.settle()
    assert not desk.office.precedents.all(actor)[0].active
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.precedents.all(actor)[0].active


def test_a_precedent_with_a_phone_number_is_not_kept_and_nothing_typed_is_lost(desk: Desk) -> None:
    view = opened(desk, CasePageName.PRECEDENTS, Qt.Key.Key_6, PrecedentsView)
    new(desk)
    said = "010-1234-5678로 전화해 드립니다."
    fill(desk, view.list.form.grid, precedent_question="누구에게 묻나요?", answer=said)
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert desk.office.precedents.all(desk.shell.session.actor) == ()
    assert view.list.form.grid.values()["answer"] == said
    assert view.list.form.grid.troubles["answer"].text()


def test_somebody_rejected_is_looked_at_again_on_the_day(desk: Desk) -> None:
    view = opened(desk, CasePageName.RE_REVIEWS, Qt.Key.Key_5, ReReviewsView)
    new(desk)
    grid = view.list.form.grid
    fill(desk, grid, applied_for="생계급여", rejection_reason="소득 기준을 조금 넘음", person_name="홍길동")
    fill(desk, grid, phone="010-0000-0000", rejected_on="오늘", look_on="+30")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    actor = desk.shell.session.actor
    (kept,) = desk.office.re_reviews.all(actor)
    assert (kept.form.look_on - kept.form.rejected_on).days == 30
    assert desk.office.re_reviews.due(actor) == ()
    shown = view.list.model.index(0, 2).data()
    assert shown == "홍*동"
    desk.clock.pass_by(days=30)
    assert [each.id for each in desk.office.re_reviews.due(actor)] == [kept.id]
    view.presenter.load()
    desk.settle()
    view.list.table.setFocus()
    desk.press(Qt.Key.Key_1, CTRL)
    desk.settle()
    assert desk.office.re_reviews.show(actor, kept.id).state is ReReviewState.GRANTED
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert desk.office.re_reviews.show(actor, kept.id).state is ReReviewState.WAITING


def test_a_day_that_is_none_marks_its_field(desk: Desk) -> None:
    view = opened(desk, CasePageName.RE_REVIEWS, Qt.Key.Key_5, ReReviewsView)
    new(desk)
    grid = view.list.form.grid
    fill(desk, grid, applied_for="생계급여", person_name="홍길동", rejected_on="오늘", look_on="언젠가")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert "날짜" in grid.troubles["look_on"].text()
    fill(desk, grid, look_on="-3")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    assert desk.office.re_reviews.all(desk.shell.session.actor) == ()
    assert grid.values()["applied_for"] == "생계급여"


def improvement(desk: Desk) -> tuple[ImprovementsView, ImprovementsPage]:
    view = opened(desk, CasePageName.IMPROVEMENTS, Qt.Key.Key_4, ImprovementsView)
    assert isinstance(view.list, ImprovementsPage)
    return view, view.list


def test_an_improvement_task_begins_with_consulting(desk: Desk) -> None:
    _view, page = improvement(desk)
    new(desk)
    grid = page.form.grid
    fill(desk, grid, improvement_title="여권 창구 대기 줄이기", goal="점심때도 20분 안에", measure="대기 시간(분)")
    fill(desk, grid, measured_before="45", ends="+90")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    actor = desk.shell.session.actor
    (kept,) = desk.office.improvements.all(actor)
    assert kept.form.status is ImprovementStatus.CONSULTING
    page.show_entry(kept)
    page.reviews.text.setFocus()
    desk.commit("사람이 한 명 늘었다")
    page.reviews.status.setCurrentIndex(page.reviews.status.findData(ImprovementStatus.ON_TRACK))
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    assert desk.office.improvements.all(actor)[0].reviews == ()  # nobody was consulted yet
    fill(desk, grid, consulted="여권팀, 민원상담관")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    page.reviews.text.setFocus()
    desk.commit("사람이 한 명 늘었다")
    page.reviews.status.setCurrentIndex(page.reviews.status.findData(ImprovementStatus.ON_TRACK))
    desk.press(Qt.Key.Key_Return, CTRL)
    desk.settle()
    (review,) = desk.office.improvements.all(actor)[0].reviews
    assert (review.text, review.status) == ("사람이 한 명 늘었다", ImprovementStatus.ON_TRACK)


def test_its_sheet_is_printed(desk: Desk) -> None:
    _view, page = improvement(desk)
    new(desk)
    fill(desk, page.form.grid, improvement_title="안내판 고치기", goal="한 번에 찾아가기")
    desk.press(Qt.Key.Key_S, CTRL)
    desk.settle()
    page.table.setFocus()
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert len(list((desk.office.home.root / "improvements").glob("*.pdf"))) == 1
