"""Reading what was typed after an option."""

from __future__ import annotations

import os
from datetime import date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

from app.config.paths import Home, default_home
from app.domain.errors import BadValue

_FIRST_YEAR, _LAST_YEAR = 2000, 2100


def read_date(field: str, text: str) -> date:
    """A calendar day of this century such as 2026-11-21. Errors: `BadValue`."""
    try:
        day = date.fromisoformat(text)
    except ValueError as error:
        raise BadValue(field, text) from error
    if not _FIRST_YEAR <= day.year < _LAST_YEAR:
        raise BadValue(field, text)
    return day


def read_codes(field: str, text: str) -> tuple[str, ...]:
    """Codes with commas between them, each once. Errors: `BadValue` where there is none."""
    codes = tuple(dict.fromkeys(code.strip() for code in text.split(",")))
    if "" in codes:
        raise BadValue(field, text)
    return codes


def read_moment(field: str, text: str, timezone: str) -> datetime:
    """A moment of this century such as 2026-11-21T10:30, in the office's zone unless it names its own.

    Errors: `BadValue`.
    """
    try:
        moment = datetime.fromisoformat(text)
    except ValueError as error:
        raise BadValue(field, text) from error
    if not _FIRST_YEAR < moment.year < _LAST_YEAR:
        raise BadValue(field, text)
    return moment if moment.tzinfo else moment.replace(tzinfo=ZoneInfo(timezone))


def read_home(given: Path | None) -> Home:
    """The home of this run: `given`, else `MINWON_HOME`, else this user's own. Errors: `BadValue`."""
    return Home(read_folder("--home", given or Path(os.environ.get("MINWON_HOME") or default_home())))


def read_folder(field: str, path: Path) -> Path:
    """`path` made absolute, `~` resolved. Errors: `BadValue`."""
    try:
        return path.expanduser().absolute()
    except (RuntimeError, ValueError) as error:
        raise BadValue(field, str(path)) from error
