"""A key for one of several places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject


class PlaceKey(QObject):
    """A key's slot: it lives as a child of its page, because a connection to a lambda would outlive it."""

    def __init__(self, choose: Callable[[int], object], place: int, parent: QObject) -> None:
        super().__init__(parent)
        self._choose = choose
        self._place = place

    def press(self) -> None:
        self._choose(self._place)
