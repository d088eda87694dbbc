"""minwon backup and restore: this PC's whole home as one file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from app.bootstrap import back_up_home, restore_home
from app.commands.context import emit, general
from app.commands.values import read_folder

BackupFile = Annotated[Path, typer.Argument(metavar="FILE")]


def backup(file: BackupFile) -> None:
    """Write the whole home into FILE, also while it is in use. Needs no sign-in: whoever may read the home may copy it.

    FILE holds this PC's keys and can be read by its owner alone; keep it where nobody else gets at it.
    """
    path = read_folder("FILE", file)
    back_up_home(general.home, path)
    emit({"backup": str(path), "bytes": path.stat().st_size})


def restore(file: BackupFile) -> None:
    """Make a new home from FILE; refused where there is one. Needs no sign-in.

    At its first exchange the home takes a new counter code when others know more of its past than the backup.
    """
    restore_home(general.home, read_folder("FILE", file))
    emit({"home": str(general.home.root)})
