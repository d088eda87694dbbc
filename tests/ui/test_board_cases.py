"""Cards of the board that become a case: taken back by the same key as the rest, and covered once they are sealed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.cards import CardState, Side
from app.domain.case_steps import CaseStepKind, NewStep
from app.domain.cases import CaseKind, CaseResult, NewCase
from app.ui.board.presenter import Group
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.test_board import board, press, put, shown, stored


def test_a_case_made_of_a_card_is_taken_back_by_the_key_that_takes_things_back(
    desk: Desk, office: Office, clerk: Actor
) -> None:
    card = put(office, clerk, "정말 친절했습니다", Side.LIKED)
    earlier = put(office, clerk, "의자가 모자라요")
    view = board(desk)
    casework = desk.screen(ScreenName.CASEWORK, CaseworkView)
    press(desk, Qt.Key.Key_4)
    form = casework.cases.form
    department = office.offices.departments(clerk)[0].code
    typed = form.fields.typed(settled=True)
    assert typed is not None
    form.presenter.submit(replace(form._with_given(typed), department_code=department))
    desk.settle()
    made = stored(office, clerk)[card.text].case_id
    assert made is not None
    desk.press(Qt.Key.Key_2, ALT)
    desk.settle()
    assert shown(view, Side.LIKED) == []
    assert view.filters.undo.isEnabled()
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert shown(view, Side.LIKED) == [card.text]
    assert "취하" in view.filters.said.whole()
    assert stored(office, clerk)[card.text].state is CardState.NEW
    assert office.cases.show(clerk, made).course.result is CaseResult.WITHDRAWN
    opened = casework.cases.browser.view  # it was opened beside the list when it was received
    assert opened is not None
    assert (opened.case.id, opened.course.result) == (made, CaseResult.WITHDRAWN)
    assert stored(office, clerk)[earlier.text].state is CardState.NEW
    # Once something was done with it, the sentence says why not.
    again = office.board.make_case(clerk, card.id, NewCase(CaseKind.PRAISE, "친절", department_code=department))
    view.case_made(again)
    office.cases.step(clerk, again.id, NewStep(CaseStepKind.TAKEN_OVER))
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert again.number in view.notice.words.text()
    assert "처리한 단계" in view.notice.words.text()
    assert stored(office, clerk)[card.text].case_id == again.id


def test_a_card_of_the_audit_officers_case_shows_that_it_is_there_and_no_more(
    desk: Desk, office: Office, clerk: Actor
) -> None:
    card = put(office, clerk, "또 어둡습니다")
    department = office.offices.departments(clerk)[0].code
    begun = NewCase(CaseKind.GRIEVANCE, "어둡습니다", name="홍길동", address="한빛로 1", department_code=department)
    new = replace(begun, matter_id=office.cases.open(clerk, begun).id)
    made = office.board.make_case(clerk, card.id, new)
    view = board(desk)
    view.filters.chips.button(list(Group).index(Group.DONE)).click()
    desk.settle()
    column = view.columns[Side.MISSED]
    [covered] = column.model.cards
    assert covered.text == ""
    index = column.model.index(0)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
        assert "어둡" not in index.data(role)
        assert f"{made.number} · 감사담당관" in index.data(role)
    bar = view.bar
    assert not any(button.isEnabled() for button in (bar.fix, bar.review, bar.thank, bar.case, bar.cover, bar.open))
    desk.enter()
    desk.settle()
    assert view.dialog is None
    assert "감사담당관" in view.notice.words.text()
