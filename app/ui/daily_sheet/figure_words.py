"""Words for periods, rows, intervals and corrections on the screen of figures."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication

from app.domain.period_figures import Change, Correction, CountRow, Estimate, PeriodFigures
from app.domain.periods import By, Period, Span
from app.ui.shared import words

translate = QCoreApplication.translate

_MOST_CHANGES = 6


def cut_name(by: By) -> str:
    match by:
        case By.DAY:
            return translate("Figures", "일별")
        case By.WEEK:
            return translate("Figures", "주별")
        case By.MONTH:
            return translate("Figures", "월별")
        case By.HOUR:
            return translate("Figures", "시간별")
        case By.SERVICE:
            return translate("Figures", "업무별")
        case By.DEPARTMENT:
            return translate("Figures", "부서별")
        case By.BUREAU:
            return translate("Figures", "국별")
        case By.COUNTER:
            return translate("Figures", "창구별")


def weekday(day: date) -> str:
    names = translate("Figures", "월 화 수 목 금 토 일").split(" ")
    return names[day.weekday()]


def short_day(day: date) -> str:
    """11.20(금)"""
    return translate("Figures", "{month}.{day}({weekday})").format(month=day.month, day=day.day, weekday=weekday(day))


def row_name(by: By, row: CountRow) -> str:
    """A row's name in a table."""
    match by:
        case By.HOUR:
            return translate("Figures", "{hour}시").format(hour=row.key)
        case By.DAY:
            return short_day(date.fromisoformat(row.key))
        case By.WEEK:
            return translate("Figures", "{day}부터 한 주").format(day=short_day(date.fromisoformat(row.key)))
        case _:
            return row.name


def tick_name(by: By, key: str) -> str:
    """A row's name under a column, as short as it can be."""
    match by:
        case By.DAY | By.WEEK:
            return f"{int(key[5:7])}.{int(key[8:])}"
        case By.MONTH:
            return key[2:]
        case _:
            return key


def period_name(period: Period) -> str:
    """11.16(월)–11.22(일), or 2026년 11월."""
    match period.span:
        case Span.DAY:
            return short_day(period.first)
        case Span.MONTH:
            return translate("Figures", "{year}년 {month}월").format(year=period.first.year, month=period.first.month)
        case _:
            return f"{short_day(period.first)}–{short_day(period.last)}"


def before_name(period: Period, before: Period) -> str:
    """What the period before is called: the day before with visits, the week or the month before."""
    match period.span:
        case Span.WEEK:
            return translate("Figures", "지난주")
        case Span.MONTH:
            return translate("Figures", "지난달")
        case _:
            return short_day(before.first)


def interval(estimate: Estimate, scale: float = 100.0, unit: str = "%") -> str:
    """88–95%, or nothing."""
    if estimate.low is None or estimate.high is None:
        return ""
    return f"{estimate.low * scale:.0f}–{estimate.high * scale:.0f}{unit}"


def estimate(share: Estimate) -> str:
    """A share in words, with its interval and what it stands on."""
    if share.value is None:
        return translate("Figures", "표시하지 않음")
    return translate("Figures", "{value} (95% 구간 {interval}, n {n})").format(
        value=words.percent(share.value), interval=interval(share), n=share.n
    )


def late(figures: PeriodFigures) -> str:
    """How many visits were noted on paper during an outage."""
    return translate(
        "Figures", "정전 등으로 나중에 입력 {n}건 · 종이에 적은 시각이라 소요 시간에는 넣지 않았습니다."
    ).format(n=f"{figures.late:,}")


def correction(given: Correction) -> str:
    """What changed since the same period was printed last."""
    parts = [f"{_counted(change)} {change.before:,}→{change.now:,}" for change in given.changes[:_MOST_CHANGES]]
    if len(given.changes) > _MOST_CHANGES:
        parts.append(translate("Figures", "그 밖 {n}가지").format(n=len(given.changes) - _MOST_CHANGES))
    if given.corrections:
        parts.append(translate("Figures", "업무 정정 {n}건").format(n=given.corrections))
    return translate(
        "Figures", "{date}에 출력한 뒤 바뀌었습니다: {changes}. 다시 출력하면 ‘정정 출력’이라고 적힙니다."
    ).format(date=f"{given.printed_at:%m-%d %H:%M}", changes=", ".join(parts))


def _counted(change: Change) -> str:
    match change.key:
        case "visits":
            return translate("Figures", "방문")
        case "services":
            return translate("Figures", "처리 업무")
        case "done":
            return translate("Figures", "처리 완료")
        case "late":
            return translate("Figures", "나중 입력")
        case "left":
            return translate("Figures", "그냥 감")
        case "unrecorded":
            return translate("Figures", "기록 없음")
        case "undone":
            return translate("Figures", "취소")
        case "slips_printed":
            return translate("Figures", "접수증")
        case "slips_withheld":
            return translate("Figures", "접수증 안 받음")
        case _:
            return change.name
