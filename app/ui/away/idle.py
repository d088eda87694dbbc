"""How long nobody has touched the window, by a clock that nobody can set."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

_LOOK_EVERY_MS = 2_000
_STIRRED_AFTER = 60.0
AWAY_KEY = Qt.Key.Key_F12
INCIDENT_KEY = Qt.Key.Key_F11
_INCIDENT_MODIFIERS = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
_TOUCHES = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TabletPress,
        QEvent.Type.InputMethod,
    }
)


def steady_seconds() -> float:
    """Seconds that only go forward. A suspended PC counts as time passed; the PC's date and time play no part.

    On Windows the monotonic clock goes on while the PC sleeps; on Linux another one does.
    """
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return time.clock_gettime(boot) if boot is not None else time.monotonic()


class IdleWatch(QObject):
    """Sees every key and every movement of the mouse in this program, in dialogs and menus too."""

    idle = Signal()
    """Nobody has touched anything for as long as the office allows."""
    away_pressed = Signal()
    incident_pressed = Signal(object)
    """The modifier held with the incident key, wherever the keyboard is."""
    stirred = Signal()
    """Somebody touches the window again after a minute or longer."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.clock: Callable[[], float] = steady_seconds
        self._limit = 0.0
        self._touched = 0.0
        self.timer = QTimer(self)
        self.timer.setInterval(_LOOK_EVERY_MS)
        self.timer.timeout.connect(self.look)

    def watch(self, seconds: float) -> None:
        """Count from now on; `idle` after `seconds` without a touch."""
        self._limit = seconds
        self._touched = self.clock()
        self.timer.start()

    def rest(self) -> None:
        """Count no more: nobody is signed in, or the window is locked."""
        self.timer.stop()

    def touched_within(self, seconds: float) -> bool:
        """Whether somebody is signed in and has touched anything in the last `seconds`."""
        return self.timer.isActive() and self.clock() - self._touched < seconds

    def look(self) -> bool:
        """Say `idle` if it is time; tell whether it was."""
        if not self.timer.isActive() or self.clock() - self._touched < self._limit:
            return False
        self.rest()
        self.idle.emit()
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kind = event.type()
        if kind not in _TOUCHES and not (kind is QEvent.Type.MouseMove and event.spontaneous()):
            return False
        if not self.timer.isActive():
            return False
        # A PC that wakes up hands on the first key before any timer: that key must not reach the screen.
        if self.look():
            return True
        before, self._touched = self._touched, self.clock()
        if self._touched - before > _STIRRED_AFTER:
            self.stirred.emit()
        # Here and not as shortcuts, because a shortcut of the window sleeps while a dialog is open.
        return kind is QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and self._is_ours(event)

    def _is_ours(self, event: QKeyEvent) -> bool:
        if event.key() == AWAY_KEY and not event.modifiers():
            self.away_pressed.emit()
            return True
        if event.key() == INCIDENT_KEY and event.modifiers() in _INCIDENT_MODIFIERS:
            if not event.isAutoRepeat():
                self.incident_pressed.emit(event.modifiers())
            return True
        return False
