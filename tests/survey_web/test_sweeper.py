from __future__ import annotations

import os
from datetime import date, timedelta

import pytest

from app.db.survey_answers import ENVELOPE_BYTES
from app.db.survey_store import Form, NewAnswer, SurveyStore
from app.domain.errors import DatabaseBusy
from app.domain.languages import Language
from app.survey_web.live_files import LiveFiles
from app.survey_web.server import create_app
from app.survey_web.sweeper import Sweeper
from tests.support.survey import DAY, NOON, Clock, SurveyPlace
from tests.support.survey_client import survey_client


def hold_one(place: SurveyPlace) -> None:
    store = SurveyStore.open(place.folder)
    answer = NewAnswer(DAY, 3, 1, Language.KO, {"Q1_KIND": ("5",)}, "", os.urandom(ENVELOPE_BYTES))
    store.hold(Form(DAY, os.urandom(16), os.urandom(16), b""), answer, NOON)
    store.close()


def stored(place: SurveyPlace) -> int:
    store = SurveyStore.open(place.folder, read_only=True)
    count = store.figures_of(DAY).answers
    store.close()
    return count


@pytest.mark.parametrize(("minutes", "expected"), [(29, 0), (31, 1)])
def test_a_server_sweeps_once_at_its_start(place: SurveyPlace, minutes: int, expected: int) -> None:
    hold_one(place)
    with survey_client(create_app(place.folder, Clock(NOON + timedelta(minutes=minutes)))):
        pass  # ending waits for the round that the start began

    assert stored(place) == expected


def test_a_round_that_fails_does_not_end_the_sweeping(
    place: SurveyPlace, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hold_one(place)
    failures: list[Exception] = [DatabaseBusy(), RuntimeError("a bug")]
    really = SurveyStore.close_expired

    def sometimes(store: SurveyStore, today: date, slip_days: int) -> None:
        if failures:
            raise failures.pop(0)
        really(store, today, slip_days)
        sweeper.end_soon()

    monkeypatch.setattr(SurveyStore, "close_expired", sometimes)
    store = SurveyStore.open(place.folder)
    sweeper = Sweeper(store, LiveFiles(place.folder), Clock(NOON + timedelta(hours=1)), seconds=0.001)
    sweeper.start()
    sweeper.join()
    store.close()

    assert failures == []
    assert stored(place) == 1
    assert [record.getMessage() for record in caplog.records if record.name.startswith("app.")] == [
        "sweeping did not work this time: DatabaseBusy",
        "sweeping failed: RuntimeError",
    ]
