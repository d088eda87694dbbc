"""A letter on A4: the order of official documents, calm and clear; a long one goes on over further pages."""

from __future__ import annotations

from urllib.parse import urlsplit

from app.domain.languages import Language
from app.domain.letters import LetterContent, LetterKind
from app.printing.drawing import Drawing
from app.printing.fonts import Weight, printable
from app.printing.letter_body import EXAMINER, LetterBody, letter_body
from app.printing.letter_words import day_words, moment, spaced
from app.printing.pages import BODY, FOOT, LEADING, MARGIN, WIDTH, Pages, page_words
from app.printing.qr import QUIET_MODULES, qr_symbol
from app.printing.sheet_tables import LINE, QUIET, cell
from app.printing.slip_parts import lines_of
from app.printing.words import SLIP_WORDS
from app.printing.wrapping import wrap

_BOTTOM = FOOT - 38
_TIGHTER = (1.0, 0.9, 0.8)
_TITLE = 23.0
_SMALL = 9.2
_LEAST_FOOT = 6.0
_SEAL = 46.0
_CODE = 76.0
_LEAST_MODULE = 0.5 / 25.4 * 72
_NAME_COLUMN = 44.0


def draw_letter(content: LetterContent) -> tuple[Drawing, ...]:
    """Every page, in points; a little tighter where that saves one.

    Errors: `ValueError` when the survey's address is too long for a QR code.
    """
    drafts = [_written(content, tight) for tight in _TIGHTER]
    fewest = min(len(draft.drawings) for draft in drafts)
    pages = next(draft for draft in drafts if len(draft.drawings) == fewest)
    return pages.finish(lambda drawing, number, count: _foot(drawing, content, number, count))


def _written(content: LetterContent, tight: float) -> Pages:
    body = letter_body(content)
    pages = Pages(_BOTTOM, tight=tight)
    _head(pages, content, body)
    pages.write(body.lead)
    pages.gap(9)
    pages.rows(body.rows)
    for title, text in body.sections:
        pages.gap(14)
        pages.title(title)
        pages.write(text, 10.5)
    if body.notes:
        pages.gap(12)
        for note in body.notes:
            pages.marked("※", note, _SMALL)
    if body.law:
        pages.gap(8)
        pages.marked("근거", body.law, _SMALL)
    _close(pages, body)
    if content.survey_url:
        _survey(pages, content.survey_url)
    return pages


def _head(pages: Pages, content: LetterContent, body: LetterBody) -> None:
    """The office, what kind of letter it is, to whom and about what."""
    office = printable(content.office)
    middle = pages.left + pages.width / 2
    size = min(15.0, 15.0 * pages.width / max(1.0, pages.drawing.width(office, 15, Weight.BOLD)))
    if size >= 8:
        pages.drawing.text_centred(middle, pages.y + 15, office, size, Weight.BOLD)
        pages.y += 15
    else:
        pages.write(office, 10, Weight.BOLD, leading=1.3)
    pages.y += 14
    pages.rule(1.6)
    title = spaced(body.title)
    pages.drawing.text_centred(middle, pages.y + 44, title, _TITLE, Weight.BOLD)
    pages.y += 66
    if body.receiver:
        _named(pages, "수신", body.receiver, Weight.BOLD)
        _named(pages, "", body.address, Weight.REGULAR)
        _named(pages, "제목", body.subject, Weight.BOLD)
        pages.gap(6)
        pages.rule(0.8)
        pages.gap(12)


def _named(pages: Pages, name: str, text: str, weight: Weight) -> None:
    """A line of the head behind its name."""
    if not printable(text):
        return
    if name:
        pages.drawing.text(pages.left, pages.y + BODY * 1.06, name, BODY, gray=QUIET)
    pages.write(text, BODY, weight, indent=_NAME_COLUMN, leading=1.55)


