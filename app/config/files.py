"""Writing a file whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path

from app.domain.errors import CannotWrite, DiskFull

_NO_SPACE = (28, 122)  # ENOSPC, EDQUOT


def write_file(path: Path, content: bytes) -> None:
    """Replace `path` with `content` in one step. Errors: `CannotWrite`, `DiskFull`; the old file stays then."""
    draft = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        with draft.open("wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        draft.replace(path)
    except OSError as error:
        draft.unlink(missing_ok=True)
        if error.errno in _NO_SPACE:
            raise DiskFull(str(path.parent)) from error
        raise CannotWrite(str(path)) from error
