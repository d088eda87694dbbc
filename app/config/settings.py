"""What is set on this PC alone (`settings.json`): language, printer, paper.

The office's own settings are in its database.
"""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from app.config.files import write_file
from app.domain.errors import CannotWrite, SettingsUnreadable
from app.domain.languages import Language, ScreenLanguage
from app.domain.slips import Paper

PRINT_TO_FILES = "files"
RECENT_PEOPLE = 9
"""As many as there are digits to pick one with."""


@dataclass(frozen=True, slots=True)
class DeskSettings:
    """`printer`: empty for the system's default printer, `PRINT_TO_FILES` for PDF files in the home, a name, or the
    address of a receipt printer (`tcp:192.168.0.50:9100`), which takes slips only.

    `theme` is light, contrast, or system (as the system asks for). `recent` are the logins last used at this window,
    the newest first. Slips are in `slip_language`, those of foreign visitors in `foreigner_language`.
    """

    language: ScreenLanguage = ScreenLanguage.KO
    printer: str = ""
    paper: Paper = Paper.ROLL80
    slip_language: Language = Language.KO
    foreigner_language: Language = Language.EN
    text_size: int = 0
    theme: str = "light"
    recent: tuple[str, ...] = ()


def load_settings(path: Path) -> DeskSettings:
    """The settings in `path`, or the defaults when there is no such file. Errors: `SettingsUnreadable`."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        return DeskSettings(
            language=ScreenLanguage(raw.get("language", "ko")),
            printer=_text(raw.get("printer", "")),
            paper=Paper(raw.get("paper", "roll80")),
            slip_language=Language(raw.get("slip_language", "ko")),
            foreigner_language=Language(raw.get("foreigner_language", "en")),
            text_size=min(2, max(0, int(raw.get("text_size", 0)))),
            theme=_text(raw.get("theme", "light")),
            recent=_texts(raw.get("recent", []))[:RECENT_PEOPLE],
        )
    except FileNotFoundError:
        return DeskSettings()
    except (OSError, ValueError, TypeError, AttributeError, OverflowError, RecursionError) as error:
        raise SettingsUnreadable(str(path)) from error


def save_settings(path: Path, settings: DeskSettings) -> None:
    """Replace `path` in one step: a cut leaves the old file or the new one. Errors: `CannotWrite`, `DiskFull`."""
    write_file(path, json.dumps(asdict(settings), ensure_ascii=False, indent=1).encode())


def set_aside(path: Path) -> Path:
    """Move an unreadable settings file out of the way and tell where it is now. Errors: `CannotWrite`."""
    aside = path.with_name(path.name + ".unreadable")
    try:
        path.replace(aside)
    except OSError as error:
        raise CannotWrite(str(path)) from error
    return aside


def _texts(value: object) -> tuple[str, ...]:
    if not isinstance(value, list):
        raise TypeError("not a list")
    return tuple(_text(text) for text in value)


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
