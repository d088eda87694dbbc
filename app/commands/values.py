"""Reading what was typed after an option."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

from app.domain.errors import BadValue


def read_date(field: str, text: str) -> date:
    """A calendar day such as 2026-11-21. Errors: `BadValue`."""
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise BadValue(field, text) from error


def read_moment(field: str, text: str, timezone: str) -> datetime:
    """A moment such as 2026-11-21T10:30, in the office's zone unless it names its own. Errors: `BadValue`."""
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadValue(field, text) from error
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))
