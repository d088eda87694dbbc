"""The list of keys and the guides inside the program: for the own role, in Korean, whole and offline."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication, QLabel

from app.config.paths import resources
from app.domain.actors import Role
from app.domain.languages import ScreenLanguage
from app.ui.guides.library import GUIDE_OF_ROLE, guide_of, guides_folder
from app.ui.guides.view import GuideView
from app.ui.shared.places import ScreenName
from tests.ui.conftest import ALT, CTRL, Desk, MakeDesk

ROOT = Path(__file__).resolve().parents[2]
LOGINS = {
    Role.CLERK: "clerk1",
    Role.CONSULTANT: "consultant1",
    Role.SUPERVISOR: "supervisor1",
    Role.AUDITOR: "auditor1",
    Role.ADMIN: "admin",
}
HANGUL = re.compile(r"[가-힣]")
ENGLISH = re.compile(r"[A-Za-z]{5,}")
COMMAND = re.compile(r"minwon [a-z-]+")
LINK = re.compile(r"\]\(([^)]+)\)")
PICTURE = re.compile(r"!\[([^\]]*)\]\(([^)]+)\)")
MOST_PICTURES = 12
LARGEST_PICTURE = 60_000


def open_guide(desk: Desk) -> GuideView:
    """F1, and F1 once more."""
    desk.press(Qt.Key.Key_F1)
    desk.press(Qt.Key.Key_F1)
    assert desk.shell.current is ScreenName.GUIDE
    guide = desk.screen(ScreenName.GUIDE, GuideView)
    assert desk.focus() is guide.page
    return guide


@pytest.mark.parametrize("role", Role)
def test_everybody_finds_the_guide_of_the_own_role(desk: Desk, role: Role) -> None:
    desk.sign_in(LOGINS[role])
    guide = open_guide(desk)
    text = (guides_folder() / GUIDE_OF_ROLE[role]).read_text(encoding="utf-8")
    title = text.splitlines()[0].removeprefix("# ")
    headings = [heading.words for heading in guide.page.headings()]
    assert headings[0] == title
    assert len(headings) >= 3
    assert [words for words in headings if not HANGUL.search(words) or ENGLISH.search(COMMAND.sub("", words))] == []
    assert [guide.contents.item(row).text().strip() for row in range(guide.contents.count())] == headings
    assert guide.page.pictures()
    assert len(guide.page.pictures()) == len(PICTURE.findall(text))
    for name in guide.page.pictures():
        assert not guide.page.picture(name).isNull(), name
    for link in guide.page.links():
        assert (guides_folder() / link).is_file(), link
    desk.press(Qt.Key.Key_Escape)
    assert desk.shell.current is desk.shell.first()
    desk.settle()


def test_pictures_are_few_small_and_described() -> None:
    pictures = sorted((resources() / "guides" / "pictures").iterdir())
    assert 0 < len(pictures) <= MOST_PICTURES
    assert [path.name for path in pictures if path.suffix != ".png" or path.stat().st_size > LARGEST_PICTURE] == []
    shown = [found for role in Role for found in PICTURE.findall(guide_of(role).text)]
    assert all(HANGUL.search(words) for words, _ in shown)
    assert {(guides_folder() / name).resolve() for _, name in shown} == {path.resolve() for path in pictures}


def test_every_link_of_the_page_that_leads_to_the_guides_resolves() -> None:
    readme = ROOT / "docs" / "guides" / "README.md"
    targets = [(readme.parent / link).resolve() for link in LINK.findall(readme.read_text(encoding="utf-8"))]
    assert set(targets) >= {(guides_folder() / name).resolve() for name in GUIDE_OF_ROLE.values()}
    assert [path for path in targets if not path.exists()] == []


def test_no_guide_needs_the_network() -> None:
    for role in Role:
        links = LINK.findall(guide_of(role).text)
        assert [link for link in links if "//" in link] == []


def test_search_goes_from_place_to_place_and_says_when_there_is_none(desk: Desk) -> None:
    desk.sign_in_at_counter()
    guide = open_guide(desk)
    desk.press(Qt.Key.Key_F, CTRL)
    assert QApplication.focusWidget() is guide.search
    desk.commit("비밀번")
    desk.compose("호")
    assert guide.page.textCursor().selectedText() == "비밀번호"
    first = guide.page.textCursor().position()
    desk.enter()
    second = guide.page.textCursor().position()
    assert guide.page.textCursor().selectedText() == "비밀번호"
    assert second != first
    desk.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert guide.page.textCursor().position() == first
    desk.commit("없는 말")
    assert guide.found.text() == "찾는 말이 없습니다"
    desk.press(Qt.Key.Key_Escape)
    assert QApplication.focusWidget() is guide.page
    assert guide.found.text() == guide.search.text() == ""


def test_the_contents_lead_to_a_heading_and_keys_scroll(desk: Desk) -> None:
    desk.sign_in_at_counter()
    guide = open_guide(desk)
    bar = guide.page.verticalScrollBar()
    assert QApplication.focusWidget() is guide.page
    desk.press(Qt.Key.Key_PageDown)
    assert bar.value() > 0
    desk.press(Qt.Key.Key_T, CTRL)
    desk.press(Qt.Key.Key_Down)
    desk.press(Qt.Key.Key_Down)
    desk.enter()
    wanted = guide.page.headings()[2]
    assert guide.page.textCursor().position() == wanted.place
    assert abs(guide.page.cursorRect().top() - 12) < 4
    assert QApplication.focusWidget() is guide.page


def test_a_link_leads_to_another_guide_and_back(desk: Desk) -> None:
    desk.sign_in("consultant1")
    guide = open_guide(desk)
    own = guide.page.headings()[0].words
    assert "clerk.md" in guide.page.links()
    block = guide.page.document().begin()
    while "창구 직원 안내" not in block.text():
        block = block.next()
    cursor = QTextCursor(block)
    cursor.setPosition(block.position() + block.text().index("창구 직원 안내"))
    guide.page.setTextCursor(cursor)
    desk.press(Qt.Key.Key_Tab)  # the next link
    desk.enter()
    assert guide.page.headings()[0].words == "창구 직원 안내"
    desk.press(Qt.Key.Key_Left, ALT)
    assert guide.page.headings()[0].words == own


def test_leaving_the_guide_leads_back_to_what_was_typed(desk: Desk) -> None:
    counter = desk.sign_in_at_counter()
    counter.entry.note.setFocus()
    desk.commit("위임장")
    open_guide(desk)
    desk.press(Qt.Key.Key_Escape)
    assert desk.shell.current is ScreenName.COUNTER
    assert counter.entry.note.text() == "위임장"
    desk.settle()


def test_the_english_window_says_that_guides_are_in_korean(make_desk: MakeDesk) -> None:
    desk = make_desk(language=ScreenLanguage.EN)
    desk.sign_in_at_counter()
    guide = open_guide(desk)
    said = [label.text() for label in guide.findChildren(QLabel)]
    assert "The guides are in Korean only." in said
    assert guide.page.headings()[0].words == "창구 직원 안내"


def test_the_list_of_keys_is_of_the_screen_that_is_open(desk: Desk) -> None:
    desk.sign_in_at_counter()
    desk.press(Qt.Key.Key_F1)
    assert desk.shell.keys is not None
    assert desk.shell.keys.windowTitle() == "단축키 · 접수 · 창구 직원"
    assert "업무 고르기" in said(desk)
    assert {"자리 비움", "직원 교대: 숫자와 비밀번호"} <= said(desk)
    desk.press(Qt.Key.Key_Escape)
    desk.press(Qt.Key.Key_F9)
    desk.press(Qt.Key.Key_F1)
    assert "업무 고르기" not in said(desk)
    assert desk.shell.keys.windowTitle() == "단축키 · 설정 · 창구 직원"
    desk.press(Qt.Key.Key_Escape)
    desk.settle()


def said(desk: Desk) -> set[str]:
    assert desk.shell.keys is not None
    return {label.text() for label in desk.shell.keys.findChildren(QLabel)}
