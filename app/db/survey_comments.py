"""Comments of a survey store, for the board: of days that are over for good (decision 0017)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date

from app.db.survey_store import SurveyStore
from app.domain.comment_cards import GivenComment


def given_comments(store: SurveyStore, since: date, settled: date) -> Iterator[tuple[date, list[GivenComment]]]:
    """Every answer of each closed day from `since` to before `settled`, oldest day first; of a day in random order.

    `settled` is a day after the days whose slips have expired: by then no answer waits for its second page. Errors:
    `SurveyStoreDamaged`.
    """
    for day in store.closed_days():
        if since <= day < settled:
            answers = store.answers_of(day)
            yield (
                day,
                [GivenComment(each.id, each.department, str(json.loads(each.body)["comment"])) for each in answers],
            )
