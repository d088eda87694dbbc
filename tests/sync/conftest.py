"""Every test that asks for `hub_kit` runs against both kinds of shared side."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.domain.sharing import SharedKind
from tests.support.hubs import FileKit, HubKit
from tests.support.model_hub import ModelHub
from tests.support.offices import MORNING, SetClock
from tests.support.offices import clock as clock
from tests.support.offices import home as home
from tests.support.offices import home_template as home_template
from tests.support.postgres import postgres_cluster as postgres_cluster
from tests.support.postgres_kit import PostgresKit
from tests.support.shared_homes import PreparedOffice, SharedHome, prepare_office
from tests.support.shared_offices import first as first
from tests.support.shared_offices import no_password_store as no_password_store
from tests.support.shared_offices import second as second
from tests.support.shared_offices import shared as shared


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> PreparedOffice:
    """Homes of one office, to be copied."""
    return prepare_office(tmp_path_factory.mktemp("prepared"))


@pytest.fixture
def hub(prepared: PreparedOffice) -> ModelHub:
    """Their shared side, in memory."""
    return prepared.hub(SetClock(MORNING))


@pytest.fixture
def homes(prepared: PreparedOffice, hub: ModelHub, tmp_path: Path) -> Iterator[list[SharedHome]]:
    """Three of them, each with a clock of its own."""
    opened = [prepared.copy(n, tmp_path / f"home-{n}", hub, SetClock(MORNING)) for n in range(3)]
    yield opened
    for each in opened:
        each.close()


@pytest.fixture(params=list(SharedKind))
def hub_kit(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[HubKit]:
    """A fresh shared side of the practice office."""
    kit: HubKit
    if request.param is SharedKind.FILE:
        kit = FileKit(tmp_path / "share")
    else:
        # Asked for here, so that tests of a file start no server.
        kit = PostgresKit(request.getfixturevalue("postgres_cluster"))
    with closing(kit):
        yield kit


@pytest.fixture
def file_kit(tmp_path: Path) -> Iterator[FileKit]:
    """A fresh shared file."""
    with closing(FileKit(tmp_path / "share")) as kit:
        yield kit
