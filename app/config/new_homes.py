"""Putting a new home in its place: whole or not at all."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from app.config.files import write_error
from app.config.paths import Home
from app.domain.errors import AppError, DiskFull, HomeExists, HomeReadOnly

T = TypeVar("T")

_DRAFT = ".minwon-new-"
_OF_THIS_PC = frozenset({"logs", "settings.json"})
"""What the first start leaves in a folder that stands already, before there is an office: it stays."""


def place_home(home: Home, fill: Callable[[Home], T]) -> T:
    """Make `home` by filling a draft of it, which then takes its place; gives back what `fill` does.

    Errors: `HomeExists` (also for a folder with anything else in it), `HomeReadOnly`, `DiskFull`, those of `fill`.
    """
    draft: Home | None = None
    try:
        stands = home.root.is_dir()
        if stands and any(_is_of_an_office(path.name) for path in home.root.iterdir()):
            raise HomeExists(str(home.root))
        # Built in a folder of its own and then put in place, so that two of us cannot spoil each other's: inside an
        # empty folder that stands already (the one beside it may not be ours to write), else beside its place.
        parent = home.root if stands else home.root.parent
        parent.mkdir(parents=True, exist_ok=True)
        draft = Home(Path(tempfile.mkdtemp(prefix=_DRAFT, dir=parent)))
        made = fill(draft)
        if stands:
            home.root.chmod(0o700)
            draft.keys.rename(home.keys)  # fails where another one has been quicker
            for path in sorted(draft.root.iterdir()):
                if not (home.root / path.name).exists():
                    path.rename(home.root / path.name)
        else:
            draft.root.rename(home.root)
        return made
    except OSError as error:
        if home.keys.exists():
            raise HomeExists(str(home.root)) from error
        raise _home_error(error, home) from error
    finally:
        if draft is not None:
            shutil.rmtree(draft.root, ignore_errors=True)


def _is_of_an_office(name: str) -> bool:
    return not name.startswith(_DRAFT) and name not in _OF_THIS_PC


def _home_error(error: OSError, home: Home) -> AppError:
    failed = write_error(error, home.root)
    return failed if isinstance(failed, DiskFull) else HomeReadOnly(str(home.root))
