"""The survey server's own secret, `hold.key`: it locks held first pages and blurs the marks of used tokens.

It lies in the store folder unless `MINWON_HOLD_KEY_FILE` names another place. Kept elsewhere, a copy of the folder
does not even tell which slips were answered.
"""

from __future__ import annotations

import os
from pathlib import Path

from app.crypto.secrets import KEY_BYTES, new_key
from app.domain.errors import CannotWrite, SurveyStoreDamaged

HOLD_KEY_NAME = "hold.key"
HOLD_KEY_VARIABLE = "MINWON_HOLD_KEY_FILE"


def hold_key_path(folder: Path) -> Path:
    named = os.environ.get(HOLD_KEY_VARIABLE)
    return Path(named) if named else folder / HOLD_KEY_NAME


def hold_key(folder: Path, *, may_make: bool) -> bytes:
    """The key of the store in `folder`; with `may_make` one is made if there is none.

    Errors: `SurveyStoreDamaged`, `CannotWrite`.
    """
    path = hold_key_path(folder)
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
    draft = path.with_name(f"{path.name}.{os.getpid()}.tmp")
    key = new_key()
    try:
        descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600)
        with os.fdopen(descriptor, "wb") as file:
            file.write(key)
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            key = path.read_bytes()
        finally:
            draft.unlink()
    except OSError as error:
        raise CannotWrite(str(path)) from error
    return key
