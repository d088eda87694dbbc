"""What the survey server does by itself: ending holds, and closing days that are over."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from datetime import datetime

from app.db.survey_store import SurveyStore
from app.domain.clocks import office_day
from app.domain.errors import AppError
from app.survey_web.live_files import LiveFiles
from app.survey_web.slip_links import first_open_day

SWEEP_SECONDS = 15.0
_LOG = logging.getLogger(__name__)


def sweep(store: SurveyStore, files: LiveFiles, now: datetime) -> None:
    """Store what was held long enough, then close the days whose slips have expired."""
    keys = files.view().keys
    store.release_due(now, first_open_day(now, keys))
    store.close_expired(office_day(now, keys.timezone), keys.slip_days)


class Sweeper:
    """Sweeps in a thread of its own, at once and then every `seconds`."""

    def __init__(
        self, store: SurveyStore, files: LiveFiles, clock: Callable[[], datetime], seconds: float = SWEEP_SECONDS
    ) -> None:
        self._store = store
        self._files = files
        self._clock = clock
        self._seconds = seconds
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._run, name="survey-sweeper", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def end_soon(self) -> None:
        """Let the round under way be the last."""
        self._ended.set()

    def join(self) -> None:
        self._thread.join()

    def stop(self) -> None:
        """End it, and wait until the round under way is done."""
        self.end_soon()
        self.join()

    def _run(self) -> None:
        while True:
            try:
                sweep(self._store, self._files, self._clock())
            except AppError as error:
                _LOG.warning("sweeping did not work this time: %s", type(error).__name__)
            except Exception as error:  # one bad round must not end all sweeping
                _LOG.error("sweeping failed: %s", type(error).__name__)
            if self._ended.wait(self._seconds):
                return
