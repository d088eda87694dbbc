"""What is personal travels locked, and once erased it cannot be read on any side again, whatever is put back."""

from __future__ import annotations

import json
import shutil
from dataclasses import dataclass
from typing import Any

import pytest

from app.config.paths import Home
from app.domain.actors import Role
from app.domain.visits import NewVisit
from tests.support.offices import MORNING, SetClock, stored
from tests.support.shared_offices import Desk, SharedOffice

NOTE, QUEUE, WORD, NAME = "무릎이 아프셔서", "민원Q77", "인감 분실로 넘김", "천무량"
TEXTS = (NOTE, QUEUE, WORD)


def traces(raw: bytes, *texts: str) -> list[str]:
    """Those of `texts` that stand in `raw`, as they are or escaped as JSON does."""
    spelt = {text: (text.encode(), json.dumps(text)[1:-1].encode()) for text in texts}
    return [text for text, ways in spelt.items() if any(way in raw for way in ways)]


@dataclass
class Erasable:
    """A visit with a note and a word why, known on every side, and a backup of the shared side with it."""

    visit: str
    step: str
    keys: tuple[bytes, ...]
    backup: Any

    @property
    def records(self) -> str:
        return f"(row_id = '{self.visit}' OR row_id = '{self.step}')"


@pytest.fixture
def told(shared: SharedOffice, first: Desk, second: Desk) -> Erasable:
    visit = first.office.visits.register(first.clerk, NewVisit("SEAL", note=NOTE, queue_number=QUEUE)).visit.id
    first.office.reception.hand_over(first.clerk, visit, "7", WORD)
    shared.settled(first, second)
    (found,) = [one for one in second.office.visits.list_day(second.clerk) if one.id == visit]
    assert (found.note, found.queue_number, found.word) == TEXTS
    ((step,),) = stored(first.home, "SELECT step_id FROM step_word")
    keys = tuple(bytes(key) for (key,) in stored(first.home, "SELECT key FROM record_key WHERE entity LIKE 'visit%'"))
    assert len(keys) == 2
    return Erasable(visit, step, keys, shared.back_up())


def sweep(desk: Desk, days: int = 366) -> None:
    """The day after the time for notes has passed, at this desk."""
    desk.clock.at = MORNING
    desk.clock.pass_by(days=days)
    desk.office.day_end.sweep(desk.clerk, date_is_right=True)


def assert_unreadable(shared: SharedOffice, erased: Erasable, *desks: Desk) -> None:
    for desk in desks:
        # A counter need not hold so old a visit at all; then there is nothing to read either.
        assert stored(desk.home, f"SELECT note || queue_number FROM visit WHERE id = '{erased.visit}'") in ([("",)], [])
        assert stored(desk.home, f"SELECT key FROM record_key WHERE {erased.records}") == []
        assert stored(desk.home, "SELECT count(*) FROM step_word") == [(0,)]
    assert shared.stored(f"SELECT key FROM record_key WHERE {erased.records}") == []
    assert len(shared.stored(f"SELECT row_id FROM erased WHERE {erased.records}")) == 2
    for entity, row_id in (("visit", erased.visit), ("visit_step", erased.step)):
        assert not any(isinstance(value, dict) for value in shared.fields(entity, row_id).values())


def test_nothing_personal_leaves_a_home_in_the_clear(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable
) -> None:
    first.office.admin.people.add(first.admin, "clerk9", NAME, Role.CLERK)
    first.office.admin.people.change(first.admin, "clerk9", name=NAME + "이")
    shared.settled(first, second)
    assert traces(shared.raw(), *TEXTS, NAME, "$argon2") == []
    for desk in (first, second):
        sent = stored(desk.home, "SELECT fields, row_id FROM outbox") + stored(
            desk.home, "SELECT detail, row_id FROM audit"
        )
        assert traces("\n".join(f"{one}" for one in sent).encode(), *TEXTS, NAME, "$argon2") == []
    # It was looked for in the right place: the same office's departments do stand there.
    department = stored(first.home, "SELECT name FROM department LIMIT 1")[0][0]
    assert traces(shared.raw(), department) == [department]
    assert NAME + "이" in {one.name for one in second.office.admin.people.list(second.admin)}


def test_erasing_destroys_the_keys_on_every_side(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable
) -> None:
    assert all(key in shared.raw() or key.hex().encode() in shared.raw() for key in told.keys)
    sweep(first)
    shared.settled(first, second)
    assert_unreadable(shared, told, first, second)
    for key in told.keys:
        assert key not in shared.raw()
        assert key.hex().encode() not in shared.raw()
    for desk in (first, second):
        shared.shut(desk)
        raw = desk.home.database.read_bytes()
        assert traces(raw, *TEXTS) == []
        assert not any(key in raw for key in told.keys)


def test_an_older_backup_of_the_shared_side_brings_nothing_back(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable
) -> None:
    sweep(first)
    shared.settled(first, second)
    shared.restore(told.backup)
    assert shared.stored(f"SELECT count(*) FROM record_key WHERE {told.records}") == [(2,)]  # it is the older one
    first.office.sharing.restored(first.admin)
    second.exchange()  # one that did not erase it itself comes first
    first.exchange()
    shared.settled(first, second)
    third = shared.join(first, "9")
    assert_unreadable(shared, told, first, second, third)
    shared.settled(first, second, third)
    assert traces(shared.raw(), *TEXTS) == []


@pytest.mark.parametrize("offers_all", [False, True])
def test_a_home_put_back_to_before_brings_nothing_back(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable, offers_all: bool
) -> None:
    image = shared.copy(first, "image")
    sweep(first)
    shared.settled(first, second)
    if offers_all:
        # The shared side was put back as well, so that the old home offers all it ever said.
        shared.restore(told.backup)
        first.office.sharing.restored(first.admin)
        shared.settled(first, second)
    clock = SetClock(first.clock.at)
    shared.shut(first)
    shutil.rmtree(first.home.root)
    shutil.copytree(image.root, first.home.root)
    old = shared.desk(Home(first.home.root), clock)
    assert stored(old.home, f"SELECT note FROM visit WHERE id = '{told.visit}'") == [(NOTE,)]
    old.exchange()
    shared.settled(old, second)
    assert_unreadable(shared, told, old, second)
    third = shared.join(old, "9")
    assert_unreadable(shared, told, third)


def test_what_is_said_about_an_erased_visit_later_is_erased_too(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable
) -> None:
    """A counter that has been away for long adds a word to a visit whose words are gone."""
    second.office.reception.hand_over(second.clerk, told.visit, "A", "나중에 온 말")
    sweep(first)
    first.exchange()
    second.exchange()
    first.exchange()
    sweep(first)
    shared.settled(second, first)
    assert_unreadable(shared, told, first, second)
    assert traces(shared.raw(), *TEXTS, "나중에 온 말") == []


def test_others_erase_what_a_home_that_is_gone_left(
    shared: SharedOffice, first: Desk, second: Desk, told: Erasable
) -> None:
    """A week later, so that the home that wrote it comes first."""
    sweep(second, days=366)
    assert stored(second.home, f"SELECT count(*) FROM record_key WHERE {told.records}") == [(2,)]
    sweep(second, days=374)
    shared.settled(second)
    assert_unreadable(shared, told, second)
    first.exchange()
    assert_unreadable(shared, told, first)
