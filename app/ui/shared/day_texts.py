"""Days in the fields of a form: shown as people read them, read as they type them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from app.domain.typed_days import read_day


class NoDay(Exception):
    """What stands in `field` is no day."""

    def __init__(self, field: str) -> None:
        super().__init__(field)
        self.field = field


def day_text(day: date | None) -> str:
    """As it stands in a field; "" for none."""
    return "" if day is None else day.isoformat()


def day_in(values: Mapping[str, str], field: str, today: date) -> date | None:
    """The day typed there; None where nothing was. Errors: `NoDay`."""
    text = values[field].strip()
    if not text:
        return None
    day = read_day(text, today)
    if day is None:
        raise NoDay(field)
    return day


def needed_day_in(values: Mapping[str, str], field: str, today: date) -> date:
    """The same where there must be one. Errors: `NoDay`."""
    day = day_in(values, field, today)
    if day is None:
        raise NoDay(field)
    return day
