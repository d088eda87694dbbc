"""A shared file that is gone for good is made anew, and every home fills it again from its own outbox."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from app.config.paths import Home
from app.domain.visits import NewVisit
from tests.support.offices import SetClock
from tests.support.shared_offices import SharedFileOffice


@pytest.fixture
def office(tmp_path: Path, no_password_store: None) -> Iterator[SharedFileOffice]:
    (tmp_path / "offices").mkdir()
    with closing(SharedFileOffice(tmp_path / "offices")) as shared:
        yield shared


def test_a_file_made_anew_is_filled_by_every_home(office: SharedFileOffice, home: Home, clock: SetClock) -> None:
    first = office.begin(home, clock)
    second = office.join(first, "7")
    mine = first.office.visits.register(first.clerk, NewVisit("SEAL")).visit
    theirs = second.office.visits.register(second.clerk, NewVisit("PASSPORT", note="늦게 옴")).visit
    office.settled(first, second)
    Path(office.address.path).unlink()
    first.office.sharing.begin(first.admin, office.address, None)
    office.settled(first, second)
    for desk in (first, second):
        compared = desk.compare()
        assert compared.agree, compared
        assert {visit.id for visit in desk.office.visits.list_day(desk.clerk)} == {mine.id, theirs.id}
