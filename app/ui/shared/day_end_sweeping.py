"""What the program tidies up by itself while a window is open: nobody has to think of it."""

from __future__ import annotations

import logging
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.ui.shared.session import Session
from app.ui.shared.task_runner import Lane

if TYPE_CHECKING:
    from app.services.day_end import Swept

_EVERY_MS = 3 * 60 * 1000

_log = logging.getLogger(__name__)


class DayEndSweeping(QTimer):
    """Sweeps at once and every few minutes while `desk` is seen. The lists notice by themselves that it did."""

    def __init__(self, session: Session, desk: QWidget) -> None:
        super().__init__(desk)
        self._session = session
        self._desk = desk
        self.setInterval(_EVERY_MS)
        self.timeout.connect(self._on_time)
        self.start()
        self.sweep()

    def sweep(self) -> None:
        """Tidy up whatever is due now. Nobody asked for it, so nobody is told when it fails; the next time will do."""
        work = partial(self._session.parts.day_end.sweep, self._session.actor)
        self._session.runner.run(Lane.DESK, self, work, self._on_swept, self._on_failed)

    def _on_swept(self, _swept: Swept) -> None:
        # Days that are over are counted once, so that a supervisor's month opens at once.
        work = partial(self._session.parts.rollups.make_missing, self._session.actor)
        self._session.runner.run(Lane.FILES, self, work, None, self._on_failed)

    def _on_time(self) -> None:
        if self._desk.isVisible():
            self.sweep()

    def _on_failed(self, error: Exception) -> None:
        _log.warning("sweep failed: %s", type(error).__name__)
