"""Python's garbage collection, kept on the window's thread."""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer, Slot

_PAUSE_MS = 1000


class CollectionHere(QObject):
    """Collects garbage on this thread alone while other threads run.

    Python collects on whichever thread happens to allocate. Widgets refer to each other in circles, so a lane would
    sooner or later delete some, and Qt does not survive widgets that die on another thread.
    """

    _at_work = 0

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = False
        CollectionHere._at_work += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(_PAUSE_MS)
        self._timer.timeout.connect(self._on_pause)
        self._timer.start()

    @Slot()
    def _on_pause(self) -> None:
        due = [
            number for number, (n, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True)) if n > most
        ]
        if due:
            gc.collect(due[-1])

    def end(self) -> None:
        """The other threads have ended: Python may collect by itself again."""
        if not self._ended:
            self._ended = True
            self._timer.stop()
            CollectionHere._at_work -= 1
            if CollectionHere._at_work == 0:
                gc.enable()
