"""Finding cards by their words."""

from __future__ import annotations

from itertools import islice
from zoneinfo import ZoneInfo

from app.db.search import SearchFilter
from app.db.unit_of_work import UnitOfWork
from app.domain.cards import Card, CardFilter, CardState
from app.domain.search_queries import readings_of
from app.services.card_cover import covered_cards

_FOUND = 1000


def found_cards(work: UnitOfWork, wanted: CardFilter, limit: int) -> tuple[Card, ...]:
    """Newest first, at most `limit`. What was typed is tried first, then the other keyboard mode, then other spellings.

    Cards whose words are covered are not found by them: whether they fit tells something of them.
    """
    shown = CardState.HIDDEN not in wanted.states
    narrowed = SearchFilter(
        entity="card",
        kind="" if wanted.side is None else wanted.side.value,
        department_code=wanted.department_code,
        ended=False if shown else None,
    )
    zone = ZoneInfo(work.offices.settings().timezone)
    for queries in readings_of(wanted.text):
        ids = [hit.row_id for hit in islice(work.search.find(queries, narrowed, zone), _FOUND)]
        found = {each.id: each for each in covered_cards(work, work.cards.of(ids)) if each.cover is None}
        fits = [found[card_id] for card_id in ids if card_id in found]
        fits = [each for each in fits if not wanted.states or each.state in wanted.states]
        if fits:
            return tuple(fits[:limit])
    return ()
