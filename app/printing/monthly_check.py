"""The monthly check of deadlines (민원 처리상황 점검표) on one A4 page, for signature and file.

A month's cases are looked at at least once (민원처리법 시행령 22조).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import timedelta

from app.domain.case_overview import CHECK_BY, CheckCounts, MonthlyCheck
from app.domain.languages import Language, ScreenLanguage
from app.printing.case_words import CASE_WORDS
from app.printing.dates import date_words, moment_words
from app.printing.drawing import Drawing
from app.printing.figures_text import DASH, count_text, share_text
from app.printing.fonts import Weight, printable
from app.printing.pages import FOOT, HEIGHT, TOP, WIDTH
from app.printing.pdf import one_page
from app.printing.sheet_tables import LINE, QUIET, ROW, SMALL, TITLE_HEIGHT, Column, Row, cell, section, table
from app.printing.signature_boxes import draw_signatures

_MARGIN = 16 / 25.4 * 72
_INNER = WIDTH - 2 * _MARGIN
_SIGNED = 68.0
_OPINION = 74.0
_COLUMN = 41.0
_COUNTED = tuple(each.name for each in fields(CheckCounts))


@dataclass(frozen=True, slots=True)
class _Words:
    """`title` holds {year} and {month}; `by` {date}; `others` {n}; `printed` {by} and {at}."""

    title: str
    by: str
    columns: Mapping[str, str]
    kept: str
    headline: Mapping[str, str]
    kinds: str
    departments: str
    total: str
    others: str
    nothing: str
    opinion: str
    signatures: tuple[str, ...]
    notes: tuple[str, ...]
    printed: str


_WORDS: Mapping[ScreenLanguage, _Words] = {
    ScreenLanguage.KO: _Words(
        title="{year}년 {month}월 민원 처리상황 점검표",
        by="{date}까지 점검",
        columns={
            "received": "접수",
            "in_time": "기한 안",
            "late": "기한 뒤",
            "open": "처리 중",
            "overdue": "기한 지남",
            "supplements": "보완 요구",
            "repeated": "반복 종결",
            "objections": "이의신청",
        },
        kept="지킨 비율",
        headline={
            "received": "접수",
            "in_time": "기한 안에 답변",
            "late": "기한 뒤에 답변",
            "open": "월말에 처리 중",
            "overdue": "월말에 기한 지남",
            "supplements": "보완 요구",
            "repeated": "반복 종결",
            "objections": "이의신청",
        },
        kinds="종류별",
        departments="부서별",
        total="합계",
        others="그 밖 {n}개 부서",
        nothing="이 달에는 민원이 없었습니다.",
        opinion="점검 의견 (기한이 지난 까닭, 되풀이되는 보완 요구, 바로잡을 일)",
        signatures=("담당", "팀장", "과장"),
        notes=(
            "기한 안·뒤: 그 달에 답변한 민원. 처리 중·기한 지남: 그 달 끝날. 지킨 비율: 답변 가운데 기한 안의 비율.",
            "근거: 「민원 처리에 관한 법률 시행령」 제22조(처리상황의 확인·점검)",
        ),
        printed="인쇄 {by} {at}",
    ),
    ScreenLanguage.EN: _Words(
        title="Monthly check of cases, {year}-{month:02d}",
        by="to be looked at by {date}",
        columns={
            "received": "Received",
            "in_time": "In time",
            "late": "Late",
            "open": "Open",
            "overdue": "Overdue",
            "supplements": "Suppl.",
            "repeated": "Repeated",
            "objections": "Objections",
        },
        kept="Kept",
        headline={
            "received": "Received",
            "in_time": "In time",
            "late": "Late",
            "open": "Open at end",
            "overdue": "Overdue at end",
            "supplements": "Supplements",
            "repeated": "Repeated",
            "objections": "Objections",
        },
        kinds="By kind",
        departments="By department",
        total="Total",
        others="{n} other departments",
        nothing="There was no case this month.",
        opinion="Remarks (why deadlines were missed, repeated supplement requests, what is to be put right)",
        signatures=("Officer", "Team leader", "Head of department"),
        notes=(
            "In time, late: answered in the month. Open, overdue: on its last day. Kept: share of answers in time.",
            "「민원 처리에 관한 법률 시행령」 제22조",
        ),
        printed="Printed by {by} {at}",
    ),
}


def monthly_check_pdf(check: MonthlyCheck, language: ScreenLanguage) -> bytes:
    """One A4 page, always: departments that do not fit become one row, and totals add up. The same content gives the
    same bytes."""
    words = _WORDS[language]
    title = words.title.format(year=check.first.year, month=check.first.month)
    return one_page(draw_monthly_check(check, language), WIDTH, HEIGHT, 1.0, title, language)


def draw_monthly_check(check: MonthlyCheck, language: ScreenLanguage) -> Drawing:
    """The whole page, in points."""
    words, drawing, own = _WORDS[language], Drawing(), Language(language.value)
    y = _head(drawing, check, words, own)
    y = _headline(drawing, y, check.total, words)
    kinds = CASE_WORDS[language].kinds
    y = section(drawing, _MARGIN, y + 10, _INNER, words.kinds)
    rows = [_row(kinds[kind], counts) for kind, counts in check.by_kind if _busy(counts)]
    y = _table(drawing, y, rows, check.total, words) + 12
    bottom = FOOT - 22
    lines = int((bottom - _SIGNED - 12 - _OPINION - 10 - 2 * (SMALL + 3) - y - TITLE_HEIGHT - 2 * ROW) / ROW)
    y = section(drawing, _MARGIN, y, _INNER, words.departments)
    y = _table(drawing, y, _departments(check.by_department, lines, words), check.total, words) + 5
    for note in words.notes:
        drawing.text(_MARGIN, y + SMALL, cell(drawing, note, SMALL, _INNER), SMALL, gray=QUIET)
        y += SMALL + 3
    top = draw_signatures(drawing, _MARGIN, bottom, _INNER, words.signatures, _SIGNED) - 12
    drawing.frame(_MARGIN, y + 8, _INNER, top - y - 8, 0.6, LINE)
    drawing.text(_MARGIN + 8, y + 21, cell(drawing, words.opinion, 8.5, _INNER - 16), 8.5, gray=QUIET)
    said = words.printed.format(by=check.printed_by, at=moment_words(check.printed_at, own))
    drawing.text(_MARGIN, FOOT, cell(drawing, said, 8.2, _INNER), 8.2, gray=QUIET)
    return drawing


def _head(drawing: Drawing, check: MonthlyCheck, words: _Words, own: Language) -> float:
    y = TOP - 8
    title = words.title.format(year=check.first.year, month=check.first.month)
    drawing.text(_MARGIN, y + 22, title, 21, Weight.BOLD)
    due = (check.last + timedelta(days=1)).replace(day=CHECK_BY)
    days = (
        f"{date_words(check.first, own)} – {date_words(check.last, own)} · {words.by.format(date=date_words(due, own))}"
    )
    free = _INNER - drawing.width(days, 9.5) - 16
    drawing.text_right(_MARGIN + _INNER, y + 42, days, 9.5)
    drawing.text(_MARGIN, y + 42, cell(drawing, check.office, 11, free, Weight.BOLD), 11, Weight.BOLD)
    drawing.fill(_MARGIN, y + 51, _INNER, 1.6)
    return y + 62


def _headline(drawing: Drawing, y: float, total: CheckCounts, words: _Words) -> float:
    """The month's numbers in large type."""
    each = _INNER / len(_COUNTED)
    for place, name in enumerate(_COUNTED):
        left = _MARGIN + each * place
        if place:
            drawing.fill(left, y + 2, 0.5, 34, LINE)
        inset = 7.0 if place else 0.0
        label = cell(drawing, words.headline[name], 7, each - inset - 2)
        drawing.text(left + inset, y + 9, label, 7, gray=QUIET)
        drawing.text(left + inset, y + 30, count_text(getattr(total, name)), 17, Weight.BOLD)
    return y + 40


