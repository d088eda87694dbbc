"""Whether a grievance that is here is the second one on its matter, where the first one is not here: it ended long ago,
or is another department's (영 17조). Asked once, after the exchange that told the words of what was made here."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from app.db.case_sealing import seal
from app.db.shared_links import SharedLink
from app.db.unit_of_work import Database
from app.domain.cases import Case, CaseKind
from app.domain.search_terms import matter_term, term_number
from app.domain.shared_words import WordSearch
from app.domain.sharing import Document
from app.sync.hub import Hub
from app.sync.retention import HOME_ROLE

_AT_ONCE = 10
"""Cases asked about in one exchange; the others wait for the next."""


def ask_about_matters(database: Database, hub: Hub, link: SharedLink, clock: Callable[[], datetime]) -> None:
    """Give grievances to the audit officer that came after one which only the shared side has.

    Errors: those of `Hub.find_words`.
    """
    with database.read() as work:
        unasked = work.cases.unasked(_AT_ONCE)
    for case in unasked:
        matter = (term_number(matter_term(case.matter_id)),)
        # What is the audit officer's is not told; but of each matter one grievance, the first, is not theirs.
        found = hub.find_words(WordSearch(link.home, link.epoch, "", HOME_ROLE, (matter,)))
        if found is None:  # made before it knew words
            return
        with database.write() as work:
            now = work.cases.get(case.id)
            if any(_came_before(record.document, now) for record in found) and not now.to_auditor:
                seal(work, now, clock())
            work.cases.matter_asked(case)


def _came_before(document: Document, case: Case) -> bool:
    fields = document.fields
    same = (fields.get("kind"), fields.get("matter_id")) == (CaseKind.GRIEVANCE.value, case.matter_id)
    try:
        received = datetime.fromisoformat(str(fields.get("received_at")))
        return same and (received, document.row_id) < (case.received_at, case.id)
    except (ValueError, TypeError):  # another program's, which says when in its own way
        return False
