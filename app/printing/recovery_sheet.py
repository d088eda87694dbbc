"""The sheet with the administrator's recovery code: one A4 page to be put into a safe."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from app.domain.languages import Language, ScreenLanguage
from app.domain.readable_codes import RecoverySheet
from app.printing.dates import date_words
from app.printing.drawing import Drawing
from app.printing.fonts import Weight
from app.printing.pdf import one_page
from app.printing.sheet_tables import QUIET, TRACK
from app.printing.wrapping import wrap

WIDTH = 210 / 25.4 * 72
HEIGHT = 297 / 25.4 * 72
_MARGIN = 24 / 25.4 * 72
_BODY = 11.5
_LINE = 19.0
_TINT = 0.955


@dataclass(frozen=True, slots=True)
class _Words:
    title: str
    lead: str
    code: str
    steps_title: str
    steps: tuple[str, ...]
    keep_title: str
    keeps: tuple[str, ...]
    office: str
    made_on: str
    keeper: str
    place: str
    alphabet: str


_WORDS: Mapping[ScreenLanguage, _Words] = {
    ScreenLanguage.KO: _Words(
        title="관리자 복구 코드",
        lead="관리자가 아무도 로그인할 수 없게 되었을 때, 이 코드로 관리자 비밀번호를 새로 정합니다.",
        code="복구 코드",
        steps_title="쓰는 법",
        steps=(
            "민원데스크의 로그인 화면 아래에서 ‘관리자 복구’를 누릅니다.",
            "관리자 아이디와 위의 코드, 새 비밀번호를 입력합니다. 대문자와 줄표는 가리지 않습니다.",
            "코드는 한 번만 쓸 수 있습니다. 곧바로 새 코드가 화면에 나오니 다시 인쇄해 바꾸어 두세요.",
        ),
        keep_title="보관",
        keeps=(
            "봉투에 넣어 금고나 잠금 서랍에 둡니다. 사진을 찍거나 파일로 남기지 않습니다.",
            "이 종이를 가진 사람은 관리자가 될 수 있습니다. 잃어버렸으면 ‘관리 › 사람’에서 새 코드를 만드세요. "
            "이 코드는 곧 못 쓰게 됩니다.",
        ),
        office="사무실",
        made_on="만든 날",
        keeper="보관한 사람 (서명)",
        place="둔 곳",
        alphabet="숫자 0과 1, 글자 O와 I는 쓰지 않습니다.",
    ),
    ScreenLanguage.EN: _Words(
        title="Administrator recovery code",
        lead="When no administrator can sign in any more, this code sets a new administrator password.",
        code="Recovery code",
        steps_title="How to use it",
        steps=(
            "On the sign-in screen of Minwon Desk, press ‘Recover administrator’ at the bottom.",
            "Enter an administrator’s login, the code above and a new password. Capitals and dashes do not matter.",
            "The code works once. A new one appears on the screen at once: print it and put it in this one’s place.",
        ),
        keep_title="Keeping it",
        keeps=(
            "Put it into an envelope in a safe or a locked drawer. Take no photograph of it and keep no file.",
            "Whoever has this paper can become administrator. If it is lost, make a new code under "
            "‘Administration › People’; this one is then worth nothing.",
        ),
        office="Office",
        made_on="Made on",
        keeper="Kept by (signature)",
        place="Kept where",
        alphabet="It contains no 0 or 1 and no letter O or I.",
    ),
}


def recovery_pdf(sheet: RecoverySheet, language: ScreenLanguage) -> bytes:
    """One A4 page. The same content gives the same bytes. Nothing on it is a person's."""
    words = _WORDS[language]
    return one_page(draw_recovery(sheet, language), WIDTH, HEIGHT, 1.0, words.title, language)


def draw_recovery(sheet: RecoverySheet, language: ScreenLanguage) -> Drawing:
    """The whole page, in points."""
    words = _WORDS[language]
    drawing = Drawing()
    left, width = _MARGIN, WIDTH - 2 * _MARGIN
    y = _MARGIN + 26
    drawing.text(left, y, words.title, 26, Weight.BOLD)
    y += 14
    drawing.fill(left, y, width, 1.2)
    y = _paragraph(drawing, left, y + 26, width, words.lead) + 8
    y = _code(drawing, left, y, width, sheet.code, words)
    y = _facts(drawing, left, y + 26, width, sheet, words, language)
    y = _list(drawing, left, y + 34, width, words.steps_title, words.steps, numbered=True)
    y = _list(drawing, left, y + 22, width, words.keep_title, words.keeps, numbered=False)
    _signature(drawing, left, HEIGHT - _MARGIN - 30, width, words)
    return drawing


def _code(drawing: Drawing, x: float, y: float, width: float, code: str, words: _Words) -> float:
    height = 104.0
    drawing.fill(x, y, width, height, _TINT)
    drawing.frame(x, y, width, height, 1.0)
    drawing.text(x + 18, y + 24, words.code, 10.5, Weight.BOLD, QUIET)
    groups = code.split("-")
    size = 30.0
    gap = 20.0
    total = sum(drawing.width(group, size, Weight.BOLD) for group in groups) + gap * (len(groups) - 1)
    if total > width - 36:
        size *= (width - 36) / total
        gap *= (width - 36) / total
        total = width - 36
    at = x + (width - total) / 2
    for number, group in enumerate(groups):
        drawing.text(at, y + 64, group, size, Weight.BOLD)
        at += drawing.width(group, size, Weight.BOLD)
        if number < len(groups) - 1:
            drawing.fill(at + gap / 2 - 3, y + 64 - size * 0.36, 6, 1.4, QUIET)
        at += gap
    drawing.text_centred(x + width / 2, y + 88, words.alphabet, 9.5, gray=QUIET)
    return y + height


def _facts(
    drawing: Drawing,
    x: float,
    y: float,
    width: float,
    sheet: RecoverySheet,
    words: _Words,
    language: ScreenLanguage,
) -> float:
    made_on = date_words(sheet.made_on, Language(language.value))
    for place, (title, text) in enumerate(((words.office, sheet.office), (words.made_on, made_on))):
        at = x + place * width / 2
        drawing.text(at, y, title, 9.5, gray=QUIET)
        size = min(13.0, 13.0 * (width / 2 - 14) / max(1.0, drawing.width(text, 13, Weight.BOLD)))
        drawing.text(at, y + 18, text, size, Weight.BOLD)
    return y + 18


def _list(
    drawing: Drawing, x: float, y: float, width: float, title: str, items: tuple[str, ...], *, numbered: bool
) -> float:
    drawing.text(x, y, title, 14, Weight.BOLD)
    y += 26
    for number, item in enumerate(items, start=1):
        drawing.text(x, y, f"{number}." if numbered else "·", _BODY, Weight.BOLD if numbered else Weight.REGULAR)
        y = _paragraph(drawing, x + 20, y, width - 20, item) + 4
    return y


def _paragraph(drawing: Drawing, x: float, y: float, width: float, text: str) -> float:
    for line in wrap(text, width, lambda piece: drawing.width(piece, _BODY)):
        drawing.text(x, y, line, _BODY)
        y += _LINE
    return y


def _signature(drawing: Drawing, x: float, y: float, width: float, words: _Words) -> None:
    half = (width - 24) / 2
    for place, title in enumerate((words.keeper, words.place)):
        at = x + place * (half + 24)
        drawing.text(at, y - 26, title, 9.5, gray=QUIET)
        drawing.fill(at, y + 14, half, 0.8, TRACK * 0.5)
