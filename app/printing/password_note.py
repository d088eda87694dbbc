"""The note with a temporary password: handed to one person, once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import ScreenLanguage
from app.domain.readable_codes import PasswordNote
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.pdf import one_page
from app.printing.sheet_tables import QUIET
from app.printing.wrapping import shorten, wrap

WIDTH = 148 / 25.4 * 72
HEIGHT = 105 / 25.4 * 72
_MARGIN = 14 / 25.4 * 72
_BODY = 10.5


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    login: str
    password: str
    rule: str


_WORDS: Mapping[ScreenLanguage, _Words] = {
    ScreenLanguage.KO: _Words(
        title="임시 비밀번호",
        login="아이디",
        password="비밀번호",
        rule="민원데스크에 로그인하면 본인만 아는 새 비밀번호를 정합니다. 그때까지 다른 일은 할 수 없습니다. "
        "정한 다음 이 종이는 파쇄해 주세요.",
    ),
    ScreenLanguage.EN: _Words(
        title="Temporary password",
        login="Login",
        password="Password",
        rule="Sign in to Minwon Desk with it and choose a password that only you know; nothing else can be done "
        "before. Then shred this note.",
    ),
}


def password_note_pdf(note: PasswordNote, language: ScreenLanguage) -> bytes:
    """One A6 page, lying. The same content gives the same bytes."""
    return one_page(draw_password_note(note, language), WIDTH, HEIGHT, 1.0, _WORDS[language].title, language)


def draw_password_note(note: PasswordNote, language: ScreenLanguage) -> Drawing:
    """The whole page, in points."""
    words = _WORDS[language]
    drawing = Drawing()
    x, width = _MARGIN, WIDTH - 2 * _MARGIN
    y = _MARGIN + 16
    drawing.text(x, y, words.title, 18, Weight.BOLD)
    drawing.fill(x, y + 10, width, 1.0)
    y += 36
    person = shorten(f"{note.name} · {note.office}", width, lambda text: drawing.width(text, 12))
    drawing.text(x, y, person, 12)
    for place, (title, text) in enumerate(((words.login, note.login), (words.password, note.password))):
        at = x + place * width * 0.42
        room = width * (0.40 if place == 0 else 0.58)
        size = min(17.0, 17.0 * room / max(1.0, drawing.width(text, 17, Weight.BOLD)))
        drawing.text(at, y + 34, title, 9, gray=QUIET)
        drawing.text(at, y + 58, text, size, Weight.BOLD)
    y += 92
    for line in wrap(words.rule, width, lambda text: drawing.width(text, _BODY)):
        drawing.text(x, y, line, _BODY)
        y += 16
    return drawing
