"""A list of holidays in a file of somebody's own: a day a line, its name after it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from app.config.table_files import decoded_text
from app.domain.errors import BadValue, TableUnreadable

_LARGEST = 1024 * 1024
_COLUMN_NAMES = {"date", "날짜", "일자"}


def read_holidays(path: Path) -> dict[date, str]:
    """The days of a text file with tabs between its columns: the day first (2026-10-05), the name last.

    A first line that names the columns is left out, and so are empty lines. Errors: `TableUnreadable`, `TableNotText`,
    `BadValue` (`--holidays`) for what is no day.
    """
    try:
        if not path.is_file() or path.stat().st_size > _LARGEST:
            raise TableUnreadable(path.name)
        text = decoded_text(path.read_bytes())
    except (OSError, ValueError) as error:
        raise TableUnreadable(path.name) from error
    lines = [line.split("\t") for line in text.splitlines() if line.strip()]
    if lines and lines[0][0].strip().lower() in _COLUMN_NAMES:
        del lines[0]
    return {_day(cells[0]): cells[-1].strip() if len(cells) > 1 else "" for cells in lines}


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise BadValue("--holidays", text.strip()) from error
