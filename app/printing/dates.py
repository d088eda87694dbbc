"""Dates and times as each language writes them, independent of what the PC is set to."""

from __future__ import annotations

from datetime import date, datetime

from app.domain.languages import Language

_WEEKDAYS = {
    Language.KO: ("월", "화", "수", "목", "금", "토", "일"),
    Language.EN: ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    Language.ZH: ("周一", "周二", "周三", "周四", "周五", "周六", "周日"),
    Language.VI: ("Thứ Hai", "Thứ Ba", "Thứ Tư", "Thứ Năm", "Thứ Sáu", "Thứ Bảy", "Chủ nhật"),
}
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")


def clock_words(moment: datetime) -> str:
    """The time of day in hours and minutes, as it stands in `moment`."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def date_words(day: date, language: Language) -> str:
    """The whole date with its weekday."""
    weekday = _WEEKDAYS[language][day.weekday()]
    match language:
        case Language.KO:
            return f"{day.year}년 {day.month}월 {day.day}일({weekday})"
        case Language.EN:
            return f"{weekday} {day.day} {_MONTHS[day.month - 1]} {day.year}"
        case Language.ZH:
            return f"{day.year}年{day.month}月{day.day}日（{weekday}）"
        case Language.VI:
            return f"{weekday}, {day.day:02d}/{day.month:02d}/{day.year}"


def short_date_words(day: date, language: Language) -> str:
    """The date without its year, with its weekday: for a day within the next weeks."""
    weekday = _WEEKDAYS[language][day.weekday()]
    match language:
        case Language.KO:
            return f"{day.month}월 {day.day}일({weekday})"
        case Language.EN:
            return f"{weekday} {day.day} {_MONTHS[day.month - 1]}"
        case Language.ZH:
            return f"{day.month}月{day.day}日（{weekday}）"
        case Language.VI:
            return f"{weekday}, {day.day:02d}/{day.month:02d}"


def moment_words(moment: datetime, language: Language) -> str:
    """Date and time of day. `moment` is taken as it stands: it is in the office's zone already."""
    return f"{date_words(moment.date(), language)} {clock_words(moment)}"


def in_zone_of(here: datetime, moment: datetime) -> datetime:
    """`moment` on the clock of `here`, which is in the office's zone; one without a zone is on it already."""
    return moment.astimezone(here.tzinfo) if here.tzinfo is not None and moment.tzinfo is not None else moment
