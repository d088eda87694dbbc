"""Telling the shared side what cases can be found by, after the cases themselves, a few at a time."""

from __future__ import annotations

import time

from app.db.search import Words
from app.db.unit_of_work import Database
from app.domain.search_terms import filter_terms, term_number
from app.domain.shared_words import RecordWords
from app.sync.hub import WORDS_LIMIT, Hub
from app.sync.pace import Pace

_BATCHES = (1, *[WORDS_LIMIT] * 10)
"""In one exchange. The first is small, for a shared side that knows no words yet is asked with every exchange; and
whoever comes with many does not keep others waiting for what is new."""
_SAID_BY_ITS_PLACE = filter_terms("case_file")


def tell_words(database: Database, hub: Hub, home: str, epoch: str, pace: Pace) -> None:
    """Tell the words of cases that the shared side has; those of others wait. Errors: those of `Hub.put_words`."""
    for limit in _BATCHES:
        with database.read() as work:
            words = work.search.unsent(limit)
        if not words or not hub.put_words(home, epoch, [_told(one) for one in words]):
            return
        began = time.monotonic()
        with database.write() as work:
            work.search.sent(words)
        if len(words) < limit:
            return
        pace.yield_to_clerks(time.monotonic() - began)


def _told(words: Words) -> RecordWords:
    numbers = tuple(sorted(term_number(term) for term in words.terms - _SAID_BY_ITS_PLACE))
    return RecordWords(words.entity, words.row_id, words.version, words.n, numbers)
