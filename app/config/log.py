"""The program's log: a few rotating files in the home, with nothing personal in them (design law 11)."""

from __future__ import annotations

import logging
import secrets
import traceback
from pathlib import Path

# Without a file the log says nothing; the last resort of `logging` would print traces on the screen.
logging.getLogger("app").addHandler(logging.NullHandler())

_BYTES = 1_000_000
_FILES = 5


def start_log(path: Path) -> None:
    """Send the program's log to `path`; where it cannot be written the program runs without one."""
    # It brings the network modules with it, and the sign-in card does not wait for them.
    from logging.handlers import RotatingFileHandler

    logger = logging.getLogger("app")
    try:
        if not path.parent.parent.is_dir():
            return
        path.parent.mkdir(exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=_BYTES, backupCount=_FILES, encoding="utf-8", delay=True)
    except (OSError, ValueError):
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s %(message)s"))
    for old in list(logger.handlers):
        logger.removeHandler(old)
        old.close()
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)


def log_bug(error: BaseException) -> str:
    """Write `error` to the log and give back its reference number.

    The exception's own text is left out, because it may carry something personal. Its type and the places it passed
    are enough to find it.
    """
    reference = secrets.token_hex(3).upper()
    places = "".join(traceback.format_tb(error.__traceback__))
    logging.getLogger("app").error("bug %s: %s\n%s", reference, type(error).__name__, places)
    return reference
