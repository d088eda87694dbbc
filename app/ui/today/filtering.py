"""Which visits of the day the list shows."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from app.domain.choseong import find_services, initials
from app.domain.offices import ServiceRecord
from app.domain.visits import VisitRecord, VisitStatus


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().strip()


@dataclass(frozen=True)
class DayFilter:
    """A status (None: all) and a few letters looked for in number, service, queue number and note."""

    status: VisitStatus | None = None
    typed: str = ""

    def chosen(self, visits: Sequence[VisitRecord], services: Sequence[ServiceRecord]) -> tuple[VisitRecord, ...]:
        """The visits that fit, in their order."""
        wanted = _plain(self.typed)
        codes = frozenset(s.code for s in find_services(self.typed, services)) if wanted else frozenset()
        return tuple(
            visit
            for visit in visits
            if (self.status is None or visit.status is self.status)
            and (not wanted or visit.service_code in codes or _fits(wanted, visit))
        )


def _fits(wanted: str, visit: VisitRecord) -> bool:
    number = _plain(visit.number)
    texts = (
        number,
        number.replace("-", ""),
        _plain(visit.queue_number),
        _plain(visit.note),
        _plain(visit.service_name),
    )
    return any(wanted in text for text in texts) or wanted in initials(visit.service_name)
