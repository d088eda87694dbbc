"""The names of the screens, and what stands in the navigation for one of them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ScreenName(StrEnum):
    COUNTER = "counter"
    RECEPTION = "reception"
    FINDER = "finder"
    CASEWORK = "casework"
    OFFICE = "office"
    DAILY_SHEET = "daily_sheet"
    SEALED_ANSWERS = "sealed_answers"
    INTEGRITY = "integrity"
    SETTINGS = "settings"
    GUIDE = "guide"


@dataclass(frozen=True)
class Place:
    """One entry of the navigation: which screen, its key, its icon in `resources/icons` and its words."""

    name: ScreenName
    key: str
    icon: str
    words: str
