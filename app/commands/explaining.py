"""What the commands say to a person, in the same words as the window.

Qt's part of it is imported when something is said: most commands say nothing.
"""

from __future__ import annotations

from app.config.log import log_bug, start_log
from app.config.paths import Home
from app.domain.errors import AppError
from app.domain.finding import Why
from app.domain.imports import RowFault
from app.domain.languages import ScreenLanguage


def explain(error: AppError, language: ScreenLanguage) -> str:
    """One sentence for an expected failure, the same as in the window."""
    from app.ui.shared.spoken import spoken_error

    return spoken_error(error, language)


def explain_row(fault: RowFault, language: ScreenLanguage) -> str:
    """Why a row of a file cannot be imported, the same as in the window."""
    from app.ui.shared.spoken import spoken_row_fault

    return spoken_row_fault(fault, language)


def explain_why(why: Why, language: ScreenLanguage) -> str:
    """Why a task was found, the same as in the window."""
    from app.ui.shared.spoken import spoken_why

    return spoken_why(why, language)


def explain_recovery_code(code: str, language: ScreenLanguage) -> str:
    """What a new office's recovery code is for, said once."""
    from app.ui.shared.spoken import spoken_recovery_code

    return spoken_recovery_code(code, language)


def explain_clock(language: ScreenLanguage) -> str:
    """One sentence for a PC clock that stands behind the newest record."""
    from app.ui.shared.spoken import spoken_clock

    return spoken_clock(language)


def explain_demo(what: str, language: ScreenLanguage) -> str:
    """A few words on what the sample day is busy with."""
    from app.ui.shared.spoken import spoken_demo

    return spoken_demo(what, language)


def explain_usage(problem: str, language: ScreenLanguage) -> str:
    """One sentence for a command line that could not be understood; `problem` is the parser's own word on it."""
    from app.ui.shared.spoken import spoken_usage

    return spoken_usage(problem, language)


def explain_password_on_line(language: ScreenLanguage) -> str:
    """One sentence for a password that stood in a command line."""
    from app.ui.shared.spoken import spoken_password_on_line

    return spoken_password_on_line(language)


def explain_bug(error: BaseException, home: Home, language: ScreenLanguage) -> str:
    """One calm sentence with a reference number; the rest goes to the log."""
    from app.ui.shared.spoken import spoken_bug

    start_log(home.log)
    return spoken_bug(log_bug(error), language)
