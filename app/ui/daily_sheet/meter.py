"""How far a long piece of work is: written on its lane's thread, looked at from the window's."""

from __future__ import annotations

from app.domain.errors import Cancelled


class Meter:
    """Handed to a service as its progress. No QObject: it lives on the lane's thread too."""

    def __init__(self) -> None:
        self.done = 0
        self.total = 0
        self._cancelled = False

    def __call__(self, done: int, total: int) -> None:
        """Errors: `Cancelled`, once somebody has cancelled."""
        if self._cancelled:
            raise Cancelled()
        self.done, self.total = done, total

    def cancel(self) -> None:
        """End the work at the next time it tells how far it is."""
        self._cancelled = True

    @property
    def share(self) -> float:
        """How much is done, 0..1."""
        return self.done / self.total if self.total else 0.0
