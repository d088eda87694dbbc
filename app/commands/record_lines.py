"""Records as JSON objects: their fields by name, days and moments as text."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date
from typing import Any


def record_line(record: Any) -> dict[str, object]:
    """The fields of a dataclass, those of records within it too."""
    found = asdict(record)
    return {name: _plain(value) for name, value in found.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {str(name): _plain(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_plain(one) for one in value]
    return value.isoformat() if isinstance(value, date) else value
