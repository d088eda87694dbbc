"""The note with a one-time code: carried to the PC that becomes a counter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import ScreenLanguage
from app.domain.readable_codes import InvitationNote
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.pdf import one_page
from app.printing.sheet_tables import QUIET
from app.printing.wrapping import shorten, wrap

WIDTH = 148 / 25.4 * 72
HEIGHT = 105 / 25.4 * 72
_MARGIN = 14 / 25.4 * 72
_BODY = 10.5
_CODE = 17.0


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    address: str
    code: str
    steps: str
    until: str


_WORDS: Mapping[ScreenLanguage, _Words] = {
    ScreenLanguage.KO: _Words(
        title="창구 PC 초대",
        address="주소",
        code="초대 코드",
        steps="새 PC에서 민원데스크를 열고 ‘초대 코드로 창구 등록’을 누른 다음, 주소와 코드와 창구 이름을 적습니다.",
        until="{until}까지 한 번만 쓸 수 있습니다. 쓴 다음 이 종이는 파쇄해 주세요.",
    ),
    ScreenLanguage.EN: _Words(
        title="Invitation for a counter PC",
        address="Address",
        code="Invitation code",
        steps="Open Minwon Desk on the new PC, press “Register as a counter with an invitation code”, and type the "
        "address, the code and the counter's name.",
        until="Good once, until {until}. Then shred this note.",
    ),
}


def invitation_note_pdf(note: InvitationNote, language: ScreenLanguage) -> bytes:
    """One A6 page, lying. The same content gives the same bytes."""
    return one_page(draw_invitation_note(note, language), WIDTH, HEIGHT, 1.0, _WORDS[language].title, language)


def draw_invitation_note(note: InvitationNote, language: ScreenLanguage) -> Drawing:
    """The whole page, in points."""
    words = _WORDS[language]
    drawing = Drawing()
    x, width = _MARGIN, WIDTH - 2 * _MARGIN
    y = _MARGIN + 16
    drawing.text(x, y, words.title, 18, Weight.BOLD)
    drawing.fill(x, y + 10, width, 1.0)
    y += 34
    drawing.text(x, y, shorten(note.office, width, lambda text: drawing.width(text, 12)), 12)
    y += 24
    drawing.text(x, y, words.address, 9, gray=QUIET)
    y += 15
    for line in wrap(note.address, width, lambda text: drawing.width(text, _BODY)):
        drawing.text(x, y, line, _BODY)
        y += 14
    y += 8
    drawing.text(x, y, words.code, 9, gray=QUIET)
    size = min(_CODE, _CODE * width / max(1.0, drawing.width(note.code, _CODE, Weight.BOLD)))
    drawing.text(x, y + 22, note.code, size, Weight.BOLD)
    y += 46
    for sentence in (words.steps, words.until.format(until=f"{note.until:%Y-%m-%d %H:%M}")):
        for line in wrap(sentence, width, lambda text: drawing.width(text, _BODY)):
            drawing.text(x, y, line, _BODY)
            y += 15
    return drawing
