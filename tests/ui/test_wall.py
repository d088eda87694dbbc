"""The wall display: nothing personal on it, turned slowly, stopped by a key, and good behind a locked screen."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from app.bootstrap import Office
from app.domain.actors import Actor
from app.domain.cards import Card, CardState, NewCard, Side
from app.ui.board.view import BoardView
from app.ui.board.wall_page import WallPage
from app.ui.board.wall_text import WallItem
from app.ui.board.wall_window import TURN_MS, WallWindow
from tests.ui.conftest import CTRL, SHIFT, Desk
from tests.ui.test_board import board

PERSONAL = ("010-1234-5678", "1234", "김하늘", "kim@example.kr", "김영희")


@pytest.fixture
def hung(desk: Desk, office: Office, clerk: Actor) -> Iterator[BoardView]:
    """A board with cards that tell more than a wall may, each dealt with, and the wall display over it."""
    name = clerk.name
    liked = _put(office, clerk, Side.LIKED, f"{name} 주무관님 고맙습니다. 김영희 010-1234-5678", about="clerk1")
    fixed = _put(office, clerk, Side.MISSED, "안내판이 작아요")
    office.board.triage(clerk, liked.id, CardState.THANKED)
    office.board.triage(
        clerk,
        fixed.id,
        CardState.FIXED,
        before=f"{name}에게 물어봐야 했음 (kim@example.kr)",
        after="글씨를 두 배로 키움, 문의 010-1234-5678",
    )
    _put(office, clerk, Side.LIKED, "아무도 읽지 않은 새 카드")
    hidden = _put(office, clerk, Side.LIKED, "숨긴 카드")
    office.board.triage(clerk, hidden.id, CardState.HIDDEN)
    review = _put(office, clerk, Side.MISSED, "장기 검토할 아쉬움")
    office.board.triage(clerk, review.id, CardState.REVIEW)
    view = board(desk)
    desk.press(Qt.Key.Key_F11, CTRL | SHIFT)
    desk.settle()
    yield view
    if isValid(view) and view.wall is not None:
        view.wall.close()


def _put(office: Office, actor: Actor, side: Side, text: str, about: str = "") -> Card:
    return office.board.put(actor, NewCard(side, text, about=about))


def _wall(view: BoardView) -> WallWindow:
    assert view.wall is not None
    return view.wall


def _key(desk: Desk, wall: WallWindow, key: Qt.Key) -> None:
    desk.bot.keyClick(wall, key)


def _all_words(wall: WallWindow) -> str:
    """Everything its pages say, to the eye and to a screen reader."""
    said = []
    for _ in range(len(wall._items)):
        assert wall.item is not None
        said += [wall.item.heading, *wall.item.blocks, wall.page.accessibleName(), wall.windowTitle(), wall.toolTip()]
        wall._turn(1)
    return "\n".join(said)


def test_nothing_personal_and_nobodys_name(hung: BoardView) -> None:
    said = _all_words(_wall(hung))
    assert [personal for personal in PERSONAL if personal in said] == []
    assert "주무관님 고맙습니다" in said
    assert "글씨를 두 배로 키움" in said


def test_only_what_somebody_has_read_and_may_be_shown(hung: BoardView) -> None:
    wall = _wall(hung)
    assert [item.fix for item in wall._items] in ([False, True], [True, False])
    said = _all_words(wall)
    assert not any(text in said for text in ("새 카드", "숨긴", "장기 검토"))


def test_it_turns_slowly_until_a_key_and_on_another_one(desk: Desk, hung: BoardView) -> None:
    wall = _wall(hung)
    assert (wall.turning.isActive(), wall.turning.interval()) == (True, TURN_MS)
    assert TURN_MS == 12_000
    before = wall.item
    wall.turning.timeout.emit()
    assert wall.item != before
    _key(desk, wall, Qt.Key.Key_Space)
    assert not wall.turning.isActive()
    _key(desk, wall, Qt.Key.Key_Space)
    assert wall.turning.isActive()
    here = wall.item
    _key(desk, wall, Qt.Key.Key_Right)
    assert not wall.turning.isActive()
    assert wall.item != here


def test_escape_leaves_and_nothing_goes_on_turning(desk: Desk, hung: BoardView) -> None:
    wall = _wall(hung)
    _key(desk, wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()
    assert not wall.turning.isActive()
    desk.press(Qt.Key.Key_F11, CTRL | SHIFT)
    desk.settle()
    assert _wall(hung) is wall
    assert wall.isVisible()


def test_a_locked_desk_keeps_its_wall_and_shows_nothing_more_when_it_is_left(desk: Desk, hung: BoardView) -> None:
    wall = _wall(hung)
    desk.window.doorway.lock()
    assert wall.isVisible()
    assert wall.turning.isActive()
    assert not hung.isVisible()
    _key(desk, wall, Qt.Key.Key_Escape)
    assert not wall.isVisible()
    assert not hung.isVisible()
    assert desk.window.doorway.cover is not None


def test_other_windows_of_a_locked_desk_are_hidden_all_the_same(desk: Desk, hung: BoardView) -> None:
    desk.window.activateWindow()
    hung.new_card()
    assert hung.dialog is not None
    desk.window.doorway.lock()
    assert not hung.dialog.isVisible()
    assert _wall(hung).isVisible()


def test_signing_out_takes_the_wall_away(desk: Desk, hung: BoardView) -> None:
    wall = _wall(hung)
    desk.window.sign_out()
    desk.settle()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    QApplication.processEvents()
    assert not isValid(wall)


def test_an_empty_wall_is_calm(desk: Desk) -> None:
    view = board(desk)
    view.show_wall()
    desk.settle()
    wall = _wall(view)
    assert wall.item is None
    assert "여러분의 이야기를 기다립니다" in wall.page.accessibleName()
    wall.close()


@pytest.mark.parametrize("size", [(1366, 768), (1920, 1080), (1080, 1920)])
def test_long_words_stay_on_the_page(desk: Desk, size: tuple[int, int]) -> None:
    long = "친절하게 끝까지 도와주셔서 정말 고맙습니다. " * 40
    for item in (WallItem("이런 점이 좋았습니다", (long,), False), WallItem("이렇게 고쳤습니다", (long, long), True)):
        page = WallPage("한빛구", desk.window)
        page.resize(*size)
        page.show_item(item, "1 / 9", "")
        picture = page.grab().toImage()
        assert _blank(picture, QRect(size[0] - size[0] // 20, size[1] // 5, size[0] // 20, size[1] // 2))
        assert _blank(picture, QRect(0, size[1] - size[1] // 60, size[0] // 2, size[1] // 60))
        page.deleteLater()


def _blank(picture: QImage, box: QRect) -> bool:
    """Whether one colour fills the box."""
    inside = picture.copy(box)
    first = inside.pixel(QPoint(0, 0))
    return all(inside.pixel(x, y) == first for x in range(inside.width()) for y in range(inside.height()))
