"""One exchange of a home at a time, in whatever thread or process."""

from __future__ import annotations

import threading
from pathlib import Path

from app.config.files import write_error
from app.domain.sharing_errors import SharedSideBusy

_TURN_SECONDS = 20.0


class Alone:
    """Whoever is inside is alone. `turn` is for this process, the file at `path` for all others."""

    def __init__(self, turn: threading.Lock, path: Path) -> None:
        # A home that shares nothing never waits for this to be loaded.
        from filelock import FileLock

        self._turn = turn
        self._path = path
        self._lock = FileLock(str(path))

    def __enter__(self) -> None:
        """Errors: `SharedSideBusy`, `CannotWrite`, `DiskFull`."""
        from filelock import Timeout

        self._turn.acquire()
        try:
            self._lock.acquire(timeout=_TURN_SECONDS)
        except BaseException as error:
            # Whatever it is, also Ctrl+C: the next one must not wait for ever for a turn nobody has.
            self._turn.release()
            if isinstance(error, Timeout):
                raise SharedSideBusy("") from error
            if isinstance(error, OSError):
                raise write_error(error, self._path) from error
            raise

    def __exit__(self, *_: object) -> None:
        try:
            self._lock.release()
        finally:
            self._turn.release()
