"""Choosing services by one key, a few letters or 초성: what is kept, what is picked now, what fits what was typed."""

from __future__ import annotations

from collections.abc import Sequence
from enum import Enum, auto

from PySide6.QtCore import QObject, Signal

from app.domain.choseong import find_services
from app.domain.offices import ServiceRecord
from app.domain.visits import SERVICES_LIMIT

_MOST_MATCHES = 30


class Kept(Enum):
    """What became of the wish to keep the service picked now and to add another one."""

    KEPT = auto()
    NOTHING = auto()
    TWICE = auto()
    FULL = auto()


class ServicePicker(QObject):
    """The state of the service field. `typed` is empty while a service is picked by key.

    `kept` are the services of the same visit that stand as chips before it.
    """

    changed = Signal()
    services_changed = Signal()

    def __init__(self, services: Sequence[ServiceRecord], parent: QObject) -> None:
        super().__init__(parent)
        self.services: tuple[ServiceRecord, ...] = ()
        self.keyed: tuple[ServiceRecord, ...] = ()
        self.typed = ""
        self.matches: tuple[ServiceRecord, ...] = ()
        self.kept: tuple[ServiceRecord, ...] = ()
        self._at = 0
        self._picked: ServiceRecord | None = None
        self._take(services)

    def _take(self, services: Sequence[ServiceRecord]) -> None:
        self.services = tuple(services)
        self.keyed = tuple(sorted((s for s in services if s.key is not None), key=lambda s: s.key or 0))

    @property
    def searching(self) -> bool:
        """Whether a list of matches is shown instead of the keys."""
        return bool(self.typed.strip())

    @property
    def chosen(self) -> ServiceRecord | None:
        """The picked service, or the match that is highlighted."""
        if self.searching:
            return self.matches[self._at] if self.matches else None
        return self._picked

    @property
    def selection(self) -> tuple[ServiceRecord, ...]:
        """What Enter would register, in order; nothing while what is typed fits no service."""
        chosen = self.chosen
        if chosen is None:
            return () if self.searching else self.kept
        return self.kept if chosen in self.kept else (*self.kept, chosen)

    @property
    def idle(self) -> bool:
        """Whether nothing is typed, picked or kept."""
        return not (self.typed or self._picked or self.kept)

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

    def keep(self) -> Kept:
        """Keep the chosen service as a chip, and be free for the next one."""
        chosen = self.chosen
        if chosen is None:
            return Kept.NOTHING
        if chosen in self.kept:
            return Kept.TWICE
        if len(self.kept) + 1 >= SERVICES_LIMIT:  # there must be room for the one that is to follow
            return Kept.FULL
        self.kept = (*self.kept, chosen)
        self._choose_nothing()
        return Kept.KEPT

    def drop(self, code: str) -> None:
        """Take a kept service away."""
        self.kept = tuple(service for service in self.kept if service.code != code)
        self.changed.emit()

    def drop_last(self) -> None:
        """Take the service kept last away."""
        if self.kept:
            self.drop(self.kept[-1].code)

    def choose(self, services: Sequence[ServiceRecord]) -> None:
        """Exactly these: the last one picked, the others kept."""
        *kept, last = services
        self.kept = tuple(kept)
        self.pick(last)

    def offer(self, services: Sequence[ServiceRecord]) -> None:
        """From now on these services can be picked. What is picked and no longer among them goes."""
        if tuple(services) == self.services:
            return
        typed, picked = self.typed, self._picked
        self._take(services)
        codes = {service.code: service for service in services}
        self.kept = tuple(codes[service.code] for service in self.kept if service.code in codes)
        self._picked = codes.get(picked.code) if picked is not None else None
        self.services_changed.emit()
        if typed.strip():
            self.typed = ""
            self.type(typed)
        else:
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
        """Nothing typed, nothing picked, nothing kept."""
        self.kept = ()
        self._choose_nothing()

    def _choose_nothing(self) -> None:
        self.typed, self.matches, self._at, self._picked = "", (), 0, None
        self.changed.emit()
