"""Which visits of the day the list shows, and in what order."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from app.domain.choseong import find_services, initials
from app.domain.offices import ServiceRecord
from app.domain.visits import VisitRecord, VisitStatus
from app.ui.shared import words


class StatusGroup(StrEnum):
    """What the chips of the list count."""

    ALL = "all"
    WAITING = "waiting"
    SERVING = "serving"
    DONE = "done"
    UNDONE = "undone"
    OTHER = "other"


STATUSES_OF = {
    StatusGroup.ALL: frozenset(VisitStatus),
    StatusGroup.WAITING: frozenset({VisitStatus.WAITING, VisitStatus.CALLED}),
    StatusGroup.SERVING: frozenset({VisitStatus.SERVING}),
    StatusGroup.DONE: frozenset({VisitStatus.DONE}),
    StatusGroup.UNDONE: frozenset({VisitStatus.UNDONE}),
    StatusGroup.OTHER: frozenset({VisitStatus.LEFT, VisitStatus.UNRECORDED}),
}


class Order(StrEnum):
    """By which column the list is sorted; NEWEST is how the day comes."""

    NEWEST = "newest"
    NUMBER = "number"
    SERVICE = "service"
    TIME = "time"
    STATUS = "status"
    SLIP = "slip"


_STATUS_PLACE = {status: place for place, status in enumerate(VisitStatus)}
_SORT_KEYS: dict[Order, Callable[[VisitRecord], tuple[object, ...]]] = {
    Order.NUMBER: lambda v: (v.counter_code, v.seq),
    Order.SERVICE: lambda v: (v.service_name, -v.registered_at.timestamp()),
    Order.TIME: lambda v: (v.registered_at, v.seq),
    Order.STATUS: lambda v: (_STATUS_PLACE[v.status], -v.registered_at.timestamp()),
    Order.SLIP: lambda v: (words.slip_of(v), -v.registered_at.timestamp()),
}


def _plain(text: str) -> str:
    if text.isascii():
        return text.casefold().strip()
    return unicodedata.normalize("NFKC", text).casefold().strip()


@lru_cache(maxsize=2048)
def _name(name: str) -> str:
    return f"{_plain(name)}\n{_plain(initials(name))}"


class Haystack:
    """The words of each visit to search in, made once as long as the record is the same."""

    def __init__(self) -> None:
        self._known: dict[str, tuple[VisitRecord, str]] = {}
        self._states: dict[tuple[object, ...], str] = {}

    def of(self, visit: VisitRecord) -> str:
        """Everything the list can say about `visit`, each in a line of its own."""
        known = self._known.get(visit.id)
        if known is not None and known[0] is visit:
            return known[1]
        number = visit.number.casefold()
        parts = [number, number.replace("-", ""), _name(visit.service_name), _name(visit.registered_by)]
        parts += [self._state(visit), visit.now_at or ""]
        parts += [_name(name) for name in visit.further_services]
        parts += [_plain(text) for text in (visit.queue_number, visit.note, visit.word) if text]
        made = "\n".join(parts)
        self._known[visit.id] = (visit, made)
        return made

    def _state(self, visit: VisitRecord) -> str:
        """What the list says of the visit's state and slip: few different texts, asked for ten thousand times."""
        late = visit.late_reason
        key = (visit.status, visit.slip_state, visit.slip_reason, visit.slip_withheld, visit.corrected, late)
        found = self._states.get(key)
        if found is None:
            marks = [words.corrected()] if visit.corrected else []
            if late is not None:
                marks += [words.late(), words.late_reason(late)]
            found = _plain("\n".join((words.status(visit.status), words.slip_of(visit), *marks)))
            self._states[key] = found
        return found

    def keep_only(self, visits: Sequence[VisitRecord]) -> None:
        """Forget visits of other days."""
        if len(self._known) > 2 * len(visits) + 1000:
            self._known = {v.id: self._known[v.id] for v in visits if v.id in self._known}


@dataclass(frozen=True)
class DayFilter:
    """A group of states, a few letters looked for in everything a visit says, and an order."""

    group: StatusGroup = StatusGroup.ALL
    typed: str = ""
    order: Order = Order.NEWEST
    descending: bool = False

    @property
    def narrows(self) -> bool:
        """Whether visits may be missing from the list."""
        return self.group is not StatusGroup.ALL or bool(_plain(self.typed))

    def chosen(
        self, visits: Sequence[VisitRecord], services: Sequence[ServiceRecord], haystack: Haystack
    ) -> tuple[VisitRecord, ...]:
        """The visits that fit, in order."""
        found: Sequence[VisitRecord] = visits
        if self.group is not StatusGroup.ALL:
            statuses = STATUSES_OF[self.group]
            found = [visit for visit in found if visit.status in statuses]
        wanted = _plain(self.typed)
        if wanted:
            codes = frozenset(s.code for s in find_services(self.typed, services))
            found = [v for v in found if not codes.isdisjoint(v.service_codes) or wanted in haystack.of(v)]
        if self.order is not Order.NEWEST:
            found = sorted(found, key=_SORT_KEYS[self.order], reverse=self.descending)
        return tuple(found)