def _close(pages: Pages, body: LetterBody) -> None:
    """The date, and whose letter it is with the place of the seal; never torn."""
    pages.gap(30)
    pages.need(BODY * LEADING + 22 + _SEAL + 6)
    middle = pages.left + pages.width / 2
    pages.drawing.text_centred(middle, pages.y + BODY, day_words(body.on), BODY + 0.5)
    pages.y += BODY * LEADING + 22
    name = spaced(body.signer)
    room = pages.width - 2 * (_SEAL + 20)
    size = 20.0
    while size > 9 and pages.drawing.width(name, size, Weight.BOLD) > room:
        size -= 0.5
    lines = lines_of(pages.drawing, name, size, room, Weight.BOLD)
    block = len(lines) * size * 1.3
    pages.need(max(block, _SEAL) + 6)
    centre = pages.y + _SEAL / 2
    for place, line in enumerate(lines):
        base = centre - block / 2 + size * (1.02 + 1.3 * place)
        pages.drawing.text_centred(middle, base, line, size, Weight.BOLD)
    widest = max((pages.drawing.width(line, size, Weight.BOLD) for line in lines), default=0.0)
    left = middle + widest / 2 + 16
    pages.drawing.frame(left, pages.y, _SEAL, _SEAL, 0.6, LINE)
    pages.drawing.text_centred(left + _SEAL / 2, centre + 3.2, body.seal, 9, gray=LINE)
    pages.y += max(block - _SEAL, 0) / 2 + _SEAL + 6


def _survey(pages: Pages, url: str) -> None:
    """The code of the anonymous survey, its host in plain words below, and what it is."""
    words, host = SLIP_WORDS[Language.KO], urlsplit(url).netloc
    symbol = qr_symbol(url)
    module = max(_CODE / symbol.side, _LEAST_MODULE)
    code, quiet = symbol.side * module, QUIET_MODULES * module
    hosts = wrap(printable(host), pages.width - 2 * quiet, lambda part: pages.drawing.width(part, 10, Weight.BOLD))
    height = code + 2 * quiet + 13.0 * len(hosts) + 6
    pages.gap(14)
    pages.need(height)
    top = pages.y
    pages.drawing.frame(pages.left, top, pages.width, height, 0.6, LINE)
    rects = tuple(
        (pages.left + quiet + x * module, top + quiet + y * module, w * module, h * module)
        for x, y, w, h in symbol.rects(0, 0, 1)
    )
    pages.drawing.fill_all(rects)
    x = pages.left + code + 2 * quiet + 10
    y = top + quiet + 20
    pages.drawing.text(x, y, words.survey, 14, Weight.BOLD)
    said = f"민원을 어떻게 처리해 드렸는지 들려주세요. {words.nothing_asked}"
    for line in lines_of(pages.drawing, said, 10, pages.right - x - 12, Weight.REGULAR):
        y += 16
        pages.drawing.text(x, y + 4, line, 10)
    for place, line in enumerate(hosts):
        pages.drawing.text(pages.left + quiet, top + code + 2 * quiet + 8 + 13 * place, line, 10, Weight.BOLD)
    pages.y += height


def _foot(drawing: Drawing, content: LetterContent, number: int, pages: int) -> None:
    """Who answers for it and where they can be asked; who printed it when; which page it is."""
    left, width = MARGIN, WIDTH - 2 * MARGIN
    drawing.fill(left, FOOT - 27, width, 0.8)
    answers: tuple[tuple[str, str], ...] = (
        ("담당 부서", content.department),
        ("담당자", content.clerk),
        ("전화", content.phone),
        ("위치", content.location),
    )
    if content.kind is LetterKind.REMINDER:
        # It comes from whoever looks over the departments, not from the one that is late.
        answers = ((EXAMINER, content.clerk),)
    who = " · ".join(f"{name} {printable(text)}" for name, text in answers if printable(text))
    size = 9.0
    while size > _LEAST_FOOT and drawing.width(who, size) > width:
        size -= 0.25
    drawing.text(left, FOOT - 14, cell(drawing, who, size, width), size)
    page = page_words(number, pages)
    drawing.text_right(left + width, FOOT, page, 9)
    printed = f"접수번호 {content.case.number} · 인쇄 {content.printed_by} {moment(content.printed_at)}"
    free = width - drawing.width(page, 9) - 12
    drawing.text(left, FOOT, cell(drawing, printed, 8.2, free), 8.2, gray=QUIET)
