"""Looking after the index of words: what may wait is taken in, and what was erased is pressed out of its file."""

from __future__ import annotations

import time

from app.db.unit_of_work import Database


def tend_search(database: Database) -> None:
    """A little at a time, with a pause as long as each piece took, so that whoever saves something does not wait."""
    with database.read() as work:
        behind = work.search.is_behind()
    while behind:
        began = time.monotonic()
        with database.write() as work:
            behind = work.search.reindex() > 0 or work.search.press_out()
        if behind:
            time.sleep(time.monotonic() - began)
