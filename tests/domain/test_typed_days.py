"""Days and moments as people type them."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from app.domain.typed_days import read_day, read_moment


def test_days_are_read_as_people_type_them() -> None:
    today = date(2026, 11, 20)
    for text, day in (
        ("오늘", today),
        ("어제", today - timedelta(days=1)),
        ("+7", today + timedelta(days=7)),
        ("-2", today - timedelta(days=2)),
        ("11.30", date(2026, 11, 30)),
        ("11.30.", date(2026, 11, 30)),
        ("1130", date(2026, 11, 30)),
        ("1.5", date(2027, 1, 5)),
        ("2026-02-28", date(2026, 2, 28)),
        ("11월 30일", date(2026, 11, 30)),
        ("2.30", None),
        ("언젠가", None),
        ("", None),
    ):
        assert read_day(text, today) == day, text


def test_moments_are_read_as_people_type_them() -> None:
    def at(month: int, day: int, hour: int, minute: int = 0) -> datetime:
        return datetime(2026, month, day, hour, minute)  # noqa: DTZ001 the office's clock, whose zone is not typed

    today = date(2026, 11, 20)
    for text, moment in (
        ("어제 16:30", at(11, 19, 16, 30)),
        ("11.19 9:05", at(11, 19, 9, 5)),
        ("16:30", at(11, 20, 16, 30)),
        ("어제 오후 4시 30분", at(11, 19, 16, 30)),
        ("-2 오전 9시 반", at(11, 18, 9, 30)),
        ("2026-11-19 12시", at(11, 19, 12)),
        ("오전 12:10", at(11, 20, 0, 10)),
        ("어제", None),
        ("24:00", None),
        ("16:60", None),
        ("오후 16:30", None),
        ("언젠가 9:00", None),
        ("", None),
    ):
        assert read_moment(text, today) == moment, text
