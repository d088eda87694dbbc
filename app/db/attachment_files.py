"""The locked bytes of scans and photos on this PC, each in a file of its own.

`attachments/ab/<blob>` is whole, and its name is the checksum of what is in it. `<blob>.part` is what has come of it so
far. Nothing here can be opened without the key that stands in the database.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from app.config.files import make_folder, write_error, write_file
from app.crypto.file_locks import blob_name

_BLOB = re.compile(r"[0-9a-f]{64}")
_PART = ".part"


def is_blob(name: str) -> bool:
    """Whether it names locked bytes: what other counters say may be anything, and is made a path of."""
    return _BLOB.fullmatch(name) is not None


class AttachmentFiles:
    """A blob is named by 64 hex digits; a name that is none stands for nothing, whoever sent it."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def has(self, blob: str) -> bool:
        return is_blob(blob) and self._path(blob).is_file()

    def read(self, blob: str) -> bytes | None:
        """The locked bytes; None where they are not here. What is damaged is taken away and not here any more."""
        if not is_blob(blob):
            return None
        try:
            locked = self._path(blob).read_bytes()
        except OSError:
            return None
        if blob_name(locked) == blob:
            return locked
        self.drop(blob)
        return None

    def put(self, blob: str, locked: bytes) -> None:
        """Keep the bytes for good, whole or not at all. Errors: `CannotWrite`, `DiskFull`."""
        path = self._path(blob)
        make_folder(path.parent)
        write_file(path, locked, private=True)
        _settle(path.parent)

    def drop(self, blob: str) -> None:
        """Take away the bytes, and what has come of them so far."""
        if is_blob(blob):
            for path in (self._path(blob), self._draft(blob)):
                with suppress(OSError):
                    path.unlink(missing_ok=True)

    def all(self) -> Iterator[str]:
        """Every blob of which there is anything here."""
        for path in sorted(self._folder.glob("??/*")):
            blob = path.name.removesuffix(_PART)
            if is_blob(blob):
                yield blob

    # --- what comes in parts ---

    def begun(self, blob: str) -> int:
        """How many bytes of it have come so far."""
        try:
            return self._draft(blob).stat().st_size
        except OSError:
            return 0

    def go_on(self, blob: str, at: int, data: bytes) -> None:
        """Keep what came of it, to stand at the byte `at`. Errors: `CannotWrite`, `DiskFull`."""
        draft = self._draft(blob)
        make_folder(draft.parent)
        try:
            descriptor = os.open(draft, os.O_WRONLY | os.O_CREAT, 0o600)
            with os.fdopen(descriptor, "wb") as file:  # a descriptor that is open already is not emptied by this
                file.truncate(at)
                file.seek(at)
                file.write(data)
        except OSError as error:
            raise write_error(error, draft) from error

    def finish(self, blob: str) -> bool:
        """Keep for good what has come; False when it is not what its name says, and nothing is kept then.

        Errors: `CannotWrite`, `DiskFull`.
        """
        draft = self._draft(blob)
        try:
            locked = draft.read_bytes()
        except OSError:
            return False
        whole = blob_name(locked) == blob
        if whole:
            self.put(blob, locked)
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        return whole

    def _path(self, blob: str) -> Path:
        if not is_blob(blob):
            raise ValueError(blob)
        return self._folder / blob[:2] / blob

    def _draft(self, blob: str) -> Path:
        path = self._path(blob)
        return path.with_name(blob + _PART)


def _settle(folder: Path) -> None:
    """See to it that a new name in `folder` outlives a power cut, where the system can be asked to."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
