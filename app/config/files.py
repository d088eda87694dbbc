"""Writing a file whole or not at all."""

from __future__ import annotations

import errno
import os
import secrets
from contextlib import suppress
from pathlib import Path

from app.domain.errors import AppError, CannotWrite, DiskFull

_NO_SPACE = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def write_error(error: OSError, path: Path) -> AppError:
    """The office's error for `path` not having been written."""
    return DiskFull(str(path.parent)) if error.errno in _NO_SPACE else CannotWrite(str(path))


def write_file(path: Path, content: bytes, *, private: bool = False) -> None:
    """Replace `path` with `content` in one step; `private` is for its owner's eyes alone, from the first byte on.

    Errors: `CannotWrite`, `DiskFull`; the old file stays then.
    """
    # Short, so that a name that is itself allowed is not refused for its draft's length.
    draft = path.parent / f".{secrets.token_hex(6)}.tmp"
    try:
        if not path.name or path.is_dir():
            raise IsADirectoryError(errno.EISDIR, "not a file")
        draft.touch(0o600 if private else 0o666, exist_ok=False)
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except (OSError, ValueError) as error:
        with suppress(OSError, ValueError):
            draft.unlink(missing_ok=True)
        if isinstance(error, OSError):
            raise write_error(error, path) from error
        raise CannotWrite(str(path)) from error


def make_folder(path: Path) -> None:
    """Make `path` and what leads to it. Errors: `CannotWrite`, `DiskFull`."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise write_error(error, path) from error
