"""From the counter to the integrity check: answers that come at once show, without any time being kept."""

from __future__ import annotations

from datetime import timedelta

from app.bootstrap import open_office
from app.commands.survey_client import SurveyClient
from app.config.paths import Home
from app.db.survey_store import SurveyStore
from app.domain.actors import Actor
from app.domain.visits import NewVisit
from tests.support.survey import GOOD_ANSWERS
from tests.support.survey_server import survey_server


def test_answers_given_at_the_counter_show_in_the_check(home: Home, clerk: Actor, supervisor: Actor) -> None:
    office = open_office(home)
    try:
        today = office.visits.now(clerk).day
        visits = [office.visits.register(clerk, NewVisit("SEAL")) for _ in range(5)]
        office.stores.export(home.survey)
        with survey_server(home.survey) as address:
            client = SurveyClient(address)
            for visit in visits:
                fields = {name: (value,) if isinstance(value, str) else value for name, value in GOOD_ANSWERS.items()}
                assert client.answer(visit.survey_url, fields) == 200
        (before,) = office.integrity.report(supervisor, today, today).rows
        assert (before.visits, before.answers) == (5, None)
        store = SurveyStore.open(home.survey)
        store.close_expired(today + timedelta(days=8), office.offices.settings().slip_days)
        store.close()
        (row,) = office.integrity.report(supervisor, today, today).rows
        assert (row.answers, row.quick_least, row.quick_most) == (5, 5, 5)
    finally:
        office.close()