def _table(drawing: Drawing, y: float, rows: Sequence[Row], total: CheckCounts, words: _Words) -> float:
    if not rows:
        drawing.text(_MARGIN, y + 9, words.nothing, 8.5, gray=QUIET)
        return y + ROW
    columns = [Column(words.columns[name], _COLUMN) for name in _COUNTED]
    whole = _row(words.total, total, strong=True)
    return table(drawing, _MARGIN, y, _INNER, [*columns, Column(words.kept, _COLUMN + 3)], [*rows, whole])


def _row(name: str, counts: CheckCounts, *, strong: bool = False, quiet: bool = False) -> Row:
    answered = counts.in_time + counts.late
    kept = share_text(counts.in_time / answered) if answered else DASH
    figures = (count_text(getattr(counts, each)) for each in _COUNTED)
    return Row(printable(name), (*figures, kept), strong=strong, quiet=quiet)


def _busy(counts: CheckCounts) -> bool:
    return any(getattr(counts, name) for name in _COUNTED)


def _departments(rows: Sequence[tuple[str, CheckCounts]], lines: int, words: _Words) -> list[Row]:
    """Those with any case, in the office's order; too many of them: those with least to answer for together."""
    busy = [(name, counts) for name, counts in rows if _busy(counts)]
    if len(busy) <= lines:
        return [_row(name, counts) for name, counts in busy]

    def weight(place: int) -> tuple[int, int, int]:
        counts = busy[place][1]
        return counts.overdue, counts.late, counts.received + counts.open

    shown = set(sorted(range(len(busy)), key=weight, reverse=True)[: max(1, lines - 1)])
    rest = [counts for place, (_, counts) in enumerate(busy) if place not in shown]
    others = words.others.format(n=f"{len(rest):,}")
    return [
        *(_row(name, counts) for place, (name, counts) in enumerate(busy) if place in shown),
        _row(others, sum(rest, CheckCounts()), quiet=True),
    ]
