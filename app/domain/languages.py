"""The languages of the slip and the survey, and those of the program itself."""

from __future__ import annotations

from enum import StrEnum


class Language(StrEnum):
    """What a citizen may read: the slip and the survey."""

    KO = "ko"
    EN = "en"
    ZH = "zh"
    VI = "vi"


class ScreenLanguage(StrEnum):
    """What the office's own people may read: the window, the sheet, the command line."""

    KO = "ko"
    EN = "en"
