"""Days and moments as people type them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

_FROM_TODAY = re.compile(r"([+-])\s?(\d{1,3})")
_PARTS = re.compile(r"(?:(\d{4})[.\-/년 ]+)?(\d{1,2})[.\-/월 ]+(\d{1,2})[.일 ]*")
_CLOCK = re.compile(
    r"(?P<day>.*?)\s*(?P<half>오전|오후)?\s*"
    r"(?P<hour>\d{1,2})(?::(?P<minute>\d{2})|\s?시(?:\s?(?P<minutes>\d{1,2})\s?분)?(?P<thirty>\s?반)?)"
)
_FAR = timedelta(days=183)
_WORDS = {
    "오늘": 0,
    "어제": -1,
    "그저께": -2,
    "그제": -2,
    "내일": 1,
    "모레": 2,
    "today": 0,
    "yesterday": -1,
    "tomorrow": 1,
}


def read_day(text: str, today: date) -> date | None:
    """오늘, 어제, +7, -2, 11.30, 11/30, 1130, 2026-11-30, 20261130, 11월 30일; None for anything else.

    A day without its year is the one nearest to `today`.
    """
    plain = " ".join(text.split()).strip()
    if plain in _WORDS:
        return today + timedelta(days=_WORDS[plain])
    if (moved := _FROM_TODAY.fullmatch(plain)) is not None:
        days = int(moved[2])
        return today + timedelta(days=days if moved[1] == "+" else -days)
    if plain.isdecimal() and len(plain) in (4, 8):
        plain = f"{plain[:-4]}-{plain[-4:-2]}-{plain[-2:]}".lstrip("-")
    parts = _PARTS.fullmatch(plain)
    if parts is None:
        return None
    year, month, number = parts[1], int(parts[2]), int(parts[3])
    if year is not None:
        return _day(int(year), month, number)
    near = [each for offset in (-1, 0, 1) if (each := _day(today.year + offset, month, number)) is not None]
    return min(near, key=lambda each: abs(each - today), default=None)


def read_moment(text: str, today: date) -> datetime | None:
    """어제 16:30, 11.20 9:05, 오후 4시 30분 (of today), 2026-11-20 16:30, in the clock of whoever types it.

    None for anything else, a day without its time among it.
    """
    typed = _CLOCK.fullmatch(" ".join(text.split()))
    if typed is None:
        return None
    day = read_day(typed["day"], today) if typed["day"] else today
    minute = 30 if typed["thirty"] else int(typed["minute"] or typed["minutes"] or 0)
    hour = int(typed["hour"])
    if typed["half"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if typed["half"] == "오후" else 0)
    if day is None or hour > 23 or minute > 59:
        return None
    return datetime.combine(day, time(hour, minute))


def show_day(value: date, today: date) -> str:
    """As it stands in a field: 11.30., with its year where nobody would guess it."""
    if abs(value - today) <= _FAR:
        return f"{value.month}.{value.day}."
    return f"{value.year}.{value.month}.{value.day}."


def _day(year: int, month: int, number: int) -> date | None:
    try:
        return date(year, month, number)
    except ValueError:
        return None
