from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from app.db.survey_store import SurveyStore
from app.survey_web.server import create_app
from tests.support.survey import Clock, SurveyPlace
from tests.support.survey_client import SurveyClient, survey_client


@pytest.fixture
def place(tmp_path: Path) -> SurveyPlace:
    """A store folder as it is exported."""
    return SurveyPlace(tmp_path / "store").write()


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def client(place: SurveyPlace, clock: Clock) -> Iterator[SurveyClient]:
    """A browser before a running server over `place`, at the time of `clock`."""
    with survey_client(create_app(place.folder, clock)) as running:
        yield running


@pytest.fixture
def reader(place: SurveyPlace, client: SurveyClient) -> Iterator[SurveyStore]:
    """The store as the office reads it while the server runs."""
    store = SurveyStore.open(place.folder, read_only=True)
    yield store
    store.close()
