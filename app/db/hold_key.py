"""The survey server's own secret, `hold.key`: it locks held first pages and blurs the marks of used tokens.

It lies where the caller says, else where `MINWON_HOLD_KEY_FILE` says, else in the store folder. Kept elsewhere, a copy
of the folder tells neither which slips were answered nor anything of a page that waits.
"""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from app.config.files import write_error
from app.crypto.secrets import KEY_BYTES, new_key
from app.domain.errors import SurveyStoreDamaged

HOLD_KEY_NAME = "hold.key"
HOLD_KEY_VARIABLE = "MINWON_HOLD_KEY_FILE"
_FOLDER_MODE = 0o700


def hold_key_path(folder: Path, chosen: Path | None) -> Path:
    """Where the key of the store in `folder` lies; a `chosen` place wins."""
    if chosen is not None:
        return chosen
    named = os.environ.get(HOLD_KEY_VARIABLE)
    return Path(named) if named else folder / HOLD_KEY_NAME


def hold_key(path: Path, *, may_make: bool) -> bytes:
    """The key in `path`; with `may_make` one is made if there is none.

    Errors: `SurveyStoreDamaged`, `CannotWrite`, `DiskFull`.
    """
    try:
        found = path.read_bytes()
    except FileNotFoundError as error:
        if may_make:
            return _made(path)
        raise SurveyStoreDamaged(str(path)) from error
    except OSError as error:
        raise SurveyStoreDamaged(str(path)) from error
    if len(found) != KEY_BYTES:
        raise SurveyStoreDamaged(str(path))
    return found


def _made(path: Path) -> bytes:
    """Write a fresh key whole and give it its name only if nobody else was first."""
    key = new_key()
    try:
        path.parent.mkdir(mode=_FOLDER_MODE, parents=True, exist_ok=True)
        # Made for its owner alone, whatever the umask.
        descriptor, name = tempfile.mkstemp(prefix=f".{path.name}-", suffix=".tmp", dir=path.parent)
        try:
            with os.fdopen(descriptor, "wb") as file:
                file.write(key)
                file.flush()
                os.fsync(file.fileno())
            with suppress(FileExistsError):
                os.link(name, path)
            return path.read_bytes()
        finally:
            Path(name).unlink()
    except OSError as error:
        raise write_error(error, path) from error
