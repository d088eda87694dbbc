"""Choosing a service by one key, a few letters or its 초성: what is picked now, and what fits what was typed."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from app.domain.choseong import find_services
from app.domain.offices import ServiceRecord

_MOST_MATCHES = 30


class ServicePicker(QObject):
    """The state of the service field. `typed` is empty while a service is picked by key."""

    changed = Signal()

    def __init__(self, services: Sequence[ServiceRecord], parent: QObject) -> None:
        super().__init__(parent)
        self.services = tuple(services)
        self.keyed = tuple(sorted((s for s in services if s.key is not None), key=lambda s: s.key or 0))
        self.typed = ""
        self.matches: tuple[ServiceRecord, ...] = ()
        self._at = 0
        self._picked: ServiceRecord | None = None

    @property
    def searching(self) -> bool:
        """Whether a list of matches is shown instead of the keys."""
        return bool(self.typed.strip())

    @property
    def chosen(self) -> ServiceRecord | None:
        """What Enter would register: the picked service, or the match that is highlighted."""
        if self.searching:
            return self.matches[self._at] if self.matches else None
        return self._picked

    @property
    def highlighted(self) -> int:
        """The row of the highlighted match, or -1."""
        return self._at if self.searching and self.matches else -1

    def type(self, text: str) -> None:
        """The field's text, what is being composed included, is now `text`."""
        if text == self.typed and self._picked is None:
            return
        self.typed = text
        self._picked = None
        self.matches = find_services(text, self.services)[:_MOST_MATCHES] if text.strip() else ()
        self._at = 0
        self.changed.emit()

    def press_key(self, digit: int) -> bool:
        """Pick the service with this key, if the field is free for it; tell whether there was one."""
        if self.searching:
            return False
        found = next((s for s in self.keyed if s.key == digit), None)
        if found is not None:
            self.pick(found)
        return found is not None

    def pick(self, service: ServiceRecord) -> None:
        """Choose `service`."""
        self.typed, self.matches, self._at = "", (), 0
        self._picked = service
        self.changed.emit()

    def move(self, steps: int) -> None:
        """Go up or down among the matches, or among the keys while nothing is typed."""
        if self.searching:
            if self.matches:
                self._at = (self._at + steps) % len(self.matches)
                self.changed.emit()
        elif self.keyed:
            if self._picked in self.keyed:
                self.pick(self.keyed[(self.keyed.index(self._picked) + steps) % len(self.keyed)])
            else:
                self.pick(self.keyed[0 if steps > 0 else -1])

    def clear(self) -> None:
        """Nothing typed, nothing picked."""
        self.typed, self.matches, self._at, self._picked = "", (), 0, None
        self.changed.emit()
