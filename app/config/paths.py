"""The home of one counter PC: every path the program writes to, and the resources it ships with."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import platformdirs


@dataclass(frozen=True, slots=True)
class Home:
    """A folder that holds one counter's data.

    minwon.db the database · keys/ what must not leave this PC · settings.json this PC's settings · survey/ the survey
    store of a single-PC office · attachments/ scans and photos of cases, locked · slips/ slips written as files · logs/
    """

    root: Path

    @property
    def database(self) -> Path:
        return self.root / "minwon.db"

    @property
    def keys(self) -> Path:
        return self.root / "keys"

    @property
    def settings(self) -> Path:
        return self.root / "settings.json"

    @property
    def survey(self) -> Path:
        return self.root / "survey"

    @property
    def attachments(self) -> Path:
        return self.root / "attachments"

    @property
    def slips(self) -> Path:
        return self.root / "slips"

    @property
    def log(self) -> Path:
        return self.root / "logs" / "minwon.log"


def default_home() -> Path:
    """The platform's data folder for this program."""
    return Path(platformdirs.user_data_dir("MinwonDesk", appauthor=False))


def resources() -> Path:
    """The folder `resources/`, in the source tree or in the packaged program."""
    packaged = getattr(sys, "_MEIPASS", None)
    base = Path(packaged) if packaged else Path(__file__).resolve().parents[2]
    return base / "resources"
