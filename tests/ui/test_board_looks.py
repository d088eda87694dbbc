"""The board and the note of abuse in both languages, at both text sizes: nothing clipped, everything named."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QHelpEvent, QImage
from PySide6.QtWidgets import QApplication

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.cards import Card, CardSource, CardState, NewCard, Side
from app.domain.languages import ScreenLanguage
from app.ui.board import words
from app.ui.board.presenter import Group
from app.ui.board.view import BoardView
from app.ui.shared.palettes import Theme
from app.ui.shared.theme import apply_theme
from tests.support.offices import PASSWORD
from tests.ui.conftest import ALT, CTRL, SHIFT, Desk, MakeDesk
from tests.ui.test_board import board
from tests.ui.test_looks import check

LONG = "번호표 기계가 안쪽에 있어 처음 오는 사람은 한참 헤맵니다. 글씨도 작아 어르신들이 읽기 어렵습니다. " * 6


@pytest.fixture
def filled(office: Office, clerk: Actor) -> tuple[Card, ...]:
    """A card of each state and source on each side."""
    other = office.accounts.sign_in("clerk2", PASSWORD)
    today = office.visits.now(clerk).day
    departments = sorted({each.department_code for each in office.offices.services(clerk)})
    made = []
    for number, state in enumerate(each for each in CardState if each is not CardState.CASE):
        for side in Side:
            about = "clerk1" if side is Side.LIKED and number < 3 else ""
            source = tuple(CardSource)[number % 3]
            text = LONG if number % 2 else "친절했어요"
            day = today - timedelta(days=number * 3)
            card = office.board.put(clerk, NewCard(side, text, source, departments[number % 3], about, day))
            if state is CardState.FIXED:
                card = office.board.triage(other, card.id, state, before=LONG, after="옮겼음")
            elif state is not CardState.NEW:
                card = office.board.triage(other, card.id, state)
            made.append(card)
    return tuple(made)


@pytest.fixture(params=[(language, size) for language in ScreenLanguage for size in (0, 2)])
def seen(make_desk: MakeDesk, filled: tuple[Card, ...], request: pytest.FixtureRequest) -> Desk:
    language, text_size = request.param
    desk: Desk = make_desk(language=language, text_size=text_size)
    return desk


def test_every_state_of_the_board(seen: Desk) -> None:
    view = board(seen)
    check(seen.window)
    for place in range(len(Group)):
        view.filters.chips.button(place).click()
        seen.settle()
        check(seen.window)
    view.filters.search.setText("없는 말")
    seen.settle()
    view.notice.say("그사이 다른 사람이 바꾸었습니다. 저장하지 않았습니다. " * 2)
    view.say("감사를 전한 것으로 적었습니다")
    check(seen.window)


def test_its_dialogs(seen: Desk) -> None:
    view = board(seen)
    for open_one in (view.open_card, view.new_card, view.read_praise):
        open_one()
        assert view.dialog is not None
        seen.bot.waitExposed(view.dialog)
        seen.settle()
        check(view.dialog)
        assert view.dialog.height() <= 768
        seen.press(Qt.Key.Key_Escape)
    seen.press(Qt.Key.Key_F1)
    assert seen.shell.keys is not None
    check(seen.shell.keys)
    assert seen.shell.keys.height() <= 768


def test_the_note_of_abuse(seen: Desk) -> None:
    seen.sign_in_at_counter()
    seen.press(Qt.Key.Key_F11)
    seen.settle()
    check(seen.window)
    seen.press(Qt.Key.Key_F11, SHIFT)
    seen.settle()
    found = seen.shell.incident
    assert found is not None
    for minutes in (16, 6):
        seen.clock.pass_by(minutes=minutes)
        found.presenter.look()
        seen.settle()
        check(seen.window)
    seen.press(Qt.Key.Key_F11)
    assert found.dialog is not None
    seen.bot.waitExposed(found.dialog)
    check(found.dialog)
    assert found.dialog.height() <= 768
    seen.enter()
    seen.settle()
    seen.press(Qt.Key.Key_F11, CTRL)
    seen.settle()
    check(seen.window)
    seen.press(Qt.Key.Key_F11, ALT)
    seen.settle()
    check(found.dialog)


def test_a_card_says_in_words_what_its_colours_and_icons_say(filled: tuple[Card, ...]) -> None:
    today = max(card.day for card in filled)
    for card in filled:
        said = words.spoken(card, today)
        assert words.state(card.state) in said
        assert words.source(card.source) in said
        assert words.side(card.side) in said
        assert card.department in said


def test_a_theme_repaints_the_cards(desk: Desk, filled: tuple[Card, ...], qapp: QApplication) -> None:
    view = board(desk)
    before = _picture(view)
    apply_theme(qapp, 0, Theme.CONTRAST)
    QApplication.processEvents()
    assert _picture(view) != before
    apply_theme(qapp, 0, Theme.LIGHT)
    QApplication.processEvents()
    assert _picture(view) == before


def test_a_long_card_shows_all_of_its_words_on_hovering(desk: Desk, filled: tuple[Card, ...]) -> None:
    view = board(desk)
    cards = view.columns[Side.MISSED].list
    row = next(row for row, card in enumerate(view.columns[Side.MISSED].model.cards) if card.text.startswith("번호표"))
    at: QPoint = cards.visualRect(view.columns[Side.MISSED].model.index(row)).center()
    event = QHelpEvent(QEvent.Type.ToolTip, at, cards.viewport().mapToGlobal(at))
    assert QApplication.sendEvent(cards.viewport(), event)
    assert view.columns[Side.MISSED].model.index(row).data(Qt.ItemDataRole.ToolTipRole) == LONG.strip()


def _picture(view: BoardView) -> QImage:
    return view.columns[Side.MISSED].grab().toImage()
