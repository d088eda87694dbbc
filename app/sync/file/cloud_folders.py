"""Folders that a cloud program copies about. It copies a shared file in the middle of a change and makes two of it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.domain.sharing_errors import SharedFileInCloudFolder

_NAMES = re.compile(
    r"(onedrive|dropbox|google ?drive|my ?drive|내 드라이브|icloud( ?drive)?|mobile documents|com~apple~clouddocs"
    r"|((naver|네이버) ?)?mybox|(naver|네이버) ?(클라우드|cloud)|n드라이브|ndrive"
    r"|nextcloud|owncloud|synology ?drive)"
    # The account follows: "OneDrive - 한빛구", "Dropbox (개인)".
    r"( - .*| ?\(.*)?",
    re.IGNORECASE,
)
_MARKS = (
    ".849C9593-D756-4E56-8D6E-42412F2A707B",  # OneDrive
    ".dropbox",
    ".dropbox.cache",
    ".tmp.driveupload",  # Google Drive
    ".tmp.drivedownload",
    ".nextcloudsync.log",
    ".owncloudsync.log",
    ".SynologyWorkingDirectory",
)
_MARKS_BEGIN = ("._sync_", ".sync_")
"""Nextcloud and ownCloud keep a database of this name in the folder they copy."""
_VARIABLES = ("OneDrive", "OneDriveCommercial", "OneDriveConsumer")
"""Where Windows says that OneDrive's folders are, whatever they are called."""


def refuse_cloud_folder(path: Path, address: str, environment: Mapping[str, str] = os.environ) -> None:
    """Errors: `SharedFileInCloudFolder` when a cloud program looks after the folder of `path`, or seems to."""
    folders = [folder for way in (path, _real(path)) for folder in way.parents]
    known = {Path(environment[name]) for name in _VARIABLES if environment.get(name)}
    if any(_NAMES.fullmatch(folder.name) or folder in known or any(_marked(folder)) for folder in folders):
        raise SharedFileInCloudFolder(address)


def _marked(folder: Path) -> Iterator[bool]:
    yield from ((folder / mark).exists() for mark in _MARKS)
    try:
        names = [entry.name for entry in folder.iterdir()]
    except OSError:
        return
    yield from (name.startswith(_MARKS_BEGIN) and ".db" in name for name in names)


def _real(path: Path) -> Path:
    try:
        return path.resolve()
    except OSError:
        return path
