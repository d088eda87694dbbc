"""The board, driven by keys in the real window: triage, undo, new cards, praise, and what a card becomes."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.cards import Card, CardFilter, CardSource, CardState, NewCard, Side
from app.domain.cases import Channel, NewCase
from app.domain.improvements import ImprovementForm
from app.ui.board.card_dialog import CardDialog
from app.ui.board.new_card_dialog import NewCardDialog
from app.ui.board.praise_bar import PraiseDialog
from app.ui.board.presenter import PAGE, Group
from app.ui.board.view import BoardView
from app.ui.casework.pages import CasePageName
from app.ui.casework.view import CaseworkView
from app.ui.shared.places import ScreenName
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, Desk
from tests.ui.test_failing_saves import full_disk

EVERY = frozenset(CardState)
LEFT, RIGHT, UP, DOWN = Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down


@pytest.fixture
def colleague(office: Office) -> Actor:
    return office.accounts.sign_in("clerk2", PASSWORD)


def put(office: Office, actor: Actor, text: str, side: Side = Side.MISSED, **more: object) -> Card:
    return office.board.put(actor, NewCard(side, text, **more))  # type: ignore[arg-type]


def board(desk: Desk, login: str = "clerk1") -> BoardView:
    """Sign in and turn to the board."""
    desk.sign_in(login)
    desk.press(Qt.Key.Key_F7)
    desk.settle()
    desk.press(Qt.Key.Key_2, ALT)
    desk.settle()
    view = desk.screen(ScreenName.CASEWORK, CaseworkView).page(CasePageName.BOARD)
    assert isinstance(view, BoardView)
    return view


def shown(view: BoardView, side: Side) -> list[str]:
    """The texts in a column, from the top."""
    return [card.text for card in view.columns[side].model.cards]


def stored(office: Office, actor: Actor) -> dict[str, Card]:
    """Every card by its text."""
    return {card.text: card for card in office.board.cards(actor, CardFilter(states=EVERY))}


def press(desk: Desk, *keys: Qt.Key) -> None:
    for key in keys:
        desk.press(key)
        desk.settle()


def test_one_key_decides_and_the_next_card_is_meant(desk: Desk, office: Office, clerk: Actor) -> None:
    for text in ("셋", "둘", "하나"):
        put(office, clerk, text)
    put(office, clerk, "친절했어요", Side.LIKED)
    view = board(desk)
    assert shown(view, Side.MISSED) == ["하나", "둘", "셋"]
    assert view.card is not None
    assert view.card.text == "친절했어요"
    press(desk, Qt.Key.Key_3, RIGHT, Qt.Key.Key_2, DOWN, Qt.Key.Key_5)
    states = {text: card.state for text, card in stored(office, clerk).items()}
    assert states == {
        "친절했어요": CardState.THANKED,
        "하나": CardState.REVIEW,
        "둘": CardState.NEW,
        "셋": CardState.HIDDEN,
    }
    assert shown(view, Side.MISSED) == ["둘"]
    assert view.card is not None
    assert view.card.text == "둘"


def test_undo_goes_back_step_by_step_and_puts_cards_where_they_were(desk: Desk, office: Office, clerk: Actor) -> None:
    for text in ("셋", "둘", "하나"):
        put(office, clerk, text)
    view = board(desk)
    press(desk, DOWN, Qt.Key.Key_2, Qt.Key.Key_2)
    assert shown(view, Side.MISSED) == ["하나"]
    for left in (["하나", "셋"], ["하나", "둘", "셋"]):
        desk.press(Qt.Key.Key_Z, CTRL)
        desk.settle()
        assert sorted(shown(view, Side.MISSED)) == sorted(left)
    assert shown(view, Side.MISSED) == ["하나", "둘", "셋"]
    assert {card.state for card in stored(office, clerk).values()} == {CardState.NEW}
    desk.press(Qt.Key.Key_Z, CTRL)  # nothing is left to take back
    desk.settle()
    assert not view.filters.undo.isEnabled()


def test_what_is_put_right_shows_before_and_after(desk: Desk, office: Office, clerk: Actor) -> None:
    put(office, clerk, "번호표 기계를 못 찾겠어요")
    view = board(desk)
    press(desk, Qt.Key.Key_1)
    assert stored(office, clerk)["번호표 기계를 못 찾겠어요"].state is CardState.FIXING
    press(desk, Qt.Key.Key_1)
    dialog = view.dialog
    assert isinstance(dialog, CardDialog)
    assert dialog.before.hasFocus()
    desk.commit("안쪽에 있었음")
    desk.press(Qt.Key.Key_Tab)
    desk.compose("문 옆으로 옮")  # Enter takes what is being composed
    desk.commit("문 옆으로 옮김")
    desk.enter()
    desk.settle()
    card = stored(office, clerk)["번호표 기계를 못 찾겠어요"]
    assert (card.state, card.before, card.after) == (CardState.FIXED, "안쪽에 있었음", "문 옆으로 옮김")
    view.filters.chips.button(list(Group).index(Group.DONE)).click()
    desk.settle()
    spoken = view.columns[Side.MISSED].model.index(0).data()
    assert "전  안쪽에 있었음" in spoken
    assert "후  문 옆으로 옮김" in spoken
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert stored(office, clerk)["번호표 기계를 못 찾겠어요"].state is CardState.FIXING


def test_a_card_on_the_wrong_side_is_turned_and_turned_back(desk: Desk, office: Office, clerk: Actor) -> None:
    for text in ("셋", "둘", "하나"):
        put(office, clerk, text)
    put(office, clerk, "친절했어요", Side.LIKED)
    view = board(desk)
    press(desk, RIGHT, DOWN, Qt.Key.Key_6)
    assert (shown(view, Side.MISSED), shown(view, Side.LIKED)) == (["하나", "셋"], ["친절했어요", "둘"])
    assert view.filters.said.whole() == "좋아요로 옮겼습니다"
    assert stored(office, clerk)["둘"].side is Side.LIKED
    assert view.card is not None
    assert view.card.text == "셋"  # the next one of the side that is being read
    assert (view.columns[Side.MISSED].count.text(), view.columns[Side.LIKED].count.text()) == ("2장", "2장")
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert (shown(view, Side.MISSED), shown(view, Side.LIKED)) == (["하나", "둘", "셋"], ["친절했어요"])
    assert view.filters.said.whole() == "되돌렸습니다 · 아쉬워요"
    assert stored(office, clerk)["둘"].side is Side.MISSED
    desk.bot.mouseClick(view.bar.turn, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    desk.settle()
    assert len(shown(view, Side.LIKED)) == 2


def test_the_last_card_of_a_side_is_followed_where_it_went(desk: Desk, office: Office, clerk: Actor) -> None:
    put(office, clerk, "친절했어요")
    view = board(desk)
    press(desk, Qt.Key.Key_6)
    assert QApplication.focusWidget() is view.columns[Side.LIKED].list
    press(desk, Qt.Key.Key_6)
    assert shown(view, Side.MISSED) == ["친절했어요"]
    assert stored(office, clerk)["친절했어요"].side is Side.MISSED


def test_whom_a_praise_is_about_is_said_in_its_card(desk: Desk, office: Office, clerk: Actor, colleague: Actor) -> None:
    put(office, clerk, "2번 창구 고맙습니다", Side.LIKED)
    put(office, clerk, "의자가 모자라요")
    view = board(desk)
    desk.enter()
    desk.settle()
    dialog = view.dialog
    assert isinstance(dialog, CardDialog)
    dialog.text.selectAll()
    desk.commit("2번 창구 정말 고맙습니다")
    dialog.about.setCurrentIndex(dialog.about.findData("clerk2"))
    desk.enter()
    desk.settle()
    assert not dialog.isVisible()
    (praise,) = office.board.praise_for(colleague)
    assert praise.text == "2번 창구 정말 고맙습니다"
    assert colleague.name in view.columns[Side.LIKED].model.index(0).data()
    desk.enter()
    desk.settle()
    dialog = view.dialog
    assert isinstance(dialog, CardDialog)
    assert dialog.about.currentData() == "clerk2"
    dialog.reject()
    press(desk, RIGHT)
    desk.enter()
    dialog = view.dialog
    assert isinstance(dialog, CardDialog)
    assert not dialog.about.isEnabled()  # nobody is praised by a complaint


def test_personal_data_is_covered_before_a_card_is_put_away(desk: Desk, office: Office, clerk: Actor) -> None:
    put(office, clerk, "010-1234-5678로 전화 주세요")
    view = board(desk)
    assert "개인정보 가리기" in view.bar.cover.text()
    press(desk, Qt.Key.Key_5)
    (text,) = stored(office, clerk)
    assert "1234" not in text
    assert "숨기기" in view.bar.cover.text()
    desk.press(Qt.Key.Key_Z, CTRL)
    desk.settle()
    assert "010-1234-5678로 전화 주세요" in stored(office, clerk)


def test_a_new_card_from_a_note(desk: Desk, office: Office, clerk: Actor, colleague: Actor) -> None:
    view = board(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = view.dialog
    assert isinstance(dialog, NewCardDialog)
    desk.enter()
    assert dialog.hint.isVisible()
    desk.press(Qt.Key.Key_2, ALT)
    assert not dialog.about.isEnabled()  # nobody is praised by a complaint
    desk.press(Qt.Key.Key_1, ALT)
    desk.press(Qt.Key.Key_4, ALT)
    dialog.about.setCurrentIndex(dialog.about.findData("clerk2"))
    desk.compose("끝까지 도와주셨어")
    desk.commit("끝까지 도와주셨어요")
    desk.enter()
    desk.settle()
    assert not dialog.isVisible()
    card = stored(office, clerk)["끝까지 도와주셨어요"]
    assert (card.side, card.source, card.about) == (Side.LIKED, CardSource.COUNTER, "clerk2")
    assert shown(view, Side.LIKED) == ["끝까지 도와주셨어요"]
    assert colleague.name in view.columns[Side.LIKED].model.index(0).data()


def test_a_refused_card_keeps_what_was_typed(desk: Desk) -> None:
    view = board(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    dialog = view.dialog
    assert isinstance(dialog, NewCardDialog)
    desk.commit("900101-1234567 번호 적힌 쪽지")
    desk.enter()
    desk.settle()
    assert dialog.isVisible()
    assert dialog.hint.isVisible()
    assert dialog.text.toPlainText() == "900101-1234567 번호 적힌 쪽지"


def test_praise_reaches_whom_it_is_about_calmly_and_once(
    desk: Desk, office: Office, clerk: Actor, colleague: Actor
) -> None:
    put(office, colleague, "1번 창구 정말 친절했어요", Side.LIKED, about="clerk1")
    view = board(desk)
    assert view.praise.words.text() == "김하늘 님께 온 칭찬 1건이 있습니다."
    desk.press(Qt.Key.Key_T, CTRL)
    dialog = view.dialog
    assert isinstance(dialog, PraiseDialog)
    assert "1번 창구 정말 친절했어요" in dialog.text.text()
    desk.enter()
    desk.settle()
    assert not dialog.isVisible()
    assert not view.praise.isVisible()
    assert stored(office, clerk)["1번 창구 정말 친절했어요"].thanked_at is not None
    view.leave()
    view.enter()
    desk.settle()
    assert not view.praise.isVisible()


def test_a_case_is_begun_with_the_cards_words_and_without_a_name(desk: Desk, office: Office, clerk: Actor) -> None:
    card = put(office, clerk, "안내판 글씨가 너무 작습니다")
    view = board(desk)
    wanted: list[NewCase] = []
    view.form_wanted.connect(wanted.append)
    press(desk, Qt.Key.Key_4)
    (new,) = wanted
    assert (new.text, new.card_id, new.channel, new.name) == (card.text, card.id, Channel.BOARD, "")
    form = desk.screen(ScreenName.CASEWORK, CaseworkView).cases.form
    assert form.isVisible()
    form.submit()  # a petition needs name and address, and a card has neither
    desk.settle()
    assert form.isVisible()
    assert stored(office, clerk)[card.text].state is CardState.NEW
    department = office.offices.departments(clerk)[0].code
    typed = form.fields.typed(settled=True)
    assert typed is not None
    form.presenter.submit(
        replace(form._with_given(typed), name="홍길동", address="한빛로 1", department_code=department)
    )
    desk.settle()
    made = stored(office, clerk)[card.text]
    assert made.state is CardState.CASE
    assert made.case_id is not None
    assert office.cases.show(clerk, made.case_id).case.card_id == card.id


def test_a_card_can_be_put_right_and_linked_to_an_improvement_task(desk: Desk, office: Office, clerk: Actor) -> None:
    put(office, clerk, "의자가 모자르요")
    department = desk.parts.offices.services(clerk)[0].department_code
    task = office.improvements.put(clerk, ImprovementForm("기다리는 곳 바꾸기", "앉아서 기다린다", department))
    view = board(desk)
    desk.enter()
    desk.settle()
    dialog = view.dialog
    assert isinstance(dialog, CardDialog)
    dialog.text.selectAll()
    desk.commit("의자가 모자라요")
    dialog.improvement.setCurrentIndex(dialog.improvement.findData(task.id))
    desk.enter()
    desk.settle()
    card = stored(office, clerk)["의자가 모자라요"]
    assert (card.improvement_id, card.state) == (task.id, CardState.NEW)
    assert not view.filters.undo.isEnabled()


def test_what_somebody_else_did_meanwhile_is_said_and_nothing_is_lost(
    desk: Desk, office: Office, clerk: Actor, colleague: Actor
) -> None:
    card = put(office, clerk, "의자가 모자라요")
    view = board(desk)
    office.board.triage(colleague, card.id, CardState.REVIEW)
    press(desk, Qt.Key.Key_5)
    assert view.notice.isVisible()
    assert stored(office, clerk)["의자가 모자라요"].state is CardState.REVIEW
    assert shown(view, Side.MISSED) == []


def test_search_department_and_chips_narrow_and_escape_widens(desk: Desk, office: Office, clerk: Actor) -> None:
    departments = sorted({each.department_code for each in office.offices.services(clerk)})
    put(office, clerk, "주차장이 좁아요", department_code=departments[0])
    put(office, clerk, "의자가 모자라요", department_code=departments[1])
    view = board(desk)
    desk.press(Qt.Key.Key_F, CTRL)
    desk.compose("주차")
    desk.settle()
    assert shown(view, Side.MISSED) == ["주차장이 좁아요"]
    desk.commit("주차")
    desk.write("1")  # a digit in the line is no key of the cards
    desk.settle()
    assert shown(view, Side.MISSED) == []
    assert view.columns[Side.MISSED].empty.heading.text() == "맞는 카드가 없습니다"
    desk.press(Qt.Key.Key_Escape)
    desk.settle()
    assert len(shown(view, Side.MISSED)) == 2
    assert QApplication.focusWidget() is view.columns[Side.MISSED].list
    view.filters.department.setCurrentIndex(view.filters.department.findData(departments[1]))
    view.filters.department.activated.emit(view.filters.department.currentIndex())
    desk.settle()
    assert shown(view, Side.MISSED) == ["의자가 모자라요"]
    assert {card.state for card in stored(office, clerk).values()} == {CardState.NEW}


def test_sideways_stays_at_the_same_height(desk: Desk, office: Office, clerk: Actor) -> None:
    for number in range(3):
        put(office, clerk, f"아쉬움 {number}")
        put(office, clerk, f"좋음 {number}", Side.LIKED)
    view = board(desk)
    press(desk, DOWN, RIGHT)
    assert view.card is not None
    assert view.card.text == "아쉬움 1"
    press(desk, UP, LEFT)
    assert view.card is not None
    assert view.card.text == "좋음 2"


def test_a_button_does_what_its_key_does_and_the_cards_keep_the_keyboard(
    desk: Desk, office: Office, clerk: Actor
) -> None:
    put(office, clerk, "의자가 모자라요")
    put(office, clerk, "주차장이 좁아요")
    view = board(desk)
    desk.bot.mouseClick(view.bar.review, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    desk.settle()
    assert stored(office, clerk)["주차장이 좁아요"].state is CardState.REVIEW
    assert QApplication.focusWidget() is view.columns[Side.MISSED].list


def test_pages_follow_while_somebody_scrolls(desk: Desk, office: Office, clerk: Actor) -> None:
    for number in range(PAGE + 20):
        put(office, clerk, f"카드 {number}")
    view = board(desk)
    column = view.columns[Side.MISSED]
    assert column.count.text() == "120장"
    desk.press(Qt.Key.Key_End)
    desk.until(lambda: len(column.model.cards) == PAGE + 20)
    desk.settle()
    assert len({card.id for card in column.model.cards}) == PAGE + 20
    view.presenter.reload()
    desk.settle()
    assert len(column.model.cards) == PAGE + 20


def test_a_praise_is_printed(desk: Desk, office: Office, clerk: Actor) -> None:
    card = put(office, clerk, "정말 친절했어요", Side.LIKED)
    view = board(desk)
    desk.press(Qt.Key.Key_P, CTRL)
    desk.settle()
    assert [path.name for path in (office.home.root / "praise").iterdir()] == [f"praise-{card.id[-8:]}.pdf"]
    assert view.filters.said.whole() == "칭찬 카드를 프린터로 보냈습니다"


def test_the_offices_own_clock_is_said_in_words(desk: Desk, office: Office, clerk: Actor) -> None:
    today = office.visits.now(clerk).day
    put(office, clerk, "오래된 쪽지", day=today - timedelta(days=30))
    put(office, clerk, "오늘 쪽지")
    view = board(desk)
    fresh, old = (view.columns[Side.MISSED].model.index(row).data() for row in (0, 1))
    assert "일 안에" in fresh
    assert "일 지남" in old


def test_what_cannot_be_written_is_said_and_the_card_stays(desk: Desk, office: Office, clerk: Actor) -> None:
    put(office, clerk, "의자가 모자라요")
    view = board(desk)
    with full_disk():
        press(desk, Qt.Key.Key_2)
    assert "디스크가 가득 차" in view.notice.words.text()
    assert shown(view, Side.MISSED) == ["의자가 모자라요"]
    press(desk, Qt.Key.Key_2)
    assert not view.notice.isVisible()
    assert stored(office, clerk)["의자가 모자라요"].state is CardState.REVIEW


def test_a_card_half_written_is_not_thrown_away_with_the_desk(desk: Desk) -> None:
    view = board(desk)
    desk.press(Qt.Key.Key_N, CTRL)
    assert not desk.shell.unfinished()
    desk.compose("의자")
    assert desk.shell.unfinished().typed
    desk.window.doorway.lock()
    assert desk.shell.unfinished().typed
    assert view.dialog is not None
    view.dialog.reject()
    assert not desk.shell.unfinished()
