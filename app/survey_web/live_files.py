"""The store's two files as the running server sees them: a new counter or audit key counts without a restart."""

from __future__ import annotations

import logging
import os
import threading
from dataclasses import dataclass
from pathlib import Path

from app.db.store_files import KEYS_NAME, SURVEY_NAME, StoreKeys, StoreOffice, read_store_keys, read_store_survey
from app.domain.errors import AppError
from app.domain.surveys import Survey

_LOG = logging.getLogger(__name__)
_Stamp = tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class StoreView:
    """Keys, survey and office as they belong together during one request. Of one reading there is one view."""

    keys: StoreKeys
    survey: Survey
    office: StoreOffice


class LiveFiles:
    """Reads both files again when they change. What cannot be read leaves the last good reading in force."""

    def __init__(self, folder: Path) -> None:
        """Errors: `SurveyStoreDamaged`, `SurveyFileUnreadable`."""
        self._folder = folder
        self._paths = tuple(os.fspath(folder / name) for name in (KEYS_NAME, SURVEY_NAME))
        self._lock = threading.Lock()
        self._stamps = self._look()
        self._view = self._read()

    def view(self) -> StoreView:
        with self._lock:
            stamps = self._look()
            if stamps != self._stamps:
                try:
                    self._view = self._read()
                except AppError as error:
                    _LOG.warning("the survey store's files cannot be read now: %s", type(error).__name__)
                else:
                    self._stamps = stamps
            return self._view

    def _look(self) -> tuple[_Stamp | None, ...]:
        return tuple([_stamp(path) for path in self._paths])

    def _read(self) -> StoreView:
        survey, office = read_store_survey(self._folder)
        return StoreView(read_store_keys(self._folder), survey, office)


def _stamp(path: str) -> _Stamp | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - done for every request, and a Path takes several times as long
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size, found.st_ino
